"""What a supervision must agree with: its own days, who held it, and the staff register."""

from evidencegen.intake.contradiction import Checks, Contradiction, Link, Wrong, given, happened
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.supervision import SUPERVISION

HELD = given(SUPERVISION, "held_on")

CHECKS = Checks(
    "supervision",
    (
        Link(
            given(SUPERVISION, "staff"),
            given(STAFF, "staff"),
            "a session for nobody on the staff register belongs to no service",
        ),
        Contradiction(
            given(SUPERVISION, "assessor"),
            Wrong.SAME,
            given(SUPERVISION, "staff"),
            "nobody can vouch for their own competence",
        ),
        Contradiction(
            given(SUPERVISION, "reassess_by"),
            Wrong.BEFORE,
            HELD,
            "a reassessment comes after the session that called for it; one of the two days may be mistyped",
        ),
        Contradiction(
            HELD,
            Wrong.BEFORE,
            given(STAFF, "started_on"),
            "nobody is supervised before starting; the session may be somebody else's",
            by="staff",
        ),
        Contradiction(
            HELD,
            Wrong.AFTER,
            given(STAFF, "left_on"),
            "nobody is supervised after leaving; the session may be somebody else's",
            by="staff",
        ),
        happened(SUPERVISION),
    ),
)
