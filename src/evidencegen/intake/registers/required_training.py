"""Required training: one row for each course that a role must keep up."""

from evidencegen.intake.kind import MONTHS, NUMBER, TEXT, choices
from evidencegen.intake.register import Column, Register

REQUIRED_TRAINING = Register(
    key="required_training",
    title="Required training by role",
    one_row_is="one course that one role must keep up",
    unique=("role", "course"),
    columns=(
        Column(
            "role",
            TEXT,
            also=("Role", "Job role", "Job title"),
            required=True,
            because='a share of staff trained needs to know whom the course is for ("All" for everyone)',
        ),
        Column(
            "course",
            TEXT,
            also=("Course", "Training", "Module"),
            required=True,
            because="it joins what is required to what was done",
        ),
        Column(
            "refresh_months",
            MONTHS,
            also=("Refresh every (months)", "Refresh months", "Frequency", "Validity"),
        ),
        Column("grace_weeks", NUMBER, also=("Grace for starters (weeks)", "Grace weeks", "Grace")),
        Column(
            "covers",
            choices(
                safeguarding=("Safeguarding adults",),
                msp=("Making Safeguarding Personal", "MSP"),
                advocacy=("Working with advocates", "Advocacy"),
                difficult_conversations=("Difficult conversations",),
                trauma=("Trauma-informed practice", "Trauma"),
                coercion=("Coercive control", "Coercion"),
                unwise_decisions=("Unwise decisions and capacity", "Unwise decisions", "Mental capacity"),
                communication=("Communication",),
            ),
            also=("Covers", "Content", "Topics"),
        ),
    ),
)
