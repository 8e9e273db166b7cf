"""What Moodle exports of who completed which activity: activity completion, and course completion."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime

from evidencegen.intake.dates import read_date
from evidencegen.intake.export import Export
from evidencegen.intake.sheet import Sheet, Value
from evidencegen.intake.words import key, tidy

STAFF = ("ID number", "Username")
STATE, DATE = " - Status", " - Completion date"
_STATE = re.compile(
    r"(?:not )?completed(?: \((?:(?P<grade>achieved|did not achieve) pass grade|set by .*)\))?",
    re.IGNORECASE | re.DOTALL,
)
_TIME = re.compile(r",?\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s*[ap]m)?", re.IGNORECASE)


def progress_in_words(sheet: Sheet) -> Sheet | None:
    """Activity completion: names under no heading, then two columns for each activity, its state and the date.

    The heading over the date is the day the activity was expected by, or nothing.
    """
    heads = sheet.rows.get(1, {})
    if 1 in heads:
        return None
    over = {
        column: title
        for column, title in heads.items()
        if isinstance(title, str) and _is_day(heads.get(column + 1)) and _holds_states(sheet, column)
    }
    return _worded(sheet, over, {1: "Name"}) if over else None


def completion_in_words(sheet: Sheet) -> Sheet | None:
    """Course completion: a column for each activity, beside it the same heading and "Completion date"."""
    heads = sheet.rows.get(1, {})
    keys = {column: key(title) for column, title in heads.items() if isinstance(title, str)}
    over = {
        column: str(heads[column])
        for column, words in keys.items()
        if keys.get(column + 1) == f"{words} completion date" and _holds_states(sheet, column)
    }
    return _worded(sheet, over, {}) if over else None


def _is_day(heading: Value | None) -> bool:
    return heading is None or isinstance(heading, datetime) or isinstance(read_date(str(heading)), date)


def _below(sheet: Sheet, column: int) -> Iterator[Value]:
    return (cells[column] for row, cells in sheet.rows.items() if row > 1 and column in cells)


def _holds_states(sheet: Sheet, column: int) -> bool:
    states = [isinstance(cell, str) and bool(_STATE.fullmatch(tidy(cell))) for cell in _below(sheet, column)]
    return bool(states) and all(states)


def _worded(sheet: Sheet, over: Mapping[int, str], others: Mapping[int, str]) -> Sheet:
    """States without the name of whoever set them, dates without the time, and a heading over every column."""
    heads: dict[int, Value] = {**sheet.rows[1], **others}
    for column, title in over.items():
        heads[column], heads[column + 1] = f"{title}{STATE}", f"{title}{DATE}"
    rows: dict[int, Mapping[int, Value]] = {1: dict(sorted(heads.items()))}
    for row, cells in sheet.rows.items():
        if row > 1:
            rows[row] = {c: _state(v) if c in over else _day(v) if c - 1 in over else v for c, v in cells.items()}
    added = {(1, column) for column in heads if column not in sheet.rows[1]}
    return replace(sheet, rows=rows, filled=sheet.filled | added)


def _state(cell: Value) -> Value:
    found = _STATE.fullmatch(tidy(str(cell)))
    if not found:
        return cell
    if found["grade"]:
        return "Passed" if found["grade"].casefold() == "achieved" else "Failed"
    return "Not completed" if found[0].casefold().startswith("not") else "Completed"


def _day(cell: Value) -> Value:
    return _TIME.sub("", cell) if isinstance(cell, str) else cell


_ASKED = ("Email address",)
_DAY_FIRST = "Dates are read day first, and a date beside an activity that is not completed counts as none."
MOODLE_PROGRESS = Export(
    key="moodle_progress",
    title="the Moodle activity completion report",
    register="training",
    columns={"staff": STAFF},
    asked=_ASKED,
    remarks=("Each activity is read as a course.", _DAY_FIRST),
    in_words=progress_in_words,
)
MOODLE_COMPLETION = Export(
    key="moodle_completion",
    title="the Moodle course completion report",
    register="training",
    marks=("ID", "Name", "Course complete"),
    columns={"staff": STAFF},
    asked=_ASKED,
    remarks=("Each activity is read as a course.", _DAY_FIRST),
    in_words=completion_in_words,
)
