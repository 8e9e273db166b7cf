"""Whether a figure has changed: XmR and p charts, the Making Data Count way."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from itertools import pairwise
from math import isfinite, sqrt
from statistics import fmean

from evidencegen.measures.measure import Direction

TO_LIMIT = 2.66
TO_UPPER_RANGE = 3.267
RANGE_TO_SIGMA = 1.128
RUN = 7
FULL_LIMITS, TRIAL_LIMITS = 12, 6
UNEVEN_BASES = 2.0


class Cause(Enum):
    """Why a point is unlikely to be chance, in the words of the NHSRplotthedots package."""

    COMMON = "Common Cause"
    ABOVE = "Above UCL"
    BELOW = "Below LCL"
    RISING = "7 Point Trend (Increasing)"
    FALLING = "7 Point Trend (Decreasing)"
    NEAR_UPPER = "2 in 3 Above CL"
    NEAR_LOWER = "2 in 3 Below CL"
    HIGH_RUN = "7 Points Above CL"
    LOW_RUN = "7 Points Below CL"

    @property
    def side(self) -> int:
        """1 for a high or rising point, -1 for a low or falling one, 0 for common cause."""
        return _SIDES.get(self, 0)


_SIDES = {
    Cause.ABOVE: 1, Cause.RISING: 1, Cause.NEAR_UPPER: 1, Cause.HIGH_RUN: 1,
    Cause.BELOW: -1, Cause.FALLING: -1, Cause.NEAR_LOWER: -1, Cause.LOW_RUN: -1,
}  # fmt: skip


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
    measure can reach. With a `strength` of RUN_CHART or NO_WIDTH the limits must not be shown.
    """

    values: tuple[float | None, ...]
    mean: tuple[float, ...] = field(repr=False)
    lower: tuple[float, ...] = field(repr=False)
    upper: tuple[float, ...] = field(repr=False)
    causes: tuple[Cause, ...]
    variation: Variation
    assurance: Assurance | None
    strength: Strength


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
    starts = [0, *sorted(set(rebase_at)), len(values)]
    mean: list[float] = []
    reach: list[float] = []
    for start, end in pairwise(starts):
        first = values[start : end if fix_after_n_points is None else min(end, start + fix_after_n_points)]
        centre, width = _centre_and_width(first, screen_outliers)
        mean += [centre] * (end - start)
        reach += [width] * (end - start)
    points = sum(v is not None for v in values[starts[-2] : starts[-2] + (fix_after_n_points or len(values))])
    return _judged(values, mean, reach, starts, points, direction, target)


def p_chart(counted: Sequence[int], out_of: Sequence[int], *, direction: Direction, target: float | None = None) -> Xmr:
    """The same for shares of bases that vary: each point has limits of its own.

    Limits are widened where the shares vary more than their bases explain (Laney's p-prime). A base of 0
    makes a gap.

    Raises:
        ValueError: a count is impossible, no base is above 0, or the two differ in length.

    References:
        Laney DB (2002), Quality Engineering 14:531-537.
    """
    if len(counted) != len(out_of) or any(not 0 <= c <= n for c, n in zip(counted, out_of, strict=True)):
        raise ValueError("each count must lie between 0 and its base")
    shares = [c / n if n else None for c, n in zip(counted, out_of, strict=True)]
    _refuse(shares, (), None)
    centre = sum(counted) / sum(out_of)
    spread = [sqrt(centre * (1 - centre) / n) if n else 0.0 for n in out_of]
    scores = [(p - centre) / s if p is not None and s else None for p, s in zip(shares, spread, strict=True)]
    ranges = _ranges(scores)
    wider = max(1.0, fmean(ranges) / RANGE_TO_SIGMA) if ranges else 1.0
    points = sum(share is not None for share in shares)
    reach = [3 * s * wider for s in spread]
    return _judged(shares, [centre] * len(shares), reach, [0, len(shares)], points, direction, target)


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
    starts = [0, *sorted(set(rebase_at)), len(values)]
    if any(all(v is None for v in values[a : min(b, a + (fixed or b))]) for a, b in pairwise(starts)):
        raise ValueError("a group has no value to take its mean from")


def _ranges(values: Sequence[float | None]) -> list[float]:
    """Differences between neighbours, none of them across a gap."""
    return [abs(b - a) for a, b in pairwise(values) if a is not None and b is not None]


