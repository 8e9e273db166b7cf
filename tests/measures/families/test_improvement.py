"""Learning, worked by hand."""

import pytest

from evidencegen.intake.registers.actions import ACTIONS
from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.measures.families import improvement


@pytest.fixture
def actions(drawn):
    return drawn(
        ACTIONS,
        """
        action | raised_on  | source | theme      | due_on     | first_due_on | completed_on | status    | effect_after | verified_on | worked
        A1     | 01/01/2026 | audit  | home; safe | 01/03/2026 |              | 01/03/2026   | completed | 90           |             | yes
        A2     | 01/01/2026 | audit  | home       | 01/04/2026 | 01/03/2026   | 20/03/2026   | completed |              | 01/05/2026  | no
        A3     | 01/01/2026 | audit  | safe       | 29/09/2026 |              |              | open      |              |             |
        A4     | 01/01/2026 | audit  |            | 30/09/2026 |              |              | open      |              |             |
        A5     | 01/01/2026 | audit  |            | 01/03/2026 |              |              | cancelled |              |             |
        A6     | 01/01/2026 | audit  | safe       | 01/03/2026 |              |              | completed |              |             |
        A7     | 01/01/2026 | audit  | safe       | 01/05/2026 |              | 30/04/2026   | completed |              |             | too_early
        """,
    )


def test_a_date_that_was_moved_does_not_make_an_action_on_time(taken, actions):
    closed = taken(improvement.CLOSED_ON_TIME, actions)[""]
    # A1 on the day, A7 early; A2 kept its second date and missed its first; A3, A4 and A6 are not done.
    assert (closed.counted, closed.out_of) == (2, 6)
    assert closed.excluded == (("cancelled", 1),)


def test_due_today_is_not_overdue_and_completed_without_a_date_is_open(taken, actions):
    overdue = taken(improvement.OVERDUE, actions)[""]
    assert (overdue.counted, overdue.out_of) == (2, 3)


def test_done_is_not_the_same_as_worked(taken, actions):
    effect, worked = taken(improvement.EFFECT_EVIDENCED, actions), taken(improvement.WORKED, actions)[""]
    assert (effect[""].counted, effect[""].out_of) == (2, 3)
    assert effect["themes=home"].counted == 2
    assert (worked.counted, worked.out_of) == (1, 2)
    assert worked.excluded == (("no verdict yet", 1),)


def test_a_concern_may_carry_several_themes_and_the_base_is_those_with_any(taken, drawn):
    concerns = drawn(
        SAFEGUARDING,
        """
        concern | person | raised_on  | abuse   | asked_outcomes | themes
        S1      | P1     | 01/06/2026 | neglect | no             | home; safe
        S2      | P2     | 01/06/2026 | neglect | no             | home
        S3      | P3     | 01/06/2026 | neglect | no             |
        """,
    )
    themes = taken(improvement.THEMES, concerns)
    assert (themes["themes=home"].counted, themes["themes=safe"].counted, themes["themes=money"].counted) == (2, 1, 0)
    assert themes["themes=home"].out_of == 2
    assert (themes[""].counted, themes[""].out_of) == (2, 3)
