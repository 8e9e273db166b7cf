"""Figures that left the house earlier, as what a reader of the next report holds already."""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from evidencegen.measures.addition import Addition, Rows, addition
from evidencegen.measures.reading import Reading
from evidencegen.measures.view import Views
from evidencegen.period import Period
from evidencegen.problem import EvidenceError, Place, Problem
from evidencegen.release.figure import Mark
from evidencegen.release.finished_pdf import attached
from evidencegen.release.possible import Count
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
    try:
        content = json.loads(attached(path, "manifest.json") if path.suffix.lower() == ".pdf" else path.read_bytes())
        if content["format"] != FORMAT:
            raise ValueError(content["format"])
        people = content["made"]["profile"]["people"]
        figures = {f["key"]: f for f in content["figures"] if f["about"] != "records"}
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


def known_from(issued: Iterable[Issued], again: Again, readings: Iterable[Reading], views: Views) -> Iterator[Known]:
    """What earlier packs tell a reader about ours: their counts, and how they and ours make each other up.

    The counts of an earlier day are taken again from the same workbooks, as they were known on that day. One
    that comes out otherwise than it was told has been restated since; it is no longer of the same rows, and
    nothing can be worked out from it. Where a figure now covers all that it covered then and more, the
    difference is a count of its own that a reader can work out, and is kept as wide as any hidden one.
    """
    now = {reading.key: reading for reading in readings}
    found = addition(now.values(), views)
    for one in issued:
        views_then, every = again({key.partition("[")[0] for key in one.figures}, one.as_at, one.period)
        then = {r.key: r for r in every if r.key in one.figures and not r.absent}
        before = addition(then.values(), views_then)
        counts = dict(_counts(one, then, before))
        sums = [(_named(one, whole), tuple(_named(one, p) for p in parts)) for whole, parts in before.sums]
        for key in then.keys() & now.keys():
            for ours, theirs in _pairs(found.of.get(key), before.of.get(key)):
                added = found.size[ours] - before.size[theirs]
                if added < 0 or not _goes_on(then[key], now[key]):
                    continue
                since = f"{_named(one, theirs)} since"
                counts[since] = Count(added, None, guarded=0 < added < one.limits.smallest_shown)
                sums.append((ours, (_named(one, theirs), since)))
        yield Known(counts, tuple(sums))


def _named(one: Issued, name: str) -> str:
    return f"{one.file} {one.as_at} {name}"


def _pairs(ours: Rows | None, theirs: Rows | None) -> Iterator[tuple[str, str]]:
    """The counts of one figure now, each with the same count then."""
    if ours and theirs:
        yield ours.counted, theirs.counted
        if ours.out_of:
            yield ours.out_of, theirs.out_of


def _goes_on(then: Reading, now: Reading) -> bool:
    """Whether the rows counted then are still counted now: the period began on the same day and ends no sooner."""
    before, after = then.setting.period, now.setting.period
    return bool(now.measure.dated_by) and before.first == after.first and before.last <= after.last


def _counts(one: Issued, then: Mapping[str, Reading], before: Addition) -> Iterator[tuple[str, Count]]:
    told: dict[str, tuple[int, int]] = {}
    hidden: set[str] = set()
    for key in then:
        figure, rows = one.figures[key], before.of[key]
        for name, shown in ((rows.counted, figure["counted"]), (rows.out_of, figure["out_of"])):
            if name and shown is not None:
                span = one.limits.span(shown)
                if span[0] <= before.size[name] <= span[1]:
                    told[name] = span
            elif name and figure["mark"] == Mark.SUPPRESSED.value:
                hidden |= {name, rows.rest} if rows.rest else {name}
    for name, size in before.size.items():
        yield _named(one, name), Count(size, told.get(name), fixed=True, guarded=name in hidden and name not in told)
