"""Which columns of a training matrix are courses, and what their cells say."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from evidencegen.intake.account import NO_DATES, PERSONAL, SUB_TOTAL, UNKNOWN
from evidencegen.intake.address import a1, listed
from evidencegen.intake.columns import as_note
from evidencegen.intake.heading import Headings, is_sub_total
from evidencegen.intake.personal import is_personal
from evidencegen.intake.records import Records
from evidencegen.intake.register import Register
from evidencegen.intake.sheet import Fault, Sheet, Value
from evidencegen.intake.value import read_months, written
from evidencegen.intake.words import key, left_blank, plain
from evidencegen.problem import Problem

DATE, STATUS, TICK, OTHER = "date", "status", "tick", "other"
STATUS_COLUMN = "status"
DONE = "completed"
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


@dataclass(frozen=True)
class Courses:
    """The columns of a matrix that are courses, by number, and why the others are not."""

    titles: Mapping[int, str]
    unused: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Sorts:
    """Tells what a matrix cell says, each distinct cell once."""

    codes: Mapping[str, str]
    titles: Mapping[str, str]
    known: dict[tuple[type, Value], tuple[str, str]] = field(default_factory=dict, repr=False)

    def of(self, value: Value) -> tuple[str, str]:
        """What sort of cell it is (nothing for a blank), and the status it gives, in the register's words."""
        if (type(value), value) not in self.known:
            self.known[type(value), value] = self._sort(value)
        return self.known[type(value), value]

    def _sort(self, value: Value) -> tuple[str, str]:
        if isinstance(value, bool) or value == 1:
            return TICK, ""
        if isinstance(value, datetime | Fault):
            return DATE, ""
        text = plain(written(value))
        if left_blank(text):
            return "", ""
        code = "booked" if _BOOKED.fullmatch(text) else self.codes.get(key(text), "")
        if text in _TICKS or code == DONE:
            return TICK, ""
        if code:
            return STATUS, self.titles[code]
        return (DATE if any(c.isdigit() for c in text) else OTHER), ""


def sorts_of(register: Register) -> Sorts:
    """The sorts of cell that the statuses of `register` make."""
    codes = register.column(STATUS_COLUMN).kind.codes
    by_word = {key(word): code for code, words in codes.items() for word in words}
    return Sorts(by_word, {code: words[0] for code, words in codes.items()})


def may_be_course(heading: str) -> bool:
    """Whether a heading names neither a person, nor a personal detail, nor a sum."""
    return bool(heading) and not (
        key(heading) in _PERSON_KEYS or is_personal(heading, whole=True) or is_sub_total(heading)
    )


def tell_courses(sheet: Sheet, headings: Headings, kept: Mapping[str, int], records: Records, sorts: Sorts) -> Courses:
    """Courses are what is left when everything else is told apart.

    A column with words in it and no date, status or tick is a manager's name or a comment.
    """
    titles: dict[int, str] = {}
    unused: dict[int, str] = {}
    for column in sorted({*headings.unused, *headings.columns.values()} - set(kept.values())):
        heading = headings.titles.get(column, "")
        if not heading:
            unused[column] = headings.unused.get(column, UNKNOWN)
        elif is_personal(heading, whole=True):
            unused[column] = PERSONAL
        elif is_sub_total(heading):
            unused[column] = SUB_TOTAL
        elif not may_be_course(heading):
            unused[column] = UNKNOWN
        elif _only_words(sheet, column, records, sorts):
            unused[column] = NO_DATES
        else:
            titles[column] = heading
    return Courses(titles, unused)


def _only_words(sheet: Sheet, column: int, records: Records, sorts: Sorts) -> bool:
    found = {sorts.of(cell)[0] for row in records.rows if (cell := sheet.rows[row].get(column)) is not None}
    return OTHER in found and not found & {DATE, STATUS, TICK}


def course_names(sheet: Sheet, headings: Headings, titles: Mapping[int, str]) -> tuple[dict[int, str], list[Problem]]:
    """Names without "(annual)" and the like, and notes of it; a stop for one course in two columns."""
    names: dict[int, str] = {}
    problems = []
    cut: dict[str, int] = {}
    for column, title in titles.items():
        bracket = _BRACKET.fullmatch(title)
        if bracket and isinstance(read_months(bracket[2]), float):
            cut[title] = column
            names[column] = bracket[1]
        else:
            names[column] = title
    if cut:
        problems.append(as_note(_cut(sheet, headings, cut)))
    by_key: dict[str, int] = {}
    for column, name in names.items():
        other = by_key.setdefault(key(name), column)
        if other != column:
            problems.append(_course_twice(sheet, headings, other, column))
    return names, problems


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
    )
