"""What a board decided last time, in words that passed the gate, and where its actions stand."""

from collections.abc import Iterator
from typing import Any

from evidencegen.brief import FILE
from evidencegen.casebook import roll_of
from evidencegen.measures.view import NotCollected, Views
from evidencegen.measures.views.actions import ACTIONS_VIEW, LATENESS
from evidencegen.packs.board import ActionState, Decision
from evidencegen.problem import EvidenceError, Problem
from evidencegen.project import Project, Say
from evidencegen.release.quote import anonymise

VERDICTS = {
    "yes": "it worked",
    "partly": "it worked in part",
    "no": "it did not work",
    "too_early": "too early to say whether it worked",
}


def decisions_of(project: Project, views: Views, say: Say) -> tuple[Decision, ...]:
    """Each decision that the brief names, with the actions it names as `views` have them.

    Raises:
        EvidenceError: an action is named that the improvement plan does not hold.
    """
    board = project.brief.packs.get("board")
    if board is None or not board.decided:
        return ()
    if unknown := unknown_actions(project, views):
        raise EvidenceError(unknown)
    known = dict(_plan(views))
    roll, found = roll_of(project), []
    for number, minute in enumerate(board.decided, 1):
        said = anonymise(minute.said, roll=roll)
        if said.replaced:
            details = len(said.replaced)
            say("release", f"decision {number}: {details} detail{'' if details == 1 else 's'} taken out")
        found.append(Decision(said, tuple(state_of(known[_compared(key)]) for key in minute.actions)))
    return tuple(found)


def state_of(row: dict[str, Any]) -> ActionState:
    """Where an action of the plan stands on the day: done and by when, or late, and whether it worked."""
    if row["standing"] == "cancelled":
        return ActionState("Cancelled", needs_eye=True)
    if row["standing"] == "open":
        late = row["lateness"]
        return ActionState(f"Open, {LATENESS.codes[late][0].lower()}" if late else "Open, not yet due", bool(late))
    when = "Done" if row["days_late"] is None else "Done on time" if row["days_late"] <= 0 else "Done late"
    effect = "its effect is on record" if row["effect_evidenced"] == "yes" else "no effect on record yet"
    verdict = VERDICTS.get(row["worked"] or "", "")
    shown = verdict if verdict and row["effect_evidenced"] == "yes" else effect
    return ActionState(f"{when}; {shown}", row["effect_evidenced"] != "yes" or row["worked"] == "no")


def unknown_actions(project: Project, views: Views) -> tuple[Problem, ...]:
    """Each action that the brief's decisions name and the plan does not hold on the day, with its line in the brief."""
    board = project.brief.packs.get("board")
    if board is None or not any(minute.actions for minute in board.decided):
        return ()
    known, settings = dict(_plan(views)), FILE.read(project.folder)
    wanted = "the id of an action that the improvement plan holds on the day of the pack"
    return tuple(
        settings.problem(("packs", "board", "decided", at, "actions", n), f"action `{key}`", wanted, "unknown_action")
        for at, minute in enumerate(board.decided)
        for n, key in enumerate(minute.actions)
        if _compared(key) not in known
    )


def _plan(views: Views) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every action on the plan on the day, by its id as it is compared."""
    wanted = frozenset({"standing", "days_late", "effect_evidenced"})
    if ACTIONS_VIEW.register.key not in views.tables:
        return
    try:
        rows = views.rows(ACTIONS_VIEW)
    except NotCollected:
        return
    names = [name for name in ("action", "worked", "lateness", *wanted) if name in rows.columns]
    for row in rows.select(*names).iter_rows(named=True):
        told = {name: _or_none(row.get(name)) for name in ("worked", "lateness", *wanted)}
        yield _compared(row["action"] or ""), told


def _or_none(value: Any) -> Any:
    """A cell, None where it is blank, whatever kind of nothing the table has for it."""
    return None if value != value else value


def _compared(key: str) -> str:
    return key.strip().lower()
