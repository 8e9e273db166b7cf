"""What a member of staff's row must agree with: its own days."""

import pytest

from evidencegen.intake.registers.staff import STAFF
from evidencegen.problem import Severity

PEOPLE = "staff | role | started_on | left_on | absent_from | absent_to\nE1 | Carer | 01/02/2024 | {} | {} | {}"


@pytest.mark.parametrize(
    ("left", "absent_from", "absent_to", "column", "severity"),
    [
        ("31/01/2024", "", "", "left_on", Severity.MEND),
        ("", "01/05/2026", "30/04/2026", "absent_to", Severity.NOTE),
    ],
)
def test_days_that_cannot_follow_each_other_are_told(clash, left, absent_from, absent_to, column, severity):
    found = clash((STAFF, PEOPLE.format(left, absent_from, absent_to)))
    assert (found.key, found.place.column, found.severity) == ("crosscheck.order", column, severity)


def test_somebody_who_left_the_day_they_started_or_will_leave_calls_for_nothing(clashes):
    assert clashes((STAFF, PEOPLE.format("01/02/2024", "", ""))) == []
    assert clashes((STAFF, PEOPLE.format("31/12/2026", "01/05/2026", "01/05/2027"))) == []
