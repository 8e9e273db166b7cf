"""The safeguarding log: one row for each concern."""

from evidencegen.intake.kind import (
    DATE,
    NAME,
    NOT_RECORDED,
    PROSE,
    TEXT,
    YES_NO,
    choice,
    choices,
)
from evidencegen.intake.register import Ahead, Column, Register

AGREEMENT = choice(
    yes=("Yes", "Y", "Quite a bit", "A lot", "Agree", "Strongly agree"),
    partly=("Partly", "Partially", "A little", "A bit", "Somewhat"),
    no=("No", "N", "Not at all", "Disagree", "Strongly disagree"),
    not_asked=("Not asked",),
).asking("N/A", "NA", "Not applicable", "Not recorded", "NR", "Declined", "Not known", between=("not_asked",))
ACHIEVED = choice(
    fully=("Fully Achieved", "Fully", "Fully met", "Achieved in full", "Achieved fully", "Completely achieved"),
    partly=(
        "Partially Achieved",
        "Partially",
        "Partly",
        "Partly achieved",
        "Partially met",
        "Partly met",
        "Partial",
        "In part",
        "Achieved in part",
    ),
    not_achieved=("Not Achieved", "Not", "Not met", "Unmet", "No", "N"),
    ongoing=("Ongoing", "On-going", "In progress", "Not concluded"),
    not_recorded=("Not recorded", "NR"),
).asking("Met", "Yes", "Y", "Achieved", "Mostly", "Mostly achieved", "✓", "✔", between=("fully", "partly"))

