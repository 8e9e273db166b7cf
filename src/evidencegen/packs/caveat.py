"""What a reader has to know beside the title of a chart of months."""

from collections.abc import Iterator
from itertools import groupby

from evidencegen.measures.change import Change, ChartKind, met
from evidencegen.measures.history import FULL_LIMITS, TRIAL_LIMITS, Assurance, Strength, Variation
from evidencegen.measures.measure import Direction
from evidencegen.packs.finding import MEANS, amount, counts, listed, mark, meaning, month, title
from evidencegen.period import day_words

MOST_NAMED = 4
NOT_FOR_RELEASE = "Not for release: for people inside the organisation."


def notes(change: Change) -> tuple[str, ...]:
    """One sentence for each thing that a reader has to know beside the title."""
    if change.kind is ChartKind.NONE:
        return ()
    found = (*_on_meaning(change), *_on_target(change), *_on_limits(change), *_on_points(change))
    return tuple(found)


def method(change: Change) -> str:
    """The rules that were applied, and to how many points."""
    filled = sum(point.value is not None for point in change.points)
    size = f"{filled} month{'' if filled == 1 else 's'}"
    if change.kind is ChartKind.ROLLING:
        return f"Rolling twelve months, {filled} point{'' if filled == 1 else 's'}; no rules applied."
    if change.kind is ChartKind.NONE:
        return "No chart: no month has anything to count."
    if change.xmr is None:
        return f"Run chart, {size}; no rules applied."
    if not any(change.xmr.shows_limits(at) for at in change.starts):
        return f"{change.kind.value}, {size}; no limits, so no rules applied."
    laney = change.xmr.widened > 1
    name = "p-prime chart (Laney)" if laney else change.kind.value
    screened = ", large moving ranges screened once" if change.screened else ", no screening"
    limits = (
        "limits by each month's base" if change.kind is ChartKind.P else f"mean and 2.66 mean moving ranges{screened}"
    )
    return (
        f"{name}, {size}, {limits}. Rules of Making Data Count: outside a limit; seven rising or falling; "
        "two of three near a limit; seven on one side of the mean."
    )


def _on_meaning(change: Change) -> Iterator[str]:
    found = meaning(change, change.last)
    better = change.measure.direction
    if found in (Variation.IMPROVEMENT, Variation.CONCERN):
        yield f"{better.value[0].upper()}{better.value[1:]} here, so this is {_with_article(MEANS[found])}."
    elif found in (Variation.HIGHER, Variation.LOWER):
        yield "Neither higher nor lower is better in itself here."
    if change.xmr and change.has_limits and change.kind is ChartKind.XMR:
        limits = f"{amount(change, change.xmr.lower[-1])} and {amount(change, change.xmr.upper[-1])}"
        mean = amount(change, change.xmr.mean[-1])
        yield f"By chance alone nearly every month lies between {limits}, around a mean of {mean}."


def _with_article(word: str) -> str:
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"


def _on_target(change: Change) -> Iterator[str]:
    if change.target is None:
        return
    target = amount(change, change.target)
    if change.measure.direction is Direction.NEITHER:
        yield f"The line at {target} is for comparison: neither higher nor lower is better in itself here."
        return
    if change.xmr is None or not change.has_limits:
        filled = sum(point.value is not None for point in change.points)
        what = "point" if change.kind is ChartKind.ROLLING else "month"
        yield f"The target of {target} was met in {met(change)} of {filled} {what}{'' if filled == 1 else 's'}."
        return
    told = {
        Assurance.MEETS: f"The target of {target} can be expected to be met every month, as things are.",
        Assurance.FAILS: f"The target of {target} can be expected to be missed every month, as things are.",
        Assurance.HIT_OR_MISS: f"The target of {target} lies within the limits: chance decides when it is met.",
    }
    if change.xmr.assurance:
        yield told[change.xmr.assurance]


