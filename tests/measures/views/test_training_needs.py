"""Each course that each member of staff must keep up, and where it stands on the day."""

from datetime import date

import pytest

from evidencegen.intake.registers.required_training import REQUIRED_TRAINING
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.training import TRAINING
from evidencegen.measures.views.training_needs import TRAINING_NEEDS

PEOPLE = """
staff | role   | service | started_on | left_on    | absent_from | absent_to
E1    | Carer  | North   | 01/02/2024 |            |             |
E2    | carer  | North   | 01/08/2026 |            |             |
E3    | Cook   | South   | 01/02/2024 | 30/09/2026 | 01/09/2026  |
E4    | Carer  | South   | 01/02/2024 | 29/09/2026 |             |
E5    | Carer  | South   | 01/10/2026 |            |             |
"""
REQUIRED = """
role  | course       | refresh_months | grace_weeks | covers
All   | Safeguarding | 12             | 8           | Safeguarding adults
Carer | Moving       | 24             |             |
Carer | safeguarding | 36             | 12          | Safeguarding adults; MSP
"""
NO_RECORDS = """
staff | course       | completed_on
E9    | Safeguarding | 01/01/2026
"""
ONE_PERSON = """
staff | role  | started_on
E1    | Carer | 01/02/2024
"""
ONE_COURSE = """
role | course | refresh_months
All  | Moving | 12
"""


@pytest.fixture
def standing(viewed):
    """How one course of one carer stands, given the records: `(standing, days_left)`."""

    def of(records, required=ONE_COURSE, **how):
        drawings = ((STAFF, ONE_PERSON), (REQUIRED_TRAINING, required), (TRAINING, records))
        (row,) = viewed(TRAINING_NEEDS, "standing days_left", *drawings, **how)
        return row

    return of


def test_one_row_is_one_course_of_one_person_employed_on_the_day_and_the_roles_own_line_goes_first(viewed):
    drawings = ((STAFF, PEOPLE), (REQUIRED_TRAINING, REQUIRED), (TRAINING, NO_RECORDS))
    # E4 left the day before; E5 starts the day after; E3 leaves on the day and is still employed.
    assert viewed(TRAINING_NEEDS, "staff course refresh_months covers absent", *drawings) == [
        ("E1", "Moving", 24, None, "no"),
        ("E1", "Safeguarding", 36, "|safeguarding|msp|", "no"),
        ("E2", "Moving", 24, None, "no"),
        ("E2", "Safeguarding", 36, "|safeguarding|msp|", "no"),
        ("E3", "Safeguarding", 12, "|safeguarding|", "yes"),
    ]


def test_a_starter_in_the_weeks_of_grace_is_neither_trained_nor_untrained(viewed):
    drawings = ((STAFF, PEOPLE), (REQUIRED_TRAINING, REQUIRED), (TRAINING, NO_RECORDS))
    # E2 started 60 days before; twelve weeks of grace are 84 days. Moving has no grace.
    rows = viewed(TRAINING_NEEDS, "staff course standing", *drawings)
    assert {row for row in rows if row[0] == "E2"} == {("E2", "Moving", "never"), ("E2", "Safeguarding", "in_grace")}


@pytest.mark.parametrize(
    ("day", "stands"),
    [
        (date(2026, 10, 23), "in_grace"),  # 83 days after 1 August
        (date(2026, 10, 24), "never"),  # 84 days: the twelve weeks are over
    ],
)
def test_grace_ends_with_its_last_week(viewed, day, stands):
    drawings = ((STAFF, PEOPLE), (REQUIRED_TRAINING, REQUIRED), (TRAINING, NO_RECORDS))
    assert ("E2", "Safeguarding", stands) in viewed(TRAINING_NEEDS, "staff course standing", *drawings, as_at=day)


@pytest.mark.parametrize(
    ("completed", "expires", "stands"),
    [
        ("30/09/2025", "", ("expired", None)),  # twelve months to 29 September 2026
        ("01/10/2025", "", ("current", 0)),  # the last valid day is the day itself
        ("02/10/2025", "", ("current", 1)),
        ("30/09/2026", "", ("current", 364)),  # to 29 September 2027
        ("01/10/2026", "", ("never", None)),  # not done yet on the day
        ("", "30/09/2026", ("current", 0)),
        ("", "29/09/2026", ("expired", None)),
        ("01/10/2025", "31/12/2025", ("expired", None)),  # what the certificate says goes before the policy
        ("01/01/2020", "31/12/2026", ("current", 92)),
    ],
)
def test_a_course_is_current_up_to_and_on_its_last_valid_day(standing, completed, expires, stands):
    assert standing(f"staff | course | completed_on | expires_on\nE1 | Moving | {completed} | {expires}") == stands


@pytest.mark.parametrize(
    ("own", "policy", "stands"),
    [
        ("", "never", ("current", None)),  # current for ever, so no days are left to count
        ("6", "24", ("expired", None)),  # the record's own validity goes before the policy's
        ("24", "6", ("current", 182)),  # 1 April 2025 and 24 months: to 31 March 2027
        ("never", "6", ("current", None)),
        ("", "", ("cannot_be_evidenced", None)),
    ],
)
def test_how_long_a_course_lasts_is_said_by_the_record_then_by_the_policy(standing, own, policy, stands):
    required = f"role | course | refresh_months\nAll | Moving | {policy}"
    assert (
        standing(f"staff | course | completed_on | valid_months\nE1 | Moving | 01/04/2025 | {own}", required) == stands
    )


