"""A workbook's problems in a list with links, and its sheets copied with their cells marked."""

import re
import zipfile
from datetime import date, datetime

import openpyxl
import pytest

from evidencegen.intake import data_check
from evidencegen.intake.data_check import DataCheck, is_data_check, own_link, sheet_names, write_data_check
from evidencegen.intake.gather import gather
from evidencegen.intake.marked_copy import copyable
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.source import Source
from evidencegen.intake.workbook import open_workbook
from evidencegen.problem import HIDDEN, Place, Problem, Severity

MADE = date(2026, 11, 24)
DAY = datetime.fromisoformat("2025-03-04")
HEADINGS = ["Staff ID", "Name", "Role", "Start date", "NI number"]
ROWS = [
    HEADINGS,
    ["S1", "Ann Example", "Carer", DAY, "QQ123456C"],
    ["S2", "Bob Example", "Cook", "12/3", "QQ123456C"],
    ["S3", "Cat Example", None, "=1+1", "QQ123456C"],
    ["S4", "Dan Example", "Cook", DAY, "QQ123456C"],
]
COLUMNS = [heading for heading, _ in data_check.COLUMNS]


def checked(path, *more, **brief):
    """The data check of a workbook as it is read for the staff register, with `more` problems."""
    gathered, problems = gather(STAFF, Source(path, **brief))
    sheets = {gathered.sheet.name: copyable(STAFF, gathered)} if gathered else {}
    return DataCheck(path.name, (*problems, *more), sheets)


def place(cell="", sheet="Staff", file="register.xlsx", column=""):
    return Place(file, sheet, cell, column)


def problem(at, key="cell.unreadable", severity=Severity.MEND, also=()):
    return Problem(key, at, "something odd", "a date", "it counts", "correct it", severity, also)


def read_back(path):
    """The book, what is said above the list, and its lines by heading, each with its two links."""
    book = openpyxl.load_workbook(path)
    page = book["Problems"]
    rows = list(page.iter_rows())
    top = next(n for n, row in enumerate(rows) if [cell.value for cell in row] == COLUMNS)
    lines = []
    for row in rows[top + 1 :]:
        line = {heading: cell.value for heading, cell in zip(COLUMNS, row, strict=True)}
        own, copy = row[2].hyperlink, row[9].hyperlink
        lines.append(line | {"own": (own.target, own.location), "copy": copy.location if copy else None})
    return book, [row[0].value for row in rows[:top] if row[0].value], lines


@pytest.fixture
def made(written, tmp_path):
    """A data check written and read back: `made({"Staff": ROWS}, problem(...))`."""

    def make(sheets, *more, name="register.xlsx", **brief):
        path = tmp_path / "register - data check.xlsx"
        write_data_check(path, checked(written(sheets, name=name), *more, **brief), MADE)
        return path

    return make


def test_every_cell_of_a_problem_has_a_line_with_links_to_the_workbook_and_to_the_copy(made):
    book, _, lines = read_back(made({"Staff": ROWS}))
    assert book.sheetnames == ["Problems", "Staff"]
    told = [(x["How much"], x["Cell"], x["Row"], x["Column heading"], x["What it says now"]) for x in lines]
    assert told == [
        ("To mend", "D3", 3, "Start date", "12/3"),
        ("To mend", "D4", 4, "Start date", "a formula whose value was never worked out and saved"),
        ("To mend", "C4", 4, "Role", "nothing"),
    ]
    assert lines[0]["own"] == ("register.xlsx", "'Staff'!D3")
    assert [line["copy"] for line in lines] == ["'Staff'!D3", "'Staff'!D4", "'Staff'!C4"]
    assert lines[0]["What is wanted"] == "a date, such as 28/02/2025"
    assert "no year" in lines[0]["How to mend"]
    assert lines[0]["Why"].startswith("only staff employed")


def test_each_cell_of_a_grouped_problem_has_a_line_that_says_what_it_holds_itself(made):
    rows = [HEADINGS, *([f"S{n}", "Ann", "Cook", words] for n, words in enumerate(("12/3", "soon", "4/4", DAY), 1))]
    book, _, lines = read_back(made({"Staff": rows}))
    assert [(x["Cell"], x["What it says now"]) for x in lines] == [("D2", "12/3"), ("D4", "4/4"), ("D3", "soon")]
    assert [c for c in ("D2", "D3", "D4", "D5") if book["Staff"][c].comment] == ["D2", "D3", "D4"]


