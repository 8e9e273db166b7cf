"""A workbook to fill in, for one register."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from evidencegen.intake.address import letters
from evidencegen.intake.excel import TEMPLATE_PROPERTY
from evidencegen.intake.kind import Form
from evidencegen.intake.records import EXAMPLE_MARK
from evidencegen.intake.register import Column, Register
from evidencegen.problem import EvidenceError, Place, Problem

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

EDITION = 1
LAST_ROW = 5_000
LONGEST_SHEET_NAME = 31
LONGEST_PROMPT_TITLE, LONGEST_PROMPT = 32, 255
HEADING_FILL = "FFDCE6F1"
EXAMPLE_COLOUR = "FF7F7F7F"
_FORMATS = {Form.DATE: "dd/mm/yyyy", Form.NUMBER: "General", Form.MONTHS: "General"}


def write_blank(register: Register, path: Path) -> None:
    """A workbook with the register's headings, lists to choose from, and one example row.

    The first cell of the example row starts with "EXAMPLE", by which the reader knows it and leaves
    it out. Written beside `path` and renamed, so that `path` is never half a workbook.

    Raises:
        EvidenceError: something stands at `path` already; it may be filled in, so it is left alone.
    """
    if path.exists():
        raise _taken(path)
    from openpyxl import Workbook  # slow to import
    from openpyxl.packaging.custom import StringProperty

    book = Workbook()
    book.remove(book.active)
    sheet = book.create_sheet(sheet_name(register))
    read_me = book.create_sheet("Read me")
    lists = book.create_sheet("Lists")
    _write_headings(sheet, register)
    _write_example(sheet, register)
    _write_lists(lists, register)
    _guide_columns(sheet, register)
    _write_read_me(read_me, register)
    book.custom_doc_props.append(StringProperty(name=TEMPLATE_PROPERTY, value=f"{register.key}/{EDITION}"))
    _save(book, path)


def sheet_name(register: Register) -> str:
    """The name of the sheet to fill in; Excel allows 31 letters."""
    return register.title[:LONGEST_SHEET_NAME]


def example(column: Column, first: bool) -> str | int | date:
    """An invented value for the example row, such as nobody could hold."""
    if first:
        return f"{EXAMPLE_MARK} - this row is not read"
    codes = list(column.kind.codes.values())
    values: dict[Form, str | int | date] = {
        Form.DATE: date(2026, 4, 1),
        Form.NUMBER: 10,
        Form.MONTHS: 12,
        Form.NAME: "Ann Example",
        Form.PROSE: "Ann Example told us, on 07700 900123, what she wanted to happen.",
        Form.ONE: codes[0][0] if codes else "",
        Form.MANY: "; ".join(words[0] for words in codes[:2]),
        Form.TEXT: "EX-001" if column.private else "Example",
    }
    return values[column.kind.form]


def _taken(path: Path) -> EvidenceError:
    return EvidenceError(
        (
            Problem(
                key="file.exists",
                place=Place(path.name),
                found=f'a file of this name in "{path.parent}"',
                wanted="a name that is free",
                why="a workbook that somebody has filled in must not be written over",
                mend="move that file, or give another name",
            ),
        )
    )


def _put(sheet: Worksheet, row: int, column: int, value: object) -> None:
    """A value in a cell; text stays text, whatever sign it starts with."""
    cell = sheet.cell(row, column, value)
    if isinstance(value, str):
        cell.data_type = "s"


def _write_headings(sheet: Worksheet, register: Register) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill

    for number, column in enumerate(register.columns, 1):
        _put(sheet, 1, number, column.title)
        cell = sheet.cell(1, number)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor=HEADING_FILL)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        wide = 40 if column.kind.form is Form.PROSE else max(14, min(30, len(column.title) + 4))
        sheet.column_dimensions[letters(number)].width = wide
        sheet.column_dimensions[letters(number)].number_format = _FORMATS.get(column.kind.form, "@")
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{letters(len(register.columns))}1"


def _write_example(sheet: Worksheet, register: Register) -> None:
    from openpyxl.styles import Font

    for number, column in enumerate(register.columns, 1):
        _put(sheet, 2, number, example(column, first=number == 1))
        cell = sheet.cell(2, number)
        cell.font = Font(italic=True, color=EXAMPLE_COLOUR)
        cell.number_format = _FORMATS.get(column.kind.form, "@")


def _write_lists(lists: Worksheet, register: Register) -> None:
    from openpyxl.styles import Font

    chosen = [column for column in register.columns if column.kind.codes]
    for number, column in enumerate(chosen, 1):
        _put(lists, 1, number, column.title)
        lists.cell(1, number).font = Font(bold=True)
        for row, words in enumerate(column.kind.codes.values(), 2):
            _put(lists, row, number, words[0])
        lists.column_dimensions[letters(number)].width = 30


def _guide_columns(sheet: Worksheet, register: Register) -> None:
    """A prompt for every column, a list for each of fixed words, and a check on dates and numbers.

    Pasting over a cell takes its check away in Excel, so the reader checks everything again.
    """
    from openpyxl.worksheet.datavalidation import DataValidation

    listed = 0
    for number, column in enumerate(register.columns, 1):
        listed += bool(column.kind.codes)
        rule = DataValidation(allow_blank=True, **_rule(column, listed))
        rule.promptTitle = column.title[:LONGEST_PROMPT_TITLE]
        rule.prompt = _prompt(column)
        rule.showInputMessage = True
        rule.showErrorMessage = rule.type is not None
        rule.errorTitle = "Please check this cell"
        rule.error = f"This column holds {column.kind.wanted}."[:LONGEST_PROMPT]
        rule.add(f"{letters(number)}2:{letters(number)}{LAST_ROW}")
        sheet.add_data_validation(rule)


def _rule(column: Column, listed: int) -> dict[str, str]:
    """What Excel lets nobody type past; a cell of several words gets a prompt alone."""
    if column.kind.form is Form.ONE:
        place = letters(listed)
        return {"type": "list", "formula1": f"Lists!${place}$2:${place}${len(column.kind.codes) + 1}"}
    if column.kind.form is Form.DATE:
        return {"type": "date", "operator": "between", "formula1": "DATE(1950,1,1)", "formula2": "DATE(2099,12,31)"}
    if column.kind.form is Form.NUMBER:
        return {"type": "decimal", "operator": "between", "formula1": "-1000000", "formula2": "1000000"}
    return {}


def _prompt(column: Column) -> str:
    """What the column holds and why, in the room Excel gives it."""
    needed = "Needed in every row" if column.required else "May be left blank"
    why = f": {column.because}" if column.because else ""
    words = f"{column.kind.wanted[:1].upper()}{column.kind.wanted[1:]}. {needed}{why}."
    if len(words) > LONGEST_PROMPT and column.kind.codes:
        words = f'Words from the sheet "Lists", parted by semicolons where there are several. {needed}{why}.'
    return words if len(words) <= LONGEST_PROMPT else f"{words[: LONGEST_PROMPT - 1]}…"


def _write_read_me(sheet: Worksheet, register: Register) -> None:
    from openpyxl.styles import Alignment, Font

    lines = (
        f'{register.title}: {register.one_row_is} in each row of the sheet "{sheet_name(register)}".',
        f"The row that starts with {EXAMPLE_MARK} shows what to write. It is never read; delete it when you like.",
        "Headings may stand in any order, and columns you do not keep may be deleted unless they are needed.",
        'A blank cell means that nothing is recorded. Write "N/A" only where a list offers it.',
        "This workbook will hold personal details: keep it where your other records of people are kept.",
    )
    for row, line in enumerate(lines, 1):
        _put(sheet, row, 1, line)
    start = len(lines) + 2
    for number, heading in enumerate(("Column", "What it holds", "Needed", "Why"), 1):
        _put(sheet, start, number, heading)
        sheet.cell(start, number).font = Font(bold=True)
    for row, column in enumerate(register.columns, start + 1):
        needed = "yes" if column.required else "no"
        for number, words in enumerate((column.title, column.kind.wanted, needed, column.because), 1):
            _put(sheet, row, number, words)
            sheet.cell(row, number).alignment = Alignment(wrap_text=number > 1, vertical="top")
    for number, width in enumerate((34, 70, 10, 60), 1):
        sheet.column_dimensions[letters(number)].width = width
    sheet.cell(1, 1).font = Font(bold=True, size=13)


def _save(book: Workbook, path: Path) -> None:
    beside = path.with_name(f".{path.name}.part")
    try:
        book.save(beside)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
