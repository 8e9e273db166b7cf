"""The days on which the evidence of a sentence ends."""

from datetime import date

import pytest

from evidencegen.packs.dated import dates_in, days_said

AS_AT = date(2026, 9, 30)


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("in the year to 31 March 2025", date(2025, 3, 31)),
        ("between January and June 2025", date(2025, 6, 30)),
        ("a story of February 2024", date(2024, 2, 29)),
        ("in 2024-25", date(2025, 3, 31)),
        ("in 2024/2025", date(2025, 3, 31)),
        ("in Q2 2025", date(2025, 6, 30)),
        ("in summer 2025", date(2025, 8, 31)),
        ("our 2024 survey", date(2024, 12, 31)),
        ("our 2026 survey", AS_AT),
    ],
)
def test_each_way_of_saying_it(text, ends):
    assert [one.ends for one in dates_in(text, AS_AT)] == [ends]


@pytest.mark.parametrize(
    "text", ["the Care Act 2014", "since 2019", "born on 3 May 1941", "31 June 2025", "in 2024-27", "room 2024a"]
)
def test_days_of_something_else_are_none(text):
    assert list(dates_in(text, AS_AT)) == []


def test_where_days_stand_is_told_of_all():
    assert days_said("since 2019, by 3 May 2020") == [(6, 10), (15, 25)]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("an audit of 14.01.25", date(2025, 1, 14)),
        ("an audit of 03-07-2025", date(2025, 7, 3)),
        ("the report of 19th Nov 2025", date(2025, 11, 19)),
        ("on the 5th day of December 2023", date(2023, 12, 5)),
        ("Q2 2023-24", date(2024, 3, 31)),
    ],
)
def test_shorter_ways_of_saying_a_day(text, ends):
    assert [one.ends for one in dates_in(text, AS_AT)] == [ends]
