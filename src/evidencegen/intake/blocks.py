"""Second tables beside and below the register's own, and cells that stand far from it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from evidencegen.intake.account import BLANK, EXAMPLE, PERSONAL, REPEATED, SECOND_TABLE, STRAY, TOTAL
from evidencegen.intake.address import a1
from evidencegen.intake.dates import read_date
from evidencegen.intake.heading import Headings
from evidencegen.intake.sheet import Sheet, Value
from evidencegen.intake.words import key, left_blank, plain

MOST_STRAY = 3
ROWS_COMPARED = 200
_DATE, _NUMBER, _TEXT = "date", "number", "text"


@dataclass(frozen=True)
class Block:
    """Cells that are no part of the register, and why; first and last row and column are both counted."""

    reason: str
    top: int
    left: int
    bottom: int
    right: int

    @property
    def address(self) -> str:
        """Such as "J1:K14", or "Z900" for one cell."""
        first, last = a1(self.top, self.left), a1(self.bottom, self.right)
        return first if first == last else f"{first}:{last}"


def blocks_beside(sheet: Sheet, headings: Headings, read: frozenset[int]) -> tuple[Block, ...]:
    """Columns parted from the register's by an empty one, none of which is read: second tables and stray cells.

    Columns with headings of their own that run on beside the records are left to be told one by one.
    """
    filled = sorted({*headings.columns.values(), *headings.titles, *headings.unused})
    apart = [run for run in _runs(filled) if _is_apart(run, headings, read)]
    if not apart:
        return ()
    group_of = {column: number for number, run in enumerate(apart) for column in run}
    rows: list[list[int]] = [[] for _ in apart]
    cells = [0] * len(apart)
    for row, here in sheet.rows.items():
        for column in group_of.keys() & here.keys() if row >= headings.row else ():
            group = group_of[column]
            cells[group] += 1
            if not rows[group] or rows[group][-1] != row:
                rows[group].append(row)
    below = sum(row > headings.row for row in sheet.rows)
    reasons = (_beside(run, headings, rows[n], cells[n], below) for n, run in enumerate(apart))
    return tuple(
        Block(why, min(rows[n]), run[0], max(rows[n]), run[-1])
        for n, (run, why) in enumerate(zip(apart, reasons, strict=True))
        if why
    )


def _is_apart(run: Sequence[int], headings: Headings, read: frozenset[int]) -> bool:
    return not any(column in read or headings.unused.get(column) == PERSONAL for column in run)


def _beside(run: Sequence[int], headings: Headings, rows: Sequence[int], cells: int, below: int) -> str:
    """Why columns apart are no part of the register, or nothing where each has a reason of its own."""
    untitled = [column for column in run if not headings.titles.get(column)]
    if len(untitled) == len(run) and cells <= MOST_STRAY:
        return STRAY
    if len(run) == 1 or len(rows) < 2:
        return ""
    short = rows[-1] - headings.row + 1 == len(rows) and len(rows) * 2 < below
    return SECOND_TABLE if untitled or short else ""


def tables_below(
    sheet: Sheet, headings: Headings, rows: Sequence[int], left_out: Mapping[int, str], breaks: frozenset[int]
) -> Iterator[tuple[Block, list[int]]]:
    """Each second table below the records, parted from them by an empty row, with its rows.

    It has to open with headings of its own: words without digits that stand in no record, over
    numbers or dates where the register has none; or words that head other columns of the register. Anything less
    is left among the records, where it is told cell by cell. `breaks` are rows of headings that
    stand in other columns than they did: those part a table without an empty row.
    """
    if not breaks and BLANK not in left_out.values() and (not rows or rows[-1] - headings.row == len(rows)):
        return
    main: _Main | None = None
    second = False
    records = frozenset(rows)
    below = sorted(row for row in sheet.rows if row > headings.row and left_out.get(row) != BLANK)
    for run in _runs(below, breaks):
        here = [row for row in run if row in records]
        if main is None:
            main = _Main(sheet, headings, here) if here else None
            continue
        second = main.is_other(run, left_out) or (second and bool(here) and main.clashes(run))
        if second:
            columns = [column for row in run for column in sheet.rows[row]]
            yield Block(SECOND_TABLE, run[0], min(columns), run[-1], max(columns)), run


@dataclass(frozen=True)
class _Main:
    """The register's first block of records, to compare others with."""

    sheet: Sheet
    headings: Headings
    rows: Sequence[int]
    _texts: dict[int, frozenset[str]] = field(default_factory=dict)
    _kinds: dict[int, frozenset[str]] = field(default_factory=dict)

    def is_other(self, run: Sequence[int], left_out: Mapping[int, str]) -> bool:
        """Whether a run of rows opens with headings of its own over cells of another kind."""
        opens = next((i for i, row in enumerate(run) if len(_said(self.sheet.rows[row])) > 1), len(run))
        if opens + 1 >= len(run) or left_out.get(run[opens]) in (REPEATED, EXAMPLE, TOTAL):
            return False
        said = _said(self.sheet.rows[run[opens]])
        if not _reads_as_headings(said.values()) or any(plain(str(v)) in self._texts_of(c) for c, v in said.items()):
            return False
        return stands_elsewhere(said, self.headings) or self.clashes(run[opens + 1 :])

    def clashes(self, run: Sequence[int]) -> bool:
        """Whether some column holds numbers or dates alone, of a kind that the register has none of there."""
        kinds: dict[int, set[str]] = {}
        for row in run[:ROWS_COMPARED]:
            for column, value in _said(self.sheet.rows[row]).items():
                kinds.setdefault(column, set()).add(_kind(value))
        return any(
            _TEXT not in found and bool(ours := self._kinds_of(column)) and not found & ours
            for column, found in kinds.items()
        )

    def _texts_of(self, column: int) -> frozenset[str]:
        if column not in self._texts:
            cells = (self.sheet.rows[row].get(column) for row in self.rows)
            self._texts[column] = frozenset(plain(cell) for cell in cells if isinstance(cell, str))
        return self._texts[column]

    def _kinds_of(self, column: int) -> frozenset[str]:
        if column not in self._kinds:
            cells = (self.sheet.rows[row].get(column) for row in self.rows[:ROWS_COMPARED])
            self._kinds[column] = frozenset(_kind(cell) for cell in cells if cell is not None)
        return self._kinds[column]


