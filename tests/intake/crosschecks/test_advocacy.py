"""What a referral to an advocate must agree with: its own days, and the concern it was made for."""

import pytest

from evidencegen.intake.registers.advocacy import ADVOCACY
from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.problem import HIDDEN, Severity

SOUND = {
    "referral": "R1", "person": "P1", "referred_on": "02/03/2026", "kind": "care_act", "concern": "s1",
    "decided_on": "03/03/2026", "allocated_on": "04/03/2026", "first_contact_on": "05/03/2026",
    "closed_on": "05/05/2026",
}  # fmt: skip
CONCERNS = "concern | person | raised_on | abuse | asked_outcomes\nS1 | P1 | 01/03/2026 | neglect | no"


def _log(**changes):
    row = SOUND | changes
    return ADVOCACY, f"{' | '.join(row)}\n{' | '.join(row.values())}"


def test_a_referral_whose_days_agree_calls_for_nothing(clashes):
    assert clashes(_log(), (SAFEGUARDING, CONCERNS)) == []
    assert clashes(_log(decided_on="", allocated_on="", first_contact_on="", closed_on="", concern="")) == []


@pytest.mark.parametrize(
    ("changes", "column", "beside", "severity"),
    [
        ({"allocated_on": "01/03/2026"}, "allocated_on", "referred_on", Severity.MEND),
        ({"allocated_on": "", "first_contact_on": "01/03/2026"}, "first_contact_on", "referred_on", Severity.MEND),
        ({"first_contact_on": "03/03/2026"}, "first_contact_on", "allocated_on", Severity.NOTE),
        ({"decided_on": "01/03/2026"}, "decided_on", "referred_on", Severity.NOTE),
        ({"closed_on": "01/03/2026"}, "closed_on", "referred_on", Severity.NOTE),
    ],
)
def test_days_that_cannot_follow_each_other_are_told_with_both_cells(clash, changes, column, beside, severity):
    found = clash(_log(**changes))
    assert (found.key, found.severity) == ("crosscheck.order", severity)
    assert (found.place.column, [place.column for place in found.also]) == (column, [beside])


def test_a_day_that_had_not_come_is_noted(clash):
    found = clash(_log(closed_on="01/10/2026"))
    assert (found.key, found.place.column) == ("crosscheck.day_of_figures", "closed_on")


def test_a_referral_for_a_concern_that_does_not_exist_is_noted_and_one_without_a_concern_is_not(clash, clashes):
    found = clash(_log(concern="S7"), (SAFEGUARDING, CONCERNS))
    assert (found.key, found.place.cell, found.found) == ("crosscheck.unknown", "E2", HIDDEN)
    assert clashes(_log(concern=""), (SAFEGUARDING, CONCERNS)) == []


def test_a_referral_under_the_concern_of_somebody_else_is_noted_and_neither_person_shown(clash):
    found = clash(_log(person="P2"), (SAFEGUARDING, CONCERNS))
    assert (found.key, found.place.file, found.place.cell) == ("crosscheck.different", "advocacy.xlsx", "B2")
    assert found.found == f'{HIDDEN}, while "person" (safeguarding.xlsx, sheet "Sheet1", cell B2) says otherwise'
    assert found.wanted == 'what the safeguarding log says under "person"'
    assert "P2" not in str(found)
