"""What is counted, out of what."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum

import narwhals as nw

from evidencegen.intake.kind import Form
from evidencegen.intake.register import Register
from evidencegen.measures.condition import EVERY_ROW, Condition, Setting, Test, includes, midnight, where
from evidencegen.measures.view import Frame, NotCollected, Unit, View, Views
from evidencegen.problem import Place

COUNTED, IN_SCOPE, IN_PERIOD = "counted", "in scope", "in period"


class Direction(Enum):
    """Which way is better, where one is."""

    HIGHER = "higher is better"
    LOWER = "lower is better"
    NEITHER = "neither high nor low is better"


class About(Enum):
    """Whom a count could point at, which decides how the gate treats it."""

    PEOPLE = "people we support"
    STAFF = "members of staff"
    RECORDS = "records, such as audit answers and actions"


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
    names one column of codes, each of which is then counted out of all rows counted, `each_of`
    being the words for those. `per` names a column, such as a person's, whose distinct values are
    counted instead of rows.
    `about` says whom a count could point at; what is not said to be otherwise is about people.
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
    each_of: Unit | None = None
    per: str = ""
    about: About = About.PEOPLE
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
        base = f"each {self.view.unit.one} where {self.out_of.words(setting, self.view)}"
        if self.out_of == EVERY_ROW:
            base = f"every {self.view.unit.one}"
        base += f", placed by {self.view.heading(self.dated_by)}" if self.dated_by else ", as they stand on the day"
        if self.per:
            base += f", each {self.per} counted once"
        if self.count_only:
            return f"{base[0].upper()}{base[1:]}. {self.caution}"
        counted = (
            "all of these" if self.counted == EVERY_ROW else f"of these, where {self.counted.words(setting, self.view)}"
        )
        if self.among:
            counted += f", then each {self.view.heading(self.among)} out of those counted"
            counted += "; one may have several, so shares do not add up to 100%" if _holds_many(self) else ""
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


def take(measure: Measure, views: Views) -> tuple[Reading, ...]:
    """The whole reading, then each part of each breakdown, in the order declared.

    Nothing is divided here and no row is lost: counted, not counted, excluded, out of scope
    and out of period make up the view. Whole and parts come from one pass over the rows.
    """
    absent = measure.view.missing(views.tables, measure.columns)
    if not absent:
        try:
            rows = views.rows(measure.view)
        except NotCollected as reason:
            absent = str(reason)
    if absent:
        return (Reading(measure, views.setting, absent=absent),)
    by = tuple(column for column in measure.by if not measure.view.missing(views.tables, frozenset({column})))
    flags = _flags(measure, views.setting)
    marked = rows.select("origin", *{*by, measure.among, measure.per} - {""}, **flags)
    if measure.per:
        return (_once(measure, views.setting, marked),)
    sizes = marked.group_by(*by, *flags).agg(nw.len().alias("n")).iter_rows()
    standings = [
        (row[: len(by)], _standing(measure, dict(zip(flags, row[len(by) : -1], strict=True))), row[-1]) for row in sizes
    ]
    whole = _reading(measure, views.setting, _summed((standing, n) for _, standing, n in standings), None)
    readings = [whole]
    for place, column in enumerate(by):
        parts: dict[str, list[tuple[str, int]]] = {}
        for values, standing, n in standings:
            if isinstance(values[place], str):
                parts.setdefault(values[place], []).append((standing, n))
        readings += _by(measure, views.setting, column, {value: _summed(part) for value, part in parts.items()})
    if measure.among:
        readings += _among(whole, marked)
    return tuple(readings)


def traced(reading: Reading, views: Views) -> Iterator[tuple[str, tuple[Place, ...]]]:
    """For each row of a reading's view: its standing, and the places in the workbooks it came from."""
    measure, group = reading.measure, reading.group
    if reading.absent:
        return
    if group and group.column == measure.among:
        measure, group = _one_code(measure, group.value), None
    rows = views.rows(measure.view)
    if group:
        rows = rows.filter(nw.col(group.column) == group.value)
    origins: dict[str, Register] = {"origin": measure.view.register, **measure.view.also}
    present = [name for name, register in origins.items() if name in rows.columns and register.key in views.tables]
    flags = _flags(measure, views.setting)
    for row in rows.select(*present, **flags).iter_rows(named=True):
        known = [name for name in present if row[name] is not None and row[name] == row[name]]
        places = tuple(views.tables[origins[n].key].places[int(row[n])] for n in known)
        yield _standing(measure, row), places


