"""Training, worked by hand: the traps of the dictionary among them. As at 30 September 2026."""

import pytest

from evidencegen.intake.registers.required_training import REQUIRED_TRAINING
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.training import TRAINING
from evidencegen.measures.families import training

STAFF_LIST = """
staff | role        | service | started_on | left_on    | absent_from | absent_to
W001  | Care worker | North   | 01/02/2020 |            |             |
W002  | care worker | North   | 01/02/2020 |            |             |
W003  | Care Worker | South   | 01/02/2020 |            |             |
W004  | Care worker | South   | 01/09/2026 |            |             |
W005  | Care worker | South   | 01/02/2020 | 29/09/2026 |             |
W006  | Care worker | South   | 01/02/2020 | 30/09/2026 |             |
W007  | Care worker | South   | 01/02/2020 |            | 01/08/2026  |
W008  | Care worker | South   | 01/02/2020 |            |             |
W009  | Cook        | South   | 01/02/2020 |            |             |
W010  | Care worker | South   | 01/10/2026 |            |             |
"""
REQUIRED = """
role        | course       | refresh_months | grace_weeks | covers
Care worker | Safeguarding | 12             | 12          | safeguarding
Care worker | Advocacy     |                |             | advocacy
All         | Induction    | never          |             |
"""
RECORDS = """
staff | course       | completed_on | expires_on | status
W001  | Safeguarding | 01/05/2024   | 30/04/2025 |
W001  | SAFEGUARDING | 01/05/2026   | 30/04/2027 |
W002  | Safeguarding | 01/10/2025   |            |
W003  | Safeguarding | 30/09/2025   |            |
W006  | Safeguarding |              | 30/09/2026 |
W007  | Safeguarding | 01/05/2026   |            |
W008  | Safeguarding | 12/11/2026   |            |
W008  | Safeguarding |              |            | booked
W001  | Advocacy     | 01/05/2026   |            |
W002  | Advocacy     | 01/05/2026   | 30/09/2026 |
W003  | Advocacy     |              |            | exempt
W001  | Induction    | 01/02/2020   |            |
W009  | Induction    | 01/02/2020   |            |
"""


@pytest.fixture
def tables(drawn):
    return drawn(STAFF, STAFF_LIST), drawn(REQUIRED_TRAINING, REQUIRED), drawn(TRAINING, RECORDS)


def test_each_course_record_stands_where_the_dictionary_puts_it(taken, tables):
    by_course = taken(training.CURRENT, *tables)
    # W001 renewed (the expired row is superseded), W002's year ends today, W006's expires today;
    # W003's year ended yesterday and W008 is only booked. W004 is in grace, W007 away.
    safeguarding = by_course["course=Safeguarding"]
    assert (safeguarding.counted, safeguarding.out_of) == (3, 5)
    assert dict(safeguarding.excluded) == {
        "on long-term absence on the day": 1,
        "exempt from the course": 0,
        "within the time allowed to starters": 1,
    }
    # W002 expires today; W001's has no expiry and no policy, so it cannot be evidenced; W003 is exempt.
    advocacy = by_course["course=Advocacy"]
    assert (advocacy.counted, advocacy.out_of) == (1, 5)
    assert dict(advocacy.excluded)["exempt from the course"] == 1
    # All roles need it and it does not run out.
    induction = by_course["course=Induction"]
    assert (induction.counted, induction.out_of) == (2, 7)
    assert (by_course[""].counted, by_course[""].out_of) == (6, 17)


def test_what_is_not_current_is_expired_never_done_or_cannot_be_evidenced(taken, tables):
    standing = taken(training.STANDING, *tables)
    counted = {key.removeprefix("standing="): reading.counted for key, reading in standing.items() if key}
    assert counted == {"current": 6, "expired": 1, "never": 9, "cannot_be_evidenced": 1}


def test_a_course_that_runs_out_on_the_ninetieth_day_is_about_to_run_out(taken, drawn):
    records = drawn(
        TRAINING,
        """
        staff | course       | completed_on | expires_on
        W001  | Safeguarding | 01/01/2026   | 29/12/2026
        W002  | Safeguarding | 01/01/2026   | 30/12/2026
        W003  | Safeguarding | 01/01/2026   | 30/10/2026
        """,
    )
    tables = (drawn(STAFF, STAFF_LIST), drawn(REQUIRED_TRAINING, REQUIRED), records)
    assert [taken(m, *tables)[""].counted for m in (training.EXPIRING_90, training.EXPIRING_30)] == [2, 1]
    assert taken(training.EXPIRING_60, *tables)[""].out_of == 3


def test_staff_with_every_required_course_are_far_fewer_than_the_course_average(taken, tables):
    every = taken(training.ALL_REQUIRED, *tables)[""]
    # Seven employed and not away; only the cook has all that the role asks for.
    assert (every.counted, every.out_of) == (1, 7)


def test_two_sites_are_pooled_and_not_averaged(taken, drawn):
    staff = ["staff | role | service | started_on"]
    records = ["staff | course | completed_on"]
    for n in range(70):
        staff.append(f"W{n:03} | Care worker | {'Small' if n < 10 else 'Large'} | 01/01/2020")
        if n < 9 or 10 <= n < 40:
            records.append(f"W{n:03} | Safeguarding | 01/09/2026")
    required = drawn(REQUIRED_TRAINING, "role | course | refresh_months\nAll | Safeguarding | 12")
    tables = (drawn(STAFF, "\n".join(staff)), required, drawn(TRAINING, "\n".join(records)))
    current = taken(training.CURRENT, *tables)
    assert [(current[f"service={s}"].counted, current[f"service={s}"].out_of) for s in ("Small", "Large")] == [
        (9, 10),
        (30, 60),
    ]
    assert (current[""].counted, current[""].out_of) == (39, 70)


