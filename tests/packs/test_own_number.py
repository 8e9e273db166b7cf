"""Numbers that a sentence brings along are found, and what counts nothing is not."""

import pytest

from evidencegen.packs.own_number import own_numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("We support 120 people.", ["120"]),
        ("We support 1,200 people, 95% of them at home.", ["1,200", "95%"]),
        ("About 12.5 per cent were late.", ["12.5 per cent"]),
        ("We spent £20,000 on training.", ["£20,000"]),
        ("It worked for 3 of 12.", ["3", "12."]),
        ("Twelve people told us so.", ["Twelve"]),
        ("All but two plans were reviewed.", ["two"]),
        ("Half of the team and two-thirds of managers.", ["Half of", "two"]),
        ("A third of staff, one in five visits.", ["A third of", "one in", "five"]),
        ("Dozens of people and hundreds of visits", ["Dozens", "hundreds"]),
        ("By 2025 concerns had fallen", ["2025"]),
    ],
)
def test_a_number_of_its_own_is_found(text, numbers):
    assert [found for _, found in own_numbers(text)] == numbers


@pytest.mark.parametrize(
    "text",
    [
        "Under the Care Act 2014 and the Mental Capacity Act 2005, section 42 and sections 67 to 68(2)(a) apply.",
        "Regulation 13, Article 8, Part 1 and paragraph 14.2 of the Guidance 2024.",
        "The 95% range is wide; a 95% confidence interval says as much.",
        "We go back within five working days, and again after 6 weeks and two to three months.",
        "Somebody is there 24/7, 24 hours a day.",
        "ISO 9001, NG189 and SG-01 are met; step 2 comes next.",
        "On 30 September 2026, and since 2019, we wrote it down.",
        "The five principles, three services and eight pages.",
        "One concern or action may have several themes; one of us asks first, both listen, no one decides alone.",
        "A two-way conversation, a three-stage test.",
        "The first two tables tell it; the ranges of the two shares do not overlap.",
        "By the four rules: seven points in a row rise; two of three lie near the same limit; seven in a row lie below.",
        "training.expiring_30",
        "People come first and are asked a second time.",
    ],
)
def test_what_counts_nothing_is_left(text):
    assert list(own_numbers(text)) == []


def test_each_is_told_with_where_it_begins():
    assert list(own_numbers("Yes: 12 and 13")) == [(5, "12"), (12, "13")]
