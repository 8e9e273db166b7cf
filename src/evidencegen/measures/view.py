"""One row for each thing counted, built from the registers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import narwhals as nw

from evidencegen.intake.kind import Kind, choice
from evidencegen.intake.register import Register
from evidencegen.intake.table import Table
from evidencegen.measures.condition import Condition, Setting, midnight

REFERENCES = ("staff", "person", "concern", "action")
Tables = Mapping[str, Table]
Frame = nw.DataFrame[Any]
Series = nw.Series[Any]


class Unit(NamedTuple):
    """What is counted, for one and for many."""

    one: str
    many: str


@dataclass(frozen=True)
class Words:
    """A derived column in words: its name, the unit of its numbers, and what each of its codes says of a row.

    `blank` says what becomes of a row where a cell it is worked out from is blank and its own never is. `also`
    are further columns it looks at, where a workbook has them.
    """

    name: str
    unit: str = ""
    says: Mapping[str, str] = field(default_factory=dict)
    blank: str = ""
    also: tuple[str, ...] = ()


FLAG = choice(yes=("Yes",), no=("No",))


class NotCollected(Exception):
    """The registers at hand do not hold what a view is built from; says what is missing."""


@dataclass(frozen=True)
class View:
    """A table with one row for each thing that measures count.

    `register` is where `origin` leads; `also` names further columns of origins and the
    register each leads to. `derived` are the columns worked out here, each with the register
    columns it rests on (`"advocacy.concern"`): where a workbook lacks one of them, a measure
    that uses the derived column is not collected, which is not the same as nought. `kinds` says what
    each derived column holds and `words` how it is told. `persons` is True where each row is a person
    of its own.
    """

    key: str
    unit: Unit
    register: Register
    build: Callable[["Views"], Frame]
    derived: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    also: Mapping[str, Register] = field(default_factory=dict)
    needs: tuple[Register, ...] = ()
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    words: Mapping[str, Words] = field(default_factory=dict)
    persons: bool = False

    @property
    def columns(self) -> frozenset[str]:
        """Every column a measure may name."""
        return self.register.column_names | frozenset(self.derived)

    def codes(self, column: str) -> Mapping[str, tuple[str, ...]]:
        """The codes a column may hold and the words for each, the first to print; empty for free text."""
        kind = self.kind(column)
        return kind.codes if kind else {}

    def kind(self, column: str) -> Kind | None:
        """What a column's cells may hold; nothing where that is not said."""
        kinds = {c.name: c.kind for c in self.register.columns if c.name not in self.derived} | dict(self.kinds)
        return kinds.get(column)

    def heading(self, column: str) -> str:
        """The heading a workbook has for a column, in quotation marks; plain words for a derived one."""
        if column in self.words:
            return self.words[column].name
        for own in self.register.columns:
            if own.name == column:
                return f'"{own.title}"'
        return column.replace("_", " ")

    def unit_of(self, column: str) -> str:
        """The unit of a derived column's numbers, such as "working days"; empty where none is said."""
        return self.words[column].unit if column in self.words else ""

    def says(self, column: str) -> Mapping[str, str]:
        """What each code of a derived column says of a row, such as "an advocate was asked for"."""
        return self.words[column].says if column in self.words else {}

    def titles(self, column: str) -> Mapping[str, str]:
        """The words to print for each code of a column."""
        return {code: words[0] for code, words in self.codes(column).items()}

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


class Views:
    """Each view built once for one setting, when a measure or another view first asks for it."""

    def __init__(self, tables: Tables, setting: Setting) -> None:
        self.tables = tables
        self.setting = setting
        self.sources = {key: _sources(table) for key, table in tables.items()}
        self._built: dict[str, Frame | NotCollected] = {}
        self._registers: dict[str, Frame] = {}
        self._masks: dict[tuple[str, Condition | str], Series] = {}

    def rows(self, view: View) -> Frame:
        """The view's rows.

        Raises:
            NotCollected: the registers do not hold what it is built from.
        """
        if view.key not in self._built:
            try:
                self._built[view.key] = view.build(self)
            except NotCollected as reason:
                self._built[view.key] = reason
        built = self._built[view.key]
        if isinstance(built, NotCollected):
            raise built
        return built

    def mask(self, view: View, condition: Condition) -> Series:
        """Which of the view's rows pass a condition; worked out once, however many measures ask."""
        key = (view.key, condition)
        if key not in self._masks:
            self._masks[key] = condition.over(self.rows(view).get_column, self.setting)
        return self._masks[key]

    def inside(self, view: View, dated_by: str) -> Series:
        """Which of the view's rows fall into the period by one of their dates, and not after the day."""
        key = (view.key, dated_by)
        if key not in self._masks:
            day = self.rows(view).get_column(dated_by)
            first, last = self.setting.period.first, min(self.setting.period.last, self.setting.as_at)
            self._masks[key] = ((day >= midnight(first)) & (day <= midnight(last))).fill_null(False)
        return self._masks[key]

    def of(self, register: Register) -> Frame:
        """The rows of one register, ready to join: references compared without case or outer spaces."""
        if register.key not in self._registers:
            rows: Frame = nw.from_native(self.tables[register.key].rows, eager_only=True)
            keys = (normalised(name) for name in REFERENCES if name in rows.columns)
            self._registers[register.key] = rows.with_columns(*keys)
        return self._registers[register.key]


def _sources(table: Table) -> tuple[str, ...]:
    """File and sheet of every place a register's rows came from, as a note prints them."""
    seen = dict.fromkeys((place.file, place.sheet) for place in table.places)
    return tuple(f'{file}, sheet "{sheet}"' if sheet else file for file, sheet in seen)


def flag(expression: nw.Expr) -> nw.Expr:
    """Yes or no as the registers write it; blank counts as no."""
    return nw.when(expression).then(nw.lit("yes")).otherwise(nw.lit("no"))


def normalised(column: str) -> nw.Expr:
    """A name as it is compared: case and outer spaces set aside."""
    return nw.col(column).str.strip_chars().str.to_lowercase()


def nothing_like(column: str) -> nw.Expr:
    """Blank cells of the same type as a column: for what a missing register would have held."""
    return nw.when(nw.col(column).is_null() & ~nw.col(column).is_null()).then(nw.col(column))
