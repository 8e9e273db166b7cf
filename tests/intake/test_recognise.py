"""Which register a sheet looks like, and why."""

from datetime import datetime

import pytest

from evidencegen.catalogue import everything_in
from evidencegen.intake import registers as shelf
from evidencegen.intake.recognise import Match, known_by, likeness, recognise
from evidencegen.intake.register import Register
from evidencegen.intake.registers.required_training import REQUIRED_TRAINING
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.training import TRAINING
from evidencegen.intake.sheet import Sheet, filled_down

REGISTERS = everything_in(shelf, Register)
DAY = datetime.fromisoformat("2025-03-04")


def sheet_of(*rows, merged=()):
    cells = {r: {c: v for c, v in enumerate(row, 1) if v not in ("", None)} for r, row in enumerate(rows, 1)}
    return filled_down(Sheet("a.xlsx", "S", {r: row for r, row in cells.items() if row}, merged=merged))


def recognised(*rows, **hints):
    return recognise(sheet_of(*rows), REGISTERS, **hints)


@pytest.mark.parametrize("register", REGISTERS.values(), ids=REGISTERS)
def test_every_register_is_known_by_the_headings_of_its_own_blank_workbook(register):
    found = recognised(["A title"], [column.title for column in register.columns])
    assert found.best.register is register
    assert found.best.row == 2
    assert found.best.lacking == ()
    assert found.tied == ()


@pytest.mark.parametrize(
    ("headings", "key"),
    [
        (["Staff ID", "Name", "Job title", "Start date"], "staff"),
        # A staff register with a column called Training is no list of required training.
        (["Staff ID", "Job title", "Start date", "Training"], "staff"),
        (["Job title", "Course", "Frequency"], "required_training"),
        # All that required training needs is here, and more that the training record knows.
        (["Staff ID", "Job title", "Course", "Date completed", "Expiry date", "Frequency"], "training"),
        (["Staff ID", "Course", "Completed on"], "training"),
        (["Staff ID", "Date held", "Supervision type", "Result"], "supervision"),
        (["Ref", "Client ID", "Date of referral", "Advocacy type"], "advocacy"),
        (["Ref", "Client ID", "Date of concern", "Category of abuse", "MSP asked"], "safeguarding"),
    ],
)
def test_registers_that_share_headings_are_told_apart(headings, key):
    found = recognised(headings)
    assert (found.best.register.key, found.tied) == (key, ())


def test_the_reasons_name_each_heading_its_cell_and_the_word_it_was_known_by():
    found = recognised([], ["Payroll no.", "Designation", "DOJ (dd/mm/yy)", "Shoe size"])
    assert found.best.matches == (
        Match("A2", "Payroll no.", "staff", "Payroll No"),
        Match("B2", "Designation", "role", "Designation"),
        Match("C2", "DOJ (dd/mm/yy)", "started_on", "DOJ"),
    )
    assert str(found.best) == "3 of its 13 columns, among them all 3 that it needs"


@pytest.mark.parametrize(
    "rows",
    [
        [["Ann Example", "07700 900123"], ["Bob Example", "07700 900124"]],
        [["Item", "Price", "Quantity"], ["Tea", 3, 4]],
        [["Name", "Date", "Status"], ["Ann Example", DAY, "Open"]],
        [[1, 2], [3, 4]],
        [],
    ],
)
def test_a_sheet_that_fits_none_is_no_register_known_here(rows):
    found = recognised(*rows)
    assert (found.best, found.tied) == (None, ())


def test_a_near_miss_in_a_heading_is_no_match():
    assert "started_on" not in {
        m.column for m in likeness(sheet_of(["Staff ID", "Role", "Start dates"]), STAFF).matches
    }


def test_a_sheet_that_lacks_little_is_asked_about():
    found = recognised(["Staff ID", "Name", "Job title", "Service", "Started us"])
    assert (found.best.register.key, found.best.fits, found.best.lacking) == ("staff", False, ("Start date",))
    assert found.why == "most of what it needs is there"


# "Role" and "Course" are all that required training needs; two registers made to be alike for this test.
ALIKE = {
    "required_training": REQUIRED_TRAINING,
    "rota": Register("rota", "Rota of courses", "one course", REQUIRED_TRAINING.columns),
}


def test_a_tie_is_said_and_never_guessed():
    found = recognise(sheet_of(["Role", "Course"], ["Cook", "Fire"]), ALIKE)
    assert found.best is None
    assert [one.register.key for one in found.tied] == ["required_training", "rota"]


@pytest.mark.parametrize("name", ["Rota 2026", "staff-rota", "Rota of courses"])
def test_a_name_breaks_a_tie_and_is_said(name):
    found = recognise(sheet_of(["Role", "Course"]), ALIKE, names=("Sheet1", name))
    assert found.best.register.key == "rota"
    assert found.why == "its name: by its headings it could be the required training by role or the rota of courses"
    assert found.runner_up.register.key == "required_training"


def test_a_name_decides_nothing_where_the_headings_do():
    found = recognised(["Staff ID", "Name", "Job title", "Start date"], names=("Training record",))
    assert found.best.register is STAFF


def test_a_mark_of_ours_settles_it():
    heads = ["Staff ID", "Job title", "Start date", "Course", "Leaving date"]
    assert recognised(heads).best.register is STAFF
    found = recognised(heads, marker="training")
    assert (found.best.register, found.why) == (
        TRAINING,
        "a mark in the file says so: it was made by `evidencegen new`",
    )


def test_the_other_sheets_of_a_marked_workbook_are_not_the_register():
    assert recognised(["Column", "What it holds", "Needed"], marker="staff").best is None


def test_a_training_matrix_is_known_by_dates_under_what_may_be_courses():
    rows = [["S1", "Ann Example", DAY, "04/03/2025"], ["S2", "Bob Example", None, "Booked"]]
    found = recognised(["Staff ID", "Name", "Fire safety", "First aid"], *rows)
    # "Staff ID" and "Name", one of them needed, and two courses
    assert (found.best.register, found.best.courses, found.best.score) == (TRAINING, 2, 5)


@pytest.mark.parametrize(
    "heads", [["Shoe size", "Locker"], ["DBS renewal", "Probation end"], ["Fire date", "Review due"]]
)
def test_numbers_and_dates_of_other_things_make_no_matrix(heads):
    value = 7 if heads[0] == "Shoe size" else DAY
    assert recognised(["Staff ID", "Name", *heads], ["S1", "Ann Example", value, value]).best is None


def test_a_staff_register_with_dates_of_its_own_stays_one():
    rows = [["S1", "Carer", DAY, DAY, DAY], ["S2", "Cook", DAY, DAY, DAY]]
    found = recognised(["Staff ID", "Job title", "Start date", "DBS renewal", "Probation end"], *rows)
    assert found.best.register is STAFF


def test_a_heading_known_with_its_group_says_so():
    raised = REGISTERS["safeguarding"].column("raised_on")
    assert known_by(raised, "Part two: Date raised") == "Date raised, with the group it stands under"
    assert known_by(raised, "raised_on") == "raised_on"
