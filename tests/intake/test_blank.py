"""Workbooks to fill in."""

from datetime import datetime
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

import openpyxl
import pytest

from evidencegen.catalogue import everything_in
from evidencegen.intake import registers
from evidencegen.intake.account import EXAMPLE
from evidencegen.intake.blank import write_blank
from evidencegen.intake.kind import DATE, TEXT, Form, choice
from evidencegen.intake.register import Column, Register
from evidencegen.intake.registers.required_training import REQUIRED_TRAINING
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.source import Source
from evidencegen.intake.table import examine, read_register
from evidencegen.intake.workbook import open_workbook
from evidencegen.problem import EvidenceError

REGISTERS = everything_in(registers, Register)


each_register = pytest.mark.parametrize("register", REGISTERS.values(), ids=REGISTERS.keys())
INVENTED = {
    Form.DATE: datetime.fromisoformat("2026-03-04"), Form.NUMBER: 3, Form.MONTHS: "never", Form.NAME: "Bo Sample",
    Form.PROSE: "He told us what he wanted.", Form.TEXT: "Rose Court",
}  # fmt: skip


@pytest.fixture
def blank(tmp_path):
    """The path of a blank workbook for a register."""

    def write(register: Register) -> Path:
        path = tmp_path / f"{register.key}.xlsx"
        write_blank(register, path)
        return path

    return write


@pytest.fixture
def changed(blank):
    """The path of a blank workbook opened, changed by `change(sheet)`, and saved by another program."""

    def write(register: Register, change=lambda _: None) -> Path:
        path = blank(register)
        book = openpyxl.load_workbook(path)
        change(book.worksheets[0])
        book.save(path)
        return path

    return write


def _record(register: Register, number: int) -> list[object]:
    """A record as somebody would choose and type it, not a word of it from the example."""
    words = {Form.ONE: lambda c: [w[0] for w in c.kind.codes.values()][number % len(c.kind.codes)],
             Form.MANY: lambda c: "; ".join(w[0] for w in c.kind.codes.values())}  # fmt: skip
    cells = [words[c.kind.form](c) if c.kind.form in words else INVENTED[c.kind.form] for c in register.columns]
    names = [column.name for column in register.columns]
    for name in register.unique:
        cells[names.index(name)] = f"00{number}"
    return cells


@each_register
def test_a_blank_workbook_reads_back_with_no_problem_and_its_example_left_out(blank, register):
    table, problems = examine(register, (Source(blank(register)),))
    assert problems == ()
    assert len(table.rows) == 0
    assert table.gated == ()
    assert table.collected == {column.name for column in register.columns}
    (account,) = table.accounts
    assert account.balances
    assert [left.reason for left in account.rows_left_out] == [EXAMPLE]


@each_register
def test_three_records_saved_by_another_program_are_read_with_no_problem(changed, register):
    def fill(sheet):
        for number in (1, 2, 3):
            sheet.append(_record(register, number))

    table, problems = examine(register, (Source(changed(register, fill)),))
    assert problems == ()
    assert len(table.rows) == 3
    assert [place.cell for place in table.places] == ["3", "4", "5"]
    assert table.accounts[0].balances


@each_register
def test_the_cells_alone_are_enough_where_a_program_drops_the_mark_of_the_workbook(blank, tmp_path, register):
    bare = openpyxl.Workbook()
    bare.remove(bare.active)
    for sheet in openpyxl.load_workbook(blank(register)):
        copy = bare.create_sheet(sheet.title)
        for row in sheet.iter_rows(values_only=True):
            copy.append(row)
    bare.worksheets[0].append(_record(register, 1))
    bare.save(tmp_path / "bare.xlsx")
    assert open_workbook(tmp_path / "bare.xlsx").template == ""
    table, problems = examine(register, (Source(tmp_path / "bare.xlsx"),))
    assert (len(table.rows), problems) == (1, ())


@each_register
def test_the_example_row_shows_what_can_be_read(changed, register):
    def unmark(sheet):
        sheet["A2"] = "E1"

    table, problems = examine(register, (Source(changed(register, unmark)),))
    assert {p.key for p in problems} == {"cell.example"}
    assert table is None


def test_a_sheet_of_lists_or_words_is_never_taken_for_the_register(changed):
    def rename(sheet):
        sheet["A1"] = "Badge"

    _, problems = examine(STAFF, (Source(changed(STAFF, rename)),))
    assert [(p.key, p.place.sheet, p.place.column) for p in problems] == [
        ("heading.missing", "Staff register", "Staff ID")
    ]


def test_what_is_filled_in_is_read(blank):
    path = blank(STAFF)
    book = openpyxl.load_workbook(path)
    sheet = book["Staff register"]
    titles = [cell.value for cell in sheet[1]]
    row = {
        "Staff ID": "007",
        "Job title": "Carer",
        "Start date": datetime.fromisoformat("2025-03-04"),
        "Contract": "Bank",
    }
    sheet.append([row.get(title) for title in titles])
    book.save(path)
    table = read_register(STAFF, Source(path))
    assert (list(table.rows["staff"]), list(table.rows["employment"])) == (["007"], ["bank"])


