"""The people supported: who they are, and what gets in the way of being heard."""

from dataclasses import dataclass

from making.chance import Chance
from making.names import Names
from making.stories import HOME, MILL, ROWAN, STORIES

PEOPLE = {HOME: 38, MILL: 25, ROWAN: 32}
GROUPS = {
    HOME: {"dementia": 36, "physical": 32, "mental_health": 12, "sensory": 12, "learning_disability": 8},
    MILL: {"learning_disability": 54, "autism": 24, "mental_health": 22},
    ROWAN: {"dementia": 62, "physical": 20, "mental_health": 8, "sensory": 10},
}
HARD_TO_FOLLOW = {
    "dementia": 0.86,
    "learning_disability": 0.82,
    "autism": 0.66,
    "mental_health": 0.45,
    "sensory": 0.35,
    "physical": 0.18,
}
LACKING = {"dementia": 0.64, "learning_disability": 0.42, "autism": 0.15}
BARRIERS = {"none": 34, "communication": 26, "fear": 18, "trauma": 12, "language": 10}


@dataclass(frozen=True)
class Person:
    """One person supported."""

    person: str
    name: str
    service: str
    group: str
    barriers: tuple[str, ...]
    difficulty: tuple[str, ...]
    appropriate: str
    lacking: bool
    representative: str
    nhs_number: str


def make_people(names: Names) -> dict[str, list[Person]]:
    """The people concerns were raised about, by service; those in the stories come first."""
    chance = Chance("people")
    numbers = iter(chance.rng.sample(range(1102, 1990), sum(PEOPLE.values())))
    told = {service: [s for s in STORIES if s.case["service"] == service] for service in PEOPLE}
    return {
        service: [
            _person(
                chance,
                names,
                service,
                f"P{next(numbers)}",
                told[service][i].case["person_name"] if i < len(told[service]) else "",
            )
            for i in range(count)
        ]
        for service, count in PEOPLE.items()
    }


def _person(chance: Chance, names: Names, service: str, number: str, told: str) -> Person:
    name = told or names.draw()
    group = chance.one(f"group {service}", GROUPS[service])
    hard = chance.yes(f"hard {service}", HARD_TO_FOLLOW[group])
    limbs = ("understand", "retain", "weigh", "communicate")
    count = chance.between(1, 3) if hard else 0
    difficulty = tuple(sorted(chance.rng.sample(limbs, count), key=limbs.index)) or ("none",)
    barrier = chance.one("barriers", BARRIERS)
    second = chance.yes("two barriers", 0.25) and barrier not in ("none", "fear")
    appropriate = "no" if chance.yes(f"nobody {hard}", 0.70 if hard else 0.25) else "yes"
    kin = appropriate == "yes" or chance.yes("kin", 0.45)
    return Person(
        number,
        name,
        service,
        group,
        (barrier, "fear") if second else (barrier,),
        difficulty,
        appropriate,
        hard and chance.yes(f"lacking {service}", LACKING.get(group, 0.05)),
        names.relative(name) if kin else "",
        nhs_number(chance.between(1000, 999999)),
    )


def nhs_number(tail: int) -> str:
    """An NHS number from 999, which nobody is given, with its check digit."""
    while True:
        digits = f"999{tail:06d}"
        check = 11 - sum(int(d) * w for d, w in zip(digits, range(10, 1, -1), strict=True)) % 11
        if check != 10:
            number = digits + str(check % 11)
            return f"{number[:3]} {number[3:6]} {number[6:]}"
        tail += 1
