"""Which values a reader can believe a hidden count to have, from all that is told, on whole numbers."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from evidencegen.release.nearby import Nearby

if TYPE_CHECKING:
    from numpy import bool_, float64
    from numpy.typing import NDArray

    Numbers = NDArray[float64]
    Flags = NDArray[bool_]

MOST_ALONE = 2
Sum = tuple[str, tuple[str, ...]]


@dataclass(frozen=True)
class Count:
    """One count, and what a reader is told of it.

    `told` are the lowest and the highest number that a reader may take it for, alike where it is exact; None where
    it is hidden or never printed. A `guarded` one is hidden and must stay so. A `fixed` one may not be hidden, since it
    left the house earlier. `weight` is what hiding it costs.
    """

    size: int
    told: tuple[int, int] | None
    fixed: bool = False
    weight: int = 1
    guarded: bool = True


@dataclass(frozen=True)
class Safe:
    """When a hidden count is safe: so many whole numbers are left, and not all of them below `small`.

    A hidden count is at least `least`, which is 1 where noughts are always shown.
    """

    fewest: int
    small: int
    least: int


def linked(counts: Mapping[str, Count], sums: Sequence[Sum]) -> Iterator[tuple[list[str], list[Sum]]]:
    """Counts that sums link, directly or through others, with their sums."""
    leader = {name: name for name in counts}

    def lead(name: str) -> str:
        while leader[name] != name:
            leader[name] = leader[leader[name]]
            name = leader[name]
        return name

    for whole, parts in sums:
        for part in parts:
            leader[lead(part)] = lead(whole)
    groups: dict[str, tuple[list[str], list[Sum]]] = {}
    for name in counts:
        groups.setdefault(lead(name), ([], []))[0].append(name)
    for one in sums:
        groups[lead(one[0])][1].append(one)
    yield from (group for group in groups.values() if group[1])


@dataclass
class Linked:
    """Linked counts as numbers. Each of `rows` says how many times which counts, by their places, come to nought.

    `seen` are counts that a reader could believe.
    """

    names: list[str]
    safe: Safe
    size: "Numbers"
    low: "Numbers"
    high: "Numbers"
    told: "Flags"
    guarded: "Flags"
    may_hide: "Flags"
    weight: "Numbers"
    rows: list[dict[int, int]]
    most: int
    seen: list["Numbers"] = field(default_factory=list)

    @classmethod
    def of(cls, names: list[str], sums: Sequence[Sum], counts: Mapping[str, Count], safe: Safe) -> "Linked":
        import numpy as np

        at = {name: i for i, name in enumerate(names)}
        every = [counts[name] for name in names]
        size = np.array([one.size for one in every], dtype=float)
        most = int(4 * size.max(initial=0) + 50)
        spans = [(0, most) if one.told is None else one.told for one in every]
        rows = [Counter({at[whole]: 1}) for whole, _ in sums]
        for row, (_, parts) in zip(rows, sums, strict=True):
            row.subtract(at[part] for part in parts)
        told = np.array([one.told is not None for one in every])
        return cls(
            names,
            safe,
            size,
            np.array([span[0] for span in spans], dtype=float),
            np.array([span[1] for span in spans], dtype=float),
            told,
            np.array([one.guarded and one.told is None for one in every]),
            told & ~np.array([one.fixed for one in every]),
            np.array([one.weight for one in every], dtype=float),
            [{at: times for at, times in row.items() if times} for row in rows],
            most,
            [size],
        )

    @cached_property
    def matrix(self) -> Any:
        """The rows as a sparse matrix: times the counts it is nought."""
        from scipy.sparse import csr_array

        entries = [(times, number, at) for number, row in enumerate(self.rows) for at, times in row.items()]
        values, rows, columns = zip(*entries, strict=True)
        return csr_array(([float(n) for n in values], (rows, columns)), shape=(len(self.rows), len(self.names)))

    def exposed(self, hidden: "Flags") -> list[int]:
        """The hidden counts that are not safe when these are hidden too."""
        import numpy as np

        low, high = self.bounds(hidden)
        self.seen = [one for one in self.seen if (one >= low).all() and (one <= high).all()]
        waiting = self._not_near(np.flatnonzero(self.guarded | hidden).tolist(), low, high)
        ways = np.random.default_rng(len(self.names))
        before = len(waiting) + 1
        while len(waiting) > MOST_ALONE and len(waiting) < before:
            before = len(waiting)
            for _ in range(3):
                self._solve(dict(zip(waiting, ways.choice((-1.0, 1.0), before).tolist(), strict=True)), low, high)
            waiting = [at for at in waiting if not self._is_safe({one[at] for one in self.seen})]
        return [at for at in waiting if not self._is_safe(self._values(at, low, high))]

    def _not_near(self, waiting: list[int], low: "Numbers", high: "Numbers") -> list[int]:
        """Those that counts close to the true ones do not show to be safe: for most of them no solver is needed."""
        import numpy as np

        nearby, true, small = Nearby(self.rows, len(self.names)), self.size.astype(int).tolist(), self.safe.small
        bounds = low.tolist(), high.tolist()
        left: list[int] = []
        for at in waiting:
            values = {one[at] for one in self.seen}
            for to in (*(true[at] + by for by in (1, -1, 2, -2)), *((small, small + 1) if small else ())):
                if self._is_safe(values):
                    break
                if (found := nearby.other(true, at, to, *bounds)) is not None:
                    self.seen.append(np.array(found, dtype=float))
                    values.add(float(to))
            if not self._is_safe(values):
                left.append(at)
        return left

    def _is_safe(self, values: set[float]) -> bool:
        beyond = not self.safe.small or any(value == 0 or value >= self.safe.small for value in values)
        return beyond and len(values) >= self.safe.fewest

    def _values(self, at: int, low: "Numbers", high: "Numbers") -> set[float]:
        """Values that one count may have: as many as show that it is safe, or all that matter where it is not."""
        for way in (1.0, -1.0):
            self._solve({at: way}, low, high)
            values = {one[at] for one in self.seen}
            if self._is_safe(values):
                return values
        least, most = min(values), max(values)
        while len(values) < self.safe.fewest and most - least > len(values) - 1:
            within = next(v for v in range(int(least) + 1, int(most)) if v not in values)
            floor, roof = low.copy(), high.copy()
            floor[at] = within
            roof[at] = min(value for value in values if value > within) - 1
            if not self._solve({at: 1.0}, floor, roof):
                break
            values = {one[at] for one in self.seen}
        return values

    def bounds(self, hidden: "Flags") -> tuple["Numbers", "Numbers"]:
        import numpy as np

        unseen = self.guarded | hidden
        low = np.where(unseen, np.minimum(self.safe.least, self.size), np.where(self.told, self.low, 0.0))
        return low, np.where(self.told & ~hidden, self.high, float(self.most))

    def _solve(self, wanted: Mapping[int, float], low: "Numbers", high: "Numbers") -> bool:
        """Find whole counts that a reader could believe, with these as small as can be (large, where -1)."""
        import numpy as np
        from scipy.optimize import Bounds, LinearConstraint, milp

        aim = np.zeros(len(self.names))
        for at, way in wanted.items():
            aim[at] = way
        answer = milp(
            aim,
            integrality=np.ones(len(self.names)),
            bounds=Bounds(low, high),
            constraints=LinearConstraint(self.matrix, 0, 0),
        )
        if answer.x is None:
            return False
        self.seen.append(np.round(answer.x))
        return True
