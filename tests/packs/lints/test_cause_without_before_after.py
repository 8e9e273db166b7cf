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
