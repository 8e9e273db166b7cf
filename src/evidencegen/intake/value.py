"""One cell, read as its column says."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from evidencegen.intake.dates import Unreadable, day_numbered, day_of, read_date
from evidencegen.intake.kind import Form
from evidencegen.intake.register import Column
from evidencegen.intake.sheet import Fault, Value
from evidencegen.intake.words import did_you_mean, key, left_blank, plain, shortened, tidy
from evidencegen.period import day_words

Read = str | float | datetime | None
DIGITS_EXCEL_KEEPS = 15
MOST_MONTHS = 999
FIRST_LIKELY_SERIAL, LAST_LIKELY_SERIAL = 36_526, 55_153
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_MONTHS = re.compile(r"(?:every |each )?(\d+|[a-z]+)?[ -]?(month|months|monthly|mths|m|year|years|yearly|yrs|yr|y)")
_NUMBER_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10, "twelve": 12}
_FREQUENCIES = {
    "annual": 12, "annually": 12, "yearly": 12, "once a year": 12, "monthly": 1, "quarterly": 3, "half yearly": 6,
    "never": 0, "none": 0, "once only": 0, "once": 0, "one off": 0, "no expiry": 0, "does not expire": 0,
    "no refresh": 0,
}  # fmt: skip


@dataclass(frozen=True)
class Unfit:
    """Why a cell cannot be read as its column says: the kind of problem, and how to mend it."""

    key: str
    mend: str
    reason: str = ""


Reader = Callable[[Value], Read | Unfit]


def reader(column: Column, counts_from_1904: bool = False) -> Reader:
    """A function that reads one cell of `column`: a value, None for a blank, or why neither."""
    form = column.kind.form
    if form is Form.DATE:
        read: Reader = lambda value: _date(value, counts_from_1904)  # noqa: E731
    elif form is Form.ONE:
        words = _codes_by_word(column.kind.codes)
        read = lambda value: _one(value, words, column.kind.codes)  # noqa: E731
    elif form is Form.MANY:
        words = _codes_by_word(column.kind.codes)
        read = lambda value: _many(value, words, column.kind.codes)  # noqa: E731
    else:
        read = {
            Form.TEXT: _text, Form.NAME: _words, Form.PROSE: _words, Form.NUMBER: _number, Form.MONTHS: read_months,
        }[form]  # fmt: skip
    return lambda value: _unless_blank(value, read)


def written(value: Value) -> str:
    """A cell as its owner would say it: 7.0 is "7", a day is "04/03/2025"."""
    if isinstance(value, Fault):
        return value.shown
    if isinstance(value, datetime):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def read_months(value: Value) -> Read | Unfit:
    """Months between refreshers: 12, "annual" and "every 3 years" alike; 0 where it never runs out."""
    asked = Unfit("cell.unreadable", "write the number of months, or `never` where it does not run out")
    if isinstance(value, bool | datetime | Fault) or plain(written(value)).startswith("-"):
        return asked
    words = key(written(value)) if isinstance(value, str) else written(value)
    if words in _FREQUENCIES:
        return float(_FREQUENCIES[words])
    if words.isdecimal():
        months = int(words)
    elif found := _MONTHS.fullmatch(words):
        number = found[1] or "1"
        if not number.isdecimal() and number not in _NUMBER_WORDS:
            return asked
        months = _NUMBER_WORDS.get(number) or int(number)
        months *= 12 if found[2].startswith("y") else 1
    else:
        return asked
    return float(months) if months <= MOST_MONTHS else asked


def _unless_blank(value: Value, read: Reader) -> Read | Unfit:
    if isinstance(value, Fault):
        return _faulty(value)
    if isinstance(value, str) and left_blank(value):
        return None
    return read(value)


def _faulty(fault: Fault) -> Unfit:
    if fault.key == "cell.not_calculated":
        return Unfit(fault.key, "open the workbook in Excel and save it, then run `evidencegen check` again")
    return Unfit(fault.key, "mend the formula or type the value, then run `evidencegen check` again")


def _words(value: Value) -> Read | Unfit:
    return value.strip() if isinstance(value, str) else written(value)


def _text(value: Value) -> Read | Unfit:
    if isinstance(value, datetime):
        return Unfit("cell.turned_into_date", "format the column as Text in Excel and type the cell again")
    if isinstance(value, int | float) and len(str(abs(int(value)))) > DIGITS_EXCEL_KEEPS:
        return Unfit(
            "cell.number_cut_short",
            f"Excel keeps only {DIGITS_EXCEL_KEEPS} digits of a number: format the column as Text and type it again",
        )
    return tidy(written(value))


def _number(value: Value) -> Read | Unfit:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    bare = re.sub(r"[\s,]", "", written(value))
    if isinstance(value, str) and _NUMBER.fullmatch(bare):
        return float(bare)
    return Unfit("cell.unreadable", "write a number alone, without words or signs")


def _date(value: Value, counts_from_1904: bool) -> Read | Unfit:
    if isinstance(value, datetime):
        day = day_of(value.year, value.month, value.day)
    elif isinstance(value, int | float) and FIRST_LIKELY_SERIAL <= value <= LAST_LIKELY_SERIAL:
        meant = day_numbered(value, counts_from_1904)
        offer = f": as a date this number is {day_words(meant.date())}" if meant else ""
        return Unfit("cell.unreadable", f"format the cell as a date in Excel{offer}", "is a number")
    else:
        day = read_date(written(value))
    if isinstance(day, date):
        return datetime.combine(day, time.min)
    return Unfit("cell.unreadable", _mend_date(value, day), day.reason)


def _mend_date(value: Value, unreadable: Unreadable) -> str:
    if isinstance(value, str) and key(value) in ("n a", "na", "not applicable", "none"):
        return "leave the cell blank, or put a dash, where there is no date"
    return f"this {unreadable.reason}: correct the cell and run `evidencegen check` again"


def _codes_by_word(codes: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    by_word = {key(word): code for code, words in codes.items() for word in words}
    for code in codes:
        by_word.setdefault(key(code.replace("_", " ")), code)
    return by_word


def _one(value: Value, words: Mapping[str, str], codes: Mapping[str, tuple[str, ...]]) -> Read | Unfit:
    text = written(value)
    return words.get(key(text)) or _not_listed(text, codes)


def _many(value: Value, words: Mapping[str, str], codes: Mapping[str, tuple[str, ...]]) -> Read | Unfit:
    """Codes between bars: the cell as a whole, or parted at `;` and line ends, or at `,` too."""
    text = written(value)
    if whole := words.get(key(text)):
        return f"|{whole}|"
    for part_at in (r"[;\n]", r"[;,\n]"):
        parts = [part for part in re.split(part_at, text) if part.strip()]
        found = [words.get(key(part), "") for part in parts]
        if found and all(found):
            return f"|{'|'.join(dict.fromkeys(found))}|"
    strange = next((part for part in parts if key(part) not in words), text)
    return _not_listed(strange, codes)


def _not_listed(text: str, codes: Mapping[str, tuple[str, ...]]) -> Unfit:
    near = did_you_mean(text, [word for words in codes.values() for word in words])
    mend = "choose one of the words listed" + (f': did you mean "{near}"?' if near else "")
    return Unfit("cell.not_listed", mend, f'"{shortened(text)}" is not on the list')
