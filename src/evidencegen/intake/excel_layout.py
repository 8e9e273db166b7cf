"""Rows of a sheet written alike: which columns they fill, and how their words are read."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import repeat
from operator import getitem
from sys import getsizeof

from evidencegen.intake.address import LAST_COLUMN, column_number
from evidencegen.intake.bounds import Allowance
from evidencegen.intake.excel_value import References, value_of
from evidencegen.intake.excel_xml import ATTRIBUTES, NotPlainError, attributes_of, plain_text
from evidencegen.intake.sheet import Value

MOST_REMEMBERED = 50_000
MOST_OF_SHAPES = 4_000_000
ROW, OPENED, CLOSED = "\1", "\2", "\3"
_CELL = re.compile(
    rf'<c r="([A-Z]{{1,3}}){ROW}"{ATTRIBUTES} ?(?:/>|>(<f/>)?(?:({OPENED}\0{CLOSED})|<v/>)?</c>)', re.ASCII
)
_KINDS = frozenset(("n", "s", "str", "inlineStr", "b", "e", "d"))
_FLOATS = re.compile(r"[0-9.eE+-]+")
_DIGITS_ALL_KEPT = 15
_NUMBER_BYTES, _LARGEST_SHARED = 28, 256

Words = Sequence[str]
Values = Sequence[Value | None]
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


@dataclass(frozen=True, eq=False)
class Layout:
    """What rows written alike have in common.

    `cells` counts those written down, `columns` are the numbers of those with words in them; a reader, a
    kind, and whether the style is coloured or struck through stand at the place of each. `blank_coloured`
    counts coloured cells without words.
    """

    cells: int
    columns: tuple[int, ...]
    readers: tuple[Reader, ...]
    kinds: tuple[str, ...]
    coloured: tuple[bool, ...]
    struck: tuple[bool, ...]
    blank_coloured: int


class Layouts:
    """The layouts met so far in one sheet, by shape: the XML of a row without its words and row numbers.

    In a shape, a sign stands for the row's number in each address, and the place of words is a zero sign
    between the signs for `<v>` and `</v>`.
    """

    def __init__(self, references: References, allowance: Allowance) -> None:
        self._references = references
        self._allowance = allowance
        self._known: dict[str, Layout] = {}
        self._room = MOST_OF_SHAPES
        self._readers: dict[tuple[str, bool, bool, bool], Reader] = {}
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
        styles = self._references.styles
        at = cells = last = blank_coloured = 0
        with_words = []
        while at < len(shape):
            found = _CELL.match(shape, at)
            column = column_number(found[1]) if found else 0
            if not found or not last < column <= LAST_COLUMN:
                raise NotPlainError
            at, last, cells = found.end(), column, cells + 1
            kind, style = _kind_and_style(found[2])
            if found[4]:
                reader = self._reader(kind, style, bool(found[3]))
                with_words.append((column, reader, kind, style in styles.coloured, style in styles.struck))
            else:
                blank_coloured += style in styles.coloured
        columns, readers, kinds, coloured, struck = zip(*with_words, strict=True) if with_words else ((),) * 5
        return Layout(cells, columns, readers, kinds, coloured, struck, blank_coloured)

    def _reader(self, kind: str, style: int, has_formula: bool) -> Reader:
        styles = self._references.styles
        sort = (kind, style in styles.days, style in styles.percents, has_formula)
        reader = self._readers.get(sort)
        if reader is None:
            remembered = Remembered(kind, style, has_formula, self._references, self._allowance)
            if kind == "s":
                reader = partial(_texts, remembered, self._references)
            elif kind == "n" and not sort[1] and not sort[2]:
                reader = partial(_numbers, remembered, self._allowance)
            else:
                reader = partial(_others, remembered)
            self._readers[sort] = reader
        return reader


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
    joined = "".join(words)
    if joined.isdecimal() and joined.isascii():
        try:
            return list(map(references.texts.__getitem__, map(int, words))), references.has_blank_texts
        except (ValueError, IndexError):
            return _others(remembered, words)
    return _others(remembered, words)


def _others(remembered: Remembered, words: Words) -> tuple[Values, bool]:
    return list(map(getitem, repeat(remembered), words)), True
