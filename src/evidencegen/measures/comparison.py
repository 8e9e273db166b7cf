"""Whether a published share differs from our own, and which way."""

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from evidencegen.measures.interval import wilson
from evidencegen.measures.measure import Direction

LEVELS = (0.998, 0.95)


class Difference(Enum):
    """How our own share stands to the published one."""

    BETTER = "better"
    WORSE = "worse"
    HIGHER = "higher"
    LOWER = "lower"
    SIMILAR = "similar"


@dataclass(frozen=True)
class Verdict:
    """What a comparison found, and at which level; or, where nothing can be said, `because`.

    `level` is the highest of 0.998 and 0.95 at which the published share lies outside our own
    interval; of a similar share it is 0.95, the interval that holds it.
    """

    difference: Difference | None
    level: float | None = None
    because: str = ""


def compare(counted: float | None, out_of: float | None, published: Fraction | float, direction: Direction) -> Verdict:
    """How our own share stands to a published one, which is taken as exact.

    It differs where it lies outside our own Wilson interval. Better or worse is said only where the
    measure declares which way is better; higher or lower where it does not.

    Args:
        counted: rows that met the condition, None where they are withheld.
        out_of: rows that could have met it, None where they are withheld.
        published: the other share, from 0 to 1.
        direction: which way is better.

    Raises:
        ValueError: a count is impossible, or the published share is not from 0 to 1.

    References:
        UKHSA, PHEindicatormethods, comparison of a proportion with a reference value at 95% and 99.8%.
    """
    if not 0 <= published <= 1:
        raise ValueError(f"a share runs from 0 to 1, unlike {published}")
    if counted is None or out_of is None:
        return Verdict(None, because="our own counts are withheld")
    if out_of == 0:
        return Verdict(None, because="there was nothing to count")
    for level in LEVELS:
        low, high = wilson(counted, out_of, level)
        if not low <= published <= high:
            return Verdict(_named(published < low, direction), level)
    return Verdict(Difference.SIMILAR, LEVELS[-1])


def _named(ours_is_higher: bool, direction: Direction) -> Difference:
    if direction is Direction.NEITHER:
        return Difference.HIGHER if ours_is_higher else Difference.LOWER
    return Difference.BETTER if ours_is_higher is (direction is Direction.HIGHER) else Difference.WORSE
