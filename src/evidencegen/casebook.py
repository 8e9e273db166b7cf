"""The case studies of a project, what stands in their way, and their sign-off."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from evidencegen.chosen import NOT_PROPOSED, SAME_SERVICE, Standing, apart, proposed, same_service, standing
from evidencegen.narratives import second_opinion
from evidencegen.problem import EvidenceError, GateRefused, Place, Problem
from evidencegen.project import Project
from evidencegen.release.case_study import CaseStudy, originals, read_case_studies
from evidencegen.release.intruder import QUESTIONS
from evidencegen.release.kept import Mark
from evidencegen.release.names import Roll
from evidencegen.release.second_opinion import SHIPPED
from evidencegen.release.sign_off import (
    SIGN_OFFS,
    Answered,
    Choice,
    Decided,
    Deed,
    Entry,
    SignOff,
    add,
    read_sign_offs,
    refuse_if_incomplete,
)
from evidencegen.release.standing import USES, is_author, obstacles, state, still_open

REGISTER = "case_studies"


@dataclass(frozen=True)
class CaseState:
    """How far one story is from being told, for each use."""

    case: str
    state: str
    obstacles: tuple[str, ...]
    may_say: str = ""


def roll_of(project: Project) -> Roll:
    """Everybody the project's registers know."""
    return Roll.of(project.tables)


def states(project: Project, use: str = USES[0]) -> tuple[CaseState, ...]:
    """Every story, how far it is from being told for a use, and what stands in its way."""
    signed = _entries(project)
    day = project.brief.as_at
    return tuple(
        CaseState(
            one.story.case,
            state(one.story, use, signed, day).value,
            obstacles(one.story, use, signed, day),
            one.may_say,
        )
        for one in standing(project, _read(project), day)
    )


def stand(project: Project, case: str) -> Standing:
    """One story as it would be released today, with what bars it and what it may say of itself.

    Raises:
        EvidenceError: there is no such story, or the list of sign-offs cannot be read.
    """
    found = standing(project, _read(project, (case,)), project.brief.as_at)
    if not found:
        raise EvidenceError((_refused(case, None, [one.case for one in _stories(project)]),))
    return found[0]


def story(project: Project, case: str) -> CaseStudy:
    """The story alone; raises as `stand`."""
    return stand(project, case).story


def as_written(project: Project, case: str) -> dict[str, str]:
    """The parts of a story as its author wrote them, names and all: for people inside only."""
    return originals(project.tables[REGISTER], case) if REGISTER in project.tables else {}


def in_the_way(project: Project, told: CaseStudy, use: str = USES[0]) -> tuple[str, ...]:
    """What stands between a story and a use, on the day of the brief."""
    return obstacles(told, use, _entries(project), project.brief.as_at)


def to_know(stands: Standing) -> tuple[str, ...]:
    """What whoever signs has to know of a story besides its words."""
    looked_at = (f"To look at before signing: {words}" for words in stands.look_at)
    return (*looked_at, *((f"Whom it fits: {stands.may_say}",) if stands.may_say else ()))


def words(project: Project, case: str) -> str:
    """The exact text that would be released, and what stands in its way."""
    stands = stand(project, case)
    told = stands.story
    lines = [f"{told.case}: the words that would be released", ""]
    for name, quote in told.parts.items():
        lines += [name.replace("_", " ").capitalize(), f"  {quote.text}", ""]
    lines += to_know(stands)
    lines.append(f"SHA-256 of the text: {told.text_sha256}")
    lines += [f"In the way of a tender: {obstacle}" for obstacle in in_the_way(project, told)]
    lines.append(f"Beside the original, with what to decide: evidencegen case review {told.case}")
    return "\n".join(lines)


