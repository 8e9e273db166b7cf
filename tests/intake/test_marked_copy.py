"""A copy of a sheet at the same addresses, with the cells of its problems marked."""

import io
from datetime import UTC, datetime

import openpyxl
import pytest
import xlsxwriter

from evidencegen.intake import marked_copy
from evidencegen.intake.gather import gather_sheet
from evidencegen.intake.marked_copy import Formats, copy_sheet, copyable, fit, worst
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.training import TRAINING
from evidencegen.intake.sheet import Fault, Percent, Sheet, filled_down
from evidencegen.intake.source import Source
from evidencegen.intake.workbook import Workbook
from evidencegen.problem import Place, Problem, Severity

DAY = datetime.fromisoformat("2025-03-04")
HEADINGS = ["Staff ID", "Name", "Role", "Start date", "NI number", "Shoe size"]
ROWS = [
    ["Staff of Rose House"],
    HEADINGS,
    ["S1", "Ann Example", "Carer", DAY, "QQ123456C", 5],
    ["S2", "Bob Example", "Cook", "12/3", "QQ123456C", 7.5],
]


def problem(severity=Severity.MEND, cell="D4", mend="write the year"):
    place = Place("staff.xlsx", "Staff", cell, "Start date")
    return Problem("cell.unreadable", place, '"12/3"', "a date", "it counts", mend, severity)


def as_seen(rows, register=STAFF, merged=(), **brief):
    cells = {r: {c: v for c, v in enumerate(row, 1) if v is not None} for r, row in enumerate(rows, 1)}
    sheet = filled_down(Sheet("staff.xlsx", "Staff", {r: row for r, row in cells.items() if row}, merged=merged))
    gathered, _ = gather_sheet(register, Source("staff.xlsx", **brief), Workbook("staff.xlsx", (sheet,)), sheet)
    return copyable(register, gathered)


def copied(one, marks=None, noted=()):
    """The copy, read back, and whether all of it was copied."""
    packed = io.BytesIO()
    book = xlsxwriter.Workbook(packed, {"in_memory": True})
    whole = copy_sheet(book.add_worksheet("Staff"), Formats(book), one, marks or {}, frozenset(noted))
    book.close()
    return openpyxl.load_workbook(packed)["Staff"], whole


def values(page):
    return {cell.coordinate: cell.value for row in page.iter_rows() for cell in row if cell.value is not None}


def test_every_cell_stands_at_its_own_address_as_what_it_is():
    page, whole = copied(as_seen(ROWS))
    assert whole
    assert values(page) == {
        "A1": "Staff of Rose House",
        "A2": "Staff ID", "B2": "Name", "C2": "Role", "D2": "Start date", "E2": "NI number (not copied)", "F2": "Shoe size",
        "A3": "S1", "B3": "Ann Example", "C3": "Carer", "D3": DAY, "F3": 5,
        "A4": "S2", "B4": "Bob Example", "C4": "Cook", "D4": "12/3", "F4": 7.5,
    }  # fmt: skip
    assert page["D3"].is_date
    assert page["D4"].data_type == "s"


def test_a_personal_column_is_left_empty_even_where_a_row_is_marked():
    marks = {4: {5: (problem(),)}}
    page, _ = copied(as_seen(ROWS), marks)
    assert not [value for value in values(page).values() if "QQ123456C" in str(value)]
    assert page["E4"].border.left.style == "medium"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (True, True),
        ("=1+1", "=1+1"),
        ("007", "007"),
        ("@Ann", "@Ann"),
        ("http://example.org", "http://example.org"),
        (Fault("cell.error", "#REF!"), "#REF!"),
        (Percent(0.87), 0.87),
        (datetime(1066, 10, 14), "14/10/1066"),
        (datetime(2025, 3, 4, 9, 30), datetime(2025, 3, 4, 9, 30)),
        (datetime(2025, 3, 4, 9, 30, tzinfo=UTC), datetime(2025, 3, 4, 9, 30)),
        (float("inf"), "inf"),
        (123456789012345, 123456789012345),
        ("a\x0bb\ud800c", "a\x0bb\ufffdc"),
        ("x" * 20_000, "x" * 16_000 + "…"),
    ],
)
def test_whatever_a_cell_holds_can_be_copied(value, shown):
    rows = [HEADINGS, ["S1", "Ann Example", "Carer", DAY, None, value]]
    page, _ = copied(as_seen(rows))
    held = page["F2"].value
    assert (openpyxl.utils.escape.unescape(held) if isinstance(held, str) else held) == shown
    assert page["F2"].data_type != "f"
    assert page["F2"].hyperlink is None


