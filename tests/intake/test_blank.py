"""Workbooks to fill in."""

from datetime import datetime
from pathlib import Path

import openpyxl
import pytest

from evidencegen.catalogue import everything_in
from evidencegen.intake import registers
from evidencegen.intake.account import EXAMPLE
from evidencegen.intake.blank import write_blank
from evidencegen.intake.kind import DATE, TEXT, choice
from evidencegen.intake.register import Column, Register
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.source import Source
from evidencegen.intake.table import read_register
from evidencegen.intake.workbook import open_workbook
from evidencegen.problem import EvidenceError

REGISTERS = everything_in(registers, Register)


@pytest.fixture
def blank(tmp_path):
    """The path of a blank workbook for a register."""

    def write(register: Register) -> Path:
        path = tmp_path / f"{register.key}.xlsx"
        write_blank(register, path)
        return path

    return write


@pytest.mark.parametrize("register", REGISTERS.values(), ids=REGISTERS.keys())
def test_a_blank_workbook_reads_back_as_a_register_without_records(blank, register):
    table = read_register(register, Source(blank(register)))
    assert len(table.rows) == 0
    assert table.gated == ()
    assert table.collected == {column.name for column in register.columns}
    (account,) = table.accounts
    assert account.balances
    assert [left.reason for left in account.rows_left_out] == [EXAMPLE]


@pytest.mark.parametrize("register", REGISTERS.values(), ids=REGISTERS.keys())
def test_the_example_row_shows_what_can_be_read(blank, register):
    path = blank(register)
    book = openpyxl.load_workbook(path)
    book.worksheets[0]["A2"] = "E1"  # no longer marked as an example
    book.save(path)
    assert len(read_register(register, Source(path)).rows) == 1


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


def test_lists_dates_and_prompts_guide_the_hand(blank):
    sheet = openpyxl.load_workbook(blank(STAFF))["Staff register"]
    rules = {str(rule.sqref).split("2:")[0]: rule for rule in sheet.data_validations.dataValidation}
    by_title = {cell.value: rules[cell.column_letter] for cell in sheet[1]}
    assert by_title["Contract"].type == "list"
    assert by_title["Contract"].formula1 == "Lists!$A$2:$A$6"
    assert by_title["Start date"].type == "date"
    assert "28/02/2025" in by_title["Start date"].error
    assert "only staff employed on the day" in by_title["Start date"].prompt
    assert all(0 < len(rule.prompt) <= 255 for rule in rules.values())
    assert sheet.freeze_panes == "B2"
    assert all(cell.font.bold for cell in sheet[1])


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
