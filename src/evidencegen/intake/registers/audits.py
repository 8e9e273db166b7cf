"""Quality audits: one row for each answer to one question."""

from evidencegen.intake.kind import DATE, NO, NOT_APPLICABLE, NUMBER, PROSE, TEXT, YES, YES_NO, choice
from evidencegen.intake.register import Ahead, Column, Register

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
        Column("planned_on", DATE, also=("Planned date", "Date planned"), ahead=Ahead.STANDS),
        Column(
            "audited_on",
            DATE,
            also=("Audit date", "Date", "Date of audit", "Audited on", "Date audited"),
            because="an answer belongs to the month in which the audit was done; blank for an audit not done",
        ),
        Column("service", TEXT, also=("Service", "Site", "Location", "Home", "Team")),
        Column("audit_type", TEXT, also=("Audit type", "Type", "Audit")),
        Column("tool_version", TEXT, also=("Tool version", "Version", "Audit tool")),
        Column(
            "question_no",
            TEXT,
            also=("Question No", "Q", "No", "Question ID", "Question ref"),
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
                voice=("Voice", "The person's voice"),
                proportionality=("Proportionality", "Proportionate"),
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
                yes=(*YES, "Met", "Fully met", "Compliant", "Fully compliant", "Pass"),
                partly=("Partly", "Partial", "Partially", "Partly met", "Partially met", "Partially compliant"),
                no=(*NO, "Not met", "Unmet", "Non-compliant", "Not compliant", "Fail"),
                not_applicable=NOT_APPLICABLE,
                not_done=("Audit not done", "Not audited", "Audit not done yet", "Not yet audited"),
            )
            .asking("Green", "Amber", "Red", between=("yes", "partly", "no"))
            .asking("X", "0", "1", "2", "3", "4", "5", between=("yes", "partly", "no"))
            .asking("Not seen", "Not tested", "Not recorded", between=("no", "not_applicable")),
            also=("Answer", "Result", "Finding"),
            required=True,
            known_from="audited_on",
            because="conformity counts the answers",
        ),
        Column(
            "what_was_found",
            PROSE,
            also=("What was found", "Findings", "Auditor's comments", "Auditor comments", "Comments", "Evidence seen"),
        ),
        Column("records_sampled", NUMBER, also=("Records sampled", "Sample"), known_from="audited_on"),
        Column("independent", YES_NO, also=("Independent of the service", "Independent"), known_from="audited_on"),
        Column("action", TEXT, also=("Action ID", "Linked action"), private=True, known_from="audited_on"),
    ),
)
