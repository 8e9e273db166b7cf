"""Old Excel workbooks, sound and unsound, read in a process of their own."""

import io
import random
from datetime import datetime

import pytest
import xlwt

from evidencegen.intake import old_excel, old_excel_child
from evidencegen.intake.old_excel import NO_FORMATS, is_old, read_old_excel
from evidencegen.intake.sheet import Fault, Marks, Percent
from evidencegen.problem import EvidenceError

DAY = datetime.fromisoformat("2025-03-04")


def old(change=lambda *_: None, rows=()):
    """The bytes of an old workbook with one sheet, "Staff"."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Staff", cell_overwrite_ok=True)
    for r, cells in enumerate(rows):
        for c, value in enumerate(cells):
            if value is not None:
                sheet.write(r, c, value)
    change(sheet, book)
    box = io.BytesIO()
    book.save(box)
    return box.getvalue()


def read(raw):
    """Its only sheet."""
    sheets, _ = read_old_excel("staff.xls", raw)
    assert len(sheets) == 1
    return sheets[0]


def key_of(raw):
    with pytest.raises(EvidenceError) as told:
        read_old_excel("staff.xls", raw)
    (problem,) = told.value.problems
    return problem.key


def test_every_kind_of_cell_comes_as_it_was_typed():
    def change(sheet, _):
        sheet.write(1, 2, DAY, xlwt.easyxf(num_format_str="dd/mm/yyyy"))
        sheet.write(1, 3, 0.87, xlwt.easyxf(num_format_str="0%"))
        sheet.write(1, 4, 45720, xlwt.easyxf(num_format_str="0.00"))
        sheet.row(1).set_cell_error(5, "#REF!")

    sheet = read(
        old(
            change,
            [["Staff ID", "Hours", "Started", "Score", "Serial", "Lost", "Kept"], ["007", 37.5], ["  ", 7, True]],
        )
    )
    assert sheet.rows == {
        1: {1: "Staff ID", 2: "Hours", 3: "Started", 4: "Score", 5: "Serial", 6: "Lost", 7: "Kept"},
        2: {1: "007", 2: 37.5, 3: DAY, 4: 0.87, 5: 45720, 6: Fault("cell.error", "#REF!")},
        3: {2: 7, 3: True},
    }
    assert isinstance(sheet.rows[2][4], Percent)
    assert isinstance(sheet.rows[3][2], int)
    assert (sheet.name, sheet.visible, sheet.counts_from_1904) == ("Staff", True, False)


def test_more_rows_than_are_handed_over_at_once_all_arrive_though_many_are_empty():
    sheet = read(old(lambda s, _: [s.write(r, 0, r) for r in (0, 999, 1000, 4500)]))
    assert sheet.rows == {1: {1: 0}, 1000: {1: 999}, 1001: {1: 1000}, 4501: {1: 4500}}


def test_what_is_hidden_is_marked():
    def change(sheet, book):
        sheet.row(1).hidden = True
        sheet.row(7).hidden = True
        sheet.col(1).hidden = True
        for name, state in (("Old", 1), ("Older", 2)):
            other = book.add_sheet(name)
            other.write(0, 0, "x")
            other.visibility = state

    sheets, _ = read_old_excel("staff.xls", old(change, [["a", "b"], ["c", "d"]]))
    assert [(s.name, s.visible) for s in sheets] == [("Staff", True), ("Old", False), ("Older", False)]
    assert (sheets[0].hidden_rows, sheets[0].hidden_columns) == ({2}, {2})


def test_merged_cells_are_filled_downwards_and_marks_are_counted():
    def change(sheet, _):
        sheet.write_merge(1, 3, 0, 0, "Ann Example")
        sheet.write(1, 1, "x", xlwt.easyxf("pattern: pattern solid, fore_colour yellow"))
        sheet.write(2, 1, "y", xlwt.easyxf("font: struck_out on"))
        sheet.write(3, 1, "z", xlwt.easyxf("pattern: pattern solid, fore_colour white"))

    sheet = read(old(change, [["Name", "Course"]]))
    assert sheet.merged == ((2, 1, 4, 1),)
    assert sheet.filled == {(3, 1), (4, 1)}
    assert sheet.rows[4] == {1: "Ann Example", 2: "z"}
    assert sheet.marks == Marks(coloured={2: 1}, struck={3: 1})


def test_a_workbook_from_an_old_mac_counts_its_days_from_1904():
    def change(sheet, book):
        book.dates_1904 = True
        sheet.write(0, 0, DAY, xlwt.easyxf(num_format_str="dd/mm/yyyy"))

    sheet = read(old(change))
    assert (sheet.rows[1][1], sheet.counts_from_1904) == (DAY, True)


def test_a_number_that_is_none_is_a_fault_of_its_cell():
    from struct import pack

    raw = old(rows=[[1.23456789, 7]])
    assert raw.count(pack("<d", 1.23456789)) == 1
    sheet = read(raw.replace(pack("<d", 1.23456789), pack("<d", float("nan"))))
    assert sheet.rows == {1: {1: Fault("cell.damaged", "a cell whose number is damaged"), 2: 7}}


def test_macros_are_named_and_left_alone():
    raw = old(rows=[["x"]]) + "_VBA_PROJECT_CUR".encode("utf-16-le")
    assert read_old_excel("staff.xls", raw)[1] == ["macros"]


@pytest.mark.parametrize(
    ("record", "change_to", "key"),
    [
        (b"\x42\0\x02\0\xb0\x04", b"\x2f\0\x02\0\0\0", "file.password"),  # CODEPAGE becomes FILEPASS
        (b"\xfc\0", b"\xfc\1", "file.damaged"),  # no table of texts
    ],
)
def test_what_stands_in_the_way_of_the_cells_is_told(record, change_to, key):
    raw = old(rows=[["Ann"]])
    assert raw.count(record) == 1
    assert key_of(raw.replace(record, change_to)) == key


@pytest.mark.parametrize(
    ("name", "key"),
    [("EncryptedPackage", "file.password"), ("WordDocument", "file.not_a_workbook"), ("Something", "file.damaged")],
)
def test_other_files_in_the_same_wrapping_are_told_apart(name, key):
    raw = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + name.encode("utf-16-le") + bytes(20)
    assert is_old(raw)
    assert key_of(raw) == key


def test_damaged_formats_cost_no_cell_and_are_said():
    raw = old(rows=[["Staff ID", 7]])
    precision, palette = b"\x0e\0\x02\0\x01\0", b"\x92\0\x02\0\x01\0"  # one colour told of, and none there
    assert raw.count(precision) == 1
    (sheet,), ignored = read_old_excel("staff.xls", raw.replace(precision, palette))
    assert (sheet.rows, ignored) == ({1: {1: "Staff ID", 2: 7}}, [NO_FORMATS])


@pytest.mark.parametrize(
    ("limits", "key"), [({"SECONDS": 0.01}, "file.too_slow"), ({"MEGABYTES": 20}, "file.too_large")]
)
def test_a_workbook_that_takes_too_much_is_stopped(monkeypatch, limits, key):
    raw = old(lambda sheet, _: [sheet.write(r, c, f"text {r} {c}") for r in range(3000) for c in range(10)])
    for name, most in limits.items():
        monkeypatch.setattr(old_excel, name, most)
    assert key_of(raw) == key


def test_a_reader_that_hangs_is_ended_from_outside(monkeypatch, tmp_path):
    hung = tmp_path / "hung.py"
    hung.write_text("import time\ntime.sleep(600)\n", encoding="utf-8")
    monkeypatch.setattr(old_excel_child, "__file__", str(hung))
    monkeypatch.setattr(old_excel, "SECONDS", 0.1)
    assert key_of(old()) == "file.too_slow"


@pytest.mark.parametrize("ending", ["os._exit(9)", "os.abort()", "print('no cells')", "raise SystemExit"])
def test_a_reader_that_dies_or_talks_nonsense_is_one_problem(monkeypatch, tmp_path, ending):
    dying = tmp_path / "dying.py"
    dying.write_text(f"import os\n{ending}\n", encoding="utf-8")
    monkeypatch.setattr(old_excel_child, "__file__", str(dying))
    assert key_of(old()) == "file.damaged"


def test_a_reader_that_cannot_be_started_is_said(monkeypatch, tmp_path):
    monkeypatch.setattr(old_excel.sys, "executable", str(tmp_path / "no python"))
    assert key_of(old()) == "file.old_excel"


def test_nothing_is_left_in_the_folder_for_temporary_files(monkeypatch, tmp_path):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    assert read(old(rows=[["x"]])).rows == {1: {1: "x"}}
    assert list(tmp_path.iterdir()) == []


def test_mutants_end_as_sheets_or_as_one_problem():
    raw = old(rows=[["Staff ID", "Hours"], ["007", 37.5], ["008", 7]])
    chance = random.Random(3)
    for _ in range(12):
        mutant = bytearray(raw[: chance.choice((len(raw), chance.randrange(600, len(raw))))])
        for _ in range(chance.randrange(1, 6)):
            mutant[chance.randrange(512, len(mutant))] = chance.randrange(256)
        try:
            sheets, _ = read_old_excel("staff.xls", bytes(mutant))
        except EvidenceError as told:
            assert len(told.problems) == 1
        else:
            assert all(sheet.cells >= 0 for sheet in sheets)
