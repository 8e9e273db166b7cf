"""One row for each thing counted, built from the registers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import narwhals as nw

from evidencegen.intake.kind import Kind
from evidencegen.intake.register import Register
from evidencegen.intake.table import Table
from evidencegen.measures.condition import Setting

Tables = Mapping[str, Table]
Frame = nw.DataFrame[Any]


class Unit(NamedTuple):
    """What is counted, for one and for many."""

    one: str
    many: str


class NotCollected(Exception):
    """The registers at hand do not hold what a view is built from; says what is missing."""


@dataclass(frozen=True)
class View:
    """A table with one row for each thing that measures count.

    `register` is where `origin` leads; `also` names further columns of origins and the
    register each leads to. `derived` are the columns worked out here, each with the register
    columns it rests on (`"advocacy.concern"`): where a workbook lacks one of them, a measure
    that uses the derived column is not collected, which is not the same as nought.
    """

    key: str
    unit: Unit
    register: Register
    build: Callable[[Tables, Setting], Frame]
    derived: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    also: Mapping[str, Register] = field(default_factory=dict)
    needs: tuple[Register, ...] = ()
    kinds: Mapping[str, Kind] = field(default_factory=dict)

    @property
    def columns(self) -> frozenset[str]:
        """Every column a measure may name."""
        return self.register.column_names | frozenset(self.derived)

    def codes(self, column: str) -> Mapping[str, tuple[str, ...]]:
        """The codes a column may hold and the words for each, the first to print; empty for free text."""
        kinds = {c.name: c.kind for c in self.register.columns} | dict(self.kinds)
        return kinds[column].codes if column in kinds else {}

    def missing(self, tables: Tables, columns: frozenset[str]) -> str:
        """What the registers lack for these columns, in words; empty where nothing is lacking."""
        for register in (self.register, *self.needs):
            if register.key not in tables:
                return f"there is no {register.title.lower()} in the project"
        for column in sorted(columns):
            for address in self.derived.get(column, (f"{self.register.key}.{column}",)):
                key, _, name = address.partition(".")
                if key not in tables:
                    return f"there is no {key.replace('_', ' ')} register in the project"
                if name and name not in tables[key].collected:
                    register = tables[key].register
                    return f'the {register.title.lower()} has no column "{register.column(name).title}"'
        return ""


def rows_of(tables: Tables, register: Register) -> Frame:
    """The rows of one register as a Narwhals frame."""
    return nw.from_native(tables[register.key].rows, eager_only=True)


def flag(expression: nw.Expr) -> nw.Expr:
    """Yes or no as the registers write it; blank counts as no."""
    return nw.when(expression).then(nw.lit("yes")).otherwise(nw.lit("no"))


def normalised(column: str) -> nw.Expr:
    """A name as it is compared: case and outer spaces set aside."""
    return nw.col(column).str.strip_chars().str.to_lowercase()


def nothing_like(column: str) -> nw.Expr:
    """Blank cells of the same type as a column: for what a missing register would have held."""
    return nw.when(nw.col(column).is_null() & ~nw.col(column).is_null()).then(nw.col(column))
