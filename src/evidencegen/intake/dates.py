"""A strict UK grammar of dates."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from evidencegen.intake.words import plain

FIRST_YEAR = 1950
LAST_YEAR = 2099
LAST_OF_TWO_DIGITS = 49
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TIME = (
    r"(?:(?:,? +|t)(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d+)?)?(?: ?[ap]\.?m\.?)?(?: ?z| ?[+-]\d{2}:?\d{2})?)?"
)
_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_YEAR = r"(\d{4}|\d{2})"
_UK = re.compile(rf"(\d{{1,2}}) ?([/.-]) ?(\d{{1,2}}) ?\2 ?{_YEAR}{_TIME}")
_ISO = re.compile(rf"(\d{{4}})([/.-])(\d{{1,2}})\2(\d{{1,2}}){_TIME}")
_EIGHT_DIGITS = re.compile(rf"(\d{{4}})(\d{{2}})(\d{{2}}){_TIME}")
_NAMED = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ /.-]?{_MONTH}\.?,?[ /.-]?{_YEAR}{_TIME}")
_WITHIN = re.compile(
    rf"(?<![\d/.-])(?:\d{{1,2}}([/.-])\d{{1,2}}(?:\1\d{{2,4}})?|\d{{4}}-\d{{2}}-\d{{2}}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[ -]?{_MONTH})(?![\d/.-])"
)
_NUMBERS = re.compile(r"(\d{1,2}) ?([/.-]) ?(\d{1,2}) ?\2 ?(?:\d{4}|\d{2})\b.*")


@dataclass(frozen=True)
class Unreadable:
    """Why a text is not a date: words that go on from "this", and what several such are called."""

    reason: str
    several: str = "cells that are no date"


NOT_A_DATE = Unreadable("is not a date")
MONTH_FIRST = Unreadable(
    "has a month over 12: perhaps it is in the US order, month first", "dates with a month over 12"
)
NO_SUCH_MONTH = Unreadable("has a month that is not 1 to 12", "dates with no such month")
NO_SUCH_DAY = Unreadable("is a day that its month does not have", "days that their month does not have")
NO_SUCH_YEAR = Unreadable(
    f"has a year outside {FIRST_YEAR} to {LAST_YEAR}", f"dates with a year outside {FIRST_YEAR} to {LAST_YEAR}"
)
TWO_DIGITS = Unreadable(
    f"has a year of two digits over {LAST_OF_TWO_DIGITS}, which may be 19 or 20: write all four",
    f"dates with a year of two digits over {LAST_OF_TWO_DIGITS}",
)
_WRONG = (
    (
        re.compile(r"(?=.*[oil])[\doil]{1,2}[/.-][\doil]{1,2}[/.-][\doil]{2,4}"),
        Unreadable("has a letter such as O or l where a figure should be", "dates with a letter for a figure"),
    ),
    (
        re.compile(rf"\d{{1,2}}[/.-]\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)?(?: of)?[ -]?{_MONTH}"),
        Unreadable("has no year", "dates with no year"),
    ),
    (
        re.compile(rf"{_MONTH}[ /.'-]*(?:\d{{4}}|\d{{2}})|\d{{1,2}}[/.-]\d{{4}}|\d{{4}}[/.-]\d{{1,2}}"),
        Unreadable("is a month without a day", "months without a day"),
    ),
    (
        re.compile(rf"{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{2,4}}"),
        Unreadable("has the month before the day", "dates with the month before the day"),
    ),
    (
        re.compile(r"(?:19|20)\d{2}"),
        Unreadable("is a year without a day and a month", "years without a day and a month"),
    ),
)
_OTHER_WORDS = Unreadable("has other words or signs beside the date", "dates with other words beside them")


def read_date(text: str) -> date | Unreadable:
    """The one day a UK reader takes `text` to mean, or the reason there is none.

    Day first; a year of two digits is 2000 to 2049, and from 50 on it is not guessed; a time of day
    is dropped. Nothing is completed: a date without a year or a day stays unreadable.
    """
    words = plain(text)
    if found := _ISO.fullmatch(words):
        return day_of(int(found[1]), int(found[3]), int(found[4]))
    if found := _UK.fullmatch(words):
        return _day(found[4], int(found[3]), int(found[1]))
    if found := _EIGHT_DIGITS.fullmatch(words):
        return day_of(int(found[1]), int(found[2]), int(found[3]))
    if found := _NAMED.fullmatch(words):
        return _day(found[3], MONTHS.index(found[2][:3]) + 1, int(found[1]))
    for pattern, wrong in _WRONG:
        if pattern.fullmatch(words):
            return wrong
    return _OTHER_WORDS if _WITHIN.search(words) else NOT_A_DATE


def day_of(year: int, month: int, day: int) -> date | Unreadable:
    """The day with these numbers, where the calendar has it and a register could hold it."""
    if not 1 <= month <= 12:
        return NO_SUCH_MONTH
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return NO_SUCH_YEAR
    try:
        return date(year, month, day)
    except ValueError:
        return NO_SUCH_DAY


def day_numbered(serial: float, counts_from_1904: bool = False) -> datetime | None:
    """The day and time Excel means by a number, or None where it has none by that number."""
    if not 1 <= serial < 2_958_466:
        return None
    start = date(1904, 1, 1) if counts_from_1904 else date(1899, 12, 30 if serial >= 61 else 31)
    try:
        return datetime.combine(start, time.min) + timedelta(seconds=round(serial * 86_400))
    except OverflowError:
        return None


def first_two_numbers(text: str) -> tuple[int, int] | None:
    """The first two numbers of a date such as 04/03/2025, unread: (4, 3); None for any other text."""
    found = _NUMBERS.fullmatch(plain(text))
    return (int(found[1]), int(found[3])) if found else None


def has_two_digit_year(text: str) -> bool:
    """Whether a date that can be read gives its year in two digits."""
    words = plain(text)
    found = _UK.fullmatch(words)
    year = found[4] if found else named[3] if (named := _NAMED.fullmatch(words)) else ""
    return len(year) == 2


def _day(year: str, month: int, day: int) -> date | Unreadable:
    """A day whose numbers were typed in the UK order, the year last."""
    if 12 < month <= 31 and 1 <= day <= 12:
        return MONTH_FIRST
    if len(year) == 4:
        return day_of(int(year), month, day)
    known = day_of(2000 + int(year), month, day)
    return TWO_DIGITS if int(year) > LAST_OF_TWO_DIGITS and isinstance(known, date) else known
