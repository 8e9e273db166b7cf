"""The advocacy log: one row for each referral to an advocate."""

from evidencegen.intake.kind import DATE, NAME, NOT_RECORDED, TEXT, choice, choices
from evidencegen.intake.register import Column, Register

ADVOCACY = Register(
    key="advocacy",
    title="Advocacy referral log",
    one_row_is="one referral",
    unique=("referral",),
    begins="referred_on",
    columns=(
        Column(
            "referral",
            TEXT,
            also=("Referral ID", "Ref", "Referral No", "Reference", "Referral ref"),
            required=True,
            private=True,
            because="it names the row when a figure is traced",
        ),
        Column(
            "person",
            TEXT,
            also=("Service user ID", "Person ID", "Client ID", "Resident No", "Resident ID"),
            required=True,
            private=True,
            because="people are counted once, however many referrals they have",
        ),
        Column("person_name", NAME, also=("Name", "Service user", "Person's name", "Client name")),
        Column("service", TEXT, also=("Service", "Site", "Location", "Home", "Team")),
        Column(
            "referred_on",
            DATE,
            also=("Date referred", "Date of referral", "Referral date", "Requested", "Date requested"),
            required=True,
            because="every measure of advocacy places a row in a month by this date",
        ),
        Column(
            "kind",
            choice(
                care_act=(
                    "Care Act",
                    "Care Act advocacy",
                    "Care Act advocate",
                    "Care Act s67",
                    "Care Act s68",
                    "Care Act s67 assessment",
                    "Care Act s68 safeguarding",
                    "s67",
                    "s68",
                    "ICAA",
                ),
                imca=("IMCA",),
                imha=("IMHA",),
                rpr=("RPR", "Paid RPR", "DoLS 39A", "DoLS 39C", "DoLS 39D", "Relevant person's representative"),
                nhs_complaints=("NHS complaints", "NHS complaint", "NHS complaints advocacy"),
                community=(
                    "Community",
                    "Community advocacy",
                    "Generic",
                    "Issue-based",
                    "Generic/community/issue-based",
                ),
                self_or_peer=("Self or peer", "Self-advocacy", "Peer", "Peer advocacy", "Group", "Self or peer/group"),
            )
            .asking(
                "Independent advocate",
                "Independent",
                "Advocate",
                "Advocacy",
                "Statutory",
                between=("care_act", "imca", "imha", "community"),
            )
            .asking("DoLS", "DoL", "39A", "39C", "39D", between=("rpr", "imca")),
            also=("Advocacy type", "Type", "Type of advocacy"),
            required=True,
            because="kinds of advocacy rest on different duties and are never added up unsaid",
        ),
        Column(
            "reason",
            choice(
                safeguarding=("Safeguarding enquiry", "Safeguarding"),
                needs_assessment=("Needs assessment", "Assessment", "Care needs assessment"),
                care_plan=("Care plan", "Care planning", "Care and support plan"),
                review=("Review", "Care review"),
                accommodation=("Change of accommodation", "Accommodation"),
                medical_treatment=("Serious medical treatment", "SMT"),
                liberty=("Deprivation of liberty", "DoL", "DoLS"),
                other=("Other",),
            ).asking("SAR", "Safeguarding adults review", between=("safeguarding", "other")),
            also=("Reason", "Reason for referral", "Referral reason"),
        ),
        Column(
            "asked_by",
            choice(
                support_worker=("Support or care worker", "Care worker", "Support worker"),
                senior=("Senior or team leader", "Senior", "Team leader"),
                manager=("Manager", "Registered manager", "Deputy manager", "Service manager"),
                person=("The person", "Self", "Person", "Service user"),
                family=("Family", "Family member", "Relative"),
                other=("Other", "Social worker"),
            ).asking("Carer", "Staff", between=("support_worker", "senior", "family")),
            also=("Asked by", "Referred by (role)", "Referrer role"),
        ),
        Column(
            "requested_of",
            choice(
                local_authority=("Local authority", "Council", "LA", "Social worker", "Social services"),
                advocacy_provider=("Advocacy provider", "Advocacy service", "Advocacy organisation"),
            ),
            also=("Requested of", "Referred to"),
        ),
        Column(
            "difficulty",
            choices(
                understand=("Understanding", "Understand", "Understanding information"),
                retain=("Retaining", "Retain", "Retaining information"),
                weigh=("Using or weighing", "Weigh", "Weighing", "Use or weigh", "Use/weigh", "Using/weighing"),
                communicate=("Communicating", "Communicate", "Communicating views"),
                none=("None", "No", "N", "No difficulty"),
            )
            .asking("Yes", "Y", between=("understand", "retain", "weigh", "communicate"))
            .asking("N/A", "NA", "Not applicable", "Not recorded", "NR", "Unknown", between=("none",)),
            also=("Substantial difficulty", "Difficulty"),
        ),
        Column(
            "appropriate_person",
            choice(
                yes=("Yes", "Y"),
                no=("No", "N", "Nobody"),
                unwilling=("Unwilling",),
                inappropriate=("Inappropriate", "Not suitable"),
                not_asked=("Not asked",),
                not_recorded=NOT_RECORDED,
            ),
            also=("Appropriate person", "Appropriate individual"),
        ),
        Column(
            "consent",
            choice(
                given=("Given", "Yes", "Y", "Consent given"),
                best_interests=("Best interests", "Best interest decision", "BI"),
                declined=("Declined", "No", "N", "Refused"),
            ).asking("N/A", "NA", "Not applicable", "Lacks capacity", between=("best_interests", "declined")),
            also=("Consent",),
        ),
        Column("decided_on", DATE, also=("Decision date", "Date of decision", "Date decided")),
        Column(
            "decision",
            choice(
                accepted=("Accepted", "Allocated", "Approved"),
                declined=("Declined by service", "Declined by LA", "Declined by council", "Not eligible", "Rejected"),
                waiting=("Waiting list", "Waiting", "Awaiting", "Awaiting allocation", "Pending"),
                person_declined=("Person declined", "Declined by person"),
                withdrawn=("Withdrawn",),
            )
            .asking("Declined", "Refused", "Not accepted", between=("declined", "person_declined"))
            .asking("Closed", "Completed", "Yes", between=("accepted", "withdrawn"))
            .asking("No", between=("declined", "person_declined", "withdrawn")),
            also=("Outcome of referral", "Referral decision", "Decision"),
            known_from="decided_on",
        ),
        Column(
            "allocated_on",
            DATE,
            also=("Date allocated", "Allocated", "Advocate allocated", "Allocated date", "Allocation date"),
        ),
        Column(
            "first_contact_on",
            DATE,
            also=("First contact", "First visit", "Date seen", "Seen", "First contact date", "Date of first contact"),
        ),
        Column(
            "seen_privately",
            choice(
                yes=("Yes", "Y"), no=("No", "N"), declined=("Declined", "Person declined"), not_recorded=NOT_RECORDED
            ).asking("N/A", "NA", "Not applicable", between=("no", "not_recorded")),
            also=("Seen privately", "Seen alone", "Private meeting"),
            known_from="first_contact_on",
        ),
        Column("advocate_name", NAME, also=("Advocate", "Advocate name")),
        Column(
            "concern",
            TEXT,
            also=("Safeguarding ref", "Linked concern", "Concern ID", "SG ref", "Linked safeguarding ref"),
            private=True,
        ),
        Column("closed_on", DATE, also=("Date closed", "Closed", "Closed date", "Closure date")),
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
            known_from="closed_on",
        ),
    ),
)
