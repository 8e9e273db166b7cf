"""The XML of one sheet, taken in tag by tag as it streams past."""

from collections.abc import Mapping
from contextlib import suppress

from evidencegen.intake.address import LAST_COLUMN, LAST_ROW, row_and_column
from evidencegen.intake.bounds import BYTES_OF_A_PIECE, MOST_MERGED, MOST_OF_ONE_TEXT, Allowance, TooLargeError
from evidencegen.intake.excel_value import References, value_of
from evidencegen.intake.excel_xml import local
from evidencegen.intake.sheet import Marks, Sheet, Value, filled_down

_DIGITS = "0123456789"
_CELL_BYTES, _ROW_BYTES = 110, 250


class SheetLook:
    """Takes the elements of a sheet one by one and keeps its cells; `sheet` gives them back.

    Holds only what is filled: a space in the last corner of a sheet is one cell, and a
    million formatted empty rows are none.
    """

    def __init__(self, references: References, allowance: Allowance) -> None:
        self.references = references
        self.allowance = allowance
        self.rows: dict[int, dict[int, Value]] = {}
        self.hidden_rows: set[int] = set()
        self.coloured: dict[int, int] = {}
        self.blank_coloured: dict[int, int] = {}
        self.struck: dict[int, int] = {}
        self.row = 0
        self._hidden_columns = bytearray(LAST_COLUMN + 1)
        self._columns: dict[str, int] = {}
        self._unordered: set[int] = set()
        self._merged: list[tuple[int, int, int, int]] = []
        self._column = self._style = self._length = self._blank_coloured = 0
        self._type = ""
        self._taking = self._formula = self._phonetic = self._strike = False
        self._words: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element opens."""
        if name == "c":
            self._open_cell(attributes)
        elif name in ("v", "t"):
            self._taking = not self._phonetic
        elif name == "f":
            self._formula = True
        elif name == "row":
            self.turn_to(int(attributes.get("r") or self.row + 1))
            self._column = 0
            if attributes.get("hidden") in ("1", "true"):
                self.hidden_rows.add(self.row)
        elif name == "rPh":
            self._phonetic = True
        elif name == "strike":
            self._strike = self._strike or attributes.get("val") not in ("0", "false")
        elif name == "mergeCell":
            self._merge(*attributes["ref"].partition(":")[::2])
        elif name == "col" and attributes.get("hidden") in ("1", "true"):
            first, last = max(int(attributes["min"]), 1), min(int(attributes["max"]), LAST_COLUMN)
            if self._hidden_columns.find(0, first, last + 1) >= 0:
                self._hidden_columns[first : last + 1] = b"\1" * (last + 1 - first)
        elif ":" in name:
            self.start(local(name), attributes)

    def text(self, words: str) -> None:
        """Text stands in the element that is open."""
        if self._taking:
            self._words.append(words)
            self._length += len(words) + BYTES_OF_A_PIECE
            if self._length > MOST_OF_ONE_TEXT:
                raise TooLargeError("a cell with more text than a whole register")

    def end(self, name: str) -> None:
        """An element closes."""
        if name in ("v", "t"):
            self._taking = False
        elif name == "c":
            self._close_cell("".join(self._words))
        elif name == "rPh":
            self._phonetic = False
        elif ":" in name:
            self.end(local(name))

    def sheet(self, file: str, name: str, visible: bool, noted: Mapping[int, int] | None = None) -> Sheet:
        """What was taken, with the rows in order and merged cells filled downwards."""
        self.turn_to(0)
        for row in self._unordered:
            self.rows[row] = dict(sorted(self.rows[row].items()))
        rows = dict(sorted(self.rows.items()))
        by_row = (self.coloured, self.blank_coloured, self.struck, noted or {})
        marks = Marks(*(dict(sorted(cells.items())) for cells in by_row))
        return filled_down(
            Sheet(
                file,
                name,
                rows,
                visible,
                frozenset(self.hidden_rows & rows.keys()),
                self._columns_hidden(),
                tuple(self._merged),
                counts_from_1904=self.references.counts_from_1904,
                marks=marks,
            )
        )

    def _columns_hidden(self) -> frozenset[int]:
        hidden = self._hidden_columns
        return frozenset(column for column in range(len(hidden)) if hidden[column]) if 1 in hidden else frozenset()

    def _merge(self, first: str, last: str) -> None:
        """Whole columns or rows merged ("A:A") have no cell to start from, and nothing to fill."""
        with suppress(ValueError):
            self._merged.append((*row_and_column(first), *row_and_column(last or first)))
        if len(self._merged) > MOST_MERGED:
            raise TooLargeError(f"a sheet with more than {MOST_MERGED:,} merged cells")

    def _open_cell(self, attributes: dict[str, str]) -> None:
        if address := attributes.get("r"):
            words = address.rstrip(_DIGITS)
            column = self._columns.get(words)
            if column is None:
                column = self._columns[words] = row_and_column(address)[1]
            row = int(address[len(words) :])
            if row != self.row:
                self.turn_to(row)
            self._column = column
        else:
            self._column += 1
        if self.row > LAST_ROW or self._column > LAST_COLUMN:
            raise ValueError("a cell that lies outside any sheet")
        self._type = attributes.get("t", "n")
        style = attributes.get("s", "0")
        self._style = int(style) if style.isdecimal() else 0
        self._formula = self._strike = False
        self._words.clear()
        self._length = 0

    def _close_cell(self, words: str) -> None:
        styles = self.references.styles
        value = value_of(words, self._type, self._style, self._formula, self.references)
        if value is None:
            self._blank_coloured += self._style in styles.coloured
            return
        cells = self.rows.get(self.row)
        if cells is None:
            cells = self.rows[self.row] = {}
            self.allowance.hold(_ROW_BYTES)
        if cells and self._column < next(reversed(cells)):
            self._unordered.add(self.row)
        cells[self._column] = value
        self.allowance.keep(1)
        self.allowance.hold(_CELL_BYTES + len(words))
        if self._style in styles.coloured:
            self.coloured[self.row] = self.coloured.get(self.row, 0) + 1
        if self._strike or self._style in styles.struck or self.references.strikes(self._type, words):
            self.struck[self.row] = self.struck.get(self.row, 0) + 1

    def turn_to(self, row: int) -> None:
        """Leave one row for another; coloured blank cells are counted where the row holds anything."""
        if self._blank_coloured and self.row in self.rows:
            self.blank_coloured[self.row] = self.blank_coloured.get(self.row, 0) + self._blank_coloured
        self._blank_coloured = 0
        self.row = row
