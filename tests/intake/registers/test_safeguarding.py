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
        ("Review notes", "review_notes"),
        ("Person's feedback", "feedback"),
        ("Lessons learnt", "lessons"),
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
        ("Understood the process", "understood"),
        ("Happy with outcome", "satisfied"),
        ("Linked action", "action"),
        ("raised_date", "raised_on"),
        ("concluded_date", "concluded_on"),
        ("Referred date", "referred_on"),
        ("desired_outcome_text", "desired_outcome"),
        ("Weather", ""),
    ],
)
def test_the_safeguarding_log_is_known_by_the_headings_that_services_use(heading, column):
    assert known_words(SAFEGUARDING, {}).column(heading) == column


@pytest.mark.parametrize(
    ("column", "typed", "code"),
    [
        ("abuse", "DV", "|domestic|"),
        ("abuse", "Emotional", "|psychological|"),
        ("abuse", "Institutional", "|organisational|"),
        ("abuse", "Coercive control", "|domestic|"),
        ("abuse", "DV/Coercive control", "|domestic|"),
        ("abuse", "Neglect and acts of omission, Emotional", "|neglect|psychological|"),
        ("abuse", "Physical/Emotional", "|physical|psychological|"),
        ("abuse", "Neglect and Financial", "|neglect|financial|"),
        ("abuse", "Self neglect", "|self_neglect|"),
        ("abuse", "Neglect/Omission", "|neglect|"),
        ("abuse", "Physical; Emotional", "|physical|psychological|"),
        ("abuse", "Financial, Material", "|financial|"),
        ("source_of_risk", "Stranger", "unknown"),
        ("source_of_risk", "Family", "known"),
        ("source_of_risk", "Other resident", "known"),
        ("source_of_risk", "Agency", "service_provider"),
        ("la_decision", "NFA/signposted", "no_further_action"),
        ("la_decision", "Awaiting", "awaiting"),
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
        ("outcome_achieved", "Ongoing", "ongoing"),
        ("outcome_achieved", "Not met", "not_achieved"),
        ("outcome_achieved", "Partly met", "partly"),
        ("supported_by", "IMCA", "imca"),
        ("supported_by", "No one", "none"),
        ("group", "N/A", "none"),
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


@pytest.mark.parametrize(
    ("column", "typed", "codes"),
    [
        ("abuse", "Exploitation", ("sexual_exploitation", "modern_slavery", "financial")),
        ("abuse", "Physical; exploitation", ("sexual_exploitation", "modern_slavery", "financial")),
        ("source_of_risk", "Carer", ("service_provider", "known")),
        ("source_of_risk", "Unknown", ("unknown",)),
        ("la_decision", "Closed", ("section_42", "other_enquiry", "no_further_action", "managed")),
        ("asked_outcomes", "Yes", ("expressed", "none_expressed")),
        ("asked_outcomes", "N/A", ("none_expressed", "no", "not_recorded")),
        ("outcome_achieved", "Met", ("fully", "partly")),
        ("outcome_achieved", "Yes", ("fully", "partly")),
        ("outcome_achieved", "Achieved", ("fully", "partly")),
        ("risk_outcome", "Reduced/removed", ("reduced", "removed")),
        ("lacked_capacity", "Fluctuating", ("yes", "no")),
        ("supported_by", "Family/advocate", ("family", "advocate")),
        ("supported_by", "Yes", ("advocate", "imca", "family", "friend")),
        ("difficulty", "Yes", ("understand", "retain", "weigh", "communicate")),
        ("felt_safer", "N/A", ("not_asked",)),
    ],
)
def test_a_word_that_may_mean_several_things_is_never_guessed(column, typed, codes):
    kind = SAFEGUARDING.column(column).kind
    found = reader(SAFEGUARDING.column(column))(typed)
    assert isinstance(found, Unfit)
    assert found.key == "cell.ambiguous"
    assert " or ".join(f'"{kind.title(code)}"' for code in codes) in found.mend


@pytest.mark.parametrize("heading", ["Capacity", "Mental capacity", "Mental Capacity (Y/N)"])
@pytest.mark.parametrize("typed", ["Yes", "No", "y"])
def test_a_yes_under_capacity_may_say_that_they_had_it(heading, typed):
    column = SAFEGUARDING.column("lacked_capacity")
    assert reader(column, heading=heading)(typed).key == "cell.ambiguous"
    assert isinstance(reader(column, heading="Lacked capacity")(typed), str)
    assert reader(column, heading=heading)("Lacks capacity") == "yes"


def test_a_kind_of_abuse_that_the_care_act_does_not_name_is_refused():
    assert isinstance(reader(SAFEGUARDING.column("abuse"))("Bad manners"), Unfit)
