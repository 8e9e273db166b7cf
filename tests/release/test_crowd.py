"""Five people or none: expected rungs counted by hand on registers of a few invented concerns."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.release.crowd import BROAD_KINDS, ENOUGH, LADDER, Concern, concern_called, concerns_in, crowd_of

DAY = date(2026, 9, 30)
OWN = Concern(
    reference="sg-1",
    person="p-1",
    service_type="home care",
    age_band="from_75",
    gender="woman",
    abuse=frozenset({"financial"}),
    source="known",
    raised=date(2026, 9, 3),
)
AS_RECORDED = LADDER[0]


def others(count, **changed):
    """So many concerns of so many further people, alike but for what is changed."""
    return [replace(OWN, reference=f"sg-{n}", person=f"p-{n}", **changed) for n in range(2, count + 2)]


def rung_of(*concerns, own=OWN):
    rung = crowd_of(own, [own, *concerns], DAY).rung
    return None if rung is None else LADDER.index(rung)


def test_five_people_who_share_all_that_is_on_record_are_enough_and_four_are_not():
    assert rung_of(*others(4)) == 0
    assert rung_of(*others(3)) is None


@pytest.mark.parametrize(
    ("changed", "rung"),
    [
        ({"raised": date(2026, 9, 30)}, 0),
        ({"raised": date(2026, 9, 1)}, 0),
        ({"raised": date(2026, 8, 31)}, 1),
        ({"raised": date(2026, 7, 1)}, 1),
        ({"raised": date(2026, 6, 30)}, 2),
        ({"raised": date(2025, 10, 1)}, 2),
        ({"raised": date(2025, 9, 30)}, 3),
        ({"raised": date(2024, 10, 1)}, 3),
        ({"raised": date(2024, 9, 30)}, 4),
        ({"raised": None}, 4),
        ({"age_band": "from_95"}, 5),
        ({"age_band": "under_65"}, 6),
        ({"age_band": ""}, 6),
        ({"source": "service_provider"}, 7),
        ({"source": ""}, 7),
        ({"abuse": frozenset({"modern_slavery"})}, 8),
        ({"abuse": frozenset({"neglect"})}, 9),
        ({"abuse": frozenset()}, 9),
        ({"gender": "man"}, 10),
        ({"service_type": "care home"}, 11),
    ],
)
def test_each_difference_is_met_by_its_own_rung_and_no_lower_one(changed, rung):
    assert rung_of(*others(4, **changed)) == rung


def test_people_are_counted_once_however_many_concerns_they_have():
    same_person = [replace(OWN, reference=f"sg-{n}") for n in range(2, 9)]
    assert rung_of(*same_person, *others(3)) is None
    assert rung_of(*same_person, *others(4)) == 0


def test_a_concern_of_nobody_or_of_a_day_to_come_counts_for_nobody():
    assert rung_of(*others(3), replace(OWN, reference="sg-9", person="")) is None
    assert rung_of(*others(3), replace(OWN, person="p-9", raised=date(2026, 10, 1))) is None


def test_a_concern_of_more_kinds_of_abuse_fits_and_one_of_fewer_does_not():
    both = frozenset({"financial", "psychological"})
    assert rung_of(*others(4, abuse=both)) == 0
    assert rung_of(*others(4), own=replace(OWN, abuse=both)) == 8


def test_what_is_not_on_record_of_the_concern_itself_is_not_asked_for_and_is_told():
    own = replace(OWN, gender="", age_band="")
    crowd = crowd_of(own, [own, *others(4, gender="man", age_band="under_65")], DAY)
    assert crowd.rung == AS_RECORDED
    assert crowd.uncounted == ("the gender", "the age")
    assert crowd_of(OWN, [OWN], DAY).uncounted == ()


def test_the_ladder_only_ever_says_less_and_ends_by_saying_nothing():
    assert len(LADDER) == 12
    assert AS_RECORDED.told == {
        "the kind of service": "the kind of service",
        "the gender": "the gender",
        "the kind of abuse": "the kind of abuse",
        "where the harm came from": "where the harm came from",
        "the age": "the age band",
        "when it was": "the month",
    }
    assert LADDER[-1].told == {}
    told = [set(rung.told) for rung in LADDER]
    assert all(later <= sooner for sooner, later in pairwise(told))


def test_more_concerns_never_make_a_story_say_less():
    kinds = [*BROAD_KINDS]
    log = [
        replace(
            OWN,
            reference=f"sg-{n}",
            person=f"p-{n}",
            abuse=frozenset({kinds[n % 11]}),
            source=("known", "unknown", "")[n % 3],
            gender=("woman", "man")[n % 2],
            age_band=("under_65", "from_65", "from_75", "")[n % 4],
            raised=date(2024 + n % 3, 1 + n % 9, 1 + n % 28),
            service_type=("home care", "care home")[n % 5 // 3],
        )
        for n in range(60)
    ]
    found = [LADDER.index(crowd.rung) for own in log if (crowd := crowd_of(own, log, DAY)).rung]
    for own in log:
        for size in (20, 40, 60):
            with_more, with_fewer = crowd_of(own, log[:size], DAY).rung, crowd_of(own, log[: size - 10], DAY).rung
            assert with_fewer is None or LADDER.index(with_more) <= LADDER.index(with_fewer)
    assert len(found) == 60
    assert len(set(found)) > 1


def test_every_kind_of_abuse_of_the_register_has_a_broader_word():
    assert BROAD_KINDS.keys() == SAFEGUARDING.column("abuse").kind.codes.keys()
    assert {own.age_band for own in others(1)} <= SAFEGUARDING.column("age_band").kind.codes.keys()
    assert ENOUGH == 5


def test_a_register_is_read_with_the_kinds_of_services_that_the_brief_gives(drawn):
    log = drawn(
        SAFEGUARDING,
        """
        concern | person | service | raised_on | abuse | source_of_risk | Age band | Gender | asked_outcomes
        SG-1 | P 1 | Rowan House | 03/09/2026 | Financial; Domestic | Relative | 75-84 | F | no
        SG-2 | P2 | Mill Lane | 04/09/2026 | Neglect | | Not known | Prefer not to say | no
        """,
    )
    first, second = concerns_in(log, {"rowan house": "Care home"})
    assert first == Concern(
        "sg-1", "p1", "care home", "from_75", "woman", frozenset({"financial", "domestic"}), "known", date(2026, 9, 3)
    )
    assert second == Concern("sg-2", "p2", "mill lane", "", "", frozenset({"neglect"}), "", date(2026, 9, 4))
    assert "p1" not in repr(first)


def test_a_concern_is_found_however_its_reference_is_written():
    assert concern_called(" SG-1 ", [OWN]) == OWN
    assert concern_called("Sg - 1", [OWN]) == OWN
    assert concern_called("SG-11", [OWN]) is None
    assert concern_called("", [replace(OWN, reference="")]) is None
