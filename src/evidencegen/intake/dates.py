"""A strict UK grammar of dates."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from evidencegen.intake.words import plain

FIRST_YEAR = 1950
LAST_YEAR = 2099
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TIME = r"(?:[ t]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?z?)?"
_MONTH = (
    r"(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_UK = re.compile(rf"(\d{{1,2}})([/.-])(\d{{1,2}})\2(\d{{4}}|\d{{2}}){_TIME}")
_ISO = re.compile(rf"(\d{{4}})([/.-])(\d{{1,2}})\2(\d{{1,2}}){_TIME}")
_EIGHT_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})")
_NAMED = re.compile(rf"(\d{{1,2}})(?:st|nd|rd|th)?[ /.-]?{_MONTH}\.?,?[ /.-]?(\d{{4}}|\d{{2}}){_TIME}")
_WITHIN = re.compile(r"\d{1,2}([/.-])\d{1,2}\1\d{2,4}|\d{4}-\d{2}-\d{2}")
_WRONG = (
    (re.compile(r"(?=.*o)[\do]{1,2}[/.-][\do]{1,2}[/.-][\do]{2,4}"), "has the letter O where a nought should be"),
    (re.compile(rf"\d{{1,2}}[/.-]\d{{1,2}}|\d{{1,2}}(?:st|nd|rd|th)?[ -]?{_MONTH}"), "has no year"),
    (re.compile(rf"{_MONTH}[ /.'-]*(?:\d{{4}}|\d{{2}})|\d{{1,2}}[/.-]\d{{4}}"), "is a month without a day"),
    (re.compile(rf"{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{2,4}}"), "has the month before the day"),
    (re.compile(r"(?:19|20)\d{2}"), "is a year without a day and a month"),
)


@dataclass(frozen=True)
class Unreadable:
    """Why a text is not a date: words that go on from "this"."""

    reason: str


def read_date(text: str) -> date | Unreadable:
    """The one day a UK reader takes `text` to mean, or the reason there is none.

    Day first; years of two digits are 20yy; a time of day is dropped. Nothing is
    completed: a date without a year or a day stays unreadable.
    """
    words = plain(text)
    if found := _ISO.fullmatch(words):
        return day_of(int(found[1]), int(found[3]), int(found[4]))
    if found := _UK.fullmatch(words):
        return day_of(_year(found[4]), int(found[3]), int(found[1]))
    if found := _EIGHT_DIGITS.fullmatch(words):
        return day_of(int(found[1]), int(found[2]), int(found[3]))
    if found := _NAMED.fullmatch(words):
        return day_of(_year(found[3]), MONTHS.index(found[2][:3]) + 1, int(found[1]))
    for pattern, reason in _WRONG:
        if pattern.fullmatch(words):
            return Unreadable(reason)
    if _WITHIN.search(words):
        return Unreadable("has other words beside the date")
    return Unreadable("is not a date")


def day_of(year: int, month: int, day: int) -> date | Unreadable:
    """The day with these numbers, where the calendar has it and a register could hold it."""
    if not 1 <= month <= 12:
        american = " (perhaps the US order, month first)" if 1 <= day <= 12 else ""
        return Unreadable(f"has month {month}{american}")
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return Unreadable(f"has the year {year:04d}, outside {FIRST_YEAR} to {LAST_YEAR}")
    try:
        return date(year, month, day)
    except ValueError:
        return Unreadable(f"is a day that {month:02d}/{year} does not have")


def day_numbered(serial: float, counts_from_1904: bool = False) -> datetime | None:
    """The day and time Excel means by a number, or None where it has none by that number."""
    if not 1 <= serial < 2_958_466:
        return None
    start = date(1904, 1, 1) if counts_from_1904 else date(1899, 12, 30 if serial >= 61 else 31)
    try:
        return datetime.combine(start, time.min) + timedelta(seconds=round(serial * 86_400))
    except OverflowError:
        return None


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)
