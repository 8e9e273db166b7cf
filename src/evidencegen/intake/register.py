"""What a sheet must hold."""

from dataclasses import dataclass

from evidencegen.intake.kind import Form, Kind


@dataclass(frozen=True)
class Column:
    """One heading of a register.

    `also` lists the other headings services use for it. A `private` column's values are
    never shown, in a message or anywhere else. Under a heading of `asked_under`, such as "Capacity" for
    "Lacked capacity", a bare yes or no may mean the opposite, and is asked about.
    """

    name: str
    kind: Kind
    also: tuple[str, ...] = ()
    required: bool = False
    private: bool = False
    because: str = ""
    asked_under: tuple[str, ...] = ()

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
    `wide_over` is the column that a matrix spreads over its headings, where one is known.
    """

    key: str
    title: str
    one_row_is: str
    columns: tuple[Column, ...]
    unique: tuple[str, ...] = ()
    wide_over: str = ""

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
    def column_names(self) -> frozenset[str]:
        """Columns that reach a table: names and prose go to the gates alone."""
        gated = (Form.NAME, Form.PROSE)
        return frozenset(c.name for c in self.columns if c.kind.form not in gated)
