"""Which row holds the headings, and the groups above them."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from evidencegen.intake.known import Known, spellings
from evidencegen.intake.sheet import Sheet
from evidencegen.intake.words import shortened

ROWS_SEARCHED = 30
CELLS_SEARCHED = 1_000
ENOUGH = 2
ROWS_SHOWN = 8
LONGEST_HEADING = 200


@dataclass(frozen=True)
class FoundRow:
    """The row taken for the headings, 0 where there is none; `rivals` are rows that might as well be."""

    row: int
    rivals: tuple[int, ...] = ()


def find_heading_row(sheet: Sheet, known: Known, required: frozenset[str]) -> FoundRow:
    """The first of 30 rows with at least two known headings, else the best.

    A line above the table such as "Name | Rose House | Status | Draft" knows two as well: a later row
    with more of the `required` columns goes before it. A row with as many of them, and others, is a
    rival. Headings merged over two rows belong to the lower one.
    """
    sheet = _merges_at_the_top(sheet)
    names = {row: set(_names_searched(sheet, row, known).values()) for row in _first_rows(sheet)}
    fit = [row for row, found in names.items() if len(found) >= ENOUGH]
    if not fit:
        best = max(names, key=lambda row: len(names[row]), default=0)
        return FoundRow(_lowest(sheet, best, known) if best and names[best] else 0)
    best = max(fit, key=lambda row: len(names[row] & required))
    needed = names[best] & required
    rivals = [r for r in fit if len(names[r] & required) == len(needed) and names[r] & required != needed]
    return FoundRow(_lowest(sheet, best, known), tuple(rivals) if needed != required else ())


def titles_in(sheet: Sheet, row: int) -> dict[int, str]:
    """Every heading of a row by column; one that stands there twice gets the group it is merged under before it."""
    typed = {c: shortened(v, LONGEST_HEADING) for c, v in sheet.rows.get(row, {}).items() if isinstance(v, str)}
    groups = _groups(sheet, row, typed)
    if not groups:
        return typed
    times = Counter(spellings(t)[0] for t in typed.values())
    return {c: f"{groups[c]}: {t}" if c in groups and times[spellings(t)[0]] > 1 else t for c, t in typed.items()}


def names_in(sheet: Sheet, row: int, titles: Mapping[int, str], known: Known) -> dict[int, str]:
    """Name of the register's column by number, for each heading of a row that is known, alone or with its group.

    Under the group "Concluded" both "Concluded: Date" and "Date concluded" are tried.
    """
    names = {column: name for column, title in titles.items() if (name := known.column(title))}
    for column, group in _groups(sheet, row, titles).items():
        if column not in names and column in titles:
            lower = titles[column].removeprefix(f"{group}: ")
            if name := known.column(f"{group} {lower}") or known.column(f"{lower} {group}"):
                names[column] = name
    return names


def rows_seen(sheet: Sheet, known: Known) -> str:
    """How full the first rows are and which known headings they hold, for a message: no other word is shown."""
    said = []
    for row in _first_rows(sheet)[:ROWS_SHOWN]:
        words = [f'"{title}"' for title in titles_in(sheet, row).values() if known.column(title)]
        cells = sheet.cells_in(row)
        among = f", among them {', '.join(words[:4])}" if words else ""
        said.append(f"row {row}: {cells:,} cell{'' if cells == 1 else 's'}{among}")
    return "; ".join(said)


def _merges_at_the_top(sheet: Sheet) -> Sheet:
    """The sheet without the merges further down, of which there may be thousands."""
    last = max(_first_rows(sheet), default=0)
    return replace(sheet, merged=tuple(merge for merge in sheet.merged if merge[0] <= last))


def _first_rows(sheet: Sheet) -> list[int]:
    return sorted(sheet.rows)[:ROWS_SEARCHED]


def _names_searched(sheet: Sheet, row: int, known: Known) -> dict[int, str]:
    titles = titles_in(sheet, row)
    if len(titles) > CELLS_SEARCHED:
        titles = dict(list(titles.items())[:CELLS_SEARCHED])
    return names_in(sheet, row, titles, known)


def _lowest(sheet: Sheet, row: int, known: Known) -> int:
    over = _names_searched(sheet, row, known)
    depth = [bottom for top, left, bottom, _ in sheet.merged if top == row and left in over and bottom in sheet.rows]
    return max([row, *depth])


def _groups(sheet: Sheet, row: int, titles: Mapping[int, str]) -> dict[int, str]:
    """The text merged over several columns in the row above, by column; a title over all of them is no group."""
    groups: dict[int, str] = {}
    for left, right, words in _merged_above(sheet, row):
        under = [column for column in titles if left <= column <= right]
        if len(under) < len(titles):
            groups |= dict.fromkeys(under, words)
    return groups


def _merged_above(sheet: Sheet, row: int) -> Iterator[tuple[int, int, str]]:
    for top, left, bottom, right in sheet.merged:
        if bottom == row - 1 and left < right:
            words = sheet.rows.get(top, {}).get(left)
            if isinstance(words, str):
                yield left, right, shortened(words)
