"""A training matrix, one column a course, laid out as rows."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from evidencegen.intake.address import a1, listed
from evidencegen.intake.columns import twins
from evidencegen.intake.courses import STATUS, STATUS_COLUMN, TICK, course_names, may_be_course, sorts_of, tell_courses
from evidencegen.intake.heading import Headings
from evidencegen.intake.kind import Form
from evidencegen.intake.records import Layout, Records, gated_cells
from evidencegen.intake.register import Register
from evidencegen.intake.sheet import Sheet, Value
from evidencegen.intake.source import Source
from evidencegen.intake.value import written
from evidencegen.intake.words import left_blank, shortened
from evidencegen.problem import HIDDEN, Problem

CELLS = ("completed_on", "expires_on")


@dataclass(frozen=True)
class Melted:
    """A matrix laid out as rows: the cells, the headings as they were used, and what is to be said."""

    layout: Layout
    headings: Headings
    courses: Mapping[int, str]
    problems: tuple[Problem, ...]


def is_matrix(register: Register, headings: Headings, source: Source) -> bool:
    """Whether a sheet spreads `register.wide_over` over its headings.

    It does when the brief says what the cells hold, or when every other required column is
    there, none of its date columns is, and headings are left over to be courses.
    """
    over = register.wide_over
    if not over or over in headings.columns:
        return False
    if source.cells:
        return True
    dated = any(c.kind.form is Form.DATE and c.name in headings.columns for c in register.columns)
    others = {c.name for c in register.columns if c.required and c.name != over}
    spare = any(may_be_course(headings.titles.get(c, "")) for c in headings.unused)
    return others <= headings.columns.keys() and not dated and spare


def kept_columns(register: Register, headings: Headings) -> dict[str, int]:
    """The columns of a matrix that say whose row it is: who, and by what name."""
    keep = [c.name for c in register.columns if c.name != register.wide_over]
    required = {c.name for c in register.columns if c.required}
    return {
        name: headings.columns[name]
        for name in keep
        if name in headings.columns and (name in required or name not in register.column_names)
    }


def lay_out(sheet: Sheet, headings: Headings, register: Register, source: Source, records: Records) -> Melted:
    """One position for each filled course cell; the row's other cells are repeated beside it."""
    kept = kept_columns(register, headings)
    sorts = sorts_of(register)
    courses = tell_courses(sheet, headings, kept, records, sorts)
    names, problems = course_names(sheet, headings, courses.titles)
    if source.cells not in CELLS:
        problems.append(_undeclared(sheet, source))
    filled = [
        (row, column, value, *sorts.of(value))
        for row in records.rows
        for column, value in sheet.rows[row].items()
        if column in names
    ]
    ticks = [(row, column) for row, column, _, sort, _ in filled if sort == TICK]
    filled = [cell for cell in filled if cell[3] not in ("", TICK)]
    if ticks:
        problems.append(_ticked(sheet, headings, ticks))
    problems += _people_twice(sheet, headings, register, kept, records)
    cells: dict[str, list[Value | None]] = {
        register.wide_over: [names[column] for _, column, *_ in filled],
        source.cells if source.cells in CELLS else CELLS[0]: [c[2] if c[3] != STATUS else None for c in filled],
        STATUS_COLUMN: [code or None for *_, code in filled],
    }
    rows = tuple(row for row, *_ in filled)
    for name in kept.keys() & register.column_names:
        cells[name] = [sheet.rows[row].get(kept[name]) for row in rows]
    first = dict.fromkeys(records.rows, -1) | {row: p for p, row in reversed(list(enumerate(rows)))}
    read = replace(headings, columns=kept, unused=courses.unused)
    gated = gated_cells(sheet, read, register, first)
    at = {name: kept.get(name, 0) for name in cells}
    return Melted(Layout(rows, cells, at, tuple(cell[1] for cell in filled), gated), read, names, tuple(problems))


def _undeclared(sheet: Sheet, source: Source) -> Problem:
    said = f"`cells: {source.cells}`" if source.cells else "nothing about them in evidence.yaml"
    return Problem(
        key="matrix.cells_not_declared",
        place=sheet.place(),
        found=f"a training matrix with a column for each course, and {said}",
        wanted="to be told whether its dates say when a course was completed or when it runs out",
        why="both kinds of matrix are common, and a guess would move every date by a year or more",
        mend="add to this register in evidence.yaml: `cells: completed_on` (or `cells: expires_on`)",
    )


def _ticked(sheet: Sheet, headings: Headings, ticks: list[tuple[int, int]]) -> Problem:
    row, column = ticks[0]
    shown = shortened(written(sheet.rows[row][column]), 12)
    cells = f", in {len(ticks):,} cells: {listed(a1(*t) for t in ticks)}" if len(ticks) > 1 else ""
    return Problem(
        key="matrix.tick_without_date",
        place=sheet.place(row, column, headings.title(column)),
        found=f'"{shown}"{cells}',
        wanted="a date, such as 28/02/2025",
        why="a tick has no date: nobody can tell whether the training is still in date",
        mend="write the date from the certificate, or leave the cell blank",
    )


def _people_twice(
    sheet: Sheet, headings: Headings, register: Register, kept: Mapping[str, int], records: Records
) -> list[Problem]:
    """A problem for each second row of the same person, and one for each row of nobody."""
    who = [name for name in kept if name in register.column_names]
    if not who:
        return []
    ids = [tuple(_said(sheet.rows[row].get(kept[name])) for name in who) for row in records.rows]
    problems = []
    for first, second in twins(ids):
        row, column = records.rows[second], kept[who[0]]
        heading = headings.title(column)
        hidden = any(register.column(name).hidden for name in who)
        words = HIDDEN if hidden else f'"{ids[second][0]}"'
        problems.append(
            Problem(
                key="row.duplicate",
                place=sheet.place(row, column, heading),
                found=f"the same as in row {records.rows[first]}: {words}",
                wanted="one row for each person",
                why="a person with two rows would be counted twice",
                mend="put the two rows into one",
            )
        )
    return problems


def _said(value: Value | None) -> str | None:
    return None if value is None or (isinstance(value, str) and left_blank(value)) else written(value)
