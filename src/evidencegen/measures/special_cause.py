"""Why a point of a chart is unlikely to be chance: the four rules of Making Data Count."""

from collections.abc import Iterator, Sequence
from enum import Enum
from itertools import pairwise

RUN = 7
NOUGHT = 1e-9


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


def ranges(values: Sequence[float | None]) -> list[float]:
    """Differences between neighbours, none of them across a gap."""
    return [abs(b - a) for a, b in pairwise(values) if a is not None and b is not None]


def causes_of(values: Sequence[float | None], mean: Sequence[float], reach: Sequence[float]) -> list[Cause]:
    """The special cause of each point of one group, the first rule that holds going before the others."""
    away = [None if v is None else _exact(v - m) for v, m in zip(values, mean, strict=True)]
    found = [Cause.COMMON] * len(values)
    for at in _runs(away):
        _mark(found, at, away, Cause.HIGH_RUN, Cause.LOW_RUN)
    for point in _near(away, reach):
        _mark(found, [point], away, Cause.NEAR_UPPER, Cause.NEAR_LOWER)
    for at, rising in _trends(values):
        for i in at:
            found[i] = Cause.RISING if rising else Cause.FALLING
    for i, (d, r) in enumerate(zip(away, reach, strict=True)):
        if d is not None and _exact(abs(d) - r) > 0:
            found[i] = Cause.ABOVE if d > 0 else Cause.BELOW
    return found


def _mark(found: list[Cause], at: Sequence[int], away: Sequence[float | None], high: Cause, low: Cause) -> None:
    for i in at:
        found[i] = high if (away[i] or 0) > 0 else low


def _exact(number: float) -> float:
    """Nought for what is nought but for the rounding of the machine: a point on the mean is on it."""
    return 0.0 if abs(number) < NOUGHT else number


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
    beyond = [
        d is not None and _exact(abs(d) - 2 / 3 * r) > 0 >= _exact(abs(d) - r) for d, r in zip(away, reach, strict=True)
    ]
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
