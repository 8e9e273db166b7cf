"""How the stories of a project stand among all concerns, and which of them are told together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from evidencegen.period import add_months
from evidencegen.problem import EvidenceError, Place, Problem
from evidencegen.project import Project
from evidencegen.release.case_study import CaseStudy
from evidencegen.release.crowd import ENOUGH, LADDER, Concern, Crowd, concern_called, concerns_in, crowd_of
from evidencegen.release.issued import Issued, read_issued
from evidencegen.release.plainly_told import plainly_told

LOG = "safeguarding"
ANY_SERVICE = "One of our services"
MONTHS_A_STORY_HOLDS = 24
MOST_TOLD = 3
"""So many stories are proposed where the brief names none: a reader remembers two or three."""
NOT_PROPOSED = f"{MOST_TOLD} others differ more from each other; name it in the brief to tell it"
SAME_SERVICE = "a story from its service is told already, and the brief does not say `several_from_one_service: yes`"


@dataclass(frozen=True)
class Standing:
    """A story as it may be printed, with what bars it; what it may say of itself, and what somebody should look at."""

    story: CaseStudy
    may_say: str
    look_at: tuple[str, ...] = ()


def standing(project: Project, stories: Sequence[CaseStudy], as_at: date) -> tuple[Standing, ...]:
    """Each story weighed against the provider's own concern register as at a day.

    Barred are a story whose concern cannot be found, one that fewer than five people fit however little it says,
    a composite without the consent of each, and one of a concern raised more than 24 months before the day.
    """
    kinds = project.brief.services
    log = concerns_in(project.tables[LOG], kinds) if LOG in project.tables else None
    return tuple(_standing(story, log, kinds, as_at) for story in stories)


def _standing(story: CaseStudy, log: Sequence[Concern] | None, kinds: Mapping[str, str], as_at: date) -> Standing:
    concern = concern_called(story.concern, log or ())
    old = tuple(_too_old(story, concern, as_at))
    if story.composite:
        bar = () if story.consent_of_each else ("it is made from several people's stories, and not each has consented",)
        return Standing(replace(story, barred=bar + old), "it is made from several people's stories, and says so")
    if concern is None or (concern.raised and concern.raised > as_at):
        return Standing(replace(story, barred=(_not_found(story, log, concern), *old)), "")
    crowd = crowd_of(concern, log or (), as_at)
    if crowd.rung is None:
        few = "fewer than five people in the concern register could be the one it tells of, however little it says"
        return Standing(replace(story, barred=(few, *old)), "", plainly_told(_texts(story), crowd))
    printed = replace(story, service_type=_type(story, concern, crowd, kinds), barred=old)
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


def _too_old(story: CaseStudy, concern: Concern | None, as_at: date) -> Iterator[str]:
    days = [day for day in (story.raised_on, concern.raised if concern else None) if day]
    if days and add_months(min(days), MONTHS_A_STORY_HOLDS) < as_at:
        yield f"its concern was raised more than {MONTHS_A_STORY_HOLDS} months before the day of the pack"


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


def apart(project: Project, stories: Sequence[CaseStudy]) -> tuple[tuple[CaseStudy, ...], tuple[str, ...]]:
    """The stories that may be told together, and the references of those from a service that is told of already.

    Two stories whose service is not on record are taken to be from two.
    """
    if project.brief.tender and project.brief.tender.several_from_one_service:
        return tuple(stories), ()
    told: dict[str, CaseStudy] = {}
    for story in stories:
        told.setdefault(story.service.casefold() or f"of no service, {story.case}", story)
    kept = tuple(story for story in stories if story in told.values())
    return kept, tuple(story.case for story in stories if story not in kept)


def proposed(stories: Sequence[CaseStudy]) -> tuple[tuple[CaseStudy, str], ...]:
    """At most three of these stories, those that differ most from each other, each with the reason in words.

    Whatever outcome, kind of service or advocate has not been told of yet speaks for a story, in that order; where
    nothing does, its place in the register.
    """
    left, told = list(stories), {""}
    found: list[tuple[CaseStudy, str]] = []
    while left and len(found) < MOST_TOLD:
        best = max(left, key=lambda story: [words not in told for words in _what_it_shows(story)])
        new = [words for words in _what_it_shows(best) if words not in told]
        found.append((best, f"the first {', '.join(new)}" if new else "next in the register"))
        told.update(_what_it_shows(best))
        left.remove(best)
    return tuple(found)


def _what_it_shows(story: CaseStudy) -> tuple[str, str, str]:
    """What sets a story apart from others, in words; empty where it does not."""
    outcome = story.outcome_achieved.replace("_", " ")
    advocate = "to tell of advocacy" if story.parts.get("advocacy") else ""
    return (f"with the outcome {outcome}" if outcome else "", f"from {story.service_type}".lower(), advocate)


def same_service(case: str) -> Problem:
    """A brief that names two stories of one service and does not say that this is meant."""
    return Problem(
        key="case.same_service",
        place=Place(f"case study {case}"),
        found="it comes from the same service as another case study that the brief names",
        wanted="one case study from each service",
        why="several stories from one service say nothing of the others, and more of those who live there",
        mend="take it out of the brief, or write `several_from_one_service: yes` under `tender:`",
    )


def told_before(project: Project, stories: Sequence[CaseStudy]) -> tuple[str, ...]:
    """For people inside: each story that an earlier pack told to the same buyer, or to one it does not name.

    A story is known again by the hash of its words or by its reference.
    """
    buyer = project.brief.tender.buyer if project.brief.tender else ""
    found: list[str] = []
    for earlier in _earlier(project):
        if earlier.buyer and buyer and earlier.buyer.casefold() != buyer.casefold():
            continue
        whom = buyer if earlier.buyer and buyer else "a reader that may be the same"
        again = [story.case for story in stories if {story.case, story.text_sha256} & earlier.stories]
        found += [f"case study {case} was told to {whom} before, in {earlier.file}" for case in again]
    return tuple(found)


def _earlier(project: Project) -> Iterator[Issued]:
    for path in project.brief.earlier:
        try:
            yield read_issued(project.folder / path)
        except EvidenceError:
            continue  # told of where the project is read
