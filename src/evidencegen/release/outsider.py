"""What a reader who has nothing but finished documents can work out of what they hide."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from evidencegen.measures.condition import Condition, Operator
from evidencegen.measures.measure import Measure
from evidencegen.release.equations import MOST, Equations, Range

HIDDEN = "[c]"
ENOUGH = 3
"""Under so many possible values, a hidden count is as good as told."""


@dataclass(frozen=True)
class Printed:
    """One figure as a document tells it: its entry in the manifest, and the rule the document was made under."""

    document: str
    figure: Mapping[str, Any]
    rule: Mapping[str, Any]
    share_of_exact: bool = False

    @property
    def covers(self) -> tuple[str, str]:
        """The period and the day: figures of one key are one number only where both agree."""
        return self.figure["period"], self.figure["as_at"]

    @property
    def days(self) -> str:
        """The period and the day in one word."""
        return " ".join(self.covers)

    @property
    def called(self) -> str:
        """Title and part, as the document prints them."""
        return ", ".join(words for words in (self.figure["title"], self.figure["group"]) if words)


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


@dataclass
class _Knowledge:
    """Everything printed as equations; `rows` gives the unknown for each set of rows that a figure counts."""

    equations: Equations = field(default_factory=Equations)
    rows: dict[tuple[Any, ...], int] = field(default_factory=dict)

    def of(self, key: tuple[Any, ...]) -> int:
        if key not in self.rows:
            self.rows[key] = self.equations.unknown()
        return self.rows[key]


def left_of(printed: Sequence[Printed], measures: Mapping[str, Measure], *, ends: bool = True) -> tuple[Left, ...]:
    """Every hidden count of these documents, all read together, and what a reader is left with.

    A reader is taken to know every definition, that counts are whole, how they were rounded, that counted and
    rest make a base, which parts add up, which codes of one column make up a whole, which rows lie within which, and
    of two reports whose periods began on one day, that the later holds all of the earlier. A change between two such
    reports is a count of its own. Without `ends`, ranges are as narrow as it takes to see that they are wide enough;
    those too narrow are always exact.
    """
    known = _Knowledge()
    people = [one for one in printed if one.rule["smallest_shown"] and one.figure["mark"] in (None, HIDDEN)]
    for one in people:
        _print(one, measures, known)
    _add_parts(people, measures, known)
    _add_codes(people, measures, known)
    _add_within(known)
    changes = list(_add_changes(people, measures, known))
    found = [
        _left(one, [known.of(key) for key in _unseen(one, measures)], known, ends)
        for one in people
        if one.figure["mark"] == HIDDEN
    ]
    found += [_shown(one) for one in people if 0 < (one.figure["counted"] or 0) < one.rule["smallest_shown"]]
    return (*found, *(_change(*change, known) for change in changes))


def _counted(one: Printed, measures: Mapping[str, Measure]) -> tuple[Any, ...]:
    return _set(one, measures, base=False)


def _set(one: Printed, measures: Mapping[str, Measure], *, base: bool) -> tuple[Any, ...]:
    """The set of rows that a figure counts, or its base, named alike in every figure that is of the same rows."""
    figure, measure = one.figure, measures.get(one.figure["key"].partition("[")[0])
    part = (figure["column"], figure["code"])
    if measure is None:
        return (figure["key"], base, *one.covers)
    if figure["column"] and figure["column"] == measure.among:
        whole, part = measure.out_of & measure.counted, part if not base else (None, None)
    else:
        whole = measure.out_of if base else measure.out_of & measure.counted
    left_out = frozenset(e.rows for e in measure.excluded)
    days = one.covers if measure.dated_by else ("", figure["as_at"])
    return (measure.view.key, measure.dated_by, days, measure.per, left_out, part, _tests(whole))


def _tests(condition: Condition) -> frozenset[Any]:
    return frozenset((*condition.tests, *condition.either))


def _unseen(one: Printed, measures: Mapping[str, Measure]) -> Iterator[tuple[Any, ...]]:
    """The counts that a hidden figure does not tell."""
    yield _counted(one, measures)
    if not _is_number(one, measures):
        yield (*_counted(one, measures), "rest", _set(one, measures, base=True))


def _is_number(one: Printed, measures: Mapping[str, Measure]) -> bool:
    """Whether nothing is divided: a count that has no base."""
    measure = measures.get(one.figure["key"].partition("[")[0])
    return measure.count_only if measure else one.figure["out_of"] is None and one.figure["mark"] is None


def _print(one: Printed, measures: Mapping[str, Measure], known: _Knowledge) -> None:
    """A figure's numbers as bounds, and counted + rest = base."""
    figure, equations = one.figure, known.equations
    counted = known.of(_counted(one, measures))
    if figure["counted"] is not None:
        equations.bound(counted, *_span(figure["counted"], one.rule))
    if _is_number(one, measures):
        if figure["mark"] == HIDDEN and not one.rule["nought_hidden"]:
            equations.bound(counted, 1, MOST)  # a nought would be shown
        return
    base = known.of(_set(one, measures, base=True))
    rest = known.of((*_counted(one, measures), "rest", _set(one, measures, base=True)))
    equations.total(base, (counted, rest))
    if figure["out_of"] is not None:
        equations.bound(base, *_span(figure["out_of"], one.rule))
    if one.share_of_exact and figure["per_cent"] is not None:
        per_cent = figure["per_cent"]
        equations.at_least({counted: 200, base: 1 - 2 * per_cent}, 0)
        equations.at_least({counted: -200, base: 2 * per_cent + 1}, 1)


