"""Case studies: one row for each person's story."""

import pytest

from evidencegen.intake.heading import known_words
from evidencegen.intake.registers.case_studies import CASE_STUDIES
from evidencegen.intake.value import Unfit, reader


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Case ID", "case"),
        ("Reference code", "case"),
        ("Service type", "service_type"),
        ("Home", "service"),
        ("Date of concern", "raised_on"),
        ("Service user", "person_name"),
        ("People named", "named_people"),
        ("Linked concern", "concern"),
        ("What happened", "situation"),
        ("What the person wanted", "voice"),
        ("Who spoke up with the person", "advocacy"),
        ("What was agreed", "plan"),
        ("2 week review", "review_two_weeks"),
        ("Review at about 6 weeks", "review_six_weeks"),
        ("Outcome", "outcome"),
        ("Outcome achieved", "outcome_achieved"),
        ("What we changed", "learning"),
        ("Consent", "consent"),
        ("Consent date", "consent_on"),
        ("Scope of consent", "consent_covers"),
        ("Written by", "author_name"),
        ("Star rating", ""),
    ],
)
def test_the_register_of_case_studies_is_known_by_the_headings_that_services_use(heading, column):
    assert known_words(CASE_STUDIES, {}).column(heading) == column


@pytest.mark.parametrize(
    ("column", "typed", "code"),
    [
        ("outcome_achieved", "Partially", "partly"),
        ("outcome_achieved", "Fully Achieved", "fully"),
        ("consent", "Given", "yes"),
        ("consent", "Declined", "no"),
        ("consent", "Deceased-family", "family"),
        ("consent", "Best interests", "best_interests"),
        ("consent_covers", "Tenders; Inspection", "|tender|inspection|"),
        ("consent_covers", "Governance", "|board|"),
    ],
)
def test_a_story_is_read_in_the_words_services_use(column, typed, code):
    assert reader(CASE_STUDIES.column(column))(typed) == code


def test_consent_for_a_use_nobody_knows_is_refused():
    assert isinstance(reader(CASE_STUDIES.column("consent_covers"))("Social media"), Unfit)


@pytest.mark.parametrize(
    ("column", "typed", "code"),
    [
        ("outcome_achieved", "Partly met", "partly"),
        ("consent", "Best interests", "best_interests"),
        ("consent", "Refused", "no"),
        ("consent", "Deceased-family", "family"),
    ],
)
def test_other_words_for_the_same_are_read_as_that(column, typed, code):
    assert reader(CASE_STUDIES.column(column))(typed) == code


@pytest.mark.parametrize(
    ("column", "typed"),
    [
        ("outcome_achieved", "Met"),
        ("outcome_achieved", "Yes"),
        ("consent", "Deceased"),
        ("consent", "N/A"),
    ],
)
def test_a_word_that_leaves_a_story_open_is_asked_about(column, typed):
    found = reader(CASE_STUDIES.column(column))(typed)
    assert isinstance(found, Unfit)
    assert found.key == "cell.ambiguous"
