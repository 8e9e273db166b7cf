"""Which rows are records."""

import pytest

from evidencegen.intake.account import BLANK, EXAMPLE, FOOTNOTE, NOTHING_KNOWN, REPEATED, TITLE, TOTAL
from evidencegen.intake.heading import Headings
from evidencegen.intake.records import find_records
from evidencegen.intake.sheet import Sheet

HEADINGS = Headings(
    1, {"staff": 1, "role": 2, "started_on": 3}, {1: "Staff ID", 2: "Role", 3: "Start date", 4: "Hours"}
)
RECORD = ("S1", "Carer", "04/03/2025", "37")


def test_an_example_row_is_known_by_its_column_wherever_that_stands():
    cells = {1: dict(HEADINGS.titles), 2: {1: 7.0, 2: "EXAMPLE - this row is not read"}, 3: {1: 8.0, 2: "S1"}}
    every = frozenset((1, 2, 3))
    found = find_records(Sheet("a.xlsx", "S", cells), HEADINGS, every, every, marked=2)
    assert (found.rows, dict(found.left_out)) == ((3,), {2: EXAMPLE})


def told_apart(*rows):
    """The rows below the headings: those that are records, the reasons for the others, and how many are empty."""
    cells = {1: dict(HEADINGS.titles)}
    cells |= {r: {c: v for c, v in enumerate(row, 1) if v} for r, row in enumerate(rows, 2) if any(row)}
    found = find_records(Sheet("a.xlsx", "S", cells), HEADINGS, frozenset((1, 2, 3)), frozenset((1, 2, 3)))
    return list(found.rows), dict(found.left_out), found.empty


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (("Total", "", "", "37"), TOTAL), (("Total staff: 12",), TOTAL), (("", "Sub-total", "", "37"), TOTAL),
        (("Average", "", "", "37"), TOTAL), (("", "", "Compliance", "87%"), TOTAL), (("Grand total", "9"), TOTAL),
        (("-", "—", "", ""), BLANK), (("Staff ID", "Role", "Start date", ""), REPEATED),
        (("EXAMPLE - not read", "Carer", "04/03/2025", ""), EXAMPLE), (("", "", "", "37"), NOTHING_KNOWN),
        (("* bank staff are left out", "", "", ""), FOOTNOTE), (("Source: payroll", "", "", ""), FOOTNOTE),
        (("Correct at the end of March", "", "", ""), FOOTNOTE),
    ],
)  # fmt: skip
def test_a_row_at_the_end_that_is_no_record_is_left_out_with_its_reason(row, reason):
    rows, left_out, _ = told_apart(RECORD, row)
    assert rows == [2]
    assert left_out == {3: reason}


def test_empty_rows_are_counted():
    assert told_apart(RECORD, (), (), RECORD) == ([2, 5], {}, 2)


def test_a_member_of_staff_whose_name_starts_with_total_is_a_record():
    assert told_apart(("Total-1", "Carer", "04/03/2025", ""), RECORD)[0] == [2, 3]


def test_a_lone_reference_is_a_record_half_filled_in_and_no_note():
    assert told_apart(RECORD, (), ("S2", "", "", ""))[0] == [2, 4]


def test_a_site_heads_its_block_where_the_headings_come_again():
    rows, left_out, _ = told_apart(RECORD, ("Rose House",), ("Staff ID", "Role", "Start date"), RECORD)
    assert rows == [2, 5]
    assert left_out == {3: TITLE, 4: REPEATED}


def test_a_row_with_nothing_in_a_column_that_is_read_is_told():
    headings = Headings(1, {"staff": 1}, {1: "Staff ID", 2: "a", 3: "b"})
    sheet = Sheet("a.xlsx", "S", {1: {1: "Staff ID", 2: "a", 3: "b"}, 2: {2: 5, 3: 6}})
    assert find_records(sheet, headings, frozenset((1,)), frozenset((1,))).left_out == {2: NOTHING_KNOWN}


def test_one_cell_a_million_rows_down_costs_no_time():
    sheet = Sheet(
        "a.xlsx", "S", {1: dict(HEADINGS.titles), 2: dict(enumerate(RECORD, 1)), 1048576: {1: "see note below"}}
    )
    found = find_records(sheet, HEADINGS, frozenset((1, 2, 3)), frozenset((1, 2, 3)))
    assert (found.rows, found.left_out, found.empty) == ((2,), {1048576: FOOTNOTE}, 1048573)
