"""A measure month by month."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from evidencegen.measures.condition import Setting
from evidencegen.measures.measure import Measure
from evidencegen.measures.reading import of_code
from evidencegen.measures.tally import tally
from evidencegen.measures.view import NotCollected, Tables, Views
from evidencegen.period import Period, add_months

A_YEAR = 12
ViewsAt = dict[tuple[date, Period], Views]
"""Views of one project, by their day and period, for several series to share."""


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
    measure: Measure,
    tables: Tables,
    setting: Setting,
    *,
    months: int,
    group: tuple[str, str] | None = None,
    seen: ViewsAt | None = None,
) -> tuple[Point, ...]:
    """One point for each calendar month to the day, the last of them part of a month where the day is no month's last.

    A measure with a date has the rows of each month as they are known on the day; one without says how things
    stood on each month's last day. `group` is the column and value of one part of a breakdown. Of a
    count, the months before the register's first row have no value. Views that are in `seen` are not built again.

    Raises:
        NotCollected: the registers do not hold what is counted.
    """
    last = setting.as_at.replace(day=1)
    firsts = [add_months(last, -back) for back in reversed(range(months))]
    periods = [Period(first, min(add_months(first, 1) - timedelta(days=1), setting.as_at)) for first in firsts]
    return tuple(_points(measure, tables, setting, periods, group, {} if seen is None else seen))


def rolling(
    measure: Measure,
    tables: Tables,
    setting: Setting,
    *,
    months: int,
    group: tuple[str, str] | None = None,
    seen: ViewsAt | None = None,
) -> tuple[Point, ...]:
    """The same with each point of the twelve months to the end of its month; none that starts before the register.

    Raises:
        NotCollected: the registers do not hold what is counted.
    """
    shared: ViewsAt = {} if seen is None else seen
    months_alone = series(measure, tables, setting, months=1, group=group, seen=shared)
    end = months_alone[-1].month
    if months_alone[-1].is_part:
        end = add_months(end, -1)
    ends = [add_months(end, 1 - back) - timedelta(days=1) for back in reversed(range(months))]
    return tuple(
        _points(measure, tables, setting, [Period.months_to(day, A_YEAR) for day in ends], group, shared, whole=True)
    )


def _points(
    measure: Measure,
    tables: Tables,
    setting: Setting,
    periods: list[Period],
    group: tuple[str, str] | None,
    seen: ViewsAt,
    *,
    whole: bool = False,
) -> Iterator[Point]:
    if lacking := measure.view.missing(tables, measure.columns):
        raise NotCollected(lacking)
    start = _first_month(measure, _views(tables, setting, seen))
    for period, (counted, out_of) in zip(periods, _counts(measure, tables, setting, periods, group, seen), strict=True):
        before = start is not None and period.first < start
        if measure.count_only:
            value = None if before else float(counted)
        else:
            value = None if not out_of or (before and whole) else counted / out_of
        yield Point(period, counted, out_of, value)


def _views(tables: Tables, setting: Setting, seen: ViewsAt) -> Views:
    key = setting.as_at, setting.period
    if key not in seen:
        beside = next(iter(seen.values()), None)
        seen[key] = beside.at(setting) if beside else Views(tables, setting)
    return seen[key]


def _counts(
    measure: Measure,
    tables: Tables,
    setting: Setting,
    periods: list[Period],
    group: tuple[str, str] | None,
    seen: ViewsAt,
) -> Iterator[tuple[int, int]]:
    """Rows counted and in the base in each period, of the whole or of the one part asked for.

    The rows of a dated measure are gone over once and added up month by month. People cannot be added up, and
    how things stood has to be looked at on each day.
    """
    columns, value = ((group[0],), (group[1],)) if group else ((), ())
    if group and group[0] == measure.among:
        measure, columns, value = of_code(measure, group[1]), (), ()
    if measure.dated_by and not measure.per:
        over = Period(periods[0].first, periods[-1].last)
        cells = tally(measure, _views(tables, replace(setting, period=over), seen), columns, monthly=True)
        for period in periods:
            found = [cells[key] for month in _months(period) if (key := (*value, month)) in cells]
            yield sum(one.counted for one in found), sum(one.out_of for one in found)
        return
    for period in periods:
        as_at = setting.as_at if measure.dated_by else period.last
        cells = tally(measure, _views(tables, replace(setting, as_at=as_at, period=period), seen), columns)
        yield (cells[value].counted, cells[value].out_of) if value in cells else (0, 0)


def _months(period: Period) -> Iterator[str]:
    """The months of a period as they are labelled, such as `2026-03`."""
    month = period.first.replace(day=1)
    while month <= period.last:
        yield f"{month:%Y-%m}"
        month = add_months(month, 1)


def _first_month(measure: Measure, views: Views) -> date | None:
    """The first day of the month of the earliest row: what was before it is not known."""
    if not measure.dated_by or measure.view.missing(views.tables, measure.columns):
        return None
    earliest = views.rows(measure.view).get_column(measure.dated_by).min()
    return date(earliest.year, earliest.month, 1) if earliest is not None and earliest == earliest else None
