"""The supervision record: one row for each session held or due."""

from evidencegen.intake.kind import DATE, NUMBER, PROSE, TEXT, YES_NO, choice
from evidencegen.intake.register import Ahead, Column, Register

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
        Column("due_on", DATE, also=("Due date", "Date due", "Due"), ahead=Ahead.STANDS),
        Column("held_on", DATE, also=("Date held", "Date", "Held on", "Supervision date")),
        Column(
            "kind",
            choice(
                one_to_one=(
                    "Supervision 1:1",
                    "1:1",
                    "1-2-1",
                    "121",
                    "1 to 1",
                    "One to one",
                    "Supervision",
                    "Individual",
                    "Individual supervision",
                    "Supervision (1:1)",
                ),
                group=("Group supervision", "Group"),
                spot_check=("Spot check", "Spot checks", "Spotcheck"),
                observation=("Observation", "Direct observation", "Observed practice", "Practice observation"),
                appraisal=("Appraisal", "Annual appraisal"),
                assessment=("Competency assessment", "Competency", "Competency check", "Competence assessment"),
            ).asking("Clinical supervision", "Peer supervision", between=("one_to_one", "group")),
            also=("Type", "Supervision type", "Session type", "Type of supervision"),
            required=True,
            because="only some kinds of session count as supervision",
        ),
        Column(
            "topic",
            choice(
                msp=("MSP conversation", "MSP", "Making Safeguarding Personal"),
                advocacy=("Advocacy trigger", "Advocacy"),
                coercion=("Coercive control",),
                self_neglect=("Self-neglect",),
                whistleblowing=("Whistleblowing",),
                unwise=("Unwise decision", "MCA", "Unwise decision/MCA", "Unwise decisions", "Mental capacity"),
                none=("None", "No scenario"),
            ).asking("N/A", "NA", "Not applicable", between=("none",)),
            also=("Scenario", "Scenario topic", "Topic", "Scenario ID"),
            known_from="held_on",
        ),
        Column(
            "result",
            choice(
                competent=("Competent", "Pass", "Passed"),
                developing=("Developing",),
                not_yet=("Not yet competent", "Not yet", "Not competent", "Fail", "Failed"),
            )
            .asking("0", "1", "2", "3", "4", "5", between=("competent", "developing", "not_yet"))
            .asking("Yes", "Met", "Achieved", "Completed", "Partly", between=("competent", "developing"))
            .asking("No", "Not met", "Not achieved", between=("developing", "not_yet")),
            also=("Scenario result", "Result"),
            known_from="held_on",
        ),
        Column("attempt", NUMBER, also=("Attempt",), known_from="held_on"),
        Column(
            "assessor", TEXT, also=("Assessor ID", "Supervisor ID", "Observed by"), private=True, known_from="held_on"
        ),
        Column("reassess_by", DATE, also=("Reassess by",), ahead=Ahead.STANDS, known_from="held_on"),
        Column(
            "asked_outcome",
            YES_NO,
            also=(
                "Did we achieve the person's outcome? discussed",
                "Did we achieve the person's outcome?",
                "MSP question asked",
                "Outcome question asked",
                "Reflection MSP question",
            ),
            known_from="held_on",
        ),
        Column(
            "reflection",
            PROSE,
            also=("Reflection", "Reflections", "Reflection notes", "Supervision notes", "Notes of discussion"),
            known_from="held_on",
        ),
    ),
)
