"""The improvement plan: one row for each action."""

from evidencegen.intake.kind import AMOUNT, DATE, TEXT, choice
from evidencegen.intake.register import Ahead, Column, Register
from evidencegen.intake.registers.safeguarding import THEMES

ACTIONS = Register(
    key="actions",
    title="Improvement actions",
    one_row_is="one action",
    unique=("action",),
    begins="raised_on",
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
            also=("Date raised", "Raised", "Raised date"),
            required=True,
            because="an action belongs to the month in which it was raised",
        ),
        Column("service", TEXT, also=("Service", "Site", "Location", "Home", "Team")),
        Column(
            "source",
            choice(
                audit=("Audit", "QA audit", "Quality audit", "Internal audit"),
                safeguarding=("Safeguarding", "Safeguarding concern", "Safeguarding enquiry"),
                complaint=("Complaint", "Complaints"),
                regulator=("CQC", "CQC inspection"),
                council=("Council", "PAMMS", "Local authority", "LA", "Council/PAMMS", "Contract monitoring"),
                supervision=("Supervision", "Staff supervision"),
                feedback=("Feedback", "Survey", "Service user feedback", "Family feedback", "Staff feedback"),
            ).asking("Inspection", "Inspector", between=("regulator", "council")),
            also=("Source",),
            required=True,
            because="it shows which part of quality assurance found the need",
        ),
        Column("source_ref", TEXT, also=("Source ref", "Source ID"), private=True),
        Column("themes", THEMES, also=("Theme", "Themes")),
        Column("what", TEXT, also=("Action", "Action required"), private=True),
        Column("owner_role", TEXT, also=("Owner (role)", "Owner role", "Lead role", "Lead (role)")),
        Column(
            "due_on",
            DATE,
            also=("Due date", "Due"),
            required=True,
            because="late is judged against it",
            ahead=Ahead.STANDS,
        ),
        Column("first_due_on", DATE, also=("Original due date",), ahead=Ahead.STANDS),
        Column("completed_on", DATE, also=("Date completed", "Completed", "Completed date", "Completion date")),
        Column(
            "status",
            choice(
                open=("Open", "Not started", "Outstanding"),
                overdue=("Overdue",),
                in_progress=("In progress", "Ongoing", "On-going", "Started"),
                completed=("Completed", "Closed", "Complete", "Done"),
                cancelled=("Cancelled", "Canceled", "Withdrawn", "No longer needed"),
            ).asking("Green", "Amber", "Red", between=("completed", "in_progress", "open")),
            also=("Status",),
        ),
        Column("effect_measure", TEXT, also=("How we will know", "Effect measure")),
        Column("effect_before", AMOUNT, also=("Before",)),
        Column("effect_after", AMOUNT, also=("After",), known_from="verified_on"),
        Column("verified_on", DATE, also=("Date verified", "Verified", "Verified date", "Verified on")),
        Column(
            "worked",
            choice(
                yes=("Yes", "Y", "Worked", "Effective"),
                partly=("Partly", "Partially", "In part"),
                no=("No", "N", "Did not work", "Not effective"),
                too_early=("Too early", "Too early to say", "Too soon to say"),
            ).asking("N/A", "NA", "Not applicable", "Not known", "Unknown", between=("too_early", "no")),
            also=("Did it work?", "Effect"),
            known_from="verified_on",
        ),
    ),
)
