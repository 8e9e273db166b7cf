"""Completions as the learning system exports them: the latest, what those replaced, and what leavers did."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from making.chance import Chance
from making.days import FIRST, LAST, how_far, months_before, working_back
from making.staff import Worker
from making.stories import MILL
from making.training import COURSES

Row = dict[str, Any]

# how it is taught, and the share of renewals that come before the record runs out, at the end of the two years
TAUGHT: dict[str, tuple[str, float]] = {
    "Safeguarding adults": ("e_learning", 0.99),
    "Making Safeguarding Personal": ("face_to_face", 0.97),
    "Mental capacity and unwise decisions": ("e_learning", 0.94),
    "Coercive control and domestic abuse": ("face_to_face", 0.91),
    "Working with advocates": ("face_to_face", 0.94),
    "Difficult conversations": ("face_to_face", 0.90),
    "Trauma-informed practice": ("face_to_face", 0.91),
    "Accessible communication": ("e_learning", 0.95),
    "Moving and handling": ("face_to_face", 0.89),
    "Fire safety": ("e_learning", 0.97),
    "Infection prevention": ("e_learning", 0.97),
    "Emergency first aid": ("face_to_face", 0.96),
}


def history_rows(workers: list[Worker], matrix: list[Row]) -> list[Row]:
    """One row for each completion that ran out within the two years, and for each latest one, as in the matrix."""
    chance = Chance("training history")
    chance_of_latest = Chance("latest in training history")
    in_matrix = {row["staff"]: row for row in matrix}
    rows: list[Row] = []
    for _, course, refresh, share, _, roles in COURSES:
        if not isinstance(refresh, int):
            continue
        for worker in (w for w in workers if "All" in roles or w.role in roles):
            dates: list[date] = []
            if worker.staff in in_matrix:
                latest = in_matrix[worker.staff].get(course)
                if isinstance(latest, date):
                    rows.append(_row(chance_of_latest, worker, course, refresh, latest))
                    dates = list(_before(chance, worker, course, refresh, latest))
            elif chance.yes("leaver", share):
                latest = _last_of_leaver(chance, worker, refresh)
                dates = [latest, *_before(chance, worker, course, refresh, latest)]
            rows += [_row(chance, worker, course, refresh, day) for day in dates]
    return sorted(rows, key=lambda row: (row["completed_on"], row["staff"], row["course"]))


def _last_of_leaver(chance: Chance, worker: Worker, refresh: int) -> date:
    """A leaver's latest completion: within its time when they left, or the one of their first weeks."""
    gone = worker.left_on or LAST
    first = max(worker.started_on + timedelta(days=chance.between(3, 40)), months_before(gone, refresh))
    return working_back(first + timedelta(days=chance.between(0, max((gone - first).days, 0))))


def _before(chance: Chance, worker: Worker, course: str, refresh: int, done: date) -> Iterator[date]:
    """Earlier completions, each renewed by the next, back to those that ran out before the two years."""
    while True:
        ran_out = _ran_out_before(chance, worker, course, done)
        earlier = _taught_by(chance, course, _runs_from(ran_out, refresh))
        if earlier < worker.started_on:
            earlier = _taught_by(chance, course, worker.started_on + timedelta(days=chance.between(7, 40)))
            if (done - earlier).days < refresh * 15:  # less than half its time had gone
                return
        if _runs_out(earlier, refresh) < FIRST:
            return
        yield earlier
        done = earlier


def _taught_by(chance: Chance, course: str, day: date) -> date:
    """The day itself for e-learning, done on any day of the week; for a class, a working day just before."""
    method, _ = TAUGHT[course]
    return day if method == "e_learning" else working_back(day - timedelta(days=chance.between(0, 2)))


def _ran_out_before(chance: Chance, worker: Worker, course: str, renewed: date) -> date:
    """When the record renewed that day ran out: some weeks later, or for some already."""
    _, share = TAUGHT[course]
    in_time = share - 0.28 * (1 - how_far(renewed)) - (0.09 if worker.service == MILL else 0.0)
    if chance.yes(f"in time {course}", in_time):
        return renewed + timedelta(days=chance.between(7, 55))
    return renewed - timedelta(days=round(chance.rng.triangular(3, 110, 12)))


def _row(chance: Chance, worker: Worker, course: str, refresh: int, done: date) -> Row:
    """One completion; trainers who teach in a room now and then leave the expiry to be worked out."""
    method, _ = TAUGHT[course]
    untold = method == "face_to_face" and chance.yes("no expiry", 0.05)
    return {
        "staff": worker.staff,
        "name": worker.name,
        "course": course,
        "completed_on": done,
        "expires_on": None if untold else _runs_out(done, refresh),
        "method": method,
    }


def _runs_out(done: date, refresh: int) -> date:
    """The last valid day, as the policy counts it: the day before so many months have gone by."""
    return months_before(done, -refresh) - timedelta(days=1)


def _runs_from(ran_out: date, refresh: int) -> date:
    """The completion whose last valid day is `ran_out`."""
    return months_before(ran_out + timedelta(days=1), refresh)
