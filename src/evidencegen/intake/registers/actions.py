"""The improvement plan: one row for each action."""

from evidencegen.intake.kind import DATE, NUMBER, TEXT, choice
from evidencegen.intake.register import Column, Register
from evidencegen.intake.registers.safeguarding import THEMES

ACTIONS = Register(
    key="actions",
    title="Improvement actions",
    one_row_is="one action",
    unique=("action",),
    columns=(
        Column(
            "action",
            TEXT,
            also=("Action ID", "Ref", "Action No"),
            required=True,
            private=True,
            because="audits and concerns are joined to actions by it",
        ),
        Column(
            "raised_on",
            DATE,
            also=("Date raised", "Raised"),
            required=True,
            because="an action belongs to the month in which it was raised",
        ),
        Column("service", TEXT, also=("Service", "Site", "Location", "Home", "Team")),
        Column(
            "source",
            choice(
                audit=("Audit",),
                safeguarding=("Safeguarding",),
                complaint=("Complaint",),
                regulator=("CQC",),
                council=("Council", "PAMMS"),
                supervision=("Supervision",),
                feedback=("Feedback",),
            ),
            also=("Source",),
            required=True,
            because="it shows which part of quality assurance found the need",
        ),
        Column("source_ref", TEXT, also=("Source ref", "Source ID"), private=True),
        Column("themes", THEMES, also=("Theme", "Themes")),
        Column("what", TEXT, also=("Action", "Action required"), private=True),
        Column("owner_role", TEXT, also=("Owner (role)", "Owner role", "Lead role")),
        Column("due_on", DATE, also=("Due date", "Due"), required=True, because="late is judged against it"),
        Column("first_due_on", DATE, also=("Original due date",)),
        Column("completed_on", DATE, also=("Date completed", "Completed")),
        Column(
            "status",
            choice(
                open=("Open", "Overdue"),
                in_progress=("In progress",),
                completed=("Completed", "Closed", "Complete"),
                cancelled=("Cancelled",),
            ),
            also=("Status",),
        ),
        Column("effect_measure", TEXT, also=("How we will know", "Effect measure")),
        Column("effect_before", NUMBER, also=("Before",)),
        Column("effect_after", NUMBER, also=("After",)),
        Column("verified_on", DATE, also=("Date verified", "Verified")),
        Column(
            "worked",
            choice(yes=("Yes", "Worked"), partly=("Partly",), no=("No", "Did not work"), too_early=("Too early",)),
            also=("Did it work?", "Effect"),
        ),
    ),
)
