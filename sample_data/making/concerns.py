"""The safeguarding log: what was raised, what the person wanted, and what came of it."""

from datetime import date, timedelta
from typing import Any

from making.chance import Chance
from making.days import FIRST, LAST, after_working, how_far, later, past
from making.people import Person
from making.stories import HOME, MILL, ROWAN, STORIES
from making.wishes import AFTERTHOUGHTS, WISHES

Row = dict[str, Any]

CONCERNS = {HOME: 58, MILL: 42, ROWAN: 50}
ABUSE = {
    HOME: {
        "neglect": 31,
        "financial": 23,
        "domestic": 13,
        "self_neglect": 12,
        "psychological": 10,
        "physical": 8,
        "discriminatory": 3,
    },
    MILL: {
        "psychological": 20,
        "financial": 19,
        "physical": 15,
        "self_neglect": 15,
        "neglect": 12,
        "sexual": 7,
        "discriminatory": 5,
        "sexual_exploitation": 4,
        "modern_slavery": 3,
    },
    ROWAN: {
        "neglect": 30,
        "physical": 20,
        "organisational": 20,
        "psychological": 16,
        "financial": 9,
        "discriminatory": 5,
    },
}
SOURCE = {
    "neglect": {"service_provider": 9, "known": 1},
    "organisational": {"service_provider": 1},
    "financial": {"known": 7, "unknown": 3},
    "physical": {"known": 6, "service_provider": 4},
    "psychological": {"known": 7, "service_provider": 3},
    "discriminatory": {"service_provider": 5, "unknown": 5},
}
HIGH_RISK = {
    "domestic": {"coercion": 7, "minimising": 3},
    "financial": {"none": 4, "exploitation": 2, "minimising": 2, "agreeing": 2},
    "self_neglect": {"refusing": 6, "minimising": 2, "none": 2},
    "sexual_exploitation": {"exploitation": 1},
    "modern_slavery": {"exploitation": 1},
    "sexual": {"exploitation": 4, "none": 6},
    "psychological": {"none": 7, "coercion": 3},
}


def concern_rows(people: dict[str, list[Person]]) -> list[Row]:
    """One row for each concern, in the order in which they were raised."""
    chance = Chance("concerns")
    raised = sorted(
        ((day, person, story) for service in CONCERNS for day, person, story in _raised(chance, people[service])),
        key=lambda one: (one[0], one[1].person),
    )
    rows = []
    numbers: dict[int, int] = {}
    for day, person, story in raised:
        numbers[day.year] = numbers.get(day.year, 0) + 1
        row = _concern(chance, person, day)
        row["concern"] = f"SG-{day:%y}-{numbers[day.year]:03d}"
        if story is not None:
            row |= {"representative_name": "", "supported_by": None} | STORIES[story].concern
            row["story"] = story
        rows.append(row)
    _ask_at_the_end(rows)
    return rows


def _ask_at_the_end(rows: list[Row]) -> None:
    """What people said of how it was done and how it ended, where they were asked anything."""
    chance = Chance("asked at the end")
    for row in rows:
        felt = row.get("felt_safer")
        asked = felt not in (None, "not_asked")
        pleased = 0.74 if felt == "yes" else 0.38
        for name, likely in (("understood", 0.72), ("satisfied", pleased)):
            shares = {"yes": likely, "partly": 0.86 - likely, "no": 0.09, "not_asked": 0.05}
            row[name] = chance.one(f"{name} {likely}", shares) if asked else felt


def _raised(chance: Chance, people: list[Person]) -> list[tuple[date, Person, int | None]]:
    service = people[0].service
    told = {STORIES[i].case["person_name"]: i for i in range(len(STORIES))}
    whose = list(people)
    spare = [p for p in people if p.name not in told] * 2
    chance.rng.shuffle(spare)
    whose += spare[: CONCERNS[service] - len(people)]
    days = [FIRST + timedelta(days=round(i * 729 / len(whose))) for i in range(len(whose))]
    chance.rng.shuffle(whose)
    found: list[tuple[date, Person, int | None]] = []
    for day, person in zip(days, whose, strict=True):
        story = told.get(person.name)
        moved = day + timedelta(days=chance.between(0, 11))
        found.append((min(moved, LAST) if story is None else STORIES[story].case["raised_on"], person, story))
    return found


