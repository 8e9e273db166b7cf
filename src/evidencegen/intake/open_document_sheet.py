"""The XML of one table of an OpenDocument spreadsheet, taken in as it streams past."""

import re
from bisect import bisect_left
from collections import Counter
from datetime import datetime

from evidencegen.intake.address import LAST_COLUMN, LAST_ROW
from evidencegen.intake.bounds import Allowance
from evidencegen.intake.excel_value import NOT_CALCULATED
from evidencegen.intake.number_format import DAMAGED_NUMBER, Shown, as_shown
from evidencegen.intake.sheet import Fault, Marks, Sheet, Value, filled_down

CELLS = frozenset(("table:table-cell", "table:covered-table-cell"))
BACKGROUND = 1000
_COLUMNS, _DOWN, _RIGHT = "table:number-columns-repeated", "table:number-rows-spanned", "table:number-columns-spanned"
_ERROR = re.compile(r"#(?:REF!|N/A|DIV/0!|VALUE!|NAME\?|NUM!|NULL!)|Err:\d{3}")
_TIME = re.compile(r"PT(\d+)H(\d+)M(\d+)(?:[.,](\d+))?S")
Attributes = dict[str, str]


class TableLook:
    """Takes the elements of a table one by one and keeps its cells; `sheet` gives them back.

    A repeated cell or row that is empty costs nothing, however often it stands there; one that is filled
    counts as often as it stands there. `of_another_file` is true of what LibreOffice remembers of a linked file.
    """

    def __init__(self, name: str, visible: bool, coloured: set[str], struck: set[str], bounds: Allowance) -> None:
        self.of_another_file = False
        self._name = name
        self._visible = visible
        self._styles = coloured, struck
        self._bounds = bounds
        self._rows: dict[int, dict[int, Value]] = {}
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()
        self._merged: list[tuple[int, int, int, int]] = []
        self._column_styles: tuple[list[int], list[str]] = ([], [])
        self._row = self._rows_repeated = 1
        self._columns = self._column = 0
        self._row_hidden = False
        self._row_style = ""
        self._cells: dict[int, Value] = {}
        self._cell: Attributes | None = None
        self._paragraphs: list[str] = []
        self._marking = bool(coloured or struck)
        self._noted = Counter[int]()
        self._marks: tuple[dict[int, int], ...] = ({}, {}, {})
        self._marked_in_row = [0, 0, 0]

    def start(self, name: str, attributes: Attributes) -> None:
        """An element opens, other than a cell."""
        if name == "table:table-row":
            self._rows_repeated = _repeated(attributes, "table:number-rows-repeated")
            self._row_hidden = attributes.get("table:visibility") in ("collapse", "filter")
            self._row_style = attributes.get("table:default-cell-style-name", "")
            self._cells, self._column, self._marked_in_row = {}, 0, [0, 0, 0]
        elif name == "table:table-column":
            repeated = min(_repeated(attributes, _COLUMNS), LAST_COLUMN)
            if attributes.get("table:visibility") in ("collapse", "filter") and self._columns < LAST_COLUMN:
                self._hidden_columns.update(range(self._columns + 1, self._columns + repeated + 1))
            self._columns += repeated
            self._column_styles[0].append(self._columns)
            self._column_styles[1].append(attributes.get("table:default-cell-style-name", ""))
        elif name == "table:table-source":
            self.of_another_file = True

    def open_cell(self, attributes: Attributes) -> None:
        """A cell opens."""
        self._cell = attributes
        self._paragraphs = []

    def note(self) -> None:
        """A note hangs on the cell that is open."""
        self._noted[self._row] += self._cell is not None

    def paragraph(self, words: str) -> None:
        """A paragraph of text stands in the cell that is open."""
        self._paragraphs.append(words)

    def end(self, name: str) -> None:
        """An element closes, other than a cell."""
        if name == "table:table-row":
            self._close_row()

    def sheet(self, file: str) -> Sheet:
        """What was taken, with merged cells filled downwards."""
        coloured, blank, struck = self._marks
        sheet = Sheet(
            file,
            self._name,
            self._rows,
            self._visible,
            frozenset(self._hidden_rows),
            frozenset(self._hidden_columns),
            tuple(self._merged),
            marks=Marks(coloured, blank, struck, self._noted),
        )
        return filled_down(sheet) if self._merged else sheet

    def close_cell(self) -> None:
        """The cell that is open closes."""
        attributes, self._cell = self._cell, None
        if attributes is None:
            return
        repeated = _repeated(attributes, _COLUMNS) if _COLUMNS in attributes else 1
        first = self._column + 1
        self._column += repeated
        value = self._value(attributes, "\n".join(self._paragraphs)) if attributes or self._paragraphs else None
        if self._marking and repeated < BACKGROUND:
            style = attributes.get("table:style-name") or self._row_style or self._style_of(first)
            self._mark(style, repeated, blank=value is None)
        if value is not None:
            if self._column > LAST_COLUMN:
                raise ValueError(f"column {self._column} lies outside any sheet")
            self._cells.update(dict.fromkeys(range(first, self._column + 1), value))
        if _DOWN in attributes or _RIGHT in attributes:
            down, right = _repeated(attributes, _DOWN), _repeated(attributes, _RIGHT)
            self._merged.append((self._row, first, self._row + down - 1, first + right - 1))
            self._bounds.add(steps=min(down, LAST_ROW))

    def _mark(self, style: str, cells: int, blank: bool) -> None:
        coloured, struck = self._styles
        self._marked_in_row[1 if blank else 0] += cells * (style in coloured)
        self._marked_in_row[2] += cells * (style in struck and not blank)

    def _style_of(self, column: int) -> str:
        lasts, styles = self._column_styles
        at = bisect_left(lasts, column)
        return styles[at] if at < len(styles) else ""

    def _close_row(self) -> None:
        first, self._row = self._row, self._row + self._rows_repeated
        if self._cells:
            if self._row > LAST_ROW + 1:
                raise ValueError(f"row {self._row} lies outside any sheet")
            self._bounds.add(len(self._cells) * self._rows_repeated, self._rows_repeated)
            repeated = range(first, self._row)
            self._rows.update(dict.fromkeys(repeated, self._cells))
            for marks, cells in zip(self._marks, self._marked_in_row, strict=True):
                if cells:
                    marks.update(dict.fromkeys(repeated, cells))
            if self._row_hidden:
                self._hidden_rows.update(repeated)

    def _value(self, attributes: Attributes, text: str) -> Value | None:
        """The value of the cell that closes, or None where it holds nothing."""
        kind = attributes.get("office:value-type", "")
        if attributes.get("calcext:value-type") == "error" or (text[:1] in "#E" and _ERROR.fullmatch(text)):
            return Fault("cell.error", text or "#ERROR")
        if kind in ("float", "currency", "percentage"):
            return _number(attributes, kind)
        if kind == "date":
            return _day(attributes.get("office:date-value", ""), text)
        if kind == "time":
            return _time(attributes.get("office:time-value", ""), text)
        if kind == "boolean":
            return attributes.get("office:boolean-value") == "true"
        words = attributes.get("office:string-value") or text
        if words.strip():
            return words
        return NOT_CALCULATED if "table:formula" in attributes and not kind else None


def _repeated(attributes: Attributes, name: str) -> int:
    return max(1, int(attributes.get(name, 1)))


def _number(attributes: Attributes, kind: str) -> Value:
    words = attributes.get("office:value", "")
    if not words and "table:formula" in attributes:
        return NOT_CALCULATED
    try:
        number = float(words)
    except ValueError:
        return DAMAGED_NUMBER
    return as_shown(number, Shown.PERCENT if kind == "percentage" else Shown.NUMBER)


def _day(words: str, text: str) -> Value | None:
    try:
        return datetime.fromisoformat(words).replace(tzinfo=None)
    except ValueError:
        return text if text.strip() else DAMAGED_NUMBER


def _time(words: str, text: str) -> Value:
    """A time of day as the share of a day, as Excel keeps it."""
    found = _TIME.fullmatch(words)
    if not found:
        return text if text.strip() else DAMAGED_NUMBER
    hours, minutes, seconds = int(found[1]), int(found[2]), float(f"{found[3]}.{found[4] or 0}")
    return as_shown((hours * 3600 + minutes * 60 + seconds) / 86_400, Shown.NUMBER)
