"""What it was like for the person, worked by hand."""

import pytest

from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.measures.families import experience


@pytest.mark.parametrize(
    ("measure", "counted", "out_of"),
    [(experience.FELT_SAFER, 1, 3), (experience.FELT_LISTENED_TO, 2, 2), (experience.MORE_CONFIDENT, 1, 3)],
)
def test_those_who_were_not_asked_are_left_out_and_said(taken, drawn, measure, counted, out_of):
    log = drawn(
        SAFEGUARDING,
        """
        concern | person | raised_on  | abuse   | asked_outcomes | concluded_on | felt_safer | felt_listened_to | confidence
        S1      | P1     | 02/04/2026 | neglect | no             | 30/05/2026   | yes        | yes              | more
        S2      | P2     | 03/04/2026 | neglect | no             | 30/05/2026   | partly     | A lot            | same
        S3      | P3     | 04/04/2026 | neglect | no             | 30/05/2026   | no         |                  | less
        S4      | P4     | 05/04/2026 | neglect | no             | 30/05/2026   | not_asked  | not_asked        | not_asked
        S5      | P5     | 06/04/2026 | neglect | no             | 30/05/2026   |            |                  |
        """,
    )
    reading = taken(measure, log)[""]
    assert (reading.counted, reading.out_of) == (counted, out_of)
    assert reading.excluded == (("no answer on record", 5 - out_of),)
