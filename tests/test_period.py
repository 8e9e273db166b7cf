"""A first day and a last day, both counted."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencegen.period import Period, add_months, day_words, pieces

DAYS = st.dates(min_value=date(1960, 1, 1), max_value=date(2090, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2027, 8, 31), 6, date(2028, 2, 29)),  # a leap year
        (date(2026, 8, 15), 6, date(2027, 2, 15)),
        (date(2026, 12, 31), 1, date(2027, 1, 31)),
        (date(2026, 12, 1), 0, date(2026, 12, 1)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2026, 5, 31), -14, date(2025, 3, 31)),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_a_shorter_month(day, months, later):
    assert add_months(day, months) == later


@pytest.mark.parametrize(
    ("last", "months", "first"),
    [
        (date(2026, 9, 30), 12, date(2025, 10, 1)),
        (date(2026, 9, 30), 1, date(2026, 9, 1)),
        (date(2026, 9, 30), 3, date(2026, 7, 1)),
        (date(2026, 9, 15), 1, date(2026, 8, 16)),
        (date(2028, 2, 29), 12, date(2027, 3, 1)),
        (date(2026, 12, 31), 12, date(2026, 1, 1)),
        (date(2027, 3, 30), 1, date(2027, 2, 28)),  # there is no 31 February, so its last day
    ],
)
def test_twelve_months_to_a_day_start_on_the_day_after_its_anniversary(last, months, first):
    assert Period.months_to(last, months) == Period(first, last)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2025, 10, 1), date(2026, 9, 30), "October 2025 to September 2026"),
        (date(2026, 1, 1), date(2026, 12, 31), "January to December 2026"),
        (date(2026, 9, 1), date(2026, 9, 30), "September 2026"),
        (date(2028, 2, 1), date(2028, 2, 29), "February 2028"),
        (date(2027, 2, 1), date(2027, 2, 27), "1 February 2027 to 27 February 2027"),
        (date(2025, 9, 16), date(2026, 9, 15), "16 September 2025 to 15 September 2026"),
        (date(2026, 9, 2), date(2026, 9, 2), "2 September 2026 to 2 September 2026"),
        (date(2025, 9, 1), date(2026, 9, 30), "September 2025 to September 2026"),
    ],
)
def test_whole_months_are_told_by_name_and_others_by_the_day(first, last, words):
    assert str(Period(first, last)) == words


def test_both_ends_of_a_period_are_counted():
    september = Period(date(2026, 9, 1), date(2026, 9, 30))
    inside = [day in september for day in (date(2026, 9, 1), date(2026, 9, 30), date(2026, 8, 31), date(2026, 10, 1))]
    assert inside == [True, True, False, False]


def test_a_period_of_one_day_is_a_period_and_one_that_ends_before_it_starts_is_not():
    day = date(2026, 9, 30)
    assert day in Period(day, day)
    with pytest.raises(ValueError, match="cannot end"):
        Period(day, day - timedelta(days=1))


def test_an_interval_is_written_for_programs_as_iso_8601_has_it():
    assert Period(date(2025, 10, 1), date(2026, 9, 30)).iso == "2025-10-01/2026-09-30"


def test_a_day_is_written_as_british_readers_write_it():
    assert day_words(date(2026, 9, 3)) == "3 September 2026"


@given(DAYS, st.integers(min_value=1, max_value=60))
def test_one_period_ends_the_day_before_the_next_of_whole_months_starts(day, months):
    last = day.replace(day=1) - timedelta(days=1)
    period = Period.months_to(last, months)
    assert period.first.day == 1
    assert Period.months_to(period.first - timedelta(days=1), months).last == period.first - timedelta(days=1)
    assert add_months(period.first, months) == last + timedelta(days=1)


def test_periods_are_cut_where_one_of_them_begins_or_ends():
    half, seven, other = Period.of("2026-01/2026-06"), Period.of("2026-01/2026-07"), Period.of("2027-01")
    assert pieces([half, seven, other]) == {half: (half,), seven: (half, Period.of("2026-07")), other: (other,)}


@given(st.lists(st.tuples(DAYS, st.integers(0, 900)), min_size=1, max_size=5))
def test_pieces_make_up_their_period_without_a_gap(drawn):
    periods = [Period(day, day + timedelta(days=length)) for day, length in drawn]
    for period, runs in pieces(periods).items():
        days = [run.first + timedelta(days=n) for run in runs for n in range((run.last - run.first).days + 1)]
        assert days == [period.first + timedelta(days=n) for n in range((period.last - period.first).days + 1)]
