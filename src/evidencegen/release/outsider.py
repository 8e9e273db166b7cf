"""What a reader who has nothing but finished documents can work out of what they hide."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any

from evidencegen.measures.condition import Operator
from evidencegen.measures.measure import Measure
from evidencegen.release.between_periods import add_time
from evidencegen.release.equations import MOST, Range
from evidencegen.release.printed_figure import Knowledge, Printed, counted_rows, is_number, number_in, rows_of

HIDDEN = "[c]"
LEFT_OUT = 4
"""Where the rows left out stand in the name of a set of rows."""
ENOUGH = 3
"""Under so many possible values, a hidden count is as good as told."""


@dataclass(frozen=True)
class Left:
    """What is left of a hidden count: the range of whole numbers it could be, and whether that is too narrow.

    `contradicted` says that no number agrees with all that is printed, so that nothing can be said.
    """

    document: str
    key: str
    called: str
    covers: str
    low: int
    high: int
    narrow: bool
    contradicted: bool = False

    def as_dict(self) -> dict[str, Any]:
        """For a program."""
        return dict(vars(self))


def left_of(printed: Sequence[Printed], measures: Mapping[str, Measure], *, ends: bool = True) -> tuple[Left, ...]:
    """Every hidden count of these documents, all read together, and what a reader is left with.

    A reader is taken to know every definition, that counts are whole, how they were rounded, that counted and
    rest make a base, which parts add up, which codes of one column make up a whole, which rows lie within which, and
    that a period is the sum of its days. What lies between two reports of one figure is a count of its own. Without
    `ends`, ranges are as narrow as it takes to see that they are wide enough; those too narrow are always exact.
    """
    known = Knowledge()
    people = [one for one in printed if one.rule["smallest_shown"] and one.figure["mark"] in (None, HIDDEN)]
    for one in people:
        _print(one, measures, known)
    left_out = dict(found for one in people for found in _add_reasons(one, measures, known))
    _add_parts(people, measures, known)
    _add_codes(people, measures, known)
    _add_within(known)
    between = list(add_time(people, measures, known))
    found = [
        _left(one, [known.of(key) for key in _unseen(one, measures)], known, ends)
        for one in people
        if one.figure["mark"] == HIDDEN
    ]
    found += [_left(one, [known.of(key)], known, ends) for key, one in left_out.items()]
    found += [_shown(one) for one in people if 0 < (one.figure["counted"] or 0) < one.rule["smallest_shown"]]
    return (*found, *(_between(*one, known) for one in between))


def _unseen(one: Printed, measures: Mapping[str, Measure]) -> Iterator[tuple[Any, ...]]:
    """The counts that a hidden figure does not tell."""
    yield counted_rows(one, measures)
    if not is_number(one, measures):
        yield (*counted_rows(one, measures), "rest", rows_of(one, measures, base=True))


def _print(one: Printed, measures: Mapping[str, Measure], known: Knowledge) -> None:
    """A figure's numbers as bounds, and counted + rest = base."""
    figure, equations = one.figure, known.equations
    counted = known.of(counted_rows(one, measures))
    if figure["counted"] is not None:
        equations.bound(counted, *_span(figure["counted"], one.rule))
    if is_number(one, measures):
        if figure["mark"] == HIDDEN and not one.rule["nought_hidden"]:
            equations.bound(counted, 1, MOST)  # a nought would be shown
        return
    base = known.of(rows_of(one, measures, base=True))
    rest = known.of((*counted_rows(one, measures), "rest", rows_of(one, measures, base=True)))
    equations.total(base, (counted, rest))
    if figure["out_of"] is not None:
        equations.bound(base, *_span(figure["out_of"], one.rule))
    if one.share_of_exact and figure["per_cent"] is not None:
        per_cent = figure["per_cent"]
        equations.at_least(((counted, 200), (base, 1 - 2 * per_cent)), 0)
        equations.at_least(((counted, -200), (base, 2 * per_cent + 1)), 1)


def _add_reasons(
    one: Printed, measures: Mapping[str, Measure], known: Knowledge
) -> Iterator[tuple[tuple[Any, ...], Printed]]:
    """Base and rows left out make up all that a figure could be of; with each reason whose number is hidden."""
    told, measure = dict(one.figure.get("excluded", ())), measures.get(one.figure["key"].partition("[")[0])
    if not told or measure is None:
        return
    base = rows_of(one, measures, base=True)
    scope = (*base[:LEFT_OUT], frozenset[Any](), *base[LEFT_OUT + 1 :])
    keys = {  # of the same scope, the same reasons before it leave the same rows to a reason
        e.reason: (*scope, "without", tuple(other.rows for other in measure.excluded[: n + 1]))
        for n, e in enumerate(measure.excluded)
        if e.reason in told
    }
    known.equations.total(known.of(scope), (known.of(base), *map(known.of, keys.values())))
    for reason, key in keys.items():
        if told[reason] != HIDDEN:
            known.equations.bound(known.of(key), *_span(number_in(told[reason]), one.rule))
            continue
        known.equations.bound(known.of(key), 1, MOST)  # a reason that holds for no row is not printed
        yield key, replace(one, figure={**one.figure, "title": f"{one.called}, left out: {reason}", "group": None})


