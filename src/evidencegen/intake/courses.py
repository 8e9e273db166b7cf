"""Which columns of a training matrix are courses, and what their cells say."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from evidencegen.intake.account import NO_DATES, NOT_NEEDED, PERSONAL, SUB_TOTAL, UNKNOWN
from evidencegen.intake.address import a1, listed
from evidencegen.intake.dates import read_date
from evidencegen.intake.grouped import CERTIFICATE, COMPLETED, EXPIRES, METHOD, Part, parts_of
from evidencegen.intake.heading import Headings, is_sub_total
from evidencegen.intake.personal import is_personal
from evidencegen.intake.records import Records
from evidencegen.intake.register import Register
from evidencegen.intake.sheet import Fault, Sheet, Value
from evidencegen.intake.signs import as_note
from evidencegen.intake.value import read_months, written
from evidencegen.intake.words import key, left_blank, plain
from evidencegen.problem import Problem

DATE, STATUS, TICK, OTHER = "date", "status", "tick", "other"
STATUS_COLUMN = "status"
DONE = ("completed", "in date", "expiring", "expired")
ABOUT_THE_PERSON = (
    "Role", "Job role", "Job title", "Position", "Designation", "Department", "Service", "Site", "Location", "Branch",
    "Home", "Workplace", "Team", "Unit", "Start date", "Date started", "DOJ", "Leaving date", "Leave date", "End date",
    "Contract", "Employment", "Contract type", "Hours", "Contracted hours", "Shift", "Line manager", "Manager",
    "Supervisor", "Status", "Absence", "Long term absence", "Comments", "Comment", "Notes", "Note", "No", "Number",
    "Row", "Title", "Initials", "Staff name", "Name", "First name", "Surname", "Forename", "Probation end", "Completed",
    "Outstanding", "Frequency", "Method", "Last updated", "Grade", "Band",
)  # fmt: skip
_PERSON_KEYS = frozenset(map(key, ABOUT_THE_PERSON))
_TICKS = frozenset(("✓", "✔", "☑", "√", "ü", "p", "y", "yes", "x", "true", "1", "done", "complete", "achieved", "100%"))
_BOOKED = re.compile(r"booked\b.*", re.DOTALL)
_BRACKET = re.compile(r"(.*\S)\s*[(\[]([^()\[\]]+)[)\]]")
_FROM_TO = re.compile(r"(\S.*?)(?:\s+(?:-|to|until)\s+|(?<=/\d{2})-|(?<=/\d{4})-)(\S.*)")
_RUNS_OUT = re.compile(r"(?:exp|expires|expired|expiry|expiry date)\b\.?\s*(?::|on\b|-)?\s*(\S.*)")


@dataclass(frozen=True)
class Courses:
    """The columns of a matrix that are courses, by number, and why the others are not."""

    parts: Mapping[int, Part]
    unused: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Said:
    """What a matrix cell says: its sort, and its words by column; a date of unsaid meaning stands under `""`."""

    sort: str
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True)
class Sorts:
    """Tells what a matrix cell says, each distinct cell once; `statuses` and `methods` give the register's words."""

    statuses: Mapping[str, str]
    methods: Mapping[str, str]
    known: dict[tuple[type, Value], Said] = field(default_factory=dict, repr=False)

    def of(self, value: Value) -> Said:
        """What sort of cell it is (nothing for a blank), and what it says in the register's words."""
        if (type(value), value) not in self.known:
            self.known[type(value), value] = self._said(value)
        return self.known[type(value), value]

    def _said(self, value: Value) -> Said:
        if isinstance(value, bool) or value == 1:
            return Said(TICK)
        if isinstance(value, datetime | Fault):
            return Said(DATE, {"": value})
        text = plain(written(value))
        if left_blank(text):
            return Said("")
        status = self.statuses["booked"] if _BOOKED.fullmatch(text) else self.statuses.get(key(text), "")
        if text in _TICKS or (status and status in map(self.statuses.get, DONE)):
            return Said(TICK)
        if status:
            return Said(STATUS, {STATUS_COLUMN: status})
        if not any(c.isdigit() for c in text):
            return Said(OTHER, {"": value})
        return Said(DATE, self._date_and_more(text) or {"": value})

    def _date_and_more(self, text: str) -> dict[str, Value]:
        """A date with one thing beside it: the day it runs out, the word for that, or how the course was held."""
        if (found := _FROM_TO.fullmatch(text)) and _first_before(found[1], found[2]):
            return {COMPLETED: found[1], EXPIRES: found[2]}
        if (found := _RUNS_OUT.fullmatch(text)) and isinstance(read_date(found[1]), date):
            return {EXPIRES: found[1]}
        found = _BRACKET.fullmatch(text)
        method = self.methods.get(key(found[2])) if found else None
        if found and method and isinstance(read_date(found[1]), date):
            return {"": found[1], METHOD: method}
        return {}


