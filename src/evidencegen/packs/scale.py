"""What stands on the axis of a chart of months, and how far its limits are drawn."""

from math import ceil, floor

from evidencegen.measures.change import Change

NARROWEST = 0.1
MOST_STEPS = 5
SHARES = (0.01, 0.02, 0.05, 0.1, 0.2, 0.25)
COUNTS = tuple(number * 10**zeros for zeros in range(7) for number in (1, 2, 5))


def axis(change: Change) -> tuple[float, float, list[float]]:
    """The lowest and highest value of the axis, and round steps between: within 0% and 100%, from 0 for counts.

    Shares that are all alike, with nothing beside them to be near to, stand on the whole of it.
    """
    seen = [p.value for p in change.points if p.value is not None]
    seen += [v for at in range(len(change.points)) for v in reach_of(change, at)]
    if change.target is not None:
        seen.append(change.target)
    least, most = min(seen), max(seen)
    is_share = not change.measure.count_only
    if is_share and least == most:
        least, most = 0.0, 1.0
    least = max(min(least, most - NARROWEST), 0.0) if is_share else 0.0
    most = max(most, least + (NARROWEST if is_share else 2))
    sizes = SHARES if is_share else COUNTS
    reach = max(most - least, NARROWEST if is_share else 4)
    step = next((size for size in sizes if reach / size <= MOST_STEPS + 1e-9), sizes[-1])
    first, last = floor(least / step + 1e-9), ceil(most / step - 1e-9)
    if last - first < 2:
        first, last = max(first - 1, 0), last + 1
    if is_share:
        first, last = max(first, 0), min(last, round(1 / step))
    steps = [n * step for n in range(first, last + 1)]
    pad = 0.04 * (steps[-1] - steps[0])
    return steps[0] - pad, steps[-1] + pad, steps


def reach_of(change: Change, at: int) -> tuple[float, ...]:
    """Lower and upper limit as they are drawn: within what the measure can reach; nothing where there are none."""
    if change.xmr is None or not change.xmr.shows_limits(at):
        return ()
    lower, upper = max(change.xmr.lower[at], 0.0), change.xmr.upper[at]
    return (lower, upper if change.measure.count_only else min(upper, 1.0))
