"""Which row holds the headings, and the groups above them."""

import pytest

from evidencegen.intake.heading_row import FoundRow, find_heading_row, names_in, rows_seen, titles_in
from evidencegen.intake.known import known_words
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.supervision import SUPERVISION
from evidencegen.intake.sheet import Sheet, filled_down

KNOWN = known_words(STAFF, {})
NEEDED = frozenset(("staff", "role", "started_on"))
HEADS = ["Staff ID", "Role", "Start date"]
RECORD = ["S1", "Carer", "04/03/2025"]


def sheet_of(*rows, merged=()):
    cells = {r: {c: v for c, v in enumerate(row, 1) if v != ""} for r, row in enumerate(rows, 1)}
    return filled_down(Sheet("a.xlsx", "S", {r: row for r, row in cells.items() if row}, merged=merged))


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([HEADS, RECORD], 1),
        ([["Our staff"], [], HEADS, RECORD], 3),
        # A line of details above knows "Name" and "Service", and neither is needed.
        ([["Name", "Rose House", "Service", "Home care"], HEADS, RECORD], 2),
        # The headings come again over the second block, with one more: the first block is no title.
        ([HEADS, RECORD, ["Rose House"], [*HEADS, "Leaving date"], RECORD], 1),
        ([["Staff ID", "Fire"], RECORD], 1),
        ([RECORD, RECORD], 0),
        ([], 0),
    ],
)
def test_the_row_of_headings_is_the_first_with_what_is_needed(rows, found):
    assert find_heading_row(sheet_of(*rows), KNOWN, NEEDED) == FoundRow(found)


def test_a_row_of_headings_is_looked_for_in_thirty_rows_that_hold_anything():
    def looked(titles):
        return find_heading_row(sheet_of(*[["A title"]] * titles, HEADS), KNOWN, NEEDED).row

    assert (looked(29), looked(30)) == (30, 0)
    below_a_gap = Sheet("a.xlsx", "S", {1: {1: "A title"}, 500: dict(enumerate(HEADS, 1))})
    assert find_heading_row(below_a_gap, KNOWN, NEEDED).row == 500


def test_two_rows_that_might_each_be_the_headings_are_rivals():
    sheet = sheet_of(["Staff ID", "Name"], ["Role", "Service"], RECORD)
    assert find_heading_row(sheet, KNOWN, NEEDED) == FoundRow(1, (2,))


def test_headings_merged_over_two_rows_belong_to_the_lower():
    sheet = sheet_of(["Staff ID", "Role", "Dates", ""], ["", "", "Start date", "Leaving date"],
                     merged=((1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 1, 4)))  # fmt: skip
    assert find_heading_row(sheet, KNOWN, NEEDED).row == 2


def test_a_heading_that_stands_twice_is_told_by_the_group_it_is_merged_under():
    sheet = sheet_of(["", "Due", "", "Supervision", ""], ["Staff ID", "Date", "By", "Date", "By"],
                     merged=((1, 2, 1, 3), (1, 4, 1, 5)))  # fmt: skip
    titles = titles_in(sheet, 2)
    assert titles == {1: "Staff ID", 2: "Due: Date", 3: "Due: By", 4: "Supervision: Date", 5: "Supervision: By"}
    # "Date due" and "Supervision date" are words the record knows; "Date" alone would be either.
    known = known_words(SUPERVISION, {})
    assert names_in(sheet, 2, titles, known) == {1: "staff", 2: "due_on", 4: "held_on"}


def test_a_title_merged_over_all_the_headings_is_no_group():
    sheet = sheet_of(["Rose House", "", ""], ["Staff ID", "Date", "Date"], merged=((1, 1, 1, 3),))
    assert titles_in(sheet, 2) == {1: "Staff ID", 2: "Date", 3: "Date"}


def test_a_message_says_how_full_the_first_rows_are_and_shows_known_headings_alone():
    sheet = sheet_of(["Ann Example"], ["Name", "07700 900123", "Role"], *[["x"]] * 9)
    told = rows_seen(sheet, KNOWN)
    assert told.startswith('row 1: 1 cell; row 2: 3 cells, among them "Name", "Role"; row 3: 1 cell; ')
    assert told.endswith("row 8: 1 cell")
    assert "Ann" not in told


def test_a_row_as_wide_as_a_sheet_can_be_is_searched_in_its_first_thousand_cells():
    wide = {1: dict.fromkeys(range(1, 16_385), "x") | {1: "Staff ID", 2: "Role", 16_000: "Start date"}}
    sheet = Sheet("a.xlsx", "S", wide)
    assert find_heading_row(sheet, KNOWN, NEEDED).row == 1
    assert names_in(sheet, 1, titles_in(sheet, 1), KNOWN)[16_000] == "started_on"
