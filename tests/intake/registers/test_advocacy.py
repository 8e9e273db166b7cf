"""The advocacy log: one row for each referral to an advocate."""

import pytest

from evidencegen.intake.heading import known_words
from evidencegen.intake.registers.advocacy import ADVOCACY
from evidencegen.intake.value import Unfit, reader


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Referral No", "referral"),
        ("Decision", "decision"),
        ("Reason for referral", "reason"),
        ("Linked safeguarding ref", "concern"),
        ("Reference", "referral"),
        ("Client ID", "person"),
        ("Client name", "person_name"),
        ("Site", "service"),
        ("Date of referral", "referred_on"),
        ("Requested", "referred_on"),
        ("Type of advocacy", "kind"),
        ("Reason for referral", "reason"),
        ("Referrer role", "asked_by"),
        ("Referred to", "requested_of"),
        ("Substantial difficulty", "difficulty"),
        ("Appropriate individual", "appropriate_person"),
        ("Consent", "consent"),
        ("Date of decision", "decided_on"),
        ("Outcome of referral", "decision"),
        ("Advocate allocated", "allocated_on"),
        ("First visit", "first_contact_on"),
        ("Seen alone", "seen_privately"),
        ("Advocate", "advocate_name"),
        ("SG ref", "concern"),
        ("Closed", "closed_on"),
        ("Advocacy outcome", "outcome"),
        ("Cost", ""),
    ],
)
def test_the_advocacy_log_is_known_by_the_headings_that_services_use(heading, column):
    assert known_words(ADVOCACY, {}).column(heading) == column


@pytest.mark.parametrize(
    ("column", "typed", "code"),
    [
        ("kind", "Care Act s67", "care_act"),
        ("kind", "ICAA", "care_act"),
        ("kind", "IMCA", "imca"),
        ("kind", "Paid RPR", "rpr"),
        ("kind", "DoLS 39A", "rpr"),
        ("kind", "Generic", "community"),
        ("reason", "DoLS", "liberty"),
        ("reason", "Assessment", "needs_assessment"),
        ("reason", "SMT", "medical_treatment"),
        ("asked_by", "Registered manager", "manager"),
        ("asked_by", "Self", "person"),
        ("requested_of", "LA", "local_authority"),
        ("difficulty", "Understanding; Retaining", "|understand|retain|"),
        ("appropriate_person", "Not suitable", "inappropriate"),
        ("consent", "No", "declined"),
        ("decision", "Waiting list", "waiting"),
        ("decision", "Declined by person", "person_declined"),
        ("decision", "Not eligible", "declined"),
        ("seen_privately", "NR", "not_recorded"),
        ("outcome", "Person died", "ended"),
    ],
)
def test_a_referral_is_read_in_the_words_services_use(column, typed, code):
    assert reader(ADVOCACY.column(column))(typed) == code


def test_a_kind_of_advocacy_nobody_knows_is_refused():
    assert isinstance(reader(ADVOCACY.column("kind"))("Solicitor"), Unfit)


@pytest.mark.parametrize(
    ("column", "typed", "code"),
    [
        ("kind", "Care Act s68 safeguarding", "care_act"),
        ("kind", "Generic/community/issue-based", "community"),
        ("decision", "Declined by LA", "declined"),
        ("decision", "Declined by person", "person_declined"),
        ("reason", "SMT", "medical_treatment"),
        ("appropriate_person", "Unwilling", "unwilling"),
        ("consent", "Best interests", "best_interests"),
    ],
)
def test_other_words_for_the_same_are_read_as_that(column, typed, code):
    assert reader(ADVOCACY.column(column))(typed) == code


@pytest.mark.parametrize(
    ("column", "typed"),
    [
        ("kind", "Advocate"),
        ("kind", "DoLS"),
        ("decision", "Declined"),
        ("decision", "Closed"),
        ("difficulty", "Yes"),
        ("consent", "N/A"),
        ("asked_by", "Carer"),
        ("seen_privately", "N/A"),
    ],
)
def test_a_word_that_leaves_a_referral_open_is_asked_about(column, typed):
    found = reader(ADVOCACY.column(column))(typed)
    assert isinstance(found, Unfit)
    assert found.key == "cell.ambiguous"