def test_the_list_repeats_no_value_of_a_personal_column_and_the_copy_keeps_it(made):
    rows = [HEADINGS, [DAY, "Ann Example", "Cook", DAY], ["S2", "Bob Example", "Cook", DAY]]
    book, _, lines = read_back(made({"Staff": rows}))
    assert [(x["Cell"], x["What it says now"]) for x in lines] == [("A2", HIDDEN)]
    assert book["Staff"]["A2"].value == DAY
    assert "Example" not in str(lines)


def test_a_column_that_is_never_read_is_not_copied(made):
    path = made({"Staff": ROWS})
    with zipfile.ZipFile(path) as archive:
        assert not [name for name in archive.namelist() if b"QQ123456C" in archive.read(name)]
    assert openpyxl.load_workbook(path)["Staff"]["E1"].value == "NI number (not copied)"


def test_no_text_becomes_a_formula_or_a_link(tmp_path):
    signs = [
        "=cmd|' /C calc'!A0",
        "+44 1632 960000",
        "-see notes",
        "@ann",
        "\tx",
        "\rx",
        "{=1}",
        "mailto:a@example.org",
    ]
    lines = ["Staff ID,Name,Role,Start date", *(f'"{sign}","{sign}","{sign}","{sign}"' for sign in signs)]
    (tmp_path / "=1.csv").write_text("\n".join(lines), newline="")
    path = tmp_path / "made.xlsx"
    write_data_check(path, checked(tmp_path / "=1.csv"), MADE)
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith((".xml", ".rels"))}
    pages = {name: xml for name, xml in parts.items() if name.startswith("xl/worksheets/sheet")}
    assert len(pages) == 2
    assert [name for name, xml in pages.items() if re.search(r"<f[ />]", xml)] == []
    targets = {t for xml in parts.values() for t in re.findall(r'Target="([^"]*)" TargetMode="External"', xml)}
    assert targets == {"=1.csv"}
    held = [cell.value for cell in openpyxl.load_workbook(path)["Copy"]["C"][1:]]
    assert [openpyxl.utils.escape.unescape(words) for words in held] == signs


def test_whole_files_and_sheets_come_first_then_what_stands_most_in_the_way(made):
    more = [
        problem(place("B2"), "crosscheck.unknown", Severity.NOTE),
        problem(place("B3")),
        problem(place(column="Role"), "heading.missing", Severity.STOP),
        problem(place(sheet=""), "workbook.hidden_sheets", Severity.NOTE),
    ]
    _, _, lines = read_back(made({"Staff": [HEADINGS, ["S1", "Ann", "Cook", DAY]]}, *more))
    assert [(x["How much"], x["Cell"]) for x in lines] == [
        ("Stop", "whole sheet"),
        ("To look at", "whole file"),
        ("To mend", "B3"),
        ("To look at", "B2"),
    ]
    assert lines[0]["own"] == ("register.xlsx", "'Staff'!A1")
    assert lines[0]["Column heading"] == "Role"
    assert lines[1]["own"] == ("register.xlsx", None)
    assert lines[1]["copy"] is None
    assert lines[0]["What it says now"] == "something odd"


def test_a_row_is_marked_where_its_column_is_known_and_else_at_its_first_cell(made):
    rows = [HEADINGS, [None, "Ann", "Cook", DAY], ["S2", "Ann", "Cook", DAY]]
    whole, part = problem(place("2"), "row.duplicate"), problem(place("3", column="Job title"), "crosscheck.unknown")
    _, _, lines = read_back(made({"Staff": rows}, whole, part))
    found = {(x["Cell"], x["Row"], x["copy"]) for x in lines}
    assert {("row 2", 2, "'Staff'!B2"), ("C3", 3, "'Staff'!C3")} <= found