def test_the_workbook_says_which_register_it_is_for(blank):
    assert open_workbook(blank(STAFF)).template == "staff/1"


def _rules(path):
    sheet = openpyxl.load_workbook(path).worksheets[0]
    rules = {str(rule.sqref).split("2:")[0]: rule for rule in sheet.data_validations.dataValidation}
    return {cell.value: rules[cell.column_letter] for cell in sheet[1]}


def test_lists_dates_and_prompts_guide_the_hand(blank):
    rules = _rules(blank(STAFF))
    assert rules["Contract"].type == "list"
    assert rules["Contract"].formula1 == "Lists!$A$2:$A$6"
    assert "Choose a word from the list" in rules["Contract"].error
    assert rules["Start date"].type == "date"
    assert rules["Start date"].error.startswith("Type a day such as 28/02/2025")
    assert "only staff employed on the day" in rules["Start date"].prompt


def test_months_take_a_number_or_never(blank):
    rule = _rules(blank(REQUIRED_TRAINING))["Refresh every (months)"]
    assert rule.type == "custom"
    assert rule.formula1 == 'IF(ISNUMBER(C2),AND(C2>=0,C2<=999,C2=INT(C2)),C2="never")'
    assert "or the word never" in rule.error


@each_register
def test_every_column_has_a_prompt_that_excel_has_room_for_and_every_rule_an_error(blank, register):
    rules = _rules(blank(register)).values()
    assert len(rules) == len(register.columns)
    assert all(0 < len(rule.prompt) <= 255 and 0 < len(rule.promptTitle) <= 32 for rule in rules)
    assert all(0 < len(rule.error) <= 255 and rule.showErrorMessage for rule in rules if rule.type)
    assert all(len(rule.formula1) <= 255 for rule in rules if rule.type)


@each_register
def test_a_list_offers_each_word_of_its_column_and_no_other(blank, register):
    path = blank(register)
    book = openpyxl.load_workbook(path)
    rules = _rules(path)
    for column in register.columns:
        if column.kind.form is Form.ONE:
            sheet, cells = rules[column.title].formula1.split("!")
            offered = [row[0].value for row in book[sheet][cells.replace("$", "")]]
            assert offered == [words[0] for words in column.kind.codes.values()]


@each_register
def test_the_sheet_is_ready_to_fill_in_and_to_print(blank, register):
    sheet, read_me, lists = openpyxl.load_workbook(blank(register)).worksheets
    assert (read_me.title, lists.title) == ("Read me", "Lists")
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref.startswith("A1:")
    assert all(cell.font.bold and cell.alignment.wrap_text for cell in sheet[1])
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (
        "landscape", -(-len(register.columns) // 10), 0,
    )  # fmt: skip
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$1:$1", "$A:$A")
    assert read_me.page_setup.fitToWidth == 1


def test_needed_columns_can_be_told_by_their_heading_and_the_read_me_says_how(blank):
    book = openpyxl.load_workbook(blank(STAFF))
    fills = {cell.value: cell.fill.fgColor.rgb for cell in book["Staff register"][1]}
    needed = {column.title for column in STAFF.columns if column.required}
    assert {fills[title] for title in needed} & {fills[title] for title in fills.keys() - needed} == set()
    told = " ".join(str(row[0].value) for row in book["Read me"].iter_rows(max_row=12))
    assert "darker heading are needed" in told
    assert "28/02/2025" in told


@each_register
def test_the_parts_of_a_sheet_stand_in_the_order_that_excel_asks_for(blank, register):
    # ECMA-376 part 1, 18.3.1.99: the sequence of CT_Worksheet.
    order = ("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "autoFilter",
             "dataValidations", "pageMargins", "pageSetup", "headerFooter")  # fmt: skip
    with ZipFile(blank(register)) as parts:
        sheet = ElementTree.fromstring(parts.read("xl/worksheets/sheet1.xml"))  # noqa: S314 - our own
    assert tuple(part.tag.rpartition("}")[2] for part in sheet) == order


@pytest.mark.parametrize("words", ["=1+1", "+44", "-see", "@home"])
def test_text_never_becomes_a_formula(tmp_path, words):
    kind = choice(a=(words,))
    register = Register(
        "x", "X", "one", (Column("ref", TEXT, also=(words,)), Column("kind", kind), Column("day", DATE))
    )
    write_blank(register, tmp_path / "x.xlsx")
    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    assert {cell.data_type for sheet in book for row in sheet for cell in row if cell.value is not None} <= {
        "s",
        "d",
        "n",
    }
    assert book["X"]["A1"].value == words


def test_a_workbook_somebody_filled_in_is_never_written_over(blank, tmp_path):
    path = blank(STAFF)
    before = path.read_bytes()
    with pytest.raises(EvidenceError) as told:
        write_blank(STAFF, path)
    assert told.value.problems[0].key == "file.exists"
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["staff.xlsx"]
