"""What a measure found, and where each row stands to it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum

import narwhals as nw

from evidencegen.intake.register import Register
from evidencegen.measures.condition import EVERY_ROW, Setting, Test, includes, midnight, where
from evidencegen.measures.measure import Measure
from evidencegen.measures.view import Frame, NotCollected, Views
from evidencegen.problem import Place

COUNTED, IN_SCOPE, IN_PERIOD = "counted", "in scope", "in period"


class Standing(Enum):
    """Where a row stands to a measure; an exclusion's reason stands for itself."""

    COUNTED = "counted"
    NOT_COUNTED = "in the base, not counted"
    OUT_OF_SCOPE = "not what the measure is about"
    OUT_OF_PERIOD = "outside the period, or with no date to place it"


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
    known = measure.registers & views.tables.keys()
    present = [name for name, register in origins.items() if name in rows.columns and register.key in known]
    flags = _flags(measure, views.setting)
    for row in rows.select(*present, **flags).iter_rows(named=True):
        led = [name for name in present if row[name] is not None and row[name] == row[name]]
        places = tuple(views.tables[origins[n].key].places[int(row[n])] for n in led)
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
    return includes(code) if measure.holds_many else code


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
