"""Each improvement action, with where it stands on the day."""

import pytest

from evidencegen.intake.registers.actions import ACTIONS
from evidencegen.measures.views.actions import ACTIONS_VIEW

PLAN = """
action | raised_on  | source | due_on     | first_due_on | completed_on | status      | verified_on | effect_after
A1     | 01/04/2026 | audit  | 30/06/2026 |              | 30/06/2026   | completed   | 31/07/2026  |
A2     | 01/04/2026 | audit  | 30/06/2026 | 31/05/2026   | 10/06/2026   | completed   |             | 80
A3     | 01/04/2026 | audit  | 30/06/2026 |              |              | in_progress |             |
A4     | 01/04/2026 | audit  | 30/06/2026 |              |              | cancelled   |             |
A5     | 01/04/2026 | audit  | 30/06/2026 |              |              | completed   |             |
A6     | 01/09/2026 | audit  | 31/12/2026 |              | 01/10/2026   | open        | 01/10/2026  |
A7     | 01/10/2026 | audit  | 31/12/2026 |              |              | open        |             |
A8     | 30/09/2026 | audit  | 31/12/2026 |              | 30/09/2026   | open        |             |
A9     | 01/04/2026 | audit  | 30/06/2026 |              | 01/05/2026   | cancelled   |             |
"""


def test_one_row_is_an_action_raised_by_the_day(viewed):
    # A7 was raised the day after.
    assert [a for (a,) in viewed(ACTIONS_VIEW, "action", (ACTIONS, PLAN))] == [
        "A1", "A2", "A3", "A4", "A5", "A6", "A8", "A9",
    ]  # fmt: skip


def test_an_action_is_completed_by_its_date_and_not_by_its_status(viewed):
    assert viewed(ACTIONS_VIEW, "action standing", (ACTIONS, PLAN)) == [
        ("A1", "completed"),
        ("A2", "completed"),
        ("A3", "open"),
        ("A4", "cancelled"),
        ("A5", "open"),  # no date, whatever the status says
        ("A6", "open"),  # completed the day after
        ("A8", "completed"),
        ("A9", "cancelled"),
    ]


def test_late_is_judged_against_the_first_date_that_was_set(viewed):
    rows = viewed(ACTIONS_VIEW, "action first_due days_late", (ACTIONS, PLAN))
    late = {action: days for action, _, days in rows}
    # A1 on the day; A2 ten days after the date first set, though before the one moved to;
    # A6 is not done by the day; A8 on 30 September for 31 December, 92 days before it; A9 60 days before.
    assert late == {"A1": 0, "A2": 10, "A3": None, "A4": None, "A5": None, "A6": None, "A8": -92, "A9": -60}
    assert str(rows[1][1]) == "2026-05-31"


@pytest.mark.parametrize(("action", "evidenced"), [("A1", "yes"), ("A2", "yes"), ("A3", "no"), ("A6", "no")])
def test_an_effect_is_evidenced_once_measured_or_verified_by_the_day(viewed, action, evidenced):
    assert (action, evidenced) in viewed(ACTIONS_VIEW, "action effect_evidenced", (ACTIONS, PLAN))


DUE = """
action | raised_on  | source | due_on     | first_due_on | completed_on
A1     | 01/01/2026 | audit  | 30/09/2026 | 30/09/2026   |
A2     | 01/01/2026 | audit  | 29/09/2026 | 01/09/2026   |
A3     | 01/01/2026 | audit  | 31/08/2026 | 01/10/2026   |
A4     | 01/01/2026 | audit  | 30/08/2026 |              |
A5     | 01/01/2026 | audit  | 02/07/2026 |              |
A6     | 01/01/2026 | audit  | 01/07/2026 |              |
A7     | 01/01/2026 | audit  | 01/07/2026 |              | 30/09/2026
"""


def test_an_open_action_is_late_by_the_date_in_force(viewed):
    # Due on the day is not late; 1, 30, 31, 90 and 91 days; A7 was done on the day.
    late = dict(viewed(ACTIONS_VIEW, "action lateness", (ACTIONS, DUE)))
    assert [late[f"A{n}"] for n in range(1, 8)] == [
        None, "days_1_to_30", "days_1_to_30", "days_31_to_90", "days_31_to_90", "over_90_days", None,
    ]  # fmt: skip


def test_a_date_was_put_back_where_it_is_later_than_the_first(viewed):
    # A3's was brought forward; blank means there was only ever one date.
    moved = dict(viewed(ACTIONS_VIEW, "action moved", (ACTIONS, DUE)))
    assert [action for action, was in moved.items() if was == "yes"] == ["A2"]