def stands_elsewhere(said: Mapping[int, Value], headings: Headings, at_least: int = 1) -> bool:
    """Whether a row of texts names `at_least` so many columns of the register, and none where it stands."""
    heads = {column: key(title) for column, title in headings.titles.items()}
    texts = {column: key(value) for column, value in said.items() if isinstance(value, str)}
    here = any(words == heads.get(column) for column, words in texts.items())
    others = len(set(texts.values()) & set(heads.values()))
    return len(texts) == len(said) and not here and others >= at_least


def _said(cells: Mapping[int, Value]) -> dict[int, Value]:
    return {c: v for c, v in cells.items() if not (isinstance(v, str) and left_blank(v))}


def _reads_as_headings(values: Iterable[Value]) -> bool:
    words = [key(value) if isinstance(value, str) else "" for value in values]
    return len(set(words)) == len(words) and all(words) and not any(c.isdigit() for word in words for c in word)


def _kind(value: Value) -> str:
    if isinstance(value, datetime):
        return _DATE
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _NUMBER
    return _DATE if isinstance(value, str) and isinstance(read_date(value), date) else _TEXT


def _runs(numbers: Sequence[int], breaks: frozenset[int] = frozenset()) -> Iterator[list[int]]:
    """Numbers in order, parted where one is left out, and before each of `breaks`."""
    run: list[int] = []
    for number in numbers:
        if run and (number != run[-1] + 1 or number in breaks):
            yield run
            run = []
        run.append(number)
    if run:
        yield run
