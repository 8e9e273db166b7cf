"""What a chart of months found, as a title that holds for every result."""

from calendar import month_name
from collections.abc import Mapping, Sequence

from evidencegen.measures.change import Change, ChartKind
from evidencegen.measures.history import Strength, Variation, variation_of
from evidencegen.measures.special_cause import NOUGHT, RUN, Cause
from evidencegen.release.figure import per_cent

UNLIKELY = "the change is unlikely to be chance"
MARKED = {
    Cause.COMMON: "",
    Cause.ABOVE: "above the upper limit",
    Cause.BELOW: "below the lower limit",
    Cause.RISING: "one of seven or more rising",
    Cause.FALLING: "one of seven or more falling",
    Cause.NEAR_UPPER: "near the upper limit, two of three",
    Cause.NEAR_LOWER: "near the lower limit, two of three",
    Cause.HIGH_RUN: "one of seven or more above the mean",
    Cause.LOW_RUN: "one of seven or more below the mean",
}
IN_SHORT = {
    Cause.COMMON: "",
    Cause.ABOVE: "above limit",
    Cause.BELOW: "below limit",
    Cause.RISING: "7 rising",
    Cause.FALLING: "7 falling",
    Cause.NEAR_UPPER: "near upper limit",
    Cause.NEAR_LOWER: "near lower limit",
    Cause.HIGH_RUN: "7 above mean",
    Cause.LOW_RUN: "7 below mean",
}
MEANS = {
    Variation.COMMON: "",
    Variation.IMPROVEMENT: "improvement",
    Variation.CONCERN: "concern",
    Variation.HIGHER: "higher",
    Variation.LOWER: "lower",
}


def subject(change: Change) -> str:
    """The measure, and the part of it where it is one."""
    return change.measure.title + (f", {change.group}" if change.group else "")


def title(change: Change) -> str:
    """What happened, in one line."""
    return f"{subject(change)}: {_found(change)}"


def in_short(change: Change) -> str:
    """The same without saying that it is unlikely to be chance, for a place that says so of several at once."""
    return title(change).removesuffix(f"; {UNLIKELY}").removesuffix("; unlikely to be chance")


def amount(change: Change, value: float) -> str:
    """A value as it is printed: a share within 0% and 100%, a count with one decimal where it is a mean."""
    if change.measure.count_only:
        return f"{max(value, 0):,.0f}" if value == int(value) else f"{max(value, 0):,.1f}"
    return per_cent(min(max(value, 0.0), 1.0))


def meaning(change: Change, at: int) -> Variation:
    """What a point means, given which way is better."""
    return variation_of(change.cause(at).side, change.measure.direction)


def mark(change: Change, at: int, words: Mapping[Cause, str] = MARKED) -> str:
    """Why a point is unlikely to be chance and what that means; empty where it may be chance."""
    cause = change.cause(at)
    return f"{words[cause]}: {MEANS[meaning(change, at)]}" if cause.side else ""


def month(change: Change, at: int) -> str:
    """The month a point stands for."""
    day = change.points[at].month
    return f"{month_name[day.month]} {day.year}"


def listed(change: Change, months: Sequence[int]) -> str:
    """Months named one by one: `May 2025 and July 2025`."""
    *first, last = (month(change, at) for at in months)
    return f"{', '.join(first)} and {last}" if first else last


def counts(change: Change, at: int) -> str:
    """The exact counts behind a point: `8 of 9`."""
    point = change.points[at]
    return f"{point.counted:,}" if change.measure.count_only else f"{point.counted:,} of {point.out_of:,}"


def _found(change: Change) -> str:
    if change.kind is ChartKind.NONE:
        return "nothing to count in any of these months"
    if change.kind is ChartKind.ROLLING:
        return _rolled(change)
    if change.xmr is None:
        return "too few a month to tell" if change.is_few else "too few months to tell"
    start, last = change.starts[-1], change.last
    if change.xmr.strength is Strength.RUN_CHART:
        since = f" since the new start in {month(change, start)}" if start else ""
        return f"too few months{since} to tell"
    if change.xmr.strength is Strength.NO_WIDTH:
        return _alike(change, start)
    special = [at for at in range(start, len(change.points)) if change.cause(at).side]
    if not special:
        if start:
            return f"no sign of change since the new start in {month(change, start)}"
        return f"no sign of change in the {last + 1} months to {month(change, last)}"
    if special[-1] == last:
        return _now(change, last)
    return f"{_then(change, special[-1])}; since then nothing unusual"