def test_a_problem_that_two_workbooks_share_is_listed_in_each_with_where_the_other_stands(made):
    elsewhere = Place("log.xlsx", "Log", "7")
    shared = problem(elsewhere, "crosscheck.unknown", Severity.NOTE, also=(place("A2"), place("A3")))
    _, _, lines = read_back(made({"Staff": [HEADINGS, ["S1", "Ann", "Cook", DAY], ["S2", "Bo", "Cook", DAY]]}, shared))
    assert [x["Cell"] for x in lines] == ["A2", "A3"]
    assert lines[0]["What it says now"] == 'log.xlsx, sheet "Log", row 7: something odd'


def test_the_second_row_of_two_alike_is_told_with_the_first(made):
    rows = [HEADINGS, ["S1", "Ann", "Cook", DAY], ["S2", "Bo", "Cook", DAY]]
    twice = problem(place("3"), "row.duplicate", also=(place("2"),))
    _, _, lines = read_back(made({"Staff": rows}, twice))
    assert [(x["Cell"], x["What it says now"]) for x in lines] == [
        ("row 3", "something odd"),
        ("row 2", "row 3: something odd"),
    ]


def test_the_head_of_the_list_says_what_the_file_is_and_that_it_is_personal(made):
    _, said, _ = read_back(made({"Staff": ROWS}))
    words = "\n".join(said)
    assert said[0] == "Data check of register.xlsx: 3 places to mend or to look at"
    assert "on 24 November 2026" in words
    assert "Your own workbook was read, and not touched." in words
    assert "holds personal details" in words
    assert "never send it" in words
    assert "in the same place" in words


def test_a_text_file_is_linked_to_without_a_cell_and_its_rows_are_numbered(tmp_path):
    source = tmp_path / "staff.csv"
    source.write_text("Staff ID,Role,Start date\nS1,Cook,12/3\n")
    write_data_check(tmp_path / "staff - data check.xlsx", checked(source), MADE)
    book, _, lines = read_back(tmp_path / "staff - data check.xlsx")
    assert book.sheetnames == ["Problems", "Copy"]
    assert (lines[0]["Cell"], lines[0]["Row"], lines[0]["own"]) == ("C2", 2, ("staff.csv", None))
    assert lines[0]["copy"] == "'Copy'!C2"
    assert book["Copy"]["C2"].value == "12/3"


def test_a_text_file_wider_or_longer_than_any_sheet_is_listed_all_the_same(tmp_path):
    source = tmp_path / "staff.csv"
    source.write_text("Staff ID,Role,Start date\nS1,Cook,12/3\n")
    check = checked(source, *(problem(Place("staff.csv", cell=cell)) for cell in ("XFW2", "2000000")))
    write_data_check(tmp_path / "made.xlsx", check, MADE)
    _, _, lines = read_back(tmp_path / "made.xlsx")
    assert {(x["Cell"], x["Row"], x["copy"]) for x in lines} == {
        ("C2", 2, "'Copy'!C2"),
        ("XFW2", None, None),
        ("row 2000000", None, None),
    }


def test_a_sheet_whose_headings_are_not_known_is_listed_and_not_copied(made):
    rows = [["Who", "What"], ["Ann Example", "QQ123456C"]]
    path = made({"Staff": rows})
    book, said, lines = read_back(path)
    assert book.sheetnames == ["Problems"]
    assert [x["Cell"] for x in lines] == ["whole sheet"]
    assert said[-1] == 'The sheet "Staff" is not copied: its headings could not be told.'
    with zipfile.ZipFile(path) as archive:
        assert not [name for name in archive.namelist() if b"QQ123456C" in archive.read(name)]


def test_sheets_without_a_problem_are_not_copied(made):
    sheets = {"Staff": ROWS, "Old": ROWS, "Spare": [["Salaries"]]}
    assert read_back(made(sheets, sheet="Staff"))[0].sheetnames == ["Problems", "Staff"]


def test_notes_have_a_limit_and_past_it_every_cell_is_marked_and_listed(made, monkeypatch):
    monkeypatch.setattr(data_check, "MOST_NOTES", 2)
    rows = [HEADINGS, *([f"S{n}", "Ann", "Cook", "12/3"] for n in range(5))]
    book, said, lines = read_back(made({"Staff": rows}))
    assert said[-1] == "The first 2 marked cells carry a note; the other 3 are marked and listed."
    assert len(lines) == 5
    cells = [book["Staff"][f"D{row}"] for row in range(2, 7)]
    assert [bool(cell.comment) for cell in cells] == [True, True, False, False, False]
    assert {cell.border.left.style for cell in cells} == {"medium"}


