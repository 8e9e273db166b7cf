"""Which section of a draft answers which criterion of its question."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from evidencegen.packs.draft import Draft, Section
from evidencegen.packs.pack import Pack
from evidencegen.shipped import shipped
from evidencegen.tender import Criterion

NOWHERE = "nothing in this document"
_HEAD = re.compile(r"\bAnswers\s+(.*?)\n\s*Needs\b", re.DOTALL)


@dataclass(frozen=True)
class Answered:
    """One criterion, and the headings of what answers it in a draft: `2 How we work` or `2 How we work, Choice`."""

    criterion: Criterion
    places: tuple[str, ...]

    def __str__(self) -> str:
        return "; ".join(self.places) or NOWHERE

    def as_dict(self) -> dict[str, object]:
        """For a manifest."""
        one = self.criterion
        return {"key": one.key, "weighting": one.weighting, "text": one.text, "answered_in": list(self.places)}


def answered(draft: Draft) -> tuple[Answered, ...]:
    """Each criterion of the question that a draft answers, and where, the sections in their order.

    Sections are those that the criterion names; where it names none, those whose template declares that it answers what
    the criterion's key stands for. A section or part that was left out to keep to a limit answers nothing.
    """
    return tuple(Answered(one, tuple(_places(one, draft))) for one in draft.question.criteria)


def answering(draft: Draft) -> frozenset[str]:
    """The keys of the sections that answer a criterion."""
    return frozenset(
        section.key
        for section in draft.sections
        for one in draft.question.criteria
        if any(key.partition(".")[0] == section.key for key in one.answered_by)
        or (not one.answered_by and one.key in declared(section.template))
    )


def unanswered(criteria: list[Criterion], pack: Pack) -> list[Criterion]:
    """The criteria that no section of a pack is said to answer."""
    told = {plan.key: plan for plan in pack.sections}
    return [
        one
        for one in criteria
        if not any(key.partition(".")[0] in told for key in one.answered_by or ())
        and (one.answered_by or not any(one.key in declared(plan.template) for plan in told.values()))
    ]


@cache
def declared(template: str) -> frozenset[str]:
    """What the head of a template declares that its section answers, such as `care_act.s68`."""
    found = _HEAD.search((shipped("report_templates") / template).read_text(encoding="utf-8"))
    return frozenset(re.split(r"[\s,]+", found[1].strip())) if found else frozenset()


def _places(criterion: Criterion, draft: Draft) -> Iterator[str]:
    for section in draft.sections:
        heading = f"{section.number} {section.title}"
        if not criterion.answered_by:
            if criterion.key in declared(section.template):
                yield heading
            continue
        if section.key in criterion.answered_by:
            yield heading
        for key, title in _parts(section):
            if f"{section.key}.{key}" in criterion.answered_by:
                yield f"{heading}, {title}"


def _parts(section: Section) -> Iterator[tuple[str, str]]:
    return ((part.key, part.title) for part in section.practice if part.claims or part.further)