SAFEGUARDING = Register(
    key="safeguarding",
    title="Safeguarding log",
    one_row_is="one concern",
    unique=("concern",),
    begins="raised_on",
    columns=(
        Column(
            "concern",
            TEXT,
            also=(
                "Concern ID",
                "Ref",
                "SG No",
                "Concern No",
                "Incident no",
                "Safeguarding ref",
                "SG ref",
                "Safeguarding No",
                "Concern ref",
            ),
            required=True,
            private=True,
            because="advocacy referrals, actions and case studies are joined by it",
        ),
        Column(
            "person",
            TEXT,
            also=("Service user ID", "Person ID", "Client ID", "Resident No", "Resident ID"),
            required=True,
            private=True,
            because="people are counted once, however many concerns they have",
        ),
        Column("person_name", NAME, also=("Name", "Service user", "Person's name", "Client name")),
        Column("representative_name", NAME, also=("Representative", "Next of kin", "Family contact")),
        Column("service", TEXT, also=("Service", "Site", "Location of service", "Home", "Team")),
        Column(
            "raised_on",
            DATE,
            also=("Date raised", "Date of concern", "Date reported", "Alert date", "Raised date", "Concern date"),
            required=True,
            because="a concern belongs to the month in which it was raised",
        ),
        Column("occurred_on", DATE, also=("Date occurred", "Date of incident", "Incident date", "Occurred date")),
        Column(
            "group",
            choice(
                dementia=("Dementia",),
                learning_disability=(
                    "Learning disability",
                    "LD",
                    "Learning disability support",
                    "Learning disabilities",
                ),
                autism=("Autism", "Autistic", "ASD"),
                mental_health=("Mental ill health", "Mental health", "MH", "Mental health support", "Mental illness"),
                physical=("Physical support", "Physical", "Physical disability", "PD"),
                sensory=("Sensory support", "Sensory", "Sensory impairment"),
                none=("None", "Not applicable", "N/A", "No support reason"),
            ).asking("Support with memory and cognition", "Memory and cognition", between=("dementia",)),
            also=("Main support need", "Primary support reason", "Primary need"),
        ),
        Column(
            "barriers",
            choices(
                communication=("Communication", "Communication needs"),
                trauma=("Trauma",),
                fear=("Fear", "Fear of consequences"),
                language=("Language", "First language not English"),
                coercion=("Coercive control", "Coercion"),
                none=("None",),
            ),
            also=("Barriers to being heard", "Barriers"),
        ),
        Column(
            "abuse",
            choices(
                physical=("Physical Abuse", "Physical", "Physical assault"),
                sexual=("Sexual Abuse", "Sexual", "Sexual assault"),
                psychological=(
                    "Psychological Abuse",
                    "Psychological",
                    "Emotional",
                    "Emotional abuse",
                    "Psychological/Emotional",
                    "Emotional/Psychological",
                    "Psychological or emotional abuse",
                    "Verbal",
                    "Verbal abuse",
                ),
                financial=(
                    "Financial or Material Abuse",
                    "Financial",
                    "Financial abuse",
                    "Material",
                    "Material abuse",
                    "Financial/Material",
                    "Financial and material",
                    "Financial and material abuse",
                    "Financial or material",
                ),
                discriminatory=("Discriminatory Abuse", "Discriminatory", "Discrimination"),
                organisational=(
                    "Organisational Abuse",
                    "Organisational",
                    "Organizational",
                    "Organizational abuse",
                    "Institutional",
                    "Institutional abuse",
                ),
                neglect=(
                    "Neglect and Acts of Omission",
                    "Neglect",
                    "Omission",
                    "Neglect/Omission",
                    "Neglect & acts of omission",
                    "Neglect or acts of omission",
                    "Neglect and omission",
                    "Acts of omission",
                ),
                domestic=(
                    "Domestic Abuse",
                    "Domestic",
                    "DV",
                    "DA",
                    "DVA",
                    "Domestic violence",
                    "Domestic violence and abuse",
                    "Domestic abuse and violence",
                    "DV/Coercive control",
                    "Coercive control",
                    "Coercive and controlling behaviour",
                    "Controlling and coercive behaviour",
                ),
                sexual_exploitation=("Sexual Exploitation",),
                modern_slavery=("Modern Slavery", "Slavery", "Human trafficking", "Trafficking", "Forced labour"),
                self_neglect=("Self-Neglect", "Self neglect", "Hoarding"),
            ).asking(
                "Exploitation",
                "Criminal exploitation",
                "Cuckooing",
                "Mate crime",
                between=("sexual_exploitation", "modern_slavery", "financial"),
            ),
            also=("Type of abuse", "Abuse type", "Category", "Category of abuse"),
            required=True,
            because="the national return and every breakdown by kind of harm rest on it",
        ),
        Column(
            "high_risk",
            choices(
                coercion=("Coercion", "Coercive control"),
                exploitation=("Exploitation", "Cuckooing"),
                minimising=("Minimising harm",),
                refusing=("Refusing support",),
                agreeing=("Agreeing without understanding",),
                none=("None",),
            ),
            also=("High-risk features", "High risk"),
        ),
        Column(
            "source_of_risk",
            choice(
                service_provider=(
                    "Service Provider",
                    "Provider",
                    "Staff",
                    "Staff member",
                    "Member of staff",
                    "Care staff",
                    "Care worker",
                    "Support worker",
                    "Paid carer",
                    "Agency",
                    "Agency staff",
                    "Agency worker",
                ),
                known=(
                    "Other - Known to individual",
                    "Known to individual",
                    "Known",
                    "Family",
                    "Family member",
                    "Relative",
                    "Partner",
                    "Ex-partner",
                    "Spouse",
                    "Husband",
                    "Wife",
                    "Son",
                    "Daughter",
                    "Friend",
                    "Neighbour",
                    "Other resident",
                    "Another resident",
                    "Resident",
                    "Other service user",
                    "Service user",
                    "Housemate",
                    "Unpaid carer",
                ),
                unknown=(
                    "Other - Unknown to individual",
                    "Unknown to individual",
                    "Not known to individual",
                    "Stranger",
                ),
            )
            .asking("Unknown", "Not known", between=("unknown",))
            .asking("Carer", "Volunteer", between=("service_provider", "known"))
            .asking("Other", between=("known", "unknown")),
            also=("Source of risk", "Alleged source of risk", "Person alleged to have caused harm", "PACH"),
        ),
        Column(
            "referred_on",
            DATE,
            also=(
                "Date referred to LA",
                "Referred to council",
                "Date sent to LA",
                "Referred date",
                "Date referred",
                "Date referred to council",
            ),
        ),
        Column(
            "la_decision",
            choice(
                section_42=("Section 42 enquiry", "S42", "s.42", "Section 42", "S42 enquiry", "Statutory enquiry"),
                other_enquiry=(
                    "Other enquiry",
                    "Other safeguarding enquiry",
                    "Non-statutory enquiry",
                    "Non S42 enquiry",
                ),
                no_further_action=(
                    "No further action",
                    "NFA",
                    "Signposted",
                    "NFA/signposted",
                    "Threshold not met",
                    "Did not meet threshold",
                    "Not progressed",
                ),
                managed=("Managed internally", "Internal", "Managed by provider"),
                awaiting=("Awaiting", "Awaiting decision", "Awaiting outcome", "Pending"),
            )
            .asking(
                "Closed",
                "Concluded",
                "Completed",
                between=("section_42", "other_enquiry", "no_further_action", "managed"),
            )
            .asking(
                "Enquiry", "Investigation", "Accepted", "Progressed", "Yes", between=("section_42", "other_enquiry")
            )
            .asking("Provider-led enquiry", "Provider enquiry", between=("section_42", "other_enquiry", "managed"))
            .asking("No", "N/A", "NA", "Not applicable", between=("no_further_action", "managed")),
            also=("LA decision", "Council decision"),
            known_from="referred_on",
        ),
        Column(
            "asked_outcomes",
            choice(
                expressed=(
                    "Yes they were asked and outcomes were expressed",
                    "Asked and expressed",
                    "Yes - expressed",
                    "Yes and expressed",
                    "Asked, outcomes expressed",
                    "Asked, expressed",
                ),
                none_expressed=(
                    "Yes they were asked but no outcomes were expressed",
                    "Asked, none expressed",
                    "Yes - none expressed",
                    "Asked but none expressed",
                    "Asked, not expressed",
                    "Yes - not expressed",
                ),
                no=("No", "N", "Not asked"),
                dont_know=("Don't Know", "DK"),
                not_recorded=("Not Recorded", "NR"),
            )
            .asking("Yes", "Y", "Asked", "True", "✓", "✔", between=("expressed", "none_expressed"))
            .asking("Declined", "Refused", "Lacks capacity", "Unable", between=("none_expressed", "no"))
            .asking("Unknown", "Not known", between=("dont_know", "not_recorded"))
            .asking("N/A", "NA", "Not applicable", "Not required", between=("none_expressed", "no", "not_recorded")),
            also=("Asked about outcomes", "Desired outcomes asked", "MSP asked", "Asked outcomes", "Outcomes asked"),
            required=True,
            because="Making Safeguarding Personal is measured by whether the person was asked",
        ),
        Column(
            "desired_outcome",
            PROSE,
            also=("Desired outcome", "What the person wanted", "Desired outcomes", "Desired outcome text"),
        ),
        Column(
            "review_notes",
            PROSE,
            also=("Outcome review notes", "Review notes", "Outcome notes", "Notes of reviews"),
            known_from="concluded_on",
        ),
        Column(
            "feedback",
            PROSE,
            also=(
                "Feedback from the person",
                "Feedback",
                "Person's feedback",
                "Service user feedback",
                "What the person said",
                "Comments from the person",
            ),
            known_from="concluded_on",
        ),
        Column(
            "lessons",
            PROSE,
            also=("Lessons learned", "Lessons learnt", "Lessons", "What was learned"),
            known_from="concluded_on",
        ),
        Column("own_words", YES_NO, also=("Recorded in own words", "Own words")),
        Column("involved", YES_NO, also=("Involved in decisions",)),
        Column("accessible_information", YES_NO, also=("Information in a form they can use", "Accessible information")),
        Column("communication_tool", YES_NO, also=("Communication tool used", "Communication tools")),
        Column("goals_in_plan", YES_NO, also=("Goals in the plan", "Preferences in the plan"), known_from="plan_on"),
        Column("restriction_used", YES_NO, also=("Restriction used", "Restrictive measure")),
        Column(
            "least_restrictive", YES_NO, also=("Less restrictive options considered", "Least restrictive considered")
        ),
        Column("family_involved", YES_NO, also=("Family involved",)),
        Column("agencies_involved", YES_NO, also=("Other agencies involved", "Agencies involved")),
        Column("rationale_recorded", YES_NO, also=("Reasons for decision recorded", "Rationale recorded")),
        Column("capacity_considered", YES_NO, also=("Capacity considered",)),
        Column(
            "lacked_capacity",
            choice(
                yes=("Yes, they lacked capacity", "Yes", "Y", "Lacked capacity", "Lacks capacity", "No capacity"),
                no=("No, they did not lack capacity", "No", "N", "Had capacity", "Has capacity", "Full capacity"),
                dont_know=("Don't know", "DK"),
                not_recorded=("Not recorded", "NR"),
            )
            .asking("Fluctuating", "Fluctuates", "Fluctuating capacity", "Variable", "Partial", between=("yes", "no"))
            .asking("Unknown", "Not known", "Not assessed", between=("dont_know", "not_recorded")),
            also=("Lacked capacity", "Mental capacity", "Capacity", "Lacks capacity"),
            asked_under=("Mental capacity", "Capacity"),
        ),
        Column(
            "supported_by",
            choice(
                advocate=("Independent advocate", "Advocate", "Care Act advocate", "Advocacy", "IMHA"),
                imca=("IMCA",),
                family=("Family", "Family member", "Relative", "Partner", "Spouse", "Next of kin"),
                friend=("Friend",),
                none=("None", "No one", "Nobody", "No", "No support"),
                not_recorded=("Not recorded", "NR"),
            )
            .asking("Yes", "Y", between=("advocate", "imca", "family", "friend"))
            .asking("RPR", "Representative", "Appropriate person", between=("advocate", "family", "friend"))
            .asking("N/A", "NA", "Not applicable", "Not required", "Unknown", between=("none", "not_recorded")),
            also=("Supported by", "Support provided by"),
        ),
        Column(
            "difficulty",
            choices(
                understand=("Understanding", "Understand", "Understanding information"),
                retain=("Retaining", "Retain", "Retaining information"),
                weigh=("Using or weighing", "Weigh", "Weighing", "Use or weigh", "Use/weigh", "Using/weighing"),
                communicate=("Communicating", "Communicate", "Communicating views"),
                none=("None", "No", "N", "No difficulty"),
                not_recorded=("Not recorded", "NR"),
            )
            .asking("Yes", "Y", between=("understand", "retain", "weigh", "communicate"))
            .asking("N/A", "NA", "Not applicable", "Unknown", between=("none", "not_recorded")),
            also=("Substantial difficulty", "Difficulty"),
        ),
        Column(
            "appropriate_person",
            choice(
                yes=("Yes", "Y"), no=("No", "N", "Unwilling", "Inappropriate", "Nobody"), not_recorded=NOT_RECORDED
            ).asking("N/A", "NA", "Not applicable", "Not asked", between=("no", "not_recorded")),
            also=("Appropriate person", "Appropriate individual"),
        ),
        Column("planning_meeting_on", DATE, also=("First planning meeting", "Planning meeting"), ahead=Ahead.STANDS),
        Column("plan_on", DATE, also=("Plan agreed", "Date of plan", "Protection plan date")),
        Column("first_review_on", DATE, also=("First review", "2 week review"), ahead=Ahead.NOT_YET),
        Column("second_review_on", DATE, also=("Second review", "6 week review"), ahead=Ahead.NOT_YET),
        Column(
            "outcome_achieved",
            ACHIEVED,
            also=("Outcome achieved", "Outcomes achieved", "Desired outcome achieved"),
            known_from="concluded_on",
        ),
        Column(
            "risk_outcome",
            choice(
                remained=("Risk remained", "Remained", "Risk remains", "Remains", "Unchanged"),
                reduced=("Risk reduced", "Reduced"),
                removed=("Risk removed", "Removed"),
                no_risk=("No risk identified", "No risk"),
                not_recorded=("Not recorded", "NR"),
            )
            .asking("Managed", "Mitigated", "Resolved", "Risk managed", between=("reduced", "removed"))
            .asking("N/A", "NA", "Not applicable", "None", between=("no_risk", "not_recorded", "removed")),
            also=("Risk outcome", "Risk result", "Outcome of risk"),
            known_from="concluded_on",
        ),
        Column(
            "risk_by_choice",
            YES_NO,
            also=("Risk accepted by informed choice", "Person's informed choice"),
            known_from="concluded_on",
        ),
        Column(
            "concluded_on",
            DATE,
            also=("Date concluded", "Concluded", "Date closed", "Concluded date", "Closed date", "Conclusion date"),
        ),
        Column("felt_safer", AGREEMENT, also=("Feels safer", "Felt safer"), known_from="concluded_on"),
        Column("felt_listened_to", AGREEMENT, also=("Felt listened to", "Listened to"), known_from="concluded_on"),
        Column(
            "understood",
            AGREEMENT,
            also=("Understood what was happening", "Understood the process", "Understood what happened"),
            known_from="concluded_on",
        ),
        Column(
            "satisfied",
            AGREEMENT,
            also=(
                "Happy with how it ended",
                "Happy with the end result",
                "Satisfied with outcome",
                "Happy with outcome",
            ),
            known_from="concluded_on",
        ),
        Column(
            "confidence",
            choice(
                more=("More confident", "More"),
                same=("About the same", "Same"),
                less=("Less confident", "Less"),
                not_asked=("Not asked",),
            ),
            also=("Confidence to speak up at review", "Confidence at review"),
            known_from="concluded_on",
        ),
        Column(
            "themes",
            choices(
                safe=("Feeling safe",),
                independence=("Keeping independence",),
                home=("Staying at or returning to chosen home",),
                money=("Control of money and possessions",),
                contact=("Contact and relationships",),
                listened=("Being listened to",),
                no_police=("Not involving police or formal action",),
                dignity=("Dignity, respect and privacy",),
                communication=("Accessible communication",),
                advocacy=("Advocacy access",),
                confidence=("Confidence and self-advocacy",),
                staff=("Staff conduct",),
                environment=("Environment and restrictions",),
                process=("Process delay and recording",),
            ),
            also=("Themes", "Theme"),
        ),
        Column("action", TEXT, also=("Action ID", "Linked action"), private=True),
    ),
)

THEMES = SAFEGUARDING.column("themes").kind
