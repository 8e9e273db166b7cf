"""Each member of staff employed on the day: trained, tested in practice, and supervised."""

from datetime import date

import pytest

from evidencegen.intake.registers.required_training import REQUIRED_TRAINING
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.supervision import SUPERVISION
from evidencegen.intake.registers.training import TRAINING
from evidencegen.measures.views.staff_standing import STAFF_STANDING

PEOPLE = """
staff | role  | started_on | left_on    | absent_from
E1    | Carer | 01/02/2020 |            |
E2    | Carer | 01/02/2020 |            |
E3    | Carer | 01/09/2026 |            |
E4    | Cook  | 01/02/2020 |            | 01/09/2026
E5    | Carer | 01/02/2020 | 29/09/2026 |
"""
REQUIRED = """
role  | course       | refresh_months | grace_weeks | covers
Carer | Safeguarding | 12             | 12          | Safeguarding adults; Advocacy
Carer | MSP          | 24             |             | Making Safeguarding Personal
Cook  | Food         | 12             |             |
"""
RECORDS = """
staff | course       | completed_on | status
E1    | Safeguarding | 01/04/2026   |
E1    | MSP          | 01/04/2025   |
E2    | Safeguarding | 01/04/2025   |
E2    | MSP          | 01/04/2026   |
E3    | MSP          | 02/09/2026   |
E4    | Food         |              | exempt
"""
SESSIONS = """
staff | held_on    | kind       | topic    | result     | attempt
E1    | 01/07/2026 | 1:1        | msp      | developing | 1
E1    | 05/08/2026 | assessment | advocacy | competent  |
E1    | 05/09/2026 | 1:1        | coercion | not yet competent |
E2    | 30/06/2026 | 1:1        | msp      | competent  | 1
E2    | 30/06/2026 | 1:1        | msp      | not yet competent | 2
E3    | 05/09/2026 | spot check | msp      |            |
E4    | 01/07/2026 | group      |          |            |
E4    | 30/09/2025 | assessment | msp      | competent  |
E5    | 05/09/2026 | 1:1        | msp      | competent  |
"""
TRAINED = ((STAFF, PEOPLE), (REQUIRED_TRAINING, REQUIRED), (TRAINING, RECORDS))
ALL = (*TRAINED, (SUPERVISION, SESSIONS))


def test_one_row_is_somebody_employed_on_the_day(viewed):
    assert viewed(STAFF_STANDING, "staff absent", *ALL) == [("E1", "no"), ("E2", "no"), ("E3", "no"), ("E4", "yes")]


def test_all_that_a_role_requires_is_current_together_or_it_is_not(viewed):
    assert viewed(STAFF_STANDING, "staff all_required safeguarding_current content", *TRAINED) == [
        ("E1", "yes", "yes", "|safeguarding|msp|advocacy|"),
        ("E2", "no", "no", "|msp|"),  # safeguarding ran out on 31 March 2026
        ("E3", "yes", "no", "|msp|"),  # safeguarding in grace: not lacking, and not current either
        ("E4", "yes", "no", "|"),  # exempt from the only course
    ]


def test_the_latest_attempt_at_a_scenario_is_the_one_that_counts(viewed):
    assert viewed(STAFF_STANDING, "staff scenario_tested latest_result", *ALL) == [
        ("E1", "yes", "competent"),  # of August; coercion is no scenario of advocacy or of making it personal
        ("E2", "yes", "not_yet"),  # the second attempt of the same day
        ("E3", "no", None),  # no result
        ("E4", "no", None),  # a year and a day ago
    ]


def test_supervision_within_the_months_of_the_policy_is_recent(viewed):
    # Three months back from 30 September is 30 June, which is a day too long ago; a spot check is no supervision.
    assert dict(viewed(STAFF_STANDING, "staff supervised", *ALL)) == {"E1": "yes", "E2": "no", "E3": "no", "E4": "yes"}
    assert dict(viewed(STAFF_STANDING, "staff supervised", *ALL, supervision_months=4))["E2"] == "yes"


def test_a_session_after_the_day_is_not_counted_yet(viewed):
    rows = viewed(STAFF_STANDING, "staff latest_result supervised", *ALL, as_at=date(2026, 7, 31))
    assert ("E1", "developing", "yes") in rows


@pytest.mark.parametrize(
    ("first", "second", "latest"),
    [("competent", "not yet competent", "not_yet"), ("developing", "competent", "developing")],
)
def test_of_two_results_on_one_day_without_attempts_the_lower_counts(viewed, first, second, latest):
    sessions = f"staff | held_on | kind | topic | result\nE1 | 01/09/2026 | 1:1 | msp | {first}\n"
    sessions += f"E1 | 01/09/2026 | 1:1 | advocacy | {second}"
    rows = viewed(STAFF_STANDING, "staff latest_result", *TRAINED, (SUPERVISION, sessions))
    assert dict(rows)["E1"] == latest


def test_a_row_leads_back_to_the_person_and_the_session_of_the_latest_result(viewed):
    assert viewed(STAFF_STANDING, "staff origin session_origin", *ALL) == [
        ("E1", 0, 1),
        ("E2", 1, 4),
        ("E3", 2, None),
        ("E4", 3, None),
    ]


def test_without_a_supervision_record_nobody_is_known_to_be_supervised(viewed):
    rows = viewed(STAFF_STANDING, "latest_result scenario_tested supervised session_origin", *TRAINED)
    assert rows == [(None, None, None, None)] * 4
