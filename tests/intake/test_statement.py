"""The survey of a spreadsheet as it is printed."""

from datetime import datetime

import pytest
import yaml

from evidencegen.catalogue import everything_in
from evidencegen.intake import registers as shelf
from evidencegen.intake.register import Register
from evidencegen.intake.statement import MOST_PROBLEMS, settings, statement
from evidencegen.intake.survey import survey

REGISTERS = everything_in(shelf, Register)
DAY = datetime.fromisoformat("2025-03-04")
STAFF_ROWS = [
    ["Our staff"],
    ["Payroll No", "Job title", "Start date", "NI number"],
    ["S1", "Carer", DAY, "QQ123456C"],
    ["S2", "Cook", "12/3", "QQ123457C"],
    ["Total", 2],
]


def told(path, **asked):
    return statement(survey(path, REGISTERS, **asked))


def test_a_sheet_is_told_whole(written):
    assert told(written({"Staff": STAFF_ROWS}, name="staff.xlsx")) == (
        """\
staff.xlsx: 1 sheet, 15 filled cells

Sheet "Staff": looks like the staff register
  why         all it needs is there: 3 of its 13 columns, among them all 3 that it needs
  headings    row 2
  columns     A2    "Payroll No"  staff
              B2    "Job title"   role
              C2    "Start date"  started_on
  rows        3 below the headings: 2 used; 1 total (row 5)
  cells       15 filled: 8 used, 7 not used
  not used          1  title or group heading: row 1
                    3  personal, never read: NI number
                    2  total: row 5
                    1  could not be read: C4
  to mend     C4 "Start date": "12/3"
                mend: this has no year: correct the cell and run `evidencegen check` again

All cells: 15 filled = 8 used + 7 not used."""
    )


def test_columns_left_out_for_one_reason_are_told_in_one_line(written):
    rows = [["Staff ID", "Job title", "Start date", "NI number", "DOB", "Hat", "Shoe"], ["S1", "Cook", DAY, 1, 2, 3, 4]]
    words = told(written([*rows, ["S2", "Cook", DAY, 1]]))
    assert "  not used          5  personal, never read: NI number (3), DOB (2)\n" in words
    assert "                    4  unknown column, not used: Hat (2), Shoe (2)\n" in words


def test_sheets_that_are_not_read_are_told_in_a_line(written):
    def hide(book):
        book["Old"].sheet_state = "hidden"
        book["Secret"].sheet_state = "veryHidden"

    words = told(written({"Menu": [["Soup", 3]], "Blank": [], "Old": [["x"]], "Secret": [["x"]]}, change=hide))
    assert words.split("\n\n")[1:] == [
        'Sheet "Menu": 2 cells, not used (no register known here)',
        'Sheet "Blank": empty',
        'Sheet "Old" (hidden): 1 cell, not used (hidden sheet)',
        'Sheet "Secret" (very hidden): 1 cell, not used (hidden sheet)',
        "All cells: 4 filled = 0 used + 4 not used.",
    ]


def test_a_heading_known_by_another_spelling_is_told_with_the_word(written):
    words = told(written([["staff-id*", "Job title", "Start date (dd/mm/yy)"], ["S1", "Carer", DAY]]))
    assert 'A1    "staff-id*"              staff, by the word "Staff ID"\n' in words
    assert 'C1    "Start date (dd/mm/yy)"  started_on, by the word "Start date"\n' in words


def test_a_sheet_that_fits_none_shows_the_known_words_alone(written):
    words = told(written([["Ann Example", "Name", "Status"], ["Bob Example", "x", "y"]]))
    assert "nearest: " in words
    assert 'which knows "Name", "Status" and lacks "Staff ID", "Course"' in words
    assert "Example" not in words


def test_a_sheet_that_lacks_a_column_says_so_and_how_to_mend_it(written):
    words = told(written([["Staff ID", "Name", "Job title", "Start dates"], ["S1", "Ann Example", "Carer", DAY]]))
    assert "looks most like the staff register, but it is not complete" in words
    assert 'lacking: "Start date"' in words
    assert 'did you mean "Start dates"?' in words
    assert 'columns: {started_on: ["Start dates"]}' in words


def test_only_the_first_problems_are_told_in_full(written):
    rows = [[f"S{n}", "Carer", f"{n}/3"] for n in range(1, MOST_PROBLEMS + 1)]
    rows += [["", "Carer", DAY], ["S1", "Carer", "31/02/2025"]]
    words = told(written([["Staff ID", "Job title", "Start date"], *rows]))
    assert words.count("mend:") <= MOST_PROBLEMS


def test_the_lines_to_paste_are_read_as_they_were_meant(written, tmp_path):
    both = written({"2025": STAFF_ROWS, "Yes": [["Staff ID", "Course"], ["S1", "Fire"]]}, name="both: all #1.xlsx")
    more = written([["Staff ID", "Name", "Fire", "First aid"], ["S1", "Ann Example", DAY, DAY]], name="matrix.xlsx")
    lines = settings([survey(both, REGISTERS), survey(more, REGISTERS)])
    assert yaml.safe_load(lines) == {
        "registers": {
            "staff": {"file": both.as_posix(), "sheet": "2025"},
            "training": [
                {"file": both.as_posix(), "sheet": "Yes"},
                {"file": more.as_posix(), "cells": "completed_on"},
            ],
        }
    }
    assert "# or expires_on" in lines


def test_nothing_is_offered_to_paste_where_nothing_was_recognised(written):
    assert settings([survey(written([["Soup", 3]]), REGISTERS)]) == ""


@pytest.mark.parametrize("name", ["Sheet1", "a"])
def test_a_text_file_has_no_sheet_to_name(tmp_path, name):
    path = tmp_path / f"{name}.csv"
    path.write_text("Staff ID,Job title,Start date\nS1,Carer,04/03/2025\n")
    found = survey(path, REGISTERS)
    assert "The file: looks like the staff register" in statement(found)
    assert settings([found]) == f"registers:\n  staff:\n    file: {path.as_posix()}"