@pytest.mark.parametrize(
    ("completed", "months", "current"),
    [
        ("31/03/2026", 6, "no"),  # 30 September less a day is 29 September
        ("01/04/2026", 6, "yes"),  # to 30 September
        ("31/08/2025", 13, "no"),  # 30 September less a day
        ("30/09/2023", 36, "no"),
        ("01/10/2023", 36, "yes"),
    ],
)
def test_months_run_to_the_day_before_and_stop_at_the_months_end(taken, drawn, completed, months, current):
    staff = drawn(STAFF, "staff | role | started_on\nW001 | Cook | 01/01/2020")
    required = drawn(REQUIRED_TRAINING, f"role | course | refresh_months\nCook | Food | {months}")
    records = drawn(TRAINING, f"staff | course | completed_on\nW001 | Food | {completed}")
    assert taken(training.CURRENT, staff, required, records)[""].counted == (current == "yes")


def test_a_renewal_on_the_last_valid_day_is_on_time_and_a_day_later_is_not(taken, drawn):
    staff = drawn(STAFF, "staff | role | started_on\nW001 | Cook | 01/01/2020\nW002 | Cook | 01/01/2020")
    required = drawn(REQUIRED_TRAINING, "role | course | refresh_months\nCook | Food | 12")
    records = drawn(
        TRAINING,
        """
        staff | course | completed_on
        W001  | Food   | 11/05/2025
        W001  | Food   | 10/05/2026
        W002  | Food   | 11/05/2025
        W002  | Food   | 11/05/2026
        """,
    )
    renewed = taken(training.RENEWED_ON_TIME, staff, required, records)[""]
    assert (renewed.counted, renewed.out_of) == (1, 2)


def test_a_matrix_of_latest_dates_cannot_show_renewals(taken, tables, drawn):
    staff, required, _ = tables
    records = drawn(TRAINING, "staff | course | completed_on\nW001 | Safeguarding | 01/05/2026")
    assert "only the latest date" in taken(training.RENEWED_ON_TIME, staff, required, records)[""].absent


def test_starters_have_six_weeks_and_early_leavers_are_left_out(taken, drawn):
    staff = drawn(
        STAFF,
        """
        staff | role | started_on | left_on
        W001  | Cook | 01/03/2026 |
        W002  | Cook | 01/03/2026 |
        W003  | Cook | 01/03/2026 | 20/03/2026
        W004  | Cook | 19/08/2026 |
        W005  | Cook | 20/08/2026 |
        """,
    )
    required = drawn(REQUIRED_TRAINING, "role | course | refresh_months | covers\nAll | Food | 12 | safeguarding")
    records = drawn(
        TRAINING,
        """
        staff | course | completed_on
        W001  | Food   | 12/04/2026
        W002  | Food   | 13/04/2026
        """,
    )
    starters = taken(training.STARTERS_TRAINED, staff, required, records)[""]
    # 12 April is day 42. W004's 42 days are up on 30 September, W005's are not.
    assert (starters.counted, starters.out_of) == (1, 3)
    assert starters.excluded == (("left before the time was up", 1),)


def test_staff_away_are_left_out_of_the_one_figure_and_counted_in_the_other(taken, tables):
    without, with_them = taken(training.CURRENT, *tables)[""], taken(training.CURRENT_ABSENT_COUNTED, *tables)[""]
    # W007 is away, with safeguarding current and neither of the other two courses.
    assert (without.counted, without.out_of) == (6, 17)
    assert (with_them.counted, with_them.out_of) == (7, 20)


def test_ever_completed_counts_what_has_run_out_and_is_no_figure_for_compliance(taken, tables):
    ever = taken(training.EVER_COMPLETED, *tables)
    # Safeguarding: W001, W002 and W006 are current, W003's ran out, W008 is only booked for November.
    safeguarding = ever["course=Safeguarding"]
    assert (safeguarding.counted, safeguarding.out_of) == (4, 5)
    assert "ompliance" in training.EVER_COMPLETED.caution
    assert "ompliance" not in training.EVER_COMPLETED.title
    # One more in advocacy: W001's cannot be evidenced as current, and was done.
    assert (ever[""].counted, ever[""].out_of) == (8, 17)


def test_training_in_a_room_is_out_of_current_records_whose_method_is_known(taken, drawn):
    records = drawn(
        TRAINING,
        """
        staff | course       | completed_on | method
        W001  | Safeguarding | 01/05/2026   | Classroom
        W002  | Safeguarding | 01/05/2026   | Online
        W003  | Safeguarding | 01/05/2026   | Blended
        W006  | Safeguarding | 01/05/2026   |
        W008  | Safeguarding | 01/05/2025   | Classroom
        W007  | Safeguarding | 01/05/2026   | Classroom
        """,
    )
    room = taken(training.IN_PERSON, drawn(STAFF, STAFF_LIST), drawn(REQUIRED_TRAINING, REQUIRED), records)[""]
    # W008's has run out, W007 is away.
    assert (room.counted, room.out_of) == (2, 3)
    assert room.excluded == (
        ("on long-term absence on the day", 1),
        ("how it was taught is not recorded", 1),
    )
