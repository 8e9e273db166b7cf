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
    assert reading.excluded == (("not asked", 1), ("no answer", 4 - out_of))


@pytest.mark.parametrize(
    ("measure", "counted"),
    [(experience.SAFER_ANSWERED, 3), (experience.LISTENED_TO_ANSWERED, 2), (experience.CONFIDENCE_ANSWERED, 3)],
)
def test_how_many_answered_is_out_of_all_concluded_concerns(taken, drawn, measure, counted):
    log = drawn(
        SAFEGUARDING,
        """
        concern | person | raised_on  | abuse   | asked_outcomes | concluded_on | felt_safer | felt_listened_to | confidence
        S1      | P1     | 02/04/2026 | neglect | no             | 30/05/2026   | yes        | yes              | more
        S2      | P2     | 03/04/2026 | neglect | no             | 30/05/2026   | partly     | no               | same
        S3      | P3     | 04/04/2026 | neglect | no             | 30/05/2026   | no         | not_asked        | less
        S4      | P4     | 05/04/2026 | neglect | no             | 30/05/2026   | not_asked  |                  |
        S5      | P5     | 06/04/2026 | neglect | no             |              | yes        | yes              | more
        """,
    )
    reading = taken(measure, log)[""]
    assert (reading.counted, reading.out_of) == (counted, 4)


def test_understanding_and_being_happy_with_the_end_are_asked_for_themselves(taken, drawn):
    log = drawn(
        SAFEGUARDING,
        """
        concern | person | raised_on  | abuse   | asked_outcomes | concluded_on | understood | Happy with the end result
        S1      | P1     | 02/04/2026 | neglect | no             | 30/05/2026   | A lot      | Not at all
        S2      | P2     | 03/04/2026 | neglect | no             | 30/05/2026   | A little   | Not asked
        """,
    )
    for measure, expected in (
        (experience.UNDERSTOOD, (1, 2)),
        (experience.UNDERSTOOD_ANSWERED, (2, 2)),
        (experience.SATISFIED, (0, 1)),
        (experience.SATISFIED_ANSWERED, (1, 2)),
    ):
        reading = taken(measure, log)[""]
        assert (measure.key, reading.counted, reading.out_of) == (measure.key, *expected)
