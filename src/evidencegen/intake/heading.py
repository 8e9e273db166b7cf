"""Which column is which, by the headings above them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from evidencegen.intake.account import NO_HEADING, PERSONAL, SUB_TOTAL, UNKNOWN
from evidencegen.intake.address import a1, letters, listed
from evidencegen.intake.heading_row import (
    ENOUGH,
    ROWS_SEARCHED,
    FoundRow,
    find_heading_row,
    names_in,
    rows_seen,
    titles_in,
)
from evidencegen.intake.known import Known, known_words
from evidencegen.intake.personal import is_personal
from evidencegen.intake.register import Column, Register
from evidencegen.intake.sheet import Sheet
from evidencegen.intake.source import Source
from evidencegen.intake.words import did_you_mean, key
from evidencegen.problem import Problem

_TOTALS = (
    "total",
    "totals",
    "sub total",
    "subtotal",
    "grand total",
    "overall",
    "average",
    "score",
    "rag",
    "rag rating",
)
_SHARES = ("compliance", "compliant", "percent", "percentage")
_BESIDE_SHARES = (
    "rate", "score", "total", "overall", "training", "complete", "completed", "status", "of", "staff", "mandatory",
)  # fmt: skip


@dataclass(frozen=True)
class Headings:
    """The heading row, and the column each heading stands over.

    `columns` gives the column number for each name the register knows; `titles` every
    heading as typed, by column number; `unused` the reason each other column is not read.
    A row with fewer than two known words that nobody named, and not all that are needed, is not `sure`
    to be headings: it may be somebody's record, so no message shows the other words in it.
    """

    row: int
    columns: Mapping[str, int] = field(default_factory=dict)
    titles: Mapping[int, str] = field(default_factory=dict)
    unused: Mapping[int, str] = field(default_factory=dict)
    sure: bool = True

    def title(self, column: int) -> str:
        """The heading to show in a message, or where it stands if it looks like somebody's details."""
        known = self.sure or column in self.columns.values()
        return shown(self.titles.get(column, "") if known else "", column)


def read_headings(sheet: Sheet, register: Register, source: Source) -> tuple[Headings | None, list[Problem]]:
    """The heading row of `sheet` and its columns, or the problems that keep it from being known.

    Whether every required column is there is for `missing` to say: a training matrix
    has no heading "Course".
    """
    strangers = [name for name in source.columns if name not in {c.name for c in register.columns}]
    if strangers:
        return None, [_stranger(sheet, register, name) for name in strangers]
    known = known_words(register, source.columns)
    required = frozenset(c.name for c in register.columns if c.required)
    searched = FoundRow(source.heading_row) if source.heading_row else find_heading_row(sheet, known, required)
    if searched.rivals:
        return None, [_unclear(sheet, register, known, searched)]
    row = searched.row
    titles = titles_in(sheet, row)
    found = _found(sheet, row, titles, known)
    if row not in sheet.rows or (not found and source.heading_row is None):
        return None, [_no_headings(sheet, register, known, source.heading_row or 0)]
    problems = [_twice(sheet, register.column(n), row, c, titles) for n, c in found.items() if len(c) > 1]
    columns = {name: several[0] for name, several in found.items()}
    if register.wide_over and register.wide_over not in columns:
        row, titles = _lower_row(sheet, row, titles, frozenset(columns.values()))
    everywhere: set[int] = set().union(*(cells for number, cells in sheet.rows.items() if number >= row))
    unused = {c: reason_unused(titles.get(c, "")) for c in sorted(everywhere - set(columns.values()))}
    sure = source.heading_row is not None or len(columns) >= ENOUGH or required - {register.wide_over} <= columns.keys()
    return Headings(row, columns, titles, unused, sure), problems


def _found(sheet: Sheet, row: int, titles: Mapping[int, str], known: Known) -> dict[str, list[int]]:
    """The columns that each known heading stands over; where the owner's own word is among them, those alone."""
    found: dict[str, list[int]] = {}
    for column, name in names_in(sheet, row, titles, known).items():
        found.setdefault(name, []).append(column)
    for name, several in found.items():
        found[name] = sorted(c for c in several if known.own.get(key(titles[c])) == name) or sorted(several)
    return found


def missing(sheet: Sheet, register: Register, headings: Headings, but: str = "") -> list[Problem]:
    """A problem for each required column, `but` aside, that no heading stands for."""
    absent = [c for c in register.columns if c.required and c.name not in {but, *headings.columns}]
    return [_absent(sheet, column, headings, spread=column.name == register.wide_over) for column in absent]


def reason_unused(heading: str) -> str:
    """Why a column nobody here knows is not read."""
    if not heading:
        return NO_HEADING
    if is_personal(heading):
        return PERSONAL
    return SUB_TOTAL if is_sub_total(heading) else UNKNOWN


def is_sub_total(heading: str) -> bool:
    """Whether a column adds other columns up: it makes a claim, and holds no data."""
    words = key(heading)
    if "%" in heading or words in _TOTALS:
        return True
    apart = words.split()
    share = any(word in _SHARES for word in apart)
    return share and all(word in _SHARES or word in _BESIDE_SHARES for word in apart)


