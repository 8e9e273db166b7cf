"""Whole columns, read and checked: what cannot be read, what is blank, what stands there twice."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from evidencegen.intake.address import a1, listed
from evidencegen.intake.heading import Headings
from evidencegen.intake.kind import Form
from evidencegen.intake.records import Layout
from evidencegen.intake.register import Column, Register
from evidencegen.intake.sheet import Fault, Sheet, Value
from evidencegen.intake.value import Read, Unfit, reader, written
from evidencegen.intake.words import left_blank, plain, shortened
from evidencegen.problem import HIDDEN, Problem, Severity

FOUND_SHOWN = 3
SWAPPED_REAL, SWAPPED_TYPED = 5, 3
BLANK_KEY = "cell.blank"


@dataclass(frozen=True)
class Columns:
    """Values by column name, one list as long as another, and what is wrong with them."""

    values: Mapping[str, list[Read]] = field(repr=False)
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class Check:
    """What a check of one sheet has at hand."""

    sheet: Sheet
    register: Register
    headings: Headings
    layout: Layout

    def problem(
        self, key: str, column: Column, positions: Sequence[int], found: str, mend: str, wanted: str = ""
    ) -> Problem:
        """One problem for all the `positions` of a column that share it."""
        places = list(dict.fromkeys(self.layout.where(column.name, p) for p in positions))
        cells = listed(a1(*place) for place in places)
        row, number = places[0]
        return Problem(
            key=key,
            place=self.sheet.place(row, number, self.headings.title(number) or column.title),
            found=found + (f", in {len(places):,} cells: {cells}" if len(places) > 1 else ""),
            wanted=wanted or column.kind.wanted,
            why=column.because or "a row that cannot be read whole cannot be counted",
            mend=mend,
            severity=Severity.MEND,
            also=tuple(self.sheet.place(*place) for place in places[1:]),
        )


def read_columns(sheet: Sheet, register: Register, headings: Headings, layout: Layout) -> Columns:
    """Every column of `layout` read as the register says; problems of a kind are told together."""
    check = Check(sheet, register, headings, layout)
    values: dict[str, list[Read]] = {}
    problems: list[Problem] = []
    for name, cells in layout.columns.items():
        column = register.column(name)
        values[name], wrong = _read(check, column, cells)
        problems += wrong
        problems += _swapped(check, column, cells, values[name])
        if column.kind.form is Form.TEXT:
            values[name], notes = _one_spelling(check, column, values[name])
            problems += notes
    problems += _blanks(check)
    return Columns(values, tuple(problems + _gated_blanks(check)))


def _read(check: Check, column: Column, cells: Sequence[Value | None]) -> tuple[list[Read], list[Problem]]:
    """Each distinct cell is read once: True, 1 and 1.0 are distinct."""
    read = reader(column, check.sheet.counts_from_1904)
    known = {cell: read(cell[1]) for cell in {(type(c), c) for c in cells if c is not None}}
    wrong: dict[Unfit, dict[str, list[int]]] = {}
    values: list[Read] = []
    for position, cell in enumerate(cells):
        value = None if cell is None else known[type(cell), cell]
        if isinstance(value, Unfit):
            wrong.setdefault(value, {}).setdefault(_found(column, cell), []).append(position)
            value = None
        values.append(value)
    return values, [_unfit(check, column, unfit, found) for unfit, found in _told_together(column, wrong).items()]


def _told_together(column: Column, wrong: Mapping[Unfit, Mapping[str, list[int]]]) -> dict[Unfit, dict[str, list[int]]]:
    """In a hidden column the way to mend a value may tell what it is: only the kind of problem is left."""
    if not column.hidden:
        return {unfit: dict(found) for unfit, found in wrong.items()}
    together: dict[Unfit, dict[str, list[int]]] = {}
    for unfit, found in wrong.items():
        mend = unfit.mend if unfit.key != "cell.unreadable" and unfit.key != "cell.not_listed" else ""
        quiet = Unfit(unfit.key, mend or "correct the cell and run `evidencegen check` again")
        for words, positions in found.items():
            together.setdefault(quiet, {}).setdefault(words, []).extend(positions)
    return together


def _found(column: Column, cell: Value | None) -> str:
    if isinstance(cell, Fault):
        return cell.shown
    return HIDDEN if column.hidden or cell is None else f'"{shortened(written(cell))}"'


def _unfit(check: Check, column: Column, unfit: Unfit, found: Mapping[str, list[int]]) -> Problem:
    examples = ", ".join(list(found)[:FOUND_SHOWN]) + (" and others" if len(found) > FOUND_SHOWN else "")
    positions = sorted(p for several in found.values() for p in several)
    return check.problem(unfit.key, column, positions, examples, unfit.mend)


def _swapped(check: Check, column: Column, cells: Sequence[Value | None], values: Sequence[Read]) -> list[Problem]:
    """Dates turned to the US order on the way: every real date early in its month, every typed one late.

    Excel with US settings takes 04/03/2025 in a text file for 3 April and leaves
    13/03/2025 as text.
    """
    if column.kind.form is not Form.DATE:
        return []
    real = [p for p, cell in enumerate(cells) if isinstance(cell, datetime)]
    typed = [v.day for cell, v in zip(cells, values, strict=True) if isinstance(cell, str) and isinstance(v, datetime)]
    early = all(cell.day <= 12 for cell in cells if isinstance(cell, datetime))
    if len(real) < SWAPPED_REAL or len(typed) < SWAPPED_TYPED or not early or min(typed) <= 12:
        return []
    return [
        check.problem(
            "column.dates_swapped",
            column,
            real,
            f"{len(real)} real dates, all on the 1st to the 12th, and {len(typed)} typed ones, all later in the month",
            "open the file your system exported with UK settings (Data, From Text/CSV, DMY) and save it again",
            "days and months in the UK order",
        )
    ]


def _one_spelling(check: Check, column: Column, values: list[Read]) -> tuple[list[Read], list[Problem]]:
    """One spelling for texts that differ in case, width or space alone: the first; and a note of it."""
    first: dict[str, str] = {}
    spelling: dict[str, str] = {}
    for value in dict.fromkeys(v for v in values if isinstance(v, str)):
        spelling[value] = first.setdefault(plain(value), value)
    changed = {p: v for p, v in enumerate(values) if isinstance(v, str) and spelling[v] != v}
    if not changed:
        return values, []
    pairs = "; ".join(f'"{v}" read as "{spelling[v]}"' for v in list(dict.fromkeys(changed.values()))[:FOUND_SHOWN])
    note = check.problem(
        "cell.spelt_otherwise",
        column,
        list(changed),
        HIDDEN if column.hidden else pairs,
        "nothing needs mending if they mean the same; if not, make them differ in more than capitals and spaces",
        "one spelling for one thing",
    )
    return [spelling[v] if isinstance(v, str) else v for v in values], [as_note(note)]


def _blanks(check: Check) -> list[Problem]:
    """A problem for each required column with blank cells; cells that could not be read are told already."""
    problems = []
    for name, cells in check.layout.columns.items():
        column = check.register.column(name)
        if column.required:
            empty = [p for p, c in enumerate(cells) if c is None or (isinstance(c, str) and left_blank(c))]
            problems += [_blank(check, column, empty)] if empty else []
    return problems


def _blank(check: Check, column: Column, positions: Sequence[int]) -> Problem:
    return check.problem(
        BLANK_KEY, column, positions, "nothing", "fill in the cell, or take the row out if it is no record"
    )


def _gated_blanks(check: Check) -> list[Problem]:
    """The same for names and prose, and errors in them."""
    problems = []
    for name, number in check.headings.columns.items():
        column = check.register.column(name)
        if name in check.register.column_names or check.layout.over:
            continue
        seen = {row: value for n, value, row, _, _ in check.layout.gated if n == name}
        here = Check(check.sheet, check.register, check.headings, Layout(check.layout.rows, {}, {name: number}))
        cells = [seen.get(row) for row in check.layout.rows]
        values, wrong = _read(here, column, cells)
        problems += wrong
        empty = [p for p, v in enumerate(values) if v is None and not isinstance(cells[p], Fault)]
        problems += [_blank(here, column, empty)] if column.required and empty else []
    return problems


def as_note(problem: Problem) -> Problem:
    """The same, told and not stopped for."""
    return replace(problem, severity=Severity.NOTE)


def twins(rows: Iterable[tuple[Read, ...]]) -> list[tuple[int, int]]:
    """Pairs of positions whose values are the same text: each later one with the first of its kind.

    Rows with a blank among the values are no twins of anything.
    """
    first: dict[tuple[str, ...], int] = {}
    pairs = []
    for position, values in enumerate(rows):
        if any(value is None for value in values):
            continue
        same = first.setdefault(tuple(plain(str(value)) for value in values), position)
        if same != position:
            pairs.append((same, position))
    return pairs
