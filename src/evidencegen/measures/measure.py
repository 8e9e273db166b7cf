"""What is counted, out of what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any

import narwhals as nw

from evidencegen.intake.kind import Form
from evidencegen.intake.register import Register
from evidencegen.intake.table import Table
from evidencegen.measures.condition import EVERY_ROW, Condition, Setting, includes, midnight, where
from evidencegen.measures.view import Frame, NotCollected, Tables, Unit, View
from evidencegen.problem import Place


class Direction(Enum):
    """Which way is better, where one is."""

    HIGHER = "higher is better"
    LOWER = "lower is better"
    NEITHER = "neither high nor low is better"


class Standing(Enum):
    """Where a row stands to a measure; an exclusion's reason stands for itself."""

    COUNTED = "counted"
    NOT_COUNTED = "in the base, not counted"
    OUT_OF_SCOPE = "not what the measure is about"
    OUT_OF_PERIOD = "outside the period, or with no date to place it"


@dataclass(frozen=True)
class Exclusion:
    """Rows left out of the base, and the reason a reader is given."""

    reason: str
    rows: Condition


@dataclass(frozen=True)
class Measure:
    """A definition that can be read aloud: `counted`, out of `out_of`, dated by a column.

    Without `dated_by` the measure says how things stand on the day. `of` are the words for the
    base, as in "92% of concluded concerns". With `count_only` nothing is divided: the figure is a
    count. `by` names columns to break it down by, each part with a base of its own; `among`
    names one column of codes, each of which is counted out of the whole base. `per` names a
    column, such as a person's, whose distinct values are counted instead of rows.
    `sensitive` is False for what is not about people, such as answers to an audit.
    """

    key: str
    title: str
    view: View
    of: Unit
    answers: tuple[str, ...]
    rows: tuple[int, ...]
    why: str
    caution: str
    counted: Condition = EVERY_ROW
    out_of: Condition = EVERY_ROW
    dated_by: str = ""
    excluded: tuple[Exclusion, ...] = ()
    count_only: bool = False
    by: tuple[str, ...] = ()
    among: str = ""
    per: str = ""
    sensitive: bool = True
    direction: Direction = Direction.HIGHER

    def __post_init__(self) -> None:
        if strangers := sorted(self.columns - self.view.columns):
            raise ValueError(f"measure {self.key} names {', '.join(strangers)}, which {self.view.key} does not have")

    @property
    def columns(self) -> frozenset[str]:
        """Every column the definition looks at, breakdowns set aside."""
        conditions = (self.counted, self.out_of, *(e.rows for e in self.excluded))
        single = {name for name in (self.dated_by, self.among, self.per) if name}
        return frozenset(single).union(*(c.columns for c in conditions))

    def definition(self, setting: Setting) -> str:
        """The definition in words, with the provider's limits in force."""
        base = f"each {self.view.unit.one} where {self.out_of.words(setting)}"
        if self.out_of == EVERY_ROW:
            base = f"every {self.view.unit.one}"
        base += f", by {_words(self.dated_by)}" if self.dated_by else ", as they stand on the day"
        if self.per:
            base += f", each {_words(self.per)} counted once"
        if self.count_only:
            return f"{base}. {self.caution}"
        counted = f"of these, where {self.counted.words(setting)}"
        if self.among:
            counted = f"of these, by {_words(self.among)}; one may have several, so shares do not add up to 100%"
        without = "".join(f"; left out: {e.reason}" for e in self.excluded)
        return f"Counted: {counted}. Out of: {base}{without}. {self.caution}"


@dataclass(frozen=True)
class Group:
    """One part of a breakdown: the column and the value, with the words to print for each."""

    column: str
    value: str
    words: str

    @property
    def suffix(self) -> str:
        """What it adds to a figure's key."""
        return f"[{self.column}={self.value}]"


@dataclass(frozen=True)
class Reading:
    """What a measure found. For inside use: a reading is never printed.

    `absent` says why there is no number where the registers do not hold what is needed.
    """

    measure: Measure
    setting: Setting
    counted: int = 0
    out_of: int = 0
    excluded: tuple[tuple[str, int], ...] = ()
    group: Group | None = None
    absent: str = ""

    @property
    def key(self) -> str:
        """The measure's key, with the part of a breakdown where it is one."""
        return self.measure.key + (self.group.suffix if self.group else "")


class Views:
    """Each view built once for one setting, when a measure first asks for it."""

    def __init__(self, tables: Tables, setting: Setting) -> None:
        self.tables = tables
        self.setting = setting
        self.sources = {key: _sources(table) for key, table in tables.items()}
        self._built: dict[str, Frame | NotCollected] = {}

    def rows(self, view: View) -> Frame:
        """The view's rows.

        Raises:
            NotCollected: the registers do not hold what it is built from.
        """
        if view.key not in self._built:
            try:
                self._built[view.key] = view.build(self.tables, self.setting)
            except NotCollected as reason:
                self._built[view.key] = reason
        built = self._built[view.key]
        if isinstance(built, NotCollected):
            raise built
        return built


