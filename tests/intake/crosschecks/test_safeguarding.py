"""What a concern must agree with: its own days and answers, its referral, its action."""

import pytest

from evidencegen.intake.registers.actions import ACTIONS
from evidencegen.intake.registers.advocacy import ADVOCACY
from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.problem import Severity

SOUND = {
    "concern": "S1", "person": "P1", "raised_on": "01/03/2026", "abuse": "neglect", "asked_outcomes": "expressed",
    "occurred_on": "28/02/2026", "referred_on": "01/03/2026", "planning_meeting_on": "05/03/2026",
    "plan_on": "06/03/2026", "first_review_on": "20/03/2026", "second_review_on": "17/04/2026",
    "outcome_achieved": "fully", "risk_outcome": "remained", "risk_by_choice": "yes", "concluded_on": "20/04/2026",
    "lacked_capacity": "yes", "supported_by": "family",
}  # fmt: skip


def _log(**changes):
    row = SOUND | changes
    return SAFEGUARDING, f"{' | '.join(row)}\n{' | '.join(row.values())}"


def test_a_concern_whose_days_and_answers_agree_calls_for_nothing(clashes):
    assert clashes(_log()) == []
    assert clashes(_log(occurred_on="01/03/2026", concluded_on="01/03/2026")) == []


@pytest.mark.parametrize(
    ("changes", "column", "beside", "severity"),
    [
        ({"concluded_on": "28/02/2026"}, "concluded_on", "raised_on", Severity.MEND),
        ({"referred_on": "28/02/2026"}, "referred_on", "raised_on", Severity.MEND),
        ({"first_review_on": "05/03/2026"}, "first_review_on", "plan_on", Severity.MEND),
        ({"first_review_on": "", "second_review_on": "05/03/2026"}, "second_review_on", "plan_on", Severity.MEND),
        ({"second_review_on": "19/03/2026"}, "second_review_on", "first_review_on", Severity.NOTE),
        ({"occurred_on": "02/03/2026"}, "raised_on", "occurred_on", Severity.NOTE),
        ({"planning_meeting_on": "28/02/2026"}, "planning_meeting_on", "raised_on", Severity.NOTE),
        ({"plan_on": "28/02/2026"}, "plan_on", "raised_on", Severity.NOTE),
    ],
)
def test_days_that_cannot_follow_each_other_are_told_with_both_cells(clash, changes, column, beside, severity):
    found = clash(_log(**changes))
    assert (found.key, found.severity) == ("crosscheck.order", severity)
    assert (found.place.column, [place.column for place in found.also]) == (column, [beside])


@pytest.mark.parametrize(
    ("changes", "column", "beside"),
    [
        ({"concluded_on": ""}, "concluded_on", "outcome_achieved"),
        ({"outcome_achieved": "ongoing"}, "outcome_achieved", "concluded_on"),
        ({"asked_outcomes": "none_expressed"}, "outcome_achieved", "asked_outcomes"),
        ({"asked_outcomes": "no", "outcome_achieved": "not_achieved"}, "outcome_achieved", "asked_outcomes"),
        ({"lacked_capacity": "no"}, "supported_by", "lacked_capacity"),
        ({"lacked_capacity": "no", "supported_by": "friend"}, "supported_by", "lacked_capacity"),
        ({"supported_by": ""}, "supported_by", "lacked_capacity"),
        ({"risk_outcome": "removed"}, "risk_outcome", "risk_by_choice"),
        ({"risk_outcome": "no_risk"}, "risk_outcome", "risk_by_choice"),
    ],
)
def test_answers_that_cannot_both_be_right_are_noted_with_both_cells(clash, changes, column, beside):
    found = clash(_log(**changes))
    assert (found.key, found.severity) == ("crosscheck.contradiction", Severity.NOTE)
    assert (found.place.column, [place.column for place in found.also]) == (column, [beside])


@pytest.mark.parametrize(
    "changes",
    [
        {"asked_outcomes": "no", "outcome_achieved": "not_recorded"},
        {"lacked_capacity": "no", "supported_by": "none"},
        {"lacked_capacity": "dont_know"},
        {"supported_by": "not_recorded"},
        {"concluded_on": "", "outcome_achieved": "ongoing"},
        {"risk_outcome": "removed", "risk_by_choice": "not_applicable"},
        {"planning_meeting_on": "01/12/2026", "first_review_on": "01/12/2026", "second_review_on": "01/01/2027"},
    ],
)
def test_answers_that_may_stand_together_and_days_still_to_come_call_for_nothing(clashes, changes):
    assert clashes(_log(**changes)) == []


def test_support_of_somebody_with_capacity_is_not_called_wrong(clash):
    found = clash(_log(lacked_capacity="no"))
    assert "counts support only for people who lacked capacity" in found.why
    assert "support is good practice for anybody" in found.mend


def test_an_advocate_in_the_log_and_no_referral_is_asked_about(clash, clashes):
    referral = "referral | person | referred_on | kind | concern\nR1 | P1 | 02/03/2026 | imca | {}"
    found = clash(_log(supported_by="imca"), (ADVOCACY, referral.format("")))
    assert (found.key, found.place.column) == ("crosscheck.missing", "concern")
    assert found.found.endswith(', while "supported_by" (Q2) says "IMCA"')
    assert [(p.file, p.cell, p.column) for p in found.also] == [
        ("safeguarding.xlsx", "Q2", "supported_by"),
        ("advocacy.xlsx", "", "concern"),
    ]
    assert clashes(_log(supported_by="imca"), (ADVOCACY, referral.format("s1"))) == []
    assert clashes(_log(supported_by="family"), (ADVOCACY, referral.format(""))) == []


def test_an_action_that_is_not_in_the_plan_is_noted(clash):
    plan = "action | raised_on | source | due_on\nA1 | 01/03/2026 | audit | 01/04/2026"
    found = clash(_log(action="A9"), (ACTIONS, plan))
    assert (found.key, found.place.column) == ("crosscheck.unknown", "action")
