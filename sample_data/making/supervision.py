"""The supervision record: sessions due and held, with the scenarios tried in them."""

from datetime import date, timedelta
from typing import Any

from making.chance import Chance
from making.days import FIRST, LAST, how_far, past, working_back, working_from
from making.staff import SENIORS, Worker
from making.stories import MILL

KINDS = {"one_to_one": 76, "observation": 7, "spot_check": 6, "appraisal": 6, "group": 5}
TOPICS = {"msp": 42, "advocacy": 32, "coercion": 8, "self_neglect": 7, "whistleblowing": 4, "unwise": 7}
TALKING = ("one_to_one", "appraisal", "group")
WEEKS_BETWEEN, WEEKS_BETWEEN_OTHERS = 28, 52


def supervision_rows(workers: list[Worker]) -> list[dict[str, Any]]:
    """One row for each session due in the two years, in the order of due dates."""
    chance = Chance("supervision")
    due = [(day, worker) for worker in workers for day in _due_days(chance, worker)]
    rows: list[dict[str, Any]] = []
    for day, worker in sorted(due, key=lambda pair: (pair[0], pair[1].staff)):
        row = _session(chance, workers, worker, day)
        rows.append(row)
        if row["reassess_by"] and chance.yes("reassessed at all", 0.86):
            rows += _reassessment(chance, worker, row)
    return sorted(rows, key=lambda row: (row["due_on"], row["staff"]))


def _due_days(chance: Chance, worker: Worker) -> list[date]:
    weeks = WEEKS_BETWEEN if worker.cares else WEEKS_BETWEEN_OTHERS
    day = max(worker.started_on + timedelta(weeks=8), FIRST + timedelta(days=chance.between(0, 7 * weeks)))
    days = []
    while day <= min(worker.left_on or LAST, LAST):
        if not worker.away(day):
            days.append(working_from(day))
        day += timedelta(days=7 * weeks + chance.between(-10, 10))
    return [day for day in days if day <= LAST and worker.employed(day)]


def _session(chance: Chance, workers: list[Worker], worker: Worker, due: date) -> dict[str, Any]:
    behind = 0.07 if worker.service == MILL else 0.0
    held = _held(chance, worker, due, behind)
    kind = chance.one("kind", KINDS)
    if kind != "group" and held and worker.cares and chance.yes("scenario", 0.55 + 0.42 * how_far(due)):
        topic = chance.one("topic", TOPICS)
        fit = 0.70 + 0.16 * how_far(due) - behind
        result = chance.one(
            f"result {fit:.1f}", {"competent": fit, "developing": 0.6 - fit * 0.6, "not_yet": 0.4 - fit * 0.4}
        )
    else:
        topic, result = "none", None
    again = held + timedelta(days=28) if held and result in ("developing", "not_yet") else None
    return {
        "staff": worker.staff,
        "due_on": due,
        "held_on": held,
        "kind": kind,
        "topic": topic,
        "result": result,
        "attempt": 1 if result else None,
        "assessor": _assessor(chance, workers, worker, held or due),
        "reassess_by": working_from(again) if again else None,
        "asked_outcome": _asked(chance, kind, held, behind),
    }


def _held(chance: Chance, worker: Worker, due: date, behind: float) -> date | None:
    on_time = 0.76 + 0.11 * how_far(due) - behind
    how = chance.one(f"held {on_time:.1f}", {"early": on_time, "late": 0.72 * (1 - on_time), "": 0.28 * (1 - on_time)})
    if how == "early":
        return max(working_back(due - timedelta(days=chance.between(0, 12))), worker.started_on)
    held = past(working_from(due + timedelta(days=chance.between(2, 38)))) if how == "late" else None
    return held if held and worker.employed(held) and not worker.away(held) else None


def _asked(chance: Chance, kind: str, held: date | None, behind: float) -> str | None:
    if held is None:
        return None
    if kind not in TALKING:
        return "not_applicable"
    if chance.yes("asked not recorded", 0.04):
        return "not_recorded"
    return "yes" if chance.yes(f"asked {behind}", 0.58 + 0.26 * how_far(held) - behind) else "no"


def _assessor(chance: Chance, workers: list[Worker], worker: Worker, day: date) -> str:
    fit = [
        w.staff
        for w in workers
        if w.service == worker.service and w.role in SENIORS and w.employed(day) and w.staff != worker.staff
    ]
    leaders = [staff for staff in fit if staff == worker.manager]
    return leaders[0] if leaders and chance.yes("own manager", 0.6) else chance.rng.choice(fit)


def _reassessment(chance: Chance, worker: Worker, first: dict[str, Any]) -> list[dict[str, Any]]:
    late = 0 if chance.yes("reassessed on time", 0.8) else chance.between(10, 30)
    held = past(working_back(first["reassess_by"] - timedelta(days=3) + timedelta(days=late)))
    if held is None or not worker.employed(held) or worker.away(held):
        return []
    passed = chance.yes("reassessed", 0.82)
    return [
        first
        | {
            "due_on": first["reassess_by"],
            "held_on": held,
            "kind": "assessment",
            "result": "competent" if passed else "developing",
            "attempt": 2,
            "reassess_by": None if passed else working_from(held + timedelta(days=28)),
            "asked_outcome": "not_applicable",
        }
    ]
