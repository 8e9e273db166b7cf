"""What an audit's answer must agree with: the action that followed it, and the calendar."""

import pytest

from evidencegen.intake.registers.actions import ACTIONS
from evidencegen.intake.registers.audits import AUDITS
from evidencegen.problem import Severity

PLAN = "action | raised_on | source | due_on\nA1 | 01/03/2026 | audit | 01/04/2026"
AUDIT = "audit | audited_on | question_no | question | answer | action\nQ1 | {} | 1 | Asked? | no | {}"


def test_a_finding_whose_action_is_not_in_the_plan_is_noted(clash, clashes):
    found = clash((AUDITS, AUDIT.format("01/03/2026", "A9")), (ACTIONS, PLAN))
    assert (found.key, found.place.cell) == ("crosscheck.unknown", "F2")
    assert clashes((AUDITS, AUDIT.format("01/03/2026", "a1")), (ACTIONS, PLAN)) == []
    assert clashes((AUDITS, AUDIT.format("01/03/2026", "")), (ACTIONS, PLAN)) == []


def test_an_audit_that_had_not_been_done_is_noted(clash):
    found = clash((AUDITS, AUDIT.format("01/10/2026", "")))
    assert (found.key, found.place.column) == ("crosscheck.day_of_figures", "audited_on")


@pytest.mark.parametrize(("day", "answer"), [("", "no"), ("01/03/2026", "Audit not done")])
def test_an_answer_with_no_day_and_a_day_with_no_answer_are_mended_first(clash, day, answer):
    audit = f"audit | audited_on | question_no | question | answer\nQ1 | {day} | 1 | Asked? | {answer}"
    audit += "\nQ2 | 01/03/2026 | 1 | Asked? | yes"
    found = clash((AUDITS, audit))
    assert found.severity is Severity.MEND
    assert found.place.cell in ("B2", "E2")


def test_an_audit_that_was_planned_and_not_done_needs_no_day(clashes):
    audit = "audit | planned_on | audited_on | question_no | question | answer"
    audit += "\nQ1 | 01/03/2026 | | 1 | Whole audit | Audit not done"
    assert clashes((AUDITS, audit)) == []
