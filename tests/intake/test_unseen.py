"""What a workbook does not show its reader."""

from datetime import datetime

from evidencegen.intake.records import Records
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.sheet import Sheet
from evidencegen.intake.source import Source
from evidencegen.intake.table import read_register
from evidencegen.intake.unseen import notes_on
from evidencegen.intake.workbook import Workbook
from evidencegen.problem import Severity

DAY = datetime.fromisoformat("2025-03-04")
HEADINGS = ["Staff ID", "Role", "Start date", "Service"]
ROWS = [HEADINGS, ["S1", "Carer", DAY, "Rose"], ["S2", "Cook", DAY, None], ["S3", "Cook", DAY, None]]


def notes(path, **brief):
    table = read_register(STAFF, Source(path, **brief))
    assert {note.severity for note in table.notes} <= {Severity.NOTE}
    return table, {note.key: note for note in table.notes}


def test_a_plain_workbook_makes_no_note(written):
    assert notes(written(ROWS))[1] == {}


def test_hidden_rows_count_and_are_told(written):
    def change(book):
        book["Sheet1"].row_dimensions[3].hidden = True

    table, told = notes(written(ROWS, change=change))
    assert len(table.rows) == 3
    assert told["sheet.hidden_rows"].found == "1 hidden or filtered row included: 3"


def test_hidden_columns_are_told_where_they_hold_anything(written):
    def change(book):
        book["Sheet1"].column_dimensions["B"].hidden = True
        book["Sheet1"].column_dimensions["Z"].hidden = True

    table, told = notes(written(ROWS, change=change))
    assert len(table.rows) == 3
    assert told["sheet.hidden_columns"].found == "1 hidden column taken like the others: B"


def test_cells_merged_downwards_are_filled_and_told(written):
    def change(book):
        book["Sheet1"].merge_cells("D2:D4")

    table, told = notes(written(ROWS, change=change))
    assert list(table.rows["service"]) == ["Rose"] * 3
    assert told["sheet.merged"].found == "2 cells filled from merged cells above: D3, D4"
    assert [place.cell for place in (told["sheet.merged"].place, *told["sheet.merged"].also)] == ["D3", "D4"]


def test_colour_strike_through_and_notes_are_counted_and_told(written):
    from openpyxl.comments import Comment
    from openpyxl.styles import Font, PatternFill

    def change(book):
        sheet = book["Sheet1"]
        for address in ("A1", "B2", "D4"):  # a heading, a role, a blank cell
            sheet[address].fill = PatternFill("solid", fgColor="FFFF0000")
        sheet["A4"].font = Font(strike=True)
        sheet["A2"].comment = Comment("left in May", "manager")

    told = notes(written(ROWS, change=change))[1]["sheet.marked"]
    assert told.found == (
        "1 cell has a colour, 1 blank cell has a colour, 1 cell has a note, 1 cell is struck through: none of this is read"
    )


def test_macros_and_the_like_are_told_in_one_line():
    sheet = Sheet("a.xlsm", "S", {})
    workbook = Workbook("a.xlsm", (sheet,), ignored=("macros", "links to other workbooks"))
    found = {note.key: note.found for note in notes_on(sheet, workbook, Records((), {}))}
    assert found["workbook.ignored"] == "macros and links to other workbooks inside the workbook, never opened"


def test_hidden_sheets_are_not_used_and_told(written):
    def change(book):
        book["Old"].sheet_state = "hidden"

    table, told = notes(written({"Staff": ROWS, "Old": ROWS}, change=change))
    assert len(table.rows) == 3
    assert '"Old"' in told["workbook.hidden_sheets"].found
    assert notes(written({"Staff": ROWS, "Old": ROWS}, change=change), sheet="Old")[1]["sheet.hidden"]


def test_a_register_without_records_is_told(written):
    assert "sheet.no_records" in notes(written([HEADINGS]))[1]


def test_rows_that_say_nothing_in_a_known_column_are_told(written):
    _, told = notes(written([[*HEADINGS, "No.", "Room"], *ROWS[1:], [None, None, None, None, 4, 5]]))
    assert told["sheet.rows_without_record"].found.endswith(": 5")


def test_a_second_table_on_the_sheet_is_told_with_its_range_and_not_read(written):
    table, told = notes(written([*ROWS, [], ["Grade", "Number"], ["Senior", 4], ["Junior", 9]]))
    assert len(table.rows) == 3
    assert told["sheet.second_table"].found == "a second table on the sheet, not read: A6:B8"
    assert told["sheet.second_table"].place.cell == "A6"
