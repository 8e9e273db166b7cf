"""Months drawn in plain letters, for a terminal."""

from collections.abc import Callable, Iterator

from evidencegen.measures.change import Change
from evidencegen.measures.history import Strength, Variation
from evidencegen.packs.finding import amount, meaning
from evidencegen.packs.scale import axis, reach_of

ROWS = 11
LEFT = 9
MEAN, LIMIT, TARGET = "-", ".", "="
SIGNS = {
    Variation.COMMON: "o",
    Variation.IMPROVEMENT: "+",
    Variation.CONCERN: "!",
    Variation.HIGHER: "^",
    Variation.LOWER: "v",
}
SIGNED = {
    Variation.COMMON: "o may be chance",
    Variation.IMPROVEMENT: "+ improvement",
    Variation.CONCERN: "! concern",
    Variation.HIGHER: "^ higher",
    Variation.LOWER: "v lower",
}


def plain_chart(change: Change) -> Iterator[str]:
    """The chart in lines of at most 80 letters, for up to 60 months, and a line that says what the signs are."""
    if not change.points:
        return
    low, high, steps = axis(change)
    apart = 3 if len(change.points) <= 20 else 2 if len(change.points) <= 34 else 1
    grid = [[" "] * (apart * len(change.points)) for _ in range(ROWS)]

    def row(value: float) -> int:
        return ROWS - 1 - round((value - low) / (high - low) * (ROWS - 1))

    for at in range(len(change.points)):
        _lines(change, at, grid, row, range(at * apart, (at + 1) * apart))
    for at, point in enumerate(change.points):
        if point.value is not None:
            grid[row(point.value)][at * apart + apart // 2] = SIGNS[meaning(change, at)]
    labels = {row(step): amount(change, step) for step in steps}
    for place, cells in enumerate(grid):
        yield f"{labels.get(place, ''):>{LEFT - 2}} |{''.join(cells)}".rstrip()
    yield f"{'':{LEFT - 1}}+{'-' * (apart * len(change.points))}"
    yield f"{'':{LEFT}}{_months(change, apart)}".rstrip()
    yield f"{'':{LEFT}}{_signs(change)}"


def _lines(change: Change, at: int, grid: list[list[str]], row: Callable[[float], int], columns: range) -> None:
    """Limits, mean and target of one month, the later over the earlier."""
    drawn = [(height, LIMIT) for height in reach_of(change, at)]
    if change.xmr and change.xmr.strengths[at] is not Strength.RUN_CHART:
        drawn.append((change.xmr.mean[at], MEAN))
    if change.target is not None:
        drawn.append((change.target, TARGET))
    for height, sign in drawn:
        for column in columns:
            grid[row(height)][column] = sign


def _months(change: Change, apart: int) -> str:
    """The first month and each January and July that has room, as `2026-01`."""
    words = ""
    for at, point in enumerate(change.points):
        start = at * apart
        if (at == 0 or point.month.month in (1, 7)) and start >= len(words) + bool(words):
            words = f"{words:<{start}}{point.month:%Y-%m}"
    return words


def _signs(change: Change) -> str:
    found = {meaning(change, at) for at, point in enumerate(change.points) if point.value is not None}
    told = [SIGNED[variation] for variation in Variation if variation in found]
    if change.xmr and any(strength is not Strength.RUN_CHART for strength in change.xmr.strengths):
        told.append(f"{MEAN} mean")
    if change.xmr and any(change.xmr.shows_limits(at) for at in change.starts):
        told.append(f"{LIMIT} limits")
    if change.target is not None:
        told.append(f"{TARGET} target")
    return "   ".join(told) if change.xmr else "   ".join(["o a point", *told[1:]])
