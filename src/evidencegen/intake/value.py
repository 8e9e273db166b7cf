"""One cell, read as its column says."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

from evidencegen.intake.dates import NOT_A_DATE, Unreadable, day_numbered, day_of, read_date
from evidencegen.intake.kind import NO, NOT_APPLICABLE, YES, Form, codes_by_word, spoken
from evidencegen.intake.known import without_note
from evidencegen.intake.register import Column
from evidencegen.intake.sheet import Fault, Percent, Value
from evidencegen.intake.words import did_you_mean, key, left_blank, plain, shortened, tidy
from evidencegen.period import day_words

Read = str | float | datetime | None
DIGITS_EXCEL_KEEPS = 15
MOST_MONTHS = 999
FIRST_LIKELY_SERIAL, LAST_LIKELY_SERIAL = 36_526, 55_153
LONGEST_WORD, MOST_WORDS = 60, 12
MANY_WORDS = "many words that are not on the list"
_NUMBER = re.compile(r"-?(?:\d+|\d{1,3}(?:[ ,]\d{3})+)(?:\.\d+)?")
_CUT_SHORT = re.compile(r"\d(?:\.\d+)?E\+\d{2}")
_ERRORS = re.compile(r"#(?:n/a|ref!|value!|div/0!|name\?|null!|num!|spill!|calc!|field!|getting_data)|##+")
_NONE_SUCH = frozenset(map(spoken, (*NOT_APPLICABLE, "None", "Nil", "Null")))
_PARTED_AT = tuple(
    re.compile(signs, re.IGNORECASE)
    for signs in (r"[;\n]", r"[;,\n]", r"[;,\n/]", r"[;,\n&+]| and ", r"[;,\n/&+]| and ")
)
_EITHER = re.compile(r"[;,\n/&+]| and | or ", re.IGNORECASE)
_MONTHS = re.compile(r"(?:every |each )?(\d+|[a-z]+)?[ -]?(month|months|monthly|mths|m|year|years|yearly|yrs|yr|y)")
_NUMBER_WORDS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10, "twelve": 12}
_FREQUENCIES = {
    "annual": 12, "annually": 12, "yearly": 12, "once a year": 12, "monthly": 1, "quarterly": 3, "half yearly": 6,
    "never": 0, "none": 0, "once only": 0, "once": 0, "one off": 0, "no expiry": 0, "does not expire": 0,
    "no refresh": 0,
}  # fmt: skip


@dataclass(frozen=True)
class Unfit:
    """Why a cell cannot be read as its column says: the kind of problem, and how to mend it.

    Cells with the same `key` and `reason` are told together, as so many of what `several` calls them.
    Where `note` is set the cell is read as blank, and that is said.
    """

    key: str
    mend: str = field(compare=False)
    reason: str = ""
    several: str = field(default="", compare=False)
    note: bool = False


Reader = Callable[[Value], Read | Unfit]


@dataclass(frozen=True)
class _Listed:
    """The words of one column's list: the code each stands for, those that may stand for several, and the
    words met that are not on it.
    """

    column: Column
    codes: Mapping[str, str]
    asked: Mapping[str, tuple[str, ...]]
    strange: set[str] = field(default_factory=set)


def reader(
    column: Column, counts_from_1904: bool = False, own: Mapping[str, str] | None = None, heading: str = ""
) -> Reader:
    """A function that reads one cell of `column`: a value, None for a blank, or why neither.

    `own` gives the codes of the owner's own words, which go before the register's; under a `heading` that
    could be asking the opposite, the words it leaves open are asked about.
    """
    form = column.kind.form
    if form is Form.DATE:
        read: Reader = lambda value: _date(value, counts_from_1904, column.required)  # noqa: E731
    elif form is Form.NUMBER:
        read = lambda value: _number(value, column.kind.per_cent, column.required)  # noqa: E731
    elif form in (Form.ONE, Form.MANY):
        listed = _listed(column, own or {}, heading)
        read = (lambda value: _one(value, listed)) if form is Form.ONE else (lambda value: _many(value, listed))
    else:
        read = {Form.TEXT: _text, Form.NAME: _words, Form.PROSE: _words, Form.MONTHS: read_months}[form]
    return lambda value: _unless_blank(value, read)


def written(value: Value) -> str:
    """A cell as its owner would say it: 7.0 is "7", a day is "04/03/2025", 0.87 shown with a per cent sign is "87%"."""
    if isinstance(value, Fault):
        return value.shown
    if isinstance(value, datetime):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, Percent):
        return f"{written(_hundredths(value))}%"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def read_months(value: Value) -> Read | Unfit:
    """Months between refreshers: 12, "annual" and "every 3 years" alike; 0 where it never runs out."""
    asked = Unfit("cell.unreadable", "write the number of months, or `never` where it does not run out")
    if isinstance(value, bool | datetime | Fault) or plain(written(value)).startswith("-"):
        return asked
    words = key(written(value)) if isinstance(value, str) else written(value)
    if len(words) > LONGEST_WORD:
        return asked
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
    if isinstance(value, str) and not value[:1].isalnum():
        if left_blank(value):
            return None
        if _ERRORS.fullmatch(plain(value)):
            return _faulty(Fault("cell.error", value))
    return read(value)


def _faulty(fault: Fault) -> Unfit:
    if fault.key == "cell.not_calculated":
        mend = "open the workbook in Excel and save it, then run `evidencegen check` again"
        return Unfit(fault.key, mend, several="formulas that were never worked out")
    mend = "mend the formula or type the value, then run `evidencegen check` again"
    return Unfit(fault.key, mend, several="cells that hold an error")


def _words(value: Value) -> Read | Unfit:
    return value.strip() if isinstance(value, str) else written(value)


def _text(value: Value) -> Read | Unfit:
    if isinstance(value, datetime):
        mend = "format the column as Text in Excel and type the cell again"
        return Unfit("cell.turned_into_date", mend, several="texts that Excel turned into dates")
    cut = isinstance(value, int | float) and abs(value) >= 10**DIGITS_EXCEL_KEEPS
    if cut or (isinstance(value, str) and "E+" in value and _CUT_SHORT.fullmatch(value.strip())):
        return Unfit(
            "cell.number_cut_short",
            f"Excel keeps only {DIGITS_EXCEL_KEEPS} digits of a number: format the column as Text and type it again",
            several="long numbers that Excel has cut short",
        )
    return tidy(value if isinstance(value, str) else written(value))


def _number(value: Value, per_cent: bool, required: bool) -> Read | Unfit:
    if isinstance(value, int | float) and not isinstance(value, bool | Percent):
        return float(value)
    bare = plain(written(value)) if isinstance(value, str | Percent) else ""
    share = bare.endswith("%")
    if len(bare) <= LONGEST_WORD and _NUMBER.fullmatch(bare.removesuffix("%").rstrip()) and (per_cent or not share):
        return float(re.sub("[ ,%]", "", bare))
    if isinstance(value, str) and spoken(value) in _NONE_SUCH and not required:
        return _no_such("number")
    if share:
        return Unfit("cell.unreadable", "write a number: this column counts, and holds no share", "is a share")
    return Unfit("cell.unreadable", "write a number alone, without words or signs")


def _hundredths(share: float) -> float:
    return round(float(share) * 100, 10)


def _date(value: Value, counts_from_1904: bool, required: bool) -> Read | Unfit:
    if isinstance(value, datetime):
        day = day_of(value.year, value.month, value.day)
    elif isinstance(value, int | float) and not isinstance(value, bool | Percent):
        return _day_as_number(value, counts_from_1904)
    elif isinstance(value, str) and spoken(value) in _NONE_SUCH:
        if not required:
            return _no_such("date")
        day = Unreadable("is not a date, and no record can do without it")
    else:
        day = read_date(written(value))
    if isinstance(day, date):
        return datetime.combine(day, time.min)
    mend = f"this {day.reason}: correct the cell and run `evidencegen check` again"
    if day == NOT_A_DATE and not required:
        mend = f"this {day.reason}: write the day, or leave the cell blank if there is none"
    return Unfit("cell.unreadable", mend, day.reason, day.several)


def _day_as_number(value: float, counts_from_1904: bool) -> Unfit:
    """A number is never taken for a day: Excel shows it as a number, or, where it is out of range, as ####."""
    meant = day_numbered(value, counts_from_1904) if FIRST_LIKELY_SERIAL <= value <= LAST_LIKELY_SERIAL else None
    day = meant.date() if meant else read_date(written(value))
    offer = f": as a date, {written(value)} is {day_words(day)}" if isinstance(day, date) else ""
    mend = f"format the cell as a date in Excel{offer}" if meant else f"type the date again{offer}"
    reason = "is a number that may be a date" if offer else "is a number"
    return Unfit("cell.unreadable", mend, reason, "numbers where dates should be")


