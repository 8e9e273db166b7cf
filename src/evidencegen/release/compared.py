"""A figure set beside a published one, in words that always carry what is not alike."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from evidencegen.measures.benchmark import Benchmark, shares
from evidencegen.measures.comparison import Difference, Verdict, compare
from evidencegen.period import add_months, day_words
from evidencegen.release.figure import Figure, Mark

OLD_AFTER_MONTHS = 24


@dataclass(frozen=True)
class Comparison:
    """Where a figure, as its audience may see it, stands to a published one. As text it cannot lose its note."""

    benchmark: Benchmark
    verdict: Verdict
    as_at: date

    @property
    def is_old(self) -> bool:
        """Whether the published period ended more than 24 months before the day of our own figure."""
        return self.benchmark.ends < add_months(self.as_at, -OLD_AFTER_MONTHS)

    @property
    def finding(self) -> str:
        """The verdict in words, of little use without the rest: for tests and for headings of a table."""
        other, verdict = self.benchmark, self.verdict
        counts = f": {other.counted:,} of {other.out_of:,}" if other.out_of else ""
        named = f"{other.who}, {other.period} ({other.per_cent}%{counts})"
        if verdict.difference is None or verdict.level is None:
            return f"Not compared with {named}: {verdict.because}"
        similar = verdict.difference is Difference.SIMILAR
        where = f"{'within' if similar else 'outside'} the {100 * verdict.level:.3g}% range of our figure"
        return f"{verdict.difference.value.capitalize()} {'to' if similar else 'than'} {named}, which lies {where}"

    def __str__(self) -> str:
        age = f" It is old: that period ended more than {OLD_AFTER_MONTHS} months before {day_words(self.as_at)}."
        return f"{self.finding}.{age if self.is_old else ''} Source: {_source(self.benchmark)}. Note: {self._note}"

    @property
    def _note(self) -> str:
        note = self.benchmark.note
        return note if note.endswith((".", "!", "?")) else f"{note}."

    def as_dict(self) -> dict[str, Any]:
        """The comparison for a program; `verdict` and `level` are null where nothing can be said."""
        other, verdict = self.benchmark, self.verdict
        return {
            "key": other.key,
            "who": other.who,
            "period": other.period,
            "per_cent": float(other.per_cent),
            "counted": other.counted,
            "out_of": other.out_of,
            "verdict": verdict.difference.value if verdict.difference else None,
            "level": verdict.level,
            "because": verdict.because or None,
            "old": self.is_old,
            "source": other.source.model_dump() | {"published": other.published},
            "note": self._note,
            "words": str(self),
        }


def set_beside(figure: Figure, benchmark: Benchmark) -> Comparison:
    """Compare what the audience sees of a figure, and nothing else, with a published percentage.

    The counts are those of the figure, rounded where they are rounded for the audience, so that the
    verdict tells nothing that the figure does not. Where no percentage is shown there is no verdict.
    """
    if figure.mark:
        verdict = Verdict(None, because=f"our own figure {_absence(figure)}")
    elif figure.share is None:
        verdict = Verdict(None, because="the base of our own figure is too small for a percentage")
    else:
        verdict = compare(figure.counted, figure.out_of, benchmark.share, shares()[benchmark.measure].direction)
    return Comparison(benchmark, verdict, figure.as_at)


def comparisons(figures: Mapping[str, Figure], benchmarks: Iterable[Benchmark]) -> dict[str, tuple[Comparison, ...]]:
    """The comparisons of each figure that has any, by the figure's key, in the order of the benchmarks.

    A published percentage stands beside the whole figure, never beside one part of a breakdown.
    """
    found: dict[str, tuple[Comparison, ...]] = {}
    for benchmark in benchmarks:
        if figure := figures.get(benchmark.measure):
            found[figure.key] = (*found.get(figure.key, ()), set_beside(figure, benchmark))
    return found


def _absence(figure: Figure) -> str:
    """Why the figure has no number, as what is said of it."""
    return figure.absence if figure.mark is Mark.NOT_APPLICABLE else f"is {figure.absence}"


def _source(benchmark: Benchmark) -> str:
    source, told = benchmark.source, benchmark.published
    if told == "not known":
        return f'{source.publisher}, "{source.title}"'
    with suppress(ValueError):
        told = day_words(date.fromisoformat(told))
    return f'{source.publisher}, "{source.title}", published {told}'