def _rolled(change: Change) -> str:
    last = change.last
    first_words, last_words = (amount(change, change.points[at].value or 0.0) for at in (0, last))
    if not last:
        return f"{last_words} in the twelve months to {month(change, last)}; too few months to tell"
    then = f"in the twelve months to {month(change, 0)}"
    now = f"{'and again' if first_words == last_words else last_words} in those to {month(change, last)}"
    return f"{first_words} {then}, {now}; too few a month to tell change from chance"


def _alike(change: Change, start: int) -> str:
    """Months so alike that no limits can be taken from them."""
    values = {at: p.value for at, p in enumerate(change.points) if at >= start and p.value is not None}
    usual = max(dict.fromkeys(values.values()), key=lambda v: sum(v == other for other in values.values()))
    others = [at for at, value in values.items() if value != usual]
    gaps = len(values) <= change.last - start
    to = f"months {'with a value ' if gaps else ''}to {month(change, change.last)}"
    if not others:
        return f"{amount(change, usual)} in each of the {len(values)} {to}"
    named = " and ".join(f"{amount(change, values[at])} in {month(change, at)}" for at in others)
    if len(others) > 2:
        named = f"another value in {len(others)}"
    most = f"{amount(change, usual)} in {len(values) - len(others)} of the {len(values)} {to}"
    return f"{most}, {named}; too alike for limits"


def _now(change: Change, at: int) -> str:
    """A special cause that holds in the last month with a value."""
    word, months, is_run = _event(change, at)
    ended = ", the last month with a value" if at < len(change.points) - 1 else ""
    if not is_run:
        return f"{word} in {listed(change, months)}{ended}; unlikely to be chance"
    since = (
        f"from {month(change, months[0])} to {month(change, at)}{ended}"
        if ended
        else f"since {month(change, months[0])}"
    )
    return f"{word} {since}; {UNLIKELY}"


def _then(change: Change, at: int) -> str:
    """A special cause that ended with an earlier month."""
    word, months, is_run = _event(change, at)
    told = {"higher": "above its mean", "lower": "below its mean"}.get(word, word)
    if not is_run:
        return f"in {listed(change, months)} it was {told}"
    return f"from {month(change, months[0])} to {month(change, at)} it was {told}"


def _event(change: Change, at: int) -> tuple[str, Sequence[int], bool]:
    """The word for what a special cause is part of, its months up to this one, and whether they follow each other."""
    cause, side = change.cause(at), change.cause(at).side
    above, trend = _reach_back(change, at, side), _trend_back(change, at, side)
    if cause in (Cause.RISING, Cause.FALLING):
        return ("rising" if side > 0 else "falling"), trend, True
    if len(above) >= RUN:
        return ("higher" if side > 0 else "lower"), above, True
    if len(trend) >= RUN:
        return ("rising" if side > 0 else "falling"), trend, True
    word = "unusually high" if side > 0 else "unusually low"
    if cause in (Cause.ABOVE, Cause.BELOW):
        start = at
        while start > above[0] and change.cause(start - 1) is cause:
            start -= 1
        return word, range(start, at + 1), start < at
    return word, [i for i in range(max(above[0], at - 2), at + 1) if change.cause(i) is cause], False


def _group_start(change: Change, at: int) -> int:
    return max(start for start in change.starts if start <= at)


def _reach_back(change: Change, at: int, side: int) -> range:
    """The points on one side of the mean without a break up to this one."""
    start, first = at, _group_start(change, at)
    while start > first and _is_beyond(change, start - 1, side):
        start -= 1
    return range(start, at + 1)


def _is_beyond(change: Change, at: int, side: int) -> bool:
    value = change.points[at].value
    return value is not None and change.xmr is not None and (value - change.xmr.mean[at]) * side > NOUGHT


def _trend_back(change: Change, at: int, side: int) -> range:
    """The points that rise, or fall, without a break up to this one."""
    start, first = at, _group_start(change, at)
    while start > first:
        before, value = change.points[start - 1].value, change.points[start].value
        if before is None or value is None or (value - before) * side <= 0:
            break
        start -= 1
    return range(start, at + 1)
