"""Which chart a series calls for, and what its rules find."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from itertools import dropwhile
from statistics import fmean
from typing import Any

from evidencegen.measures.history import FULL_LIMITS, TRIAL_LIMITS, Xmr, bases_vary, p_chart, xmr
from evidencegen.measures.measure import Direction, Measure
from evidencegen.measures.series import Point
from evidencegen.measures.special_cause import Cause

FEW_EVENTS = 5


class ChartKind(Enum):
    """How a series is judged, and so how it is drawn."""

    XMR = "XmR chart"
    P = "p chart"
    ROLLING = "rolling twelve months"
    RUN = "run chart"
    NONE = "nothing to draw"


@dataclass(frozen=True)
class Change:
    """A series with what its chart says.

    `points` start with the first month that has a value. `xmr` is None where no limits can be taken from the
    points at all. `group` are the words for one part of a breakdown, `is_code` says that this is a code of
    the `among` column. `fixed` is the number of first months that limits are taken from, 0 for all; `is_few`
    says that a month has fewer than about five events; `asked` is the number of months asked for.
    """

    measure: Measure
    points: tuple[Point, ...]
    kind: ChartKind
    xmr: Xmr | None
    group: str = ""
    is_code: bool = False
    target: float | None = None
    fixed: int = 0
    screened: bool = True
    is_few: bool = False
    asked: int = 0

    @property
    def of(self) -> str:
        """The words for what the base holds."""
        each = self.measure.each_of if self.is_code else None
        return (each or self.measure.of).many

    @property
    def starts(self) -> tuple[int, ...]:
        """Where each group of limits starts, from 0."""
        return self.xmr.starts if self.xmr else (0,)

    @property
    def last(self) -> int:
        """The position of the last month with a value."""
        return max(i for i, point in enumerate(self.points) if point.value is not None)

    def cause(self, at: int) -> Cause:
        """The special cause of a point; common cause where there are no limits to judge it by."""
        return self.xmr.causes[at] if self.xmr and self.xmr.shows_limits(at) else Cause.COMMON

    @property
    def has_limits(self) -> bool:
        """Whether the last group has limits that may be shown."""
        return self.xmr is not None and self.xmr.shows_limits(-1)


def chart_for(measure: Measure, points: Sequence[Point]) -> ChartKind:
    """The chart that a month-by-month series calls for.

    Fewer than six months: a run chart. Fewer than about five events a month: a rolling twelve months where rows
    are placed in months by a date, else a run chart. Shares of bases that vary more than twofold: a p chart. All
    else, XmR.
    """
    filled = [point for point in _known(measure, points) if point.value is not None]
    if not filled:
        return ChartKind.NONE
    if are_few(measure, points):
        return ChartKind.ROLLING if measure.dated_by and len(filled) > 1 else ChartKind.RUN
    if len(filled) < TRIAL_LIMITS:
        return ChartKind.RUN
    uneven = not measure.count_only and bases_vary([point.out_of for point in filled])
    return ChartKind.P if uneven else ChartKind.XMR


def are_few(measure: Measure, points: Sequence[Point]) -> bool:
    """Whether a month has on average fewer than five events: rows in the base, or rows counted of a count."""
    known = _known(measure, points)
    return bool(known) and fmean(p.counted if measure.count_only else p.out_of for p in known) < FEW_EVENTS


def change(
    measure: Measure,
    points: Sequence[Point],
    kind: ChartKind,
    *,
    group: str = "",
    is_code: bool = False,
    target: float | None = None,
    rebase: Sequence[date] = (),
    fix_after_n_points: int | None = None,
    screen_outliers: bool = True,
) -> Change:
    """What the rules find in a series.

    Args:
        points: the months, or the rolling twelve months where the kind is of them.
        kind: as `chart_for` has it.
        group: the words for one part of a breakdown; `is_code`, whether it is a code of the `among` column.
        target: a share of 0 to 1, or a number where nothing is divided.
        rebase: the first days of the months from which mean and limits are taken anew.
        fix_after_n_points: take them from this many first months of each group, at least 12.
        screen_outliers: see `xmr`.

    Raises:
        ValueError: `xmr` refuses the series, a month is not in it, or limits are fixed on fewer than 12 months.
    """
    if fix_after_n_points is not None and fix_after_n_points < FULL_LIMITS:
        raise ValueError(f"limits are fixed on at least {FULL_LIMITS} months")
    known = _known(measure, points)
    months = [point.month for point in known]
    options: dict[str, Any] = {"direction": measure.direction, "target": target}
    options |= {"fix_after_n_points": fix_after_n_points, "rebase_at": [months.index(month) for month in rebase]}
    found: Xmr | None = None
    if kind is ChartKind.XMR:
        found = xmr([p.value for p in known], screen_outliers=screen_outliers, **options)
    elif kind is ChartKind.P:
        found = p_chart([p.counted for p in known], [p.out_of for p in known], **options)
    few = kind is ChartKind.ROLLING or are_few(measure, known)
    return Change(
        measure, known, kind, found, group, is_code, target, fix_after_n_points or 0, screen_outliers, few, len(points)
    )


def met(change: Change) -> int:
    """In how many months with a value the target was met; a target just reached is met."""
    target = change.target or 0.0
    values = [p.value for p in change.points if p.value is not None]
    lower = change.measure.direction is Direction.LOWER
    return sum(v <= target if lower else v >= target for v in values)


def _known(measure: Measure, points: Sequence[Point]) -> tuple[Point, ...]:
    """From the first month with a value; a count of a month that is not over is no value."""
    unfinished = measure.count_only and bool(measure.dated_by)
    whole = (replace(p, value=None) if unfinished and p.is_part else p for p in points)
    return tuple(dropwhile(lambda point: point.value is None, whole))
