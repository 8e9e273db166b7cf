"""Thornwick House, invented: one small care home, nine concerns in the year and six staff.

The rows are planted one by one, so that what the figures must be can be counted by eye in this file.
"""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

from evidencegen import casebook
from evidencegen.project import read
from tests.providers.books import Row, write_register

HOME = "Thornwick House"
BRIEF = """\
provider: Thornwick Care
audience: external
as_at: 2026-09-30
months: 12
services:
  Thornwick House: care home
registers:
  staff: registers/staff.xlsx
  required_training: registers/required_training.xlsx
  training: registers/training.xlsx
  safeguarding: registers/safeguarding.xlsx
  advocacy: registers/advocacy.xlsx
  supervision: registers/supervision.xlsx
  audits: registers/audits.csv
  actions: registers/actions.xlsx
  practice: registers/practice.xlsx
  case_studies: registers/case_studies.xlsx
policy:
  supervision_months: 6
targets:
  msp.asked: 95
  msp.fully_achieved: 60
  msp.reviewed_twice: 80
  risk.referred_in_time: 100
  advocacy.asked_for: 100
  advocacy.allocated: 80
  training.current: 95
  training.safeguarding_current: 100
  supervision.on_time: 90
  audits.conformity: 85
  actions.closed_on_time: 75
tender:
  buyer: Eastmarsh Council
  title: Residential Care for Older People 2027
  reference: EMC-RES-4
  question: >-
    How do you keep people safe in a way that is led by what they want, and how do you know that it works? Give evidence
    from the last 12 months.
  weighting: 10%
  limit: {pages: 8}
  case_studies: [CS-01]
"""

