"""Which part of a breakdown, and which month, each row falls into."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy import dtype, ndarray

    Mask = ndarray[Any, dtype[Any]]
    """True or false for each row."""
    Numbers = ndarray[Any, dtype[Any]]
    """A number for each row."""


@dataclass(frozen=True)
class Layout:
    """The cells of a breakdown, numbered from 0, and the cell of each row.

    `labels` holds one value for each column, in the order of the cells; None stands for a blank. Where a
    row falls into several cells, or into none, because its column holds several codes, `rows` names the
    row of each entry of `cell`.
    """

    labels: tuple[tuple[str | None, ...], ...]
    cell: "Numbers"
    rows: "Numbers | None" = None

    def of(self, values: Any) -> Any:
        """An array with one entry for each row, brought to one for each entry of `cell`."""
        return values if self.rows is None else values[self.rows]

    def within(self, mask: "Mask") -> "Numbers":
        """The cells of the rows that a mask picks."""
        cells: Numbers = self.cell[self.of(mask)]
        return cells

    def tally(self, mask: "Mask") -> list[int]:
        """How many of the rows picked fall into each cell."""
        from numpy import bincount

        return [int(n) for n in bincount(self.within(mask), minlength=len(self.labels))]

    def tally_distinct(self, mask: "Mask", who: "Layout") -> list[int]:
        """How many different values, such as people, the rows picked in each cell have."""
        from numpy import bincount, unique

        size = len(who.labels)
        pairs = unique(self.within(mask).astype("int64") * size + self.of(who.cell)[self.of(mask)])
        return [int(n) for n in bincount(pairs // size, minlength=len(self.labels))]


def everything(rows: int) -> Layout:
    """One cell, all rows in it."""
    from numpy import zeros

    return Layout(((),), zeros(rows, dtype="int32"))


def by_value(values: Sequence[Any]) -> Layout:
    """One cell for each different word of a column; whatever is no word is blank."""
    from numpy import fromiter

    index: dict[Any, int] = {}
    cell = fromiter((index.setdefault(value, len(index)) for value in values), dtype="int32", count=len(values))
    return Layout(tuple((value if isinstance(value, str) else None,) for value in index), cell)


def by_code(values: Sequence[Any]) -> Layout:
    """One cell for each code of a column whose cells hold several, such as "|fear|trauma|"."""
    from numpy import arange, array, concatenate, cumsum, repeat

    cells = by_value(values)
    held = [(label or "").strip("|").split("|") if label else [] for (label,) in cells.labels]
    codes = sorted({code for several in held for code in several})
    number = {code: n for n, code in enumerate(codes)}
    lengths = array([len(several) for several in held] or [0], dtype="int64")
    starts = cumsum(lengths) - lengths
    flat = array([number[code] for several in held for code in several], dtype="int32")
    each = lengths[cells.cell] if len(cells.cell) else lengths[:0]
    rows = repeat(arange(len(cells.cell)), each)
    into = arange(len(rows)) - repeat(cumsum(each) - each, each) if len(rows) else arange(0)
    at = repeat(starts[cells.cell], each) + into if len(rows) else arange(0)
    return Layout(tuple((code,) for code in codes), concatenate([flat[at], flat[:0]]), rows)


def crossed(first: Layout, second: Layout) -> Layout:
    """Every cell of one layout with every cell of another; only the first may hold rows several times."""
    if second.rows is not None:
        first, second = second, first
        if second.rows is not None:
            raise ValueError("of two columns crossed, only one may hold several codes in one cell")
        return _swapped(crossed(first, second), len(first.labels[0]) if first.labels else 1)
    size = len(second.labels)
    labels = tuple((*a, *b) for a in first.labels for b in second.labels)
    return Layout(labels, first.cell.astype("int64") * size + first.of(second.cell), first.rows)


def _swapped(layout: Layout, width: int) -> Layout:
    return Layout(tuple((*label[width:], *label[:width]) for label in layout.labels), layout.cell, layout.rows)
