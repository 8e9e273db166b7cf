"""What a story must agree with: the concern it tells of, and the advocate it speaks of."""

from evidencegen.intake.contradiction import Checks, Contradiction, Link, Wrong, blank, given, happened, says
from evidencegen.intake.registers.advocacy import ADVOCACY
from evidencegen.intake.registers.case_studies import CASE_STUDIES
from evidencegen.intake.registers.safeguarding import SAFEGUARDING

CONCERN = given(CASE_STUDIES, "concern")

CHECKS = Checks(
    "case_studies",
    (
        Link(CONCERN, given(SAFEGUARDING, "concern"), "a story with no concern in the log cannot be shown to be true"),
        Link(
            CONCERN,
            given(ADVOCACY, "concern"),
            "a buyer who reads of an advocate may ask for the referral",
            when=says(CASE_STUDIES, "advocacy", "advocate", "advocates", "advocacy", "imca", "imha", "icaa", "rpr"),
            mend="enter the referral, or its safeguarding reference; if the story says that none was made, leave it",
        ),
        Contradiction(
            given(CASE_STUDIES, "outcome_achieved"),
            Wrong.DIFFERENT,
            given(SAFEGUARDING, "outcome_achieved"),
            "stories are compared with all outcomes, so each must say what its concern says",
            by="concern",
        ),
        Contradiction(
            given(CASE_STUDIES, "outcome_achieved"),
            Wrong.WHILE,
            blank(SAFEGUARDING, "concluded_on"),
            "a story has an outcome once its concern is concluded",
            by="concern",
        ),
        Contradiction(
            given(CASE_STUDIES, "raised_on"),
            Wrong.DIFFERENT,
            given(SAFEGUARDING, "raised_on"),
            "the days in a story are told as time since its concern was raised",
            by="concern",
        ),
        Contradiction(
            given(CASE_STUDIES, "consent_on"),
            Wrong.BEFORE,
            given(CASE_STUDIES, "raised_on"),
            "nobody agrees to a story that has not begun; one of the two days may be mistyped",
        ),
        happened(CASE_STUDIES),
    ),
)
