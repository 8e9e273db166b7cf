"""Each supervision session due or held, with the member of staff it was for."""

from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.supervision import SUPERVISION
from evidencegen.measures.views.sessions import SESSIONS

PEOPLE = """
staff | role   | service | started_on | left_on    | absent_from | absent_to
E1    | Carer  | North   | 01/02/2024 |            |             |
E2    | Senior | South   | 01/02/2024 | 15/06/2026 |             |
E3    | Carer  | North   | 01/02/2024 |            | 01/06/2026  | 30/06/2026
E4    | Carer  | North   | 01/02/2024 |            | 01/07/2026  |
"""
RECORD = """
staff | due_on     | held_on    | kind
E1    | 10/06/2026 | 12/06/2026 | 1:1
E1    | 10/07/2026 | 08/07/2026 | 1:1
E1    | 10/08/2026 |            | 1:1
E2    | 15/06/2026 |            | 1:1
E2    | 16/06/2026 |            | 1:1
E3    | 31/05/2026 |            | 1:1
E3    | 01/06/2026 |            | 1:1
E3    | 30/06/2026 |            | 1:1
E3    | 01/07/2026 |            | 1:1
E4    | 02/07/2027 |            | 1:1
E4    |            | 05/07/2026 | spot check
E9    | 10/06/2026 | 10/06/2026 | 1:1
"""


def test_one_row_is_one_session_due_or_held_with_whom_it_was_for(viewed):
    rows = viewed(SESSIONS, "origin staff role service", (STAFF, PEOPLE), (SUPERVISION, RECORD))
    assert len(rows) == 12
    assert (0, "E1", "Carer", "North") in rows
    assert (3, "E2", "Senior", "South") in rows
    assert (11, "E9", None, None) in rows  # nobody the staff register knows


def test_days_late_run_from_the_day_it_was_due(viewed):
    rows = dict(viewed(SESSIONS, "origin days_late", (STAFF, PEOPLE), (SUPERVISION, RECORD)))
    assert [rows[n] for n in (0, 1, 2, 10, 11)] == [2, -2, None, None, 0]


def test_absence_counts_from_its_first_day_to_its_last_and_without_a_last_day_goes_on(viewed):
    rows = dict(viewed(SESSIONS, "origin away_when_due", (STAFF, PEOPLE), (SUPERVISION, RECORD)))
    assert [n for n, away in rows.items() if away == "yes"] == [6, 7, 9]


def test_somebody_who_left_on_the_day_had_not_left_when_it_was_due(viewed):
    rows = dict(viewed(SESSIONS, "origin left_when_due", (STAFF, PEOPLE), (SUPERVISION, RECORD)))
    assert [n for n, left in rows.items() if left == "yes"] == [4]


def test_without_a_staff_register_sessions_are_still_counted_and_belong_nowhere(viewed):
    rows = viewed(SESSIONS, "role service away_when_due left_when_due days_late", (SUPERVISION, RECORD))
    assert len(rows) == 12
    assert {row[:4] for row in rows} == {(None, None, "no", "no")}
