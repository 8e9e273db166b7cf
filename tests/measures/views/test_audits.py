"""Each audit planned, and when it was done."""

from evidencegen.intake.registers.audits import AUDITS
from evidencegen.measures.views.audits import AUDITS_VIEW

RECORD = """
audit | planned_on | audited_on | service | question_no | question    | answer
Q1    | 01/05/2026 | 15/05/2026 | North   | 1           | Asked?      | yes
Q1    | 01/05/2026 | 15/05/2026 | North   | 2           | Reviewed?   | no
Q2    | 01/06/2026 | 16/06/2026 | North   | 1           | Asked?      | yes
Q3    | 01/06/2026 | 20/05/2026 | South   | 1           | Asked?      | yes
Q4    | 16/09/2026 |            | South   | 1           | Whole audit | Audit not done
Q5    | 15/09/2026 |            | South   | 1           | Whole audit | Audit not done
Q6    | 01/08/2026 | 01/10/2026 | South   | 1           | Asked?      | yes
Q7    |            | 01/08/2026 | South   | 1           | Asked?      | yes
"""


def test_one_row_is_one_audit_with_the_days_from_its_plan(viewed):
    # Q3 came early; Q6 was done the day after the day of the figures.
    assert viewed(AUDITS_VIEW, "audit service days_after_plan", (AUDITS, RECORD)) == [
        ("Q1", "North", 14),
        ("Q2", "North", 15),
        ("Q3", "South", -12),
        ("Q4", "South", None),
        ("Q5", "South", None),
        ("Q6", "South", None),
        ("Q7", "South", None),
    ]


def test_the_days_allowed_are_over_the_day_after_the_last_of_them(viewed):
    # 14 days from 16 September end on the 30th, the day itself; from the 15th on the 29th.
    rows = dict(viewed(AUDITS_VIEW, "audit window_open", (AUDITS, RECORD)))
    assert [audit for audit, is_open in rows.items() if is_open == "yes"] == ["Q4"]
    wider = dict(viewed(AUDITS_VIEW, "audit window_open", (AUDITS, RECORD), audit_window_days=15))
    assert wider["Q5"] == "yes"


def test_an_audit_leads_back_to_its_first_answer(viewed):
    assert [n for (n,) in viewed(AUDITS_VIEW, "origin", (AUDITS, RECORD))] == [0, 2, 3, 4, 5, 6, 7]
