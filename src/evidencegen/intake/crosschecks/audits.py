"""What an audit's answer must agree with: the action that followed it, and the calendar."""

from evidencegen.intake.contradiction import Checks, Link, given, happened
from evidencegen.intake.registers.actions import ACTIONS
from evidencegen.intake.registers.audits import AUDITS

CHECKS = Checks(
    "audits",
    (
        Link(
            given(AUDITS, "action"),
            given(ACTIONS, "action"),
            "a finding is closed by an action that can be found",
        ),
        happened(AUDITS),
    ),
)