def _centre_and_width(values: Sequence[float | None], screen_outliers: bool) -> tuple[float, float]:
    centre = fmean(v for v in values if v is not None)
    ranges = _ranges(values)
    if not ranges:
        return centre, 0.0
    mean = fmean(ranges)
    if screen_outliers:
        kept = [r for r in ranges if r < TO_UPPER_RANGE * mean]
        mean = fmean(kept) if kept else mean
    return centre, TO_LIMIT * mean


def _judged(
    values: Sequence[float | None],
    mean: Sequence[float],
    reach: Sequence[float],
    starts: Sequence[int],
    points: int,
    direction: Direction,
    target: float | None,
) -> Xmr:
    lower = [m - r for m, r in zip(mean, reach, strict=True)]
    upper = [m + r for m, r in zip(mean, reach, strict=True)]
    causes: list[Cause] = []
    for start, end in pairwise(starts):
        part = slice(start, end)
        causes += _causes(values[part], mean[part], reach[part])
    last = max(i for i, v in enumerate(values) if v is not None)
    return Xmr(
        tuple(values),
        tuple(mean),
        tuple(lower),
        tuple(upper),
        tuple(causes),
        _variation(causes[last].side, direction),
        _assurance(lower[last], upper[last], target, direction),
        _strength(points, reach[last]),
    )


def _causes(values: Sequence[float | None], mean: Sequence[float], reach: Sequence[float]) -> list[Cause]:
    """The special cause of each point of one group, the first rule that holds going before the others."""
    away = [None if v is None else v - m for v, m in zip(values, mean, strict=True)]
    found = [Cause.COMMON] * len(values)
    for at in _runs(away):
        _mark(found, at, away, Cause.HIGH_RUN, Cause.LOW_RUN)
    for point in _near(away, reach):
        _mark(found, [point], away, Cause.NEAR_UPPER, Cause.NEAR_LOWER)
    for at, rising in _trends(values):
        for i in at:
            found[i] = Cause.RISING if rising else Cause.FALLING
    for i, (d, r) in enumerate(zip(away, reach, strict=True)):
        if d is not None and abs(d) > r:
            found[i] = Cause.ABOVE if d > 0 else Cause.BELOW
    return found


def _mark(found: list[Cause], at: Sequence[int], away: Sequence[float | None], high: Cause, low: Cause) -> None:
    for i in at:
        found[i] = high if (away[i] or 0) > 0 else low


def _sign(number: float | None) -> int:
    return 0 if not number else 1 if number > 0 else -1


def _runs(away: Sequence[float | None]) -> Iterator[range]:
    """Every seven in a row on one side of the mean; a point on the mean and a gap break them."""
    signs = [_sign(d) for d in away]
    for start in range(len(signs) - RUN + 1):
        if abs(sum(signs[start : start + RUN])) == RUN:
            yield range(start, start + RUN)


def _near(away: Sequence[float | None], reach: Sequence[float]) -> Iterator[int]:
    """Points beyond two thirds of the way to a limit, where two of three in a row are so on one side."""
    beyond = [d is not None and 2 / 3 * r < abs(d) <= r for d, r in zip(away, reach, strict=True)]
    signs = [_sign(d) for d in away]
    for start in range(len(away) - 2):
        three = range(start, start + 3)
        if abs(sum(signs[i] for i in three)) == 3 and sum(beyond[i] for i in three) >= 2:
            yield from (i for i in three if beyond[i])


def _trends(values: Sequence[float | None]) -> Iterator[tuple[range, bool]]:
    """Every seven points of which each is above the one before, or each below; a tie and a gap break them."""
    steps = [_sign(None if a is None or b is None else b - a) for a, b in pairwise(values)]
    for start in range(len(steps) - RUN + 2):
        total = sum(steps[start : start + RUN - 1])
        if abs(total) == RUN - 1:
            yield range(start, start + RUN), total > 0


def _variation(side: int, direction: Direction) -> Variation:
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


def _strength(points: int, reach: float) -> Strength:
    if points < TRIAL_LIMITS:
        return Strength.RUN_CHART
    if not reach:
        return Strength.NO_WIDTH
    return Strength.FULL if points >= FULL_LIMITS else Strength.TRIAL