# When raised; of whom; kind of harm; from whom; whether asked, what was achieved, whether the person could follow and
# whether anybody suitable could support them. The last is still open. Six people; asked: 7 of the 8 concluded.
CONCERNS: tuple[tuple[str, str, str, str, str, str | None, str, str], ...] = (
    ("2025-10-14", "R11", "neglect", "service_provider", "expressed", "fully", "none", "yes"),
    ("2025-11-20", "R12", "physical", "known", "expressed", "partly", "weigh", "no"),
    ("2025-12-18", "R13", "neglect", "service_provider", "none_expressed", None, "understand", "no"),
    ("2026-01-27", "R11", "financial", "known", "expressed", "fully", "none", "yes"),
    ("2026-02-19", "R14", "neglect", "service_provider", "expressed", "fully", "none", "yes"),
    ("2026-03-24", "R15", "psychological", "known", "expressed", "not_achieved", "retain", "no"),
    ("2026-05-12", "R12", "physical", "known", "no", None, "weigh", "yes"),
    ("2026-06-23", "R16", "organisational", "service_provider", "expressed", "partly", "understand", "no"),
    ("2026-08-25", "R13", "neglect", "service_provider", "not_recorded", None, "understand", "yes"),
)
NAMES = {
    "R11": "Maud Ellery",
    "R12": "Cyril Bannock",
    "R13": "Olwen Tasker",
    "R14": "Ines Marchetti",
    "R15": "Desmond Pyke",
    "R16": "Halina Worth",
}
WISHES = {
    "2025-10-14": ("I want a drink where I can reach it.", ("dignity",)),
    "2025-11-20": ("To sit at another table, away from him.", ("safe", "environment")),
    "2026-01-27": ("To see my own statements.", ("money",)),
    "2026-02-19": ("I want the same faces in the morning.", ("dignity", "staff")),
    "2026-03-24": ("Wants to be asked, not told.", ("listened",)),
    "2026-06-23": ("I want to get up when I like.", ("environment", "dignity")),
}
# Started on; role. The last but one is a starter, within the weeks allowed.
STAFF = (
    ("W01", "Jean Tolley", "Registered manager", "2017-03-06"),
    ("W02", "Bogdan Lupu", "Senior care worker", "2019-09-02"),
    ("W03", "Yaa Sarpong", "Care worker", "2021-05-17"),
    ("W04", "Kay Penrose", "Care worker", "2023-01-09"),
    ("W05", "Rukhsana Mirza", "Care worker", "2026-08-17"),
    ("W06", "Alan Frith", "Cook", "2020-11-02"),
)
CARING = ("Registered manager", "Senior care worker", "Care worker")
# 16 of the 17 that roles require, the starter's second course being within the weeks allowed; 13 of the 16 are current.
TRAINING = (
    ("W01", "Safeguarding adults", "2026-02-10"),
    ("W02", "Safeguarding adults", "2026-02-10"),
    ("W03", "Safeguarding adults", "2025-11-18"),
    ("W04", "Safeguarding adults", "2025-06-10"),
    ("W05", "Safeguarding adults", "2026-08-24"),
    ("W06", "Safeguarding adults", "2026-02-10"),
    ("W01", "Making Safeguarding Personal", "2025-03-04"),
    ("W02", "Making Safeguarding Personal", "2025-03-04"),
    ("W04", "Making Safeguarding Personal", "2025-03-04"),
    ("W01", "Fire safety", "2026-05-12"),
    ("W02", "Fire safety", "2026-05-12"),
    ("W03", "Fire safety", "2026-05-12"),
    ("W04", "Fire safety", "2026-05-12"),
    ("W05", "Fire safety", "2026-08-24"),
    ("W06", "Fire safety", "2025-09-01"),
)
# Whose, due, held: of 11 due, 8 by the day, 2 late and 1 not held.
SESSIONS = (
    (
        "W02",
        "2025-11-12",
        "2025-11-12",
        "competent",
        "Talked about how to ask what somebody wants without leading them.",
    ),
    ("W03", "2025-11-19", "2025-11-18", "developing", "Reflected on privacy during personal care and knocking first."),
    ("W04", "2025-11-26", "2025-12-10", None, "Recording on the day: what to write down and what not."),
    ("W06", "2026-01-14", "2026-01-14", None, ""),
    ("W01", "2026-01-21", "2026-01-20", None, ""),
    ("W02", "2026-05-13", "2026-05-13", "competent", "When to ask for an advocate, and how to explain what one does."),
    ("W03", "2026-05-20", "2026-05-19", "competent", ""),
    ("W04", "2026-05-27", "2026-06-15", "not_yet", "Discussed positive risk: letting him go to town alone."),
    ("W06", "2026-07-15", "2026-07-15", None, ""),
    ("W01", "2026-07-22", None, None, ""),
    ("W05", "2026-09-14", "2026-09-14", None, "Workload and rota."),
)
# Planned, done, the answers: 14 yes of the 19 that applied, and 3 of 4 audits within the days allowed.
AUDITS = (
    ("2025-11-04", "2025-11-05", "yes yes partly yes no"),
    ("2026-02-03", "2026-02-24", "yes partly yes yes not_applicable"),
    ("2026-05-05", "2026-05-05", "yes yes yes no yes"),
    ("2026-08-04", "2026-08-06", "yes yes yes partly yes"),
)
QUESTIONS = (
    ("voice", "Does the record say what the person wanted, in their own words?"),
    ("voice", "Was information given in a form the person can use?"),
    ("outcome_review", "Was the outcome reviewed with the person at about six weeks?"),
    ("advocacy", "Was an advocate asked for where one was needed?"),
    ("recording", "Are the reasons for each decision recorded?"),
)
# Raised, first due, done, what of: 3 of 5 by the day, 1 late, 1 open and overdue.
ACTIONS = (
    (
        "2025-11-07",
        "2025-12-19",
        "2025-12-12",
        "audit",
        "listened",
        "First page of the form asks what the person wants",
    ),
    (
        "2026-01-09",
        "2026-02-20",
        "2026-02-20",
        "safeguarding",
        "dignity",
        "Drinks within reach, looked at on each round",
    ),
    (
        "2026-03-02",
        "2026-04-13",
        "2026-05-01",
        "audit",
        "process",
        "Six week reviews in the diary when a plan is agreed",
    ),
    ("2026-05-08", "2026-06-19", "2026-06-12", "feedback", "environment", "People choose when they get up"),
    ("2026-07-03", "2026-08-14", None, "supervision", "advocacy", "Card on asking for an advocate by the telephone"),
)
STATEMENTS = (
    ("outcomes", "We ask each person what they want to happen, before anything is planned.", "msp.asked"),
    ("advocacy", "We ask for an advocate where a person finds it hard to be involved.", "advocacy.asked_for"),
    ("accountability", "We train staff and talk about outcomes in supervision.", "training.current"),
)
STORY = {
    "case": "CS-01",
    "service_type": "Care home",
    "service": HOME,
    "raised_on": date(2026, 2, 19),
    "person_name": NAMES["R14"],
    "named_people": "Ines Marchetti = the person; Jean Tolley = the registered manager",
    "concern": "TH-05",
    "situation": "Ines was left waiting for help in the morning more than once. She told us that she had missed breakfast.",
    "voice": 'Jean Tolley asked her what she wanted. She said, "I want the same faces in the morning."',
    "plan": "We agreed with Ines that two care workers whom she knows would help her each morning.",
    "review_two_weeks": "She had been helped on time and had gone down to breakfast.",
    "review_six_weeks": "She said that it was still going well.",
    "outcome": "Ines said that all she had asked for had happened.",
    "outcome_achieved": "fully",
    "learning": "We now ask each person who they would like to help them, and plan the rota from that.",
    "consent": "yes",
    "consent_on": date(2026, 5, 6),
    "consent_covers": ("tender",),
    "author_name": "Jean Tolley",
}


