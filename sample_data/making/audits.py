"""Quality audits: forty audits, question by question, and one that was not done."""

from datetime import date, timedelta
from typing import Any

from making.chance import Chance
from making.days import how_far, past, working_from
from making.stories import HOME, MILL, ROWAN

Row = dict[str, Any]
Question = tuple[str, str, float, float]

# what it tests, the question, share of yes at the start and at the end of the two years
VOICE_AUDIT: tuple[Question, ...] = (
    ("voice", "Does the record say what the person wanted, in their own words?", 0.70, 0.92),
    ("voice", "Was the person asked what they wanted before the plan was agreed?", 0.74, 0.94),
    ("voice", "Was information given in a form the person can use?", 0.68, 0.90),
    ("outcome_review", "Was the outcome reviewed with the person at about two weeks?", 0.60, 0.88),
    ("outcome_review", "Was the outcome reviewed with the person at about six weeks?", 0.52, 0.82),
    ("outcome_review", "Does the record say whether the person's outcome was met fully, in part or not?", 0.60, 0.86),
    (
        "advocacy",
        "Where the person found it hard to be involved and had nobody suitable, was an advocate asked for?",
        0.62,
        0.88,
    ),
    ("advocacy", "Was the advocate asked for before the first planning meeting?", 0.50, 0.78),
    ("proportionality", "Were less restrictive options considered and written down?", 0.64, 0.88),
    ("proportionality", "Where the person accepted a risk, is it recorded as their informed choice?", 0.62, 0.86),
    ("recording", "Are the reasons for each decision recorded?", 0.74, 0.95),
    ("referral", "Was the concern passed to the council within a day?", 0.84, 0.97),
)
RECORDS_AUDIT: tuple[Question, ...] = (
    ("voice", "Are the person's goals and preferences in the plan?", 0.74, 0.94),
    ("voice", "Does the daily record show what the person said about their care?", 0.60, 0.80),
    ("proportionality", "Does each restriction have a reason and a date to look again?", 0.58, 0.88),
    ("proportionality", "Has the person been helped to do something they value that carries a risk?", 0.62, 0.82),
    ("outcome_review", "Has the plan been reviewed with the person since it changed?", 0.66, 0.88),
    ("outcome_review", "Was the person told what happened after the last concern?", 0.56, 0.80),
    ("advocacy", "Does the plan say who speaks up with the person, and how to reach them?", 0.66, 0.88),
    ("recording", "Was capacity considered for the decision in question?", 0.72, 0.93),
    ("recording", "Are entries dated, signed and factual?", 0.84, 0.96),
    ("recording", "Are actions from the last audit of this record closed?", 0.62, 0.86),
)
ASKED_BY_FEW = ("advocacy", "proportionality")
OF_RECORDS = {HOME: 6, MILL: 4, ROWAN: 6}


def audit_rows() -> list[Row]:
    """One row for each answer to one question, audits in order of date."""
    chance = Chance("audits")
    audits = sorted(_plan(chance), key=lambda audit: (audit["audited_on"], audit["service"], audit["audit_type"]))
    rows: list[Row] = []
    for number, audit in enumerate(audits):
        questions = VOICE_AUDIT if audit["audit_type"] == "Safeguarding and voice" else RECORDS_AUDIT
        name = {"audit": f"AUD-{number + 1:02d}"}
        rows += [name | audit | _answered(chance, audit, i + 1, q) for i, q in enumerate(questions)]
    return rows


def audit_not_done(audits: list[Row]) -> Row:
    """The one row of an audit that was planned and never came about."""
    number = max(int(row["audit"].removeprefix("AUD-")) for row in audits) + 1
    return {
        "audit": f"AUD-{number:02d}",
        "planned_on": date(2026, 9, 1),
        "audited_on": None,
        "service": MILL,
        "audit_type": "Care records",
        "tool_version": "v2",
        "question_no": "1",
        "question": "Whole audit",
        "answer": "not_done",
    }


def _plan(chance: Chance) -> list[Row]:
    audits = []
    for place, service in enumerate((HOME, MILL, ROWAN)):
        quarters = [date(2024, 11, 5), date(2025, 2, 4), date(2025, 5, 6), date(2025, 8, 5)]
        quarters += [date(2025, 11, 4), date(2026, 2, 3), date(2026, 5, 5), date(2026, 8, 4)]
        later = timedelta(days=7 * place)
        audits += [_audit(chance, service, "Safeguarding and voice", "v3", day + later) for day in quarters]
        for number in range(OF_RECORDS[service]):
            day = date(2024, 12, 3) + later + timedelta(days=round(number * 680 / OF_RECORDS[service]))
            version = "v1" if day < date(2025, 4, 1) else "v2"
            audits.append(_audit(chance, service, "Care records", version, day))
    return audits


def _audit(chance: Chance, service: str, kind: str, version: str, planned: date) -> Row:
    planned = working_from(planned)
    late = chance.between(8, 30) if chance.yes(f"late {service}", 0.15) else chance.between(0, 5)
    done = past(working_from(planned + timedelta(days=late))) or planned
    return {
        "planned_on": planned,
        "audited_on": done,
        "service": service,
        "audit_type": kind,
        "tool_version": version,
        "records_sampled": chance.rng.choice((6, 8, 8, 10)),
        "independent": "yes" if chance.yes(f"independent {service}", 0.4) else "no",
    }


def _answered(chance: Chance, audit: Row, number: int, question: Question) -> Row:
    tests, words, first, last = question
    behind = 0.08 if audit["service"] == MILL else 0.0
    met = first + (last - first) * how_far(audit["audited_on"]) - behind
    if chance.yes(f"not applicable {tests in ASKED_BY_FEW}", 0.12 if tests in ASKED_BY_FEW else 0.015):
        answer = "not_applicable"
    else:
        shares = {"yes": met, "partly": 0.6 * (1 - met), "no": 0.4 * (1 - met)}
        answer = chance.one(f"answer {audit['service']} {tests}", shares)
    return {"question_no": str(number), "tests": tests, "question": words, "answer": answer}
