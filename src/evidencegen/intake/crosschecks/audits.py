"""What an audit's answer must agree with: the action that followed it, and the calendar."""

from evidencegen.intake.contradiction import Checks, Contradiction, Link, Wrong, blank, given, happened, says
from evidencegen.intake.registers.actions import ACTIONS
from evidencegen.intake.registers.audits import AUDITS
from evidencegen.problem import Severity

CHECKS = Checks(
    "audits",
    (
        Link(
            given(AUDITS, "action"),
            given(ACTIONS, "action"),
            "a finding is closed by an action that can be found",
        ),
        Contradiction(
            blank(AUDITS, "audited_on"),
            Wrong.WHILE,
            says(AUDITS, "answer", "yes", "partly", "no", "not_applicable"),
            "an answer belongs to the month in which the audit was done, and without it is in no figure",
            mend='write the day of the audit, or "Audit not done" as the answer',
            severity=Severity.MEND,
        ),
        Contradiction(
            says(AUDITS, "answer", "not_done"),
            Wrong.WHILE,
            given(AUDITS, "audited_on"),
            "an audit with a day on which it was done counts as done, and its answers as not met",
            severity=Severity.MEND,
        ),
        happened(AUDITS),
    ),
)