def _span(shown: int, rule: Mapping[str, Any]) -> tuple[int, int]:
    """Which numbers are shown as this one."""
    if shown == 0 and not rule["nought_hidden"]:
        return 0, 0
    low = -(-(2 * shown - rule["base"]) // 2)
    return max(low, min(rule["smallest_shown"], shown)), low + rule["base"] - 1


def _add_parts(people: Iterable[Printed], measures: Mapping[str, Measure], known: _Knowledge) -> None:
    """Parts that add up make the whole with the rows that have a blank, of which a reader knows nothing."""
    parts: dict[tuple[Any, ...], tuple[set[int], set[int], int, int]] = {}
    for one in people:
        measure = measures.get(one.figure["key"].partition("[")[0])
        if measure is None or one.figure["parts"] != "add up":
            continue
        among = one.figure["column"] == measure.among
        whole = Printed(one.document, {**one.figure, "key": measure.key, "column": None, "code": None}, one.rule)
        name = (measure.key, one.figure["column"], one.covers)
        wholes = known.of(_counted(whole, measures)), known.of(_set(whole, measures, base=True))
        counted, bases, *_ = parts.setdefault(name, (set(), set(), *wholes))
        counted.add(known.of(_counted(one, measures)))
        if not among and not measure.count_only:
            bases.add(known.of(_set(one, measures, base=True)))
    for counted, bases, of_counted, of_base in parts.values():
        known.equations.total(of_counted, (*counted, known.equations.unknown()))
        if bases:
            known.equations.total(of_base, (*bases, known.equations.unknown()))


def _add_codes(people: Iterable[Printed], measures: Mapping[str, Measure], known: _Knowledge) -> None:
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
            families.setdefault((_set(one, measures, base=True), column), {})[codes] = known.of(_counted(one, measures))
    for (base, _), counts in families.items():
        single = {next(iter(codes)): at for codes, at in counts.items() if len(codes) == 1}
        known.equations.total(known.of(base), (*single.values(), known.equations.unknown()))
        for codes, at in counts.items():
            if len(codes) > 1 and codes <= single.keys():
                known.equations.total(at, tuple(single[code] for code in codes))


def _add_within(known: _Knowledge) -> None:
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
            known.equations.at_least({outer: 1, inner: -1}, 0)


def _add_changes(
    people: Sequence[Printed], measures: Mapping[str, Measure], known: _Knowledge
) -> Iterator[tuple[Printed, Printed, str, int]]:
    """What came between two reports of one figure whose periods began on the same day, to its count and its base."""
    by_key: dict[str, list[Printed]] = {}
    for one in people:
        if "/" in one.figure["period"]:
            by_key.setdefault(one.figure["key"], []).append(one)
    for told in by_key.values():
        for earlier, later in combinations(sorted(told, key=lambda one: one.figure["period"]), 2):
            first, second = (one.figure["period"].split("/") for one in (earlier, later))
            if first[0] != second[0] or first[1] >= second[1]:
                continue
            bases = (False,) if _is_number(later, measures) else (False, True)
            for base in bases:
                since = known.equations.unknown()
                counts = [known.of(_set(one, measures, base=base)) for one in (later, earlier)]
                known.equations.total(counts[0], (counts[1], since))
                yield earlier, later, "its base" if base else "its count", since


def _left(one: Printed, unseen: Sequence[int], known: _Knowledge, ends: bool) -> Left:
    ranges = [known.equations.range(at, ENOUGH) if ends else known.equations.seen(at) for at in unseen]
    if not ends and any(_is_narrow(found, one.rule) for found in ranges):
        return _left(one, unseen, known, True)
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


def _change(earlier: Printed, later: Printed, what: str, at: int, known: _Knowledge) -> Left:
    """A change, too narrow where it tells of one to a few people; a large one may be told."""
    found = known.equations.range(at, ENOUGH)
    narrow = 0 < found.values < ENOUGH and 0 < found.high < later.rule["smallest_shown"]
    called = f"{later.called}: what came to {what} since {earlier.document}"
    days = f"{earlier.days} {later.days}"
    return Left(later.document, later.figure["key"], called, days, found.low, found.high, narrow, not found.values)
