"""One sheet gathered, from file to columns that can be trusted, and the account of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from evidencegen.intake.account import Account
from evidencegen.intake.address import letters, listed
from evidencegen.intake.choice import Seen, other_register, seen_as, sheet_for
from evidencegen.intake.columns import Columns, read_columns
from evidencegen.intake.example import what_became_of_it
from evidencegen.intake.export import also_read, decoded, with_reasons, without_left_out
from evidencegen.intake.fates import Fates, account_of, fates_of
from evidencegen.intake.heading import Headings, read_headings
from evidencegen.intake.matrix import is_matrix, kept_columns, lay_out
from evidencegen.intake.named import lacking, names_told, with_names
from evidencegen.intake.records import Layout, Records, find_records, laid_out
from evidencegen.intake.register import Register
from evidencegen.intake.sheet import Sheet
from evidencegen.intake.source import Source
from evidencegen.intake.unseen import notes_on
from evidencegen.intake.workbook import Workbook, open_workbook
from evidencegen.problem import EvidenceError, Problem, Severity


@dataclass(frozen=True)
class Gathered:
    """What one sheet gave: `values` by column name, one position for each row of a table to be."""

    sheet: Sheet
    headings: Headings
    layout: Layout
    columns: Columns
    account: Account
    fates: Fates


def gather(register: Register, source: Source) -> tuple[Gathered | None, list[Problem]]:
    """The sheet that `source` names, read as `register` says; None where it cannot be read at all."""
    try:
        workbook = open_workbook(source.path)
        sheet = sheet_for(register, source, workbook)
    except EvidenceError as error:
        return None, list(error.problems)
    return gather_sheet(register, source, workbook, sheet)


def gather_sheet(
    register: Register, source: Source, workbook: Workbook, sheet: Sheet
) -> tuple[Gathered | None, list[Problem]]:
    """One sheet of an open workbook, read as `register` says, with every problem and note found on the way."""
    seen = seen_as(register, source, sheet)
    if seen.export.register not in ("", register.key):
        return None, [other_register(register, seen.export, sheet)]
    headings, problems = read_headings(seen.sheet, register, seen.source)
    if headings is None:
        return None, problems
    headings = with_names(register, with_reasons(seen.export, headings))
    rows = _rows(register, seen, headings, ours=bool(workbook.template))
    columns = read_columns(seen.sheet, register, rows.headings, rows.layout, seen.source)
    problems += [*rows.problems, *columns.problems]
    fates = fates_of(seen.sheet, rows.headings, rows.records, rows.used, problems)
    account = account_of(register, workbook, sheet, fates, seen.remarks, seen.export.summaries)
    problems += notes_on(sheet, workbook, rows.records)
    return Gathered(seen.sheet, rows.headings, rows.layout, columns, account, fates), problems


@dataclass(frozen=True)
class _Rows:
    """The rows of a sheet, laid out as a list or as a matrix; `used` are the columns that are read, by number."""

    records: Records
    headings: Headings
    layout: Layout
    used: set[int]
    problems: list[Problem]


def _rows(register: Register, seen: Seen, headings: Headings, ours: bool) -> _Rows:
    sheet, export = seen.sheet, seen.export
    matrix = is_matrix(register, headings, seen.source)
    problems = lacking(sheet, register, headings, export, but=register.wide_over if matrix else "")
    kept = kept_columns(register, headings) if matrix else headings.columns
    records = _records(sheet, headings, register, kept, matrix)
    records = without_left_out(export, sheet, headings, records)
    problems += what_became_of_it(sheet, register, headings, records, ours=ours)
    used = set(also_read(export, headings).values())
    if matrix:
        melted = lay_out(sheet, headings, register, seen.source, records, by_part=bool(export.key))
        layout, headings, notes = melted.layout, melted.headings, list(melted.problems)
        used |= melted.courses
    else:
        layout, notes = decoded(export, sheet, register, headings, laid_out(sheet, headings, register, records))
        notes += _long_rows(sheet, headings, records)
    layout, named = names_told(sheet, register, headings, layout)
    used |= set(headings.columns.values())
    return _Rows(records, headings, layout, used, [*problems, *notes, *named])


def _records(sheet: Sheet, headings: Headings, register: Register, kept: Mapping[str, int], matrix: bool) -> Records:
    """In a matrix every column may make a row a record; in a list only those that are read."""
    every = {*headings.titles, *headings.columns.values()}
    read = frozenset(every if matrix else headings.columns.values())
    required = {name for name in kept if register.column(name).required}
    marked = headings.columns.get(register.columns[0].name, 0)
    return find_records(sheet, headings, read, frozenset(kept[name] for name in required), marked)


def _long_rows(sheet: Sheet, headings: Headings, records: Records) -> list[Problem]:
    """A text file's rows with more cells than headings: a comma too many has moved the others along."""
    last = max(headings.titles, default=0)
    rows = [row for row in records.rows if max(sheet.rows[row]) > last]
    if sheet.name or not rows:
        return []
    return [
        Problem(
            key="row.too_long",
            place=sheet.place(rows[0], max(sheet.rows[rows[0]])),
            found=f"more cells than headings, in row {listed(map(str, rows))}",
            wanted=f"at most {last} cells in a row, {letters(last)} the last",
            why="a comma inside a text moves every cell after it into the wrong column",
            mend="put that text in quotation marks, or save the register as .xlsx",
            severity=Severity.MEND,
            also=tuple(sheet.place(row, max(sheet.rows[row])) for row in rows[1:]),
        )
    ]
