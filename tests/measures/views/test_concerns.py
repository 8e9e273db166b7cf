"""Each safeguarding concern, with the advocacy asked for and the reviews held."""

from datetime import date

from evidencegen.intake.registers.advocacy import ADVOCACY
from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.measures.views.concerns import CONCERNS

LOG = """
concern | person | raised_on  | abuse           | asked_outcomes | difficulty             | appropriate_person | planning_meeting_on | referred_on | plan_on    | first_review_on | second_review_on | high_risk
S1      | P1     | 01/06/2026 | neglect         | expressed      | understand;communicate | no                 | 10/06/2026          | 01/06/2026  | 10/06/2026 | 24/06/2026      | 22/07/2026       | none
S2      | P2     | 05/06/2026 | domestic        | expressed      | retain                 |                    |                     | 08/06/2026  | 10/06/2026 |                 |                  |
S3      | P3     | 05/06/2026 | neglect         | no             | retain                 | not_recorded       | 05/06/2026          |             |            | 24/06/2026      |                  | coercion
S4      | P4     | 05/06/2026 | neglect         | no             | retain                 | yes                |                     |             |            |                 |                  | refusing;none
S5      | P5     | 05/06/2026 | physical        | no             | none                   | no                 |                     |             |            |                 |                  | exploitation
S6      | P6     | 05/06/2026 | physical;modern slavery | no     | not_recorded           | no                 |                     |             |            |                 |                  |
S7      | P7     | 05/06/2026 | sexual exploitation | no         |                        | no                 |                     |             |            |                 |                  | none
"""
REFERRALS = """
referral | person | referred_on | kind     | concern
R1       | P1     | 12/06/2026  | care_act | S1
R2       | P1     | 08/06/2026  | imca     | S1
R3       | P2     | 08/06/2026  | care_act | S2
R4       | P3     | 05/06/2026  | care_act | S3
R5       | P9     | 05/06/2026  | care_act |
"""


def test_one_row_is_one_concern_however_many_referrals_it_led_to(viewed):
    rows = viewed(CONCERNS, "concern origin", (SAFEGUARDING, LOG), (ADVOCACY, REFERRALS))
    assert rows == [(f"S{n}", n - 1) for n in range(1, 8)]


def test_an_advocate_is_called_for_where_somebody_struggles_to_be_involved_and_has_nobody(viewed):
    rows = viewed(CONCERNS, "concern advocacy_conditions", (SAFEGUARDING, LOG))
    assert dict(rows) == {
        "S1": "yes",
        "S2": "unknown",  # nobody wrote whether there is an appropriate person
        "S3": "unknown",
        "S4": "no",  # there is one
        "S5": "no",  # no difficulty
        "S6": "no",  # difficulty not recorded
        "S7": "no",  # difficulty left blank
    }


def test_the_first_request_for_an_advocate_is_the_one_that_counts(viewed):
    columns = "concern advocate_asked_for advocate_asked_on working_days_to_ask"
    # 1 June 2026 is a Monday, 5 June a Friday: Monday to Monday is five working days, Friday to Monday one.
    assert viewed(CONCERNS, columns, (SAFEGUARDING, LOG), (ADVOCACY, REFERRALS))[:4] == [
        ("S1", "yes", date(2026, 6, 8), 5),
        ("S2", "yes", date(2026, 6, 8), 1),
        ("S3", "yes", date(2026, 6, 5), 0),
        ("S4", "no", None, None),
    ]


def test_an_advocate_asked_for_on_the_day_of_the_planning_meeting_was_not_asked_for_before_it(viewed):
    rows = dict(viewed(CONCERNS, "concern asked_before_planning", (SAFEGUARDING, LOG), (ADVOCACY, REFERRALS)))
    # S2 has had no planning meeting yet; S3 asked on the day itself; nobody asked for S4.
    assert [rows[c] for c in ("S1", "S2", "S3", "S4")] == ["yes", "yes", "no", "no"]


def test_days_are_counted_from_the_concern_to_the_council_and_from_the_plan_to_its_reviews(viewed):
    columns = "concern days_to_refer days_to_first_review days_to_second_review"
    assert viewed(CONCERNS, columns, (SAFEGUARDING, LOG))[:4] == [
        ("S1", 0, 14, 42),
        ("S2", 3, None, None),
        ("S3", None, None, None),  # a review without a plan has nothing to be counted from
        ("S4", None, None, None),
    ]


def test_control_or_exploitation_is_told_by_the_abuse_or_by_a_high_risk_feature(viewed):
    rows = dict(viewed(CONCERNS, "concern control_or_exploitation", (SAFEGUARDING, LOG)))
    assert rows["S1"] == rows["S4"] == "no"
    assert [rows[c] for c in ("S2", "S3", "S5", "S6", "S7")] == ["yes"] * 5


def test_without_an_advocacy_log_nobody_is_known_to_have_asked(viewed):
    rows = viewed(CONCERNS, "concern advocate_asked_on working_days_to_ask referral_origin", (SAFEGUARDING, LOG))
    assert {row[1:] for row in rows} == {(None, None, None)}


def test_a_referral_is_joined_to_its_concern_whatever_its_capitals(viewed):
    referrals = REFERRALS.replace("| S2", "| s2")
    rows = viewed(CONCERNS, "concern advocate_asked_for", (SAFEGUARDING, LOG), (ADVOCACY, referrals))
    assert dict(rows)["S2"] == "yes"


def test_a_substantial_difficulty_is_one_of_the_four_on_record(viewed):
    rows = dict(viewed(CONCERNS, "concern substantial_difficulty", (SAFEGUARDING, LOG)))
    # S5 has none, S6 not recorded, S7 blank.
    assert [concern for concern, has in rows.items() if has == "yes"] == ["S1", "S2", "S3", "S4"]


def test_a_blank_is_the_fourth_category_of_capacity_and_days_run_from_what_happened(viewed):
    log = """
concern | person | raised_on  | abuse   | asked_outcomes | occurred_on | lacked_capacity
S1      | P1     | 01/06/2026 | neglect | no             | 30/05/2026  | yes
S2      | P2     | 01/06/2026 | neglect | no             | 01/06/2026  | DK
S3      | P3     | 01/06/2026 | neglect | no             | 02/06/2026  | NR
S4      | P4     | 01/06/2026 | neglect | no             |             |
"""
    assert viewed(CONCERNS, "concern capacity days_to_raise", (SAFEGUARDING, log)) == [
        ("S1", "yes", 2),
        ("S2", "dont_know", 0),
        ("S3", "not_recorded", -1),
        ("S4", "not_recorded", None),
    ]
