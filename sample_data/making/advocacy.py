"""The advocacy log: who was asked for, how soon, and what came of it."""

from datetime import date, timedelta
from typing import Any

from making.chance import Chance
from making.days import FIRST, LAST, after_working, how_far, later, past, working_from
from making.people import Person
from making.stories import HOME, MILL, ROWAN, STORIES

Row = dict[str, Any]

REFERRALS = 78
ADVOCATES = (
    "Meera Nair",
    "Siobhan Devlin",
    "Callum Reid",
    "Roisin Tierney",
    "Yewande Oyelaran",
    "Joaquim Teixeira",
    "Hodan Guled",
    "Marites Santos",
)
OTHER_REASONS: tuple[tuple[str, str, int], ...] = (
    ("care_act", "needs_assessment", 1),
    ("care_act", "care_plan", 1),
    ("care_act", "review", 1),
    ("imca", "accommodation", 4),
    ("imca", "medical_treatment", 2),
    ("rpr", "liberty", 6),
    ("imha", "other", 2),
    ("nhs_complaints", "other", 2),
    ("community", "other", 6),
    ("self_or_peer", "other", 2),
)


def conditions_met(concern: Row) -> bool:
    """Whether the person found being involved hard, and nobody suitable is known to support them."""
    return concern["difficulty"] != ("none",) and concern["appropriate_person"] in ("no", "not_recorded")


def referral_rows(concerns: list[Row], people: dict[str, list[Person]]) -> list[Row]:
    """One row for each referral, in order of date; `concerns` learn who supported the person."""
    chance = Chance("advocacy")
    rows = []
    for concern in concerns:
        story = concern.get("story")
        if story is not None:
            told = STORIES[story].referral
            rows += [_about(concern) | told] if told else []
        elif conditions_met(concern) and chance.yes(f"asked {concern['service']}", _share(concern, 0.74, 0.96)):
            rows.append(_linked(chance, concern))
        _supported(chance, concern, rows[-1] if rows and rows[-1]["concern"] == concern["concern"] else None)
    rows += _others(chance, people, REFERRALS - len(rows))
    rows.sort(key=lambda row: (row["referred_on"], row["person"]))
    for number, row in enumerate(rows):
        row["referral"] = f"ADV-{number + 41:03d}"
        row["advocate_phone"] = (
            f"07700 900{100 + ADVOCATES.index(row['advocate_name'])}" if row.get("advocate_name") else None
        )
    return rows


def _share(concern: Row, first: float, last: float) -> float:
    return first + (last - first) * how_far(concern["raised_on"]) - (0.08 if concern["service"] == MILL else 0)


def _about(concern: Row) -> Row:
    names = ("person", "person_name", "service", "concern", "difficulty", "appropriate_person")
    return {name: concern[name] for name in names} | {"reason": "safeguarding"}


def _linked(chance: Chance, concern: Row) -> Row:
    early = chance.yes(f"early {concern['service']}", _share(concern, 0.56, 0.78))
    days = chance.between(0, 4) if early else chance.between(7, 16)
    asked = after_working(working_from(concern["raised_on"]), days)
    lacking = concern["lacked_capacity"] == "yes"
    kind = chance.one("kind lacking", {"care_act": 6, "imca": 4}) if lacking else "care_act"
    row = _about(concern) | {"referred_on": min(asked, working_from(LAST)), "kind": kind}
    row["consent"] = "best_interests" if lacking else "given"
    return row | _course(chance, row, concern["concluded_on"])


def _course(chance: Chance, row: Row, concluded: date | None) -> Row:
    decision = chance.one(
        "decision", {"accepted": 82, "person_declined": 7, "declined": 4, "withdrawn": 3, "waiting": 4}
    )
    asked: date = row["referred_on"]
    decided = past(after_working(asked, chance.between(1, 4)))
    quick = chance.yes("quick", 0.78)
    allocated = past(after_working(asked, chance.between(2, 9) if quick else chance.between(11, 21)))
    if decided is None or (decision == "accepted" and allocated is None):
        decision = "waiting"
    course: Row = {
        "asked_by": chance.one(
            "asked by", {"manager": 38, "senior": 34, "support_worker": 18, "family": 5, "person": 5}
        ),
        "requested_of": chance.one("of", {"local_authority": 7, "advocacy_provider": 3}),
        "decision": decision,
        "decided_on": None if decision == "waiting" else min(decided, allocated) if decided and allocated else decided,
    }
    if decision == "person_declined":
        course["consent"] = "declined"
    if decision != "accepted" or allocated is None:
        return course
    return course | _meeting(chance, allocated, concluded)


def _meeting(chance: Chance, allocated: date, concluded: date | None) -> Row:
    seen = past(after_working(allocated, chance.between(1, 6)))
    closed = past(max(concluded, seen)) if seen and concluded else past(later(allocated, chance.between(40, 110)))
    outcome = chance.one(
        "outcome", {"views_represented": 48, "plan_changed": 26, "challenge_raised": 10, "no_change": 12, "ended": 4}
    )
    private = None
    if seen:
        private = chance.one("private", {"yes": 80, "no": 8, "declined": 6, "not_recorded": 6})
    return {
        "allocated_on": allocated,
        "first_contact_on": seen,
        "seen_privately": private,
        "advocate_name": chance.rng.choice(ADVOCATES),
        "closed_on": closed if seen else None,
        "outcome": outcome if seen and closed else None,
    }


def _supported(chance: Chance, concern: Row, referral: Row | None) -> None:
    """Who supported a person who lacked capacity; left blank for everybody else."""
    if concern["lacked_capacity"] != "yes" or concern.get("supported_by"):
        return
    if referral and referral.get("first_contact_on"):
        concern["supported_by"] = "imca" if referral["kind"] == "imca" else "advocate"
    elif concern["appropriate_person"] == "yes":
        concern["supported_by"] = chance.one("kin", {"family": 80, "friend": 12, "not_recorded": 8})
    elif concern["representative_name"] and chance.yes("kin after all", 0.5):
        concern["supported_by"] = "family"
    else:
        concern["supported_by"] = chance.one("nobody", {"none": 6, "not_recorded": 4})


def _others(chance: Chance, people: dict[str, list[Person]], wanted: int) -> list[Row]:
    """Referrals that did not come from a concern."""
    weights = {f"{kind} {reason}": float(weight) for kind, reason, weight in OTHER_REASONS}
    rows = []
    for number in range(wanted):
        service = chance.one("service", {HOME: 30, MILL: 32, ROWAN: 38})
        person = chance.rng.choice(people[service][3:])  # the first are in the stories
        kind, reason = chance.one("why", weights).split(" ")
        asked = working_from(FIRST + timedelta(days=round(725 * ((number + 0.5) / wanted) ** 0.6)))
        row: Row = {
            "person": person.person,
            "person_name": person.name,
            "service": service,
            "referred_on": asked,
            "kind": kind,
            "reason": reason,
            "difficulty": person.difficulty,
            "appropriate_person": person.appropriate,
            "consent": "best_interests" if person.lacking else "given",
        }
        if person.appropriate == "no" and chance.yes("why not", 0.35):
            row["appropriate_person"] = chance.rng.choice(("unwilling", "inappropriate"))
        rows.append(row | _course(chance, row, None))
    return rows
