"""One sheet of a workbook: its title, lines above its table, heads with units, and rows of cells."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from evidencegen.release.figure import Mark, per_cent, whole_per_cent

NONE = "none"
NOTHING_TOLD = f'"{NONE}" stands where there is nothing to tell.'


class Holds(Enum):
    """What the cells of a column hold, marks aside."""

    WORDS = "words"
    NUMBER = "a number"
    SHARE = "a share, as a whole per cent"


@dataclass(frozen=True)
class Share:
    """A share as it is printed: a whole per cent and nothing finer."""

    per_cent: int


@dataclass(frozen=True)
class Tenths:
    """A number as it is printed with one decimal, such as a mean of counts: 43 tenths are 4.3."""

    tenths: int


Cell = str | int | Share | Tenths


@dataclass(frozen=True)
class Head:
    """The head of a column, with its unit. Words longer than `widest` letters stand in several lines."""

    words: str
    holds: Holds = Holds.WORDS
    widest: int = 26


@dataclass(frozen=True)
class Sheet:
    """One sheet with one table. `table` names it for programs; `above` are the lines between title and table."""

    name: str
    table: str
    title: str
    above: tuple[str, ...]
    heads: tuple[Head, ...]
    rows: tuple[tuple[Cell, ...], ...]


def told(
    table: str, title: str, heads: Sequence[Head], rows: Iterable[Sequence[Cell]], *, besides: Sequence[str] = ()
) -> Sheet:
    """A sheet of what a pack tells besides figures: what each row is of, further lines, its marks explained."""
    every = tuple(tuple(row) for row in rows)
    holds = "one row" if len(every) == 1 else f"{len(every)} rows"
    above = [f"This sheet holds one table with {holds}.", *besides]
    above += [f"{mark.value} means {mark.words}." for mark in marks_in([*every, besides])]
    above += [NOTHING_TOLD] if any(NONE in row for row in every) else []
    return Sheet("", table, title, tuple(above), tuple(heads), every)


def upper(words: str) -> str:
    """The words with a capital at their head."""
    return words[:1].upper() + words[1:]


def marks_in(rows: Iterable[Sequence[Cell]]) -> tuple[Mark, ...]:
    """The marks that stand in these rows."""
    words = " ".join(cell for row in rows for cell in row if isinstance(cell, str))
    return tuple(mark for mark in Mark if mark.value in words)


def share(value: Fraction | float | None) -> Cell:
    """The whole per cent that is printed; the words where what is printed is no number, such as "under 1%"."""
    if value is None:
        return NONE
    whole, words = whole_per_cent(value), per_cent(value)
    return Share(whole) if words == f"{whole}%" else words
