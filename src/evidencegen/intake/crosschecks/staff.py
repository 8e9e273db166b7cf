"""What a member of staff's row must agree with: its own days."""

from evidencegen.intake.contradiction import Checks, Contradiction, Wrong, given
from evidencegen.intake.registers.staff import STAFF
from evidencegen.problem import Severity

CHECKS = Checks(
    "staff",
    (
        Contradiction(
            given(STAFF, "left_on"),
            Wrong.BEFORE,
            given(STAFF, "started_on"),
            "somebody who left before starting is in no figure for staff, and nor is their training",
            severity=Severity.MEND,
        ),
        Contradiction(
            given(STAFF, "absent_to"),
            Wrong.BEFORE,
            given(STAFF, "absent_from"),
            "an absence that ends before it starts leaves nobody out of the figures for staff at work",
        ),
    ),
)
