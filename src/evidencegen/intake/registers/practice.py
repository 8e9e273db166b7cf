"""Practice statements: what the provider says it does, one row for each statement."""

from evidencegen.intake.kind import DATE, TEXT, choice
from evidencegen.intake.register import Column, Register

PRACTICE = Register(
    key="practice",
    title="Practice statements",
    one_row_is="one statement of practice",
    unique=("statement_no",),
    columns=(
        Column(
            "statement_no",
            TEXT,
            also=("Statement No", "Ref", "No"),
            required=True,
            because="notes and problems name the statement by it",
        ),
        Column(
            "part",
            choice(
                outcomes=("Desired outcomes",),
                advocacy=("Access to advocacy", "Advocacy"),
                decisions=("Decisions and reviews", "Decisions"),
                choice=("Choice",),
                control=("Control",),
                proportionality=("Proportionality",),
                partnership=("Partnership",),
                accountability=("Accountability",),
            ),
            also=("Part", "Section"),
            required=True,
            because="it says where in the answer the statement belongs",
        ),
        Column(
            "statement",
            TEXT,
            also=("Statement", "What we do", "Practice statement"),
            required=True,
            because="it is printed as the provider's own words",
        ),
        Column("control", TEXT, also=("Control", "How we make sure")),
        Column("policy", TEXT, also=("Policy reference", "Policy")),
        Column(
            "reviewed_on",
            DATE,
            also=("Policy last reviewed", "Last reviewed", "Policy review date", "Reviewed on"),
            known_from="reviewed_on",
        ),
        Column("shown_by", TEXT, also=("Shown by (figure keys)", "Shown by", "Measures")),
        Column("case_studies", TEXT, also=("Case studies (references)", "Case studies", "Case study", "Examples")),
    ),
)
