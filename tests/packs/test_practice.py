"""The provider's statements of practice, from their register."""

import pytest

from evidencegen.intake.registers.case_studies import CASE_STUDIES
from evidencegen.intake.registers.practice import PRACTICE
from evidencegen.packs.practice import statements
from evidencegen.problem import EvidenceError


def test_a_statement_carries_its_control_its_policy_and_the_figures_that_show_it(drawn):
    first, second = statements(
        drawn(
            PRACTICE,
            """
            No | Section          | What we do    | Control       | Policy | Shown by
            1  | Desired outcomes | We ask first. | A form asks.  | SG-01  | msp.asked; msp.own_words
            2  | Choice           | We tell them. |               |        |
            """,
        )
    )
    assert (first.number, first.part, first.statement) == ("1", "outcomes", "We ask first.")
    assert (first.control, first.policy, first.shown_by) == ("A form asks.", "SG-01", ("msp.asked", "msp.own_words"))
    assert (second.control, second.policy, second.shown_by) == ("", "", ())
    assert second.place.cell == "3"


STORIES = """
    Case ID | Service type | Situation | Voice | Plan | Outcome | Outcome achieved | Learning | Consent
    CS-01   | Care home    | It began. | She said. | We did. | It ended. | Fully | We learnt. | Yes
    """


def test_a_statement_carries_the_case_studies_in_which_it_can_be_read(drawn):
    practice = drawn(
        PRACTICE,
        """
        No | Section | What we do    | Case studies
        1  | Choice  | We ask first. | CS-01, CS-01
        2  | Choice  | We tell them. |
        """,
    )
    first, second = statements(practice, drawn(CASE_STUDIES, STORIES))
    assert (first.case_studies, second.case_studies) == (("CS-01", "CS-01"), ())


def test_a_case_study_that_does_not_exist_stops_the_pack_and_the_near_one_is_named(drawn):
    practice = drawn(
        PRACTICE,
        """
        No | Section | What we do    | Case studies
        1  | Choice  | We ask first. | CS-10
        """,
    )
    with pytest.raises(EvidenceError) as stopped:
        statements(practice, drawn(CASE_STUDIES, STORIES))
    (problem,) = stopped.value.problems
    assert (problem.key, problem.place.cell) == ("practice.unknown_case_study", "2")
    assert "CS-01" in problem.wanted
    with pytest.raises(EvidenceError):
        statements(practice)
