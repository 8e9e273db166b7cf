"""Evidence that was old on 30 September 2026, and frameworks no longer in force."""

from datetime import date

import pytest

from evidencegen.packs.lint import Held
from evidencegen.packs.lints.stale import STALE
from tests.packs.lints.finding_it import found, told
from tests.packs.lints.provider import ALONE


@pytest.mark.parametrize(
    ("text", "is_stale"),
    [
        ("In the year to 29 March 2026 it was 75%.", True),
        ("In the year to 30 March 2026 it was 75%.", False),  # six months to the day
        ("In 2024-25 it was 75%.", True),  # ends 31 March 2025
        ("In 2024-25 it was 75%, in the year to June 2026 80%.", False),  # the latest counts
        ("A case study from August 2024 tells of it.", True),  # ends 31 August 2024
        ("A case study from October 2024 tells of it.", False),
        ("The Care Act 2014 asks for it in 75% of cases.", False),
        ("We have done so since 2019, in 75% of cases.", False),
        ("The policy is of March 2020.", False),  # no evidence is told
    ],
)
def test_figures_age_in_six_months_and_stories_in_twenty_four(text, is_stale):
    assert bool(found(STALE, text)) is is_stale


def test_a_framework_is_found_only_when_it_was_gone_on_the_day():
    text = "We work to the key lines of enquiry."
    assert found(STALE, text) == ["key lines of enquiry"]
    assert found(STALE, text, Held(date(2023, 1, 1))) == []
    assert found(STALE, "Quality statements replaced the key lines of enquiry.") == []


def test_the_reason_names_both_days():
    assert told(STALE, "In 2024-25 it was 75%.", ALONE) == [
        ("warn", "it ends on 31 March 2025, more than 6 months before 30 September 2026")
    ]


def test_old_evidence_is_found_without_a_number_beside_it():
    assert found(STALE, "Mystery shopper (14.01.25): greeted by name.", ALONE) == ["14.01.25"]
    assert found(STALE, "I rely on the pharmacist's report of 19th Nov 2025.", ALONE) == ["19th Nov 2025"]


def test_what_is_not_relied_on_or_is_published_is_not():
    assert found(STALE, "The audit of March 2024 is kept for the history and I do not rely on it.", ALONE) == []
    assert found(STALE, "Nationally, councils recorded 185,270 enquiries in 2024-25.", ALONE) == []
