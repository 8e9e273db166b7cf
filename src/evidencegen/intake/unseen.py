"""What a workbook does not show its reader, told in notes."""

from collections.abc import Iterable, Iterator

from evidencegen.intake.account import BLANK, EXAMPLE, NOTHING_KNOWN, SECOND_TABLE
from evidencegen.intake.address import a1, letters, listed
from evidencegen.intake.records import Records
from evidencegen.intake.sheet import Sheet
from evidencegen.intake.workbook import Workbook
from evidencegen.problem import Place, Problem, Severity


def notes_on(sheet: Sheet, workbook: Workbook, records: Records) -> list[Problem]:
    """A note for each kind of thing that is hidden, and for rows that say nothing."""
    return [
        *_hidden(sheet, workbook, records),
        *_merged(sheet),
        *_second_tables(sheet, records),
        *_marked(sheet, records),
        *_ignored(workbook),
        *_empty(sheet, workbook, records),
    ]


def _hidden(sheet: Sheet, workbook: Workbook, records: Records) -> Iterator[Problem]:
    if hidden := [row for row in records.rows if row in sheet.hidden_rows] if sheet.hidden_rows else []:
        rows = f"{_counted(hidden, 'hidden or filtered row')} included: {listed(map(str, hidden))}"
        yield _note("sheet.hidden_rows", map(sheet.place, hidden), rows, "unhide them and see that they belong")
    if out_of_sight := _hidden_and_filled(sheet, records):
        columns = (
            f"{_counted(out_of_sight, 'hidden column')} taken like the others: {listed(map(letters, out_of_sight))}"
        )
        yield _note("sheet.hidden_columns", (sheet.place(),), columns, "unhide them and see that they belong")
    if not sheet.visible:
        found = "a hidden sheet, read because it is named"
        yield _note("sheet.hidden", (sheet.place(),), found, "nothing, if so meant")
    unseen = [s.name for s in workbook.sheets if not s.visible and s is not sheet and s.cells]
    if unseen:
        names = listed(f'"{name}"' for name in unseen)
        found = f"{_counted(unseen, 'hidden sheet')} not used: {names}"
        yield _note("workbook.hidden_sheets", (Place(sheet.file),), found, "nothing, if so meant")


def _hidden_and_filled(sheet: Sheet, records: Records) -> list[int]:
    if not sheet.hidden_columns:
        return []
    return sorted(sheet.hidden_columns & set().union(*(sheet.rows[row] for row in records.rows)))


def _second_tables(sheet: Sheet, records: Records) -> Iterator[Problem]:
    for block in (*records.beside, *records.below):
        if block.reason == SECOND_TABLE:
            found = f"a second table on the sheet, not read: {block.address}"
            mend = "move it to a sheet of its own; if its rows are records, give them the columns of the others"
            yield _note("sheet.second_table", (sheet.place(block.top, block.left),), found, mend)


def _merged(sheet: Sheet) -> Iterator[Problem]:
    if filled := sorted(sheet.filled):
        cells = f"{_counted(filled, 'cell')} filled from merged cells above: {listed(a1(*f) for f in filled)}"
        places = (sheet.place(*f) for f in filled)
        yield _note("sheet.merged", places, cells, "unmerge them if the value is not for each row")
    if beneath := list(sheet.beneath_merges()):
        cells = f"{_counted(beneath, 'cell')} with a value under a merged cell: {listed(a1(*b) for b in beneath)}"
        yield _note("sheet.beneath_merge", (sheet.place(*b) for b in beneath), cells, "unmerge to see what they hold")


def _marked(sheet: Sheet, records: Records) -> Iterator[Problem]:
    """Colour and strike-through in the rows of records, and notes anywhere: headings and titles often have a colour."""
    if said := sheet.marks.told(frozenset(records.rows)):
        yield _note("sheet.marked", (sheet.place(),), f"{said}: none of this is read",
                    "write what it means into a column of its own, if it means anything")  # fmt: skip


def _ignored(workbook: Workbook) -> Iterator[Problem]:
    for remark in workbook.remarks:
        yield _note("workbook.read_as", (Place(workbook.file),), remark, "nothing, if the letters look right")
    if workbook.ignored:
        found = f"{' and '.join(workbook.ignored)} inside the workbook, never opened"
        yield _note("workbook.ignored", (Place(workbook.file),), found, "nothing, if the cells hold all that counts")


def _empty(sheet: Sheet, workbook: Workbook, records: Records) -> Iterator[Problem]:
    if odd := [row for row, why in records.left_out.items() if why == NOTHING_KNOWN]:
        rows = f"{_counted(odd, 'row')} with {NOTHING_KNOWN}: {listed(map(str, odd))}"
        yield _note("sheet.rows_without_record", map(sheet.place, odd), rows, "fill them in if they are records")
    if not records.rows and not workbook.template:
        others = set(records.left_out.values()) - {BLANK, EXAMPLE}
        found = "headings and no record" + (", only totals and notes" if others else "")
        yield _note("sheet.no_records", (sheet.place(),), found, "fill in the register, or leave it out of the pack")


def _counted(things: list[int] | list[str] | list[tuple[int, int]], noun: str) -> str:
    return f"{len(things):,} {noun}{'' if len(things) == 1 else 's'}"


def _note(key: str, places: Iterable[Place], found: str, mend: str) -> Problem:
    why = "it may not be what a reader of the sheet sees"
    place, *also = places
    return Problem(key, place, found, "to be looked at once", why, mend, Severity.NOTE, tuple(also))
