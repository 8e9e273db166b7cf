"""A sheet as received: its cells, where they stand, and what it hides."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from evidencegen.intake.address import a1
from evidencegen.intake.bounds import MOST_UNDER_MERGES
from evidencegen.intake.unopened import unopened
from evidencegen.problem import Place


@dataclass(frozen=True)
class Fault:
    """A cell that holds nothing to read: an error such as #REF!, or a formula never worked out.

    `key` is the key of the problem it makes.
    """

    key: str
    shown: str


class Percent(float):
    """A number that the sheet shows with a percent sign: 0.87, read as "87%"."""


Value = str | int | float | bool | datetime | Fault
Rows = Mapping[int, Mapping[int, Value]]


@dataclass(frozen=True)
class Marks:
    """What a sheet says beside its values, which nobody here reads: how many cells it says it of, by row.

    Cells that hold something and have a fill colour; blank ones that have, in rows that hold something;
    cells that are struck through; and cells that carry a note or comment.
    """

    coloured: Mapping[int, int] = field(default_factory=dict)
    blank_coloured: Mapping[int, int] = field(default_factory=dict)
    struck: Mapping[int, int] = field(default_factory=dict)
    noted: Mapping[int, int] = field(default_factory=dict)

    def told(self, rows: Collection[int] | None = None) -> str:
        """Such as "12 cells have a colour, 1 cell has a note"; of `rows` alone where given, notes aside."""
        coloured, blank, struck = (
            sum(n for row, n in cells.items() if rows is None or row in rows)
            for cells in (self.coloured, self.blank_coloured, self.struck)
        )
        counts = (
            (coloured, "cell has a colour", "cells have a colour"),
            (blank, "blank cell has a colour", "blank cells have a colour"),
            (sum(self.noted.values()), "cell has a note", "cells have a note"),
            (struck, "cell is struck through", "cells are struck through"),
        )
        return ", ".join(f"{count:,} {one if count == 1 else many}" for count, one, many in counts if count)


@dataclass(frozen=True)
class Sheet:
    """Non-empty cells by row and column, both counted from 1, and what Excel does not show.

    `name` is empty for a text file, which has no sheets. `filled` holds the cells that took
    their value from a merged cell above: they are no cells of the workbook, and are not
    counted as such. `counts_from_1904` says how old Mac workbooks number their days. A `very_hidden`
    sheet cannot be shown from Excel's own menus.
    """

    file: str
    name: str
    rows: Rows = field(repr=False)
    visible: bool = True
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    merged: tuple[tuple[int, int, int, int], ...] = ()
    filled: frozenset[tuple[int, int]] = frozenset()
    counts_from_1904: bool = False
    marks: Marks = Marks()
    very_hidden: bool = False

    def place(self, row: int = 0, column: int = 0, heading: str = "") -> Place:
        """Where a cell, a row (no `column`), or a whole column (no `row`) stands."""
        cell = a1(row, column) if row and column else str(row) if row else ""
        return Place(self.file, self.name, cell, heading)

    @property
    def last_row(self) -> int:
        """The lowest row with anything in it; 0 for an empty sheet."""
        return max(self.rows, default=0)

    @property
    def cells(self) -> int:
        """How many cells hold something."""
        return sum(map(len, self.rows.values())) - len(self.filled)

    def cells_in(self, row: int) -> int:
        """How many cells of one row hold something, those filled from a merge aside."""
        here = self.rows.get(row, {})
        return sum((row, column) not in self.filled for column in here) if self.filled else len(here)

    def beneath_merges(self) -> Iterator[tuple[int, int]]:
        """Cells that hold something under a merged cell, where nobody sees it."""
        numbers = sorted(self.rows)
        for top, left, bottom, right in self.merged:
            across = range(left, right + 1)
            for row in _between(numbers, top, bottom):
                cells = self.rows[row]
                for column in across if len(across) < len(cells) else cells:
                    hides = column in across and column in cells and (row, column) != (top, left)
                    if hides and (row, column) not in self.filled:
                        yield row, column


def filled_down(sheet: Sheet) -> Sheet:
    """The sheet with each cell merged downwards repeated in the rows it was merged over.

    Only rows that hold something already are filled: a column merged to the last row of
    the sheet makes no million rows.

    Raises:
        EvidenceError: the merged cells cover more than those of any register do.
    """
    numbers = sorted(sheet.rows)
    _refuse_too_much_merged(sheet, numbers)
    rows = dict(sheet.rows)
    filled: dict[int, dict[int, Value]] = {}
    for top, left, bottom, _ in sheet.merged:
        value = rows.get(top, {}).get(left)
        if value is not None:
            for row in _between(numbers, top + 1, bottom):
                if left not in rows[row]:
                    filled.setdefault(row, {}).setdefault(left, value)
    rows.update({row: {**rows[row], **cells} for row, cells in filled.items()})
    return replace(sheet, rows=rows, filled=frozenset((row, column) for row in filled for column in filled[row]))


def _between(numbers: list[int], first: int, last: int) -> list[int]:
    return numbers[bisect_left(numbers, first) : bisect_right(numbers, last)]


def _refuse_too_much_merged(sheet: Sheet, numbers: list[int]) -> None:
    widest = max(map(len, sheet.rows.values()), default=0)
    under = sum(
        (bisect_right(numbers, bottom) - bisect_left(numbers, top)) * min(right - left + 1, widest)
        for top, left, bottom, right in sheet.merged
    )
    if under > MOST_UNDER_MERGES:
        found = f"merged cells that cover {under:,} cells"
        mend = "unmerge the cells of this sheet: select all of it, then Merge & Centre, Unmerge Cells"
        raise unopened("file.too_large", sheet.file, found, mend, "a sheet merged here and there", sheet.name)
