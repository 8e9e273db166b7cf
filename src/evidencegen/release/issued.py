"""Figures that left the house earlier, as what a reader of the next report holds already."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from evidencegen.measures.addition import Addition, addition
from evidencegen.measures.reading import Reading
from evidencegen.measures.view import Views
from evidencegen.period import Period
from evidencegen.problem import EvidenceError, Place, Problem
from evidencegen.release.figure import Mark
from evidencegen.release.possible import Count, Sum
from evidencegen.release.profile import Limits
from evidencegen.release.protection import Known

FORMAT = "evidencegen-manifest/1"
Told = Mapping[str, Any]
Again = Callable[[Collection[str], date, Period], tuple[Views, tuple[Reading, ...]]]
"""The readings of some measures, by key, from the same workbooks as at an earlier day, for an earlier period."""


@dataclass(frozen=True)
class Issued:
    """An earlier pack, by its manifest: the rule it was made under, and each figure by its key as it was told.

    `stories` are the references and the hashes of the case studies it told, `buyer` whom it was for, if it says so.
    """

    file: str
    as_at: date
    limits: Limits
    figures: Mapping[str, Told]
    buyer: str = ""
    stories: frozenset[str] = frozenset()

    @property
    def period(self) -> Period:
        """What its figures cover; the day alone where none of them covers a period."""
        spans = [f["period"] for f in self.figures.values() if "/" in f["period"]]
        return Period.of(spans[0]) if spans else Period(self.as_at, self.as_at)


def read_issued(path: Path) -> Issued:
    """An earlier pack from its manifest, or from the PDF that carries it.

    Raises:
        EvidenceError: it cannot be read, or is no manifest.
    """
    return _read(path, inside=False)


def read_kept(path: Path) -> Issued:
    """An earlier pack for people inside, with every figure as it was counted; else as `read_issued`.

    Raises:
        EvidenceError: it cannot be read, is no manifest, or is of a pack that left the house.
    """
    return _read(path, inside=True)


def _read(path: Path, *, inside: bool) -> Issued:
    from evidencegen.release.finished_pdf import attached

    try:
        content = json.loads(attached(path, "manifest.json") if path.suffix.lower() == ".pdf" else path.read_bytes())
        if content["format"] != FORMAT:
            raise ValueError(content["format"])
        people = content["made"]["profile"]["people"]
        left = content["made"]["profile"]["for_release"]
        if left and inside:
            raise EvidenceError((_unreadable(path, "a pack that left the house, whose figures may be rounded"),))
        if not left and not inside:
            raise EvidenceError((_unreadable(path, "a pack for people inside, which no reader outside holds"),))
        figures = {f["key"]: f for f in content["figures"] if inside or f["about"] != "records"}
        told = content.get("case_studies", [])
        stories = frozenset(str(story[name]) for story in told for name in ("case", "text_sha256") if story.get(name))
        day, buyer = date.fromisoformat(content["made"]["as_at"]), str(content["made"].get("buyer", ""))
        return Issued(path.name, day, Limits(**people), figures, buyer, stories)
    except OSError as error:
        raise EvidenceError((_unreadable(path, error.strerror or type(error).__name__),)) from None
    except (ValueError, KeyError, TypeError, AttributeError):
        raise EvidenceError((_unreadable(path, "no manifest of a pack"),)) from None


def _unreadable(path: Path, found: str) -> Problem:
    return Problem(
        key="issued.unreadable",
        place=Place(path.name),
        found=found,
        wanted="the manifest.json of an earlier pack, or the PDF that carries it",
        why="what was issued earlier can give away what the next report hides",
        mend="correct the path under `earlier:` in evidence.yaml, or take the line out",
    )


@dataclass(frozen=True)
class _Report:
    """One report: how the names of its counts begin, its readings by key, and how its counts add up."""

    begins: str
    readings: Mapping[str, Reading]
    adds: Addition
    smallest_shown: int

    def pairs(self, inner: "_Report", key: str) -> Iterator[tuple[str, str]]:
        """The counts of one figure here, each with the same count in another report."""
        ours, theirs = self.adds.of.get(key), inner.adds.of.get(key)
        if ours and theirs:
            yield ours.counted, theirs.counted
            if ours.out_of:
                yield ours.out_of, theirs.out_of

    def holds(self, inner: "_Report", key: str) -> bool:
        """Whether the rows that one figure counts there are counted here as well: its days lie within ours."""
        theirs, ours = (report.readings[key].setting.period for report in (inner, self))
        dated = self.readings[key].measure.dated_by is not None
        return dated and ours.first <= theirs.first and theirs.last <= ours.last


def known_from(issued: Iterable[Issued], again: Again, readings: Iterable[Reading], views: Views) -> Iterator[Known]:
    """What earlier packs tell a reader about ours: their counts, and how they and ours make each other up.

    The counts of an earlier day are taken again from the same workbooks, as they were known on that day. One
    that comes out otherwise than it was told has been restated since; it is no longer of the same rows, and
    nothing can be worked out from it. Where a figure now covers all that it covered then and more, the
    difference is a count of its own that a reader can work out, and is kept as wide as any hidden one; so is what
    several earlier reports, none of whose days are another's, leave of ours.
    """
    earlier: list[_Report] = []
    for one in issued:
        views_then, every = again({key.partition("[")[0] for key in one.figures}, one.as_at, one.period)
        then = {r.key: r for r in every if r.key in one.figures and not r.absent}
        begins = "" if one.as_at == views.setting.as_at else f"{one.as_at} "
        report = _Report(begins, then, addition(then.values(), views_then), one.limits.smallest_shown)
        sums = tuple((report.begins + w, tuple(report.begins + p for p in ps)) for w, ps in report.adds.sums)
        yield Known(dict(_counts(one, report)), sums)
        earlier.append(report)
    now = {reading.key: reading for reading in readings}
    yield _between(_Report("", now, addition(now.values(), views), 0), earlier)


def _between(ours: _Report, earlier: Sequence[_Report]) -> Known:
    """What lies between reports: ours and each earlier one, ours and several of them, one earlier one and the next."""
    counts, sums = dict[str, Count](), list[Sum]()
    for key in ours.readings:
        told = [report for report in earlier if key in report.readings]
        within = [report for report in told if ours.holds(report, key)]
        for some in (*((one,) for one in within), *_side_by_side(within, key)):
            _link(ours, some, key, counts, sums, guarded=True)
        for inner in told:
            around = [report for report in told if report is not inner and report.holds(inner, key)]
            for outer in sorted(around, key=lambda report: _days(report, key))[:1]:
                _link(outer, (inner,), key, counts, sums, guarded=False)
    return Known(counts, tuple(sums))


def _days(report: _Report, key: str) -> int:
    period = report.readings[key].setting.period
    return (period.last - period.first).days


def _side_by_side(reports: Iterable[_Report], key: str) -> Iterator[tuple[_Report, ...]]:
    """As many reports as share no day, shortest first; none where rows are people who may come in several."""
    apart: list[_Report] = []
    for one in sorted(reports, key=lambda report: _days(report, key)):
        period = one.readings[key].setting.period
        others = [other.readings[key].setting.period for other in apart]
        if not one.readings[key].measure.per and all(period.last < o.first or o.last < period.first for o in others):
            apart.append(one)
    if len(apart) > 1:
        yield tuple(apart)


def _link(
    outer: _Report,
    inner: Sequence[_Report],
    key: str,
    counts: dict[str, Count],
    sums: list[Sum],
    *,
    guarded: bool,
) -> None:
    """What earlier reports leave of a longer one, as a count; nothing where that was restated downwards."""
    for pairs in zip(*(outer.pairs(report, key) for report in inner), strict=False):
        whole = pairs[0][0]
        left = outer.adds.size[whole] - sum(r.adds.size[name] for r, (_, name) in zip(inner, pairs, strict=True))
        parts = tuple(report.begins + name for report, (_, name) in zip(inner, pairs, strict=True))
        if left < 0 or parts == (outer.begins + whole,):
            continue
        since = f"{outer.begins}{whole} without {' and '.join(parts)}"
        small = max(report.smallest_shown for report in inner)
        counts[since] = Count(left, None, guarded=guarded and 0 < left < small)
        sums.append((outer.begins + whole, (*parts, since)))


def _counts(one: Issued, report: _Report) -> Iterator[tuple[str, Count]]:
    told: dict[str, tuple[int, int]] = {}
    hidden: set[str] = set()
    for key in report.readings:
        figure, rows = one.figures[key], report.adds.of[key]
        for name, shown in ((rows.counted, figure["counted"]), (rows.out_of, figure["out_of"])):
            if name and shown is not None:
                span = one.limits.span(shown)
                if span[0] <= report.adds.size[name] <= span[1]:
                    told[name] = span
            elif name and figure["mark"] == Mark.SUPPRESSED.value:
                hidden |= {name, rows.rest} if rows.rest else {name}
    for name, size in report.adds.size.items():
        guarded = name in hidden and name not in told
        yield report.begins + name, Count(size, told.get(name), fixed=True, guarded=guarded)
