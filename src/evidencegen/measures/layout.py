"""Which part of a breakdown, and which month, each row falls into."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import narwhals as nw

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

    def picked(self, cells: "Mask") -> "Mask":
        """True for the rows of the cells that are picked, one entry for each cell."""
        rows: Mask = cells[self.cell]
        return rows

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


def by_value(values: Sequence[Any] | nw.Series[Any]) -> Layout:
    """One cell for each different word of a column, in the order met; whatever is no word is blank."""
    found, cell = _numbered(values)
    return Layout(tuple((value if isinstance(value, str) else None,) for value in found), cell)


def by_month(days: nw.Series[Any]) -> Layout:
    """One cell for each month, such as `2026-03`, and one for blanks; only the months are put in words."""
    months = (days.dt.year().cast(nw.Float64()) * 12 + days.dt.month().cast(nw.Float64()) - 1).fill_null(-1)
    found, cell = _numbered(months.to_numpy().astype("int64"))
    return Layout(tuple((f"{n // 12:04}-{n % 12 + 1:02}" if n >= 0 else None,) for n in found), cell)


def each_word(cells: nw.Series[Any], told: Callable[[nw.Series[Any]], nw.Series[Any]]) -> nw.Series[Any]:
    """A column of words told anew, each different word once however many rows hold it."""
    if not len(cells):
        return told(cells)
    layout = by_value(cells)
    return told(cells[_first_rows(layout.cell, len(layout.labels)).tolist()])[layout.cell]


def _numbered(values: Any) -> "tuple[list[Any], Numbers]":
    """The different values of a column in the order met, and the number of each row's.

    The library that holds the rows does it: a Polars column never becomes a Python word for each row.
    """
    from numpy import array
    from pandas import factorize

    if not isinstance(values, nw.Series):
        held = values if hasattr(values, "dtype") else array([*values, None], dtype=object)[:-1]
    elif values.implementation.is_polars() and values.dtype == nw.String:
        physical = values.cast(nw.Categorical()).to_native().to_physical()
        cell, found = factorize(nw.from_native(physical, series_only=True).cast(nw.Int64()).fill_null(-1).to_numpy())
        return values[_first_rows(cell, len(found)).tolist()].to_list(), cell.astype("int32")
    else:
        held = values.to_native() if values.implementation.is_pandas() else array([*values, None], dtype=object)[:-1]
    cell, found = factorize(held, use_na_sentinel=False)
    return list(found), cell.astype("int32")


def _first_rows(cell: "Numbers", number: int) -> "Numbers":
    """The first row of each cell."""
    from numpy import arange, zeros

    first = zeros(number, dtype="int64")
    first[cell[::-1]] = arange(len(cell) - 1, -1, -1)
    return first


def by_code(values: Sequence[Any] | nw.Series[Any]) -> Layout:
    """One cell for each code of a column whose cells hold several, such as "|fear|trauma|"."""
    return spread(by_value(values))


def spread(cells: Layout) -> Layout:
    """One cell for each code, from the cells of the different words that hold them."""
    from numpy import arange, array, concatenate, cumsum, repeat

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
