"""What became of each filled cell of a sheet, and the account made from it."""

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from evidencegen.intake.account import (
    ABOVE,
    BENEATH,
    BLANK,
    FOOTNOTE,
    HIDDEN_SHEET,
    NO_HEADING,
    OTHER_SHEET,
    SECOND_TABLE,
    STRAY,
    SUMMARY,
    UNREAD,
    Account,
    LeftOut,
    Unused,
)
from evidencegen.intake.address import a1, listed, ranged, row_and_column
from evidencegen.intake.blocks import Block
from evidencegen.intake.heading import Headings
from evidencegen.intake.records import Records
from evidencegen.intake.register import Register
from evidencegen.intake.sheet import Sheet
from evidencegen.intake.words import plain
from evidencegen.intake.workbook import Workbook
from evidencegen.problem import Problem

USED = "used"
NOT_READ = ("cell.", "matrix.tick")
BLANK_CELL = "cell.blank"
Cell = tuple[int, int]


@dataclass(frozen=True)
class Fates:
    """Says of every filled cell of one sheet whether it is used, or why not: `of(17, 2)` for B17.

    A cell is used if it heads a column that is read, or stands in one in a row that is a record, a lone dash
    included: it says "blank on purpose". A value that could not be read stands in no table,
    so its cell is not used: `unread` holds those. What stands under a merged cell, where nobody sees it, is
    told as that (`beneath`) unless it is used. `columns` and `apart` give the fate that a column has.

    Nothing is held for each cell: a fate follows from its row and its column, and the counts
    are made from the same two, so that a long sheet is counted in no time.
    """

    sheet: Sheet = field(repr=False)
    headings: Headings
    records: Records = field(repr=False)
    columns: Mapping[int, str]
    apart: Mapping[int, str]
    unread: frozenset[Cell] = frozenset()
    beneath: frozenset[Cell] = frozenset()

    def of(self, row: int, column: int) -> str:
        """`USED`, or the reason why a cell is not."""
        return self._fate(row, column)[0]

    def __iter__(self) -> Iterator[tuple[Cell, str]]:
        """Every filled cell with its fate, in the order of the sheet."""
        for row, cells in self.sheet.rows.items():
            for column in cells:
                if (row, column) not in self.sheet.filled:
                    yield (row, column), self.of(row, column)

    def counted(self) -> tuple[int, tuple[Unused, ...]]:
        """How many cells are used, and the others by reason: a column's by its heading, the rest by where they are."""
        counts = self._counts()
        where = {left.reason: listed(left.where) for left in self.rows_left_out()} | self._places()
        return counts[USED, 0], tuple(
            Unused(reason, cells, self.headings.title(column) if column else where.get(reason, ""))
            for (reason, column), cells in counts.items()
            if reason != USED and cells
        )

    def rows_left_out(self) -> tuple[LeftOut, ...]:
        """Rows by reason; a footnote by its cell, since it is one, and blank rows without saying where."""
        rows: dict[str, list[int]] = {BLANK: []}
        for row, reason in self.records.left_out.items():
            rows.setdefault(reason, []).append(row)
        left = [LeftOut(BLANK, len(rows.pop(BLANK)) + self.records.empty)]
        for reason, several in rows.items():
            where = [a1(r, min(self.sheet.rows[r])) if reason == FOOTNOTE else f"row {r}" for r in several]
            if reason in (SECOND_TABLE, STRAY):
                where = [block.address for block in self._blocks(reason)]
            left.append(LeftOut(reason, len(several), tuple(where)))
        return tuple(part for part in left if part.rows)

    def _fate(self, row: int, column: int) -> tuple[str, int]:
        """The fate of a cell, and its column where the reason is the column's own."""
        if (row, column) in self.unread:
            return UNREAD, 0
        fate = self._by_place(self._of_row(row), column)
        return (BENEATH, 0) if fate[0] != USED and (row, column) in self.beneath else fate

    def _of_row(self, row: int) -> str:
        """Why the cells of a row are not used, or nothing where it is for their columns to say."""
        return ABOVE if row < self.headings.row else self.records.left_out.get(row, "")

    def _by_place(self, of_row: str, column: int) -> tuple[str, int]:
        if of_row == ABOVE:
            return ABOVE, 0
        if reason := self.apart.get(column) or of_row:
            return reason, 0
        reason = self.columns.get(column, NO_HEADING)
        return reason, 0 if reason == USED else column

    def _counts(self) -> Counter[tuple[str, int]]:
        """Cells by fate; rows that are filled in the same columns are counted together."""
        shapes = Counter((self._of_row(row), tuple(cells)) for row, cells in self.sheet.rows.items())
        counts: Counter[tuple[str, int]] = Counter()
        for (of_row, columns), rows in shapes.items():
            for column in columns:
                counts[self._by_place(of_row, column)] += rows
        for row, column in self.unread | self.beneath:
            counts[self._by_place(self._of_row(row), column)] -= 1
            counts[self._fate(row, column)] += 1
        for row, column in self.sheet.filled:
            counts[self._by_place(self._of_row(row), column)] -= 1
        return counts

    def _blocks(self, reason: str) -> Iterator[Block]:
        return (block for block in (*self.records.beside, *self.records.below) if block.reason == reason)

    def _places(self) -> dict[str, str]:
        return {
            ABOVE: ranged(str(row) for row in self.sheet.rows if row < self.headings.row),
            SECOND_TABLE: listed(block.address for block in self._blocks(SECOND_TABLE)),
            STRAY: listed(block.address for block in self._blocks(STRAY)),
            UNREAD: listed(a1(*cell) for cell in sorted(self.unread)),
            BENEATH: listed(a1(*cell) for cell in sorted(self.beneath) if self.of(*cell) == BENEATH),
        }


