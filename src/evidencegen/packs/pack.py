"""Sections in order, and what each of them needs."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from evidencegen.packs.charts import ChartPlan
from evidencegen.problem import EvidenceError, Place, Problem
from evidencegen.release.profile import Audience
from evidencegen.settings import near_word


@dataclass(frozen=True)
class TablePlan:
    """One breakdown of one or several measures: a row for each part, a column for each measure.

    With `one_base` the parts are counted out of one base, which is then printed once; without it
    each part has a base of its own. With `transposed` there is a row for each measure and a column
    for each part. Parts that hold nothing in any column are left out where `without_empty` says so;
    with `lowest` only so many are kept, those with the lowest shares of which something is lacking, if any are. With
    `largest_first` the rows stand by size, as the audience may see it, and those of one size by name.
    With `spread` a transposed table of more parts than can be read side by side holds the lowest, the one in the
    middle and the highest of them.
    With `worst_first` rows go by the share of their first figure, the worse way first; with `last_first` the parts go
    backwards. With `most`, of more rows than that only those whose first figure falls short are named, as many, and
    the rest are told in a line.
    """

    key: str
    title: str
    column: str
    row_heading: str
    measures: tuple[str, ...]
    headings: tuple[str, ...] = ()
    one_base: bool = False
    transposed: bool = False
    spread: bool = False
    without_empty: bool = False
    lowest: int = 0
    largest_first: bool = False
    worst_first: bool = False
    last_first: bool = False
    most: int = 0


@dataclass(frozen=True)
class PracticePlan:
    """One part of practice: the code a statement carries, and the figures that speak to it."""

    key: str
    title: str
    needs: tuple[str, ...]


@dataclass(frozen=True)
class SectionPlan:
    """One section: its template, and the measures, charts and tables that the template prints.

    `needs` stands in the order of first use, which is the order of the note numbers. `stories` says that case studies
    are told in it. `gone` are the figures, charts and tables that the template prints and that were left out to keep to
    a limit.
    """

    key: str
    title: str
    template: str
    needs: tuple[str, ...] = ()
    charts: tuple[ChartPlan, ...] = ()
    tables: tuple[TablePlan, ...] = ()
    practice: tuple[PracticePlan, ...] = ()
    stories: bool = False
    gone: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Pack:
    """A kind of pack, declared as data. Its last section holds the notes and stands in every document.

    `audience` is whom it is meant for where the brief does not say.
    """

    key: str
    title: str
    sections: tuple[SectionPlan, ...]
    audience: Audience | None = None

    @property
    def tells_stories(self) -> bool:
        """Whether case studies stand in it."""
        return any(section.stories for section in self.sections)

    def of(self, wanted: Sequence[str] | None) -> "Pack":
        """The pack with these sections alone, in this order, and the notes after them; whole where none is named.

        Raises:
            EvidenceError: a section is named that the pack does not have.
        """
        if wanted is None:
            return self
        *told, notes = self.sections
        known = {plan.key: plan for plan in told}
        if strange := [key for key in wanted if key not in known and key != notes.key]:
            raise EvidenceError(tuple(_unknown_section(self.key, key, known) for key in strange))
        return replace(self, sections=(*(known[key] for key in dict.fromkeys(wanted) if key in known), notes))


def _unknown_section(pack: str, found: str, known: Collection[str]) -> Problem:
    return Problem(
        key="pack.unknown_section",
        place=Place(f"evidence.yaml, the sections of the {pack} pack"),
        found=f"`{found[:60]}`",
        wanted=f"one of: {', '.join(known)}{near_word(found, known)}",
        why="a pack is made of the sections that it has, in the order of the brief",
        mend="correct the name, or take it out of `sections:`",
    )
