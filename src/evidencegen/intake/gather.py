"""One sheet gathered, from file to columns that can be trusted, and the account of it."""

from collections.abc import Mapping
from dataclasses import dataclass

from evidencegen.intake.account import Account
from evidencegen.intake.address import letters, listed
from evidencegen.intake.columns import Columns, read_columns
from evidencegen.intake.fates import Fates, account_of, fates_of
from evidencegen.intake.heading import Headings, missing, read_headings
from evidencegen.intake.matrix import is_matrix, kept_columns, lay_out
from evidencegen.intake.records import Layout, Records, find_records, laid_out
from evidencegen.intake.register import Register
from evidencegen.intake.sheet import Sheet
from evidencegen.intake.source import Source
from evidencegen.intake.unseen import notes_on
from evidencegen.intake.workbook import Workbook, choose_sheet, open_workbook
from evidencegen.problem import EvidenceError, Place, Problem


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
        _same_template(register, workbook)
        sheet = choose_sheet(workbook, source.sheet) or _only_fitting(register, source, workbook)
    except EvidenceError as error:
        return None, list(error.problems)
    return gather_sheet(register, source, workbook, sheet)


def gather_sheet(
    register: Register, source: Source, workbook: Workbook, sheet: Sheet
) -> tuple[Gathered | None, list[Problem]]:
    """One sheet of an open workbook, read as `register` says, with every problem and note found on the way."""
    headings, problems = read_headings(sheet, register, source)
    if headings is None:
        return None, problems
    matrix = is_matrix(register, headings, source)
    problems += missing(sheet, register, headings, but=register.wide_over if matrix else "")
    kept = kept_columns(register, headings) if matrix else headings.columns
    records = _records(sheet, headings, register, kept, matrix)
    used = set(headings.columns.values())
    if matrix:
        melted = lay_out(sheet, headings, register, source, records)
        layout, headings = melted.layout, melted.headings
        used = {*headings.columns.values(), *melted.courses}
        problems += melted.problems
    else:
        layout = laid_out(sheet, headings, register, records)
        problems += _long_rows(sheet, headings, records)
    columns = read_columns(sheet, register, headings, layout)
    problems += columns.problems
    fates = fates_of(sheet, headings, records, used, problems)
    problems += notes_on(sheet, workbook, records)
    return Gathered(sheet, headings, layout, columns, account_of(register, workbook, fates), fates), problems


def _same_template(register: Register, workbook: Workbook) -> None:
    key = workbook.template.partition("/")[0]
    if key and key != register.key:
        raise EvidenceError(
            (
                Problem(
                    key="workbook.other_register",
                    place=Place(workbook.file),
                    found=f"the workbook to fill in for another register ({key})",
                    wanted=f"the {register.title.lower()}",
                    why="each register has a workbook of its own",
                    mend=f"name this file under `{key}:` in evidence.yaml, and the right one here",
                ),
            )
        )


def _only_fitting(register: Register, source: Source, workbook: Workbook) -> Sheet:
    """The one visible sheet whose headings fit the register, as a list before as a training matrix.

    Raises:
        EvidenceError: none does, or several do.
    """
    seen = [sheet for sheet in workbook.sheets if sheet.rows and sheet.visible]
    fits = {sheet.name: _fit(register, source, sheet) for sheet in seen}
    fitting = [sheet for sheet in seen if fits[sheet.name] and fits[sheet.name] == max(fits.values())]
    if len(fitting) == 1:
        return fitting[0]
    names = [f'"{sheet.name}"' for sheet in fitting or seen]
    count = "several sheets" if fitting else "no sheet"
    raise EvidenceError(
        (
            Problem(
                key="sheet.not_chosen",
                place=Place(workbook.file),
                found=f"{count} with the headings of this register, among {listed(names)}",
                wanted=f"to be told which sheet is the {register.title.lower()}",
                why="rows of another sheet must not be counted in",
                mend=f"name it in evidence.yaml, such as `sheet: {names[0]}`",
            ),
        )
    )


def _fit(register: Register, source: Source, sheet: Sheet) -> int:
    """2 for a sheet with every required heading, 1 for a training matrix, 0 for neither."""
    headings, problems = read_headings(sheet, register, source)
    if headings is None or problems:
        return 0
    return 2 if not missing(sheet, register, headings) else int(is_matrix(register, headings, source))


def _records(sheet: Sheet, headings: Headings, register: Register, kept: Mapping[str, int], matrix: bool) -> Records:
    """In a matrix every column may make a row a record; in a list only those that are read."""
    every = {*headings.titles, *headings.columns.values()}
    read = frozenset(every if matrix else headings.columns.values())
    required = {name for name in kept if register.column(name).required}
    return find_records(sheet, headings, read, frozenset(kept[name] for name in required))


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
        )
    ]
