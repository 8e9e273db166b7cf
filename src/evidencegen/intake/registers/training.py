"""The training record: one row for each course a person has been on, or a matrix of them."""

from evidencegen.intake.kind import DATE, MONTHS, NAME, TEXT, choice
from evidencegen.intake.register import Ahead, Column, Register

DONE = ("completed", "in_date", "expiring", "expired")
"""Statuses of a course that was done; whether it still counts is worked out from its dates."""

TRAINING = Register(
    key="training",
    title="Training record",
    one_row_is="one course record for one member of staff",
    wide_over="course",
    begins="completed_on",
    columns=(
        Column(
            "staff",
            TEXT,
            also=(
                "Staff ID",
                "Employee No",
                "Payroll No",
                "Unique Worker ID",
                "UNIQUEWORKERID",
                "Worker ref",
                "Staff No",
                "Ref",
                "Name or ID number",
                "Username",
            ),
            required=True,
            private=True,
            because="a record counts for the member of staff it names",
        ),
        Column("name", NAME, also=("Name", "Staff name", "Full name", "Employee name")),
        Column(
            "course",
            TEXT,
            also=(
                "Course",
                "Training",
                "Module",
                "TRAININGNAME",
                "DESCRIPTION",
                "Subject",
                "Learning",
                "Training or course name",
                "Course name",
                "Activity name",
                "certificationshortname",
                "courseshortname",
            ),
            required=True,
            because="every training figure is for one course or for all that a role requires",
        ),
        Column(
            "completed_on",
            DATE,
            also=(
                "Date completed",
                "Completed on",
                "Completed",
                "Completion date",
                "DATECOMPLETED",
                "Date of training",
                "Attended",
                "Achieved",
                "completiondate",
            ),
        ),
        Column(
            "expires_on",
            DATE,
            also=(
                "Expiry date",
                "Expiry",
                "Expires",
                "EXPIRYDATE",
                "Refresher due",
                "Renewal",
                "Valid until",
                "Next due",
                "Certificate expires on",
            ),
            ahead=Ahead.STANDS,
        ),
        Column("valid_months", MONTHS, also=("Validity", "Frequency", "Validity months", "Validity period")),
        Column(
            "status",
            choice(
                completed=("Completed", "Passed"),
                in_date=("Up-to-date",),
                expiring=("Expiring soon",),
                expired=("Expired",),
                booked=("Booked",),
                in_progress=("In progress", "Started", "Awaiting cert"),
                did_not_attend=("Did not attend", "DNA"),
                failed=("Failed",),
                missing=("Missing", "Not completed", "Not started", "Not attempted"),
                exempt=("Exempt", "N/A", "Not required", "Not applicable"),
                absent=("On leave", "Mat leave", "Maternity leave", "L/A", "Long-term absence"),
            ),
            also=("Status", "Completion status"),
        ),
        Column(
            "method",
            choice(
                face_to_face=("Face to face", "Classroom"),
                e_learning=("E-learning", "Online"),
                blended=("Blended",),
                workbook=("Workbook",),
            ),
            also=("Method", "Delivery method", "HOWDELIVERED"),
        ),
        Column(
            "certificate",
            TEXT,
            also=("Certificate", "Certificate file", "Certificate path", "Certificate link", "Link to certificate"),
            private=True,
        ),
    ),
)