def _flags(measure: Measure, setting: Setting) -> dict[str, nw.Expr]:
    """What decides a row's standing, each a column of true and false."""
    flags = {COUNTED: measure.counted.expression(setting)}
    if measure.out_of != EVERY_ROW:
        flags[IN_SCOPE] = measure.out_of.expression(setting)
    if measure.dated_by:
        day = nw.col(measure.dated_by)
        last = min(setting.period.last, setting.as_at)
        inside = (day >= midnight(setting.period.first)) & (day <= midnight(last))
        flags[IN_PERIOD] = inside.fill_null(False)
    return flags | {f"excluded {i}": e.rows.expression(setting) for i, e in enumerate(measure.excluded)}


def _standing(measure: Measure, flags: Mapping[str, bool]) -> str:
    """Where a row stands: its period goes before its scope, and the first reason to leave it out before counting."""
    if not flags.get(IN_PERIOD, True):
        return Standing.OUT_OF_PERIOD.value
    if not flags.get(IN_SCOPE, True):
        return Standing.OUT_OF_SCOPE.value
    for i, exclusion in enumerate(measure.excluded):
        if flags[f"excluded {i}"]:
            return exclusion.reason
    return Standing.COUNTED.value if flags[COUNTED] else Standing.NOT_COUNTED.value


def _in_base(measure: Measure) -> nw.Expr:
    """Rows of the base, from the flags."""
    base = nw.lit(True)
    for name in ((IN_PERIOD,) if measure.dated_by else ()) + ((IN_SCOPE,) if measure.out_of != EVERY_ROW else ()):
        base = base & nw.col(name)
    for i, _ in enumerate(measure.excluded):
        base = base & ~nw.col(f"excluded {i}")
    return base


def _one_code(measure: Measure, code: str) -> Measure:
    """The measure with one code of its `among` column as what is counted, out of all that it counts."""
    test = where(**{measure.among: _holding(measure, code)})
    return replace(measure, counted=test, out_of=measure.out_of & measure.counted, by=(), among="")


def _holding(measure: Measure, code: str) -> Test | str:
    return includes(code) if _holds_many(measure) else code


def _holds_many(measure: Measure) -> bool:
    kinds = {c.name: c.kind for c in measure.view.register.columns} | dict(measure.view.kinds)
    return kinds[measure.among].form is Form.MANY


def _summed(sizes: Iterable[tuple[str, int]]) -> dict[str, int]:
    """Rows of each standing."""
    together: dict[str, int] = {}
    for standing, n in sizes:
        together[standing] = together.get(standing, 0) + int(n)
    return together


def _once(measure: Measure, setting: Setting, marked: Frame) -> Reading:
    """Distinct values of the `per` column among the rows counted, and in the base."""
    base = marked.filter(_in_base(measure))
    once = [int(rows.get_column(measure.per).n_unique()) for rows in (base.filter(nw.col(COUNTED)), base)]
    return Reading(measure, setting, once[0], once[1])


def _by(measure: Measure, setting: Setting, column: str, parts: Mapping[str, Mapping[str, int]]) -> Iterator[Reading]:
    """Each part of the base by one column's values, every part with a base of its own."""
    titles = measure.view.titles(column)
    for value in sorted(parts):
        reading = _reading(measure, setting, parts[value], Group(column, value, titles.get(value, value)))
        if reading.out_of or any(n for _, n in reading.excluded):
            yield reading


def _among(whole: Reading, marked: Frame) -> Iterator[Reading]:
    """Each code of the `among` column, out of the rows counted."""
    measure = whole.measure
    titles = measure.view.titles(measure.among)
    counted = marked.filter(_in_base(measure) & nw.col(COUNTED)).get_column(measure.among).value_counts(sort=False)
    cells = [(f"|{cell}|", n) for cell, n in counted.iter_rows() if isinstance(cell, str)]
    for code, title in titles.items():
        n = sum(n for cell, n in cells if f"|{code}|" in cell)
        yield Reading(measure, whole.setting, int(n), whole.counted, (), Group(measure.among, code, title))


def _reading(measure: Measure, setting: Setting, sizes: Mapping[str, int], group: Group | None) -> Reading:
    counted = sizes.get(Standing.COUNTED.value, 0)
    excluded = tuple((e.reason, sizes.get(e.reason, 0)) for e in measure.excluded)
    return Reading(measure, setting, counted, counted + sizes.get(Standing.NOT_COUNTED.value, 0), excluded, group)
