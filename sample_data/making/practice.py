"""Practice statements: what Larkfield Care says it does, and the figures that show it."""

from datetime import date
from typing import Any

# part, statement, how we make sure, policy, keys of the figures that show it
STATEMENTS: tuple[tuple[str, str, str, str, str], ...] = (
    (
        "outcomes",
        "We ask the person what they want to happen before we plan anything, and write it down in their own words.",
        "The concern form cannot be closed while the wish is blank; the registered manager reads new forms weekly.",
        "SG-01 section 4",
        "msp.asked; msp.own_words",
    ),
    (
        "outcomes",
        "We go back to the person after the plan is agreed, and again some weeks later, to ask whether it has worked.",
        "Both reviews are put in the diary when the plan is agreed; the audit tests them.",
        "SG-01 section 7",
        "msp.reviewed_twice; msp.fully_achieved; msp.fully_or_partly_achieved",
    ),
    (
        "advocacy",
        (
            "Where a person finds it hard to be involved and has nobody suitable to support them, we ask the council "
            "for an independent advocate, early."
        ),
        "A prompt on the concern form and beside the on-call phone; the manager reviews any case without a request.",
        "ADV-02 section 2",
        "advocacy.asked_for; advocacy.asked_for_early; advocacy.allocated",
    ),
    (
        "advocacy",
        "We give the advocate a private room and time alone with the person, and we share papers before meetings.",
        "The advocacy log asks whether the person was seen alone, and why not.",
        "ADV-02 section 5",
        "advocacy.seen_privately; advocacy.supported_where_lacking_capacity",
    ),
    (
        "decisions",
        "We record what was decided, the reasons, and how capacity was considered for that decision.",
        "Decision box on the plan; sampled in the safeguarding and voice audit.",
        "MCA-03 section 3",
        "decisions.rationale_recorded; decisions.capacity_considered",
    ),
    (
        "choice",
        "We involve the person in each decision and give information in a form they can use.",
        "Communication passport; easy read, pictures and interpreters are asked about on the concern form.",
        "COM-04 section 1",
        "msp.involved; msp.accessible_information",
    ),
    (
        "control",
        "The plan carries the person's own goals and preferences, in the order they gave them.",
        "The person, or someone they choose, reads the plan before it is agreed.",
        "SG-01 section 5",
        "msp.goals_in_plan; msp.own_words",
    ),
    (
        "proportionality",
        (
            "We look for the least restrictive way to keep a person safe, and we respect a risk that the person "
            "understands and chooses."
        ),
        "Restrictions need a reason, an alternative that was considered and a date to look again.",
        "RES-05 section 2",
        "risk.less_restrictive_considered; risk.reduced_or_removed; risk.accepted_by_choice",
    ),
    (
        "partnership",
        "We work with the person's family, where the person wants it, and with the council, health and the police.",
        "Contact wishes are asked about in the first conversation.",
        "SG-01 section 6",
        "partnership.family_involved; partnership.agencies_involved",
    ),
    (
        "accountability",
        "We ask people at the end whether they felt listened to and whether they feel safer, and we act on it.",
        "Someone who was not part of the plan asks; answers go to the quality meeting.",
        "QA-06 section 2",
        "msp.felt_listened_to; msp.felt_safer",
    ),
    (
        "accountability",
        "We train staff, ask about the person's outcome in supervision, and audit whether it happened.",
        "Training matrix, supervision record and audits are reviewed together each quarter.",
        "QA-06 section 4",
        "training.current; supervision.asked_outcome; audits.conformity",
    ),
    (
        "partnership",
        "People who have been through an enquiry help us to write our training.",
        "",
        "QA-06 section 5",
        "",
    ),
)

# statement, references of the case studies in which it can be read
TOLD_IN = {"PS02": "CS-SL-02", "PS03": "CS-SL-02; CS-RH-03", "PS06": "CS-RH-03", "PS08": "CS-RH-03"}

# policy, the day somebody last looked through it: that on restrictions has been forgotten on purpose
REVIEWED = {
    "SG-01": date(2026, 3, 12),
    "ADV-02": date(2026, 1, 22),
    "MCA-03": date(2025, 11, 6),
    "COM-04": date(2026, 2, 5),
    "RES-05": date(2024, 2, 20),
    "QA-06": date(2026, 4, 16),
}


def practice_rows() -> list[dict[str, Any]]:
    """One row for each statement."""
    names = ("part", "statement", "control", "policy", "shown_by")
    return [
        {"statement_no": (no := f"PS{number:02d}")}
        | dict(zip(names, statement, strict=True))
        | {"reviewed_on": REVIEWED[statement[3].partition(" ")[0]], "case_studies": TOLD_IN.get(no, "")}
        for number, statement in enumerate(STATEMENTS, start=1)
    ]
