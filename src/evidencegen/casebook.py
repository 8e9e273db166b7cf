"""The case studies of a project, what stands in their way, and their sign-off."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from evidencegen.chosen import SAME_SERVICE, apart, same_service, standing
from evidencegen.problem import EvidenceError, GateRefused, Place, Problem
from evidencegen.project import Project
from evidencegen.release import sign_off
from evidencegen.release.case_study import PARTS, USES, CaseStudy, obstacles, read_case_studies, state
from evidencegen.release.names import Roll
from evidencegen.release.sign_off import SignOff

SIGN_OFFS = "sign_offs.yaml"
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
    signed = _sign_offs(project)
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


def words(project: Project, case: str) -> str:
    """The exact text that would be released, with what the person who signs should look at."""
    story = _named(project, case)
    (stands,) = standing(project, (story,), project.brief.as_at)
    lines = [f"{story.case}: the words that would be released", ""]
    for name in PARTS:
        if name in story.parts:
            lines += [name.replace("_", " ").capitalize(), f"  {story.parts[name].text}", ""]
    look_at = [f"  {name.replace('_', ' ')}: {flag.text!r}, {flag.why}" for name, flag in story.flags]
    if look_at := [*look_at, *(f"  {words}" for words in stands.look_at)]:
        lines += ["To look at before signing:", *look_at, ""]
    if stands.may_say:
        lines += [f"Whom it fits: {stands.may_say}", ""]
    lines.append(f"SHA-256 of the text: {story.text_sha256}")
    lines += [
        f"In the way of a tender: {o}" for o in obstacles(story, USES[0], _sign_offs(project), project.brief.as_at)
    ]
    return "\n".join(lines)


def sign(project: Project, case: str, *, by: str, on: date) -> SignOff:
    """Bind a named person's approval to the exact text of today.

    Raises:
        EvidenceError: there is no such story, or the sign-off cannot be recorded.
    """
    story = _named(project, case)
    return sign_off.sign(project.folder / SIGN_OFFS, story.case, by, on, story.text_sha256)


def withdraw(project: Project, case: str, *, by: str, on: date, why: str) -> SignOff:
    """Stop a story's use.

    Raises:
        EvidenceError: there is no such story, or the decision cannot be recorded.
    """
    story = _named(project, case)
    return sign_off.withdraw(project.folder / SIGN_OFFS, story.case, by, on, why)


def stories_for(
    project: Project, *, use: str, as_at: date | None = None
) -> tuple[tuple[CaseStudy, ...], tuple[tuple[str, tuple[str, ...]], ...]]:
    """The stories that a pack may tell, and those left out with what stands in their way.

    Where the brief names stories, just those, in its order; otherwise all that may be told, and only
    then is any left out.

    Raises:
        GateRefused: the brief names a story that may not be told, or that does not exist.
    """
    signed, day = _sign_offs(project), as_at or project.brief.as_at
    wanted = project.brief.tender.case_studies if project.brief.tender else None
    every = {story.case: story for story in _stories(project, wanted, day)}
    in_the_way = {case: obstacles(story, use, signed, day) for case, story in every.items()}
    if wanted is None:
        left_out = tuple((case, why) for case, why in in_the_way.items() if why)
        told, others = apart(project, [story for case, story in every.items() if not in_the_way[case]])
        return told, (*left_out, *((case, (SAME_SERVICE,)) for case in others))
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


def _read(project: Project, only: Collection[str] | None = None) -> tuple[CaseStudy, ...]:
    if REGISTER not in project.tables:
        return ()
    return read_case_studies(project.tables[REGISTER], roll_of(project), only)


def _sign_offs(project: Project) -> tuple[SignOff, ...]:
    return sign_off.read_sign_offs(project.folder / SIGN_OFFS)


def _named(project: Project, case: str) -> CaseStudy:
    every = {story.case: story for story in _stories(project)}
    if case not in every:
        raise EvidenceError((_refused(case, None, list(every)),))
    return every[case]


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
        mend=f"look at it with `evidencegen case show {case}`, then sign it, or take it out of the brief",
    )
