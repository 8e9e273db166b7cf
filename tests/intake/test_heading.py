"""Which column is which, by the headings above them."""

from pathlib import Path

import pytest

from evidencegen.catalogue import everything_in
from evidencegen.intake import registers
from evidencegen.intake.account import NO_HEADING, PERSONAL, SUB_TOTAL, UNKNOWN
from evidencegen.intake.heading import is_sub_total, known_words, missing, read_headings
from evidencegen.intake.register import Register
from evidencegen.intake.registers.actions import ACTIONS
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.training import TRAINING
from evidencegen.intake.sheet import Sheet, filled_down
from evidencegen.intake.source import Source
from evidencegen.intake.words import key


def read(*rows, register=STAFF, merged=(), **brief):
    cells = {r: {c: v for c, v in enumerate(row, 1) if v != ""} for r, row in enumerate(rows, 1)}
    sheet = filled_down(Sheet("a.xlsx", "S", {r: row for r, row in cells.items() if row}, merged=merged))
    return sheet, *read_headings(sheet, register, Source(Path("a.xlsx"), **brief))


@pytest.mark.parametrize("row", [1, 2, 14, 30])
def test_headings_are_found_under_title_rows(row):
    titles = [["Staff register of Rose House"]] * (row - 1)
    _, headings, problems = read(*titles, ["Staff ID", "Job title", "Start date"], ["S1", "Carer", "04/03/2025"])
    assert (headings.row, problems) == (row, [])
    assert headings.columns == {"staff": 1, "role": 2, "started_on": 3}


@pytest.mark.parametrize(
    "typed",
    ["START DATE", "start  date", "Start\u00a0Date:", "Start Date*", "Start date (DD/MM/YY)", "Start Date (dd.mm.yyyy)",
     "Start date (required)", "start-date", "started_on", "Started on", "Date started DD/MM/YYYY"],
)  # fmt: skip
def test_a_heading_is_known_however_it_is_typed(typed):
    _, headings, _ = read(["Staff ID", "Role", typed])
    assert headings.columns["started_on"] == 3


def test_a_heading_that_means_more_than_its_first_words_is_not_cut():
    _, headings, _ = read(["Staff ID", "Role", "Start date (agreed by manager)"])
    assert "started_on" not in headings.columns


def test_a_near_miss_is_asked_about_and_never_taken():
    sheet, headings, _ = read(["Staff ID", "Role", "Start dates"])
    (problem,) = missing(sheet, STAFF, headings)
    assert problem.key == "heading.missing"
    assert 'did you mean "Start dates"?' in problem.found
    assert '"Start dates" (C1)' in problem.found
    assert 'columns: {started_on: ["Start dates"]}' in problem.mend


def test_the_owners_own_words_go_before_all_others():
    own = {"started_on": ("Joined us",), "role": ("What they do",)}
    _, headings, problems = read(["Staff ID", "What they do", "Role", "Joined us", "Start date"], columns=own)
    assert problems == []
    assert (headings.columns["role"], headings.columns["started_on"]) == (2, 4)
    assert headings.unused == {3: UNKNOWN, 5: UNKNOWN}


def test_own_words_for_a_column_nobody_knows_are_told():
    _, headings, (problem,) = read(["Staff ID", "Role"], columns={"start_on": ("Joined",)})
    assert headings is None
    assert problem.key == "brief.unknown_column"
    assert "`started_on`" in problem.mend


def test_two_headings_for_one_column_are_told_with_both_addresses():
    _, _, (problem,) = read(["Staff ID", "Payroll No", "Role", "Start date"])
    assert problem.key == "heading.twice"
    assert '"Staff ID" in A1' in problem.found
    assert '"Payroll No" in B1' in problem.found
    assert [place.cell for place in (problem.place, *problem.also)] == ["B1", "A1"]
    assert 'columns: {staff: ["Staff ID"]}' in problem.mend


def test_a_row_of_groups_over_the_headings_is_no_heading():
    _, headings, _ = read(["Who", "", "When", ""], ["Staff ID", "Role", "Start date", "Leaving date"])
    assert headings.row == 2


