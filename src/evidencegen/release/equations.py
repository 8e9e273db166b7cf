"""Unknown whole numbers, what is known of them, and how far each can still be told."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

MOST = 100_000
"""No count that a reader could believe is larger."""
SOLUTIONS = 8
Row = tuple[dict[int, int], int, float]


@dataclass(frozen=True)
class Range:
    """The lowest and highest value that agree with all that is known, and how many values, as far as was asked.

    There are no values where what is known contradicts itself.
    """

    low: int
    high: int
    values: int


@dataclass
class Equations:
    """Unknowns from 0 upwards, numbered as they come, with bounds and linear equations between them.

    What is known may contradict itself, as two reports do where one was corrected: no value agrees with that.
    """

    low: list[int] = field(default_factory=list)
    high: list[int] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    _parts: dict[int, "_Part"] = field(default_factory=dict, repr=False)

    def unknown(self) -> int:
        """A new unknown's number."""
        self.low.append(0)
        self.high.append(MOST)
        return len(self.low) - 1

    def bound(self, at: int, low: int, high: int) -> None:
        """It is from `low` to `high`."""
        self.low[at], self.high[at] = max(self.low[at], low), min(self.high[at], high)

    def total(self, whole: int, parts: Iterable[int]) -> None:
        """The parts make up the whole."""
        row = {whole: 1}
        for part in parts:
            row[part] = row.get(part, 0) - 1
        self.rows.append((row, 0, 0))

    def at_least(self, terms: Iterable[tuple[int, int]], least: int) -> None:
        """Unknowns, each so many times, make at least so much; one may be named twice."""
        row: dict[int, int] = {}
        for at, times in terms:
            row[at] = row.get(at, 0) + times
        self.rows.append((row, least, float("inf")))

    def range(self, at: int, enough: int) -> Range:
        """How far one unknown can be told; its values are counted up to `enough`."""
        return self._part(at).range(at, enough)

    def seen(self, at: int) -> Range:
        """The values of one unknown in a few solutions: it can be told no further than these, perhaps less far."""
        return self._part(at).seen(at)

    def widened(self, at: int, enough: int) -> Range:
        """As `seen`, with solutions looked for until there are `enough` values or it is known that no more are."""
        return self._part(at).widened(at, enough)

    def _part(self, at: int) -> "_Part":
        if not self._parts:
            self._link()
        return self._parts[at]

    def _link(self) -> None:
        """Unknowns that no equation links say nothing of each other, and are solved apart."""
        leader = list(range(len(self.low)))

        def lead(at: int) -> int:
            while leader[at] != at:
                leader[at] = leader[leader[at]]
                at = leader[at]
            return at

        for row, _, _ in self.rows:
            first, *others = row
            for other in others:
                leader[lead(other)] = lead(first)
        groups: dict[int, tuple[list[int], list[Row]]] = {}
        for at in range(len(leader)):
            groups.setdefault(lead(at), ([], []))[0].append(at)
        for one in self.rows:
            groups[lead(next(iter(one[0])))][1].append(one)
        for members, rows in groups.values():
            self._parts |= dict.fromkeys(members, _Part.of(self, members, rows))


@dataclass
class _Part:
    """Unknowns that are linked, as HiGHS takes them, and every solution met: each gives a value to all of them."""

    place: dict[int, int]
    low: Any
    high: Any
    constraint: Any
    met: list[Any] = field(default_factory=list)

    @classmethod
    def of(cls, every: Equations, members: list[int], rows: list[Row]) -> "_Part":
        import numpy as np
        from scipy.optimize import LinearConstraint
        from scipy.sparse import csr_array

        place = {at: n for n, at in enumerate(members)}
        cells = [(n, place[at], times) for n, (row, _, _) in enumerate(rows) for at, times in row.items()] or [
            (0, 0, 0)
        ]
        lines, columns, times = zip(*cells, strict=True)
        matrix = csr_array((np.array(times, dtype=float), (lines, columns)), shape=(max(len(rows), 1), len(members)))
        lower, upper = [least for _, least, _ in rows] or [0], [most for _, _, most in rows] or [0]
        low = np.array([every.low[at] for at in members], dtype=float)
        high = np.array([every.high[at] for at in members], dtype=float)
        return cls(place, low, high, LinearConstraint(matrix, lower, upper))

    def seen(self, at: int) -> Range:
        import numpy as np

        ways = np.random.default_rng(len(self.low))
        while len(self.met) < SOLUTIONS and self._solve(ways.integers(-3, 4, len(self.low)), self.low, self.high):
            pass
        values = {int(one[self.place[at]]) for one in self.met} or {0}
        return Range(min(values), max(values), len(values))

    def widened(self, at: int, enough: int) -> Range:
        import numpy as np

        here, ways = self.place[at], np.random.default_rng(len(self.met))
        floor, roof = int(self.low[here]), int(self.high[here])
        values = {int(one[here]) for one in self.met}
        empty: set[tuple[int, int]] = set()
        while len(values) < enough:
            gaps = [gap for gap in _gaps(values, floor, roof) if gap not in empty]
            if not gaps:
                break
            low, high = self.low.copy(), self.high.copy()
            low[here], high[here] = gaps[0]
            if self._solve(ways.integers(-3, 4, len(self.low)), low, high):
                values.add(int(self.met[-1][here]))
            else:
                empty.add(gaps[0])
        return Range(min(values, default=0), max(values, default=MOST), len(values))

    def range(self, at: int, enough: int) -> Range:
        here = self.place[at]
        floor, roof = int(self.low[here]), int(self.high[here])
        lowest, highest = self._best(here, 1, floor, roof), self._best(here, -1, floor, roof)
        if lowest is None or highest is None:
            return Range(0, MOST, 0)
        values = {int(one[here]) for one in self.met}
        while len(values) < enough and (gap := _gap(values, lowest, highest)):
            between = self._best(here, 1, *gap)
            if between is None:
                break
            values.add(between)
        return Range(lowest, highest, len(values))

    def _best(self, here: int, way: int, floor: int, roof: int) -> int | None:
        """The lowest value of one unknown between two, or the highest where `way` is -1; None where there is none."""
        import numpy as np

        low, high = self.low.copy(), self.high.copy()
        low[here], high[here] = floor, roof
        aim = np.zeros(len(low))
        aim[here] = way
        return int(self.met[-1][here]) if self._solve(aim, low, high) else None

    def _solve(self, aim: Any, low: Any, high: Any) -> bool:
        import numpy as np
        from scipy.optimize import Bounds, milp

        if (low > high).any():
            return False
        found = milp(aim, integrality=np.ones(len(aim)), bounds=Bounds(low, high), constraints=self.constraint)
        if found.x is None:
            return False
        self.met.append(np.round(found.x))
        return True


def _gaps(values: set[int], floor: int, roof: int) -> list[tuple[int, int]]:
    """Every run of numbers that is not met yet, those between two values first."""
    known = sorted(values)
    between = [(a + 1, b - 1) for a, b in pairwise(known) if b - a > 1]
    beside = [(floor, known[0] - 1), (known[-1] + 1, roof)] if known else [(floor, roof)]
    return [*between, *((a, b) for a, b in beside if a <= b)]


def _gap(values: set[int], lowest: int, highest: int) -> tuple[int, int] | None:
    """The first run of numbers between two values that is not met yet."""
    known = sorted(values | {lowest, highest})
    return next(((a + 1, b - 1) for a, b in pairwise(known) if b - a > 1), None)