def test_a_share_is_shown_as_the_sheet_showed_it():
    page, _ = copied(as_seen([HEADINGS, ["S1", "Ann Example", "Carer", DAY, None, Percent(0.87)]]))
    assert "%" in page["F2"].number_format


def test_a_cell_filled_from_a_merge_stays_empty_as_in_the_workbook():
    rows = [["Staff ID", "Role", "Start date", "Service"], ["S1", "Cook", DAY, "Rose"], ["S2", "Cook", DAY]]
    page, _ = copied(as_seen(rows, merged=((2, 4, 3, 4),)))
    assert (page["D2"].value, page["D3"].value) == ("Rose", None)


def test_a_cell_to_mend_is_told_by_more_than_its_colour():
    marks = {3: {3: (problem(Severity.NOTE),)}, 4: {4: (problem(),), 6: ()}}
    page, _ = copied(as_seen(ROWS), marks, noted={(4, 4)})
    mend, note, plain = page["D4"], page["C3"], page["C4"]
    assert (mend.fill.fgColor.rgb, mend.border.left.style, mend.font.b) == ("FFF8C4CC", "medium", True)
    assert (note.fill.fgColor.rgb, note.border.left.style, note.font.i) == ("FFFFF2B2", "dashed", True)
    assert (plain.fill.fill_type, plain.border.left.style) == (None, None)
    assert mend.comment.text == "Wanted: a date\nMend: write the year"
    assert note.comment is None


def test_a_blank_cell_to_fill_in_is_marked_too():
    rows = [HEADINGS, ["S1", "Ann Example", None, DAY]]
    page, _ = copied(as_seen(rows), {2: {3: (problem(cell="C2"),)}})
    assert (page["C2"].value, page["C2"].border.left.style) == (None, "medium")


def test_a_cell_with_two_problems_shows_the_worse_and_notes_both():
    both = (problem(Severity.NOTE, mend="look at it"), problem(Severity.STOP, mend="mend it"))
    page, _ = copied(as_seen(ROWS), {4: {4: both}}, noted={(4, 4)})
    assert worst(both) is Severity.STOP
    assert page["D4"].border.left.style == "medium"
    assert "look at it" in page["D4"].comment.text
    assert "mend it" in page["D4"].comment.text


def test_of_a_large_sheet_only_headings_and_marked_rows_are_copied(monkeypatch):
    monkeypatch.setattr(marked_copy, "MOST_CELLS", 5)
    page, whole = copied(as_seen(ROWS), {4: {4: (problem(),)}})
    assert not whole
    assert {int(cell[1:]) for cell in values(page)} == {1, 2, 4}


def test_nobody_mends_the_copy_by_mistake():
    page, _ = copied(as_seen(ROWS))
    assert page.protection.sheet
    assert page["D4"].protection.locked


def test_a_list_may_quote_what_is_read_and_not_hidden():
    one = as_seen(ROWS)
    assert [column for column in range(1, 8) if one.may_quote(column)] == [3, 4]
    assert one.personal == {5}


def test_in_a_matrix_courses_may_be_quoted_and_a_course_about_disability_is_no_personal_column():
    rows = [["Staff ID", "Fire", "Disability awareness", "NI number"], ["S1", DAY, "✓", "QQ123456C"]]
    one = as_seen(rows, register=TRAINING, cells="completed_on")
    assert [column for column in range(1, 6) if one.may_quote(column)] == [2, 3]
    assert one.personal == {4}


def test_a_sheet_read_for_two_registers_quotes_nothing_that_is_hidden_for_either():
    staff, training = as_seen(ROWS), as_seen([["Role", "Course", "Start date"], ["S1", "Fire", DAY]], register=TRAINING)
    both = staff.and_also(training)
    assert both.personal == frozenset()
    assert both.hidden >= staff.hidden | training.hidden
    assert not both.may_quote(1)


def test_a_text_that_fits_is_not_changed():
    assert fit("Zoë’s café") == "Zoë’s café"


def test_a_second_table_is_not_copied_since_nobody_has_read_its_headings():
    below = [[], ["Next of kin", "Age"], ["Di Example", 84], ["Ed Example", 91]]
    beside = [
        [*row, None, None, *more]
        for row, more in zip(
            ROWS[1:], (["Home", "Tel"], ["Rose", "01632 960001"], ["Rose", "01632 960002"]), strict=True
        )
    ]
    assert not {"Age", "Di Example", 84, 91} & set(values(copied(as_seen([*ROWS, *below]))[0]).values())
    assert not {"Tel", "01632 960001", "01632 960002"} & set(values(copied(as_seen(beside))[0]).values())