def decide(project: Project, case: str, number: int, choice: Choice, said: str, *, by: str, on: date) -> CaseStudy:
    """Record what becomes of the words with this number; the story as it then stands.

    Raises:
        EvidenceError: there is no such story or number, the words put in would not pass the gate, or the
            decision cannot be recorded.
    """
    before = story(project, case)
    mark = next((mark for mark in before.marks if mark.number == number), None)
    if mark is None:
        raise EvidenceError((_no_number(case, number, len(before.marks)),))
    where = (mark.part, mark.text, mark.start, mark.part_sha256)
    decided = Decided(before.case, by, on, *where, choice, " ".join(said.split()))
    refuse_if_incomplete(project.folder / SIGN_OFFS, decided)
    (after,) = _read(project, (case,), (decided,))
    found = [why for part, whys in after.strays.items() for why in whys if why not in before.strays.get(part, ())]
    if found:
        raise EvidenceError((_would_not_pass(case, mark, found),))
    add(project.folder / SIGN_OFFS, decided)
    return after


def answer(project: Project, case: str, question: str, said: str, *, by: str, on: date) -> CaseStudy:
    """Record somebody's answer to one of the questions; the story as it then stands.

    Raises:
        EvidenceError: there is no such story or question, or the answer cannot be recorded.
    """
    told = story(project, case)
    if question not in QUESTIONS:
        raise EvidenceError((_no_question(question),))
    add(project.folder / SIGN_OFFS, Answered(told.case, by, on, question, " ".join(said.split()), told.text_sha256))
    return story(project, case)


def sign(project: Project, case: str, *, by: str, on: date) -> SignOff:
    """Bind a named person's approval to the exact text of today, with every decision and answer.

    Raises:
        EvidenceError: there is no such story, something is undecided or unanswered, the name could be the
            author's, or the sign-off cannot be recorded.
    """
    told = story(project, case)
    if waiting := still_open(told):
        raise EvidenceError((_not_reviewed(case, waiting),))
    if is_author(told, by):
        raise EvidenceError((_own_story(case),))
    signed = SignOff(told.case, Deed.SIGNED, by, on, told.text_sha256, told.story_sha256, told.review_sha256)
    add(project.folder / SIGN_OFFS, signed)
    return signed


def withdraw(project: Project, case: str, *, by: str, on: date, why: str) -> SignOff:
    """Stop a story's use.

    Raises:
        EvidenceError: there is no such story, or the decision cannot be recorded.
    """
    withdrawn = SignOff(story(project, case).case, Deed.WITHDRAWN, by, on, why=why)
    add(project.folder / SIGN_OFFS, withdrawn)
    return withdrawn


def stories_for(
    project: Project, *, use: str, wanted: Sequence[str] | None = None, as_at: date | None = None
) -> tuple[tuple[CaseStudy, ...], tuple[tuple[str, tuple[str, ...]], ...]]:
    """The stories that a pack may tell, and those left out with what stands in their way.

    Where stories are `wanted` by name, or named in the brief for this use, just those, in that order; otherwise
    those of all that may be told which are proposed, and only then is any left out.

    Raises:
        GateRefused: the brief names a story that may not be told, or that does not exist.
    """
    signed, day = _entries(project), as_at or project.brief.as_at
    wanted = project.brief.stories_named(use) if wanted is None else wanted
    every = {story.case: story for story in _stories(project, wanted, day)}
    in_the_way = {case: obstacles(story, use, signed, day) for case, story in every.items()}
    if wanted is None:
        left_out = tuple((case, why) for case, why in in_the_way.items() if why)
        told, others = apart(project, [story for case, story in every.items() if not in_the_way[case]])
        best = tuple(story for story, _ in proposed(told))
        rest = tuple((story.case, (NOT_PROPOSED,)) for story in told if story not in best)
        return best, (*left_out, *((case, (SAME_SERVICE,)) for case in others), *rest)
    stopped = [case for case in wanted if in_the_way.get(case, ("unknown",))]
    if stopped:
        known = [] if all(case in every for case in stopped) else [story.case for story in _stories(project)]
        raise GateRefused(tuple(_refused(case, in_the_way.get(case), known) for case in stopped))
    told, others = apart(project, [every[case] for case in dict.fromkeys(wanted)])
    if others:
        raise GateRefused(tuple(map(same_service, others)))
    return told, ()


