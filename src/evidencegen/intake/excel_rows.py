"""The rows of a sheet whose XML is of the usual kind, taken in many at a time."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import repeat
from sys import getsizeof
from typing import cast

from evidencegen.intake.address import LAST_ROW
from evidencegen.intake.bounds import Allowance
from evidencegen.intake.excel_layout import CLOSED, OPENED, ROW, Layout, Layouts, RowValues
from evidencegen.intake.excel_sheet import SheetLook
from evidencegen.intake.excel_value import References
from evidencegen.intake.excel_xml import (
    ATTRIBUTES,
    CHUNK,
    PLAIN_WORDS,
    NotPlainError,
    Walk,
    attributes_of,
    is_strange,
    is_usual,
)
from evidencegen.intake.sheet import Value

MOST_OF_ONE_ROW = 16 * CHUNK
_HEADS_KEPT, _HEAD_BYTES, _ROW_BYTES = 500, 500, 60
_ROWS_BEGIN = re.compile(rb"<(?:([A-Za-z]\w{0,20}):)?sheetData>")
_ROW = re.compile(rf'\s*<row r="([1-9][0-9]{{0,6}})"{ATTRIBUTES} ?(/?)>', re.ASCII)
_EMPTY_ROW = re.compile(rf'(<row r="[1-9][0-9]{{0,6}}"{ATTRIBUTES}) ?/>\s*(?=(<row )?)', re.ASCII)
_FORMULA = re.compile(rf"<f{ATTRIBUTES} ?(?:/>|>{PLAIN_WORDS}</f>)", re.ASCII)
_INLINE = re.compile(r'<is><t(?: xml:space="preserve")?>([^<]*)</t></is>')
_ADDRESS = re.compile(r'(<c r="[A-Z]{1,3})([0-9]+)(?=")')


def read_rows(chunks: Iterable[bytes], references: References, allowance: Allowance) -> SheetLook:
    """A sheet's XML, taken in.

    Stretches of rows of the usual kind are taken by `PlainRows`, which understands every sign of a
    stretch or leaves it alone. What stands around the rows, and everything from the first stretch
    that is not plain, goes tag by tag.

    Raises:
        UnsafeError, TooLargeError, ExpatError, ValueError, KeyError: the sheet cannot be read.
    """
    look = SheetLook(references, allowance)
    through = Walk(look.start, look.end, look.text, allowance)
    rows: PlainRows | None = None
    waiting, is_plain = b"", True
    for chunk in chunks:
        waiting = waiting + chunk if waiting else chunk
        if is_plain and rows is None:
            found = _ROWS_BEGIN.search(waiting)
            if not found and len(waiting) < 2 * CHUNK:
                continue
            head = waiting[: found.end()] if found else b""
            is_plain = found is not None and is_usual(head)
            if found and is_plain:
                through.feed(head)
                waiting, rows = waiting[len(head) :], PlainRows(look, found[1])
        if is_plain and rows:
            waiting, is_plain = rows.take(waiting)
        if not is_plain:
            through.feed(waiting)
            waiting = b""
    through.feed(waiting)
    through.feed(b"", last=True)
    return look


@dataclass(frozen=True)
class Alike:
    """The rows of one layout in one stretch of XML: their numbers, and the words of all their cells in order."""

    layout: Layout
    numbers: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)


class PlainRows:
    """Takes stretches of whole rows and puts their cells where a walk tag by tag would put them."""

    def __init__(self, look: SheetLook, prefix: bytes | None) -> None:
        self._look = look
        self._layouts = Layouts(look.references, look.allowance)
        self._hides: dict[str, bool] = {}
        self._prefix = prefix + b":" if prefix else b""
        self._row = b"<" + self._prefix + b"row "
        self._end = b"</" + self._prefix + b"sheetData>"

    def take(self, waiting: bytes) -> tuple[bytes, bool]:
        """What is left of the bytes when all whole rows are taken, and whether there may be more."""
        end = waiting.find(self._end)
        cut = end if end >= 0 else waiting.rfind(self._row)
        if cut > 0:
            try:
                last, hidden, groups = self._parted(self._plain(waiting[:cut]))
                read = [(alike, *alike.layout.read(alike.words)) for alike in groups if alike.layout.columns]
            except (NotPlainError, UnicodeDecodeError):
                return waiting, False
            for alike, values, lacking in read:
                self._keep(alike, values, lacking)
            self._look.allowance.hold(_ROW_BYTES * len(hidden))
            self._look.hidden_rows.update(hidden)
            self._look.turn_to(last)
            waiting = waiting[cut:]
        return waiting, end < 0 and len(waiting) <= MOST_OF_ONE_ROW

    def _plain(self, stretch: bytes) -> str:
        """The XML of a stretch without prefixes and formulas, and signs in the place of `<v>` and `</v>`."""
        if is_strange(stretch):
            raise NotPlainError
        if prefix := self._prefix:
            opened, closed = b"<" + prefix, b"</" + prefix
            if stretch.count(b"<") != stretch.count(opened) + stretch.count(closed):
                raise NotPlainError
            stretch = stretch.replace(opened, b"<").replace(closed, b"</")
        text = stretch.decode()
        if "<is>" in text:
            text = _INLINE.sub(r"<v>\1</v>", text)
        if "<f" in text:
            text = _FORMULA.sub(_formula, text)
            text = text.replace("<f/></c>", "<f/><v></v></c>").replace("<f/><v/></c>", "<f/><v></v></c>")
        if text.count("<row ") != text.count("</row>"):
            text = _EMPTY_ROW.sub(self._empty_row, text)
        return text.replace("<v>", f"{OPENED}\0").replace("</v>", f"\0{CLOSED}")

    def _parted(self, stretch: str) -> tuple[int, list[int], Iterable[Alike]]:
        """The number of the last row, those of hidden rows, and all rows with cells by their layout."""
        last, hidden = self._look.row, []
        groups: dict[Layout, Alike] = {}
        *rows, rest = stretch.split("</row>")
        for row in rows:
            head = _ROW.match(row)
            if not head or not last < (last := int(head[1])) <= LAST_ROW:
                raise NotPlainError
            if head[2] and self._hidden(head[2]):
                hidden.append(last)
            if head.end() == len(row):
                continue
            layout, words = self._row_parts(row[head.end() :], head[1])
            alike = groups.get(layout)
            if alike is None:
                alike = groups[layout] = Alike(layout)
            alike.numbers.append(last)
            alike.words.extend(words)
        if rest.strip():
            raise NotPlainError
        return last, hidden, groups.values()

    def _row_parts(self, cells: str, number: str) -> tuple[Layout, list[str]]:
        """The layout of a row and the words in it.

        A sign takes the place of the row's number in each address, and a layout has that sign in every address.
        Where the number stood as often as there are cells, it stood in no other place.
        """
        sought = f'{number}"'
        parts = cells.replace(sought, f'{ROW}"').split("\0")
        shape = "\0".join(parts[::2])
        layout, times = self._layouts.find(shape), cells.count(sought)
        if layout is None or times != layout.cells:
            if times != cells.count("<c "):
                parts = _ADDRESS.sub(lambda f: f[1] + (ROW if f[2] == number else f[2]), cells).split("\0")
                shape = "\0".join(parts[::2])
            layout = self._layouts.find(shape) or self._layouts.learn(shape)
        if len(parts) % 2 == 0:
            raise NotPlainError
        return layout, parts[1::2]

    def _empty_row(self, found: re.Match[str]) -> str:
        """Nothing for a row that says nothing; the last of a stretch says where the next one stands."""
        return "" if found[3] and not self._hidden(found[2]) else f"{found[1]}></row>"

    def _hidden(self, written: str) -> bool:
        """Whether the attributes of a row hide it."""
        hidden = self._hides.get(written)
        if hidden is None:
            attributes = attributes_of(written)
            if "r" in attributes:
                raise NotPlainError
            hidden = attributes.get("hidden") in ("1", "true")
            if len(self._hides) < _HEADS_KEPT and len(written) < _HEAD_BYTES:
                self._hides[written] = hidden
        return hidden

    def _keep(self, alike: Alike, values: Iterable[RowValues], lacking: bool) -> None:
        """Put rows of one layout where they belong. None of them was there before: their numbers only rise."""
        look, layout, before = self._look, alike.layout, len(self._look.rows)
        look.allowance.keep(len(alike.words))
        if lacking or (look.references.struck_texts and "s" in layout.kinds):
            self._keep_one_by_one(alike, values)
        else:
            cells = map(zip, repeat(layout.columns), cast("Iterable[tuple[Value, ...]]", values))
            look.rows.update(zip(alike.numbers, map(dict, cells), strict=True))
            _mark(look.coloured, alike.numbers, sum(layout.coloured))
            _mark(look.blank_coloured, alike.numbers, layout.blank_coloured)
            _mark(look.struck, alike.numbers, sum(layout.struck))
        if len(look.rows) > before:
            look.allowance.hold(
                (len(look.rows) - before) * (getsizeof(next(reversed(look.rows.values()))) + _ROW_BYTES)
            )

    def _keep_one_by_one(self, alike: Alike, rows: Iterable[RowValues]) -> None:
        """The same, where a blank text or a text struck through makes rows differ."""
        look, layout, width = self._look, alike.layout, len(alike.layout.columns)
        for place, (row, values) in enumerate(zip(alike.numbers, rows, strict=True)):
            cells = {column: value for column, value in zip(layout.columns, values, strict=True) if value is not None}
            if not cells:
                continue
            look.rows[row] = cells
            words = alike.words[place * width : (place + 1) * width]
            each = list(zip(layout.kinds, words, values, layout.coloured, layout.struck, strict=True))
            coloured = [value is not None for _, _, value, is_coloured, _ in each if is_coloured]
            strikes = look.references.strikes
            struck = sum(v is not None and (is_struck or strikes(k, w)) for k, w, v, _, is_struck in each)
            _mark(look.coloured, [row], sum(coloured))
            _mark(look.blank_coloured, [row], layout.blank_coloured + coloured.count(False))
            _mark(look.struck, [row], struck)


def _mark(marks: dict[int, int], rows: Iterable[int], cells: int) -> None:
    if cells:
        marks.update(zip(rows, repeat(cells)))


def _formula(found: re.Match[str]) -> str:
    attributes_of(found[1])
    return "<f/>"