def fates_of(
    sheet: Sheet, headings: Headings, records: Records, used: Iterable[int], problems: Iterable[Problem]
) -> Fates:
    """The fate of every cell of a sheet, by the columns that are used and the `problems` found in reading them."""
    columns = {**headings.unused, **dict.fromkeys(used, USED)}
    apart = {column: why for column, why in records.apart.items() if columns.get(column) != USED}
    beneath = frozenset(sheet.beneath_merges()) if sheet.merged else frozenset()
    fates = Fates(sheet, headings, records, columns, apart)
    unread = frozenset(cell for cell in _unread(sheet, problems) if fates.of(*cell) == USED)
    return replace(fates, unread=unread, beneath=beneath)


def _unread(sheet: Sheet, problems: Iterable[Problem]) -> Iterator[Cell]:
    for problem in problems:
        if problem.severity.blocks and problem.key.startswith(NOT_READ) and problem.key != BLANK_CELL:
            for place in (problem.place, *problem.also):
                if place.sheet == sheet.name and place.cell and not place.cell.isdigit():
                    row, column = row_and_column(place.cell)
                    if column in sheet.rows.get(row, {}) and (row, column) not in sheet.filled:
                        yield row, column


def account_of(
    register: Register,
    workbook: Workbook,
    received: Sheet,
    fates: Fates,
    remarks: tuple[str, ...] = (),
    summaries: tuple[str, ...] = (),
) -> Account:
    """Every filled cell of the workbook, counted once: by row, by column, or by sheet.

    `received` is the sheet before its headings were put into words, and `summaries` names the sheets that
    count its records once more.
    """
    again = {plain(name) for name in summaries}
    sheet, records = fates.sheet, fates.records
    cells_used, unused = fates.counted()
    others = tuple(
        Unused(_why_not(other, again), other.cells, other.name)
        for other in workbook.sheets
        if other is not received and other.cells
    )
    return Account(
        register.title,
        sheet.file,
        sheet.name,
        len(records.rows) + len(records.left_out) + records.empty,
        len(records.rows),
        fates.rows_left_out(),
        len(fates.columns),
        sum(fate == USED for fate in fates.columns.values()),
        sum(s.cells for s in workbook.sheets),
        cells_used,
        unused + others,
        remarks,
    )


def _why_not(other: Sheet, summaries: Container[str]) -> str:
    if plain(other.name) in summaries:
        return SUMMARY
    return OTHER_SHEET if other.visible else HIDDEN_SHEET
