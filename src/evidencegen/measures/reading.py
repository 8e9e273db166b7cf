"""What a measure found, and where each row stands to it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from fractions import Fraction

from evidencegen.measures.condition import Setting, Test, includes, where
from evidencegen.measures.measure import Measure
from evidencegen.measures.tally import Marks, Tally, marks, tally
from evidencegen.measures.view import NotCollected, Views
from evidencegen.measures.waiting import Waits
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

    `absent` says why there is no number where the registers do not hold what is needed. `without` are
    counted and base without the rows of the measure's sensitivity, `waits` how long things took.
    """

    measure: Measure
    setting: Setting
    counted: int = 0
    out_of: int = 0
    excluded: tuple[tuple[str, int], ...] = ()
    group: Group | None = None
    absent: str = ""
    without: tuple[int, int] | None = None
    waits: Waits | None = None

    @property
    def key(self) -> str:
        """The measure's key, with the part of a breakdown where it is one."""
        return self.measure.key + (self.group.suffix if self.group else "")

    @property
    def lost(self) -> Fraction:
        """The share, from 0 to 1, of what would be the base that was left out because its record is poor."""
        poor = {exclusion.reason for exclusion in self.measure.excluded if exclusion.quality}
        rows = sum(n for reason, n in self.excluded if reason in poor)
        return Fraction(rows, self.out_of + rows) if rows else Fraction(0)


def take(measure: Measure, views: Views, by: tuple[str, ...] | None = None) -> tuple[Reading, ...]:
    """The whole reading, then each part of each breakdown, in the order declared; or of `by` instead.

    Nothing is divided here and no row is lost: counted, not counted, excluded, out of scope
    and out of period make up the view. A column of `by` that the view does not have breaks nothing down;
    the measure's own codes are then told of only where `by` names their column.
    """
    absent = _lacking(measure, views)
    if not absent:
        try:
            whole = _reading(measure, views, tally(measure, views)[()])
        except NotCollected as reason:
            absent = str(reason)
    if absent:
        return (Reading(measure, views.setting, absent=absent),)
    readings = [whole]
    for column in measure.by if by is None else by:
        if (
            column in measure.view.columns
            and column != measure.among
            and not measure.view.missing(views.tables, frozenset({column}))
        ):
            readings += _by(measure, views, column)
    if measure.among and (by is None or measure.among in by):
        readings += _among(whole, views)
    return tuple(readings)


def traced(reading: Reading, views: Views) -> Iterator[tuple[str, tuple[Place, ...]]]:
    """For each row of a reading's view: its standing, and the places in the workbooks it came from."""
    measure, group = reading.measure, reading.group
    if reading.absent:
        return
    if group and group.column == measure.among:
        measure, group = of_code(measure, group.value), None
    rows = views.rows(measure.view)
    origins = measure.view.origins
    known = measure.registers & views.tables.keys()
    present = [name for name, register in origins.items() if name in rows.columns and register.key in known]
    within = [True] * len(rows)
    if group:
        value = includes(group.value) if measure.view.holds_many(group.column) else group.value
        within = views.mask(measure.view, where(**{group.column: value})).tolist()
    standings = zip(within, _standings(measure, marks(measure, views)), rows.select(*present).iter_rows(), strict=True)
    for inside, standing, row in standings:
        if inside:
            led = [(name, int(at)) for name, at in zip(present, row, strict=True) if at is not None and at == at]
            yield standing, tuple(views.tables[origins[name].key].places[at] for name, at in led)


def of_code(measure: Measure, code: str) -> Measure:
    """The measure of one code of its `among` column: what is counted, out of all that it counts."""
    test: Test | str = includes(code) if measure.view.holds_many(measure.among) else code
    counted = where(**{measure.among: test})
    return replace(measure, counted=counted, out_of=measure.out_of & measure.counted, by=(), among="")


def _lacking(measure: Measure, views: Views) -> str:
    """What stands in the way of a number, in words; empty where nothing does."""
    hundred = measure.per_hundred
    if hundred and not views.setting.policy.get(hundred.name):
        return f"evidence.yaml does not say how many {hundred.words} there are"
    return measure.view.missing(views.tables, measure.columns)


def _reading(measure: Measure, views: Views, found: Tally, group: Group | None = None) -> Reading:
    reasons = (exclusion.reason for exclusion in measure.excluded)
    return Reading(
        measure,
        views.setting,
        found.counted,
        found.out_of,
        tuple(zip(reasons, found.excluded, strict=True)),
        group,
        without=found.without,
        waits=found.waits,
    )


def _by(measure: Measure, views: Views, column: str) -> Iterator[Reading]:
    """Each part of the base by one column's values, every part with a base of its own."""
    titles = views.titles(measure.view, column)
    for (value,), found in sorted(tally(measure, views, (column,)).items()):
        yield _reading(measure, views, found, Group(column, value, titles.get(value, value)))


def _among(whole: Reading, views: Views) -> Iterator[Reading]:
    """Each code of the `among` column, out of the rows counted."""
    measure, column = whole.measure, whole.measure.among
    found = tally(measure, views, (column,))
    for code, title in views.titles(measure.view, column).items():
        n = found[code,].counted if (code,) in found else 0
        yield Reading(measure, views.setting, n, whole.counted, group=Group(column, code, title))


def _standings(measure: Measure, seen: Marks) -> Iterator[str]:
    """Where each row stands, in the order of the rows."""
    reasons = [(e.reason, mask.tolist()) for e, mask in zip(measure.excluded, seen.excluded, strict=True)]
    lists = (mask.tolist() for mask in (seen.inside, seen.in_scope, seen.counted))
    for i, (inside, in_scope, counted) in enumerate(zip(*lists, strict=True)):
        if not inside:
            yield Standing.OUT_OF_PERIOD.value
        elif not in_scope:
            yield Standing.OUT_OF_SCOPE.value
        elif reason := next((reason for reason, left_out in reasons if left_out[i]), ""):
            yield reason
        else:
            yield Standing.COUNTED.value if counted else Standing.NOT_COUNTED.value
