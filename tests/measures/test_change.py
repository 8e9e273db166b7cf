"""Which chart a series calls for, and what its rules find."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from evidencegen.measures.change import ChartKind, are_few, change, chart_for, met
from evidencegen.measures.families.improvement import OVERDUE
from evidencegen.measures.families.msp import ASKED, CONCERNS_RAISED
from evidencegen.measures.measure import Direction
from evidencegen.measures.series import Point
from evidencegen.measures.special_cause import Cause
from evidencegen.period import Period, add_months


def _months(pairs):
    """Points of (counted, base) pairs, or of counts, that end in September 2026."""
    points = []
    for back, pair in zip(reversed(range(len(pairs))), pairs, strict=True):
        first = add_months(date(2026, 9, 1), -back)
        counted, out_of = pair if isinstance(pair, tuple) else (pair, pair)
        value = float(counted) if not isinstance(pair, tuple) else counted / out_of if out_of else None
        points.append(Point(Period(first, add_months(first, 1) - timedelta(days=1)), counted, out_of, value))
    return tuple(points)


@pytest.mark.parametrize(
    ("measure", "pairs", "kind"),
    [
        (ASKED, [(8, 10), (9, 10)] * 6, ChartKind.XMR),
        (ASKED, [(8, 10), (9, 20)] * 6, ChartKind.XMR),  # just twofold
        (ASKED, [(8, 10), (9, 21)] * 6, ChartKind.P),
        (ASKED, [(8, 10), (9, 21)] * 2 + [(8, 10)], ChartKind.RUN),  # five months
        (ASKED, [(8, 10), (9, 21)] * 3, ChartKind.P),
        (ASKED, [(8, 10)] * 5 + [(0, 0)], ChartKind.RUN),  # six months, five of them with a value
        (ASKED, [(3, 4), (4, 5)] * 6, ChartKind.ROLLING),  # 4.5 a month
        (ASKED, [(3, 5)] * 12, ChartKind.XMR),
        (ASKED, [(3, 4)], ChartKind.RUN),
        (ASKED, [(0, 0)] * 12, ChartKind.NONE),
        (OVERDUE, [(3, 4), (4, 5)] * 6, ChartKind.RUN),  # stands on the day: nothing to roll
        (CONCERNS_RAISED, [8, 40] * 6, ChartKind.XMR),  # nothing is divided
        (CONCERNS_RAISED, [4, 5] * 6, ChartKind.ROLLING),
        (CONCERNS_RAISED, [0, 30] * 6, ChartKind.XMR),
    ],
)
def test_a_series_calls_for_its_chart(measure, pairs, kind):
    assert chart_for(measure, _months(pairs)) is kind


def test_months_before_the_first_value_do_not_make_events_few():
    points = _months([(0, 0)] * 12 + [(5, 6)] * 6)
    assert not are_few(ASKED, points)
    assert change(ASKED, points, chart_for(ASKED, points)).points == points[12:]


def test_a_count_of_a_month_that_is_not_over_is_not_judged():
    points = _months([20] * 6 + [21] * 6 + [4])
    unfinished = (*points[:-1], replace(points[-1], period=Period(date(2026, 9, 1), date(2026, 9, 6))))
    judged = change(CONCERNS_RAISED, unfinished, ChartKind.XMR)
    assert judged.points[-1].value is None
    assert judged.last == 11
    # A share of part of a month is of fewer rows, and is judged.
    share = (*_months([(8, 10), (9, 10)] * 6)[:-1], replace(points[-1], value=0.5, period=unfinished[-1].period))
    assert change(ASKED, share, ChartKind.XMR).last == 11


def test_limits_are_fixed_on_twelve_months_or_more():
    points = _months([(8, 10), (9, 10)] * 7)
    with pytest.raises(ValueError, match="at least 12"):
        change(ASKED, points, ChartKind.XMR, fix_after_n_points=11)
    assert change(ASKED, points, ChartKind.XMR, fix_after_n_points=12).fixed == 12


@pytest.mark.parametrize("kind", [ChartKind.XMR, ChartKind.P])
def test_limits_start_anew_with_the_month_named(kind):
    found = change(ASKED, _months([(2, 10)] * 6 + [(9, 10)] * 6), kind, rebase=[date(2026, 4, 1)])
    assert found.starts == (0, 6)
    assert found.xmr.mean == pytest.approx((0.2,) * 6 + (0.9,) * 6)


@pytest.mark.parametrize("kind", [ChartKind.RUN, ChartKind.ROLLING, ChartKind.NONE])
def test_a_chart_without_limits_names_no_special_cause(kind):
    found = change(ASKED, _months([(1, 10)] * 11 + [(9, 10)]), kind)
    assert found.xmr is None
    assert not found.has_limits
    assert {found.cause(at) for at in range(12)} == {Cause.COMMON}


def test_months_alike_name_no_special_cause():
    # One range of 1 among noughts is screened out, so that the limits have no width.
    found = change(ASKED, _months([(10, 10)] * 12 + [(9, 10)]), ChartKind.XMR)
    assert found.xmr.causes[-1] is Cause.BELOW
    assert found.cause(12) is Cause.COMMON


@pytest.mark.parametrize(("direction", "months"), [(Direction.HIGHER, 2), (Direction.LOWER, 2)])
def test_a_target_just_reached_is_met(direction, months):
    points = _months([(8, 10), (9, 10), (10, 10), (0, 0)])
    assert met(change(replace(ASKED, direction=direction), points, ChartKind.RUN, target=0.9)) == months


def test_a_code_is_out_of_what_its_own_words_say():
    by_code = replace(ASKED, each_of=ASKED.of._replace(many="concerns with a barrier"))
    points = _months([(8, 10)] * 3)
    assert change(by_code, points, ChartKind.RUN, is_code=True).of == "concerns with a barrier"
    assert change(by_code, points, ChartKind.RUN).of == "concluded concerns"
