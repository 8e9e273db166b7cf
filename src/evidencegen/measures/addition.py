"""Which counts are of the same rows, and which of them add up to which."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import blake2b
from itertools import groupby
from typing import TYPE_CHECKING

from evidencegen.measures.condition import Operator
from evidencegen.measures.measure import Measure
from evidencegen.measures.reading import Group, Reading
from evidencegen.measures.tally import Marks, marks
from evidencegen.measures.view import Views

if TYPE_CHECKING:
    from evidencegen.measures.layout import Mask


@dataclass(frozen=True)
class Rows:
    """The names of the counts that one reading rests on; empty where it has none.

    Two counts of the same rows have the same name, in whatever reading they stand.
    """

    counted: str
    rest: str = ""
    out_of: str = ""
    excluded: tuple[str, ...] = ()


@dataclass(frozen=True)
class Addition:
    """What a reader who has every definition knows of all the counts together.

    `size` holds each count by its name, `of` the names for each reading's key, `sums` each whole with the parts that
    make it up. A count that no reading shows, such as of rows with a blank, is there where a sum needs it.
    """

    size: Mapping[str, int]
    of: Mapping[str, Rows]
    sums: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass
class _Ledger:
    """Counts and sums as they are found; a sum with nothing to add, or found twice, is left out."""

    size: dict[str, int] = field(default_factory=dict)
    sums: dict[tuple[str, tuple[str, ...]], None] = field(default_factory=dict)

    def name(self, key: str, view: str, mask: "Mask", size: int | None = None, what: str = "") -> str:
        """The name for these rows: alike for the same rows of a view, its own where there are none of them."""
        from numpy import packbits

        count = int(mask.sum()) if size is None else size
        rows = blake2b(packbits(mask).tobytes(), digest_size=12).hexdigest() if count else key
        name = f"{view}:{what}:{rows}"
        self.size[name] = count
        return name

    def add(self, whole: str, parts: Iterable[str], unprinted: Iterable[str] = ()) -> None:
        """One sum; parts that nothing ever prints are left out where they are nought, as nobody misses them."""
        told = tuple(sorted((*parts, *(part for part in unprinted if self.size[part]))))
        if told and whole not in told:
            self.sums.setdefault((whole, told))


def addition(readings: Iterable[Reading], views: Views) -> Addition:
    """What adds up among readings of one setting: base, counted and rest, reasons, parts, codes of one column.

    Parts by a column whose cells hold several codes overlap, and people counted once each may be in several
    parts: neither adds up to anything.
    """
    ledger, of = _Ledger(), {}
    coded: list[tuple[str, str, frozenset[str], str]] = []
    for measure, group in groupby((r for r in readings if not r.absent), key=lambda reading: reading.measure):
        found = list(group)
        seen = marks(measure, views)
        whole = _rows(found[0].key, measure, seen, None, views, ledger)
        if column := _counted_column(measure):
            coded.append((whole.out_of, *column, whole.counted))
        for reading in found:
            of[reading.key] = _part(reading, reading.group, seen, views, ledger) if reading.group else whole
        if not measure.per:
            for name in dict.fromkeys(r.group.column for r in found if r.group):
                _add_parts(measure, name, seen, whole, {k: of[k] for k in _keys(found, name)}, views, ledger)
    _add_codes(coded, ledger)
    return Addition(ledger.size, of, tuple(ledger.sums))


def _keys(readings: Iterable[Reading], column: str) -> Iterator[str]:
    return (r.key for r in readings if r.group and r.group.column == column)


def _rows(key: str, measure: Measure, seen: Marks, within: "Mask | None", views: Views, ledger: _Ledger) -> Rows:
    """The counts of one reading, with their sums: counted and rest are the base, base and reasons all in scope."""
    view = measure.view.key
    base, counted = (mask if within is None else mask & within for mask in (seen.base, seen.counted))
    if measure.per:
        who = views.layout(measure.view, (measure.per,))
        n = sum(1 for count in who.tally(counted) if count)
        return Rows(ledger.name(key, view, counted, n, measure.per))
    counted_name = ledger.name(key, view, counted)
    if measure.count_only:
        return Rows(counted_name)
    rest, out_of = ledger.name(f"{key} rest", view, base & ~counted), ledger.name(f"{key} base", view, base)
    ledger.add(out_of, (counted_name, rest))
    if within is not None:
        return Rows(counted_name, rest, out_of)
    reasons = tuple(
        ledger.name(f"{key} without {e.reason}", view, mask)
        for e, mask in zip(measure.excluded, seen.excluded, strict=True)
    )
    scope = ledger.name(f"{key} scope", view, seen.inside & seen.in_scope)
    ledger.add(scope, (out_of,), reasons)
    return Rows(counted_name, rest, out_of, reasons)


def _part(reading: Reading, group: Group, seen: Marks, views: Views, ledger: _Ledger) -> Rows:
    measure = reading.measure
    layout = views.layout(measure.view, (group.column,))
    at = layout.labels.index((group.value,)) if (group.value,) in layout.labels else -1
    within = _within(layout.cell == at, layout.rows, len(seen.base))
    if group.column != measure.among:
        return _rows(reading.key, measure, seen, within, views, ledger)
    view = measure.view.key
    out_of, counted = seen.counted, seen.counted & within
    names = (
        ledger.name(reading.key, view, counted),
        ledger.name(f"{reading.key} rest", view, out_of & ~counted),
        ledger.name(f"{reading.key} base", view, out_of),
    )
    ledger.add(names[2], names[:2])
    return Rows(*names)


def _within(picked: "Mask", rows: "Mask | None", number: int) -> "Mask":
    """Entries of a layout as rows of its view."""
    from numpy import zeros

    if rows is None:
        return picked
    mask = zeros(number, dtype=bool)
    mask[rows[picked]] = True
    return mask


def _add_parts(
    measure: Measure, column: str, seen: Marks, whole: Rows, parts: Mapping[str, Rows], views: Views, ledger: _Ledger
) -> None:
    """Parts of a column with one value in each cell make up the whole, with the rows that have a blank there."""
    if measure.view.holds_many(column):
        return
    layout = views.layout(measure.view, (column,))
    blanks = [n for n, (label,) in enumerate(layout.labels) if label is None]
    blank = layout.cell == (blanks[0] if blanks else -1)
    view, among = measure.view.key, column == measure.among
    for wanted, mask in (("counted", seen.counted), ("out_of", seen.base)):
        if among and wanted == "out_of":
            continue
        sides = [getattr(rows, wanted) for rows in parts.values()]
        if all(sides):
            left = ledger.name(f"{measure.key}[{column}] {wanted} blank", view, mask & blank)
            ledger.add(getattr(whole, wanted), sides, (left,))


def _counted_column(measure: Measure) -> tuple[str, frozenset[str]] | None:
    """The one column and the codes of it that a measure counts, where that is all it looks at."""
    if measure.per or measure.count_only or measure.counted.either or len(measure.counted.tests) != 1:
        return None
    ((column, test),) = measure.counted.tests
    if test.operator not in (Operator.IS, Operator.ONE_OF) or measure.view.holds_many(column):
        return None
    return column, frozenset(map(str, test.values))


def _add_codes(coded: Iterable[tuple[str, str, frozenset[str], str]], ledger: _Ledger) -> None:
    """Measures with one base that count codes of one column: several together are the sum of them one by one."""
    families: dict[tuple[str, str], dict[frozenset[str], str]] = {}
    for base, column, codes, counted in coded:
        families.setdefault((base, column), {})[codes] = counted
    for (base, _), counts in families.items():
        single = {code: name for codes, name in counts.items() if len(codes) == 1 for code in codes}
        for codes, name in counts.items():
            if len(codes) > 1 and codes <= single.keys():
                ledger.add(name, (single[code] for code in codes))
        if sum(ledger.size[name] for name in single.values()) == ledger.size[base]:
            ledger.add(base, single.values())
