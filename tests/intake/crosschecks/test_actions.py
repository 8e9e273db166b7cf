"""What an action must agree with: its own days and status."""

import pytest

from evidencegen.intake.registers.actions import ACTIONS
from evidencegen.problem import Severity

SOUND = {
    "action": "A1", "raised_on": "01/03/2026", "source": "audit", "due_on": "01/04/2026", "first_due_on": "15/03/2026",
    "completed_on": "20/03/2026", "status": "Completed", "verified_on": "01/05/2026",
}  # fmt: skip


def _plan(**changes):
    row = SOUND | changes
    return ACTIONS, f"{' | '.join(row)}\n{' | '.join(row.values())}"


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"status": "Open", "completed_on": ""},
        {"status": "Overdue", "completed_on": ""},
        {"status": "Cancelled"},
        {"status": "", "completed_on": "", "due_on": "01/04/2027"},
    ],
)
def test_an_action_that_agrees_calls_for_nothing(clashes, changes):
    assert clashes(_plan(**changes)) == []


@pytest.mark.parametrize(
    ("changes", "key", "column", "beside", "severity"),
    [
        ({"completed_on": "28/02/2026"}, "crosscheck.order", "completed_on", "raised_on", Severity.MEND),
        ({"due_on": "28/02/2026"}, "crosscheck.order", "due_on", "raised_on", Severity.NOTE),
        ({"first_due_on": "28/02/2026"}, "crosscheck.order", "first_due_on", "raised_on", Severity.NOTE),
        ({"verified_on": "19/03/2026"}, "crosscheck.order", "verified_on", "completed_on", Severity.NOTE),
        ({"completed_on": ""}, "crosscheck.contradiction", "completed_on", "status", Severity.NOTE),
        ({"status": "Open"}, "crosscheck.contradiction", "status", "completed_on", Severity.NOTE),
        ({"status": "Overdue"}, "crosscheck.contradiction", "status", "completed_on", Severity.NOTE),
    ],
)
def test_an_action_that_cannot_be_right_is_told_with_both_cells(clash, changes, key, column, beside, severity):
    found = clash(_plan(**changes))
    assert (found.key, found.severity) == (key, severity)
    assert (found.place.column, [place.column for place in found.also]) == (column, [beside])


def test_late_is_judged_by_the_due_date_and_not_by_the_status(clash):
    found = clash(_plan(status="Overdue", completed_on="", due_on="01/10/2026"))
    assert (found.key, found.place.column, found.also[0].column) == ("crosscheck.day_of_figures", "due_on", "status")
    assert found.found == '01/10/2026, after the day of the figures, while "status" (G2) says "Overdue"'
