"""Which rows hold records, and which are totals, notes, examples and blanks."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from evidencegen.intake.account import BLANK, EXAMPLE, FOOTNOTE, NOTHING_KNOWN, REPEATED, TITLE, TOTAL
from evidencegen.intake.heading import Headings
from evidencegen.intake.register import Register
from evidencegen.intake.sheet import Sheet, Value
from evidencegen.intake.words import key, left_blank, plain

EXAMPLE_MARK = "EXAMPLE"
_TOTAL_WORDS = ("total", "totals", "subtotal", "subtotals", "average", "averages", "mean", "overall", "sum", "count",
                "compliance", "compliant", "percent", "percentage")  # fmt: skip
_TOTAL_PHRASES = ("sub total", "grand total")
_FOOTNOTE = re.compile(
    r"[*†‡#]|note\b|notes\b|source\b|key\b|n\.?b\b|updated\b|printed\b|produced\b|report\b", re.IGNORECASE
)
_WORDS_OF_A_NOTE = 3


@dataclass(frozen=True)
class Records:
    """Rows that hold records, in order, the reason for each other filled row below the headings, and
    how many rows between them are empty.
    """

    rows: tuple[int, ...]
    left_out: Mapping[int, str]
    empty: int = 0


def find_records(sheet: Sheet, headings: Headings, read: frozenset[int], required: frozenset[int]) -> Records:
    """Every row below the headings, told apart.

    Args:
        read: the columns that are read, by number; the others cannot make a row a record.
        required: those of them that no record may leave blank.
    """
    left_out: dict[int, str] = {}
    rows: list[int] = []
    heads = {column: key(title) for column, title in headings.titles.items()}
    below = [row for row in sheet.rows if row > headings.row]
    for row in below:
        said = _said(sheet.rows[row])
        if not said:
            left_out[row] = BLANK
        elif reason := _why_not(sheet, row, said, heads, read, required):
            left_out[row] = reason
        else:
            rows.append(row)
    _settle_single_cells(sheet, rows, left_out, heads, read)
    return Records(tuple(rows), left_out, max(sheet.last_row - headings.row, 0) - len(below))


def _said(cells: Mapping[int, Value]) -> dict[int, Value]:
    return {c: v for c, v in cells.items() if not (isinstance(v, str) and left_blank(v))}


def _why_not(
    sheet: Sheet,
    row: int,
    said: Mapping[int, Value],
    heads: Mapping[int, str],
    read: frozenset[int],
    required: frozenset[int],
) -> str:
    """The reason a row is no record, or nothing."""
    first = min(said)
    opening = said[first]
    if isinstance(opening, str):
        if opening.startswith(EXAMPLE_MARK):
            return EXAMPLE
        if _is_repeated(said, heads):
            return REPEATED
        if _opens_a_total(opening) and _lacks(said, required, first):
            return TOTAL
    if not read & said.keys() and not (len(said) == 1 and isinstance(opening, str)):
        return NOTHING_KNOWN
    return ""


def _is_repeated(said: Mapping[int, Value], heads: Mapping[int, str]) -> bool:
    first, text = next(iter(said.items()))
    if not isinstance(text, str) or first not in heads or key(text) != heads[first]:
        return False
    alike = sum(isinstance(v, str) and key(v) == heads.get(c) for c, v in said.items())
    return alike >= 2 and alike == len(said)


def _opens_a_total(opening: str) -> bool:
    words = key(opening)
    return words.split(" ")[0] in _TOTAL_WORDS or words.startswith(_TOTAL_PHRASES) or plain(opening).startswith("%")


def _lacks(said: Mapping[int, Value], required: frozenset[int], first: int) -> bool:
    others = required - {first}
    return not others or not others <= said.keys()


def _settle_single_cells(
    sheet: Sheet, rows: list[int], left_out: dict[int, str], heads: Mapping[int, str], read: frozenset[int]
) -> None:
    """Move rows of one text cell out of `rows`: block titles, and notes under or between the records."""
    single = {}
    for row in rows:
        said = _said(sheet.rows[row])
        text = next(iter(said.values()))
        if len(said) == 1 and isinstance(text, str) and len(heads) > 1:
            single[row] = (next(iter(said)), text)
    last_full = max((row for row in rows if row not in single), default=0)
    for row, (column, text) in single.items():
        if left_out.get(row + 1) == REPEATED:
            left_out[row] = TITLE
        elif _reads_as_note(text, column in heads) and (
            row > last_full or row - 1 not in sheet.rows or left_out.get(row - 1) in (BLANK, FOOTNOTE, TOTAL)
        ):
            left_out[row] = FOOTNOTE
        elif column not in read:
            left_out[row] = NOTHING_KNOWN
    rows[:] = [row for row in rows if row not in left_out]


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
    that row, or -1 where there is none.
    """

    rows: tuple[int, ...]
    columns: Mapping[str, Sequence[Value | None]] = field(repr=False)
    at: Mapping[str, int]
    over: tuple[int, ...] = ()
    gated: tuple[tuple[str, Value, int, int, int], ...] = field(default=(), repr=False)

    def where(self, name: str, position: int) -> tuple[int, int]:
        """Row and column number of one cell."""
        return self.rows[position], self.at[name] or self.over[position]


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
