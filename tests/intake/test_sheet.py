"""Sheets as received."""

from evidencegen.intake.sheet import Sheet, filled_down


def test_a_cell_merged_downwards_stands_in_every_row_it_was_merged_over():
    rows = {2: {1: "Ann", 2: "Fire"}, 3: {2: "First aid"}, 4: {2: "Moving"}}
    sheet = filled_down(Sheet("a.xlsx", "S", rows, merged=((2, 1, 4, 1),)))
    assert [sheet.rows[row][1] for row in (2, 3, 4)] == ["Ann"] * 3
    assert sheet.filled == {(3, 1), (4, 1)}
    assert sheet.cells == 4  # the two filled cells are none of the workbook's


def test_a_column_merged_to_the_last_row_of_the_sheet_makes_no_million_rows():
    sheet = filled_down(Sheet("a.xlsx", "S", {1: {1: "Ann"}, 2: {2: "x"}}, merged=((1, 1, 1048576, 1),)))
    assert sorted(sheet.rows) == [1, 2]


def test_a_value_hidden_under_a_merge_is_kept_and_found():
    sheet = filled_down(Sheet("a.xlsx", "S", {1: {1: "Ann"}, 2: {1: "Bob"}}, merged=((1, 1, 2, 1),)))
    assert sheet.rows[2][1] == "Bob"
    assert list(sheet.beneath_merges()) == [(2, 1)]


def test_places_are_named_as_on_screen():
    sheet = Sheet("a.xlsx", "Staff", {1: {1: "x"}})
    assert str(sheet.place(17, 2, "Role")) == 'a.xlsx, sheet "Staff", cell B17 (column "Role")'
    assert str(sheet.place(17)) == 'a.xlsx, sheet "Staff", row 17'
