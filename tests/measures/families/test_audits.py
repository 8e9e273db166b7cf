"""Quality audits, worked by hand."""

from evidencegen.intake.registers.audits import AUDITS
from evidencegen.measures.families import audits


def test_answers_are_pooled_and_a_question_that_did_not_apply_is_left_out(taken, drawn):
    answers = drawn(
        AUDITS,
        """
        audit | audited_on | service | question_no | question             | answer | tests
        A1    | 01/06/2026 | North   | 1           | Was voice recorded?  | yes    | voice
        A1    | 01/06/2026 | North   | 2           | Outcome reviewed?    | partly | outcome_review
        A1    | 01/06/2026 | North   | 3           | Proportionate?       | N/A    | proportionality
        A2    | 01/07/2026 | South   | 1           | Was voice recorded?  | no     | voice
        A2    | 01/07/2026 | South   | 2           | Outcome reviewed?    | yes    | outcome_review
        A3    | 01/07/2025 | South   | 1           | Was voice recorded?  | yes    | voice
        """,
    )
    conformity = taken(audits.CONFORMITY, answers)
    assert (conformity[""].counted, conformity[""].out_of) == (2, 4)
    assert conformity[""].excluded == (("question did not apply", 1),)
    assert (conformity["tests=voice"].counted, conformity["tests=voice"].out_of) == (1, 2)
    reviewed = taken(audits.OUTCOME_REVIEWED, answers)[""]
    assert (reviewed.counted, reviewed.out_of) == (1, 2)
