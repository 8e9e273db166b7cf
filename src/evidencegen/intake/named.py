"""People told by name where a number of theirs is wanted."""

from dataclasses import replace

from evidencegen.intake.address import a1, listed
from evidencegen.intake.export import Export
from evidencegen.intake.heading import Headings, missing
from evidencegen.intake.kind import Form
from evidencegen.intake.records import Layout
from evidencegen.intake.register import Column, Register
from evidencegen.intake.sheet import Sheet, Value
from evidencegen.intake.value import written
from evidencegen.intake.words import key, left_blank
from evidencegen.problem import Problem, Severity

NAME_OR_NUMBER = "Name or ID number"


def lacking(sheet: Sheet, register: Register, headings: Headings, export: Export, but: str) -> list[Problem]:
    """A problem for each required column that is not there; where only names or e-mails say who, the line to paste."""
    problems = missing(sheet, register, headings, but)
    person = next((c for c in register.columns if c.required and c.private), None)
    offered = _offered(register, headings, export)
    if not person or not offered:
        return problems
    line = f'`columns: {{{person.name}: ["{offered}"]}}`'
    mend = (
        f'add a column headed "{person.title}"; or, if "{offered}" is the same in every register and no two people '
        f"share one, say so in evidence.yaml, here and for the others: {line}"
    )
    return [replace(p, mend=mend) if p.place.column == person.title else p for p in problems]


def _offered(register: Register, headings: Headings, export: Export) -> str:
    """A heading by which a person could be told, if the owner says so."""
    asked = {key(words) for words in export.asked}
    named = [headings.titles[n] for name, n in headings.columns.items() if register.column(name).kind.form is Form.NAME]
    return next((title for title in headings.titles.values() if key(title) in asked), named[0] if named else "")


def with_names(register: Register, headings: Headings) -> Headings:
    """The headings, with a column that may hold names in the place of numbers read for the gate as well."""
    column = _name_column(register)
    if not column or column.name in headings.columns:
        return headings
    words = {key(title) for title in (*column.also, NAME_OR_NUMBER)}
    for name, number in headings.columns.items():
        if register.column(name).private and key(headings.titles.get(number, "")) in words:
            return replace(headings, columns={**headings.columns, column.name: number})
    return headings


def names_told(sheet: Sheet, register: Register, headings: Headings, layout: Layout) -> tuple[Layout, list[Problem]]:
    """The layout with names alone handed to the gate from a column of names and numbers; and a note of them."""
    column = _name_column(register)
    number = headings.columns.get(column.name, 0) if column else 0
    keys = [name for name, other in headings.columns.items() if other == number and register.column(name).private]
    if not column or not keys:
        return layout, []
    gated = tuple(cell for cell in layout.gated if cell[0] != column.name or _is_name(cell[1]))
    named = [(row, where) for name, _, row, where, _ in gated if name == column.name]
    layout = replace(layout, gated=gated)
    return layout, [_note(sheet, headings, number, list(dict.fromkeys(named)))] if named else []


def _name_column(register: Register) -> Column | None:
    return next((c for c in register.columns if c.name == "name" and c.kind.form is Form.NAME), None)


def _is_name(cell: Value) -> bool:
    """Letters and no digit: a number of any kind would be struck out of every text as if it were somebody."""
    words = written(cell)
    return not left_blank(words) and any(c.isalpha() for c in words) and not any(c.isdigit() for c in words)


def _note(sheet: Sheet, headings: Headings, number: int, cells: list[tuple[int, int]]) -> Problem:
    return Problem(
        key="export.names_as_key",
        place=sheet.place(*cells[0], headings.title(number)),
        found=f"words rather than numbers say who is meant, in {len(cells):,} rows: {listed(a1(*c) for c in cells)}",
        wanted="for each person what the staff register has",
        why="records are joined to staff by it, and two people may share a name",
        mend="nothing, if the staff register says the same in the column that tells who a person is",
        severity=Severity.NOTE,
        also=tuple(sheet.place(*cell) for cell in cells[1:]),
    )
