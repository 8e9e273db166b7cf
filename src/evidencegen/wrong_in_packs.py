"""What a brief asks of packs that they do not have, found before anything is built."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from evidencegen.brief import FILE
from evidencegen.catalogue import everything_in
from evidencegen.decided import unknown_actions
from evidencegen.gaps import practice_of
from evidencegen.intake.registers.practice import PRACTICE
from evidencegen.measures.view import Views
from evidencegen.measures.views.actions import ACTIONS_VIEW
from evidencegen.packs import kinds
from evidencegen.packs.criteria import unanswered
from evidencegen.packs.pack import Pack
from evidencegen.problem import EvidenceError, Place, Problem, Severity
from evidencegen.project import Project, measures_of
from evidencegen.settings import Way, near_word


def wrong_in_packs(project: Project) -> tuple[Problem, ...]:
    """Sections that a pack does not have, charts of measures that there are not, actions that are not on the plan,
    statements kept that are not in the register, and criteria that nothing answers, each with its line."""
    return (*_sections(project), *_charts(project), *_actions(project), *_kept(project), *_criteria(project))


def _sections(project: Project) -> Iterator[Problem]:
    brief, known = project.brief, everything_in(kinds, Pack)
    asked: list[tuple[str, Sequence[str] | None, Way]] = [
        (key, own.sections, ("packs", key, "sections")) for key, own in brief.packs.items()
    ]
    questions = brief.tender.questions if brief.tender else []
    asked += [("tender", one.sections, ("tender", "questions", n, "sections")) for n, one in enumerate(questions)]
    for key, sections, way in asked:
        try:
            known[key].of(sections)
        except EvidenceError as error:
            line = FILE.read(project.folder).line(way)
            for problem in error.problems:
                yield replace(problem, place=Place(FILE.name, line=line))


def _charts(project: Project) -> Iterator[Problem]:
    board = project.brief.packs.get("board")
    known = measures_of(project)
    for at, key in enumerate((board.charts if board else None) or ()):
        if key.partition("[")[0] not in known:
            yield FILE.read(project.folder).problem(
                ("packs", "board", "charts", at),
                f"`{key[:60]}`",
                f"the key of a measure, as `evidencegen dictionary` lists them{near_word(key, known)}",
                "unknown_chart",
            )


def _actions(project: Project) -> Iterator[Problem]:
    """Actions of decisions that the plan does not hold; none where the plan itself could not be read."""
    plan = ACTIONS_VIEW.register.key
    if plan in project.tables or plan not in project.brief.registers:
        yield from unknown_actions(project, Views(project.tables, project.brief.setting()))


def _kept(project: Project) -> Iterator[Problem]:
    """To be looked at: statements kept though nothing shows them, whose number no statement has.

    None where their register itself could not be read. It stops nothing: a statement that is not kept by its own number
    is refused when a pack is built.
    """
    brief = project.brief
    if PRACTICE.key not in project.tables and PRACTICE.key in brief.registers:
        return
    known = _statements_of(project)
    for at, number in enumerate(brief.keep_unevidenced):
        if number not in known:
            wanted = f"the number of a statement in the register of practice{near_word(number, known)}"
            file = FILE.read(project.folder)
            way: Way = ("keep_unevidenced", at)
            strange = file.problem(way, f"statement `{number[:60]}`, which is not there", wanted, "unknown_statement")
            why = "the statement that is meant is not kept, and another one that takes this number later would be"
            yield replace(strange, why=why, severity=Severity.NOTE)


def _statements_of(project: Project) -> list[str]:
    """The numbers of the statements of practice."""
    table = project.tables.get(PRACTICE.key)
    return [str(one) for one in table.rows["statement_no"]] if table else []


def _criteria(project: Project) -> Iterator[Problem]:
    """Criteria answered by what there is not, and, to be looked at, those that nothing answers."""
    tender, whole = project.brief.tender, everything_in(kinds, Pack)["tender"]
    parts = [plan.key for plan in whole.sections]
    parts += [f"{plan.key}.{part.key}" for plan in whole.sections for part in plan.practice]
    known = [*parts, *measures_of(project), *_statements_of(project)]
    try:
        said = practice_of(project)
    except EvidenceError:
        said = ()
    own = project.brief.packs.get("tender")
    for at, question in enumerate(tender.asked if tender else ()):
        way: Way = ("tender", "questions", at, "criteria") if tender and tender.questions else ("tender", "criteria")
        wanted = question.sections if question.sections is not None else own and own.sections
        told = replace(whole, sections=tuple(plan for plan in whole.sections if not wanted or plan.key in wanted))
        open_ones = unanswered(question.criteria, told, said)
        for number, one in enumerate(question.criteria):
            file = FILE.read(project.folder)
            strange = [key for key in one.answered_by if key not in known]
            for key in strange:
                telling = f"the key of a figure, the number of a practice statement, or one of: {', '.join(parts)}"
                telling += near_word(key, known)
                yield file.problem((*way, number, "answered_by"), f"`{key[:60]}`", telling, "unknown_section")
            if one in open_ones and not strange:
                found = f"criterion `{one.key}`, which nothing in the document answers"
                mend = "a section, figure or statement that answers it, named in its `answered_by`"
                nothing = file.problem((*way, number, "key"), found, mend, "unanswered")
                yield replace(nothing, why="marks go where nothing is written", severity=Severity.NOTE)
