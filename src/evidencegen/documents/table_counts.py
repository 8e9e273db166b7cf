"""The counts of tables that no manifest explains, and what is left of the hidden ones."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from evidencegen.documents.printed import Document
from evidencegen.documents.tagged_tables import TaggedTable
from evidencegen.release.equations import MOST, Equations
from evidencegen.release.outsider import Left, as_left
from evidencegen.release.printed_figure import Printed, number_in

SMALLEST_SHOWN = 5
BASE = 5
_NUMBER = re.compile(r"(?:about )?\d[\d,]*(?: \[[a-z]\])?")
_HIDDEN = re.compile(r"\[c\]|c|\*+|\(?suppressed\)?|[<≤] ?\d+|under \d+|fewer than \d+", re.IGNORECASE)
_TOTAL = re.compile(r"(?:grand |sub-?)?totals?\b|\btotals?$|^all\b|^overall\b|^any\b", re.IGNORECASE)
_SHARE = re.compile(r"%|per ?cent|share|rate|average|mean|median|\bdays?\b|\byear\b", re.IGNORECASE)


@dataclass
class _Grid:
    """The counts of one table: which are told, which hidden, and which lines add up to which."""

    called: dict[tuple[int, int], str] = field(default_factory=dict)
    told: dict[tuple[int, int], int] = field(default_factory=dict)
    hidden: set[tuple[int, int]] = field(default_factory=set)
    sums: list[tuple[tuple[int, int], tuple[tuple[int, int], ...]]] = field(default_factory=list)


def left_in_tables(document: Document) -> Iterator[Left]:
    """Every hidden count of a document's tables, each table by itself, and what a reader is left with.

    A reader is taken to believe that a row or column called total, all or overall is the sum of the others, unless
    the numbers in sight say otherwise; that counts are rounded to 5 where each of a table is a multiple of it, and
    exact otherwise; and that 1 to 4 are hidden. A nought is taken to be shown where one is.
    """
    for table in document.tables:
        grid = _grid(table)
        if not grid.hidden or not grid.told:
            continue
        base = BASE if all(n % BASE == 0 for n in grid.told.values()) else 1
        rule = {"smallest_shown": SMALLEST_SHOWN, "base": base, "nought_hidden": 0 not in grid.told.values()}
        at, known = _known(grid, base, 1 if 0 in grid.told.values() else 0)
        for cell in sorted(grid.hidden):
            called = f"{grid.called[cell]}, in a table {table.where}".replace("in a table in ", "in ")
            figure = {"key": "", "title": called, "group": None, "period": "", "as_at": "", "mark": None}
            yield as_left(Printed(document.name, figure, rule), known.range(at[cell], 3))


def _grid(table: TaggedTable) -> _Grid:
    """The counts below the first row and beside the first column."""
    grid = _Grid()
    if not table.rows:
        return grid
    heads, *rows = table.rows
    width = min(map(len, table.rows))
    columns = [c for c in range(1, width) if not _SHARE.search(heads[c])]
    columns = [c for c in columns if all(_is_count(row[c]) for row in rows)]
    for r, row in enumerate(rows):
        for c in columns:
            if not row[c]:
                continue
            grid.called[r, c] = f"{row[0]}, {heads[c]}"
            if _NUMBER.fullmatch(row[c]):
                grid.told[r, c] = number_in(row[c])
            else:
                grid.hidden.add((r, c))
    lines = range(len(rows))
    down, across = [r for r in lines if _TOTAL.search(rows[r][0])], [c for c in columns if _TOTAL.search(heads[c])]
    if len(down) == 1:
        _add(grid, [[(r, c) for r in lines] for c in columns], [(down[0], c) for c in columns])
    if len(across) == 1:
        _add(grid, [[(r, c) for c in columns] for r in lines], [(r, across[0]) for r in lines])
    return grid


def _is_count(words: str) -> bool:
    return not words or bool(_NUMBER.fullmatch(words) or _HIDDEN.fullmatch(words))


def _add(grid: _Grid, lines: Sequence[Sequence[tuple[int, int]]], totals: Sequence[tuple[int, int]]) -> None:
    """Lines with their totals, unless one in which nothing is hidden does not add up, rounding set aside."""
    found = []
    for line, total in zip(lines, totals, strict=True):
        parts = tuple(cell for cell in line if cell != total and cell in grid.called)
        if total not in grid.called or not parts:
            continue
        if total in grid.told and all(part in grid.told for part in parts):
            off = abs(grid.told[total] - sum(grid.told[part] for part in parts))
            if off > (len(parts) + 1) * BASE // 2:
                return
        found.append((total, parts))
    grid.sums += found


def _known(grid: _Grid, base: int, least: int) -> tuple[dict[tuple[int, int], int], Equations]:
    known = Equations()
    at = {cell: known.unknown() for cell in grid.called}
    for cell, shown in grid.told.items():
        known.bound(at[cell], max(0, shown - base // 2), shown + (base - 1) // 2)
    for cell in grid.hidden:
        known.bound(at[cell], least, MOST)
    for total, parts in grid.sums:
        known.total(at[total], (at[part] for part in parts))
    return at, known
