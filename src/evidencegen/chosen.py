"""How the stories of a project stand among all concerns, and how little each must say."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from evidencegen.project import Project
from evidencegen.release.case_study import CaseStudy
from evidencegen.release.crowd import ENOUGH, LADDER, Concern, Crowd, concern_called, concerns_in, crowd_of
from evidencegen.release.plainly_told import plainly_told

LOG = "safeguarding"
ANY_SERVICE = "One of our services"


@dataclass(frozen=True)
class Standing:
    """A story as it may be printed, with what bars it; what it may say of itself, and what somebody should look at."""

    story: CaseStudy
    may_say: str
    look_at: tuple[str, ...] = ()


def standing(project: Project, stories: Sequence[CaseStudy], as_at: date) -> tuple[Standing, ...]:
    """Each story weighed against the provider's own concern register as at a day.

    Barred are a story whose concern cannot be found, one that fewer than five people fit however little it says,
    and a composite without the consent of each.
    """
    kinds = project.brief.services
    log = concerns_in(project.tables[LOG], kinds) if LOG in project.tables else None
    return tuple(_standing(story, log, kinds, as_at) for story in stories)


def _standing(story: CaseStudy, log: Sequence[Concern] | None, kinds: Mapping[str, str], as_at: date) -> Standing:
    concern = concern_called(story.concern, log or ())
    if story.composite:
        bar = () if story.consent_of_each else ("it is made from several people's stories, and not each has consented",)
        return Standing(replace(story, barred=bar), "it is made from several people's stories, and says so")
    if concern is None or (concern.raised and concern.raised > as_at):
        return Standing(replace(story, barred=(_not_found(story, log, concern),)), "")
    crowd = crowd_of(concern, log or (), as_at)
    if crowd.rung is None:
        few = "fewer than five people in the concern register could be the one it tells of, however little it says"
        return Standing(replace(story, barred=(few,)), "", plainly_told(_texts(story), crowd))
    printed = replace(story, service_type=_type(story, concern, crowd, kinds))
    return Standing(printed, _may_say(crowd), plainly_told(_texts(story), crowd))


def _texts(story: CaseStudy) -> list[str]:
    return [quote.text for quote in story.parts.values()]


def _not_found(story: CaseStudy, log: Sequence[Concern] | None, concern: Concern | None) -> str:
    cannot = "so nobody can count how many people it fits"
    if log is None:
        return f"the project has no concern register, {cannot}: add `{LOG}` to the brief"
    if not story.concern:
        return f"it names no concern, {cannot}: give the concern's reference in its row of the case studies register"
    if concern is None:
        return f"its concern is not in the concern register, {cannot}: correct the reference, or enter the concern"
    return f"its concern was raised after the day of the pack, {cannot}: tell it in a later one"


def _type(story: CaseStudy, concern: Concern, crowd: Crowd, kinds: Mapping[str, str]) -> str:
    """The kind of service that may be printed: the brief's word for the concern's own, where the story's is another."""
    if crowd.rung is None or not crowd.rung.service_type:
        return ANY_SERVICE
    kind = next((kind for kind in kinds.values() if kind.casefold() == concern.service_type), "")
    return (
        f"{kind[:1].upper()}{kind[1:]}"
        if kind and kind.casefold() != story.service_type.casefold()
        else story.service_type
    )


def _may_say(crowd: Crowd) -> str:
    if crowd.rung is None:
        return ""
    told = [words for what, words in crowd.rung.told.items() if what not in crowd.uncounted]
    words = f"at least {ENOUGH} people fit it if it says no more of itself than {', '.join(told) or 'what happened'}"
    uncounted = f"; not on record, so not counted: {', '.join(crowd.uncounted)}" if crowd.uncounted else ""
    return f"{words} (step {LADDER.index(crowd.rung)} of {len(LADDER) - 1}){uncounted}"
