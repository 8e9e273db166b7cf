"""Cells that clash, told in words their owner can act on."""

from datetime import datetime

import pytest

from evidencegen.intake.clash import by_value, likewise, mend, said, seen_from, shown, the_rest, wanted
from evidencegen.intake.contradiction import Contradiction, Wrong, blank, given, says
from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.intake.registers.supervision import SUPERVISION
from evidencegen.problem import HIDDEN, Place, Severity

DAY, LATER = datetime.fromisoformat("2026-03-04"), datetime.fromisoformat("2026-05-06")
ACHIEVED, CONCLUDED = says(SAFEGUARDING, "outcome_achieved", "fully"), given(SAFEGUARDING, "concluded_on")
BEFORE = Contradiction(CONCLUDED, Wrong.BEFORE, given(SAFEGUARDING, "raised_on"), "why")
AFTER = Contradiction(CONCLUDED, Wrong.AFTER, given(SAFEGUARDING, "raised_on"), "why")
UNDATED = Contradiction(blank(SAFEGUARDING, "concluded_on"), Wrong.WHILE, ACHIEVED, "why")
EARLY = Contradiction(ACHIEVED, Wrong.WHILE, blank(SAFEGUARDING, "concluded_on"), "why")
HIMSELF = Contradiction(given(SUPERVISION, "assessor"), Wrong.SAME, given(SUPERVISION, "staff"), "why")


@pytest.mark.parametrize(
    ("check", "found", "words", "want"),
    [
        (BEFORE, (DAY, LATER), '04/03/2026, before "It" 06/05/2026 (B2)', 'a day no earlier than "It"'),
        (AFTER, (LATER, DAY), '06/05/2026, after "It" 04/03/2026 (B2)', 'a day no later than "It"'),
        (UNDATED, (None, "fully"), 'nothing, while "It" (B2) says "Fully Achieved"', 'an answer wherever "It" says so'),
        (EARLY, ("fully", None), '"Fully Achieved", while "It" (B2) is blank', "two answers that can both be right"),
        (HIMSELF, ("E1", "E1"), f'{HIDDEN}, the same as under "It" (B2)', 'somebody other than under "It"'),
    ],
)
def test_a_clash_says_what_both_cells_hold_and_what_would_be_right(check, found, words, want):
    assert said(check, found, '"It"', "B2") == words
    assert wanted(check, '"It"') == want


def test_a_value_is_shown_as_its_owner_would_write_it_and_a_personal_one_never():
    assert shown(SAFEGUARDING.column("risk_outcome"), "no_risk") == '"No risk identified"'
    assert shown(SAFEGUARDING.column("raised_on"), DAY) == "04/03/2026"
    assert shown(SAFEGUARDING.column("service"), "Rowan House") == '"Rowan House"'
    assert shown(SAFEGUARDING.column("person"), "P1") == HIDDEN
    assert shown(SAFEGUARDING.column("person"), None) == "nothing"
    assert shown(SAFEGUARDING.column("raised_on"), float("nan")) == "nothing"


def test_what_stops_a_pack_says_so_and_what_does_not_says_so_too():
    stops = Contradiction(CONCLUDED, Wrong.BEFORE, BEFORE.other, "why", severity=Severity.MEND)
    assert mend(stops).endswith("or leave blank what you do not know, and run `evidencegen check` again")
    assert mend(BEFORE) == "correct whichever of the two is wrong; a pack can be built without it"


def test_cells_of_one_sheet_are_named_alone_and_others_with_their_file():
    here, there = Place("a.xlsx", "S", "B2", "Day"), Place("b.xlsx", "T", "C3", "Day")
    assert seen_from(here, here) == "B2"
    assert seen_from(there, here) == 'b.xlsx, sheet "T", cell C3'
    assert likewise([here]) == likewise([here, here]) == ""
    assert likewise([here, Place("a.xlsx", "S", "B9")]) == "; likewise in 1 more cell: B9"
    assert likewise([here, there, Place("a.xlsx", "S", "B9")]) == (
        '; likewise in 2 more cells: b.xlsx, sheet "T", cell C3, B9'
    )


def test_every_cell_but_the_first_is_listed_beside_the_one_it_clashes_with():
    cells = [Place("a.xlsx", "S", cell) for cell in ("A1", "B1", "A2", "B2")]
    assert the_rest([cells[0], cells[2]], [cells[1], cells[3]]) == tuple(cells[1:])
    assert the_rest([cells[0], cells[2]], [cells[1], cells[1]]) == (cells[1], cells[2])


def test_values_are_told_with_their_cells_once_there_are_several():
    one, other, third = (Place("a.xlsx", "S", cell) for cell in ("A1", "A2", "A3"))
    assert by_value({"x": [one]}) == "x"
    assert by_value({"x": [one, one, other]}) == "x, in 2 cells: A1, A2"
    assert by_value({"x": [one, other], "y": [third]}) == "x (A1, A2), y (A3)"
