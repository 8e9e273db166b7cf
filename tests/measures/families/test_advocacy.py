"""Advocacy, worked by hand."""

import pytest

from evidencegen.intake.registers.advocacy import ADVOCACY
from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.measures.families import advocacy
from evidencegen.measures.families.decisions import LACKED_CAPACITY


@pytest.fixture
def concerns(drawn):
    return drawn(
        SAFEGUARDING,
        """
        concern | person | raised_on  | abuse   | asked_outcomes | difficulty          | appropriate_person | planning_meeting_on | concluded_on | lacked_capacity | supported_by
        S1      | P1     | 01/06/2026 | neglect | no             | communicate         | no                 | 12/06/2026          | 30/07/2026   | yes             | advocate
        S2      | P2     | 01/06/2026 | neglect | no             | understand; retain  | no                 | 12/06/2026          | 30/07/2026   | yes             | none
        S3      | P3     | 01/06/2026 | neglect | no             | weigh               | no                 | 03/06/2026          | 30/07/2026   | yes             |
        S4      | P4     | 01/06/2026 | neglect | no             | weigh               | no                 |                     | 30/07/2026   | no              | family
        S5      | P5     | 01/06/2026 | neglect | no             | weigh               | not_recorded       |                     |              |                 |
        S6      | P6     | 01/06/2026 | neglect | no             | weigh               | yes                |                     |              |                 |
        S7      | P7     | 01/06/2026 | neglect | no             | none                | no                 |                     |              |                 |
        """,
    )


@pytest.fixture
def referrals(drawn):
    return drawn(
        ADVOCACY,
        """
        referral | person | referred_on | kind     | concern | decision        | allocated_on | first_contact_on | seen_privately | asked_by | reason
        R1       | P1     | 08/06/2026  | care_act | S1      | accepted        | 22/06/2026   | 24/06/2026       | yes            | senior   | safeguarding
        R2       | P1     | 20/06/2026  | imca     | S1      | accepted        | 06/07/2026   | 08/07/2026       |                | senior   | review
        R3       | P2     | 09/06/2026  | care_act | S2      | waiting         |              |                  |                | manager  | safeguarding
        R4       | P3     | 04/06/2026  | care_act | S3      | person_declined |              |                  |                | manager  |
        R5       | P9     | 01/06/2026  | imha     |         | accepted        | 02/06/2026   | 03/06/2026       | declined       |          | review
        """,
    )


def test_advocacy_never_asked_for_counts_against_the_service(taken, concerns, referrals):
    asked = taken(advocacy.ASKED_FOR, concerns, referrals)[""]
    # S1 to S4 meet the conditions; S4 has no referral. S5 is unknown; S6 and S7 do not meet them.
    assert (asked.counted, asked.out_of) == (3, 4)
    assert asked.excluded == (("not recorded whether there was an appropriate person", 1),)


def test_early_means_within_five_working_days_and_before_the_first_meeting(taken, concerns, referrals):
    early = taken(advocacy.ASKED_FOR_EARLY, concerns, referrals)[""]
    # S1 Monday to Monday, five working days; S2 six; S3 in time but after the meeting of 3 June.
    assert (early.counted, early.out_of) == (1, 3)


def test_a_referral_still_waiting_counts_as_not_allocated(taken, concerns, referrals):
    allocated = taken(advocacy.ALLOCATED, referrals)[""]
    # R1 ten working days, R2 eleven, R3 waiting, R4 declined, R5 one.
    assert (allocated.counted, allocated.out_of) == (2, 4)
    assert allocated.excluded == (("declined or withdrawn", 1),)


def test_being_offered_a_private_meeting_and_declining_is_left_out(taken, referrals):
    seen = taken(advocacy.SEEN_PRIVATELY, referrals)[""]
    assert (seen.counted, seen.out_of) == (1, 2)
    assert seen.excluded == (("offered and declined by the person", 1),)


def test_support_is_counted_only_where_capacity_was_lacking(taken, concerns):
    supported = taken(LACKED_CAPACITY, concerns)[""]
    assert (supported.counted, supported.out_of) == (1, 2)
    assert supported.excluded == (("support not recorded", 1),)


def test_kinds_of_advocacy_are_counted_apart(taken, referrals):
    kinds = taken(advocacy.REFERRED, referrals)
    assert {key: reading.counted for key, reading in kinds.items()} == {
        "": 5,
        "kind=care_act": 3,
        "kind=imca": 1,
        "kind=imha": 1,
    }


def test_without_an_advocacy_log_asking_is_not_collected(taken, concerns):
    assert taken(advocacy.ASKED_FOR, concerns)[""].absent == "there is no advocacy register in the project"


def test_a_difficulty_without_a_word_on_who_could_help_is_shown_for_itself(taken, concerns):
    # S1 to S6 have a difficulty on record; S5 does not say whether there was somebody suitable.
    recorded = taken(advocacy.APPROPRIATE_PERSON_RECORDED, concerns)[""]
    assert (recorded.counted, recorded.out_of) == (5, 6)


def test_a_no_from_the_person_and_a_no_from_the_service_are_told_apart(taken, drawn):
    log = drawn(
        ADVOCACY,
        """
        referral | person | referred_on | kind     | decision            | closed_on  | outcome
        R1       | P1     | 08/06/2026  | care_act | accepted            | 01/08/2026 | plan_changed
        R2       | P2     | 08/06/2026  | care_act | Declined by service | 01/08/2026 |
        R3       | P3     | 08/06/2026  | care_act | Declined by person  | 01/08/2026 | no_change
        R4       | P4     | 08/06/2026  | care_act | waiting             |            |
        R5       | P5     | 08/06/2026  | care_act |                     | 01/08/2026 | ended
        """,
    )
    became = taken(advocacy.BY_DECISION, log)
    counts = {key.removeprefix("decision="): reading.counted for key, reading in became.items()}
    assert counts == {"": 4, "accepted": 1, "declined": 1, "waiting": 1, "person_declined": 1, "withdrawn": 0}
    led_to = taken(advocacy.BY_OUTCOME, log)
    assert (led_to[""].counted, led_to[""].out_of) == (3, 4)
    assert (led_to["outcome=plan_changed"].counted, led_to["outcome=plan_changed"].out_of) == (1, 3)
    made = taken(advocacy.VIEWS_REPRESENTED, log)[""]
    assert (made.counted, made.out_of) == (1, 2)
    assert made.excluded == (("the person had died or moved", 1), ("outcome not recorded", 1))
