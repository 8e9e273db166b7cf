"""The invented row of a blank workbook, and what its owner has made of it."""

from datetime import date, datetime

import openpyxl
import pytest

from evidencegen.intake.account import EXAMPLE
from evidencegen.intake.blank import write_blank
from evidencegen.intake.example import example
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.source import Source
from evidencegen.intake.table import examine
from evidencegen.problem import Severity

ANNA = {
    "B": "Anna Sample", "C": "Anna", "D": "Sample", "E": "Carer", "F": "Rose Court",
    "G": datetime.fromisoformat("2025-03-04"), "H": None, "I": "Bank", "J": "Yes", "K": None, "L": None, "M": None,
}  # fmt: skip


@pytest.fixture
def filled_in(tmp_path):
    """The staff workbook with cells changed: its table, its problems, and the reasons for rows left out."""

    def fill(cells, change=lambda _: None):
        path = tmp_path / "staff.xlsx"
        write_blank(STAFF, path)
        book = openpyxl.load_workbook(path)
        sheet = book["Staff register"]
        for cell, value in cells.items():
            sheet[cell] = value
        change(sheet)
        book.save(path)
        return examine(STAFF, (Source(path),))

    return fill


def test_the_example_is_nobody_and_says_that_it_is_not_read():
    assert example(STAFF.column("staff"), first=True) == "EXAMPLE - this row is not read"
    assert example(STAFF.column("name"), first=False) == "Ann Example"
    assert example(STAFF.column("started_on"), first=False) == date(2026, 4, 1)
    assert example(STAFF.column("employment"), first=False) == "Permanent"


def test_a_record_typed_over_all_but_the_first_cell_is_left_out_and_said(filled_in):
    table, (note,) = filled_in({f"{letter}2": value for letter, value in ANNA.items()})
    assert len(table.rows) == 0
    assert (note.key, note.severity) == ("row.example_changed", Severity.NOTE)
    assert note.place.cell == "B2"
    assert [place.cell for place in note.also] == ["C2", "D2", "E2", "F2", "G2", "I2"]
    assert "type over A2 too" in note.mend
    assert "Anna" not in str(note)


def test_a_record_typed_over_the_first_cells_alone_must_be_finished(filled_in):
    table, (problem,) = filled_in({"A2": "S1", "B2": "Anna Sample", "C2": "Anna"})
    assert table is None
    assert (problem.key, problem.severity) == ("cell.example", Severity.MEND)
    assert [problem.place.cell, *(place.cell for place in problem.also)] == ["D2", "E2", "F2", "M2"]


def test_a_record_typed_over_every_cell_is_read(filled_in):
    table, problems = filled_in({"A2": "S1"} | {f"{letter}2": value for letter, value in ANNA.items()})
    assert problems == ()
    assert list(table.rows["staff"]) == ["S1"]


def test_the_example_is_known_wherever_its_column_and_row_were_moved_to(filled_in):
    def move(sheet):
        sheet.append(["S1", *ANNA.values()])
        sheet.insert_cols(1)
        sheet["A1"] = "No"
        sheet["A2"], sheet["A3"] = 1, 2
        sheet.insert_rows(2)
        for cell in sheet[4]:
            sheet.cell(2, cell.column, cell.value)
            cell.value = None

    table, problems = filled_in({}, move)
    assert [p.key for p in problems if p.severity.blocks] == []
    assert list(table.rows["staff"]) == ["S1"]
    assert [(left.reason, left.where) for left in table.accounts[0].rows_left_out if left.reason == EXAMPLE] == [
        (EXAMPLE, ("row 3",))
    ]


def test_an_example_row_of_ones_own_is_left_out_and_said_once(drawn):
    people = drawn(STAFF, """
        Staff ID       | Name          | Job title | Start date
        EXAMPLE        | Bo Sample     | Carer     | 01/02/2024
        S1             | Ann Example   | Example   | 01/02/2024
        """)  # fmt: skip
    (note,) = people.notes
    assert (note.key, [note.place.cell, *(p.cell for p in note.also)]) == ("row.example_changed", ["B2", "C2", "D2"])
    assert len(people.rows) == 1
