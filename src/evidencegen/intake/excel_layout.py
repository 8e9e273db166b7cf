"""Rows of a sheet written alike: which columns they fill, and how their words are read."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import cycle, repeat
from operator import getitem, lt
from sys import getsizeof
from typing import Any, NamedTuple

from evidencegen.intake.address import LAST_COLUMN, column_number
from evidencegen.intake.bounds import Allowance
from evidencegen.intake.excel_value import References, value_of
from evidencegen.intake.excel_xml import ATTRIBUTES, NotPlainError, attributes_of, is_itself, plain_text
from evidencegen.intake.sheet import Value

MOST_REMEMBERED = 50_000
MOST_OF_SHAPES = 4_000_000
ROW, OPENED, CLOSED = "\1", "\2", "\3"
_CELL = re.compile(rf'([A-Z]{{1,3}}){ROW}"{ATTRIBUTES} ?(?:/>|>(<f/>)?(?:({OPENED}\0{CLOSED})|<v/>)?</c>)', re.ASCII)
_CELL_BEGINS = '<c r="'
_LONGEST_CELL = 200
FEW = 4
_KINDS = frozenset(("n", "s", "str", "inlineStr", "b", "e", "d"))
_FLOATS = re.compile(r"[0-9.eE+-]+")
_DIGITS_ALL_KEPT = 15
_NUMBER_BYTES, _LARGEST_SHARED, _TEXT_BYTES = 28, 256, 100

Words = Sequence[str]
Values = Sequence[Value | None]
RowValues = tuple[Value | None, ...]
Reader = Callable[[Words], tuple[Values, bool]]


class Remembered(dict[str, Value | None]):
    """What cells of one kind and style say, each distinct one worked out once."""

    def __init__(self, kind: str, style: int, has_formula: bool, references: References, allowance: Allowance) -> None:
        super().__init__()
        self._read = partial(value_of, kind=kind, style=style, has_formula=has_formula, references=references)
        self._hold = allowance.hold

    def __missing__(self, words: str) -> Value | None:
        value = self._read(plain_text(words))
        self._hold(getsizeof(value))
        if len(self) < MOST_REMEMBERED:
            self._hold(getsizeof(words) + 100)
            self[words] = value
        return value


class Cell(NamedTuple):
    """What a cell of a layout says of itself: one with words in it says how each word is read, and how many at once."""

    column: int
    kind: str
    coloured: bool
    struck: bool
    remembered: Remembered | None
    reader: Reader | None


class Layout:
    """What rows written alike have in common.

    `cells` counts those written down, `columns` are the numbers of those with words in them; the
    kind, the readers, and whether the style is coloured or struck through stand at the place of each.
    `blank_coloured` counts coloured cells without words.
    """

    __slots__ = ("blank_coloured", "cells", "coloured", "columns", "kinds", "readers", "remembered", "struck")

    def __init__(self, cells: Sequence[Cell]) -> None:
        worded = [cell for cell in cells if cell.reader]
        parts: Iterable[tuple[Any, ...]] = zip(*worded, strict=True) if worded else ((),) * len(Cell._fields)
        self.cells = len(cells)
        self.columns: tuple[int, ...]
        self.remembered: tuple[Remembered, ...]
        self.readers: tuple[Reader, ...]
        self.columns, self.kinds, self.coloured, self.struck, self.remembered, self.readers = parts
        self.blank_coloured = (
            0 if len(worded) == len(cells) else sum(cell.coloured for cell in cells if not cell.reader)
        )

    def read(self, words: list[str]) -> tuple[Iterable[RowValues], bool]:
        """The values of one row after another, from the words of all, and whether any may be None.

        Raises:
            NotPlainError: some word can only be read by a parser.
        """
        width = len(self.columns)
        if len(words) < FEW * width:
            values = list(map(getitem, cycle(self.remembered), words))
            return zip(*[iter(values)] * width, strict=True), None in values
        read = [reader(words[place::width]) for place, reader in enumerate(self.readers)]
        lacks = any(may_lack and None in values for values, may_lack in read)
        return zip(*(values for values, _ in read), strict=True), lacks


class Layouts:
    """The layouts met so far in one sheet, by shape: the XML of a row without its words and row numbers.

    In a shape, a sign stands for the row's number in each address, and the place of words is a zero sign
    between the signs for `<v>` and `</v>`.
    """

    def __init__(self, references: References, allowance: Allowance) -> None:
        self._references = references
        self._allowance = allowance
        self._known: dict[str, Layout] = {}
        self._cells: dict[str, Cell] = {}
        self._room = MOST_OF_SHAPES
        self._readers: dict[tuple[str, bool, bool, bool], tuple[Remembered, Reader]] = {}
        self.find = self._known.get

    def learn(self, shape: str) -> Layout:
        """The layout of a new shape.

        Raises:
            NotPlainError: some of it is not understood.
        """
        layout = self._layout(shape)
        self._room -= len(shape)
        if self._room < 0:
            self._known.clear()
            self._room = MOST_OF_SHAPES - len(shape)
        self._known[shape] = layout
        return layout

    def _layout(self, shape: str) -> Layout:
        before, *written = shape.split(_CELL_BEGINS)
        known = self._cells.get
        cells = [known(cell) or self._cell(cell) for cell in written]
        columns = [cell.column for cell in cells]
        if before or not all(map(lt, columns, columns[1:])):
            raise NotPlainError
        return Layout(cells)

    def _cell(self, written: str) -> Cell:
        """One cell of a shape, from its letters on."""
        found = _CELL.fullmatch(written)
        column = column_number(found[1]) if found else LAST_COLUMN + 1
        if not found or column > LAST_COLUMN:
            raise NotPlainError
        kind, style = _kind_and_style(found[2])
        styles = self._references.styles
        remembered, reader = self._reader(kind, style, bool(found[3])) if found[4] else (None, None)
        cell = Cell(column, kind, style in styles.coloured, style in styles.struck, remembered, reader)
        if len(self._cells) < MOST_REMEMBERED and len(written) < _LONGEST_CELL:
            self._cells[written] = cell
        return cell

    def _reader(self, kind: str, style: int, has_formula: bool) -> tuple[Remembered, Reader]:
        styles = self._references.styles
        sort = (kind, style in styles.days, style in styles.percents, has_formula)
        if sort not in self._readers:
            remembered = Remembered(kind, style, has_formula, self._references, self._allowance)
            if kind == "s":
                reader: Reader = partial(_texts, remembered, self._references)
            elif kind == "n" and not sort[1] and not sort[2]:
                reader = partial(_numbers, remembered, self._allowance)
            elif kind in ("str", "inlineStr") and not has_formula:
                reader = partial(_own_texts, remembered, self._allowance)
            else:
                reader = partial(_others, remembered)
            self._readers[sort] = remembered, reader
        return self._readers[sort]


def _kind_and_style(written: str) -> tuple[str, int]:
    attributes = attributes_of(written)
    kind, style = attributes.get("t", "n"), attributes.get("s", "0")
    if kind not in _KINDS or not style.isdecimal() or len(style) > 6 or "r" in attributes:
        raise NotPlainError
    return kind, int(style)


def _numbers(remembered: Remembered, allowance: Allowance, words: Words) -> tuple[Values, bool]:
    """A column of numbers, whole ones as int; the flag says whether some may be blank."""
    joined = "".join(words)
    if joined and max(map(len, words)) <= _DIGITS_ALL_KEPT:
        try:
            if joined.isdecimal() and joined.isascii():
                numbers = list(map(int, words))
                allowance.hold(_NUMBER_BYTES * len(words) if max(numbers) > _LARGEST_SHARED else 0)
                return numbers, False
        except ValueError:
            return _others(remembered, words)
    if _FLOATS.fullmatch(joined):
        allowance.hold(_NUMBER_BYTES * len(words))
        try:
            return [whole if (whole := int(x)) == x else x for x in map(float, words)], False
        except (ValueError, OverflowError):
            return _others(remembered, words)
    return _others(remembered, words)


def _texts(remembered: Remembered, references: References, words: Words) -> tuple[Values, bool]:
    """A column of shared texts."""
    joined = "".join(words)
    if joined.isdecimal() and joined.isascii():
        try:
            return list(map(references.texts.__getitem__, map(int, words))), references.has_blank_texts
        except (ValueError, IndexError):
            return _others(remembered, words)
    return _others(remembered, words)


def _own_texts(remembered: Remembered, allowance: Allowance, words: Words) -> tuple[Values, bool]:
    """A column of texts written in the cells themselves; one that stands there often is kept once."""
    joined = "".join(words)
    if not is_itself(joined) or not all(map(str.strip, words)):
        return _others(remembered, words)
    before = len(remembered)
    values = list(map(remembered.setdefault, words, words))
    added = len(remembered) - before
    allowance.hold(added * (len(joined) // len(words) + _TEXT_BYTES))
    if len(remembered) > MOST_REMEMBERED:
        remembered.clear()
    return values, False


def _others(remembered: Remembered, words: Words) -> tuple[Values, bool]:
    return list(map(getitem, repeat(remembered), words)), True
