"""Cells that cannot all be right, declared as data."""

import pytest

from evidencegen.catalogue import everything_in
from evidencegen.intake import crosschecks, registers
from evidencegen.intake.contradiction import (
    Cell,
    Checks,
    Contradiction,
    Link,
    OnTheDay,
    Twins,
    Wrong,
    blank,
    given,
    happened,
    says,
)
from evidencegen.intake.register import Register
from evidencegen.intake.registers.advocacy import ADVOCACY
from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.intake.registers.staff import STAFF
from evidencegen.problem import Severity

EVERY = [check for checks in everything_in(crosschecks, Checks).values() for check in checks.of]
REGISTERS = everything_in(registers, Register).values()
CANNOT_LIE_AHEAD = [happened(register) for register in REGISTERS if register.happened]
RAISED, CONCLUDED = given(SAFEGUARDING, "raised_on"), given(SAFEGUARDING, "concluded_on")


@pytest.mark.parametrize(
    "declare",
    [
        lambda: given(SAFEGUARDING, "rised_on"),
        lambda: says(SAFEGUARDING, "outcome_achieved", "mostly"),
        lambda: OnTheDay(SAFEGUARDING, ("raised_on", "ended_on"), Wrong.AFTER, "why", "mend"),
        lambda: Twins(STAFF, ("staff", "shoe_size"), "why"),
        lambda: Contradiction(CONCLUDED, Wrong.BEFORE, RAISED, "why", unless="no_such_column"),
        lambda: Contradiction(given(ADVOCACY, "person"), Wrong.DIFFERENT, given(SAFEGUARDING, "person"), "why"),
        lambda: Contradiction(CONCLUDED, Wrong.BEFORE, RAISED, "why", by="concern"),
        lambda: Contradiction(given(STAFF, "left_on"), Wrong.BEFORE, CONCLUDED, "why", by="concern"),
    ],
)
def test_a_check_that_no_register_can_bear_out_does_not_load(declare):
    with pytest.raises(ValueError, match=r"has no|is named"):
        declare()


def test_a_cell_is_meant_when_filled_when_blank_or_by_what_it_says():
    assert given(STAFF, "left_on") == Cell(STAFF, "left_on")
    assert blank(STAFF, "left_on").blank
    assert says(STAFF, "employment", "bank", "agency").values == ("bank", "agency")
    assert says(STAFF, "employment", "bank").column.title == "Contract"


def test_every_check_says_why_it_matters_and_how_to_mend_it():
    assert len(EVERY) > 40
    assert all(check.why and not check.why.endswith(".") for check in EVERY)
    assert all(check.mend for check in EVERY if isinstance(check, Contradiction | Link | OnTheDay))


def test_days_of_what_has_happened_are_asked_not_to_lie_ahead_as_the_register_declares_them():
    asked = {check.register.key: set(check.columns) for check in EVERY if check in CANNOT_LIE_AHEAD}
    assert asked == {
        "actions": {"raised_on", "completed_on", "verified_on"},
        "advocacy": {"referred_on", "decided_on", "allocated_on", "first_contact_on", "closed_on"},
        "audits": {"audited_on"},
        "case_studies": {"raised_on"},
        "practice": {"reviewed_on"},
        "safeguarding": {"raised_on", "occurred_on", "referred_on", "plan_on", "concluded_on"},
        "supervision": {"held_on"},
        "training": {"completed_on"},
    }
    # Nobody is asked of the others: the staff register, where days are written down beforehand, and lists without days.
    assert {r.key for r in REGISTERS if r.happened} == asked.keys()


def test_the_order_of_days_is_asked_of_columns_that_hold_days():
    ordered = [c for c in EVERY if isinstance(c, Contradiction) and c.wrong in (Wrong.BEFORE, Wrong.AFTER)]
    assert {cell.column.kind.form.value for c in ordered for cell in (c.one, c.other)} == {"date"}
    days = [check.register.column(name) for check in EVERY if isinstance(check, OnTheDay) for name in check.columns]
    assert {column.kind.form.value for column in days} == {"date"}


def test_a_pack_waits_only_for_days_that_cannot_be_in_this_order_and_for_audits_half_dated():
    waiting = [c for c in EVERY if isinstance(c, Contradiction) and c.severity is Severity.MEND]
    assert {(c.one.register.key, c.one.name, c.other.name) for c in waiting} == {
        ("safeguarding", "concluded_on", "raised_on"),
        ("safeguarding", "referred_on", "raised_on"),
        ("safeguarding", "first_review_on", "plan_on"),
        ("safeguarding", "second_review_on", "plan_on"),
        ("advocacy", "allocated_on", "referred_on"),
        ("advocacy", "first_contact_on", "referred_on"),
        ("actions", "completed_on", "raised_on"),
        ("staff", "left_on", "started_on"),
        ("audits", "audited_on", "answer"),
        ("audits", "answer", "audited_on"),
    }
    assert {c.wrong for c in waiting if c.one.register.key != "audits"} == {Wrong.BEFORE}
    assert {c.wrong for c in waiting if c.one.register.key == "audits"} == {Wrong.WHILE}
