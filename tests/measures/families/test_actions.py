"""The improvement plan, worked by hand."""

import pytest

from evidencegen.intake.registers.actions import ACTIONS
from evidencegen.measures.families import actions, improvement


@pytest.fixture
def plan(drawn):
    return drawn(
        ACTIONS,
        """
        action | raised_on  | source     | service | due_on     | first_due_on | completed_on | status
        A1     | 01/01/2026 | audit      | North   | 01/03/2026 | 01/02/2026   | 01/03/2026   | completed
        A2     | 01/01/2026 | audit      | North   | 01/03/2026 |              | 01/03/2026   | completed
        A3     | 01/01/2026 | complaint  | South   | 15/09/2026 | 15/08/2026   |              | open
        A4     | 01/01/2026 | complaint  | South   | 30/06/2026 |              |              | open
        A5     | 01/01/2026 | council    | South   | 30/10/2026 |              |              | open
        A6     | 01/01/2026 | council    | South   | 01/05/2026 | 01/04/2026   |              | cancelled
        A7     | 01/01/2025 | audit      | South   | 01/03/2025 | 01/02/2025   | 01/03/2025   | completed
        """,
    )


def test_actions_are_counted_by_where_they_came_from(taken, plan):
    raised = taken(actions.RAISED, plan)
    assert {key: reading.counted for key, reading in raised.items()} == {
        "": 6,
        "source=audit": 2,
        "source=complaint": 2,
        "source=council": 2,
        "service=North": 2,
        "service=South": 4,
    }


def test_a_date_put_back_is_counted_among_the_actions_judged_by_their_first_date(taken, plan):
    moved = taken(actions.DATE_MOVED, plan)[""]
    # A1 and A3 of A1 to A4; A5 falls due after the period, A6 was cancelled, A7 was due in the year before.
    assert (moved.counted, moved.out_of) == (2, 4)
    assert moved.excluded == (("cancelled", 1),)
    on_time = taken(improvement.CLOSED_ON_TIME, plan)
    assert (on_time[""].counted, on_time[""].out_of) == (1, 4)
    assert (on_time["source=audit"].counted, on_time["source=audit"].out_of) == (1, 2)


def test_what_is_late_is_shown_by_how_late_it_is(taken, plan):
    late = taken(actions.HOW_LATE, plan)
    # A3 by 15 days, A4 by 92, A5 not yet.
    assert (late[""].counted, late[""].out_of) == (2, 3)
    bands = {key.removeprefix("lateness="): (r.counted, r.out_of) for key, r in late.items() if key}
    assert bands == {"days_1_to_30": (1, 2), "days_31_to_90": (0, 2), "over_90_days": (1, 2)}
