"""Supervision, worked by hand."""

import pytest

from evidencegen.intake.registers.required_training import REQUIRED_TRAINING
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.supervision import SUPERVISION
from evidencegen.intake.registers.training import TRAINING
from evidencegen.measures.families import supervision


@pytest.fixture
def tables(drawn):
    staff = drawn(
        STAFF,
        """
        staff | role | service | started_on | left_on    | absent_from | absent_to
        W001  | Cook | North   | 01/01/2020 |            |             |
        W002  | Cook | North   | 01/01/2020 |            | 01/03/2026  | 30/06/2026
        W003  | Cook | South   | 01/01/2020 | 15/04/2026 |             |
        W004  | Cook | South   | 01/01/2020 |            |             |
        """,
    )
    required = drawn(REQUIRED_TRAINING, "role | course | refresh_months | covers\nAll | Food | 12 | safeguarding")
    records = drawn(TRAINING, "staff | course | completed_on\nW001 | Food | 01/09/2026\nW002 | Food | 01/09/2026")
    sessions = drawn(
        SUPERVISION,
        """
        staff | kind       | due_on     | held_on    | asked_outcome  | topic    | result    | attempt
        W001  | one_to_one | 01/05/2026 | 01/05/2026 | yes            |          |           |
        W001  | one_to_one | 01/08/2026 | 02/08/2026 |                |          |           |
        W002  | one_to_one | 01/05/2026 |            |                |          |           |
        W002  | one_to_one | 01/09/2026 | 28/08/2026 | not_applicable |          |           |
        W003  | one_to_one | 01/05/2026 |            |                |          |           |
        W004  | group      | 01/05/2026 |            |                |          |           |
        W001  | assessment |            | 10/02/2026 |                | msp      | not_yet   | 1
        W001  | assessment |            | 10/03/2026 |                | msp      | competent | 2
        W002  | spot_check |            | 10/03/2026 |                | advocacy | competent | 1
        W002  | spot_check |            | 10/03/2026 |                | msp      | not_yet   | 1
        W004  | assessment |            | 10/09/2025 |                | msp      | competent | 1
        """,
    )
    return staff, required, records, sessions


def test_supervision_due_and_not_held_is_not_on_time_and_absence_pauses_the_clock(taken, tables):
    on_time = taken(supervision.ON_TIME, *tables)[""]
    assert (on_time.counted, on_time.out_of) == (2, 4)
    assert on_time.excluded == (
        ("on long-term absence when it was due", 1),
        ("had left by the day it was due", 1),
    )


def test_a_supervision_with_no_answer_counts_as_not_asked(taken, tables):
    asked = taken(supervision.ASKED_OUTCOME, *tables)[""]
    assert (asked.counted, asked.out_of) == (1, 2)
    assert asked.excluded == (("role does not work with people", 1),)


def test_the_latest_attempt_counts_and_the_weaker_result_of_one_day(taken, tables):
    # W003 has left; W004's only test is more than a year old.
    assert taken(supervision.SCENARIO_TESTED, *tables)[""].counted == 2
    competent = taken(supervision.COMPETENT, *tables)[""]
    assert (competent.counted, competent.out_of) == (1, 2)


def test_trained_and_competent_and_supervised_needs_three_registers_to_agree(taken, tables):
    reading = taken(supervision.TRAINED_COMPETENT_SUPERVISED, *tables)[""]
    assert (reading.counted, reading.out_of) == (1, 3)


def test_the_first_attempt_counts_for_itself_and_later_ones_are_left_out(taken, tables):
    # W001 not yet at first and competent the second time; W002 one of each; W004's is a year and more ago.
    first = taken(supervision.COMPETENT_FIRST_TIME, *tables)[""]
    assert (first.counted, first.out_of) == (1, 3)
    assert first.excluded == (("a second or later attempt", 1), ("not recorded which attempt it was", 0))


def test_staff_not_yet_competent_are_tried_again_by_the_day_set(taken, drawn, tables):
    sessions = drawn(
        SUPERVISION,
        """
        staff | kind       | held_on    | topic    | result     | attempt | reassess_by
        W001  | one_to_one | 02/03/2026 | msp      | not_yet    | 1       | 30/03/2026
        W001  | assessment | 30/03/2026 | msp      | developing | 2       | 27/04/2026
        W001  | assessment | 28/04/2026 | msp      | competent  | 3       |
        W002  | one_to_one | 20/02/2026 | msp      | not_yet    | 1       | 20/03/2026
        W003  | one_to_one | 01/04/2026 | msp      | not_yet    | 1       | 29/04/2026
        W004  | one_to_one | 20/09/2026 | msp      | not_yet    | 1       | 18/10/2026
        W004  | one_to_one | 20/08/2026 | advocacy | not_yet    | 1       |
        W004  | one_to_one | 20/07/2026 | coercion | not_yet    | 1       | 17/08/2026
        W004  | one_to_one | 20/07/2025 | msp      | not_yet    | 1       | 17/08/2025
        """,
    )
    again = taken(supervision.REASSESSED_ON_TIME, tables[0], sessions)[""]
    # On the day; a day late; W004 never. W002 was away on the day, W003 had left.
    assert (again.counted, again.out_of) == (1, 3)
    assert again.excluded == (
        ("the day set had not yet come", 1),
        ("had left by the day set", 1),
        ("on long-term absence on the day set", 1),
        ("no day was set", 1),
    )


def test_sessions_held_are_counted_by_kind(taken, tables):
    held = taken(supervision.HELD, *tables)
    counts = {key: reading.counted for key, reading in held.items() if not key.startswith("service")}
    # Held from October 2025 on: three supervisions, two assessments, two spot checks; the group was only due.
    assert counts == {"": 7, "kind=one_to_one": 3, "kind=assessment": 2, "kind=spot_check": 2}
