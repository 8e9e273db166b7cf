"""A pack filled for one provider and period."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from string import ascii_uppercase
from typing import Any, Protocol, runtime_checkable

from evidencegen.brief import Brief
from evidencegen.look import Own
from evidencegen.packs.breakdown import Table, base_words, tables
from evidencegen.packs.charts import Chart, chart
from evidencegen.packs.claim import Claim, Statement, claims
from evidencegen.packs.example import Example, Story, example
from evidencegen.packs.made_with import MadeWith
from evidencegen.packs.pack import Pack, PracticePlan, SectionPlan
from evidencegen.packs.told import makes_claims
from evidencegen.period import day_words
from evidencegen.release.figure import Figure
from evidencegen.release.profile import Profile
from evidencegen.tender import Question, Tender


@runtime_checkable
class Ordered(Protocol):
    """What a kind of pack tells first: its figures, in the order in which the first section prints them."""

    @property
    def figures(self) -> tuple[Figure, ...]: ...


@runtime_checkable
class Accounted(Protocol):
    """What a kind of pack tells besides figures, where it holds numbers that a manifest has to carry."""

    def as_dict(self) -> dict[str, Any]: ...


@dataclass(frozen=True)
class Practice:
    """One part of practice: the claims made, and further figures that speak to it."""

    key: str
    title: str
    claims: tuple[Claim, ...]
    further: tuple[Figure, ...]


@dataclass(frozen=True)
class Note:
    """What stands behind one figure: its definition, base, range, what was left out, and where it came from."""

    number: int
    figure: Figure
    text: str


class Left(dict[str, Any]):
    """What a template finds by key: all that is left, and for what was left out to keep to a limit `instead`."""

    def __init__(self, content: Mapping[str, Any], gone: frozenset[str], instead: object) -> None:
        super().__init__(content)
        self._gone, self._instead = gone, instead

    def __getitem__(self, key: str) -> Any:
        return self._instead if key in self._gone else super().__getitem__(key)


@dataclass(frozen=True)
class Section:
    """One section with everything that its template needs."""

    number: int
    key: str
    title: str
    template: str
    figures: Mapping[str, Figure]
    charts: Mapping[str, Chart]
    tables: Mapping[str, tuple[Table, ...]]
    practice: tuple[Practice, ...]

    @property
    def controlled(self) -> bool:
        """Whether any of its claims comes with a control."""
        return any(str(claim.control) for part in self.practice for claim in part.claims)


@dataclass(frozen=True)
class Draft:
    """A pack that a person can read and approve; nothing in it is a raw number or raw text.

    `name` is that of its files, without an ending. `figures` are all that it tells of, and the only ones that its
    manifest carries. `beside` is what this kind of pack tells besides figures, if anything; `own` the provider's own
    look and words; `left_out` what was left out to keep to the limit, in words; `lost` the keys of criteria that
    nothing answers since; `made_with` how it was made.
    """

    kind: str
    name: str
    title: str
    provider: str
    period: str
    as_at: str
    dated: date
    profile: Profile
    tender: Tender | None
    question: Question
    sections: tuple[Section, ...]
    examples: tuple[Example, ...]
    notes: tuple[Note, ...]
    sources: Mapping[str, str]
    unevidenced: tuple[Claim, ...]
    figures: tuple[Figure, ...]
    beside: object = None
    own: Own = field(default_factory=Own)
    left_out: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    made_with: MadeWith | None = None

    def number(self, figure: Figure) -> int:
        """The number of the note that stands behind a figure."""
        return next(n.number for n in self.notes if n.figure.measure == figure.measure)

    def told_in(self, figure: Figure, besides: Section) -> Section | None:
        """The first section, besides one, that tells of a figure's measure."""
        return next((s for s in self.sections if s.key != besides.key and figure.measure in s.figures), None)

    def tellers(self, figures: Iterable[Figure], besides: Section) -> tuple[Section, ...]:
        """The sections, besides one, that tell of any of these first, in their order."""
        found = {s.key for f in figures if (s := self.told_in(f, besides))}
        return tuple(s for s in self.sections if s.key in found)

    def untold(self, figures: Iterable[Figure], besides: Section) -> tuple[Figure, ...]:
        """Those of which no section tells, besides one."""
        return tuple(f for f in figures if not self.told_in(f, besides))


