"""What would let a hidden figure be shown: a longer period, or parts put together."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from itertools import groupby
from typing import Any

from evidencegen.drafted import pack_of, statements_of
from evidencegen.measures.reading import Group, Reading
from evidencegen.measures.view import Views
from evidencegen.packs.told import told_of
from evidencegen.project import Project, measure, released
from evidencegen.release.disclosure import release
from evidencegen.release.figure import Figure, Mark

LONGER = (24, 36)
"""Months to try where those of the brief show too little."""


@dataclass(frozen=True)
class Advice:
    """One hidden figure and what would let it be shown: so many `months`, or its part together with others.

    `gives` says what it would rest on then, exactly: "21 concluded concerns". Neither is there where nothing helps.
    """

    key: str
    title: str
    part: str
    months: int | None = None
    together: tuple[str, ...] = ()
    gives: str = ""

    @property
    def helps(self) -> bool:
        """Whether anything was found that would let it be shown."""
        return bool(self.months or self.together)

    def as_dict(self) -> dict[str, Any]:
        """The advice for a program."""
        return asdict(self)


def advise(project: Project, *, pack: str = "tender", as_at: date | None = None) -> tuple[Advice, ...]:
    """One piece of advice for each figure that a pack would hide, in the order of the figures.

    Longer periods are tried in full, as the gate would release them, what would have to be hidden beside them
    included; parts put together by the rule for one figure.

    Raises:
        EvidenceError: there is no such pack.
    """
    kind = pack_of(pack)
    project = replace(project, brief=project.brief.for_pack(kind.key, kind.audience))
    told = told_of([kind], statements_of(project)).__contains__
    views, readings = measure(project, project.brief.setting(as_at))
    chosen = tuple(filter(told, readings))
    hidden = {k: f for k, f in released(project, chosen, views).items() if f.mark is Mark.SUPPRESSED}
    advice: dict[str, Advice] = {}
    for months in (n for n in LONGER if n > project.brief.months):
        if len(advice) == len(hidden):
            break
        setting = project.brief.setting(as_at, months=months)
        longer, again = measure(project, setting)
        wider = tuple(filter(told, again))
        seen = released(project, wider, longer)
        for reading in wider:
            key = reading.key
            if key in hidden and key not in advice and reading.measure.dated_by and seen[key].mark is None:
                advice[key] = Advice(key, hidden[key].title, hidden[key].group, months, gives=_number(reading))
    for found in _together([r for r in chosen if r.group], hidden, views, project):
        advice.setdefault(found.key, found)
    return tuple(advice.get(key, Advice(key, figure.title, figure.group)) for key, figure in hidden.items())


def _together(
    parts: Iterable[Reading], hidden: Mapping[str, Figure], views: Views, project: Project
) -> Iterator[Advice]:
    """Hidden parts of one breakdown put together, with the smallest of the others where that is not enough.

    All parts together would be the whole, so one is always left.
    """
    profile = project.brief.profile()
    for _, group in groupby(parts, key=lambda r: (r.measure.key, r.group.column if r.group else "")):
        found = list(group)
        measure, column = found[0].measure, found[0].group.column if found[0].group else ""
        if measure.per or measure.wait or column == measure.among or measure.view.holds_many(column):
            continue
        joined = [r for r in found if r.key in hidden]
        others = sorted((r for r in found if r.key not in hidden), key=lambda r: (r.out_of, r.counted))
        for _ in range(len(others)) if joined else ():
            both = _joined(joined)
            if len(joined) > 1 and release(both, profile, views).mark is None:
                names = tuple(r.group.words for r in joined if r.group)
                for r in joined:
                    if r.key in hidden:
                        title, part = hidden[r.key].title, hidden[r.key].group
                        yield Advice(r.key, title, part, together=names, gives=_number(both))
                break
            if others:
                joined.append(others.pop(0))


def _joined(parts: Sequence[Reading]) -> Reading:
    """Parts of one breakdown as one part."""
    first = parts[0]
    column = first.group.column if first.group else ""
    words = " and ".join(r.group.words for r in parts if r.group)
    return replace(
        first,
        counted=sum(r.counted for r in parts),
        out_of=sum(r.out_of for r in parts),
        excluded=(),
        group=Group(column, "together", words),
    )


def _number(reading: Reading) -> str:
    """What a figure rests on, exactly."""
    of, number = reading.measure.of, reading.counted if reading.measure.count_only else reading.out_of
    return f"{number:,} {of.one if number == 1 else of.many}"


def lines(advice: Sequence[Advice]) -> Iterator[str]:
    """The advice as a terminal shows it."""
    if not advice:
        yield "Nothing in this pack is hidden because it is small."
        return
    helped = sum(one.helps for one in advice)
    yield f"{len(advice)} figures of this pack are hidden; {helped} could be shown as follows."
    for months, group in groupby(
        sorted((a for a in advice if a.months), key=lambda a: a.months or 0), lambda a: a.months
    ):
        yield f"\nOver {months} months (`months: {months}` in evidence.yaml):"
        yield from (f"  {_called(one)}: {one.gives}" for one in group)
    merged = [one for one in advice if one.together]
    if merged:
        yield "\nPut together (in the register, give them one name):"
        for (title, together, gives), _ in groupby(merged, lambda a: (a.title, a.together, a.gives)):
            yield f"  {title}: {' + '.join(together)}: {gives}"
    left = [one for one in advice if not one.helps]
    if left:
        yield "\nNothing found for:"
        yield from (f"  {_called(one)}" for one in left)
    yield "\nNot for release: it tells what the pack hides."


def _called(one: Advice) -> str:
    return f"{one.title}{f', {one.part}' if one.part else ''} [{one.key}]"
