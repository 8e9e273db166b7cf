"""Dates as people in the UK type them."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencegen.intake.dates import Unreadable, day_numbered, read_date

FOURTH_OF_MARCH = date(2025, 3, 4)
MIDNIGHT, NOON = datetime.fromisoformat("2025-03-04"), datetime.fromisoformat("2025-03-04 12:00")


@pytest.mark.parametrize(
    "typed",
    [
        "04/03/2025", "4/3/2025", "4/3/25", "04.03.2025", "04-03-2025", "2025-03-04", "2025/03/04", "20250304",
        "4 Mar 2025", "4 March 2025", "4th March 2025", "4-Mar-25", "04 MAR 25", "4 Mar. 2025", " 04/03/2025 ",
        "04/03/2025 10:30", "2025-03-04T00:00:00", "2025-03-04 09:15:00", "04/03/2025\u200b", "4\u00a0March 2025",
        "04\u201303\u20132025",
    ],
)  # fmt: skip
def test_the_fourth_of_march_is_read_day_first(typed):
    assert read_date(typed) == FOURTH_OF_MARCH


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("12/3", "no year"), ("4 March", "no year"), ("Mar-25", "without a day"), ("June 2024", "without a day"),
        ("03/2025", "without a day"), ("2025", "year without"), ("31/02/2025", "does not have"),
        ("31/06/2012", "does not have"), ("02/13/2025", "US order"), ("29/02/2025", "does not have"),
        ("2025-13-01", "month 13"), ("04/03/0025", "0025"), ("4/3/2205", "2205"), ("04/03/1949", "1949"),
        ("O4/O3/2025", "letter O"), ("March 4, 2025", "month before"), ("Exp 01/02/25", "other words"),
        ("Booked 12/03/25", "other words"), ("1", "not a date"), ("today", "not a date"), ("last week", "not a date"),
        ("04/03-2025", "not a date"), ("00/01/2025", "does not have"), ("Mat leave", "not a date"), ("", "not a date"),
    ],
)  # fmt: skip
def test_what_is_not_one_day_is_refused_with_its_reason(typed, reason):
    found = read_date(typed)
    assert isinstance(found, Unreadable)
    assert reason in found.reason


@given(st.dates(min_value=date(1950, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_comes_back_from_every_way_of_writing_it(day):
    for form in ("%d/%m/%Y", "%Y-%m-%d", "%Y%m%d", "%d %B %Y", "%d %b %Y", "%d.%m.%Y"):
        assert read_date(day.strftime(form)) == day


@given(st.text(max_size=12))
def test_no_text_at_all_breaks_the_reading_of_dates(text):
    assert isinstance(read_date(text), date | Unreadable)


def test_excel_numbers_its_days_from_1900_or_on_old_macs_from_1904():
    assert day_numbered(45720) == MIDNIGHT
    assert day_numbered(45720 - 1462, counts_from_1904=True) == MIDNIGHT
    assert day_numbered(45720.5) == NOON
    assert day_numbered(0) is None
    assert day_numbered(20250304) is None
