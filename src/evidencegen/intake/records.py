"""Which rows hold records, and which are totals, notes, examples and blanks."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from evidencegen.intake.account import BLANK, EXAMPLE, FOOTNOTE, NOTHING_KNOWN, REPEATED, SECOND_TABLE, TITLE, TOTAL
from evidencegen.intake.blocks import Block, blocks_beside, stands_elsewhere, tables_below
from evidencegen.intake.heading import Headings
from evidencegen.intake.register import Register
from evidencegen.intake.sheet import Sheet, Value
from evidencegen.intake.words import key, left_blank, plain

EXAMPLE_MARK = "EXAMPLE"
_TOTAL_WORDS = frozenset(
    ("total", "totals", "subtotal", "subtotals", "average", "averages", "mean", "overall", "sum", "count",
     "compliance", "compliant", "percent", "percentage")
)  # fmt: skip
_TOTAL_PHRASES = ("sub total", "grand total")
_FOOTNOTE = re.compile(
    r"[*†‡#]|note\b|notes\b|source\b|key\b|n\.?b\b|updated\b|printed\b|produced\b|report\b", re.IGNORECASE
)
_WORDS_OF_A_NOTE = 3


@dataclass(frozen=True)
class Records:
    """Rows that hold records, in order, the reason for each other filled row below the headings, and
    how many rows between them are empty. `beside` are blocks of cells that are no part of the register from the
    heading row down, and `below` the second tables among the rows left out.
    """

    rows: tuple[int, ...]
    left_out: Mapping[int, str]
    empty: int = 0
    beside: tuple[Block, ...] = ()
    below: tuple[Block, ...] = ()

    @property
    def apart(self) -> dict[int, str]:
        """Why the columns of `beside` are not read, by number."""
        return {column: block.reason for block in self.beside for column in range(block.left, block.right + 1)}


def find_records(
    sheet: Sheet, headings: Headings, read: frozenset[int], required: frozenset[int], marked: int = 0
) -> Records:
    """Every row below the headings, told apart.

    Args:
        read: the columns that are read, by number; the others cannot make a row a record.
        required: those of them that no record may leave blank.
        marked: the column in which the example row of a blank workbook says what it is, wherever it was moved to.
    """
    beside = blocks_beside(sheet, headings, read)
    tell = _Telling(sheet, headings, read, required, Records((), {}, beside=beside).apart, marked)
    below = sorted(row for row in sheet.rows if row > headings.row)
    rows = [row for row in below if tell.is_record(row)]
    _settle_single_cells(tell, rows)
    left_out = tell.left_out
    rows = [row for row in rows if row not in left_out]
    tables = []
    for block, others in tables_below(sheet, headings, rows, left_out, frozenset(tell.breaks)):
        tables.append(block)
        left_out |= dict.fromkeys(others, SECOND_TABLE)
    if tables:
        rows = [row for row in rows if row not in left_out]
    empty = max(sheet.last_row - headings.row, 0) - len(below)
    return Records(tuple(rows), dict(sorted(left_out.items())), empty, beside, tuple(tables))


@dataclass
class _Telling:
    """Tells rows apart one by one, and keeps why some are no records and which hold one text alone."""

    sheet: Sheet
    headings: Headings
    read: frozenset[int]
    required: frozenset[int]
    apart: Mapping[int, str]
    marked: int = 0
    left_out: dict[int, str] = field(default_factory=dict)
    single: dict[int, tuple[int, str]] = field(default_factory=dict)
    breaks: set[int] = field(default_factory=set)
    _ordinary: dict[str, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.heads = {column: key(title) for column, title in self.headings.titles.items()}
        self._head_words = frozenset(self.heads.values())

    def is_record(self, row: int) -> bool:
        """Whether a row is a record as far as it alone can tell. Most are known by their first two cells."""
        cells = self.sheet.rows[row]
        mark = cells.get(self.marked)
        if isinstance(mark, str) and mark.startswith(EXAMPLE_MARK):
            self.left_out[row] = EXAMPLE
            return False
        first = min(cells)
        if first in self.read and self._opens_as_record(cells[first]) and self._says_more(cells, first):
            return True
        said = {c: v for c, v in _said(cells).items() if c not in self.apart} if self.apart else _said(cells)
        reason = self._why_not(row, cells, said)
        if reason:
            self.left_out[row] = reason
        elif len(said) == 1 and len(self.heads) > 1:
            column, value = next(iter(said.items()))
            if isinstance(value, str):
                self.single[row] = (column, value)
        return not reason

    def _opens_as_record(self, opening: Value) -> bool:
        if not isinstance(opening, str):
            return True
        known = self._ordinary.get(opening)
        if known is None:
            words = key(opening)
            odd = left_blank(opening) or opening.startswith(EXAMPLE_MARK) or words in self._head_words
            known = self._ordinary[opening] = not odd and not _opens_a_total(opening, words)
        return known

    def _says_more(self, cells: Mapping[int, Value], first: int) -> bool:
        for column, value in cells.items():
            if column != first and column not in self.apart and not (isinstance(value, str) and left_blank(value)):
                return True
        return False

    def _why_not(self, row: int, cells: Mapping[int, Value], said: Mapping[int, Value]) -> str:
        """The reason a row is no record, or nothing."""
        if not said:
            return next((self.apart[c] for c in cells if c in self.apart), BLANK)
        first = min(said)
        opening = said[first]
        if isinstance(opening, str):
            if opening.startswith(EXAMPLE_MARK):
                return EXAMPLE
            if _is_repeated(said, self.heads):
                return REPEATED
            if _opens_a_total(opening, key(opening)) and _lacks(said, self.required, first):
                return TOTAL
            if len(said) > 1 and stands_elsewhere(said, self.headings, at_least=2):
                self.breaks.add(row)
        if not self.read & said.keys() and not (len(said) == 1 and isinstance(opening, str)):
            return NOTHING_KNOWN
        return ""


def _said(cells: Mapping[int, Value]) -> dict[int, Value]:
    return {c: v for c, v in cells.items() if not (isinstance(v, str) and left_blank(v))}


def _is_repeated(said: Mapping[int, Value], heads: Mapping[int, str]) -> bool:
    first, text = next(iter(said.items()))
    if not isinstance(text, str) or first not in heads or key(text) != heads[first]:
        return False
    alike = sum(isinstance(v, str) and key(v) == heads.get(c) for c, v in said.items())
    return alike >= 2 and alike == len(said)


def _opens_a_total(opening: str, words: str) -> bool:
    share = not opening[:1].isalnum() and plain(opening).startswith("%")
    return share or words.partition(" ")[0] in _TOTAL_WORDS or words.startswith(_TOTAL_PHRASES)


def _lacks(said: Mapping[int, Value], required: frozenset[int], first: int) -> bool:
    others = required - {first}
    return not others or not others <= said.keys()


def _settle_single_cells(tell: _Telling, rows: Sequence[int]) -> None:
    """Say of rows of one text cell what they are: block titles, and notes under or between the records."""
    left_out = tell.left_out
    last_full = next((row for row in reversed(rows) if row not in tell.single), 0)
    across = _merged_across(tell)
    for row, (column, text) in tell.single.items():
        if left_out.get(row + 1) == REPEATED or (row, column) in across:
            left_out[row] = TITLE
        elif _reads_as_note(text, column in tell.heads) and (
            row > last_full or row - 1 not in tell.sheet.rows or left_out.get(row - 1) in (BLANK, FOOTNOTE, TOTAL)
        ):
            left_out[row] = FOOTNOTE
        elif column not in tell.read:
            left_out[row] = NOTHING_KNOWN


def _merged_across(tell: _Telling) -> set[tuple[int, int]]:
    """Cells merged over at least half of the headings: what stands in one is a title."""
    wide = max(2, len(tell.heads) // 2)
    merged = tell.sheet.merged if tell.single else ()
    return {(top, left) for top, left, bottom, right in merged if top == bottom and right - left + 1 >= wide}


def _reads_as_note(text: str, under_heading: bool) -> bool:
    """A lone reference number after a blank row is a record half filled in, and no note."""
    return not under_heading or bool(_FOOTNOTE.match(text)) or len(text.split()) >= _WORDS_OF_A_NOTE


@dataclass(frozen=True)
class Layout:
    """Cells laid out column by column, each with where it stands; one position is one row of a table.

    `rows` gives the sheet row of each position and `at` the column number of each name. In
    a training matrix one sheet row makes many positions: `over` then gives the course column of
    each, and `at` is 0 for the columns that take their value from there. `gated` holds
    names and prose: name of the column, cell, sheet row, column number, and the first position made of
    that row, or -1 where there is none. `apart` gives by name the course column of each position where a
    course has several.
    """

    rows: tuple[int, ...]
    columns: Mapping[str, Sequence[Value | None]] = field(repr=False)
    at: Mapping[str, int]
    over: tuple[int, ...] = ()
    gated: tuple[tuple[str, Value, int, int, int], ...] = field(default=(), repr=False)
    apart: Mapping[str, Sequence[int]] = field(default_factory=dict, repr=False)

    def where(self, name: str, position: int) -> tuple[int, int]:
        """Row and column number of one cell."""
        return self.rows[position], self.at[name] or self.apart.get(name, self.over)[position]


def laid_out(sheet: Sheet, headings: Headings, register: Register, records: Records) -> Layout:
    """The records of a sheet that has one row for each of them."""
    columns = {
        name: [sheet.rows[row].get(number) for row in records.rows]
        for name, number in headings.columns.items()
        if name in register.column_names
    }
    positions = {row: position for position, row in enumerate(records.rows)}
    return Layout(
        records.rows,
        columns,
        {name: headings.columns[name] for name in columns},
        gated=gated_cells(sheet, headings, register, positions),
    )


def gated_cells(
    sheet: Sheet, headings: Headings, register: Register, positions: Mapping[int, int]
) -> tuple[tuple[str, Value, int, int, int], ...]:
    """Names and prose in the rows of `positions`, which gives the first position made of each row."""
    return tuple(
        (name, value, row, number, position)
        for name, number in headings.columns.items()
        if name not in register.column_names
        for row, position in positions.items()
        if (value := sheet.rows[row].get(number)) is not None
    )
