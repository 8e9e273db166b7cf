"""The supervision record: one row for each session held or due."""

from evidencegen.intake.kind import DATE, NUMBER, TEXT, YES_NO, choice
from evidencegen.intake.register import Column, Register

SUPERVISION = Register(
    key="supervision",
    title="Supervision record",
    one_row_is="one supervision or observation",
    columns=(
        Column(
            "staff",
            TEXT,
            also=("Staff ID", "Employee No", "Payroll No", "Worker ref", "Staff No"),
            required=True,
            private=True,
            because="a session counts for the member of staff it names",
        ),
        Column("due_on", DATE, also=("Due date", "Date due", "Due")),
        Column("held_on", DATE, also=("Date held", "Date", "Held on", "Supervision date")),
        Column(
            "kind",
            choice(
                one_to_one=("Supervision 1:1", "1:1", "Supervision"),
                group=("Group supervision", "Group"),
                spot_check=("Spot check",),
                observation=("Observation",),
                appraisal=("Appraisal",),
                assessment=("Competency assessment",),
            ),
            also=("Type", "Supervision type"),
            required=True,
            because="only some kinds of session count as supervision",
        ),
        Column(
            "topic",
            choice(
                msp=("MSP conversation", "Making Safeguarding Personal"),
                advocacy=("Advocacy trigger", "Advocacy"),
                coercion=("Coercive control",),
                self_neglect=("Self-neglect",),
                whistleblowing=("Whistleblowing",),
                unwise=("Unwise decision", "MCA", "Unwise decision/MCA"),
                none=("None",),
            ),
            also=("Scenario", "Scenario topic", "Topic"),
        ),
        Column(
            "result",
            choice(
                competent=("Competent", "Pass"),
                developing=("Developing",),
                not_yet=("Not yet competent", "Fail"),
            ),
            also=("Scenario result", "Result"),
        ),
        Column("attempt", NUMBER, also=("Attempt",)),
        Column("assessor", TEXT, also=("Assessor ID", "Supervisor ID"), private=True),
        Column("reassess_by", DATE, also=("Reassess by",)),
        Column(
            "asked_outcome",
            YES_NO,
            also=("Did we achieve the person's outcome? discussed", "MSP question asked", "Outcome question asked"),
        ),
    ),
)
