"""Percentages that no whole number of their base gives, worked by hand."""

import pytest

from evidencegen.packs.lints.impossible_percentage import IMPOSSIBLE
from tests.packs.lints.finding_it import found, told


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We asked 93% of 17 people.", "93% of 17"),  # 16 of 17 is 94.1
        ("It was 88% (16 of 19) in spring.", "88% (16 of 19)"),  # 84.2
        ("It was 12.6% of 8.", "12.6% of 8"),  # 12.5 exactly
        ("Some 35 per cent of eleven families came.", ""),  # "some" makes it rough
        ("So 35 per cent of eleven families came.", "35 per cent of eleven"),  # 36.4
        ("Of our 14 night staff, 75% are trained.", "Of our 14 night staff, 75%"),  # 71.4, 78.6
        ("We saw 13 people, and 91% of them agreed.", "13 people, and 91% of them"),  # 84.6, 92.3
        ("A plan for 29 of 34 people, 86%.", "29 of 34 people, 86%"),  # 85.3
        ("104% of staff took part.", "104% of staff"),
    ],
)
def test_a_percentage_that_no_count_gives_is_found(text, words):
    assert found(IMPOSSIBLE, text) == ([words] if words else [])


@pytest.mark.parametrize(
    "text",
    [
        "It was 94% of 17.",  # 16 of 17
        "It was 13% of 8.",  # 1 of 8 is 12.5, halves up
        "It was 12.5% of 8.",
        "It was 38% of 8.",  # 3 of 8 is 37.5
        "It was 63% (5 of 8).",  # 62.5
        "It was about 93% of 17.",
        "It was 92.3% of 1,204 records.",  # 1,111 of 1,204 is 92.28
        "A rise of 120% on last year.",
        "It was 25% of 3 months' pay.",
        "We asked 92% of people (110 of 120).",
    ],
)
def test_one_that_a_count_gives_with_halves_up_is_not(text):
    assert found(IMPOSSIBLE, text) == []


def test_the_reason_says_what_is_possible():
    assert told(IMPOSSIBLE, "93% of 17 people") == [("stop", "no whole number of 17 is 93%: 15 is 88%, 16 is 94%")]
    assert told(IMPOSSIBLE, "88% (16 of 19)") == [("stop", "16 of 19 is 84%")]
