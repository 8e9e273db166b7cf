"""Cells read as their column says."""

from datetime import datetime

import pytest

from evidencegen.catalogue import everything_in
from evidencegen.intake import registers
from evidencegen.intake.kind import DATE, MONTHS, NAME, NUMBER, PROSE, TEXT, YES_NO, Form, choices
from evidencegen.intake.register import Column, Register
from evidencegen.intake.sheet import Fault
from evidencegen.intake.value import Unfit, reader, written
from evidencegen.intake.words import key

DAY = datetime.fromisoformat("2025-03-04")
HARM = choices(physical=("Physical Abuse", "Physical"), neglect=("Neglect and Acts of Omission", "Neglect/Omission"))


def read(kind, cell):
    return reader(Column("c", kind))(cell)


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        (TEXT, "007", "007"), (TEXT, 7, "7"), (TEXT, 7.0, "7"), (TEXT, "N/A", "N/A"), (TEXT, "None", "None"),
        (TEXT, " Rose\u00a0 House\u200b ", "Rose House"), (TEXT, "-", None), (TEXT, "=1+1", "=1+1"),
        (NAME, " Null ", "Null"), (PROSE, "one\ntwo ", "one\ntwo"), (PROSE, "—", None),
        (DATE, DAY, DAY), (DATE, DAY.replace(hour=9), DAY), (DATE, "04/03/2025", DAY), (DATE, 20250304, DAY),
        (DATE, "-", None),
        (NUMBER, 12, 12.0), (NUMBER, "1,250", 1250.0), (NUMBER, " 40 ", 40.0), (NUMBER, "-2.5", -2.5),
        (YES_NO, "y", "yes"), (YES_NO, "✓", "yes"), (YES_NO, True, "yes"), (YES_NO, "NO ", "no"),
        (YES_NO, "n/a", "not_applicable"), (YES_NO, "NR", "not_recorded"), (YES_NO, "Not applicable", "not_applicable"),
        (HARM, "Physical", "|physical|"), (HARM, "Physical; Neglect/Omission", "|physical|neglect|"),
        (HARM, "physical abuse, Physical", "|physical|"), (HARM, "Physical\nneglect/omission", "|physical|neglect|"),
    ],
)  # fmt: skip
def test_a_cell_is_read(kind, cell, value):
    found = read(kind, cell)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("cell", "months"),
    [(12, 12), ("12", 12), ("12 months", 12), ("12m", 12), ("Annual", 12), ("annually", 12), ("Yearly", 12),
     ("3 yearly", 36), ("3-yearly", 36), ("every 3 years", 36), ("Every three years", 36), ("every 6 months", 6),
     ("monthly", 1), ("Quarterly", 3), ("2 yrs", 24), ("never", 0), ("None", 0), ("Once only", 0), (0, 0)],
)  # fmt: skip
def test_how_often_a_course_is_due_comes_in_months(cell, months):
    assert read(MONTHS, cell) == float(months)


@pytest.mark.parametrize("cell", ["often", "N/A", "every few years", 1.5, "-12", 1000, True, DAY])
def test_how_often_is_not_guessed(cell):
    assert isinstance(read(MONTHS, cell), Unfit)


def test_no_policy_is_blank_and_not_never():
    assert read(MONTHS, "-") is None


@pytest.mark.parametrize(
    ("kind", "cell", "problem"),
    [
        (TEXT, DAY, "cell.turned_into_date"), (TEXT, 12345678901234567890, "cell.number_cut_short"),
        (TEXT, Fault("cell.error", "#REF!"), "cell.error"), (NUMBER, "about 5", "cell.unreadable"),
        (NUMBER, "87%", "cell.unreadable"), (NUMBER, True, "cell.unreadable"), (DATE, "31/02/2025", "cell.unreadable"),
        (DATE, 12, "cell.unreadable"), (DATE, True, "cell.unreadable"), (YES_NO, "maybe", "cell.not_listed"),
        (HARM, "Physical; Shouting", "cell.not_listed"), (HARM, "N/A", "cell.not_listed"),
        (YES_NO, Fault("cell.not_calculated", "a formula"), "cell.not_calculated"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_never_blank(kind, cell, problem):
    found = read(kind, cell)
    assert isinstance(found, Unfit)
    assert found.key == problem


def test_a_number_of_a_day_is_offered_as_that_day_and_not_taken_for_it():
    assert "4 March 2025" in read(DATE, 45720).mend


def test_a_word_with_a_slip_is_asked_about():
    assert 'did you mean "Physical Abuse"?' in read(HARM, "Phsyical abuse").mend


def test_not_applicable_in_a_column_of_dates_is_told_to_be_left_blank():
    assert "leave the cell blank" in read(DATE, "N/A").mend


def test_an_unlisted_part_is_the_one_that_is_told():
    assert read(HARM, "Physical; Shouting").reason == '"Shouting" is not on the list'


def test_cells_are_written_as_their_owner_says_them():
    assert [written(v) for v in (7.0, 7.5, DAY, "x", Fault("cell.error", "#N/A"))] == [
        "7",
        "7.5",
        "04/03/2025",
        "x",
        "#N/A",
    ]


def test_no_word_of_a_vocabulary_stands_for_two_codes():
    for register in everything_in(registers, Register).values():
        for column in register.columns:
            if column.kind.form in (Form.ONE, Form.MANY):
                words = [(key(word), code) for code, several in column.kind.codes.items() for word in several]
                assert len({word for word, _ in words}) == len(set(words)), (register.key, column.name)
