"""Which sheet of a workbook a register is kept in, and as what it is read."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from evidencegen.catalogue import everything_in
from evidencegen.intake import exports as shelf
from evidencegen.intake.address import listed
from evidencegen.intake.export import NO_EXPORT, Export, recognised, sheet_of_export, with_words
from evidencegen.intake.grouped import spelt_out
from evidencegen.intake.heading import missing, read_headings
from evidencegen.intake.known import known_words
from evidencegen.intake.matrix import is_matrix
from evidencegen.intake.register import Register
from evidencegen.intake.sheet import Sheet
from evidencegen.intake.source import Source
from evidencegen.intake.unopened import unopened
from evidencegen.intake.workbook import Workbook, choose_sheet
from evidencegen.problem import EvidenceError, Place, Problem

DATA_CHECK = "data-check"


@dataclass(frozen=True)
class Seen:
    """A sheet as it is read: with its headings in words, and with the headings its export has for columns.

    `remarks` are for its account.
    """

    export: Export
    sheet: Sheet
    source: Source
    remarks: tuple[str, ...] = ()


def known_exports() -> Iterable[Export]:
    """Every export that is recognised without settings, in order of their keys."""
    return everything_in(shelf, Export).values()


def seen_as(register: Register, source: Source, sheet: Sheet) -> Seen:
    """The sheet as the export it is, or as a matrix with its two rows of headings in one; else as it stands."""
    if found := recognised(sheet, known_exports(), source.heading_row):
        return Seen(found.export, found.sheet, with_words(found.export, found.sheet, source), found.export.said)
    if not register.wide_over:
        return Seen(NO_EXPORT, sheet, source)
    known = known_words(register, source.columns)
    worded, row = spelt_out(sheet, known, source.heading_row)
    heads = [v for v in worded.rows.get(row or 0, {}).values() if isinstance(v, str)]
    if worded is sheet or register.wide_over in map(known.column, heads):
        return Seen(NO_EXPORT, sheet, source)
    remark = "Two rows of headings were read together: the course, and what each column says of it."
    return Seen(NO_EXPORT, worded, replace(source, heading_row=row), (remark,))


def sheet_for(register: Register, source: Source, workbook: Workbook) -> Sheet:
    """The sheet that is named, the only one there is, the records of a known export, or the only one that fits.

    Raises:
        EvidenceError: there is no such sheet, or it is not for this program to say which one it is.
    """
    _same_template(register, workbook)
    if sheet := choose_sheet(workbook, source.sheet):
        return sheet
    seen = [sheet for sheet in workbook.sheets if sheet.rows and sheet.visible]
    return sheet_of_export(seen, known_exports(), register.key) or _only_fitting(register, source, workbook)


def other_register(register: Register, export: Export, sheet: Sheet) -> Problem:
    """The problem of an export whose rows belong to another register."""
    return Problem(
        key="workbook.other_register",
        place=sheet.place(),
        found=f"{export.title}, which belongs to another register ({export.register})",
        wanted=f"the {register.title.lower()}",
        why="each register has a workbook of its own",
        mend=f"name this file under `{export.register}:` in evidence.yaml, and the right one here",
    )


def _same_template(register: Register, workbook: Workbook) -> None:
    key = workbook.template.partition("/")[0]
    if key == DATA_CHECK:
        mend = "name the workbook that was checked, the one without these words, in evidence.yaml"
        raise unopened(
            "workbook.data_check", workbook.file, "a data check, which is a copy", mend, "the register itself"
        )
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
    seen = seen_as(register, source, sheet)
    if seen.export.register not in ("", register.key):
        return 0
    headings, problems = read_headings(seen.sheet, register, seen.source)
    if headings is None or problems:
        return 0
    return 2 if not missing(seen.sheet, register, headings) else int(is_matrix(register, headings, seen.source))
