"""What a supervision must agree with: its own days, who held it, and the staff register."""

import pytest

from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.supervision import SUPERVISION
from evidencegen.problem import HIDDEN, Severity

SOUND = {"staff": "E1", "held_on": "01/03/2026", "kind": "1:1", "assessor": "E2", "reassess_by": "01/12/2026"}
PEOPLE = "staff | role | started_on | left_on\nE1 | Carer | 01/02/2024 | 31/08/2026"


def _session(**changes):
    row = SOUND | changes
    return SUPERVISION, f"{' | '.join(row)}\n{' | '.join(row.values())}"


def test_a_session_that_agrees_calls_for_nothing(clashes):
    assert clashes(_session(), (STAFF, PEOPLE)) == []
    assert clashes(_session(assessor=""), (STAFF, PEOPLE)) == []


@pytest.mark.parametrize(
    ("changes", "key", "column", "beside"),
    [
        ({"assessor": "e1"}, "crosscheck.same", "assessor", "staff"),
        ({"reassess_by": "28/02/2026"}, "crosscheck.order", "reassess_by", "held_on"),
        ({"held_on": "31/01/2024"}, "crosscheck.order", "held_on", "started_on"),
        ({"held_on": "01/09/2026"}, "crosscheck.order", "held_on", "left_on"),
    ],
)
def test_a_session_that_cannot_be_right_is_noted_with_both_cells(clash, changes, key, column, beside):
    found = clash(_session(**changes), (STAFF, PEOPLE))
    assert (found.key, found.severity) == (key, Severity.NOTE)
    assert (found.place.column, [place.column for place in found.also]) == (column, [beside])


def test_an_assessor_who_assesses_himself_is_told_by_cell_alone(clash):
    found = clash(_session(assessor="E1"))
    assert found.found == f'{HIDDEN}, the same as under "staff" (A2)'


def test_a_session_for_nobody_on_the_staff_register_is_noted(clash):
    found = clash(_session(staff="E9"), (STAFF, PEOPLE))
    assert (found.key, found.place.cell) == ("crosscheck.unknown", "A2")


def test_a_session_held_after_the_day_of_the_figures_is_noted(clash):
    assert clash(_session(held_on="01/10/2026")).key == "crosscheck.day_of_figures"
