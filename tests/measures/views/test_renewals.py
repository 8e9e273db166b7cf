"""Each training record that ran out, and whether it had been renewed by then."""

from datetime import date

import pytest

from evidencegen.intake.registers.required_training import REQUIRED_TRAINING
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.training import TRAINING
from evidencegen.measures.view import NotCollected
from evidencegen.measures.views.renewals import RENEWALS

PEOPLE = """
staff | role  | service | started_on | left_on
E1    | Carer | North   | 01/02/2020 |
E2    | Carer | North   | 01/02/2020 |
E3    | Carer | South   | 01/02/2020 | 31/03/2026
E4    | Carer | South   | 01/02/2020 | 30/03/2026
E5    | Cook  | South   | 01/02/2020 |
E6    | Carer | South   | 01/05/2026 |
"""
REQUIRED = """
role  | course | refresh_months
Carer | Moving | 12
Cook  | Food   | never
"""
RECORDS = """
staff | course | completed_on
E1    | Moving | 01/04/2024
E1    | Moving | 31/03/2025
E1    | Moving | 30/03/2026
E2    | Moving | 01/04/2025
E2    | Moving | 01/04/2026
E3    | Moving | 01/04/2025
E4    | Moving | 01/04/2025
E5    | Food   | 01/04/2025
E6    | Moving | 01/04/2025
E1    | Baking | 01/04/2025
"""
DRAWINGS = ((STAFF, PEOPLE), (REQUIRED_TRAINING, REQUIRED), (TRAINING, RECORDS))


def test_one_row_is_a_record_of_a_required_course_that_runs_out_while_the_person_is_employed(viewed):
    # E3 left on the very day, E4 the day before; E5's never runs out; E6 had not started; nobody requires baking.
    assert viewed(RENEWALS, "staff course ran_out_on", *DRAWINGS) == [
        ("E1", "Moving", date(2025, 3, 31)),
        ("E1", "Moving", date(2026, 3, 30)),
        ("E1", "Moving", date(2027, 3, 29)),
        ("E2", "Moving", date(2026, 3, 31)),
        ("E2", "Moving", date(2027, 3, 31)),
        ("E3", "Moving", date(2026, 3, 31)),
    ]


def test_a_record_renewed_the_day_after_it_ran_out_was_not_renewed_in_time(viewed):
    # E1's first two on their last days; E2's first a day too late; E3's never.
    renewed = dict(viewed(RENEWALS, "record_origin renewed_in_time", *DRAWINGS))
    assert renewed == {0: "yes", 1: "yes", 2: "no", 3: "no", 4: "no", 5: "no"}


def test_a_record_dated_after_the_day_renews_nothing(viewed):
    rows = viewed(RENEWALS, "record_origin renewed_in_time", *DRAWINGS, as_at=date(2026, 3, 29))
    assert (1, "no") in rows
    assert 2 not in dict(rows)


def test_a_row_leads_back_to_the_person_and_the_record_that_ran_out(viewed):
    rows = viewed(RENEWALS, "staff origin record_origin", *DRAWINGS)
    assert rows == [("E1", 0, 0), ("E1", 0, 1), ("E1", 0, 2), ("E2", 1, 3), ("E2", 1, 4), ("E3", 2, 5)]


def test_where_only_the_latest_dates_are_kept_renewals_are_not_collected(viewed):
    latest = "staff | course | completed_on\nE1 | Moving | 31/03/2025\nE2 | Moving | 01/04/2026"
    with pytest.raises(NotCollected, match="only the latest date"):
        viewed(RENEWALS, "staff", *DRAWINGS[:2], (TRAINING, latest))
