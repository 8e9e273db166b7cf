"""Whether a figure has changed: XmR and p charts, the Making Data Count way."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise
from math import isfinite, sqrt
from statistics import fmean

from evidencegen.measures.measure import Direction
from evidencegen.measures.special_cause import Cause, causes_of, ranges

TO_LIMIT = 2.66
TO_UPPER_RANGE = 3.267
RANGE_TO_SIGMA = 1.128
FULL_LIMITS, TRIAL_LIMITS = 12, 6
UNEVEN_BASES = 2.0


class Variation(Enum):
    """What the last point says, read with the direction that is better."""

    COMMON = "common cause"
    IMPROVEMENT = "improvement"
    CONCERN = "concern"
    HIGHER = "higher, neither good nor bad"
    LOWER = "lower, neither good nor bad"


class Assurance(Enum):
    """Whether the process can be expected to meet its target, judged by the last limits."""

    MEETS = "consistently meets the target"
    FAILS = "consistently fails the target"
    HIT_OR_MISS = "sometimes meets and sometimes misses the target"


class Strength(Enum):
    """How much the limits can be trusted, by the number of points they rest on."""

    RUN_CHART = "too few points for limits"
    NO_WIDTH = "no variation to take limits from"
    TRIAL = "trial limits"
    FULL = "limits"


@dataclass(frozen=True)
class Xmr:
    """A series of points, one for each value given, and what the rules say of them.

    `values` holds None for a month without data: a gap, never a nought. `mean`, `lower`, `upper` and
    `causes` stand beside each point. Limits are as computed, and may lie beyond what the
    measure can reach. With a strength of RUN_CHART or NO_WIDTH limits and causes must not be shown:
    `strengths` says so of each point, since groups differ, and `strength` of the last group. `starts` are
    the positions at which groups start. `widened` is how many times Laney's correction widened the last
    group's limits.
    """

    values: tuple[float | None, ...]
    mean: tuple[float, ...] = field(repr=False)
    lower: tuple[float, ...] = field(repr=False)
    upper: tuple[float, ...] = field(repr=False)
    causes: tuple[Cause, ...]
    variation: Variation
    assurance: Assurance | None
    strengths: tuple[Strength, ...] = field(repr=False)
    starts: tuple[int, ...] = (0,)
    widened: float = 1.0

    @property
    def strength(self) -> Strength:
        """How much the last limits can be trusted."""
        return self.strengths[-1]

    def shows_limits(self, at: int) -> bool:
        """Whether limits may be drawn at a point, and a special cause named."""
        return self.strengths[at] in (Strength.TRIAL, Strength.FULL)


def xmr(
    values: Sequence[float | None],
    *,
    direction: Direction,
    target: float | None = None,
    fix_after_n_points: int | None = None,
    screen_outliers: bool = True,
    rebase_at: Sequence[int] = (),
) -> Xmr:
    """Mean, limits and special causes of a series in the order of time.

    Args:
        values: one number a month, None where there is none. No moving range spans a gap, and no run.
        direction: which way is better; with neither, a change is only higher or lower.
        target: the value to reach; none, no assurance.
        fix_after_n_points: take mean and limits from this many first points of each group.
        screen_outliers: drop moving ranges of 3.267 times their mean or more, once. The
            NHS England workbook does not.
        rebase_at: positions from 0 at which a new group starts; no rule crosses from one to the next.

    Raises:
        ValueError: there is no value, one is not finite, or a position lies outside the series.

    References:
        NHSRplotthedots (NHS-R Community), whose answers it gives; NHS England, Making Data Count.
    """
    _refuse(values, rebase_at, fix_after_n_points)
    mean: list[float] = []
    reach: list[float] = []
    strengths: list[Strength] = []
    for start, end in pairwise(_starts(values, rebase_at)):
        first = values[start : end if fix_after_n_points is None else min(end, start + fix_after_n_points)]
        centre, width = _centre_and_width(first, screen_outliers)
        mean += [centre] * (end - start)
        reach += [width] * (end - start)
        strengths += [_strength(first, width)] * (end - start)
    return _judged(values, mean, reach, strengths, rebase_at, direction, target)


def p_chart(
    counted: Sequence[int],
    out_of: Sequence[int],
    *,
    direction: Direction,
    target: float | None = None,
    fix_after_n_points: int | None = None,
    rebase_at: Sequence[int] = (),
) -> Xmr:
    """The same for shares of bases that vary: each point has limits of its own.

    Limits are widened where the shares vary more than their bases explain (Laney's p-prime). A base of 0
    makes a gap.

    Raises:
        ValueError: as `xmr`, or a count is impossible, or the two differ in length.

    References:
        Laney DB (2002), Quality Engineering 14:531-537.
    """
    if len(counted) != len(out_of) or any(not 0 <= c <= n for c, n in zip(counted, out_of, strict=True)):
        raise ValueError("each count must lie between 0 and its base")
    shares = [c / n if n else None for c, n in zip(counted, out_of, strict=True)]
    _refuse(shares, rebase_at, fix_after_n_points)
    mean: list[float] = []
    reach: list[float] = []
    strengths: list[Strength] = []
    wider = 1.0
    for start, end in pairwise(_starts(shares, rebase_at)):
        first = slice(start, end if fix_after_n_points is None else min(end, start + fix_after_n_points))
        centre = sum(counted[first]) / sum(out_of[first])
        wider = _widening(shares[first], out_of[first], centre)
        mean += [centre] * (end - start)
        own = [3 * wider * sqrt(centre * (1 - centre) / n) if n else 0.0 for n in out_of[start:end]]
        reach += own
        strengths += [_strength(shares[first], max(own))] * (end - start)
    return _judged(shares, mean, reach, strengths, rebase_at, direction, target, wider)


def bases_vary(out_of: Sequence[int]) -> bool:
    """Whether the largest base is more than twice the smallest, so that one pair of limits would mislead."""
    filled = [n for n in out_of if n]
    return bool(filled) and max(filled) > UNEVEN_BASES * min(filled)


def _refuse(values: Sequence[float | None], rebase_at: Sequence[int], fixed: int | None) -> None:
    present = [v for v in values if v is not None]
    if not present or not all(map(isfinite, present)):
        raise ValueError("a series needs at least one value, and every value must be a finite number")
    if any(not 0 < at < len(values) for at in rebase_at):
        raise ValueError(f"a new group starts within the series, at 1 to {len(values) - 1}")
    if fixed is not None and fixed < 2:
        raise ValueError("limits are fixed on at least 2 points")
    groups = pairwise(_starts(values, rebase_at))
    if any(all(v is None for v in values[a : min(b, a + (fixed or b))]) for a, b in groups):
        raise ValueError("a group has no value to take its mean from")


def _starts(values: Sequence[float | None], rebase_at: Sequence[int]) -> list[int]:
    """Where each group starts, and the end of the last."""
    return [0, *sorted(set(rebase_at)), len(values)]


def _widening(shares: Sequence[float | None], out_of: Sequence[int], centre: float) -> float:
    """How many times more the shares vary than their bases explain; never less than once."""
    spread = [sqrt(centre * (1 - centre) / n) if n else 0.0 for n in out_of]
    found = ranges([(p - centre) / s if p is not None and s else None for p, s in zip(shares, spread, strict=True)])
    return max(1.0, fmean(found) / RANGE_TO_SIGMA) if found else 1.0


def _centre_and_width(values: Sequence[float | None], screen_outliers: bool) -> tuple[float, float]:
    centre = fmean(v for v in values if v is not None)
    found = ranges(values)
    if not found:
        return centre, 0.0
    mean = fmean(found)
    if screen_outliers:
        kept = [r for r in found if r < TO_UPPER_RANGE * mean]
        mean = fmean(kept) if kept else mean
    return centre, TO_LIMIT * mean


def _judged(
    values: Sequence[float | None],
    mean: Sequence[float],
    reach: Sequence[float],
    strengths: Sequence[Strength],
    rebase_at: Sequence[int],
    direction: Direction,
    target: float | None,
    widened: float = 1.0,
) -> Xmr:
    lower = [m - r for m, r in zip(mean, reach, strict=True)]
    upper = [m + r for m, r in zip(mean, reach, strict=True)]
    causes: list[Cause] = []
    starts = _starts(values, rebase_at)
    for start, end in pairwise(starts):
        part = slice(start, end)
        causes += causes_of(values[part], mean[part], reach[part])
    last = max(i for i, v in enumerate(values) if v is not None)
    return Xmr(
        tuple(values),
        tuple(mean),
        tuple(lower),
        tuple(upper),
        tuple(causes),
        variation_of(causes[last].side, direction),
        _assurance(lower[last], upper[last], target, direction),
        tuple(strengths),
        tuple(starts[:-1]),
        widened,
    )


def variation_of(side: int, direction: Direction) -> Variation:
    """What a special cause of a side (1 high, -1 low, 0 none) means, given which way is better."""
    if not side:
        return Variation.COMMON
    if direction is Direction.NEITHER:
        return Variation.HIGHER if side > 0 else Variation.LOWER
    better = (side > 0) is (direction is Direction.HIGHER)
    return Variation.IMPROVEMENT if better else Variation.CONCERN


def _assurance(lower: float, upper: float, target: float | None, direction: Direction) -> Assurance | None:
    if target is None or direction is Direction.NEITHER:
        return None
    if lower <= target <= upper:
        return Assurance.HIT_OR_MISS
    return Assurance.MEETS if (target < lower) is (direction is Direction.HIGHER) else Assurance.FAILS


def _strength(first: Sequence[float | None], reach: float) -> Strength:
    points = sum(value is not None for value in first)
    if points < TRIAL_LIMITS:
        return Strength.RUN_CHART
    if not reach:
        return Strength.NO_WIDTH
    return Strength.FULL if points >= FULL_LIMITS else Strength.TRIAL
