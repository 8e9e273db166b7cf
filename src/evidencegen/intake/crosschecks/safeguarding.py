"""What a concern must agree with: its own days and answers, its referral, its action."""

from evidencegen.intake.contradiction import Checks, Contradiction, Link, Twins, Wrong, blank, given, happened, says
from evidencegen.intake.registers.actions import ACTIONS
from evidencegen.intake.registers.advocacy import ADVOCACY
from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.problem import Severity

ACHIEVED = says(SAFEGUARDING, "outcome_achieved", "fully", "partly", "not_achieved")
RAISED = given(SAFEGUARDING, "raised_on")
PLAN = given(SAFEGUARDING, "plan_on")

DAYS = (
    Contradiction(
        given(SAFEGUARDING, "concluded_on"),
        Wrong.BEFORE,
        RAISED,
        "a concern with an impossible date of conclusion counts in the wrong months or in none",
        severity=Severity.MEND,
    ),
    Contradiction(
        given(SAFEGUARDING, "referred_on"),
        Wrong.BEFORE,
        RAISED,
        "days that run backwards would count as referred in time",
        severity=Severity.MEND,
    ),
    Contradiction(
        given(SAFEGUARDING, "first_review_on"),
        Wrong.BEFORE,
        PLAN,
        "days that run backwards would count as reviewed in time",
        severity=Severity.MEND,
    ),
    Contradiction(
        given(SAFEGUARDING, "second_review_on"),
        Wrong.BEFORE,
        PLAN,
        "days that run backwards would count as reviewed in time",
        severity=Severity.MEND,
    ),
    Contradiction(
        given(SAFEGUARDING, "second_review_on"),
        Wrong.BEFORE,
        given(SAFEGUARDING, "first_review_on"),
        "each review is counted by its own day",
    ),
    Contradiction(
        RAISED,
        Wrong.BEFORE,
        given(SAFEGUARDING, "occurred_on"),
        "nothing is raised before it has happened; one of the two days may be mistyped",
    ),
    Contradiction(
        given(SAFEGUARDING, "planning_meeting_on"),
        Wrong.BEFORE,
        RAISED,
        "whether an advocate was asked for early is judged by the planning meeting",
    ),
    Contradiction(PLAN, Wrong.BEFORE, RAISED, "whether a plan was reviewed in time is judged by its day"),
    happened(SAFEGUARDING),
)
ANSWERS = (
    Contradiction(
        blank(SAFEGUARDING, "concluded_on"),
        Wrong.WHILE,
        ACHIEVED,
        "a concern counts as concluded only with the date, so its outcome is in no figure",
    ),
    Contradiction(
        says(SAFEGUARDING, "outcome_achieved", "ongoing"),
        Wrong.WHILE,
        given(SAFEGUARDING, "concluded_on"),
        "a concluded concern whose outcome is still open is left out of the shares achieved",
    ),
    Contradiction(
        ACHIEVED,
        Wrong.WHILE,
        says(SAFEGUARDING, "asked_outcomes", "none_expressed", "no", "dont_know", "not_recorded"),
        "an outcome that nobody is on record as having wanted counts in no share achieved",
    ),
    Contradiction(
        says(SAFEGUARDING, "supported_by", "advocate", "imca", "family", "friend"),
        Wrong.WHILE,
        says(SAFEGUARDING, "lacked_capacity", "no"),
        "the national return counts support only for people who lacked capacity, so this support is in no figure",
        mend="correct the capacity if it is wrong; if not, leave both: support is good practice for anybody",
    ),
    Contradiction(
        blank(SAFEGUARDING, "supported_by"),
        Wrong.WHILE,
        says(SAFEGUARDING, "lacked_capacity", "yes"),
        "for people who lacked capacity the national return asks who supported them",
        mend='write who supported the person, or "None" or "Not recorded"',
    ),
    Contradiction(
        says(SAFEGUARDING, "risk_outcome", "removed", "no_risk"),
        Wrong.WHILE,
        says(SAFEGUARDING, "risk_by_choice", "yes"),
        "a risk is accepted by choice only where there is one and it remains",
    ),
)
REGISTERS = (
    Link(
        given(SAFEGUARDING, "action"),
        given(ACTIONS, "action"),
        "learning is shown by the action that followed",
    ),
    Link(
        given(SAFEGUARDING, "concern"),
        given(ADVOCACY, "concern"),
        "an advocate in the safeguarding log and no referral in the advocacy log do not tell one story",
        when=says(SAFEGUARDING, "supported_by", "advocate", "imca"),
        mend="enter the referral, or its safeguarding reference; if somebody else asked for the advocate, leave it",
    ),
    Twins(
        SAFEGUARDING,
        ("person", "raised_on", "abuse"),
        "one concern that was written down twice would be counted twice",
    ),
)

CHECKS = Checks("safeguarding", DAYS + ANSWERS + REGISTERS)