def _concern(chance: Chance, person: Person, raised: date) -> Row:
    row: Row = {
        "person": person.person,
        "person_name": person.name,
        "nhs_number": person.nhs_number,
        "representative_name": person.representative,
        "service": person.service,
        "raised_on": raised,
        "occurred_on": raised - timedelta(days=chance.rng.choice((0, 0, 0, 0, 1, 1, 2, 4, 9))),
        "group": person.group,
    }
    row |= _harm(chance, person)
    row |= _referral_to_council(chance, person, raised)
    row |= _hearing(chance, person, raised, row["abuse"][0])
    row |= _capacity(chance, person)
    row |= _timeline(chance, person, raised)
    row |= _practice(chance, person, row)
    return row | _ending(chance, person, row)


def _behind(person: Person) -> float:
    return 0.08 if person.service == MILL else 0.0


def _rising(person: Person, raised: date, first: float, last: float) -> float:
    return min(0.98, first + (last - first) * how_far(raised) - _behind(person))


def _harm(chance: Chance, person: Person) -> Row:
    abuse = chance.one(f"abuse {person.service}", ABUSE[person.service])
    kinds: tuple[str, ...] = (abuse,)
    if abuse in ("financial", "domestic", "physical") and chance.yes("second kind", 0.28):
        kinds = (abuse, "psychological")
    risk = chance.one(f"risk {abuse}", HIGH_RISK.get(abuse, {"none": 9, "agreeing": 1}))
    barriers = person.barriers if person.barriers != ("none",) or risk != "coercion" else ("coercion",)
    return {
        "abuse": kinds,
        "high_risk": (risk,),
        "source_of_risk": chance.one(f"source {abuse}", SOURCE.get(abuse, {"known": 1})),
        "barriers": None if chance.yes("no barriers noted", 0.04) else barriers,
    }


def _referral_to_council(chance: Chance, person: Person, raised: date) -> Row:
    if not chance.yes("referred", 0.86):
        return {"referred_on": None, "la_decision": "managed"}
    days = 0 if chance.yes("same day", 0.68) else 1 if chance.yes("next day", 0.62) else chance.between(2, 5)
    sent = past(raised + timedelta(days=days))
    decision = chance.one(
        f"decision {person.service}", {"section_42": 46, "other_enquiry": 10, "no_further_action": 30, "managed": 10}
    )
    return {"referred_on": sent, "la_decision": "awaiting" if raised > LAST - timedelta(days=18) else decision}


def _hearing(chance: Chance, person: Person, raised: date, abuse: str) -> Row:
    asked = _rising(person, raised, 0.76, 1.0)
    if not chance.yes(f"asked {person.service}", asked):
        return {
            "asked_outcomes": chance.one("not asked", {"no": 50, "not_recorded": 38, "dont_know": 12}),
            "own_words": "not_applicable",
        }
    if not chance.yes(f"expressed {person.service}", 0.91):
        return {"asked_outcomes": "none_expressed", "own_words": "not_applicable"}
    wishes = WISHES[abuse]
    if not person.representative:
        wishes = tuple(w for w in wishes if "{kin}" not in w[0])
    words, themes = chance.rng.choice(wishes)
    if chance.yes("afterthought", 0.22):
        themes += tuple(t for t in [chance.rng.choice(AFTERTHOUGHTS)] if t not in themes)
    return {
        "asked_outcomes": "expressed",
        "desired_outcome": words.replace("{kin}", person.representative.split(" ")[0]),
        "own_words": _answer(chance, f"own words {person.service}", _rising(person, raised, 0.66, 0.90)),
        "themes": themes,
    }


def _answer(chance: Chance, key: str, share: float, blank: float = 0.03) -> str | None:
    """Yes or no by `share`, sometimes not recorded and now and then left blank."""
    if chance.yes(f"{key} unknown", blank):
        return "not_recorded" if chance.yes("said to be unknown", 0.6) else None
    return "yes" if chance.yes(key, share) else "no"


