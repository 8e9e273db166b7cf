"""Waiting for an advocate, worked by hand."""

import pytest

from evidencegen.intake.registers.advocacy import ADVOCACY
from evidencegen.measures.families import waits
from evidencegen.measures.waiting import Waits


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
    excluded = dict(taken(measure, referrals)[""].excluded)
    assert (excluded["declined or withdrawn"], excluded[reason]) == (1, 1)
    assert [e.quality for e in measure.excluded] == [False, True, True]


def test_those_who_wait_on_the_day_count_as_waiting(taken, referrals):
    # R3 took ten working days; R1 and R2 have waited ten and eleven: after ten days two of three still wait.
    assert taken(waits.DAYS_TO_ALLOCATION, referrals)[""].waits == Waits(None, None, 1, 2)


def test_half_and_nine_in_ten_of_the_waits(taken, drawn):
    log = drawn(
        ADVOCACY,
        """
        referral | person | referred_on | kind | decision | allocated_on | first_contact_on | closed_on
        R1       | P1     | 01/06/2026  | imca | accepted | 02/06/2026   | 08/06/2026       |
        R2       | P2     | 01/06/2026  | imca | accepted | 03/06/2026   | 15/06/2026       |
        R3       | P3     | 01/06/2026  | imca | accepted | 04/06/2026   |                  |
        R4       | P4     | 01/06/2026  | imca | accepted |              | 22/06/2026       |
        R5       | P5     | 01/06/2026  | imca | accepted |              |                  | 30/06/2026
        """,
    )
    allocated = taken(waits.DAYS_TO_ALLOCATION, log)[""]
    # One, two and three working days; R4 was met and R5 closed with no day of allocation.
    assert allocated.waits == Waits(2, 3, 3, 0)
    assert dict(allocated.excluded)["met or closed with no day of allocation on record"] == 2
    seen = taken(waits.DAYS_TO_CONTACT, log)[""]
    # Five, ten and fifteen working days, R3 still waiting: half by ten, and halfway on since exactly half remain.
    assert seen.waits == Waits(12.5, None, 3, 1)
    assert (seen.counted, seen.out_of) == (3, 4)
    assert dict(seen.excluded)["closed with no day of first contact on record"] == 1
