"""A sheet as received: its cells, where they stand, and what it hides."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from evidencegen.intake.address import a1
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
    """What a sheet says beside its values, which nobody here reads: how many cells have a fill colour,
    how many are struck through, and how many carry a note or comment.
    """

    coloured: int = 0
    struck: int = 0
    noted: int = 0


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
        for top, left, bottom, right in self.merged:
            for row in range(top, min(bottom, self.last_row) + 1):
                for column in self.rows.get(row, {}):
                    hides = left <= column <= right and (row, column) != (top, left)
                    if hides and (row, column) not in self.filled:
                        yield row, column


def filled_down(sheet: Sheet) -> Sheet:
    """The sheet with each cell merged downwards repeated in the rows it was merged over.

    Only rows that hold something already are filled: a column merged to the last row of
    the sheet makes no million rows.
    """
    rows = {row: dict(cells) for row, cells in sheet.rows.items()}
    filled = set()
    for top, left, bottom, _ in sheet.merged:
        value = rows.get(top, {}).get(left)
        if value is None:
            continue
        for row in range(top + 1, min(bottom, sheet.last_row) + 1):
            if row in rows and left not in rows[row]:
                rows[row][left] = value
                filled.add((row, left))
    return replace(sheet, rows=rows, filled=frozenset(filled))
