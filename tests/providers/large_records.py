"""What the large invented provider writes down of people: concerns, referrals to an advocate, audits and actions.

Rows are made as the sample's are, by the pattern of one of its three services, and then told of the service they belong to.
"""

from datetime import timedelta
from itertools import count
from typing import Any

from making.actions import IDEAS, _action, _linked
from making.advocacy import _others, referral_rows
from making.audits import RECORDS_AUDIT, VOICE_AUDIT, _answered, _audit
from making.chance import Chance
from making.concerns import _ask_at_the_end, _concern
from making.days import FIRST, LAST, LAST_YEAR, later
from making.names import ORIGINS, Names
from making.people import Person, _person
from making.stories import HOME, MILL, ROWAN
from tests.providers.services import SERVICES, Service

Row = dict[str, Any]

PATTERN = {"care home": ROWAN, "home care": HOME, "supported living": MILL}
OTHER_REFERRALS = 150
BANDS = {"care home": ("from_75", "from_85", "from_85", "from_95"), "home care": ("from_65", "from_75", "from_85")}
WISH = ("desired_outcome", "themes", "outcome_achieved")


def name_of(number: int) -> str:
    """An invented name: first names of every origin with surnames of every origin, each pair once in some 18,000."""
    firsts = sorted({first for names, _ in ORIGINS.values() for first in names.split()})
    lasts = sorted({last for _, names in ORIGINS.values() for last in names.split()})
    return f"{firsts[number * 7 % len(firsts)]} {lasts[(number * 11 + number // len(firsts)) % len(lasts)]}"


def people_records() -> tuple[list[Row], list[Row]]:
    """Every concern of two years, in order of the day, and every referral."""
    chance, numbers = Chance("large concerns"), count(1)
    known: dict[str, tuple[Service, Person]] = {}
    concerns: list[Row] = []
    for service in SERVICES:
        people = [_somebody(chance, service, next(numbers)) for _ in range(_people_of(service))]
        known |= {person.person: (service, person) for person in people}
        concerns += [
            row for day, person in _days(chance, service, people) for row in [_row(chance, service, person, day)]
        ]
    concerns.sort(key=lambda row: (row["raised_on"], row["person"]))
    for number, row in enumerate(concerns, 1):
        row["concern"] = f"C{row['raised_on']:%y}-{number:04d}"
    _ask_at_the_end(concerns)
    by_pattern = {pattern: [p for _, p in known.values() if p.service == pattern] for pattern in PATTERN.values()}
    referrals = referral_rows(concerns, by_pattern)
    referrals += _others(Chance("large referrals"), by_pattern, OTHER_REFERRALS)
    for number, row in enumerate(sorted(referrals, key=lambda row: (row["referred_on"], row["person"])), 1):
        row["referral"] = f"R{number:04d}"
        row.pop("advocate_phone", None)
    for row in (*concerns, *referrals):
        row["service"] = known[row["person"]][0].name
        row.pop("nhs_number", None)
    return concerns, referrals


def _people_of(service: Service) -> int:
    return max(1, round((service.concerns + service.concerns_before) * 0.7))


def _somebody(chance: Chance, service: Service, number: int) -> Person:
    names = Names(chance.rng, set())
    return _person(chance, names, PATTERN[service.kind], f"P{10000 + number}", name_of(number))


def _days(chance: Chance, service: Service, people: list[Person]) -> list[tuple[Any, Person]]:
    """The day and the person of each concern, no person twice on one day."""
    found: dict[tuple[Any, str], tuple[Any, Person]] = {}
    for wanted, first, last in (
        (service.concerns_before, FIRST, LAST_YEAR - timedelta(days=1)),
        (service.concerns, LAST_YEAR, LAST),
    ):
        until = len(found) + wanted
        while len(found) < until:
            day, person = first + timedelta(days=chance.between(0, (last - first).days)), chance.rng.choice(people)
            found.setdefault((day, person.person), (day, person))
    return list(found.values())


def _row(chance: Chance, service: Service, person: Person, day: Any) -> Row:
    """A concern as the sample would have it; better services ask everybody, worse ones leave two in five unasked."""
    row = _concern(chance, person, day)
    while service.stands == "better" and row["asked_outcomes"] not in ("expressed", "none_expressed"):
        row = _concern(chance, person, day)
    if service.stands == "worse" and chance.yes(f"unasked {service.name}", 0.4):
        row |= dict.fromkeys(WISH) | {"asked_outcomes": "no", "own_words": "not_applicable"}
    bands = BANDS.get(service.kind, ("under_65", "under_65", "from_65"))
    row["age_band"] = bands[int(person.person[1:]) % len(bands)]
    row["gender"] = ("woman", "man")[int(person.person[1:]) % 2]
    return row


def audit_records() -> list[Row]:
    """Six audits of each service in two years, question by question; a new service has had two."""
    chance, rows, numbers = Chance("large audits"), [], count(1)
    for place, service in enumerate(SERVICES):
        for turn in range(2 if service.concerns < 4 else 6):
            kind, questions = (("Safeguarding and voice", VOICE_AUDIT), ("Care records", RECORDS_AUDIT))[turn % 2]
            planned = LAST - timedelta(days=40 + turn * 112 + place)
            audit = {"audit": f"AU{next(numbers):03d}"} | _audit(chance, service.name, kind, "v1", planned)
            rows += [audit | _answered(chance, audit, i, question) for i, question in enumerate(questions, 1)]
            for row in rows[-len(questions) :]:
                row["answer"] = _told(chance, service, row["answer"])
    return rows


def _told(chance: Chance, service: Service, answer: str) -> str:
    if service.stands == "better" and answer == "no":
        return "yes"
    return "no" if service.stands == "worse" and answer == "yes" and chance.yes(service.name, 0.3) else answer


def action_records(audits: list[Row], concerns: list[Row]) -> list[Row]:
    """Some 240 actions, six of each service that has had more than a few concerns."""
    chance, rows = Chance("large actions"), []
    for place, service in enumerate(SERVICES):
        for turn in range(1 if service.concerns < 4 else 6):
            idea = IDEAS[(place * 3 + turn * 7) % len(IDEAS)]
            raised = later(FIRST, 20 + turn * 115 + place)
            row = _action(chance, idea, service.name, raised)
            row["action"] = f"AC{len(rows) + 1:03d}"
            row["source_ref"] = _linked(audits if idea[1] == "audit" else concerns, row)
            row["themes"] = row.pop("theme")
            rows.append(row)
    return rows
