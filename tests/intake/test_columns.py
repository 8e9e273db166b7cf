"""Whole columns, read and checked."""

from datetime import datetime

import pytest

from evidencegen.intake.columns import twins
from evidencegen.intake.kind import DATE, NAME, PROSE, TEXT, YES_NO
from evidencegen.intake.register import Column, Register
from evidencegen.intake.registers.case_studies import CASE_STUDIES
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.source import Source
from evidencegen.intake.table import read_register
from evidencegen.problem import HIDDEN, EvidenceError

DAY = datetime.fromisoformat("2025-03-04")
VISITS = Register(
    key="visits",
    title="Visits",
    one_row_is="one visit",
    columns=(
        Column("visit", TEXT, also=("Visit ID",), required=True, private=True, because="it names the visit"),
        Column("born_on", DATE, also=("Born",), private=True),
        Column("seen", YES_NO, also=("Seen",), private=True),
        Column("who", NAME, also=("Who",)),
        Column("note", PROSE, also=("Note",), required=True),
    ),
)


LEAVERS = Register(
    key="leavers",
    title="Leavers",
    one_row_is="one member of staff",
    columns=(
        Column("staff", TEXT, also=("Staff ID",), required=True, because="it names the row"),
        Column("left", DATE, also=("Left",)),
        Column("here", YES_NO, also=("Still here",)),
    ),
)


def problems_of(drawn, register, drawing):
    with pytest.raises(EvidenceError) as told:
        drawn(register, drawing)
    return {p.key: p for p in told.value.problems}


def test_a_problem_says_where_what_why_and_how_to_mend_it(drawn):
    told = problems_of(drawn, STAFF, """
        Staff ID | Role  | Date started
        S1       | Carer | 31/02/2025
        """)  # fmt: skip
    assert str(told["cell.unreadable"]) == (
        'drawn.xlsx, sheet "Sheet1", cell C2 (column "Date started")\n'
        '  found   "31/02/2025"\n'
        "  wanted  a date, such as 28/02/2025\n"
        "  why     only staff employed on the day a figure is for may be counted\n"
        "  mend    this is a day that its month does not have: correct the cell and run `evidencegen check` again"
    )


def test_cells_wrong_in_the_same_way_make_one_problem_that_names_them_all(drawn):
    told = problems_of(drawn, STAFF, """
        Staff ID | Role  | Start date
        S1       | Carer | 12/3
        S2       | Carer | 14/5
        S3       | Carer | 12/3
        """)  # fmt: skip
    assert told["cell.unreadable"].found == '3 dates with no year: C2, C3, C4 ("12/3", "14/5")'
    assert told["cell.unreadable"].place.cell == "C2"


def test_a_blank_that_a_record_cannot_do_without_stops_the_build(drawn):
    told = problems_of(drawn, STAFF, """
        Staff ID | Role  | Start date
        S1       |       | 04/03/2025
        S2       | -     | 04/03/2025
        """)  # fmt: skip
    assert told["cell.blank"].found == "2 blank cells: B2, B3"


def test_what_cannot_be_read_is_not_called_blank_as_well(drawn):
    assert list(problems_of(drawn, STAFF, "staff | role | started_on\nS1 | Carer | soon")) == ["cell.unreadable"]


@pytest.mark.parametrize("hidden", ["31/02/1980", "45720", "12/3", "Smith"])
def test_the_value_of_a_private_column_is_in_no_message(drawn, hidden):
    told = problems_of(drawn, VISITS, f"""
        Visit ID | Born     | Seen     | Who | Note
        V1       | {hidden} | {hidden} | Ann | all well
        """)  # fmt: skip
    assert {p.found for p in told.values()} == {HIDDEN}
    assert hidden not in "".join(map(str, told.values()))


def test_prose_that_a_story_needs_is_missed_when_blank(drawn):
    told = problems_of(drawn, VISITS, "Visit ID | Note | Who\nV1 | | Ann")
    assert told["cell.blank"].place.cell == "B2"


