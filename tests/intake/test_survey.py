"""Every sheet of any spreadsheet: what it looks like, and what became of each of its cells."""

import json
from datetime import datetime

import pytest

from evidencegen.catalogue import everything_in
from evidencegen.intake import registers as shelf
from evidencegen.intake.account import HIDDEN_SHEET, NOT_KNOWN, OTHER_SHEET, UNDECIDED
from evidencegen.intake.blank import write_blank
from evidencegen.intake.register import Register
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.survey import survey
from evidencegen.problem import EvidenceError

REGISTERS = everything_in(shelf, Register)
DAY = datetime.fromisoformat("2025-03-04")
STAFF_ROWS = [["Staff ID", "Job title", "Start date", "NI number"], ["S1", "Carer", DAY, "QQ123456C"]]
TRAINING_ROWS = [["Staff ID", "Course", "Date completed"], ["S1", "Fire", DAY]]


def tell(problem):
    return {"key": problem.key}


def hide(book):
    book["Old"].sheet_state = "hidden"
    book["Secret"].sheet_state = "veryHidden"


@pytest.fixture
def several(written):
    """A workbook with a sheet of each sort: two registers, one unknown, one empty and two out of sight."""
    sheets = {"People": STAFF_ROWS, "Courses": TRAINING_ROWS, "Menu": [["Soup", 3]], "Blank": [], "Old": STAFF_ROWS,
              "Secret": [["x"]]}  # fmt: skip
    return written(sheets, change=hide)


def test_every_sheet_is_named_with_what_it_is(several):
    found = survey(several, REGISTERS)
    assert [(s.name, s.state, s.register.key if s.register else "", s.cells) for s in found.sheets] == [
        ("People", "visible", "staff", 8),
        ("Courses", "visible", "training", 6),
        ("Menu", "visible", "", 2),
        ("Blank", "visible", "", 0),
        ("Old", "hidden", "", 8),
        ("Secret", "very hidden", "", 1),
    ]


def test_every_cell_is_counted_once(several):
    found = survey(several, REGISTERS)
    # used: 3 headings and 3 values of People, and all 6 of Courses
    assert (found.cells, found.cells_used, found.cells_unused) == (25, 12, 13)
    assert found.balances
    reasons = {s.name: [(u.reason, u.cells) for u in s.left_over] for s in found.sheets}
    assert reasons["Menu"] == [(NOT_KNOWN, 2)]
    assert reasons["Old"] == [(HIDDEN_SHEET, 8)]
    assert reasons["Blank"] == []


def test_one_sheet_can_be_named_hidden_or_not(several):
    found = survey(several, REGISTERS, sheet="old")
    assert [s.register for s in found.sheets] == [None, None, None, None, STAFF, None]
    assert found.sheets[0].left_over[0].reason == OTHER_SHEET
    assert found.sheet_to_name(found.sheets[4]) == "Old"
    with pytest.raises(EvidenceError, match='no sheet called "Older"'):
        survey(several, REGISTERS, sheet="Older")


def test_the_columns_are_told_with_their_cells_and_our_names_for_them(several):
    people, courses, *_ = survey(several, REGISTERS).sheets
    assert [(m.cell, m.heading, m.column) for m in people.columns] == [
        ("A1", "Staff ID", "staff"), ("B1", "Job title", "role"), ("C1", "Start date", "started_on"),
    ]  # fmt: skip
    assert courses.heading_row == 1


def test_a_register_named_by_the_user_is_the_only_one_thought_of(written):
    path = written(STAFF_ROWS)
    (sheet,) = survey(path, REGISTERS, register="actions").sheets
    assert sheet.register is None
    (sheet,) = survey(path, REGISTERS, register="actions", sheet="Sheet1").sheets
    assert sheet.recognition.why == "you named it"
    assert [problem.key for problem in sheet.problems] == ["heading.none"]
    assert sheet.left_over[0].reason == UNDECIDED


def test_a_sheet_that_lacks_a_column_is_read_with_the_problem_and_its_mend(written):
    path = written([["Staff ID", "Name", "Job title", "Start dates"], ["S1", "Ann Example", "Carer", DAY]])
    (sheet,) = survey(path, REGISTERS).sheets
    assert (sheet.register, sheet.recognition.best.lacking) == (STAFF, ("Start date",))
    assert 'columns: {started_on: ["Start dates"]}' in sheet.problems[0].mend


def test_a_sheet_with_two_rows_that_may_be_headings_is_not_read_until_it_is_known(written):
    path = written([["Staff ID", "Name"], ["Role", "Service"], ["S1", "x"]])
    (sheet,) = survey(path, REGISTERS, register="staff", sheet="Sheet1").sheets
    assert [problem.key for problem in sheet.problems] == ["heading.unclear"]
    assert (sheet.account, sheet.left_over[0].cells) == (None, 6)


def test_our_own_blank_workbook_is_known_by_its_mark(tmp_path):
    write_blank(STAFF, tmp_path / "mine.xlsx")
    found = survey(tmp_path / "mine.xlsx", REGISTERS)
    assert [s.register for s in found.sheets] == [STAFF, None, None]
    assert found.sheets[0].recognition.why.startswith("a mark in the file")
    assert found.balances


def test_nothing_that_stands_in_a_cell_reaches_a_program_but_headings(written):
    rows = [["Staff ID", "Job title", "Start date", "07700 900123"], ["S-ANN", "Ann Example", DAY, "secret"]]
    told = json.dumps(survey(written(rows), REGISTERS).as_dict(tell))
    assert not any(words in told for words in ("S-ANN", "Ann Example", "secret", "07700"))
    assert '"where": "column D"' in told


def test_the_keys_for_a_program_stay_as_they_are(several):
    found = survey(several, REGISTERS).as_dict(tell)
    assert list(found) == ["file", "cells", "cells_used", "cells_unused", "balances", "ignored", "sheets"]
    assert list(found["sheets"][0]) == [
        "sheet", "state", "register", "why", "likeness", "next_best", "tied", "heading_row", "columns", "rows_read",
        "rows_used", "rows_left_out", "cells", "cells_used", "cells_unused", "unused", "remarks", "problems",
    ]  # fmt: skip
    assert found["sheets"][0]["likeness"] == {
        "register": "staff", "columns_found": 3, "score": 6, "lacking": [], "courses": 0,
    }  # fmt: skip
    assert found["sheets"][0]["columns"][0] == {
        "cell": "A1", "heading": "Staff ID", "column": "staff", "word": "Staff ID",
    }  # fmt: skip


def test_the_courses_of_a_matrix_are_told_as_such(written):
    path = written([["Staff ID", "Name", "Fire", "First aid"], ["S1", "Ann Example", DAY, DAY]])
    (sheet,) = survey(path, REGISTERS).sheets
    assert [(m.heading, m.column, m.word) for m in sheet.columns[2:]] == [
        ("Fire", "course", "heads a course"), ("First aid", "course", "heads a course"),
    ]  # fmt: skip


def test_a_file_that_cannot_be_read_is_refused(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04 cut short")
    with pytest.raises(EvidenceError, match="damaged or cut short"):
        survey(tmp_path / "a.xlsx", REGISTERS)
