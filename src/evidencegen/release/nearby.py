"""Whole numbers that keep every sum as the true ones do, found close to those by small changes."""

from collections.abc import Mapping, Sequence

TRIES = 200
"""How many changes are tried before a search is given up: what it does not find may be there all the same."""


class Nearby:
    """Sums of counts, each a row that says how many times each count goes into nought.

    Its searches show what can be, never what cannot: they are quick, and a solver answers where they find nothing.
    """

    def __init__(self, rows: Sequence[Mapping[int, int]], counts: int) -> None:
        self._of: list[list[tuple[int, int]]] = [[] for _ in range(counts)]
        for number, row in enumerate(rows):
            for at, times in row.items():
                self._of[at].append((number, times))
        self._rows = [sorted(row.items(), key=lambda one: len(self._of[one[0]])) for row in rows]

    def other(
        self, counts: Sequence[int], at: int, to: int, low: Sequence[float], high: Sequence[float]
    ) -> list[int] | None:
        """The counts with the one `at` set `to`, and others changed within their bounds until each sum holds again.

        None where it lies out of bounds, or a short search finds no such counts. In `counts` every sum holds.
        """
        if not low[at] <= to <= high[at]:
            return None
        search = _Search(self._of, self._rows, list(counts), low, high)
        search.put(at, to)
        return search.counts if search.settled() else None


class _Search:
    """Counts on their way: by how much each row is `off`, and which counts have been changed."""

    def __init__(
        self,
        of: Sequence[Sequence[tuple[int, int]]],
        rows: Sequence[Sequence[tuple[int, int]]],
        counts: list[int],
        low: Sequence[float],
        high: Sequence[float],
    ) -> None:
        self._of, self._rows, self._low, self._high = of, rows, low, high
        self._off: dict[int, int] = {}
        self._changed: set[int] = set()
        self._left = TRIES
        self.counts = counts

    def put(self, at: int, to: int) -> None:
        """Change one count, whatever its sums say."""
        by = to - self.counts[at]
        self.counts[at] = to
        for row, times in self._of[at]:
            off = self._off.pop(row, 0) + by * times
            if off:
                self._off[row] = off
        self._changed ^= {at}

    def settled(self) -> bool:
        """Whether every sum could be brought to hold, each further count changed once at most."""
        if not self._off:
            return True
        row = min(self._off, key=lambda one: len(self._rows[one]))  # the one that leaves the fewest ways
        off = self._off[row]
        for at, times in self._rows[row]:
            before, (by, rest) = self.counts[at], divmod(-off, times)
            if at in self._changed or rest or not self._low[at] <= before + by <= self._high[at]:
                continue
            if self._left == 0:
                return False
            self._left -= 1
            self.put(at, before + by)
            if self.settled():
                return True
            self.put(at, before)
        return False