def _no_such(noun: str) -> Unfit:
    return Unfit(
        "cell.not_applicable",
        f"nothing, if there is no {noun} to give: such a cell is read as blank, as a dash would be",
        "says that there is none",
        note=True,
    )


def _listed(column: Column, own: Mapping[str, str], heading: str) -> _Listed:
    kind = column.kind
    asked = {spoken(word): codes for word, codes in kind.asked.items()}
    if {key(heading), key(without_note(heading))} & set(map(key, column.asked_under)):
        asked |= dict.fromkeys(map(spoken, (*YES, *NO)), tuple(c for c in ("yes", "no") if c in kind.codes))
    ours = {spoken(word): code for word, code in own.items()}
    known = {word: code for word, code in codes_by_word(kind).items() if word not in asked} | ours
    return _Listed(column, known, {word: codes for word, codes in asked.items() if word not in ours})


def _one(value: Value, listed: _Listed) -> Read | Unfit:
    text = written(value)
    return listed.codes.get(spoken(text)) or _unlisted(text, listed)


def _many(value: Value, listed: _Listed) -> Read | Unfit:
    """Codes between bars: the cell as a whole, or parted at `;` and line ends, or at `,`, `/` or "and" too."""
    text = written(value)
    if whole := listed.codes.get(spoken(text)):
        return f"|{whole}|"
    strange = [text]
    for part_at in _PARTED_AT:
        parts = [part for part in part_at.split(text) if part.strip()]
        found = [listed.codes.get(spoken(part), "") for part in parts]
        if found and all(found):
            return f"|{'|'.join(dict.fromkeys(found))}|"
        asked = [part for part in parts if spoken(part) in listed.asked]
        if asked or any(found):
            strange = asked or [part for part, code in zip(parts, found, strict=True) if not code]
        if asked:
            break
    return _unlisted(strange[0], listed)