@pytest.mark.parametrize(
    ("day", "stands"),
    [(date(2026, 2, 27), ("current", 0)), (date(2026, 2, 28), ("expired", None))],
)
def test_six_months_from_the_end_of_august_end_with_february(standing, day, stands):
    # The day six months later is 28 February; the last valid day is the one before.
    record = "staff | course | completed_on | valid_months\nE1 | Moving | 31/08/2025 | 6"
    assert standing(record, as_at=day) == stands


@pytest.mark.parametrize(
    ("records", "stands"),
    [
        ("E1 | Moving | 01/02/2026 | | completed\nE1 | Moving | 01/02/2025 | | completed", ("current", 123)),
        # To 31 January 2027, 123 days after 30 September 2026. The earlier one lasts longer here:
        ("E1 | Moving | 01/02/2026 | 01/10/2026 |\nE1 | Moving | 01/02/2025 | 31/12/2026 |", ("current", 92)),
        ("E1 | Moving | | | exempt", ("exempt", None)),
        ("E1 | Moving | 01/02/2026 | | failed", ("never", None)),
        ("E1 | Moving | 01/12/2026 | | booked", ("never", None)),
        ("E1 | Moving | 01/02/2026 | | DNA", ("never", None)),
        ("E1 | Moving | | | completed", ("never", None)),  # completed, it says, but never when
        ("E1 | MOVING | 01/02/2026 | | completed", ("current", 123)),
        ("E1 | Moving | 01/02/2020 | | completed\nE1 | Moving | | | exempt", ("exempt", None)),
        ("E1 | Moving | 01/02/2026 | | completed\nE1 | Moving | | | exempt", ("current", 123)),
    ],
)
def test_of_several_records_the_one_that_lasts_longest_counts(standing, records, stands):
    assert standing(f"staff | course | completed_on | expires_on | status\n{records}") == stands


def test_a_training_record_is_joined_to_its_member_of_staff_whatever_the_capitals(standing):
    assert standing("staff | course | completed_on\ne1 | Moving | 01/02/2026") == ("current", 123)


def test_a_row_leads_back_to_the_person_the_requirement_and_the_record(viewed):
    records = "staff | course | completed_on\nE1 | Moving | 01/02/2020\nE1 | Moving | 01/02/2026"
    drawings = ((STAFF, ONE_PERSON), (REQUIRED_TRAINING, ONE_COURSE), (TRAINING, records))
    assert viewed(TRAINING_NEEDS, "origin required_origin record_origin", *drawings) == [(0, 0, 1)]


@pytest.mark.parametrize(
    ("record", "ever"),
    [
        ("E1 | Moving | 01/01/2020 |           |", "yes"),  # long run out, and done all the same
        ("E1 | Moving | 30/09/2026 |           |", "yes"),
        ("E1 | Moving | 01/10/2026 |           |", "no"),  # the day after
        ("E1 | Moving | 01/01/2026 | failed    |", "no"),
        ("E1 | Moving | 01/01/2026 | booked    |", "no"),
        ("E1 | Moving |            | exempt    |", "no"),
    ],
)
def test_a_course_was_completed_at_some_time_whether_or_not_it_still_counts(viewed, record, ever):
    records = f"staff | course | completed_on | status | method\n{record}"
    drawings = ((STAFF, ONE_PERSON), (REQUIRED_TRAINING, ONE_COURSE), (TRAINING, records))
    assert viewed(TRAINING_NEEDS, "ever_completed", *drawings) == [(ever,)]


@pytest.mark.parametrize(
    ("records", "method"),
    [
        ("E1 | Moving | 01/01/2026 | E-learning\nE1 | Moving | 01/06/2026 | Classroom", "face_to_face"),
        ("E1 | Moving | 01/06/2026 |\nE1 | Moving | 01/06/2026 | Blended", "blended"),  # one course, written twice
        ("E1 | Moving | 01/01/2026 | Classroom\nE1 | Moving | 01/06/2026 |", None),  # of the one that counts
    ],
)
def test_how_a_course_was_taught_is_told_by_the_record_that_counts(viewed, records, method):
    drawings = ((STAFF, ONE_PERSON), (REQUIRED_TRAINING, ONE_COURSE))
    table = (TRAINING, f"staff | course | completed_on | method\n{records}")
    ((told, origin),) = viewed(TRAINING_NEEDS, "method method_origin", *drawings, table)
    assert (told, origin is None) == (method, method is None)


def test_the_record_that_tells_the_method_can_be_found_beside_the_one_that_does_not(viewed):
    records = "staff | course | completed_on | method\nE1 | Moving | 01/06/2026 |\nE1 | Moving | 01/06/2026 | Blended"
    drawings = ((STAFF, ONE_PERSON), (REQUIRED_TRAINING, ONE_COURSE), (TRAINING, records))
    assert viewed(TRAINING_NEEDS, "record_origin method_origin", *drawings) == [(0, 1)]
