"""The advocacy log: one row for each referral to an advocate."""

from evidencegen.intake.kind import DATE, NAME, NOT_RECORDED, TEXT, choice, choices
from evidencegen.intake.register import Column, Register

ADVOCACY = Register(
    key="advocacy",
    title="Advocacy referral log",
    one_row_is="one referral",
    unique=("referral",),
    columns=(
        Column(
            "referral",
            TEXT,
            also=("Referral ID", "Ref", "Referral No", "Reference"),
            required=True,
            private=True,
            because="it names the row when a figure is traced",
        ),
        Column(
            "person",
            TEXT,
            also=("Service user ID", "Person ID", "Client ID", "Resident No"),
            required=True,
            private=True,
            because="people are counted once, however many referrals they have",
        ),
        Column("person_name", NAME, also=("Name", "Service user", "Person's name", "Client name")),
        Column("service", TEXT, also=("Service", "Site", "Location", "Home", "Team")),
        Column(
            "referred_on",
            DATE,
            also=("Date referred", "Date of referral", "Referral date", "Requested"),
            required=True,
            because="every measure of advocacy places a row in a month by this date",
        ),
        Column(
            "kind",
            choice(
                care_act=("Care Act", "Care Act s67", "Care Act s68", "ICAA"),
                imca=("IMCA",),
                imha=("IMHA",),
                rpr=("RPR", "Paid RPR", "DoLS 39A", "DoLS 39C", "DoLS 39D"),
                nhs_complaints=("NHS complaints",),
                community=("Community", "Generic", "Issue-based"),
                self_or_peer=("Self or peer", "Peer", "Group"),
            ),
            also=("Advocacy type", "Type", "Type of advocacy"),
            required=True,
            because="kinds of advocacy rest on different duties and are never added up unsaid",
        ),
        Column(
            "reason",
            choice(
                safeguarding=("Safeguarding enquiry", "Safeguarding"),
                needs_assessment=("Needs assessment", "Assessment"),
                care_plan=("Care plan", "Care and support plan"),
                review=("Review", "Care review"),
                accommodation=("Change of accommodation",),
                medical_treatment=("Serious medical treatment", "SMT"),
                liberty=("Deprivation of liberty", "DoL", "DoLS"),
                other=("Other",),
            ),
            also=("Reason", "Reason for referral", "Decision"),
        ),
        Column(
            "asked_by",
            choice(
                support_worker=("Support or care worker", "Care worker", "Support worker"),
                senior=("Senior or team leader", "Senior", "Team leader"),
                manager=("Manager", "Registered manager", "Deputy manager"),
                person=("The person", "Self"),
                family=("Family",),
                other=("Other",),
            ),
            also=("Asked by", "Referred by (role)", "Referrer role"),
        ),
        Column(
            "requested_of",
            choice(
                local_authority=("Local authority", "Council", "LA"),
                advocacy_provider=("Advocacy provider", "Advocacy service"),
            ),
            also=("Requested of", "Referred to"),
        ),
        Column(
            "difficulty",
            choices(
                understand=("Understanding", "Understand"),
                retain=("Retaining", "Retain"),
                weigh=("Using or weighing", "Weigh", "Use or weigh"),
                communicate=("Communicating", "Communicate"),
                none=("None",),
            ),
            also=("Substantial difficulty", "Difficulty"),
        ),
        Column(
            "appropriate_person",
            choice(
                yes=("Yes",),
                no=("No",),
                unwilling=("Unwilling",),
                inappropriate=("Inappropriate", "Not suitable"),
                not_asked=("Not asked",),
                not_recorded=NOT_RECORDED,
            ),
            also=("Appropriate person", "Appropriate individual"),
        ),
        Column(
            "consent",
            choice(given=("Given", "Yes"), best_interests=("Best interests",), declined=("Declined", "No")),
            also=("Consent",),
        ),
        Column("decided_on", DATE, also=("Decision date", "Date of decision")),
        Column(
            "decision",
            choice(
                accepted=("Accepted", "Allocated"),
                declined=("Declined by service", "Declined by LA", "Not eligible"),
                waiting=("Waiting list", "Waiting", "Awaiting"),
                person_declined=("Person declined", "Declined by person"),
                withdrawn=("Withdrawn",),
            ),
            also=("Outcome of referral", "Referral decision"),
        ),
        Column("allocated_on", DATE, also=("Date allocated", "Allocated", "Advocate allocated")),
        Column("first_contact_on", DATE, also=("First contact", "First visit", "Date seen", "Seen")),
        Column(
            "seen_privately",
            choice(yes=("Yes",), no=("No",), declined=("Declined", "Person declined"), not_recorded=NOT_RECORDED),
            also=("Seen privately", "Seen alone", "Private meeting"),
        ),
        Column("advocate_name", NAME, also=("Advocate", "Advocate name")),
        Column("concern", TEXT, also=("Safeguarding ref", "Linked concern", "Concern ID", "SG ref"), private=True),
        Column("closed_on", DATE, also=("Date closed", "Closed")),
        Column(
            "outcome",
            choice(
                views_represented=("Views represented",),
                plan_changed=("Plan changed",),
                challenge_raised=("Challenge raised",),
                no_change=("No change",),
                ended=("Person died or moved", "Person moved", "Person died"),
            ),
            also=("Outcome", "Advocacy outcome"),
        ),
    ),
)
