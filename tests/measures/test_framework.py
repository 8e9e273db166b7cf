"""What readers ask for: each reference is checked, and a framework that is not in force says so."""

from datetime import date

import pytest
from pydantic import ValidationError

from evidencegen.catalogue import everything_in
from evidencegen.intake.registers.practice import PRACTICE
from evidencegen.measures import families
from evidencegen.measures.framework import (
    UNCONFIRMED,
    Asked,
    Force,
    Framework,
    answered_by,
    asked_for,
    cited,
    frameworks,
    out_of_force,
)
from evidencegen.measures.measure import Measure

MEASURES = everything_in(families, Measure)
VERIFIED = {
    "care_act.s67", "cqc.evidence.experience", "cqc.evidence.observation", "cqc.evidence.outcomes",
    "cqc.evidence.partners", "cqc.evidence.processes", "cqc.evidence.staff", "cqc.safeguarding", "msp.q1",
    "pamms.standard6", "sac.sg1f", "sac.sg2a", "sac.sg2b", "sac.sg2b_source", "sac.sg2c", "sac.sg2e", "sac.sg3a", "sac.sg4a", "sac.sg5",
}  # fmt: skip
"""Statements whose words were read in the public source named; of the rest the wording is to be confirmed."""
SMALL = {"key": "one", "title": "One", "publisher": "Somebody", "source": "somewhere", "read_on": "2026-11-29"}
STATEMENT = {"key": "one.a", "title": "A", "cited": "One: A", "looks_for": "what there is"}


def made(**changes) -> Framework:
    return Framework.model_validate({**SMALL, "statements": [STATEMENT], **changes})


def test_every_answer_of_a_measure_is_a_statement_of_a_framework():
    answered = {key for measure in MEASURES.values() for key in measure.answers}
    assert answered <= asked_for().keys()


def test_the_frameworks_that_readers_ask_for_are_there():
    assert set(frameworks()) >= {
        "msp_principles", "msp_outcomes", "sac_2025_26", "care_act_2014", "cqc_quality", "cqc_evidence",
        "cqc_successor", "pamms", "provider_information_return",
    }  # fmt: skip
    assert {"care_act.s42", "care_act.s67", "care_act.s68", "pamms.standard6"} <= asked_for().keys()
    assert len(frameworks()["cqc_evidence"].statements) == 6
    assert len(frameworks()["msp_outcomes"].statements) == 7


def test_words_are_quoted_only_where_they_were_read_and_the_rest_is_to_be_confirmed():
    assert {key for key, (_, asked) in asked_for().items() if asked.wording} == VERIFIED
    assert asked_for()["care_act.s42"][1].words == UNCONFIRMED
    assert asked_for()["msp.q1"][1].words.startswith("Was the individual or individual's representative asked")


def test_every_part_of_practice_that_a_statement_names_is_one_that_the_register_has():
    named = {part for _, asked in asked_for().values() for part in asked.practice}
    assert named == set(PRACTICE.column("part").kind.codes)


def test_a_statement_is_answered_by_what_answers_those_it_takes_in():
    assert answered_by(asked_for()["msp.protection"][1]) == ("msp.protection", "msp.q3")
    # through section 42 to protection, and through that to question 3
    assert answered_by(asked_for()["care_act.s42"][1]) == ("care_act.s42", "msp.protection", "sac.conversion", "msp.q3")


@pytest.mark.parametrize(
    ("days", "day", "force", "words"),
    [
        ({}, "2026-09-30", Force.IN_FORCE, "in force on 30 September 2026 (since a day to be confirmed)"),
        (
            {"in_force_from": "2025-04-01", "in_force_to": "2026-03-31"},
            "2026-03-31",
            Force.IN_FORCE,
            "in force on 31 March 2026 (since 1 April 2025)",
        ),
        (
            {"in_force_from": "2025-04-01", "in_force_to": "2026-03-31"},
            "2026-04-01",
            Force.ENDED,
            "no longer in force on 1 April 2026 (it ended on 31 March 2026)",
        ),
        (
            {"in_force_from": "2025-04-01"},
            "2025-03-31",
            Force.NOT_YET,
            "not yet in force on 31 March 2025 (it begins on 1 April 2025)",
        ),
        ({"not_out": True}, "2026-09-30", Force.NOT_YET, "not yet in force on 30 September 2026 (its text is not out)"),
    ],
)
def test_whether_it_is_in_force_goes_by_the_day_both_ends_counted(days, day, force, words):
    one = made(**days)
    assert (one.force(date.fromisoformat(day)), one.standing(date.fromisoformat(day))) == (force, words)


def test_a_reference_out_of_force_is_found_by_the_day_of_the_figures():
    keys = ("sac.sg4a", "msp.choice", "cqc_next.safeguarding", "nobody.knows", "sac.sg4a")
    late = [(framework.key, asked.key) for framework, asked in out_of_force(keys, date(2026, 9, 30))]
    assert late == [("sac_2025_26", "sac.sg4a"), ("cqc_successor", "cqc_next.safeguarding")]
    assert [asked.key for _, asked in out_of_force(keys, date(2026, 3, 31))] == ["cqc_next.safeguarding"]


def test_the_successor_of_the_quality_statements_is_a_shell_until_its_text_is_out():
    shell = frameworks()["cqc_successor"]
    assert shell.force(date(2030, 1, 1)) is Force.NOT_YET
    assert all(asked.words == UNCONFIRMED for asked in shell.statements)


def test_a_statement_is_told_in_words_and_one_that_nobody_knows_by_its_key():
    assert cited("msp.q7") == "Making Safeguarding Personal outcomes framework (LGA and ADASS, 2018), question 7"
    assert cited("own.thing") == "own.thing"


@pytest.mark.parametrize(
    "changes",
    [
        {"in_force_from": "2026-04-01", "in_force_to": "2026-03-31"},
        {"statements": []},
        {"published": "2026"},
        {"read_on": "some day"},
        {"statements": [{**STATEMENT, "stories": "a few"}]},
    ],
)
def test_a_framework_that_is_not_as_it_has_to_be_does_not_load(changes):
    with pytest.raises(ValidationError):
        made(**changes)


def test_what_is_said_of_a_statement_is_short_enough_for_a_line():
    assert max(len(asked.looks_for) for _, asked in asked_for().values()) <= 130
    assert all(isinstance(asked, Asked) and asked.cited for _, asked in asked_for().values())
