"""Quality audits: one row for each answer to one question."""

import pytest

from evidencegen.intake.heading import known_words
from evidencegen.intake.registers.audits import AUDITS
from evidencegen.intake.value import Unfit, reader


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Audit No", "audit"),
        ("Audit ref", "audit"),
        ("Date planned", "planned_on"),
        ("Date of audit", "audited_on"),
        ("Date", "audited_on"),
        ("Location", "service"),
        ("Audit", "audit_type"),
        ("Version", "tool_version"),
        ("Q", "question_no"),
        ("Question", "question"),
        ("Standard", "question"),
        ("What it tests", "tests"),
        ("Finding", "answer"),
        ("Result", "answer"),
        ("Comments", "what_was_found"),
        ("Findings", "what_was_found"),
        ("Sample", "records_sampled"),
        ("Independent", "independent"),
        ("Linked action", "action"),
        ("Auditor's mood", ""),
    ],
)
def test_the_register_of_audits_is_known_by_the_headings_that_services_use(heading, column):
    assert known_words(AUDITS, {}).column(heading) == column


@pytest.mark.parametrize(
    ("column", "typed", "code"),
    [
        ("answer", "Y", "yes"),
        ("answer", "Compliant", "yes"),
        ("answer", "Partial", "partly"),
        ("answer", "Not met", "no"),
        ("answer", "N/A", "not_applicable"),
        ("answer", "Not required", "not_applicable"),
        ("answer", "Audit not done", "not_done"),
        ("tests", "Outcome reviewed with the person", "outcome_review"),
        ("tests", "Referral made", "referral"),
        ("records_sampled", "1,200", 1200.0),
        ("independent", "No", "no"),
    ],
)
def test_an_answer_is_read_in_the_words_services_use(column, typed, code):
    assert reader(AUDITS.column(column))(typed) == code


def test_a_score_is_not_an_answer():
    assert isinstance(reader(AUDITS.column("answer"))("87%"), Unfit)


@pytest.mark.parametrize(
    ("column", "typed", "code"),
    [
        ("answer", "Met", "yes"),
        ("answer", "Partly met", "partly"),
        ("answer", "Not compliant", "no"),
        ("answer", True, "yes"),
        ("answer", "✗", "no"),
    ],
)
def test_other_words_for_the_same_are_read_as_that(column, typed, code):
    assert reader(AUDITS.column(column))(typed) == code


@pytest.mark.parametrize(
    ("column", "typed"),
    [
        ("answer", "Amber"),
        ("answer", 1),
        ("answer", "x"),
        ("answer", "Not seen"),
        ("independent", "1"),
    ],
)
def test_an_answer_that_may_mean_several_is_asked_about(column, typed):
    found = reader(AUDITS.column(column))(typed)
    assert isinstance(found, Unfit)
    assert found.key == "cell.ambiguous"
