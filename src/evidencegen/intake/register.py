"""What a sheet must hold."""

from dataclasses import dataclass
from enum import Enum

from evidencegen.intake.kind import Form, Kind


class Ahead(Enum):
    """What a cell of a column of days says where its day lies after the day of the figures."""

    AMISS = "what has happened cannot lie ahead: it is not known yet, and the day may be mistyped"
    NOT_YET = "what was written down beforehand, such as a leaving date, has not come about yet"
    STANDS = "a day that was set beforehand, such as a due date, is known all the same"


@dataclass(frozen=True)
class Column:
    """One heading of a register.

    `also` lists the other headings services use for it. A `private` column's values are
    never shown, in a message or anywhere else. Under a heading of `asked_under`, such as "Capacity" for
    "Lacked capacity", a bare yes or no may mean the opposite, and is asked about.

    A column of days tells what has happened, unless it says what a day that lies `ahead` is. `known_from` names
    the day from which the column's cell is known, such as the day a concern was concluded for its outcome;
    where that day is blank nobody can tell, and the cell counts as known.
    """

    name: str
    kind: Kind
    also: tuple[str, ...] = ()
    required: bool = False
    private: bool = False
    because: str = ""
    asked_under: tuple[str, ...] = ()
    ahead: Ahead = Ahead.AMISS
    known_from: str = ""

    @property
    def title(self) -> str:
        """The heading our own blank workbooks give it."""
        return self.also[0] if self.also else self.name.replace("_", " ").capitalize()

    @property
    def hidden(self) -> bool:
        """Whether its values may appear in no message."""
        return self.private or self.kind.form in (Form.NAME, Form.PROSE)


@dataclass(frozen=True)
class Register:
    """A kind of sheet: what one row is, and what its columns hold.

    `unique` names the columns that together name a row: two rows with the same are a problem.
    `wide_over` is the column that a matrix spreads over its headings, where one is known. `begins` is the day
    that makes a row, such as the day a concern was raised: before it there is none. A row without that day is
    there on any day.

    Raises:
        ValueError: `begins`, or what a cell is `known_from`, is no day on which something comes about; or a
            column that says what lies `ahead` holds no days.
    """

    key: str
    title: str
    one_row_is: str
    columns: tuple[Column, ...]
    unique: tuple[str, ...] = ()
    wide_over: str = ""
    begins: str = ""

    def __post_init__(self) -> None:
        named = {name for name in (self.begins, *(c.known_from for c in self.columns)) if name}
        if strangers := sorted(named - set(self.come_about)):
            raise ValueError(f"{self.key} has no such days of what comes about: {', '.join(strangers)}")
        if wrong := [c.name for c in self.columns if c.ahead is not Ahead.AMISS and c.kind.form is not Form.DATE]:
            raise ValueError(f"{self.key} has no days that could lie ahead in: {', '.join(wrong)}")

    def column(self, name: str) -> Column:
        """The column called `name`.

        Raises:
            KeyError: the register has no such column.
        """
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)

    @property
    def happened(self) -> tuple[str, ...]:
        """Columns of days on which something has happened: none of them can lie ahead."""
        return tuple(c.name for c in self.columns if c.kind.form is Form.DATE and c.ahead is Ahead.AMISS)

    @property
    def come_about(self) -> tuple[str, ...]:
        """Columns of days that tell nothing until they have come: of what has happened, and of what was arranged."""
        return tuple(c.name for c in self.columns if c.kind.form is Form.DATE and c.ahead is not Ahead.STANDS)

    @property
    def column_names(self) -> frozenset[str]:
        """Columns that reach a table: names and prose go to the gates alone."""
        gated = (Form.NAME, Form.PROSE)
        return frozenset(c.name for c in self.columns if c.kind.form not in gated)
