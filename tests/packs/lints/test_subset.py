"""Parts larger than their wholes."""

import pytest

from evidencegen.packs.lints.subset import SUBSET
from tests.packs.lints.finding_it import found, told


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("It was so for 95 of 90 people.", "95 cannot be a part of 90"),
        (
            "Of the 96 people who expressed an outcome, 99 achieved it.",
            "99 cannot be a part of 96 people who expressed an outcome",
        ),
        ("12 people lacked capacity. 14 of them had support.", "14 cannot be a part of 12 people who lacked capacity"),
        (
            "Of 90 outcomes, 60 were fully achieved, 25 partly achieved and 12 not achieved.",
            "together these are 97, of 90",
        ),
        ("Fully achieved 67%, partly 23%, not at all 20%.", "together these are 110%, and cannot be more than 100%"),
    ],
)
def test_a_part_that_is_more_than_all_is_found(text, why):
    assert told(SUBSET, text) == [("stop", why)]


@pytest.mark.parametrize(
    "text",
    [
        "It was so for 85 of 90 people.",
        "Of the 96 people who expressed an outcome, 60 achieved it.",
        "We asked 110 of 120 people, and 96 of 120 told us.",
        "Fully achieved 67%, partly 23%, not at all 11%.",  # rounded parts
        "12 people lacked capacity. We held 14 reviews.",
    ],
)
def test_one_that_is_not_is_passed_over(text):
    assert found(SUBSET, text) == []