def draft(
    pack: Pack,
    brief: Brief,
    figures: Mapping[str, Figure],
    *,
    stories: Sequence[Story] = (),
    statements: Iterable[Statement] = (),
    as_at: date | None = None,
    question: Question | None = None,
    beside: object = None,
) -> Draft:
    """Fill a pack. The figures must be those that it tells of, absent ones with their reason, and no others.

    Raises:
        EvidenceError: a statement of practice names a figure that does not exist.
        KeyError: a measure that the pack needs was not released.
    """
    setting = brief.setting(as_at)
    all_claims = _claims(pack, statements, figures, [s.case for s in stories if pack.tells_stories])
    sections = tuple(_section(i, plan, figures, all_claims) for i, plan in enumerate(pack.sections, 1))
    firsts = _firsts(sections, beside)
    sources = _lettered(source for key in firsts for source in figures[key].sources)
    notes = tuple(_note(i, figures[key], sources) for i, key in enumerate(firsts, 1))
    own = brief.tender.asked[0] if brief.tender and pack.key == "tender" else Question()
    asked = question or own
    return Draft(
        kind=pack.key,
        name=f"{pack.key}-{asked.key}" if asked.key else pack.key,
        title=pack.title,
        provider=brief.provider,
        period=str(setting.period),
        as_at=day_words(setting.as_at),
        dated=setting.as_at,
        profile=brief.profile(),
        tender=None if pack.key == "pir" else brief.tender,
        question=asked,
        sections=sections,
        examples=tuple(map(example, stories)),
        notes=notes,
        sources={letter: source for source, letter in sources.items()},
        unevidenced=tuple(c for c in all_claims if c.is_unevidenced),
        figures=tuple(figures.values()),
        beside=beside,
    )


def _claims(
    pack: Pack, statements: Iterable[Statement], figures: Mapping[str, Figure], cases: Sequence[str]
) -> tuple[Claim, ...]:
    """The claims that stand in the pack: those of the parts of practice that it has."""
    every = claims(statements if makes_claims(pack) else (), figures, cases)
    parts = {part.key for plan in pack.sections for part in plan.practice}
    return tuple(claim for claim in every if claim.part in parts)


def _section(number: int, plan: SectionPlan, figures: Mapping[str, Figure], all_claims: Sequence[Claim]) -> Section:
    return Section(
        number=number,
        key=plan.key,
        title=plan.title,
        template=plan.template,
        figures=Left({key: figures[key] for key in plan.needs}, plan.gone, None),
        charts=Left({c.key: chart(c, figures) for c in plan.charts}, plan.gone, None),
        tables=Left({t.key: tuple(tables(t, figures)) for t in plan.tables}, plan.gone, ()),
        practice=tuple(_practice(part, figures, all_claims) for part in plan.practice),
    )


def _practice(part: PracticePlan, figures: Mapping[str, Figure], all_claims: Sequence[Claim]) -> Practice:
    own = tuple(c for c in all_claims if c.part == part.key)
    told = {f.key for c in own for f in c.figures}
    return Practice(part.key, part.title, own, tuple(figures[k] for k in part.needs if k not in told))


def _firsts(sections: Iterable[Section], beside: object) -> tuple[str, ...]:
    """The measures in the order in which a reader meets them."""
    first_told = beside.figures if isinstance(beside, Ordered) else ()
    in_order = (*first_told, *(f for section in sections for f in _in_order(section)))
    return tuple(dict.fromkeys(f.measure for f in in_order))


def _in_order(section: Section) -> Iterator[Figure]:
    """The figures of a section in the order in which its template first uses them."""
    for part in section.practice:
        for claim in part.claims:
            yield from claim.figures
        yield from part.further
    yield from section.figures.values()


def _note(number: int, figure: Figure, sources: Mapping[str, str]) -> Note:
    base, reach = base_words(figure), f"95% range {figure.range}" if figure.share not in (None, 0, 1) else ""
    sentences = [f"{figure.mark.value} {figure.because}".strip() if figure.mark else ""]
    sentences.append("; ".join(words for words in (base, reach) if words))
    definition, told = figure.definition, []
    for reason, how_many in figure.excluded:
        if reason in definition:
            definition = definition.replace(reason, f"{reason} ({how_many})", 1)
        else:
            told.append(f"{reason} ({how_many})")
    sentences += [definition, f"Left out: {'; '.join(told)}" if told else ""]
    if figure.sources:
        sentences.append(f"From {', '.join(sources[s] for s in figure.sources)}")
    text = " ".join(f"{s[0].upper()}{s[1:].removesuffix('.')}." for s in sentences if s)
    return Note(number, figure, text)


def _lettered(sources: Iterable[str]) -> dict[str, str]:
    """A letter for each source in the order met: A to Z, then AA, AB."""
    letters = (a + b for a in ("", *ascii_uppercase) for b in ascii_uppercase)
    return dict(zip(dict.fromkeys(sources), letters, strict=False))
