"""Causes claimed without what was before and after."""

from evidencegen.packs.lints.cause_without_before_after import CAUSE
from tests.packs.lints.finding_it import found


def test_a_cause_with_nothing_before_and_after_is_found():
    assert found(CAUSE, "As a result of our training, people feel safer.") == ["As a result of our training"]
    assert found(CAUSE, "The programme has led to fewer incidents.") == ["programme has led to fewer"]


def test_with_both_figures_beside_it_it_is_not():
    assert found(CAUSE, "Thanks to our form, more people are asked: from 75% in 2024 to 92% in 2026.") == []


def test_what_caused_no_improvement_or_is_not_claimed_is_not():
    assert found(CAUSE, "As a result of the concern, her money is kept elsewhere.") == []
    assert found(CAUSE, "We cannot say that our training led to fewer falls.") == []


def test_any_word_for_a_cause_beside_a_change_is_found():
    assert found(CAUSE, "Complaints down because of the new keyworker system.") != []
    assert found(CAUSE, "Handover redesign cut missed medicines.") != []
    assert found(CAUSE, "New body map → fewer bruises.") != []
    assert found(CAUSE, "The prompt card has made staff better at asking.") != []


def test_what_lies_beyond_the_provider_or_is_the_story_of_one_person_is_not():
    assert found(CAUSE, "More shifts were short because of the flu.") == []
    assert found(CAUSE, "Because of the noise, he eats earlier.") == []
    assert found(CAUSE, "The fall led to a review of the plan.") == []
    assert found(CAUSE, "Drop-out is down to one in fifteen.") == []
