"""The safeguarding log: one row for each concern."""

import pytest

from evidencegen.intake.heading import known_words
from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.intake.value import Unfit, reader


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("SG No", "concern"),
        ("Incident no", "concern"),
        ("Client ID", "person"),
        ("Resident No", "person"),
        ("Service user", "person_name"),
        ("Next of kin", "representative_name"),
        ("Location of service", "service"),
        ("Date of concern", "raised_on"),
        ("Alert date", "raised_on"),
        ("Date of incident", "occurred_on"),
        ("Primary support reason", "group"),
        ("Category of abuse", "abuse"),
        ("High risk", "high_risk"),
        ("Date sent to LA", "referred_on"),
        ("Council decision", "la_decision"),
        ("MSP asked", "asked_outcomes"),
        ("What the person wanted", "desired_outcome"),
        ("Own words", "own_words"),
        ("Restrictive measure", "restriction_used"),
        ("Capacity", "lacked_capacity"),
        ("Support provided by", "supported_by"),
        ("Substantial difficulty", "difficulty"),
        ("Appropriate individual", "appropriate_person"),
        ("Protection plan date", "plan_on"),
        ("2 week review", "first_review_on"),
        ("6 week review", "second_review_on"),
        ("Desired outcome achieved", "outcome_achieved"),
        ("Risk result", "risk_outcome"),
        ("Date closed", "concluded_on"),
        ("Felt safer", "felt_safer"),
        ("Linked action", "action"),
        ("Weather", ""),
    ],
)
def test_the_safeguarding_log_is_known_by_the_headings_that_services_use(heading, column):
    assert known_words(SAFEGUARDING, {}).column(heading) == column


@pytest.mark.parametrize(
    ("column", "typed", "code"),
    [
        ("abuse", "DV", "|domestic|"),
        ("abuse", "Neglect/Omission", "|neglect|"),
        ("abuse", "Physical; Emotional", "|physical|psychological|"),
        ("abuse", "Financial, Material", "|financial|"),
        ("source_of_risk", "Stranger", "unknown"),
        ("source_of_risk", "Family", "known"),
        ("la_decision", "S42", "section_42"),
        ("la_decision", "NFA", "no_further_action"),
        ("asked_outcomes", "Yes they were asked and outcomes were expressed", "expressed"),
        ("asked_outcomes", "Asked, none expressed", "none_expressed"),
        ("asked_outcomes", "Not asked", "no"),
        ("asked_outcomes", "Don’t know", "dont_know"),
        ("asked_outcomes", "NR", "not_recorded"),
        ("lacked_capacity", "Had capacity", "no"),
        ("appropriate_person", "Unwilling", "no"),
        ("appropriate_person", "Don't know", "not_recorded"),
        ("outcome_achieved", "Partially Achieved", "partly"),
        ("outcome_achieved", "Not Achieved", "not_achieved"),
        ("risk_outcome", "Removed", "removed"),
        ("felt_safer", "Quite a bit", "yes"),
        ("felt_listened_to", "Not at all", "no"),
        ("confidence", "More", "more"),
        ("own_words", "Y", "yes"),
        ("themes", "Feeling safe; Being listened to", "|safe|listened|"),
    ],
)
def test_a_concern_is_read_in_the_words_services_use(column, typed, code):
    assert reader(SAFEGUARDING.column(column))(typed) == code


def test_a_kind_of_abuse_that_the_care_act_does_not_name_is_refused():
    assert isinstance(reader(SAFEGUARDING.column("abuse"))("Bad manners"), Unfit)
