"""A claim is graded by what is shown, and a claim with nothing behind it is marked."""

import pytest

from evidencegen.packs.claim import Claim, Grade, Statement, claims, unkept
from evidencegen.problem import EvidenceError
from evidencegen.release.figure import Mark


def said(*keys, number="7", policy="", cases=()):
    return Statement(number, "outcomes", "We ask first.", "", policy, keys, case_studies=cases)


def test_a_claim_with_no_figure_is_marked_and_not_left_out(figure):
    (claim,) = claims([said()], {"msp.asked": figure()})
    assert (claim.grade, claim.figures) == (Grade.UNEVIDENCED, ())


def test_a_policy_alone_is_told_as_that(figure):
    (claim,) = claims([said(policy="SG-01")], {"msp.asked": figure()})
    assert (claim.grade, claim.is_unevidenced) == (Grade.POLICY, True)


@pytest.mark.parametrize(
    ("mark", "grade"),
    [(Mark.SUPPRESSED, Grade.WITHHELD), (Mark.UNFIT, Grade.POLICY), (Mark.NOT_APPLICABLE, Grade.POLICY)],
)
def test_a_figure_without_a_number_bears_nothing_out_and_one_that_is_hidden_is_no_gap(figure, mark, grade):
    (claim,) = claims([said("msp.asked", policy="SG-01")], {"msp.asked": figure(mark=mark)})
    assert (claim.grade, claim.is_unevidenced) == (grade, grade is Grade.POLICY)
    assert len(claim.figures) == 1


def test_a_short_reference_to_a_policy_stays_in_one_line():
    def claim(policy):
        return Claim("PS01", "choice", "We ask.", "", policy, ())

    assert claim("A" * 24).policy_in_one_line
    assert not claim("A" * 25).policy_in_one_line


def test_practice_and_outcome_are_told_apart_and_only_a_case_study_beside_an_outcome_proves(figure):
    held = {key: figure(key) for key in ("msp.asked", "msp.fully_achieved")}
    both = ("msp.asked", "msp.fully_achieved")

    def grade(*keys, cases=(), told=("CS-01",)):
        (claim,) = claims([said(*keys, cases=cases)], held, told)
        return claim.grade

    assert grade("msp.asked") is Grade.PRACTISED
    assert grade(*both) is Grade.PRACTISED
    assert grade("msp.asked", cases=("CS-01",)) is Grade.PRACTISED
    assert grade(*both, cases=("CS-01",)) is Grade.PROVED
    assert grade(*both, cases=("CS-01",), told=()) is Grade.PRACTISED
    assert grade(cases=("CS-01",)) is Grade.EXAMPLE


def test_a_case_study_behind_two_statements_is_said_of_both_and_one_named_twice_in_a_cell_is_not(figure):
    first, second, third = claims(
        [said(cases=("CS-01", "CS-02", "CS-02")), said(cases=("CS-01",)), said(cases=("CS-03",))],
        {"msp.asked": figure()},
        ("CS-01", "CS-02"),
    )
    assert (first.cases, first.shared) == (("CS-01", "CS-02"), {"CS-01"})
    assert (second.cases, second.shared) == (("CS-01",), {"CS-01"})
    assert (third.cases, third.shared) == ((), frozenset())


def test_a_claim_that_nothing_bears_out_is_a_problem_unless_it_is_kept_by_its_number(figure):
    made = claims(
        [said("msp.asked", number="1"), said(number="2", policy="SG-01"), said(number="3")], {"msp.asked": figure()}
    )
    problems = unkept(made, ["3"])
    assert [(p.key, "practice statement 2: a policy" in p.found) for p in problems] == [("practice.unevidenced", True)]
    assert "keep_unevidenced: [2]" in problems[0].mend
    assert "We ask first" not in str(problems[0])
    assert len(unkept(made, ())) == 2


def test_fully_or_partly_achieved_brings_fully_achieved_with_it(figure):
    held = {key: figure(key) for key in ("msp.fully_or_partly_achieved", "msp.fully_achieved")}
    (claim,) = claims([said("msp.fully_or_partly_achieved")], held)
    assert [f.key for f in claim.figures] == ["msp.fully_achieved", "msp.fully_or_partly_achieved"]


def test_a_part_with_no_rows_this_year_is_passed_over(figure):
    (claim,) = claims([said("msp.asked[service=Closed house]")], {"msp.asked": figure()})
    assert claim.grade is Grade.UNEVIDENCED


def test_a_figure_that_does_not_exist_stops_the_pack(figure):
    with pytest.raises(EvidenceError) as stopped:
        claims([said("msp.askd")], {"msp.asked": figure()})
    assert [p.key for p in stopped.value.problems] == ["practice.unknown_figure"]