def test_headings_merged_over_two_rows_belong_to_the_lower_one():
    rows = [["Staff ID", "Name", "Mandatory", ""], ["", "", "Fire", "First aid"], ["S1", "Ann", "04/03/2025", ""]]
    _, headings, _ = read(*rows, register=TRAINING, merged=((1, 1, 2, 1), (1, 2, 2, 2), (1, 3, 1, 4)))
    assert (headings.row, headings.columns) == (2, {"staff": 1, "name": 2})
    assert [headings.titles[3], headings.titles[4]] == ["Fire", "First aid"]


def test_courses_under_a_row_of_groups_are_found_without_a_merge():
    _, headings, _ = read(["Staff ID", "Name", "Mandatory", ""], ["", "", "Fire", "First aid"], register=TRAINING)
    assert (headings.row, headings.titles) == (2, {1: "Staff ID", 2: "Name", 3: "Fire", 4: "First aid"})


def test_a_sheet_without_headings_shows_nothing_of_what_stands_in_it():
    _, headings, (problem,) = read(["Ann Example", "07700 900123"], ["Bob Example", "07700 900124"])
    assert headings is None
    assert problem.key == "heading.none"
    assert "Example" not in str(problem)


def test_a_record_taken_for_headings_does_not_give_its_name_away():
    sheet, headings, _ = read(["Alex Example", "Completed", "04/03/2025"], register=TRAINING)
    told = "".join(map(str, missing(sheet, TRAINING, headings)))
    assert "Alex" not in told
    assert "heading_row:" in told


def test_the_heading_row_named_in_the_brief_is_taken():
    _, headings, _ = read(["Staff ID", "Role"], ["Staff ID", "Role", "Start date"], heading_row=2)
    assert headings.row == 2


def test_every_other_column_has_its_reason():
    _, headings, _ = read(["Staff ID", "Role", "NI number", "Shoe size", "Compliance %"])
    assert headings.unused == {3: PERSONAL, 4: UNKNOWN, 5: SUB_TOTAL}


@pytest.mark.parametrize("heading", ["Compliance %", "% complete", "Total", "Overall compliance", "Compliance rate"])
def test_a_sum_of_other_columns_is_no_data(heading):
    assert is_sub_total(heading)


@pytest.mark.parametrize("heading", ["Total Communication", "COSHH compliance", "Fire"])
def test_a_course_is_no_sum(heading):
    assert not is_sub_total(heading)


def test_action_heads_what_is_to_be_done_and_our_own_name_the_reference():
    known = known_words(ACTIONS, {})
    assert (known.column("Action"), known.column("action"), known.column("Action ID")) == ("what", "action", "action")


def test_no_heading_stands_for_two_columns_of_a_register():
    for register in everything_in(registers, Register).values():
        heads = [(key(words), c.name) for c in register.columns for words in c.also]
        assert len({words for words, _ in heads}) == len(set(heads)), register.key


def test_two_rows_that_may_be_the_headings_are_asked_about_and_no_other_word_is_shown():
    _, headings, (problem,) = read(["Staff ID", "Name", "Ann Example"], ["Role", "Service", "x"])
    assert headings is None
    assert problem.key == "heading.unclear"
    assert [problem.place.cell, *(place.cell for place in problem.also)] == ["1", "2"]
    assert "`heading_row: 2`" in problem.mend
    assert 'row 1: 3 cells, among them "Staff ID", "Name"' in problem.found
    assert "Ann" not in str(problem)


def test_a_column_that_is_filled_and_has_no_heading_is_told_by_its_letter():
    _, headings, _ = read(["Staff ID", "Role", "", "Start date"], ["S1", "Carer", "Ann Example", "04/03/2025"])
    assert (headings.unused, headings.title(3)) == ({3: NO_HEADING}, "column C")


def test_in_a_row_that_may_be_a_record_only_the_known_heading_is_shown():
    _, headings, _ = read(["Ann Example", "Completed", "04/03/2025"], register=TRAINING)
    assert [headings.title(1), headings.title(2)] == ["column A", "Completed"]
