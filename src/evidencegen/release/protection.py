"""What else is hidden, so that no hidden count can be worked out from what is shown."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from evidencegen.measures.addition import Addition, Rows, addition
from evidencegen.measures.reading import Reading
from evidencegen.measures.view import Views
from evidencegen.release.disclosure import release
from evidencegen.release.figure import Figure, Mark
from evidencegen.release.possible import Count
from evidencegen.release.profile import Limits, Profile
from evidencegen.release.suppression import hide_more

Sums = Sequence[tuple[str, tuple[str, ...]]]
WHOLE_WEIGHS = 5
"""How many parts of breakdowns are given up rather than one figure that stands for the whole."""


@dataclass(frozen=True)
class Known:
    """What a reader holds already, such as from an earlier report: its counts, and how they add up with ours.

    A count of both, of the same rows on the same day, has the same name in both.
    """

    counts: Mapping[str, Count] = field(default_factory=dict)
    sums: Sums = ()


def release_all(
    readings: Iterable[Reading], profile: Profile, views: Views, earlier: Iterable["Known"] = ()
) -> dict[str, Figure]:
    """Every figure that one audience is to see together, by its key, in the order of the readings.

    Each passes the gate by itself; then further ones are hidden wherever a hidden count could be worked out from
    the rest, as little as possible: from a total, from another measure of the same rows, from the codes of one
    column, or from what was issued before.
    """
    together = tuple(readings)
    figures = {reading.key: release(reading, profile, views) for reading in together}
    if not profile.protects:
        return figures
    blurred = [r for r in together if profile.limits(r.measure.about).smallest_shown]
    found = addition(blurred, views)
    limits = profile.people
    small = limits.smallest_shown if limits.base == 1 else 0
    known = tuple(earlier)
    while True:
        counts = _counts(blurred, figures, found, limits)
        for one in known:
            counts |= {name: _both(counts[name], c) if name in counts else c for name, c in one.counts.items()}
        sums = (*found.sums, *(s for one in known for s in one.sums))
        names = hide_more(counts, sums, small=small, nought_told=True)
        if not names:
            return figures
        figures |= {r.key: _without(figures[r.key], found.of[r.key], r, names) for r in blurred if r.key in found.of}


def _counts(
    readings: Iterable[Reading], figures: Mapping[str, Figure], found: Addition, limits: Limits
) -> dict[str, Count]:
    """Each count as a reader knows it: told within a span, hidden and to be kept so, or never told of at all."""
    told: dict[str, tuple[int, int]] = {}
    weights: Counter[str] = Counter()
    hidden: set[str] = set()
    for reading in readings:
        figure, rows = figures[reading.key], found.of.get(reading.key)
        if rows is None:
            continue
        for name, shown in _printed(figure, rows, reading):
            if shown is None:
                hidden.add(name)
                continue
            low, high = limits.span(shown)
            before = told.get(name, (low, high))
            told[name] = max(low, before[0]), min(high, before[1])
            weights[name] += 1 if reading.group else WHOLE_WEIGHS
    return {
        name: Count(
            size,
            told.get(name),
            fixed=size == 0,
            weight=max(1, weights[name]),
            guarded=name in hidden and name not in told,
        )
        for name, size in found.size.items()
    }


def _both(now: Count, then: Count) -> Count:
    """A count that an earlier report tells of too: what that told is told for good; what it hid may be told now."""
    if then.told is None:
        return now
    spans = [span for span in (now.told, then.told) if span]
    low, high = max(low for low, _ in spans), min(high for _, high in spans)
    return replace(now, told=(low, high) if low <= high else then.told, fixed=True, guarded=False)


def _printed(figure: Figure, rows: Rows, reading: Reading) -> Iterator[tuple[str, int | None]]:
    """The counts that a figure tells, as they are printed, or None where it hides them."""
    if figure.mark is None:
        yield rows.counted, figure.counted
        if rows.out_of:
            yield rows.out_of, figure.out_of
    elif figure.mark is Mark.SUPPRESSED:
        yield rows.counted, None
        if rows.out_of:
            yield rows.rest, None
            yield rows.out_of, figure.out_of
    elif figure.mark is Mark.NOT_APPLICABLE and rows.out_of:
        yield rows.out_of, 0
    words = dict(figure.excluded)
    for (reason, _), name in zip(reading.excluded, rows.excluded, strict=False):
        if reason in words:
            yield name, None if words[reason] == Mark.SUPPRESSED.value else _number(words[reason])


def _number(words: str) -> int:
    """The number in `about 45`."""
    return int(words.rpartition(" ")[2])


def _without(figure: Figure, rows: Rows, reading: Reading, names: frozenset[str]) -> Figure:
    """A figure that tells none of these counts."""
    reasons = {reason for (reason, _), name in zip(reading.excluded, rows.excluded, strict=False) if name in names}
    if reasons:
        kept = ((reason, Mark.SUPPRESSED.value if reason in reasons else words) for reason, words in figure.excluded)
        figure = replace(figure, excluded=tuple(kept))
    if not names & {rows.counted, rows.out_of} or figure.mark not in (None, Mark.SUPPRESSED):
        return figure
    return replace(
        figure,
        mark=Mark.SUPPRESSED,
        counted=None,
        out_of=None if rows.out_of in names else figure.out_of,
        share=None,
        interval=None,
        waits=None,
        provisional=False,
    )
