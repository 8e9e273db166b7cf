"""Concerns and the council, worked by hand."""

import pytest

from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.measures.families import enquiries


@pytest.fixture
def concerns(drawn):
    return drawn(
        SAFEGUARDING,
        """
        concern | person | raised_on  | occurred_on | abuse   | asked_outcomes | referred_on | la_decision       | service
        S1      | P1     | 02/06/2026 | 02/06/2026  | neglect | no             | 02/06/2026  | section_42        | North
        S2      | P2     | 02/06/2026 | 01/06/2026  | neglect | no             | 02/06/2026  | other_enquiry     | North
        S3      | P3     | 02/06/2026 | 31/05/2026  | neglect | no             | 02/06/2026  | no_further_action | South
        S4      | P4     | 02/06/2026 |             | neglect | no             | 02/06/2026  | awaiting          | South
        S5      | P5     | 02/06/2026 | 03/06/2026  | neglect | no             | 02/06/2026  |                   | South
        S6      | P6     | 02/06/2026 | 02/06/2026  | neglect | no             |             | managed           | South
        S7      | P7     | 02/06/2025 | 02/06/2025  | neglect | no             | 02/06/2025  | section_42        | South
        """,
    )


def test_a_decision_that_is_awaited_or_unknown_is_not_a_no(taken, concerns):
    led = taken(enquiries.LED_TO_ENQUIRY, concerns)
    assert (led[""].counted, led[""].out_of) == (2, 3)
    assert led[""].excluded == (
        ("the council's decision is awaited", 1),
        ("the council's decision is not on record", 1),
    )
    assert [e.quality for e in enquiries.LED_TO_ENQUIRY.excluded] == [False, True]
    assert (led["service=South"].counted, led["service=South"].out_of) == (0, 1)


def test_what_the_council_decided_is_shown_each_for_itself(taken, concerns):
    decided = taken(enquiries.COUNCIL_DECISION, concerns)
    assert (decided[""].counted, decided[""].out_of) == (4, 5)
    # S6 was never sent.
    assert decided["la_decision=managed"].counted == 0
    assert (decided["la_decision=awaiting"].counted, decided["la_decision=awaiting"].out_of) == (1, 4)


def test_a_concern_is_raised_on_the_day_or_the_next(taken, concerns):
    soon = taken(enquiries.RAISED_NEXT_DAY, concerns)[""]
    # S1 and S6 on the day, S2 the day after, S3 two days after.
    assert (soon.counted, soon.out_of) == (3, 4)
    assert soon.excluded == (
        ("day of what happened not recorded", 1),
        ("raised before it is said to have happened", 1),
    )
