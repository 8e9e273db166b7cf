"""How long something takes, those still waiting counted as waiting."""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Waits:
    """Half of all have come to an end within `median`, nine in ten within `ninetieth`.

    Either is None where so many are still waiting that it is not yet known. Units are those of the values.
    """

    median: float | None
    ninetieth: float | None
    ended: int
    waiting: int


def waits(ended: Iterable[float], waiting: Iterable[float] = ()) -> Waits:
    """The median and the 90th percentile of times to an end.

    Leaving out those still waiting would make a service look quicker than it is: whoever waits
    longest would never count. They count here as longer than they have waited so far.

    Args:
        ended: the time that each took.
        waiting: the time that each has waited without an end.

    References:
        Kaplan EL, Meier P (1958), Journal of the American Statistical Association 53:457-481. Where the
        curve stands exactly at the share sought, halfway to the next step, as the usual median does.
    """
    done, left = sorted(ended), sorted(waiting)
    steps: list[tuple[float, Fraction]] = []
    remaining = Fraction(1)
    for time in sorted(set(done)):
        at_risk = sum(t >= time for t in done) + sum(t >= time for t in left)
        remaining *= 1 - Fraction(sum(t == time for t in done), at_risk)
        steps.append((time, remaining))
    return Waits(_reached(steps, Fraction(1, 2)), _reached(steps, Fraction(1, 10)), ended=len(done), waiting=len(left))


def _reached(steps: list[tuple[float, Fraction]], share: Fraction) -> float | None:
    """The time from which no more than a share remains, halfway to the next where exactly that remains."""
    for n, (time, remaining) in enumerate(steps):
        if remaining < share:
            return time
        if remaining == share:
            return (time + steps[n + 1][0]) / 2 if n + 1 < len(steps) else time
    return None
