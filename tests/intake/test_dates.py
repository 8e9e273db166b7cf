"""Dates as people in the UK type them."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencegen.intake.dates import Unreadable, day_numbered, first_two_numbers, has_two_digit_year, read_date

FOURTH_OF_MARCH = date(2025, 3, 4)
MIDNIGHT, NOON = datetime.fromisoformat("2025-03-04"), datetime.fromisoformat("2025-03-04 12:00")
FORMS = (
    "{d:02d}/{m:02d}/{y}", "{d}/{m}/{y}", "{d:02d}.{m:02d}.{y}", "{d}-{m}-{y}", "{d} / {m} / {y}",
    "{y}-{m:02d}-{d:02d}", "{y}/{m}/{d}", "{y}.{m:02d}.{d:02d}", "{y}{m:02d}{d:02d}",
    "{d} {month} {y}", "{d:02d}-{short}-{y}", "{d}{short}{y}", "{d} {short}. {y}", "{d}th of {month}, {y}",
)  # fmt: skip
SHORT_YEARS = ("{d:02d}/{m:02d}/{yy:02d}", "{d}.{m}.{yy:02d}", "{d}-{short}-{yy:02d}", "{d} {month} {yy:02d}")
TIMES = ("", " 09:30", " 23:59:59", ", 10:30", "T00:00:00", "t07:15:00.250", " 10:30 AM", " 09:00:00+01:00", " 12:00Z")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def typed(day: date, form: str, time: str = "") -> str:
    month = MONTHS[day.month - 1]
    return form.format(d=day.day, m=day.month, y=day.year, yy=day.year % 100, month=month, short=month[:3]) + time


@pytest.mark.parametrize(
    "text",
    [
        "04/03/2025", "4/3/2025", "4/3/25", "04.03.2025", "04-03-2025", "2025-03-04", "2025/03/04", "20250304",
        "4 Mar 2025", "4 March 2025", "4th March 2025", "4-Mar-25", "04 MAR 25", "4 Mar. 2025", " 04/03/2025 ",
        "04/03/2025 10:30", "2025-03-04T00:00:00", "2025-03-04 09:15:00", "04/03/2025\u200b", "4\u00a0March 2025",
        "04\u201303\u20132025", "4th of March 2025", "04/03/2025 10:30 AM", "04/03/2025, 10:30:00", "04 / 03 / 2025",
        "2025-03-04T10:00:00+01:00",
    ],
)  # fmt: skip
def test_the_fourth_of_march_is_read_day_first(text):
    assert read_date(text) == FOURTH_OF_MARCH


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("12/3", "no year"), ("4 March", "no year"), ("Mar-25", "without a day"), ("Jun-24", "without a day"),
        ("June 2024", "without a day"), ("03/2025", "without a day"), ("2025-03", "without a day"),
        ("2025", "year without"), ("31/02/2025", "does not have"), ("31/06/2012", "does not have"),
        ("02/13/2025", "US order"), ("03/31/25", "US order"), ("29/02/2025", "does not have"),
        ("2025-13-01", "not 1 to 12"), ("20251301", "not 1 to 12"), ("04/00/2025", "not 1 to 12"),
        ("03/45/2025", "not 1 to 12"), ("04/03/0025", "outside 1950 to 2099"), ("4/3/2205", "outside 1950 to 2099"),
        ("04/03/1949", "outside"), ("31/12/9999", "outside"), ("12/03/87", "two digits over 49"),
        ("1/1/50", "two digits over 49"), ("30/02/87", "does not have"), ("O4/O3/2025", "letter such as O"),
        ("l2/03/2025", "letter such as O"), ("March 4, 2025", "month before"), ("Exp 01/02/25", "other words"),
        ("Booked 12/3", "other words"), ("12/03/2025 (e-learning)", "other words"), ("Tue 4 March 2025", "other words"),
        ("1", "not a date"), ("10", "not a date"), ("today", "not a date"), ("last week", "not a date"),
        ("04/03-2025", "not a date"), ("00/01/2025", "does not have"), ("Mat leave", "not a date"), ("", "not a date"),
        ("45720", "not a date"), ("04/03/2025 25:99", "other words"), ("4/3/2", "not a date"), ("May", "not a date"),
    ],
)  # fmt: skip
def test_what_is_not_one_day_is_refused_with_its_reason(text, reason):
    found = read_date(text)
    assert isinstance(found, Unreadable)
    assert reason in found.reason
    assert found.several


@given(
    st.dates(min_value=date(1950, 1, 1), max_value=date(2099, 12, 31)), st.sampled_from(FORMS), st.sampled_from(TIMES)
)
def test_every_day_comes_back_from_every_way_of_writing_it(day, form, time):
    assert read_date(typed(day, form, time)) == day


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2049, 12, 31)), st.sampled_from(SHORT_YEARS))
def test_two_digits_of_a_year_are_of_this_half_of_the_century(day, form):
    text = typed(day, form)
    assert read_date(text) == day
    assert has_two_digit_year(text)


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(1999, 12, 31)), st.sampled_from(SHORT_YEARS))
def test_two_digits_of_a_year_that_may_be_of_either_century_are_not_guessed(day, form):
    assert isinstance(read_date(typed(day, form)), Unreadable)


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2099, 12, 31)), st.sampled_from(FORMS))
def test_a_year_written_in_full_is_no_year_of_two_digits(day, form):
    assert not has_two_digit_year(typed(day, form))


@given(st.text(max_size=12) | st.text(alphabet="0123456789/.- :janfebOl", max_size=20))
def test_no_text_at_all_breaks_the_reading_of_dates(text):
    assert isinstance(read_date(text), date | Unreadable)


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2049, 12, 31)))
def test_eight_digits_that_begin_with_the_day_are_never_taken_for_another_day(day):
    assert isinstance(read_date(f"{day:%d%m%Y}"), Unreadable)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [("04/03/2025", (4, 3)), ("03/13/2025", (3, 13)), ("13.3.25", (13, 3)), ("12/03/2025 (late)", (12, 3)),
     ("2025-03-04", None), ("4 March 2025", None), ("12/3", None), ("x", None)],
)  # fmt: skip
def test_the_numbers_of_a_date_can_be_had_unread(text, numbers):
    assert first_two_numbers(text) == numbers


def test_excel_numbers_its_days_from_1900_or_on_old_macs_from_1904():
    assert day_numbered(45720) == MIDNIGHT
    assert day_numbered(45720 - 1462, counts_from_1904=True) == MIDNIGHT
    assert day_numbered(45720.5) == NOON
    assert day_numbered(0) is None
    assert day_numbered(20250304) is None
