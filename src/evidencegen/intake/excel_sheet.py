"""The XML of one sheet, taken in as it streams past."""

from contextlib import suppress
from datetime import datetime

from evidencegen.intake.address import LAST_ROW, row_and_column
from evidencegen.intake.dates import day_numbered
from evidencegen.intake.sheet import Fault, Sheet, Value, filled_down

MOST_CELLS = 5_000_000
_DIGITS = "0123456789"
NOT_CALCULATED = Fault("cell.not_calculated", "a formula whose value was never worked out and saved")


class SheetLook:
    """Takes the elements of a sheet one by one and keeps its cells; `sheet` gives them back.

    Holds only what is filled: a space in the last corner of a sheet is one cell, and a
    million formatted empty rows are none.
    """

    def __init__(self, strings: list[str], dated_styles: frozenset[int], counts_from_1904: bool) -> None:
        self._strings = strings
        self._dated = dated_styles
        self._1904 = counts_from_1904
        self._rows: dict[int, dict[int, Value]] = {}
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()
        self._columns: dict[str, int] = {}
        self._merged: list[tuple[int, int, int, int]] = []
        self._row = self._column = self._style = self._cells = 0
        self._type = ""
        self._taking = self._formula = False
        self._words: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element opens."""
        if name == "c":
            self._open_cell(attributes)
        elif name in ("v", "t"):
            self._taking = True
        elif name == "f":
            self._formula = True
        elif name == "row":
            self._row = int(attributes.get("r") or self._row + 1)
            self._column = 0
            if attributes.get("hidden") in ("1", "true"):
                self._hidden_rows.add(self._row)
        elif name == "mergeCell":
            self._merge(*attributes["ref"].partition(":")[::2])
        elif name == "col" and attributes.get("hidden") in ("1", "true"):
            self._hidden_columns.update(range(int(attributes["min"]), int(attributes["max"]) + 1))

    def text(self, words: str) -> None:
        """Text stands in the element that is open."""
        if self._taking:
            self._words.append(words)

    def end(self, name: str) -> None:
        """An element closes."""
        if name in ("v", "t"):
            self._taking = False
        elif name == "c":
            value = self._value("".join(self._words))
            if value is not None:
                self._rows.setdefault(self._row, {})[self._column] = value
                self._cells += 1
                if self._cells > MOST_CELLS:
                    raise ValueError("more filled cells than any register has")

    def sheet(self, file: str, name: str, visible: bool) -> Sheet:
        """What was taken, with the rows in order and merged cells filled downwards."""
        rows = {row: dict(sorted(self._rows[row].items())) for row in sorted(self._rows)}
        return filled_down(
            Sheet(
                file,
                name,
                rows,
                visible,
                frozenset(self._hidden_rows & rows.keys()),
                frozenset(self._hidden_columns),
                tuple(self._merged),
                counts_from_1904=self._1904,
            )
        )

    def _merge(self, first: str, last: str) -> None:
        """Whole columns or rows merged ("A:A") have no cell to start from, and nothing to fill."""
        with suppress(ValueError):
            self._merged.append((*row_and_column(first), *row_and_column(last or first)))

    def _open_cell(self, attributes: dict[str, str]) -> None:
        if address := attributes.get("r"):
            words = address.rstrip(_DIGITS)
            column = self._columns.get(words)
            if column is None:
                column = self._columns[words] = row_and_column(address)[1]
            self._row, self._column = int(address[len(words) :]), column
            if self._row > LAST_ROW:
                raise ValueError(f"{address} lies outside any sheet")
        else:
            self._column += 1
        self._type = attributes.get("t", "n")
        self._style = int(attributes.get("s", 0))
        self._formula = False
        self._words.clear()

    def _value(self, words: str) -> Value | None:
        """The value of the cell that closes, or None where it holds nothing."""
        if not words:
            return NOT_CALCULATED if self._formula and self._type != "str" else None
        if self._type == "s":
            return self._shared(words)
        if self._type in ("str", "inlineStr"):
            return words if words.strip() else None
        if self._type == "e":
            return Fault("cell.error", words)
        if self._type == "b":
            return words in ("1", "true")
        if self._type == "d":
            return _iso(words)
        return self._number(words)

    def _shared(self, words: str) -> Value | None:
        try:
            text = self._strings[int(words)]
        except (ValueError, IndexError):
            return Fault("cell.damaged", "a cell whose text is missing from the workbook")
        return text if text.strip() else None

    def _number(self, words: str) -> Value:
        try:
            number = float(words)
            whole = int(number)
        except (ValueError, OverflowError):
            return Fault("cell.damaged", "a cell whose number is damaged")
        if self._style in self._dated and (day := day_numbered(number, self._1904)):
            return day
        return whole if whole == number else number


def _iso(words: str) -> Value:
    try:
        return datetime.fromisoformat(words.rstrip("Z"))
    except ValueError:
        return words
