"""What a referral to an advocate must agree with: its own days, and the concern it was made for."""

from evidencegen.intake.contradiction import Checks, Contradiction, Link, Wrong, given, happened
from evidencegen.intake.registers.advocacy import ADVOCACY
from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.problem import Severity

REFERRED = given(ADVOCACY, "referred_on")
IN_TIME = "days that run backwards would count as in time"

CHECKS = Checks(
    "advocacy",
    (
        Contradiction(given(ADVOCACY, "allocated_on"), Wrong.BEFORE, REFERRED, IN_TIME, severity=Severity.MEND),
        Contradiction(given(ADVOCACY, "first_contact_on"), Wrong.BEFORE, REFERRED, IN_TIME, severity=Severity.MEND),
        Contradiction(
            given(ADVOCACY, "first_contact_on"),
            Wrong.BEFORE,
            given(ADVOCACY, "allocated_on"),
            "nobody is seen by an advocate who has not been found yet; one of the two days may be mistyped",
        ),
        Contradiction(
            given(ADVOCACY, "decided_on"),
            Wrong.BEFORE,
            REFERRED,
            "nothing is decided before it was asked for; one of the two days may be mistyped",
        ),
        Contradiction(
            given(ADVOCACY, "closed_on"),
            Wrong.BEFORE,
            REFERRED,
            "nothing is closed before it was asked for; one of the two days may be mistyped",
        ),
        happened(ADVOCACY),
        Link(
            given(ADVOCACY, "concern"),
            given(SAFEGUARDING, "concern"),
            "a referral for no known concern cannot show that we asked",
        ),
        Contradiction(
            given(ADVOCACY, "person"),
            Wrong.DIFFERENT,
            given(SAFEGUARDING, "person"),
            "a referral for one person under the concern of another shows an advocate for the wrong one",
            by="concern",
        ),
    ),
)
