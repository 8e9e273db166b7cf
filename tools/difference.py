"""Why one cell reads otherwise in openpyxl than here: a named class for each true reason."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from evidencegen.intake.sheet import Fault, Sheet

UNEXPLAINED = "UNEXPLAINED"
FILLED = "filled from a merged cell; openpyxl leaves it blank"
BENEATH = "beneath a merged cell; openpyxl drops it"
ERROR = "an error such as #REF!; openpyxl gives it as text"
NO_VALUE = "a formula without a stored value; openpyxl gives a blank"
SPACES = "nothing but spaces, or an empty text: blank here"
LINK = "no value, but a link; openpyxl puts the link's address there"
DAMAGED = "a damaged cell, told as one; openpyxl gives a blank"
ESCAPE = "a sign written as _x000D_, put back here"
LINE_END = "a line end of Windows or an old Mac"
LENGTH = "a time or a length of time without a day: its number here"
HOURS_ALONE = "a number of days shown as a time; openpyxl makes a date of it"
FRACTION = "a time of day, rounded to the second here"
EARLY = "a day before March 1900, when Excel counts a day that never was"
NEGATIVE = "a negative number shown as a date; openpyxl counts back from 1900"
NO_SUCH_DAY = "a number that is no day, under a date format; openpyxl gives #VALUE!"
DAY_FORMAT = "a number shown as a day in a format that openpyxl does not know"
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_SECOND = timedelta(seconds=1)
_A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Readings:
    """One sheet as both read it; `theirs` holds openpyxl's cells with a value, by row and column."""

    ours: Sheet
    theirs: dict[tuple[int, int], Any]
    starts_1904: bool

    @property
    def places(self) -> set[tuple[int, int]]:
        """Row and column of every cell that holds anything to either."""
        return {*self.theirs, *((row, column) for row, cells in self.ours.rows.items() for column in cells)}

    def differences(self) -> Iterator[tuple[int, int, str]]:
        """Row, column and reason of every cell that the two read otherwise."""
        beneath = set(self.ours.beneath_merges())
        for row, column in sorted(self.places):
            cell = self.theirs.get((row, column))
            ours = self.ours.rows.get(row, {}).get(column)
            if (row, column) in self.ours.filled and cell is None:
                yield row, column, FILLED
            elif (row, column) in beneath and cell is None:
                yield row, column, BENEATH
            elif not _alike(None if cell is None else cell.value, ours):
                yield row, column, self._why(cell, ours)

    def _why(self, cell: Any, ours: Any) -> str:
        theirs = None if cell is None else cell.value
        if isinstance(ours, Fault):
            return _of_a_fault(cell, theirs, ours)
        if ours is None:
            return _of_a_blank(cell, theirs)
        if isinstance(ours, str) and isinstance(theirs, str):
            return _of_texts(theirs, ours)
        if isinstance(ours, datetime) and isinstance(theirs, datetime):
            return _of_days(theirs, ours)
        if isinstance(ours, datetime) and isinstance(theirs, int | float):
            return DAY_FORMAT if abs(self._day(theirs) - ours) < _SECOND else UNEXPLAINED
        if isinstance(ours, int | float) and not isinstance(ours, bool):
            return self._of_a_number(cell, theirs, ours)
        return UNEXPLAINED

    def _of_a_number(self, cell: Any, theirs: Any, ours: float) -> str:
        if theirs == "#VALUE!" and cell.is_date:
            return NO_SUCH_DAY
        if isinstance(theirs, time | timedelta):
            return LENGTH if abs(_days(theirs) - ours) < 1e-5 * max(1, abs(ours)) else UNEXPLAINED
        if isinstance(theirs, datetime) and abs(self._day(ours) - theirs) < _A_DAY + _SECOND:
            if ours < 0:
                return NEGATIVE
            return UNEXPLAINED if set(cell.number_format.lower()) & set("dy") else HOURS_ALONE
        return UNEXPLAINED

    def _day(self, number: float) -> datetime:
        start = datetime(1904, 1, 1) if self.starts_1904 else datetime(1899, 12, 30)  # noqa: DTZ001
        return start + timedelta(days=number)


def _days(length: time | timedelta) -> float:
    if isinstance(length, time):
        length = datetime.combine(date.min, length) - datetime.combine(date.min, time())
    return length / _A_DAY


def _alike(theirs: Any, ours: Any) -> bool:
    if isinstance(theirs, date) and not isinstance(theirs, datetime):
        theirs = datetime.combine(theirs, time())
    numbers = type(theirs) in (int, float) and isinstance(ours, int | float) and not isinstance(ours, bool)
    return (numbers or type(theirs) is type(ours)) and bool(theirs == ours)


def _of_a_fault(cell: Any, theirs: Any, ours: Fault) -> str:
    if theirs == ours.shown:
        return ERROR
    if theirs == "#VALUE!" and cell.is_date:
        return NO_SUCH_DAY
    if theirs is None or _is_link(cell, theirs):
        return {"cell.not_calculated": NO_VALUE, "cell.damaged": DAMAGED}.get(ours.key, UNEXPLAINED)
    return UNEXPLAINED


def _of_a_blank(cell: Any, theirs: Any) -> str:
    if isinstance(theirs, str) and not _unescaped(theirs).strip():
        return SPACES
    return LINK if _is_link(cell, theirs) else UNEXPLAINED


def _is_link(cell: Any, theirs: Any) -> bool:
    link = cell.hyperlink
    return link is not None and theirs in (link.target, link.location)


def _of_texts(theirs: str, ours: str) -> str:
    """openpyxl also deletes every "x005F_", the sign that keeps an escape from being one."""
    if ours in (_unescaped(theirs), _unescaped(theirs).replace("x005F_", "")):
        return ESCAPE
    return LINE_END if _lines(theirs) == _lines(ours) else UNEXPLAINED


def _lines(text: str) -> str:
    return _unescaped(text).replace("\r\n", "\n").replace("\r", "\n")


def _of_days(theirs: datetime, ours: datetime) -> str:
    apart = abs(theirs - ours)
    if apart < _SECOND:
        return FRACTION
    return EARLY if apart <= _A_DAY and theirs.year <= 1900 else UNEXPLAINED


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
