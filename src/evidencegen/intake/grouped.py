"""The headings of a training matrix with several columns for each course, put into words."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from evidencegen.intake.heading_row import ROWS_SEARCHED
from evidencegen.intake.known import Known
from evidencegen.intake.sheet import Sheet, Value
from evidencegen.intake.words import key

COMPLETED, EXPIRES, DAY, STATE, METHOD, CERTIFICATE = (
    "completed_on", "expires_on", "day", "status", "method", "certificate",
)  # fmt: skip
WORDS = {
    COMPLETED: ("completed", "completed on", "completion date", "date completed", "date of training", "training date",
                "date done", "done", "attended", "date attended", "taken", "date taken"),
    EXPIRES: ("expiry", "expiry date", "expires", "expires on", "expiration date", "renewal", "renewal date",
              "refresher due", "refresher date", "due", "due date", "date due", "next due", "valid until"),
    DAY: ("date",),
    STATE: ("status", "state"),
    METHOD: ("method", "delivery method"),
    CERTIFICATE: ("cert", "certificate", "cert no", "certificate no", "certificate number", "cert seen",
                  "certificate seen", "cert on file", "certificate on file", "certificate held", "certificate upload"),
}  # fmt: skip
_PART = {key(word): part for part, words in WORDS.items() for word in words}
_ALONE = ("completed", "completion date", "date completed", "expiry", "expiry date", "expires")
_APART = re.compile(r"(?P<course>.*\S)\s*[-–—:|/(\[]\s*(?P<part>[^-–—:|/(\[]+?)\s*[)\]]?", re.DOTALL)
_BESIDE = re.compile(rf"(?P<course>.*\S)\s+(?P<part>{'|'.join(_ALONE)})", re.DOTALL | re.IGNORECASE)


class Part(NamedTuple):
    """What one column says of a course: a date of completion, an expiry, or nothing that its heading tells (`""`)."""

    course: str
    part: str = ""


def parts_of(titles: Mapping[int, str]) -> dict[int, Part]:
    """Each column with its course and part.

    A lone "Date" says nothing of what it holds, and a lone "First aid (certificate)" is the course itself.
    """
    parts = {column: _part(title) for column, title in titles.items()}
    expiring = {key(p.course) for p in parts.values() if p.part == EXPIRES}
    dated = {key(p.course) for p in parts.values() if p.part in (COMPLETED, EXPIRES, DAY, "")}
    for column, (course, part) in parts.items():
        if part == DAY:
            parts[column] = Part(course, COMPLETED if key(course) in expiring else "")
        elif part and key(course) not in dated:
            parts[column] = Part(titles[column])
    return parts


def _part(title: str) -> Part:
    for pattern in (_APART, _BESIDE):
        found = pattern.fullmatch(title.strip())
        if found and (part := _PART.get(key(found["part"]))):
            return Part(found["course"], part)
    return Part(title)


def spelt_out(sheet: Sheet, known: Known, heading_row: int | None = None) -> tuple[Sheet, int | None]:
    """The sheet with "Fire - Completed" and "Fire - Expiry" where one row says "Fire" and the next what of it.

    Beside it the row that holds these headings: the lower of the two, or `heading_row` where there are no such rows.
    """
    rows = [heading_row, heading_row - 1] if heading_row else sorted(sheet.rows)[:ROWS_SEARCHED]
    for row in rows:
        if over := _courses_over(sheet, row, known):
            return _worded(sheet, row, over), row + 1
    return sheet, heading_row


def _courses_over(sheet: Sheet, row: int, known: Known) -> dict[int, str]:
    """The course over each column of the row below, where that row is one of parts; else nothing."""
    above, below = sheet.rows.get(row, {}), sheet.rows.get(row + 1, {})
    parts = {column: key(v) for column, v in below.items() if isinstance(v, str) and key(v) in _PART}
    if len(set(parts.values())) < 2 or Counter(parts.values()).most_common(1)[0][1] < 2:
        return {}
    for column, value in below.items():
        if column not in parts and not _is_heading(value, above.get(column), known):
            return {}
    wide = {c: left for top, left, _, right in sheet.merged if top == row for c in range(left, right + 1)}
    starts = [column for column in parts if isinstance(above.get(column), str)]
    over = {}
    for column in parts:
        start = wide.get(column) or max((s for s in starts if s <= column), default=0)
        title = above.get(start)
        if not isinstance(title, str) or (known.column(title) and start not in parts):
            return {}
        over[column] = title
    twice = Counter((key(course), parts[column]) for column, course in over.items())
    return over if max(twice.values()) == 1 else {}


def _is_heading(value: Value, above: Value | None, known: Known) -> bool:
    """Whether a cell beside the parts heads a column too: a person's row has a number or a name there."""
    if not isinstance(value, str):
        return False
    return above is None or bool(known.column(value)) or (isinstance(above, str) and key(above) == key(value))


def _worded(sheet: Sheet, row: int, over: Mapping[int, str]) -> Sheet:
    """One whole row of headings: parts with their course, and the headings of the row above taken down.

    Where the two rows are repeated further down they are put into the same words, so that they are told for
    what they are.
    """
    above, below = sheet.rows[row], sheet.rows[row + 1]
    titles: dict[int, Value] = {c: v for c, v in above.items() if c not in over and isinstance(v, str)} | dict(below)
    titles |= {column: f"{course} - {below[column]}" for column, course in over.items()}
    rows = dict(sheet.rows)
    rows[row + 1] = dict(sorted(titles.items()))
    for number, cells in sheet.rows.items():
        if number > row + 1 and _repeats(cells, above, below):
            rows[number] = {column: titles.get(column, value) for column, value in cells.items()}
    taken_down = {(row + 1, column) for column in titles if column not in below}
    return replace(sheet, rows=rows, filled=sheet.filled | taken_down)


def _repeats(cells: Mapping[int, Value], above: Mapping[int, Value], below: Mapping[int, Value]) -> bool:
    """Whether a row says of every column what one of the two rows of headings says."""
    return len(cells) > 1 and all(
        isinstance(value, str) and key(value) in {key(str(row[c])) for row in (above, below) if c in row}
        for c, value in cells.items()
    )
