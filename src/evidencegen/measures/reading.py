"""What a measure found, and where each row stands to it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from evidencegen.intake.register import Register
from evidencegen.measures.condition import EVERY_ROW, Setting, Test, includes, where
from evidencegen.measures.measure import Measure
from evidencegen.measures.view import NotCollected, Series, Views
from evidencegen.problem import Place


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
    and out of period make up the view.
    """
    absent = measure.view.missing(views.tables, measure.columns)
    if not absent:
        try:
            marks = _marked(measure, views)
        except NotCollected as reason:
            absent = str(reason)
    if absent:
        return (Reading(measure, views.setting, absent=absent),)
    rows, setting = views.rows(measure.view), views.setting
    if measure.per:
        people = rows.get_column(measure.per)
        once = [int(people.filter(mask).n_unique()) for mask in (marks.counted, marks.base)]
        return (Reading(measure, setting, once[0], once[1]),)
    whole = Reading(measure, setting, int(marks.counted.sum()), int(marks.base.sum()), marks.left_out())
    readings = [whole]
    for column in measure.by:
        if not measure.view.missing(views.tables, frozenset({column})):
            readings += _by(whole, marks, column, rows.get_column(column))
    if measure.among:
        readings += _among(whole, rows.get_column(measure.among).filter(marks.counted))
    return tuple(readings)


def traced(reading: Reading, views: Views) -> Iterator[tuple[str, tuple[Place, ...]]]:
    """For each row of a reading's view: its standing, and the places in the workbooks it came from."""
    measure, group = reading.measure, reading.group
    if reading.absent:
        return
    if group and group.column == measure.among:
        measure, group = _one_code(measure, group.value), None
    rows, marks = views.rows(measure.view), _marked(measure, views)
    origins: dict[str, Register] = {"origin": measure.view.register, **measure.view.also}
    known = measure.registers & views.tables.keys()
    present = [name for name, register in origins.items() if name in rows.columns and register.key in known]
    parts = rows.get_column(group.column).to_list() if group else [None] * len(rows)
    standings = zip(parts, marks.standings(), rows.select(*present).iter_rows(), strict=True)
    for part, standing, row in standings:
        if group and part != group.value:
            continue
        led = [(name, int(at)) for name, at in zip(present, row, strict=True) if at is not None and at == at]
        yield standing, tuple(views.tables[origins[name].key].places[at] for name, at in led)


@dataclass(frozen=True)
class _Marks:
    """A view's rows as one measure sees them, each a column of true and false."""

    inside: Series
    in_scope: Series
    excluded: tuple[tuple[str, Series], ...]
    base: Series
    counted: Series

    def left_out(self) -> tuple[tuple[str, int], ...]:
        """How many rows each reason leaves out; the first reason that holds goes before the others."""
        return tuple((reason, int(mask.sum())) for reason, mask in self.excluded)

    def standings(self) -> Iterator[str]:
        """Where each row stands, in the order of the rows."""
        reasons = [(reason, mask.to_list()) for reason, mask in self.excluded]
        lists = (mask.to_list() for mask in (self.inside, self.in_scope, self.counted))
        for i, (inside, in_scope, counted) in enumerate(zip(*lists, strict=True)):
            if not inside:
                yield Standing.OUT_OF_PERIOD.value
            elif not in_scope:
                yield Standing.OUT_OF_SCOPE.value
            elif reason := next((reason for reason, left_out in reasons if left_out[i]), ""):
                yield reason
            else:
                yield Standing.COUNTED.value if counted else Standing.NOT_COUNTED.value


def _marked(measure: Measure, views: Views) -> _Marks:
    in_scope = views.mask(measure.view, measure.out_of)
    inside = views.inside(measure.view, measure.dated_by) if measure.dated_by else views.mask(measure.view, EVERY_ROW)
    base = inside & in_scope
    excluded = []
    for exclusion in measure.excluded:
        left_out = views.mask(measure.view, exclusion.rows)
        excluded.append((exclusion.reason, base & left_out))
        base = base & ~left_out
    return _Marks(inside, in_scope, tuple(excluded), base, base & views.mask(measure.view, measure.counted))


def _one_code(measure: Measure, code: str) -> Measure:
    """The measure with one code of its `among` column as what is counted, out of all that it counts."""
    test: Test | str = includes(code) if measure.holds_many else code
    counted = where(**{measure.among: test})
    return replace(measure, counted=counted, out_of=measure.out_of & measure.counted, by=(), among="")


def _by(whole: Reading, marks: _Marks, column: str, values: Series) -> Iterator[Reading]:
    """Each part of the base by one column's values, every part with a base of its own."""
    titles = whole.measure.view.titles(column)
    bases, counted = (_tally(values.filter(mask)) for mask in (marks.base, marks.counted))
    told = {reason: n for reason, n in whole.excluded if n}
    left_out = {reason: _tally(values.filter(mask)) for reason, mask in marks.excluded if reason in told}
    for value in sorted({*bases, *(v for tally in left_out.values() for v in tally)}):
        excluded = tuple((reason, left_out.get(reason, {}).get(value, 0)) for reason, _ in whole.excluded)
        group = Group(column, value, titles.get(value, value))
        yield replace(whole, counted=counted.get(value, 0), out_of=bases.get(value, 0), excluded=excluded, group=group)


def _among(whole: Reading, cells: Series) -> Iterator[Reading]:
    """Each code of the `among` column, out of the rows counted."""
    column = whole.measure.among
    tally = [(f"|{cell}|", n) for cell, n in _tally(cells).items()]
    for code, title in whole.measure.view.titles(column).items():
        n = sum(n for cell, n in tally if f"|{code}|" in cell)
        yield replace(whole, counted=n, out_of=whole.counted, excluded=(), group=Group(column, code, title))


def _tally(values: Series) -> dict[str, int]:
    """How often each value occurs, blanks set aside."""
    return {value: int(n) for value, n in values.value_counts(sort=False).iter_rows() if isinstance(value, str)}
