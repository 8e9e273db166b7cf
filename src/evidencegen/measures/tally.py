"""What a measure counts in each part and each month, from one look at the rows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from evidencegen.measures.condition import EVERY_ROW
from evidencegen.measures.measure import Measure
from evidencegen.measures.view import Views
from evidencegen.measures.waiting import Waits, waits

if TYPE_CHECKING:
    from evidencegen.measures.layout import Layout, Mask


@dataclass(frozen=True)
class Marks:
    """A view's rows as one measure sees them, each a column of true and false.

    `excluded` stands in the order of the measure's exclusions: the first reason that holds goes before the others.
    """

    inside: "Mask"
    in_scope: "Mask"
    excluded: tuple["Mask", ...]
    base: "Mask"
    counted: "Mask"


@dataclass(frozen=True)
class Tally:
    """Rows counted, rows in the base, and rows left out by each reason.

    `without` are counted and base once more, without the rows of the measure's sensitivity; `waits`
    how long things took, where the measure is of that.
    """

    counted: int
    out_of: int
    excluded: tuple[int, ...] = ()
    without: tuple[int, int] | None = None
    waits: Waits | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is in the base and nothing was left out of it."""
        return not self.out_of and not any(self.excluded)


def marks(measure: Measure, views: Views) -> Marks:
    """Where each row of the measure's view stands.

    Raises:
        NotCollected: the registers do not hold what the view is built from.
    """
    view = measure.view
    in_scope = views.mask(view, measure.out_of)
    inside = views.inside(view, measure.dated_by) if measure.dated_by else views.mask(view, EVERY_ROW)
    base, excluded = inside & in_scope, []
    for exclusion in measure.excluded:
        left_out = views.mask(view, exclusion.rows)
        excluded.append(base & left_out)
        base = base & ~left_out
    return Marks(inside, in_scope, tuple(excluded), base, base & views.mask(view, measure.counted))


def tally(
    measure: Measure, views: Views, columns: tuple[str, ...] = (), *, monthly: bool = False
) -> Mapping[tuple[str, ...], Tally]:
    """What the measure counts in each cell, by the values of the columns and then the month, such as `2026-03`.

    The rows are gone over once for each thing counted, never once for each cell. Without columns or months the
    one cell is `()`. Rows with a blank in one of the columns are in no cell, so that parts may come
    to less than the whole; where a column holds several codes, to more. Cells with nothing in them are left out.

    Raises:
        NotCollected: the registers do not hold what the view is built from.
    """
    seen = marks(measure, views)
    layout = views.layout(measure.view, columns, measure.dated_by if monthly else "")
    counts = zip(*_counts(measure, views, seen, layout), strict=True)
    waited = _waits(measure, views, seen, layout) if measure.wait else [None] * len(layout.labels)
    cells = {}
    for label, (counted, out_of, *rest), waits_of in zip(layout.labels, counts, waited, strict=True):
        without = (rest.pop(-2), rest.pop()) if measure.sensitivity else None
        found = Tally(counted, out_of, tuple(rest), without, waits_of)
        words = tuple(word for word in label if word is not None)
        if not label or (len(words) == len(label) and not found.is_empty):
            cells[words] = found
    return cells


def _counts(measure: Measure, views: Views, seen: Marks, layout: "Layout") -> Iterator[list[int]]:
    """Counted, base, each reason, and the two of the sensitivity: each a list with one number for each cell."""
    wanted = [seen.counted, seen.base, *seen.excluded]
    if measure.sensitivity:
        kept = ~views.mask(measure.view, measure.sensitivity.rows)
        wanted += [seen.counted & kept, seen.base & kept]
    if measure.per:
        who = views.layout(measure.view, (measure.per,))
        yield from (layout.tally_distinct(mask, who) for mask in wanted)
    else:
        yield from (layout.tally(mask) for mask in wanted)


def _waits(measure: Measure, views: Views, seen: Marks, layout: "Layout") -> list[Waits]:
    """How long things took in each cell. Without a number of days an end has not come."""
    if measure.wait is None:
        return []
    rows = views.rows(measure.view)
    cells: list[tuple[list[float], list[float]]] = [([], []) for _ in layout.labels]
    took, so_far = (_numbers(rows.get_column(name)) for name in (measure.wait.days, measure.wait.so_far))
    picked = layout.of(seen.base)
    entries = zip(layout.cell[picked], layout.of(took)[picked], layout.of(so_far)[picked], strict=True)
    for cell, days, waited in entries:
        if days == days:
            cells[cell][0].append(float(days))
        elif waited == waited:
            cells[cell][1].append(float(waited))
    return [waits(ended, waiting) for ended, waiting in cells]


def _numbers(column: Any) -> Any:
    """A column of numbers as floats, blanks as NaN."""
    from numpy import array

    return array([float("nan") if value is None else value for value in column.to_list()], dtype="float64")