def shown(heading: str, column: int) -> str:
    """A heading fit for a message: one that looks like a date, a number or an address gives way to its place."""
    looks_like_a_value = "@" in heading or sum(c.isdigit() for c in heading) > 4 or len(heading) > 80
    return f"column {letters(column)}" if looks_like_a_value or not heading else heading


def _lower_row(sheet: Sheet, row: int, titles: dict[int, str], known: frozenset[int]) -> tuple[int, dict[int, str]]:
    """The row below, where it holds courses under a row of groups: words alone, and none under a known heading."""
    below = sheet.rows.get(row + 1, {})
    words = {column: typed for column, typed in titles_in(sheet, row + 1).items() if typed}
    if len(words) < ENOUGH or len(words) < len(below) or known & words.keys():
        return row, titles
    return row + 1, {column: titles[column] for column in known} | words


def _line(name: str, heading: str) -> str:
    return f'columns: {{{name}: ["{heading}"]}}'


def _stranger(sheet: Sheet, register: Register, name: str) -> Problem:
    names = [c.name for c in register.columns]
    near = did_you_mean(name, names)
    return Problem(
        key="brief.unknown_column",
        place=sheet.place(),
        found=f'`columns:` speaks of "{name}"',
        wanted=f"a column of the {register.title.lower()}: {', '.join(names)}",
        why="a heading can only be given to a column that is read",
        mend=f"write `{near}` instead, in evidence.yaml" if near else "take the line out of evidence.yaml",
    )


def _no_headings(sheet: Sheet, register: Register, known: Known, row: int) -> Problem:
    needed = [f'"{c.title}"' for c in register.columns if c.required]
    seen = f"no heading of this register in the first {ROWS_SEARCHED} rows ({rows_seen(sheet, known)})"
    return Problem(
        key="heading.none",
        place=sheet.place(row),
        found=f"nothing in row {row}" if row else seen,
        wanted=f"a row of headings, with {', '.join(needed)} among them",
        why=f"the headings say what each column of the {register.title.lower()} holds",
        mend="put headings over the columns, or say in evidence.yaml which row holds them, such as "
        "`heading_row: 3`, and which words you use, such as "
        f"`{_line(next((c.name for c in register.columns if c.required), 'name'), 'Your heading')}`",
    )


def _unclear(sheet: Sheet, register: Register, known: Known, searched: FoundRow) -> Problem:
    rows = [searched.row, *searched.rivals]
    return Problem(
        key="heading.unclear",
        place=sheet.place(searched.row),
        found=f"{len(rows)} rows that may be the headings, {listed(map(str, rows))} ({rows_seen(sheet, known)})",
        wanted=f"one row of headings for the {register.title.lower()}",
        why="everything above the headings is left out, and a guess could leave out records",
        mend=f"say in evidence.yaml which row it is, such as `heading_row: {rows[-1]}`",
        also=tuple(sheet.place(row) for row in rows[1:]),
    )


def _twice(sheet: Sheet, column: Column, row: int, columns: list[int], titles: Mapping[int, str]) -> Problem:
    names = [f'"{shown(titles[c], c)}" in {a1(row, c)}' for c in columns]
    alike = len({key(titles[c]) for c in columns}) == 1
    choose = f", or say which one it is in evidence.yaml: `{_line(column.name, titles[columns[0]])}`"
    return Problem(
        key="heading.twice",
        place=sheet.place(row, columns[1], shown(titles[columns[1]], columns[1])),
        found=f"two columns for one thing: {listed(names)}",
        wanted=f'one column for "{column.title}"',
        why="which of them to believe is not for this program to guess",
        mend=f"rename one of them{'' if alike else choose}",
        also=tuple(sheet.place(row, c, shown(titles[c], c)) for c in columns if c != columns[1]),
    )


def _absent(sheet: Sheet, column: Column, headings: Headings, spread: bool) -> Problem:
    strange = {headings.titles[c]: c for c, why in headings.unused.items() if why == UNKNOWN and headings.sure}
    words = (*column.also, column.title)
    near = next((s for s in strange if did_you_mean(s, words)), "")
    listing = listed([f'"{shown(s, c)}" ({a1(headings.row, c)})' for s, c in strange.items()])
    found = f"no such heading in row {headings.row}"
    found += f"; headings not recognised: {listing}" if strange else ""
    found += f'; did you mean "{near}"?' if near else ""
    found += "" if headings.sure else "; this may not be the row of headings: name it with `heading_row:`"
    others = [f'"{w}"' for w in column.also[1:4]]
    matrix = "; or, where each course has a column of its own, `cells: completed_on`" if spread else ""
    return Problem(
        key="heading.missing",
        place=sheet.place(column=0, heading=column.title),
        found=found,
        wanted=f'a column headed "{column.title}"' + (f" (or {', '.join(others)})" if others else ""),
        why=column.because or "nothing can be counted without it",
        mend="rename the heading, or give yours in evidence.yaml: "
        f"`{_line(column.name, near or 'Your heading')}`{matrix}",
    )
