"""What a training record must agree with: its own days and status, the staff register, what roles require."""

import pytest

from evidencegen.intake.registers.required_training import REQUIRED_TRAINING
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.training import TRAINING
from evidencegen.problem import Severity

SOUND = {
    "staff": "E1", "course": "Fire", "completed_on": "01/03/2026", "expires_on": "28/02/2027", "status": "completed",
}  # fmt: skip
PEOPLE = "staff | role | started_on | left_on\nE1 | Carer | 01/02/2024 | 31/08/2026"


def _record(**changes):
    row = SOUND | changes
    return TRAINING, f"{' | '.join(row)}\n{' | '.join(row.values())}"


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"status": ""},
        {"completed_on": "01/02/2024"},
        {"completed_on": "31/08/2026"},
        {"completed_on": "", "expires_on": "28/02/2027"},
        {"status": "Booked", "completed_on": ""},
        {"status": "N/A", "completed_on": "", "expires_on": ""},
    ],
)
def test_a_record_that_agrees_calls_for_nothing(clashes, changes):
    assert clashes(_record(**changes), (STAFF, PEOPLE)) == []


@pytest.mark.parametrize(
    ("changes", "key", "column", "beside"),
    [
        ({"expires_on": "28/02/2026"}, "crosscheck.order", "expires_on", "completed_on"),
        ({"completed_on": "", "expires_on": ""}, "crosscheck.contradiction", "completed_on", "status"),
        ({"status": "Booked"}, "crosscheck.contradiction", "status", "completed_on"),
        ({"status": "DNA"}, "crosscheck.contradiction", "status", "completed_on"),
        ({"status": "Failed"}, "crosscheck.contradiction", "status", "completed_on"),
        ({"status": "Missing"}, "crosscheck.contradiction", "status", "completed_on"),
        ({"completed_on": "31/01/2024"}, "crosscheck.order", "completed_on", "started_on"),
        ({"completed_on": "01/09/2026"}, "crosscheck.order", "completed_on", "left_on"),
    ],
)
def test_a_record_that_cannot_be_right_is_noted_with_both_cells(clash, changes, key, column, beside):
    found = clash(_record(**changes), (STAFF, PEOPLE))
    assert (found.key, found.severity) == (key, Severity.NOTE)
    assert (found.place.column, [place.column for place in found.also]) == (column, [beside])


@pytest.mark.parametrize(
    ("status", "expires", "said"),
    [
        ("Up-to-date", "29/09/2026", "29/09/2026, before the day of the figures"),
        ("Expiring soon", "29/09/2026", "29/09/2026, before the day of the figures"),
        ("Expired", "01/10/2026", "01/10/2026, after the day of the figures"),
    ],
)
def test_a_status_that_the_dates_do_not_bear_out_is_noted_with_both_cells(clash, status, expires, said):
    found = clash(_record(status=status, expires_on=expires))
    assert (found.key, found.place.column, found.also[0].column) == (
        "crosscheck.day_of_figures",
        "expires_on",
        "status",
    )
    assert found.found == f'{said}, while "status" (E2) says "{status}"'


def test_a_status_that_the_dates_bear_out_calls_for_nothing(clashes):
    assert clashes(_record(status="Up-to-date", expires_on="30/09/2026")) == []
    assert clashes(_record(status="Expired", expires_on="29/09/2026")) == []


def test_a_completion_still_to_come_is_noted_and_an_expiry_is_not(clash):
    found = clash(_record(completed_on="01/10/2026", expires_on="30/09/2027"))
    assert (found.key, found.place.column) == ("crosscheck.day_of_figures", "completed_on")


def test_training_of_somebody_who_is_not_in_the_staff_register_is_noted(clash):
    assert clash(_record(staff="E9"), (STAFF, PEOPLE)).key == "crosscheck.unknown"


def test_a_course_is_noted_from_both_sides(clashes):
    required = "role | course | refresh_months\nAll | First aid | 12"
    found = clashes(_record(), (REQUIRED_TRAINING, required))
    assert [(p.key, p.place.file, p.found) for p in found] == [
        ("crosscheck.unknown", "training.xlsx", '"Fire"'),
        ("crosscheck.unknown", "required_training.xlsx", '"First aid"'),
    ]
