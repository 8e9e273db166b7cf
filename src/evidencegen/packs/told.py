"""Which figures a pack tells of."""

from collections.abc import Iterable
from dataclasses import dataclass

from evidencegen.measures.reading import Reading
from evidencegen.packs.claim import NEVER_ALONE, Statement
from evidencegen.packs.pack import Pack
from evidencegen.release.figure import Figure


@dataclass(frozen=True)
class Told:
    """Which figures a pack tells of, whatever they turn out to be: only these are released, and released together.

    All parts of a breakdown are told of where the pack shows any of them.
    """

    wholes: frozenset[str]
    parts: frozenset[str]
    broken_down: frozenset[tuple[str, str]]

    @property
    def measures(self) -> frozenset[str]:
        """The measures of which it tells anything."""
        return self.wholes | {key.partition("[")[0] for key in self.parts} | {key for key, _ in self.broken_down}

    def __contains__(self, one: Reading | Figure) -> bool:
        measure = one.measure if isinstance(one, Figure) else one.measure.key
        column = one.column if isinstance(one, Figure) else one.group.column if one.group else ""
        if not column:
            return measure in self.wholes
        return one.key in self.parts or (measure, column) in self.broken_down


def told_of(packs: Iterable[Pack], statements: Iterable[Statement]) -> Told:
    """What packs that are released together tell of."""
    packs = tuple(packs)
    told = statements if any(map(makes_claims, packs)) else ()
    named = {key for s in told for key in s.shown_by}
    wholes = {key.partition("[")[0] for key in named} | {NEVER_ALONE[key] for key in named & NEVER_ALONE.keys()}
    broken_down: set[tuple[str, str]] = set()
    for section in (section for pack in packs for section in pack.sections):
        wholes.update(section.needs, *(part.needs for part in section.practice))
        shown = [(t.measures, t.column) for t in section.tables] + [(c.measures, c.column) for c in section.charts]
        for keys, column in shown:
            wholes.update(keys)
            broken_down.update((key, column) for key in keys)
    return Told(frozenset(wholes), frozenset(named), frozenset(broken_down))


def makes_claims(pack: Pack) -> bool:
    """Whether statements of practice stand in it."""
    return any(section.practice for section in pack.sections)
