"""Every cell used, or the reason it is not."""

import json
from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from evidencegen.intake.account import Account, LeftOut, Unused
from evidencegen.intake.gather import gather_sheet
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.training import TRAINING
from evidencegen.intake.sheet import Sheet, filled_down
from evidencegen.intake.source import Source
from evidencegen.intake.table import read_register
from evidencegen.intake.workbook import Workbook

DAY = datetime.fromisoformat("2025-03-04")


def test_the_account_of_a_workbook_reads_as_one_line(written):
    rows = [
        ["Rose House: training"],
        ["Staff ID", "Course", "Date completed", "Compliance %", "NI number", "Room"],
        *([f"S{n}", "Fire", DAY + timedelta(days=n), None, "QQ123456C", "Blue"] for n in range(1198)),
        [], [], [], [],
        ["Total", None, None, "87%"],
        ["* Bank staff are not in this list"],
    ]  # fmt: skip
    account = read_register(TRAINING, Source(written({"2025": rows, "Rota": [["x", "y"]]}), sheet="2025")).accounts[0]
    assert str(account) == (
        "Training record: 1,204 rows read; 1,198 used; 4 blank; 1 total (row 1205); 1 footnote (A1206). "
        "Columns used 3 of 6. Not used: Compliance % (sub-total column), NI number (personal, never read), "
        'Room (unknown column, not used), sheet "Rota" (other sheet).'
    )
    # used: 3 headings and 1198 rows of 3; not: title 1, total 2, footnote 1, % heading 1, NI and Room 1199 each, Rota 2
    assert account.cells_used == 3 + 3 * 1198
    assert account.cells == account.cells_used + 1 + 2 + 1 + 1 + 1199 + 1199 + 2
    assert account.balances


def test_an_account_that_loses_a_cell_or_a_row_does_not_balance():
    def account(rows, cells):
        left = (LeftOut("blank", 1),)
        return Account("Staff", "a.xlsx", "S", rows, 2, left, 3, 3, cells, 9, (Unused("title", 1),))

    assert account(3, 10).balances
    assert not account(4, 10).balances
    assert not account(3, 11).balances


def test_the_account_goes_into_the_manifest_as_counts_and_addresses(written):
    path = written([["Staff ID", "Role", "Start date", "DOB"], ["S1", "Carer", DAY, DAY]])
    account = read_register(STAFF, Source(path)).accounts[0]
    words = json.dumps(account.as_dict())
    assert '"cells": 8, "cells_used": 6' in words
    assert "Carer" not in words


WORDS = st.sampled_from(
    ["", "", "Staff ID", "Role", "Start date", "Name", "NI number", "Compliance %", "Course", "Total", "Carer", "-",
     "S1", "S2", "04/03/2025", "12/3", "* a note on all this", "EXAMPLE - x", "Booked", "✓", "N/A", "Fire (annual)"]
)  # fmt: skip
CELLS = WORDS.map(lambda text: text or None) | st.integers(0, 50000) | st.just(DAY)
DRAWN = st.lists(st.lists(CELLS, max_size=7), max_size=12)
HEADED = DRAWN.map(lambda rows: [["Staff ID", "Role", "Start date", "NI number", None, "Staff ID 2"], *rows])
MERGES = st.lists(st.tuples(st.integers(1, 9), st.integers(1, 6), st.integers(0, 4)), max_size=2)


def sheet_of(rows, merges=(), name="S"):
    cells = {r: {c: v for c, v in enumerate(row, 1) if v is not None} for r, row in enumerate(rows, 1)}
    merged = tuple((top, left, top + deep, left) for top, left, deep in merges)
    return filled_down(Sheet("a.xlsx", name, {r: row for r, row in cells.items() if row}, merged=merged))


@settings(max_examples=300, deadline=None)
@given(DRAWN | HEADED, DRAWN, MERGES, st.sampled_from([STAFF, TRAINING]), st.sampled_from([None, "completed_on"]))
def test_every_filled_cell_of_any_workbook_is_used_or_has_a_reason(rows, others, merges, register, cells):
    sheet, other = sheet_of(rows, merges), sheet_of(others, name="Other")
    filled = sum(v is not None for row in (*rows, *others) for v in row)
    gathered, problems = gather_sheet(
        register, Source("a.xlsx", cells=cells), Workbook("a.xlsx", (sheet, other)), sheet
    )
    if gathered is None:
        assert problems
    else:
        assert gathered.account.cells == filled
        assert gathered.account.balances
