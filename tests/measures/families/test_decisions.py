"""Decisions and partnership, worked by hand."""

import pytest

from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.measures.families import decisions


@pytest.mark.parametrize(
    ("measure", "counted", "out_of"),
    [
        (decisions.RATIONALE_RECORDED, 1, 4),
        (decisions.CAPACITY_CONSIDERED, 2, 4),
        (decisions.FAMILY_INVOLVED, 1, 3),
        (decisions.AGENCIES_INVOLVED, 3, 3),
    ],
)
def test_a_blank_counts_as_no_and_not_applicable_is_left_out(taken, drawn, measure, counted, out_of):
    concerns = drawn(
        SAFEGUARDING,
        """
        concern | person | raised_on  | abuse   | asked_outcomes | concluded_on | rationale_recorded | capacity_considered | family_involved | agencies_involved
        S1      | P1     | 01/06/2026 | neglect | no             | 30/07/2026   | yes                | yes                 | yes             | yes
        S2      | P2     | 01/06/2026 | neglect | no             | 30/07/2026   |                    | yes                 | N/A             | yes
        S3      | P3     | 01/06/2026 | neglect | no             | 30/07/2026   | not_recorded       | no                  | no              | yes
        S4      | P4     | 01/06/2026 | neglect | no             | 30/07/2026   | no                 |                     |                 | N/A
        S5      | P5     | 01/06/2026 | neglect | no             |              | yes                | yes                 | yes             | yes
        """,
    )
    reading = taken(measure, concerns)[""]
    assert (reading.counted, reading.out_of) == (counted, out_of)


def test_capacity_falls_into_four_categories_that_add_up_to_all_concluded(taken, drawn):
    concerns = drawn(
        SAFEGUARDING,
        """
        concern | person | raised_on  | abuse   | asked_outcomes | concluded_on | lacked_capacity
        S1      | P1     | 01/06/2026 | neglect | no             | 30/07/2026   | yes
        S2      | P2     | 01/06/2026 | neglect | no             | 30/07/2026   | yes
        S3      | P3     | 01/06/2026 | neglect | no             | 30/07/2026   | no
        S4      | P4     | 01/06/2026 | neglect | no             | 30/07/2026   | DK
        S5      | P5     | 01/06/2026 | neglect | no             | 30/07/2026   | NR
        S6      | P6     | 01/06/2026 | neglect | no             | 30/07/2026   |
        S7      | P7     | 01/06/2026 | neglect | no             |              | yes
        """,
    )
    capacity = taken(decisions.CAPACITY, concerns)
    assert {key: (r.counted, r.out_of) for key, r in capacity.items()} == {
        "": (6, 6),
        "capacity=yes": (2, 6),
        "capacity=no": (1, 6),
        "capacity=dont_know": (1, 6),
        "capacity=not_recorded": (2, 6),
    }
    lacked = taken(decisions.WITHOUT_CAPACITY, concerns)[""]
    assert (lacked.counted, lacked.out_of) == (2, 6)
