"""What a measure counts in each part and each month, from one look at the rows."""

from dataclasses import replace

import pytest

from evidencegen.intake.registers.advocacy import ADVOCACY
from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.measures.condition import where
from evidencegen.measures.families.msp import ASKED as ASKED_AND_AGAIN
from evidencegen.measures.families.msp import FULLY_ACHIEVED, PEOPLE
from evidencegen.measures.measure import Exclusion, Measure, Wait
from evidencegen.measures.tally import Tally, tally
from evidencegen.measures.view import Unit, Views
from evidencegen.measures.views.referrals import REFERRALS
from evidencegen.measures.waiting import Waits

ASKED = replace(ASKED_AND_AGAIN, sensitivity=None)
LOG = """
concern | person | raised_on  | abuse   | asked_outcomes | outcome_achieved | concluded_on | service | barriers
S1      | P1     | 02/04/2026 | neglect | expressed      | fully            | 30/05/2026   | North   | fear
S2      | P1     | 03/04/2026 | neglect | expressed      |                  | 30/05/2026   | North   | fear; trauma
S3      | P2     | 04/05/2026 | neglect | no             |                  | 01/06/2026   | South   | trauma
S4      | P3     | 05/05/2026 | neglect | expressed      | partly           | 02/06/2026   | South   |
S5      | P3     | 06/05/2026 | neglect | not_recorded   |                  | 03/06/2026   |         | fear
"""


@pytest.fixture
def views(drawn, setting):
    return Views({"safeguarding": drawn(SAFEGUARDING, LOG)}, setting)


def test_the_whole_is_one_cell(views):
    assert tally(ASKED, views) == {(): Tally(3, 5)}
    assert tally(FULLY_ACHIEVED, views) == {(): Tally(1, 2, (0, 1))}


def test_parts_and_months_have_bases_of_their_own_and_blanks_are_in_none(views):
    assert tally(ASKED, views, ("service",)) == {("North",): Tally(2, 2), ("South",): Tally(1, 2)}
    assert tally(ASKED, views, monthly=True) == {("2026-05",): Tally(2, 2), ("2026-06",): Tally(1, 3)}
    assert tally(ASKED, views, ("service",), monthly=True) == {
        ("North", "2026-05"): Tally(2, 2),
        ("South", "2026-06"): Tally(1, 2),
    }


def test_a_part_in_which_all_was_left_out_is_told_of(views):
    found = tally(FULLY_ACHIEVED, views, ("barriers",))
    assert found == {("fear",): Tally(1, 1, (0, 1)), ("trauma",): Tally(0, 0, (0, 1))}


def test_a_person_counts_once_in_each_part(views):
    assert tally(PEOPLE, views)[()].counted == 3
    assert {label: found.counted for label, found in tally(PEOPLE, views, monthly=True).items()} == {
        ("2026-04",): 1,
        ("2026-05",): 2,
    }


def test_a_figure_is_worked_out_once_more_without_the_rows_of_its_sensitivity(views):
    without = Exclusion("it is not recorded", where(asked_outcomes="not_recorded"))
    assert tally(replace(ASKED, sensitivity=without), views)[()] == Tally(3, 5, (), (3, 4))


def test_a_referral_without_an_advocate_is_still_waiting(drawn, setting):
    referrals = """
    referral | person | referred_on | kind | allocated_on | service
    R1       | P1     | 01/09/2026  | imca | 03/09/2026   | North
    R2       | P2     | 01/09/2026  | imca | 08/09/2026   | North
    R3       | P3     | 07/09/2026  | imca |              | North
    R4       | P4     | 07/09/2026  | imca |              | South
    """
    measure = Measure(
        key="test.waits",
        title="Days to an advocate",
        view=REFERRALS,
        of=REFERRALS.unit,
        wait=Wait("working_days_to_allocation", "working_days_so_far", Unit("working day", "working days")),
        dated_by="referred_on",
        answers=(),
        rows=(),
        why="",
        caution="",
    )
    views = Views({"advocacy": drawn(ADVOCACY, referrals)}, setting)
    # From Monday 7 to Wednesday 30 September 2026 are 17 working days; R1 took 2, R2 took 5.
    assert tally(measure, views)[()].waits == Waits(5.0, None, 2, 2)
    assert tally(measure, views, ("service",))["South",].waits == Waits(None, None, 0, 1)
