"""Waiting for an advocate, worked by hand."""

import pytest

from evidencegen.intake.registers.advocacy import ADVOCACY
from evidencegen.measures.families import waits


@pytest.fixture
def referrals(drawn):
    return drawn(
        ADVOCACY,
        """
        referral | person | service | referred_on | kind     | decision        | allocated_on | first_contact_on
        R1       | P1     | North   | 16/09/2026  | care_act | waiting         |              |
        R2       | P2     | North   | 15/09/2026  | care_act | waiting         |              |
        R3       | P3     | South   | 01/06/2026  | care_act | accepted        | 15/06/2026   |
        R4       | P4     | South   | 01/06/2026  | imca     | accepted        | 29/05/2026   | 28/05/2026
        R5       | P5     | South   | 01/06/2026  | imca     | person_declined |              |
        R6       | P6     | South   | 01/06/2024  | imca     |                 |              |
        """,
    )


def test_everybody_who_waits_on_the_day_is_counted_however_long_ago_the_asking(taken, referrals):
    waiting = taken(waits.WAITING, referrals)
    assert {key: reading.counted for key, reading in waiting.items()} == {
        "": 3,
        "service=North": 2,
        "service=South": 1,
    }


def test_a_wait_of_ten_working_days_is_within_the_time_and_of_eleven_is_not(taken, referrals):
    # Wednesday 16 September to Wednesday 30 is ten working days; R2 eleven; R6 years.
    in_time = taken(waits.WAITING_IN_TIME, referrals)[""]
    assert (in_time.counted, in_time.out_of) == (1, 3)


@pytest.mark.parametrize(
    ("measure", "reason"),
    [
        (waits.DAYS_TO_ALLOCATION, "allocated before it was asked for"),
        (waits.DAYS_TO_CONTACT, "seen before it was asked for"),
    ],
)
def test_days_that_run_backwards_are_left_out_as_a_fault_of_the_record(taken, referrals, measure, reason):
    assert taken(measure, referrals)[""].excluded == (("declined or withdrawn", 1), (reason, 1))
    assert [e.quality for e in measure.excluded] == [False, True]
    assert measure.over in measure.columns
