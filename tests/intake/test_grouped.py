"""The headings of a training matrix with several columns for each course, put into words."""

import pytest

from evidencegen.intake.grouped import Part, parts_of, spelt_out
from evidencegen.intake.heading import known_words
from evidencegen.intake.registers.training import TRAINING
from evidencegen.intake.sheet import Sheet

KNOWN = known_words(TRAINING, {})
ABOVE = {1: "Staff ID", 2: "Name", 3: "Fire", 6: "First aid", 9: "DBS"}
BELOW = {3: "Completed", 4: "Expiry", 5: "Cert", 6: "Completed", 7: "Expiry", 8: "Cert"}
WORDED = {
    1: "Staff ID", 2: "Name", 3: "Fire - Completed", 4: "Fire - Expiry", 5: "Fire - Cert", 6: "First aid - Completed",
    7: "First aid - Expiry", 8: "First aid - Cert", 9: "DBS",
}  # fmt: skip


def spelt(rows, merged=(), heading_row=None):
    return spelt_out(Sheet("a.xlsx", "S", rows, merged=merged), KNOWN, heading_row)


@pytest.mark.parametrize("merged", [(), ((1, 3, 1, 5), (1, 6, 1, 8))])
@pytest.mark.parametrize("heading_row", [None, 1, 2])
def test_a_course_over_its_columns_goes_before_each_of_their_headings(merged, heading_row):
    sheet, row = spelt({1: ABOVE, 2: BELOW, 3: {1: "S1", 3: "04/03/2025"}}, merged, heading_row)
    assert row == 2
    assert sheet.rows[2] == WORDED
    assert sheet.rows[1] == ABOVE
    assert sheet.cells == len(ABOVE) + len(BELOW) + 2


def test_headings_of_people_may_stand_in_the_lower_row():
    above = {3: "Fire", 5: "First aid"}
    below = {1: "Staff ID", 2: "Name", 3: "Date", 4: "Expires", 5: "Date", 6: "Expires"}
    sheet, row = spelt({1: above, 2: below})
    assert row == 2
    assert sheet.rows[2][4] == "Fire - Expires"
    assert sheet.cells == 8


def test_blocks_stacked_with_both_rows_repeated_are_put_into_the_same_words():
    sheet, _ = spelt({1: ABOVE, 2: BELOW, 3: {1: "S1"}, 5: {1: "Daisy Lodge"}, 6: ABOVE, 7: BELOW, 8: {1: "S2"}})
    assert sheet.rows[6] == {c: WORDED[c] for c in ABOVE}
    assert sheet.rows[7] == {c: WORDED[c] for c in BELOW}
    assert sheet.rows[5] == {1: "Daisy Lodge"}


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ({1: "Staff ID", 2: "Fire", 3: "First aid"}, {1: "S1", 2: "Completed", 3: "Completed"}),
        ({1: "Name", 2: "Fire", 3: "First aid", 4: "MCA"}, {1: "Ann", 2: "Completed", 3: "Due", 4: "Completed"}),
        ({1: "Staff ID", 2: "Fire"}, {2: "Completed", 3: "Expiry"}),
        ({1: "Staff ID"}, {2: "Completed", 3: "Expiry", 4: "Completed", 5: "Expiry"}),
        ({1: "Staff ID", 2: "Fire"}, {2: "Completed", 3: "Expiry", 4: "Completed", 5: "Expiry"}),
        ({1: "Staff ID", 2: "Fire", 4: "MCA"}, {2: "04/03/2025", 3: "Expiry", 4: "Completed", 5: "Completed"}),
    ],
)  # fmt: skip
def test_a_persons_row_of_statuses_is_no_row_of_headings(above, below):
    sheet = Sheet("a.xlsx", "S", {1: above, 2: below})
    assert spelt_out(sheet, KNOWN) == (sheet, None)


@pytest.mark.parametrize(
    ("title", "course", "part"),
    [
        ("Fire - Completed", "Fire", "completed_on"),
        ("Moving & handling – Expiry date", "Moving & handling", "expires_on"),
        ("Fire (Expiry)", "Fire", "expires_on"),
        ("Safeguarding - Level 2: Date completed", "Safeguarding - Level 2", "completed_on"),
        ("Fire expiry date", "Fire", "expires_on"),
        ("First aid Completed", "First aid", "completed_on"),
        ("Safeguarding - Level 2", "Safeguarding - Level 2", ""),
        ("Care certificate", "Care certificate", ""),
        ("Food hygiene (certificate)", "Food hygiene (certificate)", ""),
        ("Fire (date)", "Fire", ""),
        ("Medication", "Medication", ""),
    ],
)
def test_a_heading_says_which_part_of_a_course_it_holds(title, course, part):
    assert parts_of({1: title}) == {1: Part(course, part)}


def test_a_date_beside_an_expiry_is_a_completion_and_a_certificate_beside_either_is_itself():
    titles = {1: "Fire - Date", 2: "Fire - Expiry", 3: "Fire - Cert", 4: "MCA - Date"}
    assert [part.part for part in parts_of(titles).values()] == ["completed_on", "expires_on", "certificate", ""]
