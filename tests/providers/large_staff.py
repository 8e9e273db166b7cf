"""Who works for the large invented provider, what training each has had, and their supervision."""

from datetime import date, timedelta
from typing import Any

from making.chance import Chance
from making.days import FIRST, LAST, months_before, working_back, working_from
from making.staff import Worker
from making.supervision import _due_days, _reassessment, _session
from making.training import CARERS, EVERYBODY, GRACE_WEEKS, SENIORS, _day_between
from tests.providers.large_records import name_of
from tests.providers.services import SERVICES, Service

Row = dict[str, Any]

# Course, refresh in months, what it covers, whom it is for: eight for whoever cares for people, ten for seniors.
COURSES: tuple[tuple[str, int, tuple[str, ...], tuple[str, ...]], ...] = (
    ("Safeguarding adults", 12, ("safeguarding",), EVERYBODY),
    ("Fire safety", 12, (), EVERYBODY),
    ("Infection prevention", 12, (), EVERYBODY),
    ("Making Safeguarding Personal", 24, ("msp",), CARERS),
    ("Mental capacity and unwise decisions", 24, ("unwise_decisions",), CARERS),
    ("Coercive control and domestic abuse", 24, ("coercion",), CARERS),
    ("Working with advocates", 24, ("advocacy", "msp"), CARERS),
    ("Moving and handling", 12, (), CARERS),
    ("Difficult conversations", 36, ("difficult_conversations",), SENIORS),
    ("Emergency first aid", 36, (), SENIORS),
)
CURRENT = {"better": 0.985, "usual": 0.925, "worse": 0.74}
NAMED_FROM = 5000
NOT_HELD: Row = dict.fromkeys(("held_on", "result", "attempt", "reassess_by", "asked_outcome")) | {"topic": "none"}


def make_workers() -> dict[Service, list[Worker]]:
    """Everybody on the books within the two years: those planted for each service, and one in ten who left."""
    chance, number = Chance("large staff"), 0
    found: dict[Service, list[Worker]] = {}
    for service in SERVICES:
        roles = _roles(service)
        leavers = round(service.staff / 10)
        found[service] = workers = []
        for place, role in enumerate((*roles, *[roles[-1]] * leavers)):
            number += 1
            worker = Worker(f"E{number:05d}", name_of(NAMED_FROM + number), role, service.name, _started(chance, place))
            worker.manager = workers[0].staff if workers else ""
            if place >= len(roles):
                worker.left_on = working_back(FIRST + timedelta(days=chance.between(30, 715)))
                worker.started_on = min(worker.started_on, working_from(worker.left_on - timedelta(days=400)))
            elif place > 3 and chance.yes("away", 0.02):
                worker.absent_from = max(
                    worker.started_on, working_from(LAST - timedelta(days=chance.between(40, 200)))
                )
            workers.append(worker)
    return found


def _roles(service: Service) -> list[str]:
    """The manager first, and as many care or support workers as there is room for."""
    support = service.kind == "supported living"
    senior, worker = ("Senior support worker", "Support worker") if support else ("Senior care worker", "Care worker")
    few = ["Registered manager", "Deputy manager", senior, "Administrator"]
    few += ["Team leader"] * (service.staff // 18) + [senior] * (service.staff // 8)
    return few + [worker] * (service.staff - len(few))


def _started(chance: Chance, place: int) -> date:
    years = chance.rng.uniform(3, 11) if place < 3 else min(chance.rng.expovariate(1 / 4.2), 15) + 0.05
    return working_from(LAST - timedelta(days=int(years * 365)))


def staff_records(workers: dict[Service, list[Worker]]) -> list[Row]:
    """One row for each member of staff, leavers among them."""
    chance = Chance("large contracts")
    shares = {"permanent": 80.0, "bank": 12.0, "temporary": 6.0, "agency": 2.0}
    return [
        vars(worker)
        | {
            "works_with_people": "yes" if worker.cares else "no",
            "employment": chance.one("contract", shares) if worker.role.endswith("worker") else "permanent",
        }
        for some in workers.values()
        for worker in some
    ]


def required_records() -> list[Row]:
    """One row for each course that a role must keep up."""
    return [
        {"role": role, "course": course, "refresh_months": months, "grace_weeks": GRACE_WEEKS, "covers": covers}
        for course, months, covers, roles in COURSES
        for role in roles
    ]


def training_records(workers: dict[Service, list[Worker]]) -> list[Row]:
    """The latest of each course that a role requires, and the one before it where there was time for it."""
    chance, rows = Chance("large training"), []
    for service, some in workers.items():
        for worker in some:
            for course, months, _, roles in COURSES:
                if "All" in roles or worker.role in roles:
                    done = _done(chance, service, worker, months)
                    rows += [_record(worker, course, day) for day in (*_earlier(chance, worker, months, done), *done)]
    return rows


def _done(chance: Chance, service: Service, worker: Worker, months: int) -> list[date]:
    """The day of the latest record, if there is one: within the refresh where it is current."""
    last = min(LAST, worker.left_on or LAST)
    oldest = months_before(last, months) + timedelta(days=1)
    if chance.yes(f"current {service.name}", CURRENT[service.stands]):
        return [_day_between(chance, max(oldest, worker.started_on), last)]
    lapsed = oldest - timedelta(days=chance.between(5, 200))
    return [lapsed] if lapsed > worker.started_on else []


def _earlier(chance: Chance, worker: Worker, months: int, done: list[date]) -> list[date]:
    """The first time, for whoever started within the two years, or else the time before the latest, mostly not run out."""
    if worker.started_on >= FIRST:
        first = worker.started_on + timedelta(days=chance.between(0, 30 if chance.yes("in induction", 0.8) else 100))
        return [first] if any(first < day for day in done) else []
    early = timedelta(days=chance.between(5, 40) if chance.yes("renewed in time", 0.85) else -chance.between(3, 60))
    return [d for day in done for d in [months_before(day, months) + early] if d >= worker.started_on]


def _record(worker: Worker, course: str, day: date) -> Row:
    method = "face_to_face" if course in ("Moving and handling", "Emergency first aid") else "e_learning"
    return {"staff": worker.staff, "name": worker.name, "course": course, "completed_on": day, "method": method}


def supervision_records(workers: dict[Service, list[Worker]]) -> list[Row]:
    """Every session due in two years, made as the sample's are; worse services hold fewer of them."""
    rows: list[Row] = []
    for service, some in workers.items():
        chance = Chance(f"large supervision {service.name}")
        due = sorted(((day, worker) for worker in some for day in _due_days(chance, worker)), key=lambda one: one[0])
        for day, worker in due:
            row = _session(chance, some, worker, day)
            if service.stands == "worse" and chance.yes("not held", 0.25):
                row |= NOT_HELD
            rows.append(row)
            if row["reassess_by"] and chance.yes("reassessed at all", 0.86):
                rows += _reassessment(chance, worker, row)
    return rows
