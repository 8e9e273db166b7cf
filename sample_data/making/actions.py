"""The improvement plan: sixty actions, and whether they worked."""

from datetime import date, timedelta
from typing import Any

from making.chance import Chance
from making.days import FIRST, LAST, how_far, later, past
from making.stories import HOME, MILL, ROWAN

Row = dict[str, Any]

# theme, where it came from, what is to be done, how we will know, from and to (per cent, or a count)
IDEAS: tuple[tuple[str, str, str, str, int, int], ...] = (
    (
        "listened",
        "audit",
        'Add "what does the person want?" to the first page of the concern form',
        "% of concerns with the wish recorded",
        72,
        88,
    ),
    (
        "process",
        "audit",
        "Diary the two and six week reviews when the plan is agreed",
        "% of plans reviewed twice",
        55,
        79,
    ),
    (
        "advocacy",
        "audit",
        "Advocacy prompt card beside the on-call phone",
        "% asked for within five working days",
        48,
        67,
    ),
    (
        "communication",
        "feedback",
        "Easy read outcome letter, tried with three people first",
        "% who say the letter made sense",
        40,
        74,
    ),
    (
        "environment",
        "safeguarding",
        "List each restriction with its reason and review date",
        "Restrictions with no review date",
        9,
        2,
    ),
    (
        "money",
        "safeguarding",
        "Receipt book signed by the person at each shopping visit",
        "% of shopping visits with a receipt",
        61,
        93,
    ),
    (
        "staff",
        "supervision",
        "Scenario on unwise decisions in each team meeting",
        "% competent at first attempt",
        66,
        78,
    ),
    (
        "dignity",
        "complaint",
        "Continence round moved to suit the person, not the shift",
        "Complaints in a quarter",
        5,
        1,
    ),
    ("independence", "feedback", "Positive risk plan for going out alone", "People with a plan they agreed", 4, 11),
    ("confidence", "feedback", "Speaking-up group run with the advocacy service", "% more confident at review", 38, 52),
    (
        "contact",
        "safeguarding",
        "Ask who the person wants told, at the first conversation",
        "% with contact wishes recorded",
        58,
        80,
    ),
    (
        "process",
        "council",
        "Send the council referral from the scene by the senior on duty",
        "% referred within a day",
        79,
        92,
    ),
    ("home", "safeguarding", "List what matters before any clearance or move", "Clearances without a list", 2, 0),
    (
        "advocacy",
        "council",
        "Monthly call with the advocacy service about people waiting",
        "Days from asking to allocation",
        14,
        8,
    ),
    (
        "communication",
        "audit",
        "Communication passport at hand before a planning meeting",
        "% of meetings with the passport used",
        44,
        70,
    ),
    (
        "safe",
        "safeguarding",
        "Ask how safe the person feels at each review, on their own scale",
        "% asked at review",
        63,
        85,
    ),
    (
        "staff",
        "regulator",
        "Observation of hand-over language by a peer from another service",
        "Remarks noted in an observation",
        11,
        4,
    ),
    ("no_police", "supervision", "Guidance on weighing a wish for no police", "% with the reason written down", 57, 82),
    ("listened", "complaint", "Tell the person what was decided and why within a week", "% told within a week", 49, 73),
    (
        "environment",
        "regulator",
        "Unlock the shared kitchen in the day, with a plan for each person",
        "Hours the kitchen is open",
        4,
        12,
    ),
)
OWNERS = ("Registered manager", "Deputy manager", "Team leader", "Care coordinator", "Head of quality")


def action_rows(audits: list[Row], concerns: list[Row]) -> list[Row]:
    """One row for each action; the audits and concerns they came from learn the action's number."""
    chance = Chance("actions")
    rows = []
    count = len(IDEAS) * 3
    for number in range(count):
        idea = IDEAS[(number * 7) % len(IDEAS)]
        service = (HOME, MILL, ROWAN)[(number + number // 20) % 3]
        raised = later(FIRST, round((number + chance.rng.random()) * 715 / count))
        row = _action(chance, idea, service, min(raised, LAST))
        row["action"] = f"ACT-{number + 1:02d}"
        row["source_ref"] = _linked(audits if idea[1] == "audit" else concerns, row)
        rows.append(row)
    _spoil(rows)
    return rows


def _action(chance: Chance, idea: tuple[str, str, str, str, int, int], service: str, raised: date) -> Row:
    theme, source, what, measure, before, _ = idea
    due = later(raised, chance.rng.choice((28, 42, 56, 84)))
    moved = chance.yes("moved", 0.09)
    row: Row = {
        "raised_on": raised,
        "service": service,
        "source": source,
        "theme": (theme,),
        "what": what,
        "owner_role": chance.rng.choice(OWNERS[:4] if service == HOME else OWNERS[:3]),
        "first_due_on": due,
        "due_on": later(due, 28) if moved else due,
        "effect_measure": measure,
        "effect_before": max(0, before + chance.between(-3, 3)) if before > 12 else before,
    }
    behind = 0.12 if service == MILL else 0.0
    how = chance.one(
        f"how {behind}", {"time": 0.70 + 0.1 * how_far(raised) - behind, "late": 0.17, "never": 0.03, "off": 0.05}
    )
    if how == "off":
        return row | {"status": "cancelled"}
    late = chance.between(3, 40) if how == "late" else -chance.between(0, 12)
    done = None if how == "never" else past(later(row["due_on"], late))
    if done is None:
        return row | {"status": "in_progress" if chance.yes("begun", 0.5) else "open"}
    return row | {"status": "completed", "completed_on": done} | _effect(chance, idea, row, done)


def _effect(chance: Chance, idea: tuple[str, str, str, str, int, int], row: Row, done: date) -> Row:
    measured = past(later(done, chance.between(40, 75)))
    if measured is None:
        return {"worked": "too_early"}
    if not chance.yes("measured", 0.84):
        return {}
    before, hoped = row["effect_before"], idea[5]
    worked = chance.one("worked", {"yes": 62, "partly": 26, "no": 12})
    part = {"yes": 1.0, "partly": 0.45, "no": 0.0}[worked]
    return {
        "effect_after": round(before + (hoped - before) * part),
        "verified_on": measured if chance.yes("verified", 0.9) else None,
        "worked": worked,
    }


def _linked(sources: list[Row], action: Row) -> str | None:
    """The audit or concern just before it at the same service, which is told of the action."""
    if action["source"] not in ("audit", "safeguarding"):
        return None
    of_audit = action["source"] == "audit"
    dated, key = ("audited_on", "audit") if of_audit else ("raised_on", "concern")
    found = [
        row
        for row in sources
        if row["service"] == action["service"]
        and row[dated] <= action["raised_on"]
        and not row.get("action")
        and (not of_audit or row["answer"] in ("no", "partly"))
        and (of_audit or action["raised_on"] - row[dated] >= timedelta(days=14))
    ]
    if not found:
        return None
    found[-1]["action"] = action["action"]
    return str(found[-1][key])


def _spoil(rows: list[Row]) -> None:
    """One action is marked as completed with no date."""
    done = [row for row in rows if row["status"] == "completed"]
    spoilt = done[len(done) // 2]
    for name in ("completed_on", "effect_after", "verified_on", "worked"):
        spoilt[name] = None
    spoilt["spoilt"] = True
