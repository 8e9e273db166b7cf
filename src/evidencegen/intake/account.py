"""Every cell used, or the reason it is not."""

from dataclasses import dataclass, field

from evidencegen.intake.address import listed

MOST_TOLD = 30
BLANK = "blank"
TITLE = "title"
TOTAL = "total"
FOOTNOTE = "footnote"
REPEATED = "repeated heading"
EXAMPLE = "example row"
NOTHING_KNOWN = "nothing in a column that is read"
ABOVE = "title or group heading"
UNKNOWN = "unknown column, not used"
NO_HEADING = "no heading"
PERSONAL = "personal, never read"
NOT_NEEDED = "needed by no figure"
SUB_TOTAL = "sub-total column"
NO_DATES = "no date in it, so not a course"
OTHER_SHEET = "other sheet"
SUMMARY = "summary of the same records"
HIDDEN_SHEET = "hidden sheet"
SECOND_TABLE = "second table"
STRAY = "stray cell"
BENEATH = "under a merged cell"
UNREAD = "could not be read"
NOT_KNOWN = "no register known here"
UNDECIDED = "not read until it is known what it is"


@dataclass(frozen=True)
class Unused:
    """Cells that were left out: how many, why, and where (a heading, an address, a sheet)."""

    reason: str
    cells: int
    where: str = ""


@dataclass(frozen=True)
class LeftOut:
    """Rows that are no records: how many, why, and where (blank rows aside)."""

    reason: str
    rows: int
    where: tuple[str, ...] = ()


@dataclass(frozen=True)
class Account:
    """What became of everything in one workbook, as one register read it.

    `rows_read` are the rows below the headings: those used, and those left out by reason.
    `cells` are all the filled cells of the workbook, on every sheet; `cells_used` of them
    stand in the table or head its columns, and `unused` says why the others do not. A cell whose value
    could not be read stands in no table, so it is unused ("could not be read"), and a problem tells of it.
    """

    title: str
    file: str
    sheet: str
    rows_read: int
    rows_used: int
    rows_left_out: tuple[LeftOut, ...]
    columns: int
    columns_used: int
    cells: int
    cells_used: int
    unused: tuple[Unused, ...] = ()
    remarks: tuple[str, ...] = field(default=())

    @property
    def balances(self) -> bool:
        """Whether every row and every cell is used or left out for a reason, once each."""
        rows = self.rows_used + sum(left.rows for left in self.rows_left_out)
        cells = self.cells_used + sum(u.cells for u in self.unused)
        return rows == self.rows_read and cells == self.cells

    def __str__(self) -> str:
        rows = [f"{self.rows_used:,} used", *map(row_reason, self.rows_left_out)]
        line = f"{self.title}: {counted(self.rows_read, 'row')} read; {'; '.join(rows)}."
        line += f" Columns used {self.columns_used} of {self.columns}."
        left = [f"{u.where} ({u.reason})" for u in self.unused if u.where and u.reason in _TOLD]
        left += [f'sheet "{u.where}" ({u.reason})' for u in self.unused if u.reason in _BY_SHEET]
        if left:
            line += f" Not used: {listed(left, MOST_TOLD)}."
        return " ".join([line, *self.remarks])

    def as_dict(self) -> dict[str, object]:
        """The same, as counts and addresses for the manifest."""
        return {
            "title": self.title,
            "file": self.file,
            "sheet": self.sheet,
            "rows_read": self.rows_read,
            "rows_used": self.rows_used,
            "rows_left_out": [
                {"reason": left.reason, "rows": left.rows, "where": list(left.where)} for left in self.rows_left_out
            ],
            "columns": self.columns,
            "columns_used": self.columns_used,
            "cells": self.cells,
            "cells_used": self.cells_used,
            "unused": [{"reason": u.reason, "cells": u.cells, "where": u.where} for u in self.unused],
            "remarks": list(self.remarks),
        }


_TOLD = (UNKNOWN, NO_HEADING, PERSONAL, NOT_NEEDED, SUB_TOTAL, NO_DATES, SECOND_TABLE, STRAY, BENEATH, UNREAD)
_BY_SHEET = (OTHER_SHEET, HIDDEN_SHEET, SUMMARY)


def counted(number: int, noun: str) -> str:
    """Such as "1 row" or "1,204 rows"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def row_reason(left: LeftOut) -> str:
    """Such as "4 blank" or "2 footnotes (B1211, B1212)"."""
    if left.reason == BLANK:
        return f"{left.rows:,} blank"
    if left.reason in (NOTHING_KNOWN, SECOND_TABLE, STRAY):
        words = f"{left.rows:,} with {'' if left.reason == NOTHING_KNOWN else 'nothing but a '}{left.reason}"
    else:
        words = counted(left.rows, left.reason)
    return f"{words} ({listed(left.where, 5)})"
