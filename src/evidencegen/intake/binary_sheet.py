"""The records of one sheet of a binary workbook, taken in as they stream past."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from struct import unpack_from
from typing import IO

from evidencegen.intake.address import LAST_COLUMN, LAST_ROW
from evidencegen.intake.bounds import Allowance
from evidencegen.intake.number_format import Shown, as_shown
from evidencegen.intake.sheet import Fault, Marks, Sheet, Value, filled_down

ROW, BLANK, RK, ERROR, BOOLEAN, REAL, TEXT, SHARED = range(8)
BY_FORMULA = {8: TEXT, 9: REAL, 10: BOOLEAN, 11: ERROR}
COLUMNS, RICH, MERGED = 60, 62, 176
ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}
MOST_BYTES_OF_A_RECORD = 16 * 1024 * 1024
_PIECE = 1 << 16
_STEPS_AT_A_TIME = 1000
_HIDDEN_ROW = 0x10


@dataclass(frozen=True)
class Style:
    """How a cell is shown."""

    shown: Shown
    struck: bool
    coloured: bool


def records(stream: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """Every record: its kind, and its bytes.

    Raises:
        ValueError, IndexError, EOFError: the stream holds no whole records.
    """
    data, at = stream.read(_PIECE), 0
    while True:
        if len(data) - at < 6:
            data, at = data[at:] + stream.read(_PIECE), 0
            if not data:
                return
        kind = data[at]
        at += 1
        if kind & 0x80:
            kind = kind & 0x7F | (data[at] & 0x7F) << 7
            at += 1
        size = data[at]
        at += 1
        if size & 0x80:
            size &= 0x7F
            for shift in (7, 14, 21):
                more = data[at]
                at += 1
                size |= (more & 0x7F) << shift
                if not more & 0x80:
                    break
        if at + size > len(data):
            if size > MOST_BYTES_OF_A_RECORD:
                raise ValueError(f"a record of {size} bytes")
            data, at = data[at:] + stream.read(size + _PIECE), 0
            if size > len(data):
                raise EOFError
        yield kind, data[at : at + size]
        at += size


def wide(data: bytes, at: int) -> tuple[str, int]:
    """The text that stands at a place in a record, and where it ends; no text is an empty one."""
    (length,) = unpack_from("<I", data, at)
    if length == 0xFFFFFFFF:
        return "", at + 4
    end = at + 4 + 2 * int(length)
    if end > len(data):
        raise ValueError("a text that runs past its record")
    return data[at + 4 : end].decode("utf-16-le", "replace"), end


class SheetRecords:
    """Takes the records of a sheet one by one and keeps its cells; `sheet` gives them back."""

    def __init__(self, strings: list[str], styles: list[Style], counts_from_1904: bool, bounds: Allowance) -> None:
        self._strings = strings
        self._styles = styles
        self._plain = Style(Shown.NUMBER, False, False)
        self._1904 = counts_from_1904
        self._bounds = bounds
        self._rows: dict[int, dict[int, Value]] = {}
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()
        self._merged: list[tuple[int, int, int, int]] = []
        self._taken = self._at = 0
        self._coloured, self._blank, self._struck = (Counter[int]() for _ in range(3))

    def take(self, stream: IO[bytes]) -> None:
        """Everything in the part of a workbook that holds the sheet."""
        cells: dict[int, Value] = {}
        for step, (kind, data) in enumerate(records(stream), start=1):
            if not step % _STEPS_AT_A_TIME:
                self._bounds.add(self._taken, steps=_STEPS_AT_A_TIME)
                self._taken = 0
            if kind == ROW:
                cells = self._row(data)
            elif kind <= 11 or kind == RICH:
                self._cell(cells, kind, data)
            elif kind == COLUMNS:
                first, last = unpack_from("<II", data)
                if data[16] & 1:
                    hidden = range(first + 1, min(last + 1, LAST_COLUMN) + 1)
                    self._bounds.add(steps=len(hidden))
                    self._hidden_columns.update(hidden)
            elif kind == MERGED:
                top, bottom, left, right = unpack_from("<4I", data)
                self._merged.append((top + 1, left + 1, bottom + 1, right + 1))
                self._bounds.add(steps=max(0, min(bottom, LAST_ROW) - top))
        self._bounds.add(self._taken)

    def sheet(self, file: str, name: str, visible: bool, noted: Counter[int]) -> Sheet:
        """What was taken, with the rows in order and merged cells filled downwards."""
        rows = {row: dict(sorted(self._rows[row].items())) for row in sorted(self._rows) if self._rows[row]}
        sheet = Sheet(
            file,
            name,
            rows,
            visible,
            frozenset(self._hidden_rows) & rows.keys(),
            frozenset(self._hidden_columns),
            tuple(self._merged),
            counts_from_1904=self._1904,
            marks=Marks(self._coloured, {r: n for r, n in self._blank.items() if r in rows}, self._struck, noted),
        )
        return filled_down(sheet) if self._merged else sheet

    def _row(self, data: bytes) -> dict[int, Value]:
        row = int(unpack_from("<I", data)[0]) + 1
        if row > LAST_ROW:
            raise ValueError(f"row {row} lies outside any sheet")
        if data[11] & _HIDDEN_ROW:
            self._hidden_rows.add(row)
        self._bounds.add(rows=1)
        self._at = row
        return self._rows.setdefault(row, {})

    def _cell(self, cells: dict[int, Value], kind: int, data: bytes) -> None:
        column, style = unpack_from("<II", data)
        style &= 0xFFFFFF
        look = self._styles[style] if style < len(self._styles) else self._plain
        if column >= LAST_COLUMN:
            raise ValueError(f"column {column + 1} lies outside any sheet")
        value = self._value(BY_FORMULA.get(kind, kind), data, look.shown)
        if look.coloured:
            (self._blank if value is None else self._coloured)[self._at] += 1
        if value is not None:
            if look.struck:
                self._struck[self._at] += 1
            self._taken += 1
            cells[column + 1] = value

    def _value(self, kind: int, data: bytes, shown: Shown) -> Value | None:
        if kind == SHARED:
            (index,) = unpack_from("<I", data, 8)
            if index >= len(self._strings):
                return Fault("cell.damaged", "a cell whose text is missing from the workbook")
            text = self._strings[index]
            return text if text.strip() else None
        if kind == RK:
            return as_shown(_packed_number(unpack_from("<i", data, 8)[0]), shown, self._1904)
        if kind == REAL:
            return as_shown(unpack_from("<d", data, 8)[0], shown, self._1904)
        if kind in (TEXT, RICH):
            text, _ = wide(data, 8 if kind == TEXT else 9)
            self._bounds.add(letters=len(text))
            return text if text.strip() else None
        if kind == BOOLEAN:
            return data[8] != 0
        if kind == ERROR:
            return Fault("cell.error", ERRORS.get(data[8], "#ERROR"))
        return None


def _packed_number(packed: int) -> float:
    """A number in the four bytes that Excel calls RK: a whole one, or the upper half of a broken one, by 100 or not."""
    if packed & 2:
        number = float(packed >> 2)
    else:
        (number,) = unpack_from("<d", bytes(4) + (packed & 0xFFFFFFFC).to_bytes(4, "little"))
    return number / 100 if packed & 1 else number