def take(measure: Measure, views: Views) -> tuple[Reading, ...]:
    """The whole reading, then each part of each breakdown, in the order declared.

    Nothing is divided here and no row is lost: counted, not counted, excluded, out of scope
    and out of period make up the view.
    """
    absent = measure.view.missing(views.tables, measure.columns)
    if not absent:
        try:
            marked = _marked(measure, views)
        except NotCollected as reason:
            absent = str(reason)
    if absent:
        return (Reading(measure, views.setting, absent=absent),)
    readings = [_counted(measure, views.setting, marked)]
    for column in measure.by:
        if not measure.view.missing(views.tables, frozenset({column})):
            readings += _by(measure, views.setting, marked, column)
    if measure.among:
        readings += [
            _counted(
                measure, views.setting, _marked(_one_code(measure, code), views), Group(measure.among, code, words[0])
            )
            for code, words in measure.view.codes(measure.among).items()
        ]
    return tuple(readings)


def traced(reading: Reading, views: Views) -> Iterator[tuple[str, tuple[Place, ...]]]:
    """For each row of a reading's view: its standing, and the places in the workbooks it came from."""
    measure, group = reading.measure, reading.group
    if reading.absent:
        return
    among = group is not None and group.column == measure.among
    marked = _marked(_one_code(measure, group.value) if group and among else measure, views)
    if group and not among:
        marked = marked.filter(nw.col(group.column) == group.value)
    origins: dict[str, Register] = {"origin": measure.view.register, **measure.view.also}
    present = [name for name, register in origins.items() if name in marked.columns and register.key in views.tables]
    for row in marked.select("row_standing", *present).iter_rows(named=True):
        known = [name for name in present if row[name] is not None and row[name] == row[name]]
        yield row["row_standing"], tuple(views.tables[origins[n].key].places[int(row[n])] for n in known)


def _marked(measure: Measure, views: Views) -> Frame:
    """The view's rows, each with its `row_standing` to the measure."""
    return views.rows(measure.view).with_columns(_standing(measure, views.setting).alias("row_standing"))


def _standing(measure: Measure, setting: Setting) -> nw.Expr:
    chain: Any = nw.when(~measure.out_of.expression(setting)).then(nw.lit(Standing.OUT_OF_SCOPE.value))
    if measure.dated_by:
        day = nw.col(measure.dated_by)
        last = min(setting.period.last, setting.as_at)
        inside = ~day.is_null() & (day >= midnight(setting.period.first)) & (day <= midnight(last))
        chain = nw.when(~inside).then(nw.lit(Standing.OUT_OF_PERIOD.value))
        chain = chain.when(~measure.out_of.expression(setting)).then(nw.lit(Standing.OUT_OF_SCOPE.value))
    for exclusion in measure.excluded:
        chain = chain.when(exclusion.rows.expression(setting)).then(nw.lit(exclusion.reason))
    chain = chain.when(measure.counted.expression(setting)).then(nw.lit(Standing.COUNTED.value))
    return chain.otherwise(nw.lit(Standing.NOT_COUNTED.value))  # type: ignore[no-any-return]


def _one_code(measure: Measure, code: str) -> Measure:
    """The measure with one code of its `among` column as what is counted."""
    test = where(**{measure.among: includes(code) if _holds_many(measure) else code})
    return replace(measure, counted=measure.counted & test, by=(), among="")


def _holds_many(measure: Measure) -> bool:
    kinds = {c.name: c.kind for c in measure.view.register.columns} | dict(measure.view.kinds)
    return kinds[measure.among].form is Form.MANY


def _counted(measure: Measure, setting: Setting, marked: Frame, group: Group | None = None) -> Reading:
    if measure.per:
        counted = marked.filter(nw.col("row_standing") == Standing.COUNTED.value)
        base = marked.filter(nw.col("row_standing").is_in([Standing.COUNTED.value, Standing.NOT_COUNTED.value]))
        once = [int(rows.get_column(measure.per).n_unique()) for rows in (counted, base)]
        return Reading(measure, setting, once[0], once[1], (), group)
    sizes = {str(s): int(n) for s, n in marked.group_by("row_standing").agg(nw.len().alias("n")).iter_rows()}
    return _reading(measure, setting, sizes, group)


def _by(measure: Measure, setting: Setting, marked: Frame, column: str) -> list[Reading]:
    """Each part of the base by one column's values, every part with a base of its own."""
    parts: dict[str, dict[str, int]] = {}
    sized = marked.filter(~nw.col(column).is_null()).group_by(column, "row_standing").agg(nw.len().alias("n"))
    for value, standing, n in sized.iter_rows():
        parts.setdefault(str(value), {})[str(standing)] = int(n)
    codes = measure.view.codes(column)
    readings = []
    for value in sorted(parts):
        words = codes[value][0] if value in codes else value
        reading = _reading(measure, setting, parts[value], Group(column, value, words))
        if reading.out_of or any(n for _, n in reading.excluded):
            readings.append(reading)
    return readings


def _reading(measure: Measure, setting: Setting, sizes: Mapping[str, int], group: Group | None) -> Reading:
    counted = sizes.get(Standing.COUNTED.value, 0)
    excluded = tuple((e.reason, sizes.get(e.reason, 0)) for e in measure.excluded)
    return Reading(measure, setting, counted, counted + sizes.get(Standing.NOT_COUNTED.value, 0), excluded, group)


def _sources(table: Table) -> tuple[str, ...]:
    """File and sheet of every place a register's rows came from, as a note prints them."""
    seen = dict.fromkeys((place.file, place.sheet) for place in table.places)
    return tuple(f'{file}, sheet "{sheet}"' if sheet else file for file, sheet in seen)


def _words(column: str) -> str:
    return column.removesuffix("_on").replace("_", " ")
