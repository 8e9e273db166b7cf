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


def test_the_share_of_questions_that_did_not_apply_is_shown(taken, drawn):
    answers = drawn(
        AUDITS,
        """
        audit | audited_on | question_no | question       | answer
        A1    | 01/06/2026 | 1           | Asked?         | yes
        A1    | 01/06/2026 | 2           | Proportionate? | N/A
        A2    | 01/07/2026 | 1           | Asked?         | no
        A3    |            | 1           | Whole audit    | Audit not done
        """,
    )
    left_out = taken(audits.DID_NOT_APPLY, answers)
    assert (left_out[""].counted, left_out[""].out_of) == (1, 3)
    assert left_out["question=Proportionate?"].counted == 1
    # An audit that was not done holds no answers.
    assert taken(audits.CONFORMITY, answers)[""].out_of == 2


def test_an_audit_is_on_plan_within_the_days_allowed_and_one_not_done_is_not(taken, drawn):
    record = drawn(
        AUDITS,
        """
        audit | planned_on | audited_on | service | question_no | question    | answer
        A1    | 01/06/2026 | 15/06/2026 | North   | 1           | Asked?      | yes
        A1    | 01/06/2026 | 15/06/2026 | North   | 2           | Reviewed?   | yes
        A2    | 01/06/2026 | 16/06/2026 | North   | 1           | Asked?      | yes
        A3    | 01/06/2026 | 30/05/2026 | South   | 1           | Asked?      | yes
        A4    | 01/08/2026 |            | South   | 1           | Whole audit | Audit not done
        A5    | 20/09/2026 |            | South   | 1           | Whole audit | Audit not done
        A6    |            | 01/06/2026 | South   | 1           | Asked?      | yes
        """,
    )
    done = taken(audits.DONE_ON_PLAN, record)
    # A1 on the fourteenth day, A2 on the fifteenth, A3 early, A4 never; A5 has four days left; A6 was not planned.
    assert (done[""].counted, done[""].out_of) == (2, 4)
    assert done[""].excluded == (("not done, and the days allowed are not over", 1),)
    assert (done["service=North"].counted, done["service=North"].out_of) == (1, 2)


def test_a_finding_is_mended_when_the_next_audit_by_the_same_tool_no_longer_finds_it(taken, drawn):
    record = drawn(
        AUDITS,
        """
        audit | audited_on | service | tool_version | question_no | question   | answer | tests
        A1    | 01/03/2026 | North   | v1           | 1           | Asked?     | no     | voice
        A1    | 01/03/2026 | North   | v1           | 2           | Reviewed?  | partly | outcome_review
        A1    | 01/03/2026 | North   | v1           | 3           | Signed?    | yes    | recording
        A1    | 01/03/2026 | North   | v1           | 4           | Restraint? | N/A    | proportionality
        A2    | 01/06/2026 | North   | v1           | 1           | Asked?     | yes    | voice
        A2    | 01/06/2026 | North   | v1           | 2           | Reviewed?  | partly | outcome_review
        A2    | 01/06/2026 | North   | v1           | 3           | Signed?    | no     | recording
        A2    | 01/06/2026 | North   | v1           | 4           | Restraint? | yes    | proportionality
        A3    | 01/09/2026 | North   | v2           | 2           | Reviewed?  | yes    | outcome_review
        """,
    )
    mended = taken(audits.MENDED, record)[""]
    # Asked was mended, Reviewed was not; in September another version asked it.
    assert (mended.counted, mended.out_of) == (1, 2)
    assert dict(mended.excluded)["another version of the audit tool"] == 1
    change = taken(audits.CHANGE, record)
    assert {key: (r.counted, r.out_of) for key, r in change.items()} == {
        "": (3, 3),
        "change=better": (1, 3),
        "change=same": (1, 3),
        "change=worse": (1, 3),
    }
    assert change[""].excluded == (
        ("the question did not apply then or now", 1),
        ("another version of the audit tool", 1),
        ("version of the audit tool not recorded", 0),
    )
    # One of three both times: nought percentage points.
    before, again = taken(audits.MET_BEFORE, record)[""], taken(audits.MET_AGAIN, record)[""]
    assert (before.counted, before.out_of) == (again.counted, again.out_of) == (1, 3)
