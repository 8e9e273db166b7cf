"""Risk and proportion, worked by hand."""

import pytest

from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.measures.families import risk


@pytest.fixture
def concerns(drawn):
    return drawn(
        SAFEGUARDING,
        """
        concern | person | raised_on  | abuse    | asked_outcomes | concluded_on | risk_outcome | risk_by_choice | restriction_used | least_restrictive | referred_on | high_risk
        S1      | P1     | 01/06/2026 | domestic | no             | 30/07/2026   | reduced      |                | yes              | yes               | 02/06/2026  | coercion; minimising
        S2      | P2     | 01/06/2026 | neglect  | no             | 30/07/2026   | removed      |                | yes              |                   | 03/06/2026  | none
        S3      | P3     | 01/06/2026 | neglect  | no             | 30/07/2026   | remained     | yes            | no               |                   | 01/06/2026  | coercion
        S4      | P4     | 01/06/2026 | neglect  | no             | 30/07/2026   | remained     |                |                  |                   |             |
        S5      | P5     | 01/06/2026 | neglect  | no             | 30/07/2026   | no_risk      |                | no               |                   |             |
        S6      | P6     | 01/06/2026 | neglect  | no             | 30/07/2026   | not_recorded |                | not_recorded     |                   |             |
        """,
    )


@pytest.mark.parametrize(
    ("measure", "counted", "out_of", "left_out"),
    [
        (risk.REDUCED_OR_REMOVED, 2, 4, 2),
        (risk.REMAINED_BY_CHOICE, 1, 2, 0),
        (risk.LESS_RESTRICTIVE, 1, 2, 0),
        (risk.RESTRICTION_USED, 2, 4, 2),
        (risk.REFERRED_IN_TIME, 2, 3, 0),
    ],
)
def test_risk(taken, concerns, measure, counted, out_of, left_out):
    reading = taken(measure, concerns)[""]
    assert (reading.counted, reading.out_of, sum(n for _, n in reading.excluded)) == (counted, out_of, left_out)


def test_one_concern_may_carry_several_high_risk_features(taken, concerns):
    features = taken(risk.HIGH_RISK, concerns)
    assert features["high_risk=coercion"].counted == 2
    assert features["high_risk=minimising"].counted == 1
    assert features["high_risk=coercion"].out_of == 3


def test_situations_of_control_are_shown_apart(taken, concerns):
    apart = taken(risk.REDUCED_OR_REMOVED, concerns)
    assert (apart["control_or_exploitation=yes"].counted, apart["control_or_exploitation=yes"].out_of) == (1, 2)


def test_no_risk_does_not_apply_and_no_record_is_a_fault_of_the_record(taken, concerns):
    reading = taken(risk.REDUCED_OR_REMOVED, concerns)[""]
    assert reading.excluded == (("no risk identified", 1), ("outcome not recorded", 1))
    assert [e.quality for e in risk.REDUCED_OR_REMOVED.excluded] == [False, True]
