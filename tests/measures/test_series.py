"""A measure month by month: months, gaps, parts, and where the register starts."""

from dataclasses import replace
from datetime import date

import pytest

from evidencegen.intake.registers.actions import ACTIONS
from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.measures.families.improvement import OVERDUE
from evidencegen.measures.families.msp import ASKED, CONCERNS_RAISED
from evidencegen.measures.series import rolling, series
from evidencegen.measures.view import NotCollected
from evidencegen.period import Period

LOG = """
concern | person | raised_on  | abuse   | asked_outcomes | concluded_on | service
S1      | P1     | 02/05/2026 | neglect | expressed      | 31/05/2026   | North
S2      | P1     | 03/05/2026 | neglect | no             | 31/05/2026   | South
S3      | P2     | 04/07/2026 | neglect | no             | 30/07/2026   | South
S4      | P3     | 05/08/2026 | neglect | expressed      | 01/09/2026   | South
S5      | P4     | 06/09/2026 | neglect | expressed      | 30/09/2026   | North
S6      | P4     | 06/09/2026 | neglect | expressed      |              | North
"""
PLAN = """
action | raised_on  | source | theme | due_on     | completed_on | status
A1     | 01/06/2026 | audit  | home  | 10/07/2026 | 20/08/2026   | completed
A2     | 01/06/2026 | audit  | home  | 20/09/2026 |              | open
"""


def _told(points):
    return [(f"{p.month:%m}", p.counted, p.out_of, p.value) for p in points]


@pytest.fixture
def log(drawn):
    return {"safeguarding": drawn(SAFEGUARDING, LOG)}


def test_each_calendar_month_has_the_rows_dated_in_it_and_a_month_without_any_is_a_gap(log, setting):
    assert _told(series(ASKED, log, setting, months=6)) == [
        ("04", 0, 0, None),
        ("05", 1, 2, 0.5),
        ("06", 0, 0, None),
        ("07", 0, 1, 0.0),
        ("08", 0, 0, None),
        ("09", 2, 2, 1.0),
    ]


def test_a_count_is_nought_after_the_first_row_and_unknown_before_it(log, setting):
    values = [p.value for p in series(CONCERNS_RAISED, log, setting, months=6)]
    assert values == [None, 2, 0, 1, 1, 2]


def test_one_part_has_its_own_rows_and_starts_with_the_register_not_with_itself(log, setting):
    north = ("service", "North")
    assert [p.value for p in series(ASKED, log, setting, months=5, group=north)] == [1, None, None, None, 1]
    assert [p.value for p in series(CONCERNS_RAISED, log, setting, months=6, group=north)] == [None, 1, 0, 0, 0, 2]


def test_the_last_month_is_part_of_a_month_where_the_day_is(log, setting):
    points = series(ASKED, log, replace(setting, as_at=date(2026, 9, 15)), months=2)
    assert [p.period for p in points] == [
        Period(date(2026, 8, 1), date(2026, 8, 31)),
        Period(date(2026, 9, 1), date(2026, 9, 15)),
    ]
    assert [p.is_part for p in points] == [False, True]
    assert points[-1].counted == 1


def test_what_stands_on_the_day_is_taken_on_each_month_s_last_day(drawn, setting):
    # Overdue: A1 from 11 July until it was closed on 20 August, A2 from 21 September.
    points = series(OVERDUE, {"actions": drawn(ACTIONS, PLAN)}, setting, months=4)
    assert _told(points) == [("06", 0, 2, 0.0), ("07", 1, 2, 0.5), ("08", 0, 1, 0.0), ("09", 1, 1, 1.0)]


def test_a_rolling_figure_is_of_twelve_months_and_none_starts_before_the_register(drawn, setting):
    old = LOG + "S0 | P9 | 20/09/2025 | neglect | no | 25/09/2025 | South\n"
    tables = {"safeguarding": drawn(SAFEGUARDING, old)}
    points = rolling(ASKED, tables, setting, months=3)
    assert [str(p.period) for p in points] == [
        "August 2025 to July 2026",
        "September 2025 to August 2026",
        "October 2025 to September 2026",
    ]
    # To August: S0 to S3, S1 asked; to September: S1 to S5 without S4's August: S1, S4 and S5 of five.
    assert [(p.counted, p.out_of, p.value) for p in points] == [(1, 4, None), (1, 4, 0.25), (3, 5, 0.6)]


def test_a_rolling_figure_ends_with_the_last_month_that_is_over(log, setting):
    (point,) = rolling(CONCERNS_RAISED, log, replace(setting, as_at=date(2026, 9, 15)), months=1)
    assert point.period == Period(date(2025, 9, 1), date(2026, 8, 31))


def test_what_is_not_collected_has_no_series(setting):
    with pytest.raises(NotCollected, match="no safeguarding log"):
        series(ASKED, {}, setting, months=6)


def test_series_that_share_views_build_none_twice_and_say_the_same(log, setting):
    seen = {}
    asked = series(ASKED, log, setting, months=6, seen=seen)
    kept = dict(seen)
    raised = series(CONCERNS_RAISED, log, setting, months=6, seen=seen)
    assert (asked, raised) == (
        series(ASKED, log, setting, months=6),
        series(CONCERNS_RAISED, log, setting, months=6),
    )
    # The brief's own period, for where the register begins, and the six months drawn.
    assert {str(period) for _, period in seen} == {str(setting.period), "April to September 2026"}
    assert all(seen[key] is views for key, views in kept.items())