def test_errors_and_formulas_never_worked_out_are_told_in_every_column(written):
    rows = [["Staff ID", "Name", "Role", "Start date"], ["S1", "=B9", "Carer", DAY], ["S2", "#REF!", "=1+1", DAY]]
    with pytest.raises(EvidenceError) as told:
        read_register(STAFF, Source(written(rows)))
    assert [(p.key, p.place.cell) for p in told.value.problems] == [
        ("cell.not_calculated", "C3"),
        ("cell.not_calculated", "B2"),
        ("cell.error", "B3"),
    ]
    assert "open the workbook in Excel and save it" in told.value.problems[0].mend


def test_the_problem_names_every_place_and_a_note_stops_nothing(drawn):
    with pytest.raises(EvidenceError) as told:
        drawn(LEAVERS, "Staff ID | Left | Still here\nS1 | 12/3 | Yes\nS2 | N/A | maybe\nS3 | 14/5 | maybe")
    (year, word) = told.value.problems
    assert ([p.cell for p in year.also], year.found) == (["B4"], '2 dates with no year: B2, B4 ("12/3", "14/5")')
    assert ([p.cell for p in word.also], word.found) == (["C4"], '2 cells that say "maybe": C3, C4')


def test_dates_said_not_to_be_are_blank_and_counted_in_a_note(drawn):
    table = drawn(LEAVERS, "Staff ID | Left\nS1 | N/A\nS2 | n/a\nS3 | -\nS4 | 04/03/2025")
    assert list(table.rows["left"].isna()) == [True, True, True, False]
    (note,) = table.notes
    assert (note.key, note.found) == ("cell.not_applicable", '2 cells: B2, B3 ("N/A", "n/a")')


def test_the_owners_own_words_of_one_workbook_are_read_there(written):
    rows = [["Staff ID", "Still here"], ["S1", "Aye"], ["S2", "No"]]
    source = Source(written(rows), values={"here": {"aye": "yes"}})
    assert list(read_register(LEAVERS, source).rows["here"]) == ["yes", "no"]
    with pytest.raises(EvidenceError) as told:
        read_register(LEAVERS, Source(written(rows)))
    assert '`values: {here: {"Aye": ...}}`' in told.value.problems[0].mend


def test_true_and_one_are_two_cells(written):
    rows = [["Staff ID", "Still here"], ["S1", True], ["S2", 1]]
    with pytest.raises(EvidenceError) as told:
        read_register(LEAVERS, Source(written(rows)))
    assert [(p.key, p.place.cell, p.also) for p in told.value.problems] == [("cell.ambiguous", "B3", ())]


def test_a_column_of_words_that_are_on_no_list_is_one_problem(drawn):
    rows = "\n".join(f"S{n} | note {n}" for n in range(1, 31))
    with pytest.raises(EvidenceError) as told:
        drawn(LEAVERS, f"Staff ID | Still here\n{rows}")
    (problem,) = told.value.problems
    assert problem.found.startswith("30 cells that say nothing on the list: B2, B3,")
    assert len(problem.also) == 29


def test_a_hidden_column_tells_of_kinds_of_problem_alone(drawn):
    told = problems_of(drawn, VISITS, "Visit ID | Seen | Note\nV1 | x | a\nV2 | maybe | b\nV3 | perhaps | c")
    assert told["cell.not_listed"].found == f"2 cells: B3, B4 ({HIDDEN})"
    assert told["cell.ambiguous"].mend == "correct the cell and run `evidencegen check` again"


def test_prose_keeps_its_lines_and_stays_out_of_the_rows(written):
    register = Register(
        "x", "X", "one", (Column("ref", TEXT, required=True), Column("note", PROSE), Column("name", NAME))
    )
    table = read_register(register, Source(written([["Ref", "Note", "Name"], ["1", "one\ntwo", "Ann"]])))
    assert list(table.rows.columns) == ["ref", "origin"]
    assert [cell.text for cell in table.gated] == ["one\ntwo", "Ann"]
    assert "Ann" not in repr(table.gated)


def test_twins_say_the_same_whatever_their_capitals():
    assert twins([("S1", 1.0), ("s1 ", 1.0), ("S2", None), ("S2", None), ("S1", 2.0)]) == [(0, 1)]


def test_a_story_needs_every_part_of_it(drawn):
    told = problems_of(drawn, CASE_STUDIES, "Case ID | Service type | Voice\nC1 | Home care | -")
    assert "heading.missing" in told
    assert told["cell.blank"].why.startswith("a story without the person's voice")