def _first_before(one: str, other: str) -> bool:
    first, last = read_date(one), read_date(other)
    return isinstance(first, date) and isinstance(last, date) and first < last


def sorts_of(register: Register) -> Sorts:
    """The sorts of cell that the statuses and methods of `register` make."""
    statuses, methods = (_titles_by_word(register.column(name).kind.codes) for name in (STATUS_COLUMN, METHOD))
    return Sorts(statuses, methods)


def _titles_by_word(codes: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    by_code = {key(code.replace("_", " ")): words[0] for code, words in codes.items()}
    return by_code | {key(word): words[0] for words in codes.values() for word in words}


def may_be_course(heading: str) -> bool:
    """Whether a heading names neither a person, nor a personal detail, nor a sum."""
    return bool(heading) and not (
        key(heading) in _PERSON_KEYS or is_personal(heading, whole=True) or is_sub_total(heading)
    )


def tell_courses(
    sheet: Sheet, headings: Headings, kept: Mapping[str, int], records: Records, sorts: Sorts, by_part: bool
) -> Courses:
    """Courses are what is left when everything else is told apart.

    A column with words in it and no date, status or tick is a manager's name or a comment. `by_part` says that
    every course column is known to name its part: then no other is a course.
    """
    parts: dict[int, Part] = {}
    unused: dict[int, str] = {}
    columns = sorted({*headings.unused, *headings.columns.values()} - set(kept.values()))
    told = parts_of({column: title for column in columns if (title := headings.titles.get(column))})
    for column in columns:
        heading = headings.titles.get(column, "")
        if not heading:
            unused[column] = headings.unused.get(column, UNKNOWN)
        elif is_personal(heading, whole=True):
            unused[column] = PERSONAL
        elif is_sub_total(heading):
            unused[column] = SUB_TOTAL
        elif not may_be_course(heading) or (by_part and not told[column].part):
            unused[column] = headings.unused.get(column, UNKNOWN)
        elif told[column].part == CERTIFICATE:
            unused[column] = NOT_NEEDED
        elif not told[column].part and _only_words(sheet, column, records, sorts):
            unused[column] = NO_DATES
        else:
            parts[column] = told[column]
    return Courses(parts, unused)


def _only_words(sheet: Sheet, column: int, records: Records, sorts: Sorts) -> bool:
    found = {sorts.of(cell).sort for row in records.rows if (cell := sheet.rows[row].get(column)) is not None}
    return OTHER in found and not found & {DATE, STATUS, TICK}


def course_names(sheet: Sheet, headings: Headings, parts: Mapping[int, Part]) -> tuple[dict[int, Part], list[Problem]]:
    """The parts, their courses without "(annual)" and the like, a note of it, and a stop for each thing told twice."""
    named: dict[int, Part] = {}
    problems = []
    cut: dict[str, int] = {}
    for column, (title, part) in parts.items():
        bracket = _BRACKET.fullmatch(title)
        if bracket and isinstance(read_months(bracket[2]), float):
            cut.setdefault(title, column)
            named[column] = Part(bracket[1], part)
        else:
            named[column] = Part(title, part)
    if cut:
        problems.append(as_note(_cut(sheet, headings, cut)))
    by_key: dict[tuple[str, str], int] = {}
    for column, (course, part) in named.items():
        other = by_key.setdefault((key(course), part), column)
        if other != column:
            problems.append(_course_twice(sheet, headings, other, column))
    return named, problems


def _cut(sheet: Sheet, headings: Headings, cut: Mapping[str, int]) -> Problem:
    row = headings.row
    courses = listed(f'"{title}" ({a1(row, column)})' for title, column in cut.items())
    return Problem(
        key="matrix.refresh_in_heading",
        place=sheet.place(row),
        found=f"how often to refresh, in the heading of {courses}",
        wanted="the name of the course alone",
        why="a course goes by one name in every register; how often it is due stands in the required training",
        mend="nothing, if the required training says the same",
    )


def _course_twice(sheet: Sheet, headings: Headings, one: int, other: int) -> Problem:
    row = headings.row
    return Problem(
        key="heading.twice",
        place=sheet.place(row, other, headings.title(other)),
        found=f'two columns for the course "{headings.title(other)}": {a1(row, one)} and {a1(row, other)}',
        wanted="one column for one course",
        why="which of them to believe is not for this program to guess",
        mend="rename one of them, or put their dates into one column",
        also=(sheet.place(row, one, headings.title(one)),),
    )