def _unlisted(text: str, listed: _Listed) -> Unfit:
    """A word that may mean several things, or none on the list: what to write, and the line that would settle it."""
    word, column = shortened(text), listed.column
    may_mean = listed.asked.get(spoken(text), ()) or _each_part(text, listed)
    line = f"`values: {{{column.name}: {{{json.dumps(tidy(text), ensure_ascii=False)}: "
    pasted = " add to this workbook in evidence.yaml" if len(tidy(text)) <= LONGEST_WORD else ""
    if may_mean:
        titles = " or ".join(f'"{column.kind.title(code)}"' for code in may_mean)
        mend = f'"{word}" may mean {titles}: write which in each cell'
        others = f" (or {', '.join(f'`{code}`' for code in may_mean[1:])})" if may_mean[1:] else ""
        mend += f"; where it always means the same,{pasted} {line}{may_mean[0]}}}}}`{others}" if pasted else ""
        return Unfit("cell.ambiguous", mend, f'"{spoken(text)}" may mean several things')
    listed.strange.add(spoken(text))
    if len(listed.strange) > MOST_WORDS:
        mend = "choose words of the list; or see that this is the right column: hardly any of its words are on the list"
        return Unfit("cell.not_listed", mend, MANY_WORDS, "cells that say nothing on the list")
    near = did_you_mean(text, [word for words in column.kind.codes.values() for word in words])
    mend = "choose one of the words listed" + (f': did you mean "{near}"?' if near else "")
    code = listed.codes.get(spoken(near), "...") if near else "..."
    dots = "" if near else " with its word from the list for the dots"
    mend += f"; or, where it always means one of them,{pasted} {line}{code}}}}}`{dots}" if pasted else ""
    return Unfit("cell.not_listed", mend, f'"{spoken(text)}" is not on the list')


def _each_part(text: str, listed: _Listed) -> tuple[str, ...]:
    """The codes of "Family/advocate" where one alone is wanted; nothing unless every part is a word of the list."""
    if listed.column.kind.form is not Form.ONE:
        return ()
    found = [listed.codes.get(spoken(part), "") for part in _EITHER.split(text) if part.strip()]
    return tuple(dict.fromkeys(found)) if len(set(found)) > 1 and all(found) else ()