def test_more_places_than_anybody_mends_are_cut_evenly_and_said(made, monkeypatch):
    monkeypatch.setattr(data_check, "MOST_LINES", 4)
    rows = [HEADINGS, *([f"S{n}", "Ann", None, "12/3"] for n in range(5))]
    _, said, lines = read_back(made({"Staff": rows}))
    assert [x["Cell"] for x in lines] == ["D2", "D3", "C2", "C3"]
    assert said[-1] == "4 of 10 places are listed and marked: mend these, and check again."


def test_the_same_check_gives_the_same_bytes(made):
    first = made({"Staff": ROWS}).read_bytes()
    assert made({"Staff": ROWS}).read_bytes() == first


@pytest.mark.parametrize(
    ("file", "sheet", "link"),
    [
        ("staff.xlsx", "Staff", "external:staff.xlsx#'Staff'!H12"),
        ("staff register.xlsx", "Ann's team", "external:staff%20register.xlsx#'Ann''s team'!H12"),
        ("100% #1.xlsx", "A#B", "external:100%25%20%231.xlsx#'A#B'!H12"),
        ("%20.xlsx", "S", "external:%2520.xlsx#'S'!H12"),
        ("C:x.xlsx", "S", "external:C%3Ax.xlsx#'S'!H12"),
        ("café.xls", "S", "external:café.xls#'S'!H12"),
        ("staff.csv", "", "external:staff.csv"),
    ],
)
def test_a_link_opens_the_users_own_file_whatever_it_is_called(file, sheet, link):
    assert own_link(Place(file, sheet, "H12"), 12, 8) == link


@pytest.mark.parametrize("name", ["staff register.xlsx", "100% #1.xlsx", "%20.xlsx", "a [b] {c}.xlsx", "café.xlsx"])
def test_a_link_stands_in_the_file_as_excel_writes_it(made, name):
    _, _, lines = read_back(made({"Ann's": ROWS}, name=name))
    escaped = name
    for sign in "% #[]{}":
        escaped = escaped.replace(sign, f"%{ord(sign):02X}")
    assert lines[0]["own"] == (escaped, "'Ann''s'!D3")


@pytest.mark.parametrize(
    ("originals", "names"),
    [
        ({"Staff"}, {"Staff": "Staff"}),
        ({""}, {"": "Copy"}),
        ({"Problems"}, {"Problems": "Problems (2)"}),
        ({"History"}, {"History": "History (2)"}),
        ({"a/b", "a?b"}, {"a/b": "a_b", "a?b": "a_b (2)"}),
        ({"x" * 40, "x" * 41}, {"x" * 40: "x" * 31, "x" * 41: "x" * 26 + " (2)"}),
        ({"'quoted'"}, {"'quoted'": "quoted"}),
    ],
)
def test_a_copy_has_the_name_of_its_sheet_where_excel_allows_it(originals, names):
    assert sheet_names(originals) == names


def test_a_data_check_is_known_by_its_marker_and_not_by_its_name(made, written, tmp_path):
    assert is_data_check(made({"Staff": ROWS}))
    assert not is_data_check(written({"Staff": ROWS}, name="staff - data check.xlsx"))
    (tmp_path / "text.xlsx").write_text("no workbook")
    assert not is_data_check(tmp_path / "text.xlsx")


def test_a_data_check_is_never_read_as_a_register(made):
    path = made({"Staff": ROWS})
    assert open_workbook(path).template == "data-check/1"
    gathered, problems = gather(STAFF, Source(path))
    assert gathered is None
    assert [(p.key, p.severity) for p in problems] == [("workbook.data_check", Severity.STOP)]


def test_a_file_that_cannot_be_written_leaves_nothing_behind(written, tmp_path, monkeypatch):
    check = checked(written({"Staff": ROWS}))
    taken = tmp_path / "taken"
    taken.mkdir()
    with pytest.raises(OSError):
        write_data_check(taken, check, MADE)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["register.xlsx", "taken"]
