"""Case studies: one row for each person's story."""

from evidencegen.intake.kind import DATE, NAME, PROSE, TEXT, YES_NO, choice, choices
from evidencegen.intake.register import Ahead, Column, Register
from evidencegen.intake.registers.safeguarding import ACHIEVED

CONSENT_ENOUGH = ("yes", "best_interests", "family")
"""Answers under "Consent" with which a story may be told."""

CASE_STUDIES = Register(
    key="case_studies",
    title="Case studies",
    one_row_is="one person's story",
    unique=("case",),
    columns=(
        Column(
            "case",
            TEXT,
            also=("Case ID", "Case No", "Reference code", "Case study ID", "Case ref"),
            required=True,
            because="sign-off and the pack name the story by it",
        ),
        Column("service_type", TEXT, also=("Service type",), required=True, because="it says whom the story is like"),
        Column("service", TEXT, also=("Service", "Site", "Home", "Team")),
        Column("raised_on", DATE, also=("Date of concern", "Date raised")),
        Column("person_name", NAME, also=("Name", "Person's name", "Service user")),
        Column("named_people", NAME, also=("People named, and who they are", "People named")),
        Column("concern", TEXT, also=("Safeguarding ref", "Concern ID", "Linked concern"), private=True),
        Column(
            "situation",
            PROSE,
            also=("Situation", "What happened"),
            required=True,
            because="a story starts with what happened",
        ),
        Column(
            "voice",
            PROSE,
            also=("Voice", "What the person wanted"),
            required=True,
            because="a story without the person's voice is not evidence of Making Safeguarding Personal",
        ),
        Column("advocacy", PROSE, also=("Advocacy", "Who spoke up with the person")),
        Column(
            "plan",
            PROSE,
            also=("Plan", "What was agreed"),
            required=True,
            because="the plan shows what the voice led to",
        ),
        Column("review_two_weeks", PROSE, also=("Review at about 2 weeks", "2 week review")),
        Column("review_six_weeks", PROSE, also=("Review at about 6 weeks", "6 week review")),
        Column(
            "outcome", PROSE, also=("Outcome",), required=True, because="a story without its outcome proves nothing"
        ),
        Column(
            "outcome_achieved",
            choice(
                fully=ACHIEVED.codes["fully"],
                partly=ACHIEVED.codes["partly"],
                not_achieved=ACHIEVED.codes["not_achieved"],
            ).asking(*ACHIEVED.asked, between=("fully", "partly")),
            also=("Outcome achieved",),
            required=True,
            because="stories chosen for a pack are compared with all outcomes",
        ),
        Column(
            "learning",
            PROSE,
            also=("Learning", "What we changed"),
            required=True,
            because="readers look for what was learnt",
        ),
        Column(
            "consent",
            choice(
                yes=("Yes", "Y", "Given", "Consent given"),
                no=("No", "N", "Declined", "Refused", "Not given"),
                best_interests=("Best interests", "Best interest decision", "BI"),
                family=("Family, person has died", "Deceased-family", "Deceased/family"),
                withdrawn=("Withdrawn",),
            )
            .asking("Family", "Deceased", between=("family", "best_interests"))
            .asking("Pending", "Awaiting", "N/A", "NA", "Not applicable", between=("no",)),
            also=("Consent",),
            required=True,
            because="a story is told only with consent that covers the use",
        ),
        # Consent is often asked for once a pack is being written, after the day of its figures.
        Column("consent_on", DATE, also=("Date of consent", "Consent date"), ahead=Ahead.STANDS),
        Column(
            "consent_covers",
            choices(
                tender=("Tender", "Tenders"),
                inspection=("Inspection",),
                board=("Board", "Governance"),
                training=("Training",),
            ),
            also=("Consent covers", "Scope of consent"),
        ),
        Column("composite", YES_NO, also=("Made from several people's stories", "Composite")),
        Column("consent_of_each", YES_NO, also=("Consent of each of them", "Each has consented")),
        Column("author_name", NAME, also=("Author", "Written by")),
    ),
)
