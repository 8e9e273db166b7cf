"""Training: what each role must keep up, and a matrix of what has been done."""

from datetime import date, timedelta
from typing import Any

from making.chance import Chance
from making.days import LAST, months_before, working_from
from making.names import Names
from making.staff import CARING, SENIORS, Worker
from making.stories import HOME, MILL

NEVER, NO_POLICY = "never", ""

# group, course, refresh in months, share current, what it covers, whom it is for
EVERYBODY = ("All",)
CARERS = tuple(role for role in CARING if role != "Head of quality")
OFFICE = ("Administrator", "Care coordinator", "Field care supervisor", "Activities coordinator")
COURSES: tuple[tuple[str, str, int | str, float, tuple[str, ...], tuple[str, ...]], ...] = (
    ("Safeguarding", "Safeguarding adults", 12, 0.955, ("safeguarding",), EVERYBODY),
    ("Safeguarding", "Making Safeguarding Personal", 24, 0.90, ("msp",), CARERS),
    ("Safeguarding", "Mental capacity and unwise decisions", 24, 0.87, ("unwise_decisions",), CARERS),
    ("Safeguarding", "Coercive control and domestic abuse", 24, 0.83, ("coercion",), CARERS),
    ("Voice", "Working with advocates", 24, 0.81, ("advocacy", "msp"), CARERS),
    ("Voice", "Difficult conversations", 36, 0.84, ("difficult_conversations",), SENIORS),
    ("Voice", "Trauma-informed practice", 36, 0.78, ("trauma",), CARERS),
    ("Voice", "Accessible communication", 24, 0.86, ("communication",), CARERS),
    ("Health and safety", "Moving and handling", 12, 0.93, (), CARERS),
    ("Health and safety", "Fire safety", 12, 0.94, (), EVERYBODY),
    ("Health and safety", "Infection prevention", 12, 0.96, (), EVERYBODY),
    ("Health and safety", "Emergency first aid", 36, 0.91, (), SENIORS),
    ("Foundations", "Care Certificate", NEVER, 0.93, (), CARERS),
    ("Foundations", "Record keeping", NO_POLICY, 0.92, (), OFFICE),
)
GRACE_WEEKS = 12
STRANGER = "LC9907"


def required_rows() -> list[dict[str, Any]]:
    """One row for each course that a role must keep up."""
    return [
        {
            "role": role,
            "course": course,
            "refresh_months": refresh,
            "grace_weeks": GRACE_WEEKS,
            "covers": covers,
        }
        for _, course, refresh, _, covers, roles in COURSES
        for role in roles
    ]


def matrix_rows(workers: list[Worker], names: Names) -> list[dict[str, Any]]:
    """One row for each member of staff, with a cell for each course."""
    chance = Chance("training")
    listed = [w for w in workers if w.left_on is None or w.left_on >= date(2026, 5, 1)]
    rows = {
        w.staff: {"staff": w.staff, "name": w.name, "role": w.role, "service": w.service}
        for w in sorted(listed, key=lambda w: (w.service, w.name))
    }
    late_by_habit = {w.staff for w in listed if chance.yes(f"late {w.service}", 0.22)}
    for _, course, refresh, share, _, roles in COURSES:
        needing = [w for w in listed if "All" in roles or w.role in roles]
        lapsed = _lapsed(chance, needing, 1 - share, late_by_habit)
        for worker in listed:
            rows[worker.staff][course] = (
                _cell(chance, worker, refresh, worker.staff in lapsed) if worker in needing else "N/A"
            )
    some = rows[min(rows)]
    stranger = {c: day for c, day in some.items() if isinstance(day, date)}
    ordered = list(rows.values())
    ordered.insert(60, {"staff": STRANGER, "name": names.draw(), "role": "Care worker", "service": HOME} | stranger)
    return ordered


def _lapsed(chance: Chance, workers: list[Worker], share: float, late_by_habit: set[str]) -> set[str]:
    """Who is not up to date: mostly people who are late with other courses too."""
    settled = [w for w in workers if w.started_on < LAST - timedelta(weeks=GRACE_WEEKS)]
    lapsed: set[str] = set()
    weights = {
        w.staff: (11.0 if w.staff in late_by_habit else 1.0) * (2.2 if w.service == MILL else 1.0) for w in settled
    }
    for _ in range(round(share * len(settled))):
        [staff] = chance.rng.choices(list(weights), list(weights.values()))
        lapsed.add(staff)
        del weights[staff]
    return lapsed


def _cell(chance: Chance, worker: Worker, refresh: int | str, lapsed: bool) -> Any:
    months = refresh if isinstance(refresh, int) else 60
    last_day = min(LAST, worker.left_on or LAST)
    oldest_good = months_before(LAST, months) + timedelta(days=1)
    if worker.started_on >= LAST - timedelta(weeks=GRACE_WEEKS):
        return _in_induction(chance, worker.started_on, last_day) if chance.yes("starter", 0.6) else None
    if worker.away(LAST) and chance.yes("away", 0.3):
        return "Mat leave"
    if not lapsed and worker.started_on >= oldest_good:
        return _in_induction(chance, worker.started_on, last_day)
    if not lapsed:
        return _day_between(chance, oldest_good, last_day)
    how = chance.one("lapse", {"expired": 62, "never": 22, "Booked": 10, "DNA": 6})
    if how == "expired" and isinstance(refresh, int) and oldest_good - timedelta(days=60) > worker.started_on:
        return _day_between(chance, max(months_before(oldest_good, 7), worker.started_on), oldest_good - timedelta(2))
    if how == "Booked":
        return chance.rng.choice(("Booked 12/11/2026", "Booked 15/10/2026", "Booked 03/12/2026"))
    return "DNA" if how == "DNA" else None


def _in_induction(chance: Chance, started: date, last: date) -> date:
    """Most starters do a course in their first six weeks, and the others some weeks later."""
    six_weeks = started + timedelta(days=42)
    if chance.yes("in induction", 0.86):
        return _day_between(chance, started, min(six_weeks, last))
    return _day_between(chance, min(six_weeks, last), min(started + timedelta(days=120), last))


def _day_between(chance: Chance, first: date, last: date) -> date:
    day = working_from(first + timedelta(days=chance.rng.randint(0, max((last - first).days, 0))))
    return min(day, last)
