"""A measure month by month."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from evidencegen.measures.condition import Setting
from evidencegen.measures.measure import Measure
from evidencegen.measures.reading import Reading, take
from evidencegen.measures.view import NotCollected, Tables, Views
from evidencegen.period import Period, add_months

A_YEAR = 12


@dataclass(frozen=True)
class Point:
    """A measure in one month, or in the months that a rolling figure is of.

    `value` is a share of 0 to 1, or the count where nothing is divided; None where there was nothing to
    count, which is a gap and never nought.
    """

    period: Period
    counted: int
    out_of: int
    value: float | None

    @property
    def month(self) -> date:
        """The first day of the month it stands for, the last of its months where it is of several."""
        return self.period.last.replace(day=1)

    @property
    def is_part(self) -> bool:
        """Whether the month was not over on the day the figures are of."""
        return (self.period.last + timedelta(days=1)).day != 1


def series(
    measure: Measure, tables: Tables, setting: Setting, *, months: int, group: tuple[str, str] | None = None
) -> tuple[Point, ...]:
    """One point for each calendar month to the day, the last of them part of a month where the day is no month's last.

    A measure with a date has the rows of each month as they are known on the day; one without says how things
    stood on each month's last day. `group` is the column and value of one part of a breakdown. Of a
    count, the months before the register's first row have no value.

    Raises:
        NotCollected: the registers do not hold what is counted.
    """
    last = setting.as_at.replace(day=1)
    firsts = [add_months(last, -back) for back in reversed(range(months))]
    periods = [Period(first, min(add_months(first, 1) - timedelta(days=1), setting.as_at)) for first in firsts]
    return tuple(_points(measure, tables, setting, periods, group))


def rolling(
    measure: Measure, tables: Tables, setting: Setting, *, months: int, group: tuple[str, str] | None = None
) -> tuple[Point, ...]:
    """The same with each point of the twelve months to the end of its month; none that starts before the register.

    Raises:
        NotCollected: the registers do not hold what is counted.
    """
    months_alone = series(measure, tables, setting, months=1, group=group)
    end = months_alone[-1].month
    if months_alone[-1].is_part:
        end = add_months(end, -1)
    ends = [add_months(end, 1 - back) - timedelta(days=1) for back in reversed(range(months))]
    return tuple(_points(measure, tables, setting, [Period.months_to(day, A_YEAR) for day in ends], group, whole=True))


def _points(
    measure: Measure,
    tables: Tables,
    setting: Setting,
    periods: list[Period],
    group: tuple[str, str] | None,
    *,
    whole: bool = False,
) -> Iterator[Point]:
    start = _first_month(measure, Views(tables, setting))
    for period in periods:
        as_at = setting.as_at if measure.dated_by else period.last
        one = _one(take(measure, Views(tables, replace(setting, as_at=as_at, period=period))), group)
        before = start is not None and period.first < start
        if measure.count_only:
            value = None if before else float(one.counted)
        else:
            value = None if not one.out_of or (before and whole) else one.counted / one.out_of
        yield Point(period, one.counted, one.out_of, value)


def _one(readings: tuple[Reading, ...], group: tuple[str, str] | None) -> Reading:
    """The whole, or the one part asked for, which has no rows in a month where it does not occur."""
    whole = readings[0]
    if whole.absent:
        raise NotCollected(whole.absent)
    if group is None:
        return whole
    parts = (r for r in readings if r.group and (r.group.column, r.group.value) == group)
    return next(parts, replace(whole, counted=0, out_of=0))


def _first_month(measure: Measure, views: Views) -> date | None:
    """The first day of the month of the earliest row: what was before it is not known."""
    if not measure.dated_by or measure.view.missing(views.tables, measure.columns):
        return None
    earliest = views.rows(measure.view).get_column(measure.dated_by).min()
    return date(earliest.year, earliest.month, 1) if earliest is not None and earliest == earliest else None
