"""What a number format makes of a number: a day, a share of a hundred, or a number."""

import re
from enum import Enum

from evidencegen.intake.dates import day_numbered
from evidencegen.intake.sheet import Fault, Percent, Value

_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
_DATE_FORMATS = frozenset((14, 15, 16, 17, 22, *range(27, 32), 36, *range(50, 59)))
_PERCENT_FORMATS = frozenset((9, 10))
LONGEST_FORMAT = 255
DAMAGED_NUMBER = Fault("cell.damaged", "a cell whose number is damaged")


class Shown(Enum):
    """How the numbers of a cell style are shown."""

    NUMBER = "number"
    DAY = "day"
    PERCENT = "percent"


def shown_by(number: int, code: str | None = None) -> Shown:
    """What format `number` shows; `code` is its text, None where Excel has it built in.

    A format that shows a time alone shows a number.
    """
    if code is None:
        if number in _DATE_FORMATS:
            return Shown.DAY
        return Shown.PERCENT if number in _PERCENT_FORMATS else Shown.NUMBER
    signs = _QUOTED.sub("", code[:LONGEST_FORMAT].partition(";")[0]).lower()
    if "general" in signs:
        return Shown.NUMBER
    if any(s in signs for s in "dy") or ("m" in signs and "h" not in signs and "s" not in signs):
        return Shown.DAY
    return Shown.PERCENT if "%" in signs else Shown.NUMBER


def as_shown(number: float, shown: Shown, counts_from_1904: bool = False) -> Value:
    """The value a reader of the sheet sees; a number that is no day stays one, and what is no number is a fault."""
    if number - number != 0:
        return DAMAGED_NUMBER
    if shown is Shown.DAY and (day := day_numbered(number, counts_from_1904)):
        return day
    if shown is Shown.PERCENT:
        return Percent(number)
    whole = int(number)
    return whole if whole == number else number
