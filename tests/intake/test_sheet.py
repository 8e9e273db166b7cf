"""Sheets as received."""

import pytest

from evidencegen.intake.sheet import Marks, Sheet, filled_down
from evidencegen.problem import EvidenceError


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


def test_merged_cells_that_cover_one_another_a_thousand_times_are_refused():
    rows = {row: {1: "x", 2: "y"} for row in range(1, 1001)}
    with pytest.raises(EvidenceError) as told:
        filled_down(Sheet("a.xlsx", "S", rows, merged=((1, 1, 1000, 9),) * 200))
    assert [p.key for p in told.value.problems] == ["file.too_large"]


def test_a_merged_cell_of_many_columns_hides_the_few_that_hold_anything():
    sheet = filled_down(Sheet("a.xlsx", "S", {1: {1: "x", 16384: "y"}}, merged=((1, 1, 1, 16384),)))
    assert list(sheet.beneath_merges()) == [(1, 16384)]


def test_marks_are_told_for_some_rows_or_for_all_and_notes_wherever_they_are():
    marks = Marks(coloured={1: 12, 5: 1}, struck={5: 2}, noted={1: 1})
    assert marks.told() == "13 cells have a colour, 1 cell has a note, 2 cells are struck through"
    assert marks.told({5}) == "1 cell has a colour, 1 cell has a note, 2 cells are struck through"
    assert Marks().told() == ""
