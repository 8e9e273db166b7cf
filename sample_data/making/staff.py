"""The staff register: who works for Larkfield Care, who has left, who is away."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from making.chance import Chance
from making.days import FIRST, LAST, working_back, working_from
from making.names import Names
from making.stories import HOME, MILL, ROWAN

ROLES: dict[str, dict[str, int]] = {
    HOME: {
        "Registered manager": 1,
        "Deputy manager": 1,
        "Head of quality": 1,
        "Care coordinator": 4,
        "Field care supervisor": 5,
        "Senior care worker": 8,
        "Care worker": 65,
        "Administrator": 2,
    },
    MILL: {
        "Registered manager": 1,
        "Deputy manager": 1,
        "Team leader": 3,
        "Senior support worker": 6,
        "Support worker": 29,
        "Administrator": 1,
    },
    ROWAN: {
        "Registered manager": 1,
        "Deputy manager": 1,
        "Team leader": 3,
        "Senior care worker": 6,
        "Care worker": 31,
        "Activities coordinator": 2,
        "Cook": 2,
        "Domestic assistant": 4,
        "Maintenance worker": 1,
        "Administrator": 1,
    },
}
LEADERS = ("Registered manager", "Deputy manager", "Team leader", "Field care supervisor", "Care coordinator")
SENIORS = (*LEADERS, "Senior care worker", "Senior support worker", "Head of quality")
CARING = (*SENIORS, "Care worker", "Support worker", "Activities coordinator")
KNOWN = {
    (HOME, "Registered manager"): ["Angharad Rees"],
    (HOME, "Head of quality"): ["Priya Raman"],
    (HOME, "Care coordinator"): ["Rhodri Gittins"],
    (HOME, "Care worker"): ["Bev Sumner", "Adaeze Nwosu", "Folake Balogun"],
    (MILL, "Registered manager"): ["Joseph Owusu"],
    (MILL, "Support worker"): ["Florin Dobre", "Ewa Nowicki"],
    (ROWAN, "Registered manager"): ["Caroline Whitlock"],
    (ROWAN, "Care worker"): ["Tegwen Bevan"],
}
LEAVERS = 25
STARTERS = 8


@dataclass
class Worker:
    """One member of staff."""

    staff: str
    name: str
    role: str
    service: str
    started_on: date
    left_on: date | None = None
    absent_from: date | None = None
    absent_to: date | None = None
    manager: str = ""

    def employed(self, day: date) -> bool:
        """Whether on the books that day."""
        return self.started_on <= day and (self.left_on is None or day <= self.left_on)

    def away(self, day: date) -> bool:
        """Whether on long-term absence that day."""
        return self.absent_from is not None and self.absent_from <= day <= (self.absent_to or LAST)

    @property
    def cares(self) -> bool:
        """Whether the work is with the people supported."""
        return self.role in CARING


def make_staff(names: Names) -> list[Worker]:
    """Everybody on the books within the two years, in order of starting."""
    chance = Chance("staff")
    workers: list[Worker] = []
    for service, roles in ROLES.items():
        for role, count in roles.items():
            known = KNOWN.get((service, role), [])
            for place in range(count):
                name = known[place] if place < len(known) else names.draw()
                workers.append(Worker("", name, role, service, _started(chance, place < len(known))))
    _leave_and_start(chance, workers)
    workers.sort(key=lambda w: (w.started_on, w.name))
    for number, worker in enumerate(workers):
        worker.staff = f"LC{1004 + number * 3}"
    for worker in workers:
        worker.manager = _manager(workers, worker)
    return workers


def _started(chance: Chance, long_ago: bool) -> date:
    years = chance.rng.uniform(3, 11) if long_ago else min(chance.rng.expovariate(1 / 4.2), 15) + 0.3
    return working_from(LAST - timedelta(days=int(years * 365)))


def _leave_and_start(chance: Chance, workers: list[Worker]) -> None:
    known = {name for some in KNOWN.values() for name in some}
    ordinary = [w for w in workers if w.name not in known and w.role not in LEADERS]
    chance.rng.shuffle(ordinary)
    for worker in ordinary[:LEAVERS]:
        worker.left_on = working_back(FIRST + timedelta(days=chance.between(30, 715)))
        tenure = timedelta(days=chance.between(140, 2200))
        worker.started_on = working_from(min(worker.started_on, worker.left_on - tenure))
    for worker in [w for w in ordinary[LEAVERS:] if w.role in ("Care worker", "Support worker")][:STARTERS]:
        worker.started_on = working_back(LAST - timedelta(days=chance.between(4, 75)))
    long_served = [w for w in ordinary[LEAVERS:] if w.started_on < date(2025, 1, 1)]
    for place, worker in enumerate(long_served[:10]):
        worker.absent_from = working_from(LAST - timedelta(days=chance.between(60, 260)))
        if place >= 6:
            worker.absent_from -= timedelta(days=300)
            worker.absent_to = working_back(worker.absent_from + timedelta(days=chance.between(70, 250)))


def _manager(workers: list[Worker], worker: Worker) -> str:
    order: tuple[str, ...] = ("Team leader", "Field care supervisor", "Deputy manager", "Registered manager")
    if worker.role in LEADERS:
        order = ("Registered manager",)
    for role in order:
        leaders = [w.staff for w in workers if w.service == worker.service and w.role == role]
        if leaders and worker.staff not in leaders:
            return leaders[int(worker.staff[2:]) % len(leaders)]
    return ""


def staff_rows(workers: list[Worker]) -> list[dict[str, Any]]:
    """Rows of the staff register, with the personal columns such files carry."""
    chance = Chance("staff file")
    rows = []
    for worker in sorted(workers, key=lambda w: (w.service, w.name)):
        born = date(chance.between(1960, 2004), chance.between(1, 12), chance.between(1, 28))
        pair = [chance.between(10, 99) for _ in range(3)]
        bank = worker.role in ("Care worker", "Support worker") and chance.yes("bank", 0.12)
        rows.append(
            vars(worker)
            | {
                "employment": "bank" if bank else chance.one("employment", {"permanent": 9, "temporary": 1}),
                "works_with_people": "yes" if worker.cares else "no",
                "ni_number": f"QQ {pair[0]} {pair[1]} {pair[2]} {chance.rng.choice('ABCD')}",
                "born_on": born,
                "postcode": f"ZZ{chance.between(90, 99)} {chance.between(1, 9)}ZZ",
                "hourly_rate": round(12.6 + SENIORS.count(worker.role) * 1.9 + chance.rng.random(), 2),
                "ethnicity": chance.rng.choice(["White", "Black", "Asian", "Mixed", "Other", "Undeclared"]),
            }
        )
    return rows