def _stories(project: Project, only: Collection[str] | None = None, as_at: date | None = None) -> tuple[CaseStudy, ...]:
    """The stories of the register with what bars them, as they may be printed."""
    read = _read(project, only)
    return tuple(stands.story for stands in standing(project, read, as_at or project.brief.as_at))


def _read(project: Project, only: Collection[str] | None = None, more: Sequence[Entry] = ()) -> tuple[CaseStudy, ...]:
    """The stories of the register as the list of sign-offs, with `more` in it, has them."""
    if REGISTER not in project.tables:
        return ()
    opinion = second_opinion(SHIPPED) if project.brief.second_opinion else None
    entries = (*_entries(project), *more)
    return read_case_studies(project.tables[REGISTER], roll_of(project), only, entries, opinion)


def _entries(project: Project) -> tuple[Entry, ...]:
    return read_sign_offs(project.folder / SIGN_OFFS)


def _refused(case: str, obstacles: Sequence[str] | None, known: list[str]) -> Problem:
    if obstacles is None:
        near = get_close_matches(case, known, n=1)
        return Problem(
            key="case.unknown",
            place=Place(f"case study {case}"),
            found="no case study has this reference",
            wanted=f"one of: {', '.join(known) or 'none are in the project'}",
            why="a story is named by the reference in the case studies register",
            mend=f"did you mean {near[0]}?" if near else "list them with `evidencegen case list`",
        )
    return Problem(
        key="case.not_releasable",
        place=Place(f"case study {case}"),
        found="; ".join(obstacles),
        wanted="consent that covers the use, five people whom it fits, and somebody's signature on exactly this text",
        why="a story is told only as the person agreed to and somebody answered for, and never of one who stands out",
        mend=f"see `evidencegen case review {case}`: decide, answer and sign, or take it out of the brief",
    )


def _no_number(case: str, number: int, last: int) -> Problem:
    return Problem(
        key="case.no_such_number",
        place=Place(f"case study {case}"),
        found=f"nothing in it has the number {number}",
        wanted=f"a number from 1 to {last}" if last else "a story in which something is numbered",
        why="a decision is about the words with that number",
        mend=f"`evidencegen case review {case}` lists them",
    )


def _would_not_pass(case: str, mark: Mark, why: Sequence[str]) -> Problem:
    return Problem(
        key="case.would_not_pass",
        place=Place(f"case study {case}"),
        found=f"number {mark.number}: {'; '.join(why)}",
        wanted="words that name nobody and tell nothing rare",
        why="what is put in goes through the gate as the story did; the decision was not recorded",
        mend="put it in plainer words, without names and places, or remove the words",
    )


def _no_question(question: str) -> Problem:
    near = get_close_matches(question, QUESTIONS, n=1)
    return Problem(
        key="case.no_such_question",
        place=Place("the questions to be answered"),
        found="no question goes by this name",
        wanted=f"one of: {', '.join(QUESTIONS)}",
        why="each question is answered by its name",
        mend=f"did you mean {near[0]}?" if near else "`evidencegen case review CASE` asks them in full",
    )


def _not_reviewed(case: str, waiting: Sequence[str]) -> Problem:
    return Problem(
        key="case.not_reviewed",
        place=Place(f"case study {case}"),
        found="; ".join(waiting),
        wanted="every flag decided and every question answered",
        why="a signature is bound to the words, the decisions and the answers",
        mend=f"see `evidencegen case review {case}`, then `evidencegen case decide` and `evidencegen case answer`",
    )


def _own_story(case: str) -> Problem:
    return Problem(
        key="case.own_story",
        place=Place(f"case study {case}"),
        found="the name could be that of the person who wrote it",
        wanted="the signature of somebody else",
        why="whoever wrote a story knows whose it is, and cannot read it as a stranger would",
        mend="ask somebody else to review and sign it",
    )
