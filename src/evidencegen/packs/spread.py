"""How far the parts of a breakdown lie apart: the lowest, the one in the middle and the highest."""

from collections.abc import Iterable
from dataclasses import dataclass

from evidencegen.release.figure import Figure


@dataclass(frozen=True)
class Spread:
    """Three of the parts that have a percentage; `middle` is the lower of two in the middle.

    `alike` says that lowest and highest print the same, `apart` that their 95% ranges do not meet. `others` says
    that parts are not among them, hidden or too small for a percentage.
    """

    lowest: Figure
    middle: Figure
    highest: Figure
    others: bool = False

    @property
    def reach(self) -> float:
        """How far the highest share lies above the lowest, from 0 to 1."""
        return float(self.highest.share or 0) - float(self.lowest.share or 0)

    @property
    def alike(self) -> bool:
        """Whether lowest and highest print the same."""
        return self.lowest.amount == self.highest.amount

    @property
    def apart(self) -> bool:
        """Whether the 95% ranges of lowest and highest do not meet."""
        low, high = self.lowest.interval, self.highest.interval
        return low is not None and high is not None and low.high < high.low


def spread(parts: Iterable[Figure]) -> Spread | None:
    """The spread of the parts of one measure; None where fewer than two of them have a percentage."""
    every = tuple(parts)
    told = sorted((f for f in every if f.share is not None), key=lambda f: (f.share or 0, f.group))
    if len(told) < 2:
        return None
    return Spread(told[0], told[(len(told) - 1) // 2], told[-1], others=len(told) < len(every))