def _capacity(chance: Chance, person: Person) -> Row:
    if chance.yes("capacity unknown", 0.06):
        lacked = chance.one("capacity words", {"not_recorded": 7, "dont_know": 3})
    else:
        lacked = "yes" if person.lacking else "no"
    appropriate = "not_recorded" if chance.yes("appropriate unknown", 0.03) else person.appropriate
    return {"lacked_capacity": lacked, "difficulty": person.difficulty, "appropriate_person": appropriate}


def _timeline(chance: Chance, person: Person, raised: date) -> Row:
    row: Row = dict.fromkeys(("planning_meeting_on", "plan_on", "first_review_on", "second_review_on", "concluded_on"))
    if not chance.yes(f"planned {person.service}", 0.93):
        row["concluded_on"] = past(later(raised, chance.between(15, 50)))
        return row
    meeting = after_working(raised, chance.between(5, 10))
    plan = later(meeting, chance.between(0, 4))
    row |= {"planning_meeting_on": past(meeting), "plan_on": past(plan)}
    end = plan
    if chance.yes(f"first review {person.service}", _rising(person, raised, 0.80, 0.96)):
        end = later(plan, chance.between(11, 17))
        row["first_review_on"] = past(end)
        if chance.yes(f"second review {person.service}", _rising(person, raised, 0.70, 0.94)):
            late = chance.yes("second review late", 0.14)
            end = later(plan, chance.between(44, 55) if late else chance.between(34, 40))
            row["second_review_on"] = past(end)
    closed = later(max(end, plan + timedelta(days=20)), chance.between(1, 24))
    row["concluded_on"] = None if chance.yes("left open", 0.02) else past(closed)
    return row


def _practice(chance: Chance, person: Person, row: Row) -> Row:
    raised, heard = row["raised_on"], row["asked_outcomes"] == "expressed"
    service = person.service

    def yes(name: str, first: float, last: float) -> str | None:
        return _answer(chance, f"{name} {service}", _rising(person, raised, first, last))

    goals = yes("goals", 0.78, 0.97) if heard else yes("goals unheard", 0.35, 0.5)
    restricted = chance.yes(f"restriction {service}", 0.34 if service == ROWAN else 0.22)
    return {
        "involved": yes("involved", 0.86, 0.97) if heard else yes("involved unheard", 0.40, 0.55),
        "accessible_information": yes("accessible", 0.68, 0.92),
        "communication_tool": yes("tool", 0.45, 0.70) if row["difficulty"] != ("none",) else "not_applicable",
        "goals_in_plan": goals if row["plan_on"] else "not_applicable",
        "restriction_used": "yes" if restricted else "no",
        "least_restrictive": yes("least", 0.72, 0.92) if restricted else "not_applicable",
        "family_involved": yes("family", 0.76, 0.90) if person.representative else "not_applicable",
        "agencies_involved": yes("agencies", 0.76, 0.90),
        "rationale_recorded": yes("rationale", 0.82, 0.96),
        "capacity_considered": yes("capacity", 0.80, 0.95),
    }


def _ending(chance: Chance, person: Person, row: Row) -> Row:
    if row["concluded_on"] is None:
        return {"outcome_achieved": "ongoing" if row["asked_outcomes"] == "expressed" else None}
    raised = row["raised_on"]
    achieved = None
    if row["asked_outcomes"] == "expressed":
        fully = _rising(person, raised, 0.52, 0.66)
        shares = {"fully": fully, "partly": 0.29, "not_achieved": 0.71 - fully, "not_recorded": 0.035}
        achieved = chance.one(f"achieved {person.service}", shares)
    risk = chance.one("risk", {"reduced": 48, "removed": 28, "remained": 16, "no_risk": 5, "not_recorded": 3})
    by_choice = "not_applicable"
    if risk == "remained":
        by_choice = "yes" if chance.yes("by choice", 0.72) else "no"
    likely = _rising(person, raised, 0.70, 0.82)
    felt = {"yes": likely, "partly": 0.14, "no": max(0.03, 0.86 - likely - 0.08), "not_asked": 0.12}
    return {
        "outcome_achieved": achieved,
        "risk_outcome": risk,
        "risk_by_choice": by_choice,
        "felt_safer": chance.one("safer", felt),
        "felt_listened_to": chance.one("listened", felt | {"yes": likely + 0.06}),
        "confidence": chance.one("confidence", {"more": 46, "same": 34, "less": 5, "not_asked": 15}),
    }
