"""One row for each thing counted, built from the registers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial, reduce
from typing import TYPE_CHECKING, Any, NamedTuple

import narwhals as nw

from evidencegen.intake.kind import Form, Kind, choice, choices
from evidencegen.intake.register import Register
from evidencegen.intake.registers.safeguarding import THEMES
from evidencegen.intake.table import Table
from evidencegen.measures.as_at import as_at
from evidencegen.measures.coder import CodedCell
from evidencegen.measures.condition import Condition, Setting, Test, midnight, passing
from evidencegen.measures.ever import Ever
from evidencegen.measures.layout import Layout, by_month, by_value, crossed, everything, spread

if TYPE_CHECKING:
    from evidencegen.measures.layout import Mask

NAMED_PARTS = frozenset({"service", "role", "course", "question"})
"""Columns of free words by which a figure may be broken down, beside those with a list of codes."""
Tables = Mapping[str, Table]
Frame = nw.DataFrame[Any]


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
TOLD_THEMES = choices(**THEMES.codes)
"""Themes that a codebook finds in free text: those of the shipped one, as a provider's own may have others."""
TOLD_THEME = choice(**THEMES.codes)


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
    of its own. `keeps` names the columns of the register that it has, where those are not all.

    Where rows are `gathered` from several registers, the derived columns are all they have, `origin`
    numbers them, and `also` alone leads back: to those of its registers that there are.
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
    gathered: bool = False
    keeps: tuple[str, ...] = ()

    @property
    def columns(self) -> frozenset[str]:
        """Every column a measure may name."""
        kept = frozenset() if self.gathered else frozenset(self.keeps) or self.register.column_names
        return kept | frozenset(self.derived)

    @property
    def origins(self) -> Mapping[str, Register]:
        """The columns that lead back to rows of registers."""
        return self.also if self.gathered else {"origin": self.register, **self.also}

    @property
    def rests_on(self) -> frozenset[str]:
        """Keys of the registers that every measure of it rests on; not all of them need be there."""
        further = self.also.values() if self.gathered else ()
        return frozenset(register.key for register in (self.register, *self.needs, *further))

    @property
    def parts(self) -> frozenset[str]:
        """Every column by which a measure may be broken down: none is private, none a yes or no worked out here."""
        listed = (name for name in self.columns if self.codes(name) and self.kind(name) is not FLAG)
        private = {column.name for column in self.register.columns if column.private}
        return (frozenset(listed) | self.columns & frozenset(NAMED_PARTS)) - private

    def kind(self, column: str) -> Kind | None:
        """What a column holds, where that is declared."""
        kinds = {c.name: c.kind for c in self.register.columns} | dict(self.kinds)
        return kinds.get(column)

    def codes(self, column: str) -> Mapping[str, tuple[str, ...]]:
        """The codes a column may hold and the words for each, the first to print; empty for free text."""
        kind = self.kind(column)
        return kind.codes if kind else {}

    def holds_many(self, column: str) -> bool:
        """Whether one cell of a column may hold several codes."""
        kind = self.kind(column)
        return kind is not None and kind.form is Form.MANY

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
    """Each view built once for one setting, when a measure or another view first asks for it.

    `ever` is what views of the same tables share, whatever their setting.
    """

    def __init__(self, tables: Tables, setting: Setting, ever: Ever | None = None) -> None:
        self.tables = tables
        self.setting = setting
        self.ever = ever or Ever(tables)
        self._built: dict[str, Frame | NotCollected] = {}
        self._registers: dict[str, Frame] = {}
        self._masks: dict[tuple[str, Condition | str | tuple[str, Test]], Mask] = {}
        self._prose: dict[tuple[str, str], tuple[CodedCell, ...]] = {}
        self._layouts: dict[tuple[str, tuple[str, ...], str], Layout] = {}
        self._words: dict[tuple[type, str, str], Layout | None] = {}

    def at(self, setting: Setting) -> "Views":
        """Views of the same tables for another setting: another day, or another period."""
        return Views(self.tables, setting, self.ever)

    @property
    def sources(self) -> Mapping[str, tuple[str, ...]]:
        """File and sheet of every place a register's rows came from, as a note prints them."""
        return self.ever.sources

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

    def titles(self, view: View, column: str) -> Mapping[str, str]:
        """The words to print for each code of a column; for themes told from words, those of the codebook in use."""
        kind = view.kind(column)
        coded = kind is TOLD_THEMES or kind is TOLD_THEME
        return self.setting.coder.titles if coded else view.titles(column)

    def mask(self, view: View, condition: Condition) -> "Mask":
        """Which of the view's rows pass a condition; worked out once, however many measures ask."""
        key = (view.key, condition)
        if key not in self._masks:
            self._masks[key] = condition.over(partial(self._passing, view), len(self.rows(view)))
        return self._masks[key]

    def _passing(self, view: View, column: str, test: Test) -> "Mask":
        key = (view.key, (column, test))
        if key not in self._masks:
            self._masks[key] = passing(self.rows(view).get_column(column), test, self.setting, self.words(view, column))
        return self._masks[key]

    def words(self, of: View | Register, column: str) -> Layout | None:
        """The different words in a column of a view or register, looked for once; None for days and numbers."""
        key = (type(of), of.key, column)
        if key not in self._words:
            cells = (self.rows(of) if isinstance(of, View) else self.of(of)).get_column(column)
            self._words[key] = by_value(cells) if cells.dtype == nw.String else None
        return self._words[key]

    def inside(self, view: View, dated_by: str) -> "Mask":
        """Which of the view's rows fall into the period by one of their dates, and not after the day."""
        key = (view.key, dated_by)
        if key not in self._masks:
            day = self.rows(view).get_column(dated_by)
            first, last = self.setting.period.first, min(self.setting.period.last, self.setting.as_at)
            inside = ((day >= midnight(first)) & (day <= midnight(last))).fill_null(False)
            self._masks[key] = inside.to_numpy().astype(bool)
        return self._masks[key]

    def layout(self, view: View, columns: tuple[str, ...] = (), month_of: str = "") -> Layout:
        """The cells of a breakdown by columns, and by the month of a date; laid out once for all measures.

        Months are labelled as `2026-03` and come last.
        """
        key = (view.key, columns, month_of)
        if key not in self._layouts:
            rows = self.rows(view)
            told = [(name, self.words(view, name) or by_value(rows.get_column(name))) for name in columns]
            each = [spread(words) if view.holds_many(name) else words for name, words in told]
            if month_of:
                each.append(by_month(rows.get_column(month_of)))
            self._layouts[key] = reduce(crossed, each) if each else everything(len(rows))
        return self._layouts[key]

    def of(self, register: Register) -> Frame:
        """The rows of one register as they were on the day; references are compared without case or outer spaces."""
        if register.key not in self._registers:
            self._registers[register.key] = as_at(self.ever.of(register), register, self.setting.as_at)
        return self._registers[register.key]

    def prose(self, register: Register, column: str) -> tuple[CodedCell, ...]:
        """The notes in one column of prose that were there on the day, by the day each is known from, with themes."""
        if (register.key, column) not in self._prose:
            table, day = self.tables[register.key], register.column(column).known_from
            cells = self.setting.coder.cells(table, column)
            if day:
                rows = self.ever.fetched(register)
                ahead = (rows.get_column(day) > midnight(self.setting.as_at)).fill_null(False)
                unknown = frozenset(rows.filter(ahead).get_column("origin").to_list())
                cells = (cell for cell in cells if cell.row not in unknown)
            self._prose[register.key, column] = tuple(cells)
        return self._prose[register.key, column]


def flag(expression: nw.Expr) -> nw.Expr:
    """Yes or no as the registers write it; blank counts as no."""
    return nw.when(expression).then(nw.lit("yes")).otherwise(nw.lit("no"))


def normalised(column: str) -> nw.Expr:
    """A name as it is compared: case and outer spaces set aside."""
    return nw.col(column).str.strip_chars().str.to_lowercase()


def nothing_like(column: str) -> nw.Expr:
    """Blank cells of the same type as a column: for what a missing register would have held."""
    return nw.when(nw.col(column).is_null() & ~nw.col(column).is_null()).then(nw.col(column))
