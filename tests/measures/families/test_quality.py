"""How complete the registers are, worked by hand."""

from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.intake.registers.staff import STAFF
from evidencegen.measures.families import quality
from evidencegen.measures.measure import About, Measure


def test_each_column_is_judged_by_the_rows_that_it_applies_to(taken, drawn):
    log = drawn(
        SAFEGUARDING,
        """
        concern | person | raised_on  | abuse   | asked_outcomes | concluded_on | outcome_achieved | service
        S1      | P1     | 01/06/2026 | neglect | expressed      | 01/08/2026   | fully            | North
        S2      | P2     | 01/06/2026 | neglect | expressed      | 01/08/2026   |                  | South
        S3      | P3     | 01/06/2026 | neglect | not_recorded   | 01/08/2026   |                  |
        S4      | P4     | 01/06/2026 | neglect | expressed      |              |                  | South
        S5      | P5     | 01/06/2025 | neglect | expressed      | 01/08/2025   |                  |
        """,
    )
    filled = taken(quality.SAFEGUARDING_FILLED, log)
    parts = {key: (reading.counted, reading.out_of) for key, reading in filled.items()}
    # Service in four rows of the period, asked in the three concluded, achieved in the two of those that expressed.
    assert parts == {
        "": (6, 9),
        "column=asked_outcomes": (2, 3),
        "column=outcome_achieved": (1, 2),
        "column=service": (3, 4),
        "service=North": (3, 3),
        "service=South": (3, 4),
    }


def test_a_register_without_such_columns_is_not_collected_and_not_complete(taken, drawn):
    staff = drawn(STAFF, "staff | role | started_on\nW001 | Cook | 01/01/2020")
    assert "none of the columns" in taken(quality.STAFF_FILLED, staff)[""].absent


def test_completeness_is_about_records_and_has_one_key_for_each_register():
    measures = [m for m in vars(quality).values() if isinstance(m, Measure)]
    assert sorted(m.key for m in measures) == [
        "quality.actions_filled", "quality.advocacy_filled", "quality.audits_filled", "quality.required_training_filled",
        "quality.safeguarding_filled", "quality.staff_filled", "quality.supervision_filled", "quality.training_filled",
    ]  # fmt: skip
    assert {m.about for m in measures} == {About.RECORDS}
