"""Each member of staff who started long enough ago to have had the first safeguarding course."""

from evidencegen.intake.registers.required_training import REQUIRED_TRAINING
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.training import TRAINING
from evidencegen.measures.views.starters import STARTERS

PEOPLE = """
staff | role  | started_on | left_on
E1    | Carer | 19/08/2026 |
E2    | Carer | 20/08/2026 |
E3    | Carer | 01/06/2026 | 12/07/2026
E4    | Carer | 01/06/2026 | 13/07/2026
E5    | Carer | 01/06/2026 |
E6    | Carer | 01/06/2026 |
E7    | Carer | 01/06/2026 |
"""
REQUIRED = """
role  | course           | refresh_months | covers
Carer | Safeguarding     | 12             | Safeguarding adults
Cook  | Safeguarding L2  | 12             | MSP; Safeguarding adults
Carer | Moving           | 12             |
"""
RECORDS = """
staff | course          | completed_on
E1    | SAFEGUARDING    | 30/09/2026
E5    | Safeguarding    | 01/08/2026
E5    | Safeguarding L2 | 11/06/2026
E5    | Moving          | 01/06/2026
E6    | Moving          | 02/06/2026
E7    | Safeguarding    | 01/05/2026
"""
DRAWINGS = ((STAFF, PEOPLE), (REQUIRED_TRAINING, REQUIRED), (TRAINING, RECORDS))


def test_one_row_is_somebody_whose_weeks_for_starters_are_over(viewed):
    # 42 days from 19 August 2026 end on 30 September, the day itself; from 20 August a day later.
    assert [s for (s,) in viewed(STARTERS, "staff", *DRAWINGS)] == ["E1", "E3", "E4", "E5", "E6", "E7"]
    assert len(viewed(STARTERS, "staff", *DRAWINGS, starter_days=41)) == 7


def test_somebody_who_left_before_the_weeks_were_over_is_told_apart(viewed):
    # 42 days from 1 June end on 13 July.
    left = dict(viewed(STARTERS, "staff left_early", *DRAWINGS))
    assert left == {"E1": "no", "E3": "yes", "E4": "no", "E5": "no", "E6": "no", "E7": "no"}


def test_days_run_from_the_start_to_the_first_course_that_covers_safeguarding(viewed):
    days = dict(viewed(STARTERS, "staff days_to_safeguarding", *DRAWINGS))
    # E5's first was ten days in, by a course required of another role; E6 has only moved; E7 brought it along.
    assert days == {"E1": 42, "E3": None, "E4": None, "E5": 10, "E6": None, "E7": -31}


def test_a_course_that_was_failed_or_only_booked_is_no_training(viewed):
    records = "staff | course | completed_on | status\nE5 | Safeguarding | 03/06/2026 | failed"
    records += "\nE6 | Safeguarding | 03/06/2026 | booked\nE7 | Safeguarding | 03/06/2026 | completed"
    days = dict(viewed(STARTERS, "staff days_to_safeguarding", *DRAWINGS[:2], (TRAINING, records)))
    assert (days["E5"], days["E6"], days["E7"]) == (None, None, 2)
