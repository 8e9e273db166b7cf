"""Making Safeguarding Personal, worked by hand."""

from dataclasses import replace

from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.measures.families import msp

LOG = """
concern | person | raised_on  | abuse   | asked_outcomes | outcome_achieved | concluded_on | plan_on    | first_review_on | second_review_on | felt_safer | service
S1      | P1     | 02/04/2026 | neglect | expressed      | fully            | 30/05/2026   | 10/04/2026 | 24/04/2026      | 22/05/2026       | yes        | North
S2      | P1     | 03/04/2026 | neglect | none_expressed |                  | 30/05/2026   | 10/04/2026 | 23/05/2026      |                  | partly     | North
S3      | P1     | 04/04/2026 | neglect | no             |                  | 30/05/2026   | 10/04/2026 |                 |                  |            | South
S4      | P2     | 05/04/2026 | neglect | not_recorded   |                  | 30/05/2026   |            |                 |                  | not_asked  | South
S5      | P3     | 06/04/2026 | neglect | expressed      | partly           | 30/05/2026   |            |                 |                  | no         | South
S6      | P4     | 07/04/2026 | neglect | expressed      |                  | 30/05/2026   |            |                 |                  |            | South
S7      | P5     | 08/04/2026 | neglect | expressed      | ongoing          |              |            |                 |                  |            | South
S8      | P6     | 01/04/2024 | neglect | expressed      | fully            | 30/06/2024   |            |                 |                  |            | South
"""


def test_a_concern_with_nothing_recorded_counts_as_not_asked(taken, drawn):
    asked = taken(msp.ASKED, drawn(SAFEGUARDING, LOG))
    assert (asked[""].counted, asked[""].out_of) == (4, 6)
    assert (asked["service=North"].counted, asked["service=North"].out_of) == (2, 2)
    assert (asked["service=South"].counted, asked["service=South"].out_of) == (2, 4)


def test_three_concerns_about_one_person_are_three_cases_and_one_person(taken, drawn):
    tables = drawn(SAFEGUARDING, LOG)
    assert taken(msp.CONCERNS_RAISED, tables)[""].counted == 7
    assert taken(msp.PEOPLE, tables)[""].counted == 5


def test_achievement_that_nobody_recorded_is_left_out_and_said(taken, drawn):
    tables = drawn(SAFEGUARDING, LOG)
    fully, either = taken(msp.FULLY_ACHIEVED, tables)[""], taken(msp.FULLY_OR_PARTLY_ACHIEVED, tables)[""]
    assert (fully.counted, fully.out_of) == (1, 2)
    assert (either.counted, either.out_of) == (2, 2)
    assert fully.excluded == (("still open", 0), ("not recorded", 1))
    recorded = taken(msp.ACHIEVEMENT_RECORDED, tables)[""]
    assert (recorded.counted, recorded.out_of) == (2, 3)


def test_a_plan_without_a_review_on_record_counts_as_not_reviewed(taken, drawn):
    tables = drawn(SAFEGUARDING, LOG)
    # S1 after 14 days; S2 after 43, a day too late for a policy of 42; S3 never.
    assert (taken(msp.REVIEWED, tables)[""].counted, taken(msp.REVIEWED, tables)[""].out_of) == (1, 3)
    assert taken(msp.REVIEWED_TWICE, tables)[""].counted == 1


def test_a_column_that_nobody_keeps_is_not_collected_and_not_nought(taken, drawn):
    own_words = taken(msp.OWN_WORDS, drawn(SAFEGUARDING, LOG))[""]
    assert own_words.absent == 'the safeguarding log has no column "Recorded in own words"'


def test_outcomes_expressed_are_out_of_all_and_out_of_those_asked(taken, drawn):
    tables = drawn(SAFEGUARDING, LOG)
    # S1, S5 and S6 expressed; S2 was asked and expressed nothing; S3 and S4 were not asked.
    of_all, of_asked = taken(msp.EXPRESSED_OUTCOMES, tables)[""], taken(msp.EXPRESSED_OF_ASKED, tables)[""]
    assert (of_all.counted, of_all.out_of) == (3, 6)
    assert (of_asked.counted, of_asked.out_of) == (3, 4)


def test_the_share_asked_is_taken_once_more_without_those_nobody_knows_of(taken, drawn):
    tables = drawn(SAFEGUARDING, LOG)
    without = replace(msp.ASKED, excluded=(msp.ASKED.sensitivity,), sensitivity=None)
    reading = taken(without, tables)[""]
    # S4 is not recorded; S3 was not asked and stays.
    assert (reading.counted, reading.out_of, sum(n for _, n in reading.excluded)) == (4, 5, 1)
    assert msp.ASKED.sensitivity.quality


def test_three_concerns_of_one_person_asked_about_in_two_are_three_cases(taken, drawn):
    # The fourth trap of the dictionary: cases and people are different units.
    log = drawn(SAFEGUARDING, "\n".join(LOG.strip().splitlines()[:4]))
    asked = taken(msp.ASKED, log)[""]
    assert (asked.counted, asked.out_of, asked.measure.of.many) == (2, 3, "concluded concerns")
    assert taken(msp.PEOPLE, log)[""].counted == 1
