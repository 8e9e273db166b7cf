"""The drafts of a pack: its measures taken, released, and told in its sections."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from evidencegen.casebook import stories_for
from evidencegen.catalogue import everything_in
from evidencegen.chosen import proposed, told_before
from evidencegen.fitted import fitted
from evidencegen.intake.account import counted
from evidencegen.made import made_with
from evidencegen.measures.view import Views
from evidencegen.own_look import own_of
from evidencegen.problem import EvidenceError, GateRefused, Place, Problem
from evidencegen.project import Project, Say, measure, released, silent
from evidencegen.tender import Question

if TYPE_CHECKING:
    from evidencegen.documents.format import Format
    from evidencegen.packs.claim import Statement
    from evidencegen.packs.draft import Draft
    from evidencegen.packs.pack import Pack
    from evidencegen.release.case_study import CaseStudy
    from evidencegen.release.figure import Figure


def drafts_of(project: Project, kind: "Pack", as_at: date | None, say: Say = silent) -> tuple["Draft", ...]:
    """A pack of a project as it would be written: one draft, or one for each question of a tender."""
    from evidencegen.packs.draft import draft as fill
    from evidencegen.packs.fit import Content
    from evidencegen.packs.told import told_of

    asked = _asked(project, kind)
    said, own_look = statements_of(project), own_of(project)
    told = told_of([one for _, one in asked], said)
    views, readings = measure(project, project.brief.setting(as_at), only=told.measures)
    say("measure", f"{len(readings):,} readings of {len({r.measure.key for r in readings})} measures")

    figures = released(project, tuple(r for r in readings if r in told), views)
    hidden = sum(figure.mark is not None for figure in figures.values())
    say("release", f"{len(figures) - hidden:,} figures for {project.brief.audience} readers, {hidden} not shown")

    drafts = []
    for question, one in asked:
        stories = _stories(project, one, question, as_at, say)
        beside = _beside(project, one, figures, views, stories, as_at, say)

        def filled(content: Content, question: Question = question, beside: object = beside) -> "Draft":
            told = told_of([content.pack], content.statements)
            made = fill(
                content.pack,
                project.brief,
                {key: figure for key, figure in figures.items() if figure in told},
                stories=content.stories,
                statements=content.statements,
                as_at=as_at,
                question=question,
                beside=beside,
            )
            return replace(made, own=own_look, made_with=made_with(project, made, own_look))

        made = fitted(filled, Content(one, said, stories), question.limit, say)
        drafts.append(made)
        tales = "1 case study" if len(made.examples) == 1 else f"{len(made.examples)} case studies"
        parts = f"{counted(len(made.sections), 'section')}, {counted(len(made.notes), 'evidence note')}"
        say("draft", f"{parts}, {tales}")
    return tuple(drafts)


def _asked(project: Project, kind: "Pack") -> list[tuple[Question, "Pack"]]:
    """Each question that the pack answers, with the sections that answer it."""
    if kind.key == "pir":
        return _returned(project, kind)
    brief = project.brief
    own = brief.packs.get(kind.key)  # type: ignore[call-overload]
    asked = brief.tender.asked if kind.key == "tender" and brief.tender else (Question(),)
    found = []
    for question in asked:
        wanted = question.sections if question.sections is not None else own and own.sections
        found.append((question, kind.of(wanted)))
    return found


def _returned(project: Project, kind: "Pack") -> list[tuple[Question, "Pack"]]:
    """Each thing that the Provider Information Return asks, whose wording is to be confirmed."""
    from evidencegen.packs.kinds.pir import LIMIT

    own = project.brief.packs.get("pir")
    found = []
    for section in kind.of(own.sections if own else None).sections[:-1]:
        asked = f"{section.title} (wording to be confirmed against the return that you were sent)"
        found.append((Question(key=section.key, question=asked, limit=LIMIT), kind.of([section.key])))
    return found


def _beside(
    project: Project,
    kind: "Pack",
    figures: Mapping[str, "Figure"],
    views: Views,
    stories: Sequence["CaseStudy"],
    as_at: date | None,
    say: Say,
) -> object:
    """What a kind of pack tells besides figures of measures."""
    match kind.key:
        case "board":
            from evidencegen.project_board import board_of

            return board_of(project, kind, figures, views, as_at, say)
        case "inspection":
            from evidencegen.gaps import with_gaps
            from evidencegen.inspected import inspected

            told = inspected(project, kind, figures)
            return with_gaps(project, kind, figures, views, told, [story.case for story in stories])
        case _:
            return None


def _stories(
    project: Project, kind: "Pack", question: Question, as_at: date | None, say: Say
) -> tuple["CaseStudy", ...]:
    """The case studies of one document, none where no section of it tells them."""
    if not kind.tells_stories:
        return ()
    stories, left_out = stories_for(project, use=kind.key, wanted=question.case_studies, as_at=as_at)
    if question.case_studies is None and project.brief.stories_named(kind.key) is None:
        for story, why in proposed(stories):
            say("release", f"case study {story.case} proposed, since the brief names none: {why}")
    for story in stories:
        say("release", f"case study {story.case}: signed text unchanged, consent covers {kind.key}")
    for words in told_before(project, stories):
        say("release", words)
    for case, obstacles in left_out:
        say("release", f"case study {case} not used: {'; '.join(obstacles)}")
    return stories


def packs() -> dict[str, "Pack"]:
    """Every kind of pack, by key."""
    from evidencegen.packs import kinds
    from evidencegen.packs.pack import Pack

    return everything_in(kinds, Pack)


def formats_known() -> dict[str, "Format"]:
    """Every format, by key."""
    from evidencegen.documents import formats
    from evidencegen.documents.format import Format

    return everything_in(formats, Format)


def pack_of(name: str, formats: Sequence[str] = ()) -> "Pack":
    """The kind of pack that goes by this name, if all these formats are known too.

    Raises:
        EvidenceError: it, or a format, is none that we know.
    """
    known = packs()
    problems = [_unknown("pack", name, tuple(known))] if name not in known else []
    forms = tuple(formats_known()) if formats else ()
    problems += [_unknown("format", form, forms) for form in formats if form not in forms]
    if problems:
        raise EvidenceError(tuple(problems))
    return known[name]


def statements_of(project: Project) -> tuple["Statement", ...]:
    """The provider's statements of practice; none where it keeps no such register.

    Raises:
        EvidenceError: one of them names a case study that the project does not have.
    """
    from evidencegen.gaps import practice_of

    return practice_of(project)


def refuse_unevidenced(project: Project, drafts: Sequence["Draft"]) -> None:
    """Let no reader outside be told what nothing bears out, unless the brief keeps it.

    Raises:
        GateRefused: a draft that leaves the house claims such a thing.
    """
    from evidencegen.packs.claim import unkept

    told = [claim for draft in drafts if draft.profile.for_release for claim in draft.unevidenced]
    if problems := unkept(told, project.brief.keep_unevidenced):
        raise GateRefused(tuple(dict.fromkeys(problems)))


def _unknown(what: str, found: str, known: Sequence[str]) -> Problem:
    return Problem(
        key=f"build.unknown_{what}",
        place=Place(f"--{what}"),
        found=found or "nothing",
        wanted=f"one of: {', '.join(known)}",
        why=f"evidencegen builds only the {what}s it knows",
        mend="name one of these",
    )
