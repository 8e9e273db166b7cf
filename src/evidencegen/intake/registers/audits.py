"""Quality audits: one row for each answer to one question."""

from evidencegen.intake.kind import DATE, NOT_APPLICABLE, NUMBER, TEXT, YES_NO, choice
from evidencegen.intake.register import Column, Register

AUDITS = Register(
    key="audits",
    title="Quality audits by question",
    one_row_is="one answer to one audit question",
    unique=("audit", "question_no"),
    columns=(
        Column(
            "audit",
            TEXT,
            also=("Audit ID", "Audit No", "Audit ref"),
            required=True,
            because="answers are grouped by audit",
        ),
        Column("planned_on", DATE, also=("Planned date", "Date planned")),
        Column(
            "audited_on",
            DATE,
            also=("Audit date", "Date", "Date of audit"),
            required=True,
            because="an answer belongs to the month in which the audit was done",
        ),
        Column("service", TEXT, also=("Service", "Site", "Location", "Home", "Team")),
        Column("audit_type", TEXT, also=("Audit type", "Type", "Audit")),
        Column("tool_version", TEXT, also=("Tool version", "Version")),
        Column(
            "question_no",
            TEXT,
            also=("Question No", "Q", "No"),
            required=True,
            because="with the audit it names the answer",
        ),
        Column(
            "question",
            TEXT,
            also=("Question", "Standard"),
            required=True,
            because="conformity is read by question, not as one score",
        ),
        Column(
            "tests",
            choice(
                voice=("Voice",),
                proportionality=("Proportionality",),
                outcome_review=("Outcome reviewed with the person", "Outcome review"),
                advocacy=("Advocacy",),
                recording=("Recording",),
                referral=("Referral made",),
            ),
            also=("What it tests", "Tests"),
        ),
        Column(
            "answer",
            choice(
                yes=("Yes", "Y", "Compliant"),
                partly=("Partly", "Partial", "Partly met"),
                no=("No", "N", "Not met"),
                not_applicable=NOT_APPLICABLE,
            ),
            also=("Answer", "Result", "Finding"),
            required=True,
            because="conformity counts the answers",
        ),
        Column("records_sampled", NUMBER, also=("Records sampled", "Sample")),
        Column("independent", YES_NO, also=("Independent of the service", "Independent")),
        Column("action", TEXT, also=("Action ID", "Linked action"), private=True),
    ),
)