def _span(shown: int, rule: Mapping[str, Any]) -> tuple[int, int]:
    """Which numbers are shown as this one."""
    if shown == 0 and not rule["nought_hidden"]:
        return 0, 0
    low = -(-(2 * shown - rule["base"]) // 2)
    return max(low, min(rule["smallest_shown"], shown)), low + rule["base"] - 1


def _add_parts(people: Iterable[Printed], measures: Mapping[str, Measure], known: Knowledge) -> None:
    """Parts that add up make the whole with the rows that have a blank, of which a reader knows nothing."""
    parts: dict[tuple[Any, ...], tuple[set[int], set[int], int, int]] = {}
    for one in people:
        measure = measures.get(one.figure["key"].partition("[")[0])
        if measure is None or one.figure["parts"] != "add up":
            continue
        among = one.figure["column"] == measure.among
        whole = Printed(one.document, {**one.figure, "key": measure.key, "column": None, "code": None}, one.rule)
        name = (measure.key, one.figure["column"], one.covers)
        wholes = known.of(counted_rows(whole, measures)), known.of(rows_of(whole, measures, base=True))
        counted, bases, *_ = parts.setdefault(name, (set(), set(), *wholes))
        counted.add(known.of(counted_rows(one, measures)))
        if not among and not measure.count_only:
            bases.add(known.of(rows_of(one, measures, base=True)))
    for counted, bases, of_counted, of_base in parts.values():
        known.equations.total(of_counted, (*counted, known.equations.unknown()))
        if bases:
            known.equations.total(of_base, (*bases, known.equations.unknown()))


def _add_codes(people: Iterable[Printed], measures: Mapping[str, Measure], known: Knowledge) -> None:
    """Of one base, measures that count codes of one column: several codes together are the sum of them one by one."""
    families: dict[tuple[Any, ...], dict[frozenset[str], int]] = {}
    for one in people:
        measure = measures.get(one.figure["key"].partition("[")[0])
        if measure is None or measure.count_only or measure.counted.either or len(measure.counted.tests) != 1:
            continue
        ((column, test),) = measure.counted.tests
        among = one.figure["column"] is not None and one.figure["column"] == measure.among
        if test.operator in (Operator.IS, Operator.ONE_OF) and not measure.view.holds_many(column) and not among:
            codes = frozenset(map(str, test.values))
            families.setdefault((rows_of(one, measures, base=True), column), {})[codes] = known.of(
                counted_rows(one, measures)
            )
    for (base, _), counts in families.items():
        single = {next(iter(codes)): at for codes, at in counts.items() if len(codes) == 1}
        known.equations.total(known.of(base), (*single.values(), known.equations.unknown()))
        for codes, at in counts.items():
            if len(codes) > 1 and codes <= single.keys():
                known.equations.total(at, tuple(single[code] for code in codes))


def _add_within(known: Knowledge) -> None:
    """Rows that pass more tests lie within those that pass fewer of them."""
    alike: dict[tuple[Any, ...], list[tuple[frozenset[Any], int]]] = {}
    for key, at in known.rows.items():
        if len(key) == 7:
            alike.setdefault(key[:6], []).append((key[6], at))
    for sets in alike.values():
        for (some, inner), (others, outer) in combinations(sets, 2):
            if some < others:
                inner, outer = outer, inner  # noqa: PLW2901 - the one with more tests is the inner
            elif not others < some:
                continue
            known.equations.at_least(((outer, 1), (inner, -1)), 0)


def _left(one: Printed, unseen: Sequence[int], known: Knowledge, ends: bool) -> Left:
    if ends:
        return as_left(one, *(known.equations.range(at, ENOUGH) for at in unseen))
    for look in (known.equations.seen, lambda at: known.equations.widened(at, ENOUGH)):
        ranges = [look(at) for at in unseen]
        if not any(_is_narrow(found, one.rule) for found in ranges):
            return as_left(one, *ranges)
    return _left(one, unseen, known, True)


def as_left(one: Printed, *ranges: Range) -> Left:
    """What a reader is left with of a hidden figure: its count first, then what else it hides."""
    against = any(not found.values for found in ranges)
    narrow = not against and any(_is_narrow(found, one.rule) for found in ranges)
    low, high = ranges[0].low, ranges[0].high
    return Left(one.document, one.figure["key"], one.called, one.days, low, high, narrow, against)


def _shown(one: Printed) -> Left:
    """A count that is printed though it is too small to be."""
    number = one.figure["counted"]
    return Left(one.document, one.figure["key"], one.called, one.days, number, number, True)


def _is_narrow(found: Range, rule: Mapping[str, Any]) -> bool:
    """Under three values; where counts are exact, also if all of them are small."""
    small = rule["base"] == 1 and found.low >= 1 and found.high < rule["smallest_shown"]
    return found.values < ENOUGH or small


def _between(latest: Printed, what: str, days: str, at: int, known: Knowledge) -> Left:
    """What lies between reports, too narrow where it tells of one to a few people; a large one may be told."""
    found = known.equations.range(at, ENOUGH)
    narrow = 0 < found.values < ENOUGH and 0 < found.high < latest.rule["smallest_shown"]
    called = f"{latest.called}: {what}"
    return Left(latest.document, latest.figure["key"], called, days, found.low, found.high, narrow, not found.values)
