"""Whole columns, read and checked: what cannot be read, what is blank, what stands there twice."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from evidencegen.intake.dates import MONTH_FIRST
from evidencegen.intake.heading import Headings
from evidencegen.intake.kind import Form
from evidencegen.intake.records import Layout
from evidencegen.intake.register import Column, Register
from evidencegen.intake.sheet import Sheet, Value
from evidencegen.intake.signs import (
    Check,
    as_note,
    doubtful_dates,
    examples,
    mixed_references,
    mixed_scales,
    one_spelling,
    swapped_dates,
)
from evidencegen.intake.source import Source
from evidencegen.intake.value import MANY_WORDS, Read, Unfit, reader
from evidencegen.intake.words import plain
from evidencegen.problem import Problem

BLANK_KEY = "cell.blank"
Wrong = Mapping[Unfit, list[int]]
_MEND_TELLS_NOTHING = ("cell.error", "cell.not_calculated", "cell.turned_into_date", "cell.number_cut_short")


@dataclass(frozen=True)
class Columns:
    """Values by column name, one list as long as another, and what is wrong with them."""

    values: Mapping[str, list[Read]] = field(repr=False)
    problems: tuple[Problem, ...]


def read_columns(sheet: Sheet, register: Register, headings: Headings, layout: Layout, source: Source) -> Columns:
    """Every column of `layout` read as the register says; problems of a kind are told together."""
    check = Check(sheet, register, headings, layout, source)
    values: dict[str, list[Read]] = {}
    problems: list[Problem] = []
    blanks: list[Problem] = []
    for name, cells in layout.columns.items():
        column = register.column(name)
        values[name], wrong = _read(check, column, cells)
        blanks += _blanks(check, column, values[name], wrong)
        values[name], found = _signs(check, column, cells, values[name], wrong)
        problems += found
    return Columns(values, (*problems, *blanks, *_gated(check)))


def _read(check: Check, column: Column, cells: Sequence[Value | None]) -> tuple[list[Read], Wrong]:
    """Each distinct cell is read once, True, 1 and 1.0 apart: the values, and where there is none, and why not."""
    heading = check.headings.titles.get(check.headings.columns.get(column.name, 0), "")
    read = reader(column, check.sheet.counts_from_1904, check.source.values.get(column.name), heading)
    typed = list(zip(map(type, cells), cells, strict=True))
    known: dict[object, Read] = {}
    unfit: dict[object, Unfit] = {}
    for one in dict.fromkeys(typed):
        value = None if one[1] is None else read(one[1])
        if isinstance(value, Unfit):
            unfit[one], known[one] = value, None
        else:
            known[one] = value
    wrong: dict[Unfit, list[int]] = {}
    for position, one in enumerate(typed) if unfit else ():
        if one in unfit:
            wrong.setdefault(unfit[one], []).append(position)
    return [known[one] for one in typed], wrong


def _signs(
    check: Check, column: Column, cells: Sequence[Value | None], values: list[Read], wrong: Wrong
) -> tuple[list[Read], list[Problem]]:
    """The values of a column, and what is wrong with its cells one by one and all together."""
    more: list[Problem] = []
    if column.kind.form is Form.DATE:
        more = swapped_dates(check, column, cells)
        if more:
            wrong = {unfit: found for unfit, found in wrong.items() if unfit.reason != MONTH_FIRST.reason}
        more += doubtful_dates(check, column, cells, values)
    elif column.kind.per_cent:
        more = mixed_scales(check, column, cells)
    elif column.kind.form is Form.TEXT:
        values, more = one_spelling(check, column, values)
        more += mixed_references(check, column, cells) if column.private else []
    return values, [*_told_together(check, column, cells, wrong), *more]


def _told_together(check: Check, column: Column, cells: Sequence[Value | None], wrong: Wrong) -> list[Problem]:
    """One problem for each way of being unfit; where many words are not on a list, one for all of them.

    In a hidden column the way to mend a value may tell what it is: only the kind of problem is left.
    """
    together: dict[Unfit, list[int]] = {}
    many = next((unfit for unfit in wrong if unfit.reason == MANY_WORDS), None)
    for unfit, positions in wrong.items():
        told = many if many and unfit.key == many.key else unfit
        if column.hidden and unfit.key not in _MEND_TELLS_NOTHING:
            told = Unfit(unfit.key, "correct the cell and run `evidencegen check` again", note=unfit.note)
        together.setdefault(told, []).extend(positions)
    return [_unfit(check, column, cells, unfit, sorted(found)) for unfit, found in together.items()]


def _unfit(
    check: Check, column: Column, cells: Sequence[Value | None], unfit: Unfit, positions: Sequence[int]
) -> Problem:
    said = examples(column, (cell for p in positions if (cell := cells[p]) is not None))
    several = unfit.several or "cells"
    if len(positions) > 1 and not unfit.several and said.count('"') == 2:
        said, several = "", f"cells that say {said}"
    problem = check.problem(unfit.key, column, positions, said, unfit.mend, several)
    return as_note(problem) if unfit.note else problem


def _blanks(check: Check, column: Column, values: Sequence[Read], wrong: Wrong) -> list[Problem]:
    """A problem where a required column has blank cells; cells that could not be read are told already."""
    if not column.required or None not in values:
        return []
    told = {position for positions in wrong.values() for position in positions}
    empty = [position for position, value in enumerate(values) if value is None and position not in told]
    mend = "fill in the cell, or take the row out if it is no record"
    said = "" if len(empty) > 1 else "nothing"
    return [check.problem(BLANK_KEY, column, empty, said, mend, "blank cells")] if empty else []


def _gated(check: Check) -> list[Problem]:
    """Blanks where a name or prose is required, and errors in them."""
    problems = []
    for name, number in check.headings.columns.items():
        column = check.register.column(name)
        if name in check.register.column_names or check.layout.over:
            continue
        seen = {row: value for n, value, row, _, _ in check.layout.gated if n == name}
        layout = Layout(check.layout.rows, {}, {name: number})
        here = Check(check.sheet, check.register, check.headings, layout, check.source)
        cells = [seen.get(row) for row in check.layout.rows]
        values, wrong = _read(here, column, cells)
        problems += [*_told_together(here, column, cells, wrong), *_blanks(here, column, values, wrong)]
    return problems


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
