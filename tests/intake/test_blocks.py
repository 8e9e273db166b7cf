"""Second tables beside and below the register's own, and cells that stand far from it."""

from datetime import datetime

import pytest

from evidencegen.intake.account import FOOTNOTE, NOTHING_KNOWN, REPEATED, SECOND_TABLE, STRAY, TITLE
from evidencegen.intake.blocks import Block
from evidencegen.intake.heading import read_headings
from evidencegen.intake.records import find_records
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.sheet import Sheet, filled_down
from evidencegen.intake.source import Source

DAY = datetime.fromisoformat("2025-03-04")
HEADS = ["Staff ID", "Role", "Start date"]
RECORDS = [["S1", "Carer", DAY], ["S2", "Cook", DAY], ["S3", "Carer", DAY]]


def told_apart(*rows, merged=(), cells=None):
    """The records found below the headings of a staff register drawn as rows, row 1 first."""
    drawn = {r: {c: v for c, v in enumerate(row, 1) if v not in ("", None)} for r, row in enumerate(rows, 1)}
    for (row, column), value in (cells or {}).items():
        drawn.setdefault(row, {})[column] = value
    sheet = filled_down(Sheet("a.xlsx", "S", {r: row for r, row in drawn.items() if row}, merged=merged))
    headings, problems = read_headings(sheet, STAFF, Source("a.xlsx"))
    assert problems == []
    read = frozenset(headings.columns.values())
    return find_records(sheet, headings, read, frozenset(headings.columns[n] for n in ("staff", "role", "started_on")))


SUMMARY = [["Grade", "Number"], ["Senior", 4], ["Junior", 9]]


@pytest.mark.parametrize(
    ("below", "address", "rows"),
    [
        ([[], *SUMMARY], "A6:B8", {6, 7, 8}),
        ([[], ["Summary for the board"], *SUMMARY], "A6:B9", {6, 7, 8, 9}),
        # No empty row, but the headings stand in other columns than above.
        ([["Role", "Staff ID"], ["Driver", "S9"]], "A5:B6", {5, 6}),
        ([[], ["Role", "Lead"], ["Driver", "Somebody"]], "A6:B7", {6, 7}),
        ([[], ["Month", "", "Agency hours"], [DAY, "", 120], [DAY, "", 90]], "A6:C8", {6, 7, 8}),
        # The second table has an empty row in it.
        ([[], *SUMMARY, [], ["Bank", 3]], "A6:B8", {6, 7, 8, 10}),
    ],
)
def test_a_block_with_headings_of_its_own_is_a_second_table(below, address, rows):
    found = told_apart(HEADS, *RECORDS, *below)
    assert found.rows == (2, 3, 4)
    assert found.below[0] == Block(SECOND_TABLE, *_corners(address))
    assert found.below[0].address == address
    assert {row for row, why in found.left_out.items() if why == SECOND_TABLE} == rows


def _corners(address):
    (left, top), (right, bottom) = ((ord(cell[0]) - 64, int(cell[1:])) for cell in address.split(":"))
    return top, left, bottom, right


@pytest.mark.parametrize(
    "below",
    [
        [["S4", "Cook", "01/02/2024"], ["S5", "Driver", "01/02/2024"]],
        # No date yet, and a role that is new: still people, and told as such.
        [["Ann Example", "Driver", "tbc"], ["Bob Example", "Driver", "tbc"]],
        [["Ann Example", "Driver"], ["Bob Example", "Nurse"]],
        [["S4", "Driver", 45720], ["S5", "Nurse", 45721]],
        # One row is no table.
        [["Grade", "Number"]],
    ],
)
def test_rows_below_an_empty_one_are_records_unless_another_table_opens_there(below):
    found = told_apart(HEADS, *RECORDS, [], *below)
    assert found.rows == (2, 3, 4, *range(6, 6 + len(below)))
    assert found.below == ()


def test_the_next_site_with_the_same_headings_is_no_second_table():
    found = told_apart(HEADS, *RECORDS, [], ["Rose House"], HEADS, ["S4", "Driver", DAY])
    assert (found.rows, found.below) == ((2, 3, 4, 8), ())
    assert found.left_out == {6: TITLE, 7: REPEATED}


def test_records_after_a_second_table_are_read():
    found = told_apart(HEADS, *RECORDS, [], *SUMMARY, [], HEADS, ["S4", "Driver", DAY])
    assert found.rows == (2, 3, 4, 11)


def test_a_title_merged_over_the_columns_heads_a_block():
    found = told_apart(HEADS, *RECORDS, ["Rose House"], ["S4", "Driver", DAY], merged=((5, 1, 5, 3),))
    assert (found.rows, found.left_out) == ((2, 3, 4, 6), {5: TITLE})


def test_a_table_beside_is_told_with_its_range_and_the_rows_it_fills_alone_are_no_records():
    beside = {
        (1, 6): "Key",
        (2, 6): "P",
        (2, 7): "Permanent",
        (3, 6): "B",
        (3, 7): "Bank",
        (7, 6): "A",
        (7, 7): "Agency",
    }
    found = told_apart(HEADS, *RECORDS, cells=beside)
    assert found.beside == (Block(SECOND_TABLE, 1, 6, 7, 7),)
    assert (found.rows, found.left_out) == ((2, 3, 4), {7: SECOND_TABLE})
    assert found.apart == {6: SECOND_TABLE, 7: SECOND_TABLE}


def test_a_short_table_beside_with_headings_in_the_same_row_is_a_second_table():
    beside = {(1, 6): "Grade", (1, 7): "Number", (2, 6): "Senior", (2, 7): 4}
    found = told_apart(HEADS, *RECORDS * 3, cells=beside)
    assert found.beside == (Block(SECOND_TABLE, 1, 6, 2, 7),)


def test_columns_with_headings_behind_an_empty_one_are_told_one_by_one():
    more = {(1, 6): "Shoe size", (1, 7): "Locker", **{(r, c): 7 for r in (2, 3, 4) for c in (6, 7)}}
    assert told_apart(HEADS, *RECORDS, cells=more).beside == ()


def test_a_personal_column_keeps_its_own_reason_wherever_it_stands():
    more = {(1, 6): "NI number", (2, 6): "QQ123456C", (2, 7): "x", (3, 7): "x"}
    assert told_apart(HEADS, *RECORDS, cells=more).beside == ()


def test_cells_far_off_are_stray():
    found = told_apart(HEADS, *RECORDS, cells={(2, 16_384): "x", (1_048_576, 20): 5, (900, 3): "see the note here"})
    assert found.beside == (Block(STRAY, 1_048_576, 20, 1_048_576, 20), Block(STRAY, 2, 16_384, 2, 16_384))
    assert found.beside[0].address == "T1048576"
    assert found.left_out == {900: FOOTNOTE, 1_048_576: STRAY}


def test_a_number_alone_under_a_column_nobody_reads_is_told():
    found = told_apart([*HEADS, "Hours"], *RECORDS, cells={(9, 4): 37})
    assert found.left_out == {9: NOTHING_KNOWN}
