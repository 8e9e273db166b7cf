"""Cells that cannot all be right, declared as data."""

from dataclasses import dataclass, field
from enum import Enum

from evidencegen.intake.register import Column, Register
from evidencegen.problem import Severity

BY_HAND = "correct whichever of the two is wrong"


class Wrong(Enum):
    """How two cells clash: by the order of their days, by being the same or not, or by what both of them say."""

    BEFORE = "before"
    AFTER = "after"
    SAME = "the same as"
    DIFFERENT = "other than"
    WHILE = "while"


@dataclass(frozen=True)
class Cell:
    """A column of a register, and which of its cells are meant.

    `values` are codes or, in a column of prose, words that a sentence may hold; without any, every filled
    cell is meant, or every blank one.

    Raises:
        ValueError: the register has no such column, or the column no such code.
    """

    register: Register
    name: str
    values: tuple[str, ...] = ()
    blank: bool = False

    def __post_init__(self) -> None:
        if self.name not in {column.name for column in self.register.columns}:
            raise ValueError(f"{self.register.key} has no column {self.name}")
        codes = self.column.kind.codes
        if codes and not set(self.values) <= codes.keys():
            raise ValueError(f"{self.register.key}.{self.name} has no such codes: {', '.join(self.values)}")

    @property
    def column(self) -> Column:
        """The column as the register declares it."""
        return self.register.column(self.name)


def given(register: Register, name: str) -> Cell:
    """Every filled cell of a column."""
    return Cell(register, name)


def blank(register: Register, name: str) -> Cell:
    """Every blank cell of a column that is kept."""
    return Cell(register, name, blank=True)


def says(register: Register, name: str, *values: str) -> Cell:
    """The cells of a column that say one of these."""
    return Cell(register, name, values)


@dataclass(frozen=True)
class Contradiction:
    """Two cells that cannot both be right: `one`, at which to look first, is `wrong` beside `other`.

    They stand in one row, or in rows of two registers that share what stands under `by`. A row with
    anything under `unless` is no contradiction. `severity` is MEND where a figure would be too good, or
    leave the row out, if the cells were left as they are.
    """

    one: Cell
    wrong: Wrong
    other: Cell
    why: str
    by: str = ""
    unless: str = ""
    mend: str = BY_HAND
    severity: Severity = Severity.NOTE

    def __post_init__(self) -> None:
        for register in (self.one.register, self.other.register) if self.by else ():
            Cell(register, self.by)
        if self.unless:
            Cell(self.one.register, self.unless)
        if (self.one.register.key != self.other.register.key) != bool(self.by):
            raise ValueError("what two registers are joined by is named, and one register is not joined to itself")


@dataclass(frozen=True)
class Link:
    """A column whose values should stand in another register; of the rows that are meant, where `when` says which."""

    column: Cell
    to: Cell
    why: str
    when: Cell | None = None
    mend: str = BY_HAND


@dataclass(frozen=True)
class OnTheDay:
    """Columns of days, none of which may lie `wrong` (before or after) the day of the figures where `when` holds."""

    register: Register
    columns: tuple[str, ...]
    wrong: Wrong
    why: str
    mend: str
    when: Cell | None = None

    def __post_init__(self) -> None:
        for name in self.columns:
            Cell(self.register, name)


@dataclass(frozen=True)
class Twins:
    """Columns that two rows of one register seldom share all of: then one event may have been written down twice."""

    register: Register
    columns: tuple[str, ...]
    why: str

    def __post_init__(self) -> None:
        for name in self.columns:
            Cell(self.register, name)


@dataclass(frozen=True)
class Checks:
    """What is looked at in one register, by itself and beside others."""

    key: str
    of: tuple[Contradiction | Link | OnTheDay | Twins, ...] = field(repr=False)


def happened(register: Register) -> OnTheDay:
    """Days of what has happened, as the register declares them: none can lie ahead of the day of the figures."""
    return OnTheDay(
        register,
        register.happened,
        Wrong.AFTER,
        "what had not happened by the day of the figures is in no figure for that day",
        "correct the date if it was mistyped; if the register runs on past the day of the figures, leave it",
    )
