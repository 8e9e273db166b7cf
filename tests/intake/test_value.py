"""Cells read as their column says."""

from datetime import datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from evidencegen.intake.kind import AMOUNT, DATE, MONTHS, NAME, NUMBER, PROSE, TEXT, YES_NO, choice, choices
from evidencegen.intake.register import Column
from evidencegen.intake.sheet import Fault, Percent
from evidencegen.intake.value import Unfit, reader, written

DAY = datetime.fromisoformat("2025-03-04")
HARM = choices(physical=("Physical Abuse", "Physical"), neglect=("Neglect and Acts of Omission", "Neglect/Omission"))
HOW_FAR = choice(fully=("Fully achieved", "Fully"), partly=("Partly achieved", "Partly"), no=("Not achieved",)).asking(
    "Met", "Yes", between=("fully", "partly")
)
KINDS = choices(sexual=("Sexual exploitation",), slavery=("Modern slavery",), physical=("Physical",)).asking(
    "Exploitation", between=("sexual", "slavery")
)


def read(kind, cell, **how):
    return reader(Column("c", kind), **how)(cell)


@pytest.mark.parametrize(
    ("kind", "cell", "value"),
    [
        (TEXT, "007", "007"), (TEXT, 7, "7"), (TEXT, 7.0, "7"), (TEXT, "N/A", "N/A"), (TEXT, "None", "None"),
        (TEXT, " Rose\u00a0 House\u200b ", "Rose House"), (TEXT, "-", None), (TEXT, "=1+1", "=1+1"),
        (NAME, " Null ", "Null"), (PROSE, "one\ntwo ", "one\ntwo"), (PROSE, "—", None),
        (DATE, DAY, DAY), (DATE, DAY.replace(hour=9), DAY), (DATE, "04/03/2025", DAY), (DATE, "20250304", DAY),
        (DATE, "-", None), (TEXT, "NA", "NA"), (TEXT, "null", "null"), (NAME, "None", "None"), (NAME, "NA", "NA"),
        (TEXT, "00123", "00123"), (TEXT, 123456789012345, "123456789012345"), (TEXT, "1234567890123456789",
         "1234567890123456789"), (TEXT, True, "True"), (TEXT, Percent(0.87), "87%"), (TEXT, "#4", "#4"),
        (NUMBER, 12, 12.0), (NUMBER, "1,250", 1250.0), (NUMBER, " 40 ", 40.0), (NUMBER, "-2.5", -2.5),
        (NUMBER, "1 250 000.5", 1250000.5), (NUMBER, "40\u00a0", 40.0), (NUMBER, "-", None),
        (AMOUNT, "87%", 87.0), (AMOUNT, "87 %", 87.0), (AMOUNT, Percent(0.875), 87.5), (AMOUNT, 0.87, 0.87),
        (AMOUNT, Percent(0.29), 29.0), (AMOUNT, 12, 12.0),
        (YES_NO, "y", "yes"), (YES_NO, "✓", "yes"), (YES_NO, True, "yes"), (YES_NO, "NO ", "no"),
        (YES_NO, "n/a", "not_applicable"), (YES_NO, "NR", "not_recorded"), (YES_NO, "Not applicable", "not_applicable"),
        (HARM, "Physical", "|physical|"), (HARM, "Physical; Neglect/Omission", "|physical|neglect|"),
        (HARM, "physical abuse, Physical", "|physical|"), (HARM, "Physical\nneglect/omission", "|physical|neglect|"),
        (HARM, "Physical/Neglect and acts of omission", "|physical|neglect|"), (HARM, "Physical & neglect/omission",
         "|physical|neglect|"), (HARM, "Physical and neglect/omission", "|physical|neglect|"),
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
        (TEXT, "#REF!", "cell.error"), (YES_NO, "#N/A", "cell.error"), (PROSE, "#VALUE!", "cell.error"),
        (DATE, "########", "cell.error"), (TEXT, "1.23457E+15", "cell.number_cut_short"),
        (NUMBER, "87%", "cell.unreadable"), (NUMBER, Percent(0.87), "cell.unreadable"),
        (NUMBER, "1,2", "cell.unreadable"), (NUMBER, "12,50", "cell.unreadable"), (NUMBER, "1 2", "cell.unreadable"),
        (DATE, 20250304, "cell.unreadable"), (DATE, 45720, "cell.unreadable"), (DATE, 2025, "cell.unreadable"),
        (DATE, -5, "cell.unreadable"), (DATE, Percent(0.5), "cell.unreadable"),
        (DATE, DAY.replace(year=1900), "cell.unreadable"), (YES_NO, "x", "cell.ambiguous"),
        (YES_NO, 1, "cell.ambiguous"), (HOW_FAR, "N/A", "cell.not_listed"), (HOW_FAR, "Partly/fully", "cell.ambiguous"),
        (HOW_FAR, "met", "cell.ambiguous"), (KINDS, "Exploitation", "cell.ambiguous"),
        (KINDS, "Physical; exploitation", "cell.ambiguous"), (NUMBER, True, "cell.unreadable"), (DATE, "31/02/2025", "cell.unreadable"),
        (DATE, 12, "cell.unreadable"), (DATE, True, "cell.unreadable"), (YES_NO, "maybe", "cell.not_listed"),
        (HARM, "Physical; Shouting", "cell.not_listed"), (HARM, "N/A", "cell.not_listed"),
        (YES_NO, Fault("cell.not_calculated", "a formula"), "cell.not_calculated"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_never_blank(kind, cell, problem):
    found = read(kind, cell)
    assert isinstance(found, Unfit)
    assert found.key == problem


@pytest.mark.parametrize(
    ("number", "from_1904", "offered"),
    [(45720, False, "45720 is 4 March 2025"), (44258, True, "44258 is 4 March 2025"), (45720.5, False, "4 March 2025"),
     (20250304, False, "20250304 is 4 March 2025")],
)  # fmt: skip
def test_a_number_of_a_day_is_offered_as_that_day_and_not_taken_for_it(number, from_1904, offered):
    found = read(DATE, number, counts_from_1904=from_1904)
    assert (found.key, found.reason) == ("cell.unreadable", "is a number that may be a date")
    assert offered in found.mend


@pytest.mark.parametrize("number", [12, 2025, 36525, 55154, 10**12])
def test_a_number_that_is_no_likely_day_is_offered_as_none(number):
    assert read(DATE, number).mend == "type the date again"


def test_a_word_with_a_slip_is_asked_about():
    assert 'did you mean "Physical Abuse"?' in read(HARM, "Phsyical abuse").mend


@pytest.mark.parametrize("kind", [DATE, NUMBER, AMOUNT])
@pytest.mark.parametrize("cell", ["N/A", "n/a", "NA", "Not applicable", "not required", "None", "null"])
def test_a_date_or_number_that_is_said_not_to_be_is_read_as_blank_and_that_is_noted(kind, cell):
    found = read(kind, cell)
    assert isinstance(found, Unfit)
    assert (found.key, found.note) == ("cell.not_applicable", True)


def test_a_date_that_no_record_can_do_without_cannot_be_said_not_to_be():
    found = reader(Column("c", DATE, required=True))("N/A")
    assert (found.key, found.note) == ("cell.unreadable", False)


def test_a_word_that_may_mean_several_things_is_asked_about_with_the_line_that_settles_it():
    mend = read(HOW_FAR, "Met").mend
    assert '"Met" may mean "Fully achieved" or "Partly achieved"' in mend
    assert '`values: {c: {"Met": fully}}` (or `partly`)' in mend


def test_a_word_on_no_list_comes_with_the_line_that_would_say_what_it_means():
    assert '`values: {c: {"Fuly achieved": fully}}`' in read(HOW_FAR, "Fuly achieved").mend
    assert '`values: {c: {"Grand": ...}}`' in read(HOW_FAR, "Grand").mend
    assert "values:" not in read(HOW_FAR, "a whole sentence " * 6).mend


def test_the_owners_own_words_go_before_the_registers():
    own = {"Met": "partly", "fully": "no", "?": "no", "4": "fully"}
    told = [read(HOW_FAR, cell, own=own) for cell in ("met", "Fully", "?", 4, 4.0, "Partly")]
    assert told == ["partly", "no", "no", "fully", "fully", "partly"]
    assert read(KINDS, "Physical; exploitation", own={"Exploitation": "slavery"}) == "|physical|slavery|"


def test_a_code_of_ours_that_a_word_leaves_open_is_no_answer():
    kind = choice(declined=("Declined by the council",), person=("Person declined",)).asking(
        "Declined", between=("declined", "person")
    )
    assert read(kind, "Declined").key == "cell.ambiguous"


@pytest.mark.parametrize(
    ("heading", "found"),
    [("Lacked capacity", "yes"), ("Capacity", "asked"), ("CAPACITY (Y/N)", "asked"), ("", "yes")],
)
def test_a_bare_yes_is_asked_about_under_a_heading_that_may_ask_the_opposite(heading, found):
    column = Column("c", YES_NO, also=("Lacked capacity", "Capacity"), asked_under=("Capacity",))
    value = reader(column, heading=heading)("Yes")
    assert ("asked" if isinstance(value, Unfit) else value) == found


def test_a_column_of_words_that_are_hardly_ever_listed_is_told_as_such():
    one = reader(Column("c", HOW_FAR))
    found = [one(f"note {n}") for n in range(20)]
    assert len({unfit.reason for unfit in found[:12]}) == 12
    assert len(set(found[12:])) == 1


def test_an_unlisted_part_is_the_one_that_is_told():
    assert read(HARM, "Physical; Shouting").reason == '"shouting" is not on the list'


def test_cells_are_written_as_their_owner_says_them():
    assert [written(v) for v in (7.0, 7.5, DAY, "x", Fault("cell.error", "#N/A"), Percent(0.875), Percent(0.29))] == [
        "7",
        "7.5",
        "04/03/2025",
        "x",
        "#N/A",
        "87.5%",
        "29%",
    ]


@given(
    st.sampled_from([TEXT, NAME, PROSE, DATE, NUMBER, AMOUNT, MONTHS, YES_NO, HOW_FAR, KINDS]),
    st.text(max_size=30)
    | st.text(alphabet="0123456789,.%-/ #NAE+", max_size=20)
    | st.integers()
    | st.floats()
    | st.floats(0, 2).map(Percent)
    | st.booleans()
    | st.datetimes(),
)
@example(MONTHS, "9" * 5000)
@example(NUMBER, "9" * 5000)
@example(TEXT, float("inf"))
def test_no_cell_at_all_breaks_the_reading_of_a_column(kind, cell):
    found = read(kind, cell)
    assert found is None or isinstance(found, str | float | datetime | Unfit)
