"""Each answer to an audit question."""

from evidencegen.intake.registers.audits import AUDITS
from evidencegen.measures.views.answers import ANSWERS

AUDIT = """
audit | audited_on | question_no | question           | answer         | records_sampled
Q1    | 01/05/2026 | 1           | Asked what helps?  | yes            | 10
Q1    | 01/05/2026 | 2           | Reviewed with them?| not_applicable |
Q2    | 01/09/2026 | 1           | Asked what helps?  | partly         | 5
Q3    | 01/12/2026 | 1           | Asked what helps?  | yes            | 5
"""


def test_one_row_is_one_answer_and_one_given_after_the_day_is_not_known_yet(viewed):
    assert viewed(ANSWERS, "audit question_no answer records_sampled", (AUDITS, AUDIT)) == [
        ("Q1", "1", "yes", 10),
        ("Q1", "2", "not_applicable", None),
        ("Q2", "1", "partly", 5),
        ("Q3", "1", None, None),
    ]


def test_an_answer_leads_back_to_its_own_row_and_nothing_is_worked_out(viewed):
    assert viewed(ANSWERS, "origin", (AUDITS, AUDIT)) == [(0,), (1,), (2,), (3,)]
    assert dict(ANSWERS.derived) == {}
