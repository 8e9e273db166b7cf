"""Each test in practice that was not yet passed, with the next attempt at it."""

from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.supervision import SUPERVISION
from evidencegen.measures.views.reassessments import REASSESSMENTS

PEOPLE = """
staff | role  | service | started_on | left_on    | absent_from
E1    | Carer | North   | 01/02/2024 |            |
E2    | Carer | South   | 01/02/2024 |            |
E3    | Carer | North   | 01/02/2024 | 15/06/2026 |
E4    | Carer | North   | 01/02/2024 |            | 01/06/2026
"""
RECORD = """
staff | held_on    | kind       | topic    | result     | attempt | reassess_by
E1    | 01/03/2026 | 1:1        | msp      | developing | 1       | 29/03/2026
E1    | 27/03/2026 | assessment | msp      | competent  | 2       |
E1    | 01/04/2026 | 1:1        | advocacy | not yet    | 1       | 29/04/2026
E1    | 30/04/2026 | assessment | advocacy | developing | 2       | 28/05/2026
E2    | 01/05/2026 | 1:1        | msp      | not yet    | 1       | 29/05/2026
E2    | 20/05/2026 | 1:1        | advocacy | competent  | 1       |
E2    | 25/05/2026 | spot check | msp      |            |         |
E3    | 01/06/2026 | 1:1        | msp      | not yet    | 1       | 29/06/2026
E4    | 20/05/2026 | 1:1        | msp      | not yet    | 1       | 17/06/2026
E2    | 10/09/2026 | 1:1        | unwise   | not yet    | 1       | 08/10/2026
E1    | 05/09/2026 | 1:1        | coercion | developing | 1       |
E1    | 05/09/2026 | assessment | coercion | competent  | 2       |
E1    | 01/07/2026 | assessment |          | developing | 1       | 01/08/2026
E1    | 31/07/2026 | assessment |          | competent  | 2       |
"""
DRAWINGS = ((STAFF, PEOPLE), (SUPERVISION, RECORD))


def test_one_row_is_a_test_with_a_result_other_than_competent(viewed):
    rows = viewed(REASSESSMENTS, "origin staff service", *DRAWINGS)
    assert [n for n, *_ in sorted(rows)] == [0, 2, 3, 4, 7, 8, 9, 10, 12]
    assert (4, "E2", "South") in rows


def test_the_next_attempt_at_the_same_scenario_is_the_one_that_counts(viewed):
    days = dict(viewed(REASSESSMENTS, "origin days_after_reassess_by", *DRAWINGS))
    # 27 March for the 29th; 30 April for the 29th; nothing after the second attempt; E2 was tried at another scenario
    # and had a spot check without a result; no day set; a test with no scenario, tried again a day early.
    assert [days[n] for n in (0, 2, 3, 4, 10, 12)] == [-2, 1, None, None, None, -1]


def test_a_day_that_has_not_come_and_staff_who_were_gone_or_away_by_it_are_told_apart(viewed):
    rows = viewed(REASSESSMENTS, "origin not_due_yet left_by_then away_then", *DRAWINGS)
    told = {n: said for n, *said in rows}
    assert [n for n, (early, _, _) in told.items() if early == "yes"] == [9]
    assert [n for n, (_, left, _) in told.items() if left == "yes"] == [7]
    assert [n for n, (_, _, away) in told.items() if away == "yes"] == [8]


def test_the_day_set_is_itself_a_day_on_which_it_can_be_done(viewed):
    record = "staff | held_on | kind | topic | result | reassess_by\nE1 | 01/09/2026 | 1:1 | msp | not yet | {}"
    for day, early in (("30/09/2026", "yes"), ("29/09/2026", "no")):
        table = (SUPERVISION, record.format(day))
        assert viewed(REASSESSMENTS, "not_due_yet", (STAFF, PEOPLE), table) == [(early,)]
