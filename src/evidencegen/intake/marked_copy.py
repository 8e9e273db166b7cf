"""A copy of a sheet at the same addresses, values alone, with the cells of its problems marked."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from math import isfinite
from typing import Any

from evidencegen.intake.account import NOT_NEEDED, PERSONAL, SECOND_TABLE, STRAY
from evidencegen.intake.gather import Gathered
from evidencegen.intake.heading import Headings
from evidencegen.intake.register import Register
from evidencegen.intake.sheet import Percent, Sheet, Value
from evidencegen.intake.value import written
from evidencegen.problem import Problem, Severity

NOT_COPIED = "(not copied)"
NEVER_COPIED = (PERSONAL, NOT_NEEDED)
MOST_CELLS = 400_000
MOST_FROZEN = 8
LONGEST_TEXT = 16_000
LONGEST_NOTE = 600
_FIRST_YEAR_OF_EXCEL = 1900
_NOT_IN_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
_TEXT, _NUMBER, _SHARE, _DAY, _TIME = "@", "General", "0.##%", "dd/mm/yyyy", "dd/mm/yyyy hh:mm"
MARKED: Mapping[Severity, Mapping[str, object]] = {
    Severity.STOP: {"bg_color": "#F8C4CC", "border": 2, "border_color": "#B00020", "bold": True},
    Severity.MEND: {"bg_color": "#F8C4CC", "border": 2, "border_color": "#B00020", "bold": True},
    Severity.NOTE: {"bg_color": "#FFF2B2", "border": 3, "border_color": "#7F6000", "italic": True},
}
Marks = Mapping[int, Mapping[int, tuple[Problem, ...]]]


@dataclass(frozen=True)
class Copyable:
    """One sheet as it was read: `personal` columns are never read, `shown` ones may be quoted in a list,
    `hidden` ones are read and may not. The rows of `apart` belong to a second table, whose headings nobody has
    read. `under` gives the column by its heading, the owner's and ours.
    """

    sheet: Sheet = field(repr=False)
    headings: Headings
    personal: frozenset[int]
    apart: frozenset[int]
    shown: frozenset[int]
    hidden: frozenset[int]
    under: Mapping[str, int] = field(repr=False)

    def may_quote(self, column: int) -> bool:
        """Whether a list of problems may say what the cells of a column hold."""
        return column in self.shown and column not in self.hidden

    def and_also(self, other: "Copyable") -> "Copyable":
        """The same sheet, read for two registers."""
        return Copyable(
            self.sheet,
            self.headings,
            self.personal & other.personal,
            self.apart & other.apart,
            self.shown | other.shown,
            self.hidden | other.hidden,
            {**other.under, **self.under},
        )


def copyable(register: Register, gathered: Gathered) -> Copyable:
    """What of a sheet may be copied and quoted; whatever is not read for `register` is not quoted."""
    headings = gathered.headings
    hidden = {number for name, number in headings.columns.items() if register.column(name).hidden}
    return Copyable(
        gathered.sheet,
        headings,
        frozenset(column for column, why in headings.unused.items() if why in NEVER_COPIED)
        | gathered.fates.apart.keys(),
        frozenset(row for row, why in gathered.fates.records.left_out.items() if why in (SECOND_TABLE, STRAY)),
        frozenset(headings.titles.keys() - headings.unused.keys()),
        frozenset(hidden),
        {register.column(name).title: number for name, number in headings.columns.items()}
        | {headings.title(number): number for number in headings.titles},
    )


@dataclass(frozen=True)
class Formats:
    """The formats of one new workbook, each made once."""

    book: Any
    made: dict[tuple[str, Severity | None], Any] = field(default_factory=dict)

    def of(self, form: str, severity: Severity | None) -> Any:
        """The look of a cell whose number format is `form`; a marked one is coloured, framed and set apart in type."""
        if (form, severity) not in self.made:
            marked = MARKED[severity] if severity else {}
            self.made[form, severity] = self.book.add_format({"num_format": form, **marked})
        return self.made[form, severity]


def copy_sheet(page: Any, formats: Formats, one: Copyable, marks: Marks, noted: frozenset[tuple[int, int]]) -> bool:
    """Write a sheet's cells on `page`, and a note on those of the marked ones that are `noted`.

    A cell that only repeats the merged cell above it stays empty, as it is in the workbook. Of
    a sheet with more than 400,000 cells only the rows up to the headings and those with a mark are copied.

    Returns:
        Whether every row was copied.
    """
    sheet, heading_row = one.sheet, one.headings.row
    whole = sheet.cells <= MOST_CELLS
    for row in sorted(sheet.rows.keys() | marks.keys()):
        marked = marks.get(row, {})
        if not (whole or marked or row <= heading_row):
            continue
        cells = sheet.rows.get(row, {})
        for column in sorted(cells.keys() | marked.keys()) if marked else cells:
            problems = marked.get(column, ())
            value = None if (row, column) in sheet.filled else cells.get(column)
            if column in one.personal or row in one.apart:
                value = f"{written(value)} {NOT_COPIED}" if value is not None and row == heading_row else None
            _write(page, row - 1, column - 1, value, formats, worst(problems) if problems else None)
            if (row, column) in noted:
                _note(page, row - 1, column - 1, problems)
    page.freeze_panes(heading_row if heading_row <= MOST_FROZEN else 0, 0)
    page.set_column(0, max(one.headings.titles, default=1), 16)
    page.protect("", {"select_locked_cells": True, "format_columns": True, "format_rows": True})
    return whole


def worst(problems: tuple[Problem, ...]) -> Severity:
    """The severity, of one problem or more, that stands most in the way."""
    return min((problem.severity for problem in problems), key=list(Severity).index)


def fit(text: str) -> str:
    """The text as a cell can hold it: not too long for Excel, and without signs that XML has no place for."""
    kept = text if len(text) <= LONGEST_TEXT else f"{text[:LONGEST_TEXT]}…"
    return kept if kept.isascii() else _NOT_IN_XML.sub("\ufffd", kept)


def _write(page: Any, row: int, column: int, value: Value | None, formats: Formats, severity: Severity | None) -> None:
    """One value as what it is; rows and columns are counted from 0 here. Text is never a formula."""
    if isinstance(value, str):
        page.write_string(row, column, fit(value), formats.of(_TEXT, severity))
    elif value is None:
        if severity:
            page.write_blank(row, column, None, formats.of(_TEXT, severity))
    elif isinstance(value, bool):
        page.write_boolean(row, column, value, formats.of(_NUMBER, severity))
    elif isinstance(value, datetime) and value.year >= _FIRST_YEAR_OF_EXCEL:
        form = _TIME if value.hour or value.minute or value.second else _DAY
        page.write_datetime(row, column, value.replace(tzinfo=None), formats.of(form, severity))
    elif isinstance(value, int | float) and isfinite(value):
        form = _SHARE if isinstance(value, Percent) else _NUMBER
        page.write_number(row, column, value, formats.of(form, severity))
    else:
        page.write_string(row, column, fit(written(value)), formats.of(_TEXT, severity))


def _note(page: Any, row: int, column: int, problems: tuple[Problem, ...]) -> None:
    words = "\n\n".join(f"Wanted: {p.wanted}\nMend: {p.mend}" for p in problems)
    short = words if len(words) <= LONGEST_NOTE else f"{words[:LONGEST_NOTE]}…"
    height = 24 + 18 * (len(short) // 40 + short.count("\n"))
    page.write_comment(row, column, fit(short), {"author": "evidencegen", "width": 300, "height": height})
