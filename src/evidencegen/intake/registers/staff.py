"""The staff register: one row for each person employed, leavers included."""

from evidencegen.intake.kind import DATE, NAME, TEXT, YES_NO, choice
from evidencegen.intake.register import Ahead, Column, Register

STAFF = Register(
    key="staff",
    title="Staff register",
    one_row_is="one member of staff",
    unique=("staff",),
    begins="started_on",
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
                "DISPLAYID",
                "Worker ref",
                "Staff No",
                "Ref",
            ),
            required=True,
            private=True,
            because="training and supervision are joined to staff by it",
        ),
        Column("name", NAME, also=("Name", "Staff name", "Full name", "Employee name")),
        Column("first_name", NAME, also=("First name", "Forename", "Given name")),
        Column("surname", NAME, also=("Surname", "Last name", "Family name")),
        Column(
            "role",
            TEXT,
            also=("Job title", "Job role", "Role", "Position", "MAINJOBROLE", "Designation"),
            required=True,
            because="which training a person needs depends on the role",
        ),
        Column(
            "service",
            TEXT,
            also=("Service", "Site", "Location", "Branch", "Home", "LOCALESTID", "Workplace", "Team"),
        ),
        Column(
            "started_on",
            DATE,
            also=("Start date", "Date started", "Employment start", "STARTDATE", "DOJ"),
            required=True,
            because="only staff employed on the day a figure is for may be counted",
            ahead=Ahead.NOT_YET,
        ),
        Column(
            "left_on",
            DATE,
            also=("Leaving date", "Leave date", "Date left", "End date", "Termination"),
            ahead=Ahead.NOT_YET,
        ),
        Column(
            "employment",
            choice(
                permanent=("Permanent", "Perm"),
                temporary=("Temporary", "Temp", "Fixed term"),
                bank=("Bank", "Pool/Bank", "Pool"),
                agency=("Agency",),
                other=("Other", "Volunteer", "Student"),
            ),
            also=("Contract", "Employment", "EMPLSTATUS", "Perm/Bank/Agency"),
        ),
        Column("works_with_people", YES_NO, also=("Works with people", "Front line", "Care-providing")),
        Column(
            "absent_from",
            DATE,
            also=("Long-term absence from", "Absent from", "LTS from", "Maternity from"),
            ahead=Ahead.NOT_YET,
        ),
        Column(
            "absent_to",
            DATE,
            also=("Long-term absence to", "Absent to", "LTS to", "Maternity to"),
            ahead=Ahead.STANDS,
            known_from="absent_from",
        ),
        Column(
            "manager",
            TEXT,
            also=("Line manager ID", "Manager ID", "Supervisor ID"),
            private=True,
        ),
    ),
)
