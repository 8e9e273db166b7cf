"""What lies between reports of one figure for several periods, which a reader can work out."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import permutations

from evidencegen.measures.measure import Measure
from evidencegen.period import Period, pieces
from evidencegen.release.equations import Equations
from evidencegen.release.printed_figure import Knowledge, Printed, is_number, rows_of


def add_time(
    people: Iterable[Printed], measures: Mapping[str, Measure], known: Knowledge
) -> Iterator[tuple[Printed, str, str, int]]:
    """Of one figure for several periods, the counts that a reader gets by subtracting one from another.

    Each is given with the latest report, its words, its days and its unknown. A period is the sum of the runs of days
    that make it up; people counted once each may come in several, so for them one period lies within another.
    """
    told: dict[str, dict[Period, Printed]] = {}
    for one in sorted(people, key=lambda one: one.figure["as_at"]):
        if "/" in one.figure["period"]:
            told.setdefault(one.figure["key"], {})[Period.of(one.figure["period"])] = one
    for reports in told.values():
        latest, inner = list(reports.values())[-1], dict[str, int]()
        for base in (False,) if is_number(latest, measures) else (False, True):
            counts = {period: known.of(rows_of(one, measures, base=base)) for period, one in reports.items()}
            measure = measures.get(latest.figure["key"].partition("[")[0])
            link = _add_nested if measure is None or measure.per else _add_runs
            for words, days, at in link(counts, known.equations):
                if base:
                    known.equations.at_least(((at, 1), (inner[words], -1)), 0)
                inner[words] = at
                yield latest, f"its {'base' if base else 'count'}, {words}", days, at


def _add_runs(counts: Mapping[Period, int], equations: Equations) -> Iterator[tuple[str, str, int]]:
    """Periods as sums of runs of days; with each run that no report is of, and what is left of one beside another."""
    made = pieces(counts)
    at = dict(counts)
    for period, runs in made.items():
        for run in runs:
            if run not in at:
                at[run] = equations.unknown()
                yield str(run), run.iso, at[run]
        if runs != (period,):
            equations.total(at[period], (at[run] for run in runs))
    for outer, inner in permutations(counts, 2):
        rest = [run for run in made[outer] if run not in made[inner]]
        if len(rest) > 1 and set(made[inner]) < set(made[outer]):
            left = equations.unknown()
            equations.total(left, (at[run] for run in rest))
            yield f"{outer} without {inner}", outer.iso, left


def _add_nested(counts: Mapping[Period, int], equations: Equations) -> Iterator[tuple[str, str, int]]:
    """What a longer period has beside one that lies in it."""
    for outer, inner in permutations(counts, 2):
        if inner.first in outer and inner.last in outer:
            left = equations.unknown()
            equations.total(counts[outer], (counts[inner], left))
            yield f"{outer} without {inner}", outer.iso, left
