"""What an action must agree with: its own days and status."""

from evidencegen.intake.contradiction import Checks, Contradiction, OnTheDay, Wrong, blank, given, happened, says
from evidencegen.intake.registers.actions import ACTIONS
from evidencegen.problem import Severity

RAISED = given(ACTIONS, "raised_on")
COMPLETED = given(ACTIONS, "completed_on")
SET_LATER = "an action is due after it was raised; one of the two days may be mistyped"

CHECKS = Checks(
    "actions",
    (
        Contradiction(
            COMPLETED,
            Wrong.BEFORE,
            RAISED,
            "an action with an impossible date of completion would count as completed in time",
            severity=Severity.MEND,
        ),
        Contradiction(given(ACTIONS, "due_on"), Wrong.BEFORE, RAISED, SET_LATER),
        Contradiction(given(ACTIONS, "first_due_on"), Wrong.BEFORE, RAISED, SET_LATER),
        Contradiction(
            given(ACTIONS, "verified_on"),
            Wrong.BEFORE,
            COMPLETED,
            "whether an action worked can be seen only once it is done",
        ),
        Contradiction(
            blank(ACTIONS, "completed_on"),
            Wrong.WHILE,
            says(ACTIONS, "status", "completed"),
            "without the date the action counts as open",
        ),
        Contradiction(
            says(ACTIONS, "status", "open", "overdue", "in_progress"),
            Wrong.WHILE,
            COMPLETED,
            "an action with a date of completion counts as completed, whatever its status",
        ),
        OnTheDay(
            ACTIONS,
            ("due_on",),
            Wrong.AFTER,
            "an action is late only past its due date, whatever its status",
            "correct the status or the date; if it fell due after the day of the figures, leave it",
            when=says(ACTIONS, "status", "overdue"),
        ),
        happened(ACTIONS),
    ),
)
