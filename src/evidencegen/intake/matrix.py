"""A training matrix, one column a course, laid out as rows."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from evidencegen.intake.address import a1, listed
from evidencegen.intake.columns import twins
from evidencegen.intake.courses import (
    STATUS,
    STATUS_COLUMN,
    TICK,
    Said,
    Sorts,
    course_names,
    may_be_course,
    sorts_of,
    tell_courses,
)
from evidencegen.intake.grouped import METHOD, Part, parts_of
from evidencegen.intake.heading import Headings
from evidencegen.intake.kind import Form
from evidencegen.intake.meaning import CELLS, asked
from evidencegen.intake.records import Layout, Records, gated_cells
from evidencegen.intake.register import Register
from evidencegen.intake.sheet import Sheet, Value
from evidencegen.intake.source import Source
from evidencegen.intake.value import written
from evidencegen.intake.words import key, left_blank, shortened
from evidencegen.problem import HIDDEN, Problem, Severity


@dataclass(frozen=True)
class Melted:
    """A matrix laid out as rows: the cells, the headings as they were used, and what is to be said."""

    layout: Layout
    headings: Headings
    courses: frozenset[int]
    problems: tuple[Problem, ...]


def is_matrix(register: Register, headings: Headings, source: Source) -> bool:
    """Whether a sheet spreads `register.wide_over` over its headings.

    It does when the brief says what the cells hold, when headings name the parts of courses, or when
    every other required column is there, none of its date columns is, and headings are left over to be courses.
    """
    over = register.wide_over
    if not over or over in headings.columns:
        return False
    if source.cells:
        return True
    if names_parts(headings):
        return True
    dated = any(c.kind.form is Form.DATE and c.name in headings.columns for c in register.columns)
    others = {c.name for c in register.columns if c.required and c.name != over}
    spare = any(may_be_course(headings.titles.get(c, "")) for c in headings.unused)
    return others <= headings.columns.keys() and not dated and spare


def names_parts(headings: Headings) -> bool:
    """Whether several headings say what they hold of a course, such as "Fire - Expiry"."""
    titles = {c: headings.titles[c] for c in headings.unused if may_be_course(headings.titles.get(c, ""))}
    return sum(part in CELLS for _, part in parts_of(titles).values()) >= 2


def kept_columns(register: Register, headings: Headings) -> dict[str, int]:
    """The columns of a matrix that say whose row it is: who, and by what name."""
    keep = [c.name for c in register.columns if c.name != register.wide_over]
    required = {c.name for c in register.columns if c.required}
    return {
        name: headings.columns[name]
        for name in keep
        if name in headings.columns and (name in required or name not in register.column_names)
    }


class _Record(NamedTuple):
    """What the cells of one course say of one person, and the column each word or date stands in."""

    row: int
    column: int
    course: str
    values: dict[str, Value]
    columns: dict[str, int]


def lay_out(
    sheet: Sheet, headings: Headings, register: Register, source: Source, records: Records, by_part: bool = False
) -> Melted:
    """One position for each course of each person that any cell says something about.

    The row's other cells are repeated beside it. `by_part` says that every course column is known to name its part.
    """
    kept = kept_columns(register, headings)
    sorts = sorts_of(register)
    courses = tell_courses(sheet, headings, kept, records, sorts, by_part)
    parts, problems = course_names(sheet, headings, courses.parts)
    usual = source.cells if source.cells in CELLS else CELLS[0]
    found, ticks, differing = _records_of(sheet, records, parts, sorts, usual)
    problems += asked(sheet, source, parts, records, sorts)
    if ticks:
        problems.append(_ticked(sheet, headings, ticks))
    if differing:
        problems.append(_differing(sheet, headings, differing))
    if alone := [row for row in records.rows if len(sheet.rows[row]) == 1]:
        problems.append(_alone(sheet, alone))
    problems += _people_twice(sheet, headings, register, kept, records)
    names = {name for record in found for name in record.values} | {part or usual for _, part in parts.values()}
    cells: dict[str, list[Value | None]] = {register.wide_over: [record.course for record in found]}
    for name in sorted({usual, STATUS_COLUMN, *names} & register.column_names):
        cells[name] = [record.values.get(name) for record in found]
    rows = tuple(record.row for record in found)
    for name in kept.keys() & register.column_names:
        cells[name] = [sheet.rows[row].get(kept[name]) for row in rows]
    first = dict.fromkeys(records.rows, -1) | {row: p for p, row in reversed(list(enumerate(rows)))}
    read = replace(headings, columns=kept, unused=courses.unused)
    gated = gated_cells(sheet, read, register, first)
    at = {name: kept.get(name, 0) for name in cells}
    over = tuple(record.column for record in found)
    apart = {name: tuple(r.columns.get(name, r.column) for r in found) for name in cells if not at[name]}
    layout = Layout(rows, cells, at, over, gated, apart)
    return Melted(layout, read, frozenset(parts), tuple(problems))


def _records_of(
    sheet: Sheet, records: Records, parts: Mapping[int, Part], sorts: Sorts, usual: str
) -> tuple[list[_Record], list[tuple[int, int]], list[tuple[int, int]]]:
    """A record for each person and course with anything said; cells that hold a tick, and cells that contradict."""
    by_course: dict[str, list[tuple[int, Part]]] = {}
    for number, named in parts.items():
        by_course.setdefault(key(named.course), []).append((number, named))
    found: list[_Record] = []
    ticks: list[tuple[int, int]] = []
    differing: list[tuple[int, int]] = []
    for row in records.rows:
        cells = sheet.rows[row]
        for columns in by_course.values():
            values: dict[str, Value] = {}
            where: dict[str, int] = {}
            for column, (_, part) in columns:
                if (value := cells.get(column)) is None:
                    continue
                said = _said_under(part, sorts.of(value), value) if part else sorts.of(value)
                if said.sort == TICK:
                    ticks.append((row, column))
                for name, words in said.values.items():
                    if values.setdefault(name or usual, words) != words:
                        differing.append((row, column))
                    where.setdefault(name or usual, column)
            if values:
                found.append(_Record(row, min(where.values()), columns[0][1].course, values, where))
    return sorted(found, key=lambda record: (record.row, record.column)), ticks, differing


def _said_under(part: str, said: Said, value: Value) -> Said:
    """What a cell says under a heading that tells which part of a course it is."""
    if not said.sort:
        return said
    if part in (STATUS_COLUMN, METHOD):
        return Said(STATUS, {part: value})
    if said.values.keys() - {"", METHOD, STATUS_COLUMN, part}:
        return Said(said.sort, {part: value})
    return Said(said.sort, {name or part: words for name, words in said.values.items()})


def _differing(sheet: Sheet, headings: Headings, cells: list[tuple[int, int]]) -> Problem:
    row, column = cells[0]
    return Problem(
        key="matrix.cells_disagree",
        place=sheet.place(row, column, headings.title(column)),
        found="something else than another cell of the same course and person says"
        + (f", in {len(cells):,} cells: {listed(a1(*c) for c in cells)}" if len(cells) > 1 else ""),
        wanted="one date, or one status, for one thing",
        why="which of them to believe is not for this program to guess",
        mend="correct the one that is wrong, or leave it blank",
        severity=Severity.MEND,
        also=tuple(sheet.place(*cell) for cell in cells[1:]),
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
        severity=Severity.MEND,
        also=tuple(sheet.place(*tick) for tick in ticks[1:]),
    )


def _alone(sheet: Sheet, rows: list[int]) -> Problem:
    return Problem(
        key="matrix.row_without_course",
        place=sheet.place(rows[0]),
        found=f"one cell and nothing else, read as somebody with no training, in row {listed(map(str, rows))}",
        wanted="to be looked at once",
        why="the name of a site or a group between the rows is nobody's record",
        mend="nothing: no figure counts such a row",
        severity=Severity.NOTE,
        also=tuple(sheet.place(row) for row in rows[1:]),
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
                severity=Severity.MEND,
                also=(sheet.place(records.rows[first], column, heading),),
            )
        )
    return problems


def _said(value: Value | None) -> str | None:
    return None if value is None or (isinstance(value, str) and left_blank(value)) else written(value)