def _on_limits(change: Change) -> Iterator[str]:
    """What the limits rest on."""
    if change.kind is ChartKind.ROLLING:
        yield (
            "Fewer than about five a month, so each point is of the twelve months to it. Neighbouring points share "
            "eleven months: no limits are drawn and no rule is applied."
        )
    elif change.is_few:
        yield "With fewer than about five a month one more or less moves the figure far: no limits are drawn."
    elif change.xmr is None:
        yield f"Limits are drawn from {TRIAL_LIMITS} months with a value."
    if change.xmr is None:
        return
    start = change.starts[-1]
    since = f" from {month(change, start)}" if start else ""
    filled = sum(p.value is not None for p in change.points[start : start + change.fixed if change.fixed else None])
    if start:
        yield f"Mean and limits are taken anew{since}."
    if change.xmr.strength is Strength.RUN_CHART:
        yield f"Limits are drawn from {TRIAL_LIMITS} months with a value; there are {filled}."
    elif change.xmr.strength is Strength.TRIAL:
        yield f"Trial limits: they rest on {filled} months, where {FULL_LIMITS} are wanted."
    elif change.xmr.strength is Strength.NO_WIDTH:
        yield "The months vary too little for limits to be taken from them."
    if change.fixed and start + change.fixed < len(change.points) and change.has_limits:
        yield f"Mean and limits rest on the months to {month(change, start + change.fixed - 1)} alone."
    if change.kind is ChartKind.P and change.has_limits:
        wider = f", {change.xmr.widened:.1f} times as wide as bases alone would make them" if _is_wider(change) else ""
        yield f"The bases of the months differ more than twofold, so each month has limits of its own{wider}."


def _is_wider(change: Change) -> bool:
    return change.xmr is not None and round(change.xmr.widened, 1) > 1


def _on_points(change: Change) -> Iterator[str]:
    """Months that are missing, unfinished, or not comparable."""
    points = change.points
    left_out = len(points) - 1 if points[-1].is_part and points[-1].value is None and change.measure.count_only else -1
    gaps = [at for at, point in enumerate(points) if point.value is None and at != left_out]
    if change.asked > len(points):
        where = (
            "The first twelve months with a record end in"
            if change.kind is ChartKind.ROLLING
            else "The first value is of"
        )
        yield f"{where} {month(change, 0)}; {change.asked} months were asked for."
    if gaps:
        named = listed(change, gaps) if len(gaps) <= MOST_NAMED else f"{len(gaps)} of the {len(points)} months"
        yield f"Nothing to count in {named}: the line is left open there."
    if left_out >= 0:
        yield f"{month(change, left_out)} is left out: it was not over on {day_words(points[-1].period.last)}."
    elif points[-1].is_part:
        yield f"{month(change, len(points) - 1)} is part of a month, to {day_words(points[-1].period.last)}."
    if not change.measure.dated_by:
        yield (
            "Each point is how things stood on a month's last day, by the registers as they are now. Neighbouring "
            "months rest largely on the same records, and a rise in early months may be a register being filled."
        )


def alternative(change: Change) -> str:
    """The chart in words for whoever does not see it: what it shows, with the values that matter."""
    if change.kind is ChartKind.NONE:
        return f"{title(change)}."
    last, named = change.last, month(change, len(change.points) - 1)
    span = f"{change.kind.value[0].upper()}{change.kind.value[1:]}, {month(change, 0)} to {named}."
    latest = f"{month(change, last)}: {_value(change, last)}."
    told = [f"{title(change)}.", span, latest]
    if change.xmr and change.has_limits:
        reach = f"{amount(change, change.xmr.lower[last])} to {amount(change, change.xmr.upper[last])}"
        told.append(f"Mean {amount(change, change.xmr.mean[last])}, limits {reach}.")
    if special := list(_special(change)):
        told.append(f"Unlikely to be chance: {'; '.join(special)}.")
    return " ".join((*told, *notes(change)))


def _special(change: Change) -> Iterator[str]:
    """Each point that is unlikely to be chance, those that follow each other for one reason together."""
    for reason, together in groupby(range(len(change.points)), key=lambda at: mark(change, at)):
        first, *others = together
        if reason and others:
            values = [change.points[at].value or 0.0 for at in (first, *others)]
            months = f"{month(change, first)} to {month(change, others[-1])}"
            yield f"{months}, {amount(change, min(values))} to {amount(change, max(values))} ({reason})"
        elif reason:
            yield f"{month(change, first)}, {_value(change, first)} ({reason})"


def _value(change: Change, at: int) -> str:
    value = change.points[at].value
    if value is None:
        return "no value"
    shown = amount(change, value)
    return shown if change.measure.count_only else f"{shown}, {counts(change, at)}"