def write(folder: Path) -> None:
    """Write the brief, every register and the one signature into `folder`, made if it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "evidence.yaml").write_text(BRIEF, encoding="utf-8")
    for key, rows in _registers().items():
        write_register(folder, key, rows, "csv" if key == "audits" else "xlsx")
    _sign(folder)


def _registers() -> dict[str, list[Row]]:
    courses = [(role, course) for course in ("Safeguarding adults", "Fire safety") for role in ("All",)]
    courses += [(role, "Making Safeguarding Personal") for role in CARING]
    return {
        "staff": [_worker(*one) for one in STAFF],
        "required_training": [_required(role, course) for role, course in courses],
        "training": [
            {"staff": staff, "course": course, "completed_on": _day(done), "method": "face_to_face"}
            for staff, course, done in TRAINING
        ],
        "safeguarding": [_concern(number, *one) for number, one in enumerate(CONCERNS, 1)],
        "advocacy": _referrals(),
        "supervision": [_session(*one) for one in SESSIONS],
        "audits": [row for number, one in enumerate(AUDITS, 1) for row in _audit(number, *one)],
        "actions": [_action(number, *one) for number, one in enumerate(ACTIONS, 1)],
        "practice": [
            {"statement_no": f"P{number}", "part": part, "statement": words, "shown_by": key}
            for number, (part, words, key) in enumerate(STATEMENTS, 1)
        ],
        "case_studies": [STORY],
    }


def _sign(folder: Path) -> None:
    """Answer and sign the story; the gate leaves no words of it to be decided."""
    (folder / casebook.SIGN_OFFS).unlink(missing_ok=True)
    project, by, on = read(folder), "Bogdan Lupu", date(2026, 10, 5)
    for question in casebook.QUESTIONS:
        said = "No. Waiting for help and having the same faces back fit several people here, and no day is told."
        casebook.answer(project, "CS-01", question, said, by=by, on=on)
    casebook.sign(project, "CS-01", by=by, on=on)


def _day(text: str) -> date:
    return date.fromisoformat(text)


def _worker(staff: str, name: str, role: str, started: str) -> Row:
    return {
        "staff": staff,
        "name": name,
        "role": role,
        "service": HOME,
        "started_on": _day(started),
        "employment": "permanent",
        "works_with_people": "yes" if role in CARING else "no",
        "manager": "" if staff == "W01" else "W01",
    }


def _required(role: str, course: str) -> Row:
    covers = {"Safeguarding adults": ("safeguarding",), "Making Safeguarding Personal": ("msp",)}.get(course, ())
    months = 24 if course == "Making Safeguarding Personal" else 12
    return {"role": role, "course": course, "refresh_months": months, "grace_weeks": 12, "covers": covers}


def _concern(
    number: int,
    raised: str,
    person: str,
    abuse: str,
    source: str,
    asked: str,
    achieved: str | None,
    hard: str,
    kin: str,
) -> Row:
    """One concern: the plan a fortnight after it and reviews at two and five weeks, unless it is still open."""
    day, ended = _day(raised), raised != "2026-08-25"
    wish, themes = WISHES.get(raised, ("", ()))
    heard = "yes" if asked == "expressed" else "no"
    row: dict[str, Any] = {
        "concern": f"TH-{number:02d}",
        "person": person,
        "person_name": NAMES[person],
        "service": HOME,
        "raised_on": day,
        "occurred_on": day,
        "group": "physical" if hard == "none" else "dementia",
        "barriers": ("none",) if hard == "none" else ("communication",),
        "abuse": (abuse,),
        "high_risk": ("none",),
        "source_of_risk": source,
        "referred_on": day + timedelta(days=2 if number == 4 else 0),
        "la_decision": "section_42" if number % 3 else "no_further_action",
        "asked_outcomes": asked,
        "desired_outcome": wish,
        "themes": themes,
        "own_words": heard if wish else "not_applicable",
        "involved": heard,
        "accessible_information": "yes",
        "rationale_recorded": "yes",
        "capacity_considered": "yes",
        "lacked_capacity": "no",
        "difficulty": (hard,),
        "appropriate_person": kin,
        "planning_meeting_on": day + timedelta(days=13),
        "plan_on": day + timedelta(days=14),
    }
    return row | (_ending(number, day, achieved) if ended else {})


def _ending(number: int, day: date, achieved: str | None) -> Row:
    felt = {3: "not_asked", 6: "no", 7: "partly"}.get(number, "yes")
    return {
        "first_review_on": day + timedelta(days=28),
        "second_review_on": day + timedelta(days=49) if number != 7 else None,
        "concluded_on": day + timedelta(days=56),
        "outcome_achieved": achieved,
        "risk_outcome": "remained" if number == 6 else "reduced",
        "risk_by_choice": "yes" if number == 6 else "not_applicable",
        "felt_safer": felt,
        "felt_listened_to": felt,
        "feedback": {1: "They listened to me.", 2: "I feel safe in my own room now.", 7: "It took too long."}.get(
            number
        ),
    }


def _referrals() -> list[Row]:
    """Four: three for concerns, where four called for an advocate; allocated in ten working days: three."""
    made = (
        ("R12", "TH-02", "2025-11-24", "2025-12-02"),
        ("R13", "TH-03", "2025-12-22", "2026-01-15"),
        ("R14", "", "2026-04-13", "2026-04-21"),
        ("R16", "TH-08", "2026-06-25", "2026-07-02"),
    )
    return [
        {
            "referral": f"A{number}",
            "person": person,
            "person_name": NAMES[person],
            "service": HOME,
            "referred_on": _day(asked),
            "kind": "care_act",
            "reason": "safeguarding" if concern else "review",
            "asked_by": "manager",
            "requested_of": "local_authority",
            "consent": "given",
            "decided_on": _day(found),
            "decision": "accepted",
            "allocated_on": _day(found),
            "first_contact_on": _day(found) + timedelta(days=5),
            "seen_privately": "yes" if number != 2 else "no",
            "concern": concern,
            "closed_on": _day(found) + timedelta(days=40),
            "outcome": "views_represented" if number != 3 else "no_change",
        }
        for number, (person, concern, asked, found) in enumerate(made, 1)
    ]


def _session(staff: str, due: str, held: str | None, result: str | None, said: str) -> Row:
    row: dict[str, Any] = {"staff": staff, "due_on": _day(due), "kind": "one_to_one"}
    if held is None:
        return row
    row |= {"held_on": _day(held), "assessor": "W01" if staff != "W01" else "W02", "asked_outcome": "yes"}
    row |= {"topic": "msp", "result": result, "attempt": 1} if result else {"topic": "none"}
    return row | {"reflection": said}


def _audit(number: int, planned: str, done: str, answers: str) -> list[Row]:
    return [
        {
            "audit": f"Q{number}",
            "planned_on": _day(planned),
            "audited_on": _day(done),
            "service": HOME,
            "audit_type": "Safeguarding and voice",
            "tool_version": "v1",
            "question_no": str(place),
            "question": question,
            "tests": tests,
            "answer": answer,
            "records_sampled": 4,
            "independent": "no",
        }
        for place, (answer, (tests, question)) in enumerate(zip(answers.split(), QUESTIONS, strict=True), 1)
    ]


def _action(number: int, raised: str, due: str, done: str | None, source: str, theme: str, what: str) -> Row:
    row: dict[str, Any] = {
        "action": f"I{number}",
        "raised_on": _day(raised),
        "service": HOME,
        "source": source,
        "themes": (theme,),
        "what": what,
        "owner_role": "Registered manager",
        "first_due_on": _day(due),
        "due_on": _day(due),
        "status": "completed" if done else "open",
        "completed_on": _day(done) if done else None,
    }
    if number == 1:
        row |= {"effect_measure": "Forms with the wish recorded, %", "effect_before": 50, "effect_after": 88}
        row |= {"verified_on": date(2026, 3, 2), "worked": "yes"}
    return row
