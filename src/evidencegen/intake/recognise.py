"""Which register a sheet looks like, and why."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from evidencegen.intake.account import UNKNOWN
from evidencegen.intake.address import a1
from evidencegen.intake.courses import STATUS, TICK, may_be_course, sorts_of
from evidencegen.intake.dates import read_date
from evidencegen.intake.heading import reason_unused
from evidencegen.intake.heading_row import ENOUGH, find_heading_row, names_in, titles_in
from evidencegen.intake.known import known_words, without_note
from evidencegen.intake.register import Column, Register
from evidencegen.intake.sheet import Sheet, Value
from evidencegen.intake.words import key

ROWS_LOOKED_AT = 40
FEW = 3
_OF_A_DATE = frozenset(
    ("date", "dates", "due", "expiry", "expires", "expired", "renewal", "review", "issued", "start", "started", "end",
     "ended", "left", "from", "to", "until", "checked", "received", "sent", "when", "on")
)  # fmt: skip


@dataclass(frozen=True)
class Match:
    """One heading a register knows: where it stands, as typed, the column it is, and the word it was known by."""

    cell: str
    heading: str
    column: str
    word: str


@dataclass(frozen=True)
class Likeness:
    """How far a sheet looks like one register, by the headings in `row`.

    `courses` counts the other columns that hold dates, statuses or ticks under what may be a course: a training
    matrix has those. `lacking` are the titles of required columns that no heading stands for; `twice` are
    columns that two headings stand for.
    """

    register: Register
    row: int
    matches: tuple[Match, ...]
    lacking: tuple[str, ...]
    twice: tuple[str, ...] = ()
    courses: int = 0

    @property
    def score(self) -> int:
        """Columns found, those that are required twice, and the courses of a matrix."""
        found = {match.column for match in self.matches}
        return len(found) + sum(c.required for c in self.register.columns if c.name in found) + self.courses

    @property
    def fits(self) -> bool:
        """Whether nothing that is required is lacking."""
        return not self.lacking

    @property
    def is_near(self) -> bool:
        """Whether so little is lacking that a person should be asked: more is there than is not."""
        found = {match.column for match in self.matches}
        needed = sum(c.required for c in self.register.columns if c.name in found)
        return len(found) >= FEW and needed > len(self.lacking)

    def __str__(self) -> str:
        found = len({match.column for match in self.matches})
        required = sum(c.required for c in self.register.columns)
        there = required - len(self.lacking) - bool(self.courses)
        needed = f"all {there} that it needs" if there == required else f"{there} of the {required} that it needs"
        courses = f", and {self.courses} columns that may be courses" if self.courses else ""
        return f"{found} of its {len(self.register.columns)} columns, among them {needed}{courses}"


@dataclass(frozen=True)
class Recognition:
    """The register a sheet looks like (`best`, None where none does), what settled it, and the next best.

    `tied` are registers that it looks like no less: then `best` is None, and a person has to say.
    `export` is the title of the known export it is, where it is one.
    """

    best: Likeness | None = None
    why: str = ""
    runner_up: Likeness | None = None
    tied: tuple[Likeness, ...] = ()
    export: str = ""


def recognise(
    sheet: Sheet, registers: Mapping[str, Register], marker: str = "", names: Sequence[str] = ()
) -> Recognition:
    """Which of `registers` a sheet looks like, by its headings alone.

    Args:
        marker: the key of the register that a mark in the file says it is; no other is thought of then.
        names: the names of sheet and file, which decide between registers that fit equally well, and nothing else.
    """
    asked = {marker: registers[marker]} if marker in registers else registers
    every = sorted((likeness(sheet, one) for one in asked.values()), key=lambda one: -one.score)
    seen = [one for one in every if len(one.matches) >= ENOUGH or one.courses]
    fit = [one for one in seen if one.fits and not one.twice] or [one for one in seen if one.fits]
    near = fit or [one for one in seen if one.is_near and not marker]
    if not near:
        return Recognition(runner_up=seen[0] if seen else None)
    best, *others = near
    runner_up = next((one for one in seen if one is not best), None)
    if marker in registers:
        return Recognition(best, "a mark in the file says so: it was made by `evidencegen new`")
    tied = [one for one in near if one.score == best.score]
    if len(tied) == 1:
        why = "all it needs is there" if best.fits else "most of what it needs is there"
        return Recognition(best, why + (", and more of its columns than of any other's" if others else ""), runner_up)
    named = [one for one in tied if _is_named(one.register, names)]
    if len(named) == 1:
        why = f"its name: by its headings it could be {_either(tied)}"
        return Recognition(named[0], why, next(one for one in tied if one is not named[0]))
    return Recognition(tied=tuple(tied))


def likeness(sheet: Sheet, register: Register) -> Likeness:
    """How far a sheet looks like one register."""
    known = known_words(register, {})
    required = frozenset(c.name for c in register.columns if c.required)
    row = find_heading_row(sheet, known, required).row
    titles = titles_in(sheet, row)
    names = names_in(sheet, row, titles, known)
    columns = {column.name: column for column in register.columns}
    matches = tuple(
        Match(a1(row, c), titles[c], name, known_by(columns[name], titles[c])) for c, name in sorted(names.items())
    )
    found = [match.column for match in matches]
    twice = tuple(dict.fromkeys(name for name in found if found.count(name) > 1))
    lacking = [c for c in register.columns if c.required and c.name not in found]
    courses = 0
    if [c.name for c in lacking] == [register.wide_over]:
        courses = sum(_courses(sheet, register, row, titles, names))
        lacking = [] if courses >= ENOUGH else lacking
    return Likeness(register, row, matches, tuple(c.title for c in lacking), twice, courses if not lacking else 0)


def known_by(column: Column, heading: str) -> str:
    """The word of ours by which a heading was known, or nothing where the export it comes from says so."""
    for words in (*column.also, column.name):
        if key(words.replace("_", " ")) in (key(heading), key(without_note(heading))):
            return words
    return f"{column.title}, with the group it stands under" if ": " in heading else ""


def _courses(
    sheet: Sheet, register: Register, row: int, titles: Mapping[int, str], names: Mapping[int, str]
) -> Iterator[bool]:
    """For each column that may be a course, whether half of what stands in it at least is a date, status or tick."""
    rows = sorted(number for number in sheet.rows if number > row)[:ROWS_LOOKED_AT]
    sorts = sorts_of(register)
    for column, title in titles.items():
        if column in names or not may_be_course(title) or reason_unused(title) != UNKNOWN:
            continue
        if _OF_A_DATE & set(key(title).split()):
            continue
        cells = [cell for number in rows if (cell := sheet.rows[number].get(column)) is not None]
        fit = sum(_is_date(cell) or sorts.of(cell).sort in (STATUS, TICK) for cell in cells)
        yield bool(cells) and fit * 2 >= len(cells)


def _is_date(cell: Value) -> bool:
    return isinstance(cell, datetime) or (isinstance(cell, str) and isinstance(read_date(cell), date))


def _is_named(register: Register, names: Sequence[str]) -> bool:
    """Whether the register's own title or key stands in a name, or its first word does."""
    words = {key(register.title), key(register.key.replace("_", " ")), key(register.title).split()[0]}
    return any(f" {word} " in f" {key(name)} " for word in words for name in names)


def _either(several: Sequence[Likeness]) -> str:
    return " or ".join(f"the {one.register.title.lower()}" for one in several)
