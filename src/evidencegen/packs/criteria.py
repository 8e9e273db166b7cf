"""Which paragraphs of a draft answer which criterion of its question."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from evidencegen.catalogue import everything_in
from evidencegen.measures import families
from evidencegen.measures.measure import Measure
from evidencegen.packs.claim import Statement
from evidencegen.packs.draft import Draft, Section
from evidencegen.packs.pack import Pack
from evidencegen.packs.told import makes_claims, told_of
from evidencegen.shipped import shipped
from evidencegen.tender import Criterion

NOWHERE, LEFT_OUT = "not answered in this document", "not answered within the limit"
"""Of as many words and letters each, so that an answer is as long whichever it says."""
TABLES, CHARTS, HEADLINES, STORY = "tables", "charts", "headline figures", "case study"
_HEAD = re.compile(r"\bAnswers\s+(.*?)\n\s*Needs\b", re.DOTALL)
_NUMBERED = re.compile(r"(\d+)\.(\d+)")


@dataclass(frozen=True)
class Teller:
    """One thing in a finished draft that tells something, and of what.

    `what` is the number of a paragraph, such as `2.3`; for what has no number `tables`, `charts`, `headline figures`,
    or a case study, such as `case study CS-01`. `section` is that of the draft, `part` the title of the part of
    practice it stands in; `measures` are those whose figures it shows, `statements` the numbers of those it prints.
    """

    what: str
    section: str
    part: str = ""
    measures: frozenset[str] = frozenset()
    statements: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Answered:
    """One criterion and what answers it in a draft: numbers of paragraphs, `tables of section 4`, `case study CS-01`.

    `is_lost` where what answered it was left out to keep to a limit.
    """

    criterion: Criterion
    places: tuple[str, ...]
    is_lost: bool = False

    def __str__(self) -> str:
        return ", ".join(_joined(self.places)) or (LEFT_OUT if self.is_lost else NOWHERE)

    def as_dict(self) -> dict[str, object]:
        """For a manifest."""
        one = self.criterion
        return {"key": one.key, "weighting": one.weighting, "text": one.text, "answered_in": list(self.places)}


def answered(draft: Draft, tellers: Sequence[Teller]) -> tuple[Answered, ...]:
    """Each criterion of the question that a draft answers, and where, by what its finished page tells, in that order.

    What answers it is what the criterion names: sections, parts of them, figures by their measure, statements by their
    number. Where it names none: what shows a figure that answers what the criterion's key stands for, and case studies
    where the template of their section declares it. What was left out to keep to a limit answers nothing.
    """
    return tuple(
        Answered(one, tuple(_places(one, draft, tellers)), one.key in draft.lost) for one in draft.question.criteria
    )


def answering(draft: Draft) -> frozenset[str]:
    """The keys of the sections that answer a criterion."""
    return frozenset(
        section.key
        for section in draft.sections
        for one in draft.question.criteria
        if any(key.partition(".")[0] == section.key and _is_of(key, section) for key in one.answered_by)
        or (not one.answered_by and one.key in declared(section.template))
    )


def shows(criterion: Criterion, measures: Iterable[str], statements: Iterable[str] = ()) -> bool:
    """Whether figures of these measures, or these statements, are what a criterion names or what its key stands for."""
    named = criterion.answered_by
    if named:
        return any(one in named for one in (*measures, *statements))
    return any(criterion.key in answers_of(one) for one in measures)


def unanswered(criteria: Sequence[Criterion], pack: Pack, statements: Sequence[Statement] = ()) -> list[Criterion]:
    """The criteria that nothing in a pack is said to answer."""
    sections = {plan.key: plan for plan in pack.sections}
    measures = told_of([pack], statements).measures
    numbers = [one.number for one in statements] if makes_claims(pack) else []
    return [
        one
        for one in criteria
        if not any(key.partition(".")[0] in sections for key in one.answered_by)
        and not shows(one, measures, numbers)
        and (one.answered_by or not any(one.key in declared(plan.template) for plan in sections.values()))
    ]


@cache
def declared(template: str) -> frozenset[str]:
    """What the head of a template declares that its section answers, such as `care_act.s68`."""
    found = _HEAD.search((shipped("report_templates") / template).read_text(encoding="utf-8"))
    return frozenset(re.split(r"[\s,]+", found[1].strip())) if found else frozenset()


def answers_of(measure: str) -> frozenset[str]:
    """What a measure says that it answers, such as `care_act.s68`; nothing for one of the provider's own."""
    return _answers().get(measure, frozenset())


@cache
def _answers() -> dict[str, frozenset[str]]:
    return {one.key: frozenset(one.answers) for one in everything_in(families, Measure).values()}


def _is_of(key: str, section: Section) -> bool:
    """Whether a key that begins as a section's does is that section or a part of it, and no measure."""
    return key == section.key or key in {f"{section.key}.{part.key}" for part in section.practice}


def _places(criterion: Criterion, draft: Draft, tellers: Sequence[Teller]) -> Iterator[str]:
    """What answers a criterion, each once, in the order of the document."""
    numbers = {section.key: section.number for section in draft.sections}
    told = (one for one in tellers if _answers_it(one, criterion, draft))
    names = (
        f"{one.what} of section {numbers[one.section]}" if one.what in (TABLES, CHARTS, HEADLINES) else one.what
        for one in told
    )
    yield from dict.fromkeys(names)


def _answers_it(one: Teller, criterion: Criterion, draft: Draft) -> bool:
    section = next(section for section in draft.sections if section.key == one.section)
    if criterion.answered_by:
        parts = {f"{section.key}.{part.key}" for part in section.practice if part.title == one.part}
        named = {section.key, *parts} & set(criterion.answered_by)
        return bool(named) or shows(criterion, one.measures, one.statements)
    is_story = one.what.startswith(STORY)
    return shows(criterion, one.measures) or (is_story and criterion.key in declared(section.template))


def _joined(places: Iterable[str]) -> Iterator[str]:
    """Numbers that follow each other as `2.3 to 2.5`, and what else there is of one section together."""
    for key, some in groupby(_in_rows(places), key=lambda one: one[0]):
        names = [name for _, name in some]
        if key.startswith("row ") and len(names) > 1:
            yield f"{names[0]}{' to ' if len(names) > 2 else ', '}{names[-1]}"
        elif key.startswith("of section"):
            whats = dict.fromkeys(name.removesuffix(f" {key}") for name in names)
            yield f"{' and '.join(whats)} {key}"
        else:
            yield from names


def _in_rows(places: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each place with what it stands together with: the numbers first, then what has none, by section."""
    places = list(places)
    for at, name in enumerate(one for one in places if _NUMBERED.fullmatch(one)):
        section, _, number = name.partition(".")
        yield f"row {section} {int(number) - at}", name
    yield from ((name[name.find("of section") :], name) for name in places if " of section " in name)
    yield from (("", name) for name in places if not _NUMBERED.fullmatch(name) and " of section " not in name)
