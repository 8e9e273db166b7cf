"""Each referral to an advocate, with how long each step took."""

from evidencegen.intake.registers.advocacy import ADVOCACY
from evidencegen.measures.views.referrals import REFERRALS

LOG = """
referral | person | referred_on | kind     | allocated_on | first_contact_on
R1       | P1     | 04/09/2026  | care_act | 07/09/2026   | 18/09/2026
R2       | P1     | 07/09/2026  | imca     | 07/09/2026   |
R3       | P2     | 05/09/2026  | imha     |              | 07/09/2026
R4       | P3     | 01/09/2025  | imca     | 29/09/2025   | 30/09/2025
R5       | P4     | 08/09/2026  | imca     | 07/09/2026   |
"""


def test_one_row_is_one_referral_and_working_days_run_from_the_asking(viewed):
    columns = "referral working_days_to_allocation working_days_to_contact"
    assert viewed(REFERRALS, columns, (ADVOCACY, LOG)) == [
        ("R1", 1, 10),  # asked on a Friday, an advocate on the Monday, seen two weeks after the asking
        ("R2", 0, None),
        ("R3", None, 1),  # asked on a Saturday, seen on the Monday
        ("R4", 20, 21),  # four weeks, and a day more
        ("R5", -1, None),  # an advocate was there before anybody asked
    ]


QUEUE = """
referral | person | referred_on | kind     | decision        | allocated_on | first_contact_on | closed_on
R1       | P1     | 23/09/2026  | care_act | waiting         |              |                  |
R2       | P1     | 01/09/2026  | care_act | accepted        | 30/09/2026   |                  |
R3       | P2     | 01/09/2026  | care_act | accepted        | 01/10/2026   |                  |
R4       | P3     | 01/09/2026  | imca     | not eligible    |              |                  |
R5       | P4     | 01/09/2026  | imca     | person_declined |              |                  |
R6       | P5     | 01/09/2026  | imca     | withdrawn       |              |                  |
R7       | P6     | 01/09/2026  | imca     |                 |              | 10/09/2026       |
R8       | P7     | 01/09/2026  | imca     |                 |              |                  | 20/09/2026
R9       | P8     | 01/10/2026  | imca     | waiting         |              |                  |
"""


def test_a_referral_waits_from_the_asking_until_somebody_is_there_or_it_has_ended(viewed):
    rows = viewed(REFERRALS, "referral waiting working_days_waiting", (ADVOCACY, QUEUE))
    # R1 for five working days, Wednesday to Wednesday. R3's advocate comes the day after: from Tuesday 1 September
    # four weeks to Tuesday 29, and a day more. R9 is asked for the day after.
    assert [row for row in rows if row[1] == "yes"] == [("R1", "yes", 5), ("R3", "yes", 21)]
    assert {row[2] for row in rows if row[1] == "no"} == {None}
