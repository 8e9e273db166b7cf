"""A workbook to fill in, for one register."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from evidencegen.intake.address import letters
from evidencegen.intake.example import example
from evidencegen.intake.excel import TEMPLATE_PROPERTY
from evidencegen.intake.kind import Form
from evidencegen.intake.records import EXAMPLE_MARK
from evidencegen.intake.register import Column, Register
from evidencegen.intake.value import MOST_MONTHS
from evidencegen.intake.words import lines_needed
from evidencegen.intake.workbook import BESIDE_A_TEMPLATE
from evidencegen.problem import EvidenceError, Place, Problem

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.styles import Alignment
    from openpyxl.worksheet.worksheet import Worksheet

EDITION = 1
READ_ME_WIDTHS = (34, 70, 10, 60)
LINE_HEIGHT = 15
COLUMNS_OF_A_PAGE = 10
LAST_ROW = 5_000
LONGEST_SHEET_NAME = 31
LONGEST_PROMPT_TITLE, LONGEST_PROMPT = 32, 255
NEEDED_FILL, HEADING_FILL = "FFB8CCE4", "FFE9EFF7"
EXAMPLE_COLOUR = "FF7F7F7F"
READ_ME, LISTS = BESIDE_A_TEMPLATE
A4 = 9
_REFUSED = {
    Form.DATE: "Type a day such as 28/02/2025: day, month and year, and nothing else. Leave it blank if there is none.",
    Form.NUMBER: "Type a number alone, such as 12, without words or signs.",
    Form.MONTHS: "Type a whole number of months, such as 12, or the word never where it does not run out.",
    Form.ONE: f'Choose a word from the list, which also stands on the sheet "{LISTS}", or leave the cell blank.',
}
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
    read_me = book.create_sheet(READ_ME)
    lists = book.create_sheet(LISTS)
    _write_headings(sheet, register)
    _write_example(sheet, register)
    _write_lists(lists, register)
    _guide_columns(sheet, register)
    _write_read_me(read_me, register)
    for one, repeated in ((sheet, 1), (read_me, 0), (lists, 1)):
        _lay_out_for_print(one, repeated)
    book.properties.creator = "evidencegen"
    book.properties.title = register.title
    book.custom_doc_props.append(StringProperty(name=TEMPLATE_PROPERTY, value=f"{register.key}/{EDITION}"))
    _save(book, path)


def sheet_name(register: Register) -> str:
    """The name of the sheet to fill in; Excel allows 31 letters."""
    return register.title[:LONGEST_SHEET_NAME]


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
    """Headings, and for the cells below them a width, a format and, where whole sentences stand, lines that wrap."""
    from openpyxl.styles import Alignment, Font, PatternFill

    for number, column in enumerate(register.columns, 1):
        _put(sheet, 1, number, column.title)
        cell = sheet.cell(1, number)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor=NEEDED_FILL if column.required else HEADING_FILL)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        wide = 30 if number == 1 else 40 if column.kind.form is Form.PROSE else max(14, min(30, len(column.title) + 4))
        below = sheet.column_dimensions[letters(number)]
        below.width = wide
        below.number_format = _FORMATS.get(column.kind.form, "@")
        below.alignment = _alignment(column)
    sheet.row_dimensions[1].height = 45
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{letters(len(register.columns))}{LAST_ROW}"


def _alignment(column: Column) -> Alignment:
    from openpyxl.styles import Alignment

    return Alignment(wrap_text=column.kind.form in (Form.PROSE, Form.MANY), vertical="top")


def _write_example(sheet: Worksheet, register: Register) -> None:
    from openpyxl.styles import Font

    for number, column in enumerate(register.columns, 1):
        _put(sheet, 2, number, example(column, first=number == 1))
        cell = sheet.cell(2, number)
        cell.font = Font(italic=True, color=EXAMPLE_COLOUR)
        cell.alignment = _alignment(column)
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
    lists.freeze_panes = "A2"


def _guide_columns(sheet: Worksheet, register: Register) -> None:
    """A prompt for every column, a list for each of fixed words, and a check on dates and numbers.

    Pasting over a cell takes its check away in Excel, so the reader checks everything again.
    """
    from openpyxl.worksheet.datavalidation import DataValidation

    listed = 0
    for number, column in enumerate(register.columns, 1):
        listed += bool(column.kind.codes)
        cell = f"{letters(number)}2"
        rule = DataValidation(allow_blank=True, **_rule(column, cell, listed))
        rule.promptTitle = column.title[:LONGEST_PROMPT_TITLE]
        rule.prompt = _prompt(column)
        rule.showInputMessage = True
        if rule.type:
            rule.showErrorMessage = True
            rule.errorTitle = "Please check this cell"
            rule.error = _REFUSED[column.kind.form]
        rule.add(f"{cell}:{letters(number)}{LAST_ROW}")
        sheet.add_data_validation(rule)


def _rule(column: Column, cell: str, listed: int) -> dict[str, str]:
    """What Excel lets nobody type past; a cell of several words gets a prompt alone, and so does text."""
    form = column.kind.form
    if form is Form.ONE:
        place = letters(listed)
        return {"type": "list", "formula1": f"{LISTS}!${place}$2:${place}${len(column.kind.codes) + 1}"}
    if form is Form.DATE:
        return {"type": "date", "operator": "between", "formula1": "DATE(1950,1,1)", "formula2": "DATE(2099,12,31)"}
    if form is Form.NUMBER:
        return {"type": "decimal", "operator": "between", "formula1": "-1000000", "formula2": "1000000"}
    if form is Form.MONTHS:
        number = f"AND({cell}>=0,{cell}<={MOST_MONTHS},{cell}=INT({cell}))"
        return {"type": "custom", "formula1": f'IF(ISNUMBER({cell}),{number},{cell}="never")'}
    return {}


def _prompt(column: Column) -> str:
    """What the column holds and why, in the room Excel gives it."""
    needed = "Needed in every row" if column.required else "May be left blank"
    why = f": {column.because}" if column.because else ""
    words = f"{column.kind.wanted[:1].upper()}{column.kind.wanted[1:]}. {needed}{why}."
    if len(words) > LONGEST_PROMPT and column.kind.codes:
        words = f'Words from the sheet "{LISTS}", parted by semicolons where there are several. {needed}{why}.'
    return words if len(words) <= LONGEST_PROMPT else f"{words[: LONGEST_PROMPT - 1]}…"


def _write_read_me(sheet: Worksheet, register: Register) -> None:
    from openpyxl.styles import Alignment, Font

    lines = (
        f'{register.title}: {register.one_row_is} in each row of the sheet "{sheet_name(register)}".',
        f"The row that starts with {EXAMPLE_MARK} shows what to write. It is never read: write your own below it.",
        "Delete the example when you like. A record typed over it is not read until that word is typed over too.",
        "Headings may stand in any order, and columns you do not keep may be deleted unless they are needed.",
        "Columns with the darker heading are needed in every row.",
        "Dates are typed day first, such as 28/02/2025. A month or a year alone is no date: leave the cell blank.",
        f'Lists let you choose a word; a cell of several takes them from the sheet "{LISTS}", parted by semicolons.',
        "Pasting over cells takes their lists and checks away. Paste as values; everything is checked again when read.",
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
        texts = (column.title, column.kind.wanted, needed, column.because)
        for number, words in enumerate(texts, 1):
            _put(sheet, row, number, words)
            sheet.cell(row, number).alignment = Alignment(wrap_text=number > 1, vertical="top")
        sheet.row_dimensions[row].height = LINE_HEIGHT * lines_needed(zip(texts, READ_ME_WIDTHS, strict=True))
    for number, width in enumerate(READ_ME_WIDTHS, 1):
        sheet.column_dimensions[letters(number)].width = width
    sheet.cell(1, 1).font = Font(bold=True, size=13)


def _lay_out_for_print(sheet: Worksheet, repeated: int) -> None:
    """A4 across, as wide as can still be read, with the first `repeated` rows and the first column on every page."""
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A4
    wide = -(-sheet.max_column // COLUMNS_OF_A_PAGE) if repeated else 1
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = wide, 0
    sheet.sheet_properties.pageSetUpPr = _fit_to_page()
    if repeated:
        sheet.print_title_rows = f"1:{repeated}"
        sheet.print_title_cols = "A:A"
    sheet.oddFooter.center.text = "&A, page &P of &N"


def _fit_to_page() -> object:
    from openpyxl.worksheet.properties import PageSetupProperties

    return PageSetupProperties(fitToPage=True)


def _save(book: Workbook, path: Path) -> None:
    beside = path.with_name(f".{path.name}.part")
    try:
        book.save(beside)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
