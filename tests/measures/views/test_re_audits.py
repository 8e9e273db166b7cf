"""Each audit answer to a question that was asked there before, with the answer before it."""

from datetime import date

from evidencegen.intake.registers.audits import AUDITS
from evidencegen.measures.views.re_audits import RE_AUDITS

RECORD = """
audit | audited_on | service | audit_type | tool_version | question_no | question  | answer
A1    | 01/03/2026 | North   | Voice      | v1           | 1           | Asked?    | no
A1    | 01/03/2026 | North   | Voice      | v1           | 2           | Reviewed? | yes
A2    | 01/06/2026 | North   | Voice      | V1           | 1           | ASKED?    | yes
A2    | 01/06/2026 | North   | Voice      | v1           | 2           | Reviewed? | partly
A3    | 01/09/2026 | North   | Voice      | v2           | 1           | Asked?    | yes
A3    | 01/09/2026 | North   | Voice      | v2           | 2           | Reviewed? | N/A
B1    | 01/03/2026 | South   | Voice      | v1           | 1           | Asked?    | no
C1    | 01/06/2026 | North   | Records    | v1           | 1           | Asked?    | no
B2    | 01/06/2026 | South   | Voice      |              | 1           | Asked?    | no
B3    |            | South   | Voice      | v1           | 1           | Asked?    | Audit not done
"""


def test_one_row_is_an_answer_with_the_one_before_it_at_the_same_service_in_the_same_kind_of_audit(viewed):
    # Nothing came before A1 and B1, nor before C1, an audit of another kind; B3 was not done.
    assert viewed(RE_AUDITS, "origin answer_before answer change before_origin", (AUDITS, RECORD)) == [
        (2, "no", "yes", "better", 0),
        (3, "yes", "partly", "worse", 1),
        (4, "yes", "yes", "same", 2),
        (5, "partly", "not_applicable", None, 3),
        (8, "no", "no", "same", 6),
    ]


def test_another_version_of_the_tool_or_one_unknown_is_told_apart(viewed):
    columns = "origin other_version version_unknown did_not_apply"
    assert viewed(RE_AUDITS, columns, (AUDITS, RECORD)) == [
        (2, "no", "no", "no"),
        (3, "no", "no", "no"),
        (4, "yes", "no", "no"),
        (5, "yes", "no", "yes"),
        (8, "no", "yes", "no"),
    ]


def test_an_audit_after_the_day_changes_nothing(viewed):
    rows = viewed(RE_AUDITS, "origin", (AUDITS, RECORD), as_at=date(2026, 8, 31))
    assert rows == [(2,), (3,), (8,)]
