"""One table of counts with its totals, hidden so that nothing in it can be worked out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evidencegen.json_lines import read_lines
from evidencegen.release.figure import Mark
from evidencegen.release.possible import Count, Sum
from evidencegen.release.suppression import hide_more

HIDDEN = Mark.SUPPRESSED.value
GRAND = "grand"
TOTAL_WEIGHS, GRAND_WEIGHS = 3, 6
"""How many cells are given up rather than a nought, the total of a row or column, or that of the whole table."""


@dataclass(frozen=True)
class Crosstab:
    """Counts of people by row and column: those under `threshold` are hidden, nought too unless it may be shown."""

    id: Any
    cells: tuple[tuple[int, ...], ...]
    threshold: int
    zeros_publishable: bool

    def is_small(self, count: int) -> bool:
        """Whether a count is hidden for itself."""
        return 0 < count < self.threshold or (count == 0 and not self.zeros_publishable)


def read_crosstabs(content: bytes) -> list[Crosstab]:
    """Tables from JSON lines, each with "id", "rows", "cols", "cells", "threshold" and "zeros_publishable".

    "rows" and "cols" are labels or how many there are.

    Raises:
        EvidenceError: lines that are no such tables, each named; then no table is given at all.
    """
    return read_lines(
        content,
        _crosstab,
        needs=("id", "rows", "cols", "cells", "threshold", "zeros_publishable"),
        wanted='one table on each line, such as {"id": 1, "rows": ["North", "South"], "cols": ["fully", "partly"], '
        '"cells": [[12, 3], [9, 14]], "threshold": 5, "zeros_publishable": true}',
        why="no table is released until every line can be read",
        key="table.unreadable",
    )


def _crosstab(entry: dict[str, Any]) -> Crosstab:
    cells, threshold, zeros = entry["cells"], entry["threshold"], entry["zeros_publishable"]
    rows, columns = (
        n if _is_count(n) else len(n) if isinstance(n, list) else -1 for n in (entry["rows"], entry["cols"])
    )
    if rows < 1 or columns < 1:
        raise ValueError('"rows" or "cols" that are neither labels nor a number of at least 1')
    if not isinstance(cells, list) or len(cells) != rows:
        raise ValueError('"cells" with another number of rows than "rows"')
    if any(not isinstance(row, list) or len(row) != columns for row in cells):
        raise ValueError('"cells" with a row that has another number of cells than "cols"')
    if not all(_is_count(n) for row in cells for n in row):
        raise ValueError('"cells" that are not whole numbers from 0')
    if not _is_count(threshold):
        raise ValueError('a "threshold" that is not a whole number from 0')
    if not isinstance(zeros, bool):
        raise ValueError('"zeros_publishable" that is neither true nor false')
    return Crosstab(entry["id"], tuple(map(tuple, cells)), threshold, zeros)


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def suppressed(table: Crosstab) -> dict[str, Any]:
    """The table as it may leave: each number as it is or "[c]"; no column totals where there is but one row.

    A row or column whose people all stand in one cell says the same of each of them. That cell is hidden, and one
    of the noughts beside it, so that a reader cannot tell that it holds them all.
    """
    sizes, sums = _sizes(table.cells), tuple(_sums(table.cells))
    alone = set(_alone(table))
    first = {name for name, size in sizes.items() if table.is_small(size)} | alone
    counts = {
        name: Count(size, None if name in first else (size, size), weight=_weight(name, size))
        for name, size in sizes.items()
    }
    out = first | hide_more(counts, sums, small=table.threshold, nought_told=table.zeros_publishable)

    def told(name: str) -> int | str:
        return HIDDEN if name in out else sizes[name]

    rows, columns = range(len(table.cells)), range(len(table.cells[0]))
    return {
        "id": table.id,
        "cells": [[told(f"{r},{c}") for c in columns] for r in rows],
        "row_totals": [told(f"row {r}") for r in rows],
        "col_totals": [told(f"column {c}") for c in columns] if len(rows) > 1 else None,
        "grand_total": told(GRAND if len(rows) > 1 else "row 0"),
    }


def _weight(name: str, size: int) -> int:
    if name == GRAND:
        return GRAND_WEIGHS
    return 1 if size and "," in name else TOTAL_WEIGHS


def _sizes(cells: Sequence[Sequence[int]]) -> dict[str, int]:
    """Every count by its name: cells, then totals. With one row its total is all there is beside the cells."""
    sizes = {f"{r},{c}": n for r, row in enumerate(cells) for c, n in enumerate(row)}
    sizes |= {f"row {r}": sum(row) for r, row in enumerate(cells)}
    if len(cells) > 1:
        sizes |= {f"column {c}": sum(column) for c, column in enumerate(zip(*cells, strict=True))}
        sizes[GRAND] = sum(map(sum, cells))
    return sizes


def _sums(cells: Sequence[Sequence[int]]) -> Iterator[Sum]:
    rows, columns = range(len(cells)), range(len(cells[0]))
    for r in rows:
        yield f"row {r}", tuple(f"{r},{c}" for c in columns)
    if len(cells) > 1:
        for c in columns:
            yield f"column {c}", tuple(f"{r},{c}" for r in rows)
        yield GRAND, tuple(f"row {r}" for r in rows)
        yield GRAND, tuple(f"column {c}" for c in columns)


def _alone(table: Crosstab) -> Iterator[str]:
    """Each cell that holds all of a row or column, and the nought beside it whose own line hides most already."""
    for line, crossing in _lines(table.cells):
        filled = [name for name, size in line.items() if size]
        if len(line) > 1 and len(filled) == 1:
            yield filled[0]
            noughts = [name for name in line if name not in filled]
            yield max(noughts, key=lambda name: sum(map(table.is_small, crossing[name])))


def _lines(cells: Sequence[Sequence[int]]) -> Iterator[tuple[Mapping[str, int], Mapping[str, Sequence[int]]]]:
    """Each row and column as cells by name, with the line that crosses it in each."""
    across = list(zip(*cells, strict=True))
    for r, row in enumerate(cells):
        yield {f"{r},{c}": n for c, n in enumerate(row)}, {f"{r},{c}": across[c] for c in range(len(row))}
    for c, column in enumerate(across):
        yield {f"{r},{c}": n for r, n in enumerate(column)}, {f"{r},{c}": cells[r] for r in range(len(column))}
