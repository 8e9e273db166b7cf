"""What is wrong, where, and how to mend it."""

import pytest

from evidencegen.problem import EvidenceError, GateRefused, Place, Problem, Severity

A_CELL = Place("advocacy.xlsx", "2025", "B17", "Date referred")
UNREADABLE = Problem(
    key="cell.unreadable",
    place=A_CELL,
    found='"31/02/2025"',
    wanted="a date, such as 28/02/2025",
    why="every measure of advocacy places a row in a month by this date",
    mend="correct the cell",
)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place("staff.xlsx"), "staff.xlsx"),
        (Place("evidence.yaml", line=4), "evidence.yaml, line 4"),
        (Place("staff.xlsx", "Staff"), 'staff.xlsx, sheet "Staff"'),
        (Place("staff.xlsx", "Staff", column="Role"), 'staff.xlsx, sheet "Staff", column "Role"'),
        (Place("staff.xlsx", "Staff", "17"), 'staff.xlsx, sheet "Staff", row 17'),
        (Place("audits.csv", cell="B17"), "audits.csv, cell B17"),
        (A_CELL, 'advocacy.xlsx, sheet "2025", cell B17 (column "Date referred")'),
    ],
)
def test_a_place_is_told_in_the_words_on_the_screen(place, words):
    assert str(place) == words


def test_a_problem_says_where_what_was_found_and_wanted_why_it_matters_and_how_to_mend_it():
    assert str(UNREADABLE) == (
        'advocacy.xlsx, sheet "2025", cell B17 (column "Date referred")\n'
        '  found   "31/02/2025"\n'
        "  wanted  a date, such as 28/02/2025\n"
        "  why     every measure of advocacy places a row in a month by this date\n"
        "  mend    correct the cell"
    )


def test_a_problem_stops_a_pack_unless_it_says_otherwise():
    assert UNREADABLE.severity is Severity.STOP


@pytest.mark.parametrize(("count", "opening"), [(1, "1 problem to mend"), (2, "2 problems to mend")])
def test_every_problem_is_told_at_once(count, opening):
    told = str(EvidenceError((UNREADABLE,) * count))
    assert told.splitlines()[0] == opening
    assert told.count("cell B17") == count


def test_data_to_mend_and_a_gate_that_refused_end_with_codes_of_their_own():
    assert EvidenceError((UNREADABLE,)).exit_code == 2
    assert GateRefused((UNREADABLE,)).exit_code == 3
    assert isinstance(GateRefused((UNREADABLE,)), EvidenceError)
