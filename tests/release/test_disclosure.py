"""The only gate for numbers."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencegen.measures.condition import Policy, Setting, where
from evidencegen.measures.families.advocacy import TAKEN_UP
from evidencegen.measures.families.audits import CONFORMITY
from evidencegen.measures.families.msp import ASKED, CONCERNS_RAISED, FULLY_ACHIEVED
from evidencegen.measures.families.training import SAFEGUARDING_CURRENT
from evidencegen.measures.measure import Exclusion, Wait
from evidencegen.measures.reading import Group, Reading, take
from evidencegen.measures.view import Unit, Views
from evidencegen.measures.waiting import Waits
from evidencegen.period import Period
from evidencegen.release.disclosure import release
from evidencegen.release.figure import Mark
from evidencegen.release.profile import EXTERNAL, INTERNAL

DAY = date(2026, 9, 30)
SETTING = Setting(DAY, Period.months_to(DAY, 12), {})
VIEWS = Views({}, SETTING)
COUNTS = st.integers(0, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def released(counted, out_of, profile=EXTERNAL, measure=ASKED, **more):
    return release(Reading(measure, SETTING, counted, out_of, **more), profile, VIEWS)


# The national collection's rounding, worked in field.md: 0 to 4 hidden, then to the nearest 5.
@pytest.mark.parametrize(
    ("count", "shown"),
    [(5, 5), (6, 5), (7, 5), (8, 10), (9, 10), (10, 10), (12, 10), (13, 15), (17, 15), (18, 20), (62, 60)],
)
def test_counts_that_leave_the_house_are_rounded_to_five(count, shown):
    assert released(count, count, measure=CONCERNS_RAISED).counted == shown


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_counts_from_one_to_four_never_leave_the_house(count):
    figure = released(count, count, measure=CONCERNS_RAISED)
    assert (figure.mark, figure.counted, figure.amount) == (Mark.SUPPRESSED, None, "[c]")
    assert released(count, 100).mark is Mark.SUPPRESSED
    assert released(100 - count, 100).mark is Mark.SUPPRESSED


RECORDED = replace(FULLY_ACHIEVED, excluded=tuple(replace(e, quality=True) for e in FULLY_ACHIEVED.excluded))
REASON = RECORDED.excluded[0].reason


# Left out of what would be the base: 10 of 100 is a tenth and no more; 11 of 101, over it; 30 of 120, a quarter; 31 of 121, over.
@pytest.mark.parametrize(
    ("out_of", "left_out", "provisional", "outside"),
    [
        (90, 10, False, None),
        (90, 11, True, None),
        (90, 30, True, None),
        (90, 31, True, Mark.UNFIT),
        (90, 0, False, None),
    ],
)
def test_poor_records_make_a_figure_provisional_and_then_unfit_to_leave(out_of, left_out, provisional, outside):
    inside = released(60, out_of, INTERNAL, RECORDED, excluded=((REASON, left_out),))
    assert (inside.provisional, inside.mark) == (provisional, None)
    assert inside.amount == ("67% [p]" if provisional else "67%")
    figure = released(60, out_of, EXTERNAL, RECORDED, excluded=((REASON, left_out),))
    assert figure.mark is outside
    assert figure.counted is None if outside else figure.provisional is provisional


def test_what_does_not_apply_makes_nothing_provisional():
    reading = Reading(FULLY_ACHIEVED, SETTING, 60, 90, ((REASON, 90),))
    plain = replace(FULLY_ACHIEVED, excluded=tuple(replace(e, quality=False) for e in FULLY_ACHIEVED.excluded))
    assert release(replace(reading, measure=plain), EXTERNAL, VIEWS).amount == "67%"


WAIT = Wait("working_days_to_allocation", "working_days_so_far", Unit("working day", "working days"))
WAITED = replace(TAKEN_UP, wait=WAIT)


@pytest.mark.parametrize(
    ("ended", "waiting", "profile", "amount", "words"),
    [
        (8, 1, INTERNAL, "8 of 9", ""),  # under 10, no median
        (9, 3, INTERNAL, "6 working days", "half within 6 working days, 3 still waiting"),
        (
            10,
            3,
            INTERNAL,
            "6 working days",
            "half within 6 working days, nine in ten within 1 working day, 3 still waiting",
        ),
        (12, 3, EXTERNAL, "[c]", ""),  # three still wait: a number from 1 to 4
        (12, 6, EXTERNAL, "6 working days", "half within 6 working days, about 5 still waiting"),
        (
            60,
            0,
            EXTERNAL,
            "6 working days",
            "half within 6 working days, nine in ten within 1 working day, 0 still waiting",
        ),
    ],
)
def test_how_long_things_took_is_told_where_enough_came_to_an_end(ended, waiting, profile, amount, words):
    found = Waits(5.5, 1.0, ended, waiting)
    figure = released(ended, ended + waiting, profile, WAITED, waits=found)
    assert figure.amount == amount
    assert (figure.waits.words if figure.waits else "") == words


def test_where_over_half_still_wait_no_median_is_given():
    figure = released(20, 60, INTERNAL, WAITED, waits=Waits(None, None, 20, 40))
    assert figure.waits.words == "over half still waiting, 40 still waiting"


def test_a_count_for_each_hundred_uses_the_rounded_count():
    measure = replace(CONCERNS_RAISED, per_hundred=Policy("people_supported", "people supported"))
    setting = replace(SETTING, policy={"people_supported": 40})
    figure = release(Reading(measure, setting, 13, 13), EXTERNAL, VIEWS)
    # 15 for 40 is 37.5 for each hundred, halves up.
    assert (figure.amount, figure.counts) == ("38 per 100", "about 15")
    (absent,) = take(measure, Views({}, SETTING))
    assert absent.absent == "evidence.yaml does not say how many people supported there are"


def test_the_figure_without_the_unrecorded_is_for_people_inside_alone():
    measure = replace(ASKED, sensitivity=Exclusion("it is not recorded", where(asked_outcomes="not_recorded")))
    inside = released(60, 90, INTERNAL, measure, without=(60, 80))
    assert inside.without == "75% (60 of 80) with those left out too where it is not recorded"
    assert released(60, 90, EXTERNAL, measure, without=(60, 80)).without == ""
    assert released(60, 90, INTERNAL, measure, without=(60, 90)).without == ""


# Figures for outside: worked by hand from the rounded counts.
@pytest.mark.parametrize(
    ("counted", "out_of", "amount", "counts"),
    [
        (112, 121, "92%", "about 110 of 120"),  # 110/120 = 91.67
        (13, 18, "75%", "about 15 of 20"),
        (11, 16, "about 10 of 15", "about 10 of 15"),  # base under 20
        (13, 17, "[c]", "[c]"),  # the other four
        (9, 14, "about 10 of 15", "about 10 of 15"),
        (0, 40, "0%", "0 of 40"),
        (40, 40, "100%", "about 40 of 40"),
        (0, 0, "[z]", "[z]"),
        (0, 12, "[c]", "[c]"),  # nobody of a small group says something of each of them
        (12, 12, "[c]", "[c]"),
        (38, 40, "[c]", "[c]"),
        (3, 3, "[c]", "[c]"),
    ],
)
def test_a_figure_for_outside(counted, out_of, amount, counts):
    figure = released(counted, out_of)
    assert figure.amount == amount
    assert figure.counts == counts


@pytest.mark.parametrize(
    ("counted", "out_of", "amount"), [(7, 8, "7 of 8"), (3, 12, "25%"), (12, 12, "100%"), (1, 1, "1 of 1")]
)
def test_audit_answers_and_actions_point_at_nobody_and_stay_exact(counted, out_of, amount):
    assert released(counted, out_of, measure=CONFORMITY).amount == amount


def test_staff_are_people():
    assert released(3, 40, measure=SAFEGUARDING_CURRENT).mark is Mark.SUPPRESSED
    assert released(138, 145, measure=SAFEGUARDING_CURRENT).counts == "about 140 of 145"
    assert released(12, 12, measure=SAFEGUARDING_CURRENT).counts == "about 10 of 10"


# Inside: exact; under 10 no percentage.
@pytest.mark.parametrize(
    ("counted", "out_of", "amount"),
    [
        (7, 9, "7 of 9"),
        (1, 400, "under 1%"),
        (399, 400, "over 99%"),
        (1, 8, "1 of 8"),
        (5, 40, "13%"),
        (29, 200, "15%"),
    ],
)
def test_a_figure_for_inside_is_exact(counted, out_of, amount):
    assert released(counted, out_of, INTERNAL).amount == amount


def test_the_four_absences_are_four_different_things_and_never_nought():
    hidden = released(2, 40)
    nothing_to_count = released(0, 0)
    not_kept = release(Reading(ASKED, SETTING, absent="there is no safeguarding register"), EXTERNAL, VIEWS)
    all_blank = released(0, 0, measure=FULLY_ACHIEVED, excluded=(("not recorded", 30),))
    marks = [f.mark for f in (hidden, nothing_to_count, not_kept)]
    assert marks == [Mark.SUPPRESSED, Mark.NOT_APPLICABLE, Mark.NOT_COLLECTED]
    assert all_blank.mark is Mark.NOT_COLLECTED
    assert all_blank.excluded == (("not recorded", "about 30"),)
    for figure in (hidden, nothing_to_count, not_kept, all_blank):
        assert figure.counted is None
        assert figure.as_dict()["per_cent"] is None
        assert "0" not in figure.amount
        assert figure.absence


def test_reasons_for_leaving_rows_out_pass_the_same_gate():
    figure = released(50, 100, excluded=(("not recorded", 3), ("still open", 0), ("did not apply", 12)))
    assert figure.excluded == (("not recorded", "[c]"), ("did not apply", "about 10"))


def test_outside_no_part_says_how_many_were_left_out_of_it():
    north, left_out = Group("service", "North", "North"), (("not recorded", 12),)
    assert released(50, 100, group=north, excluded=left_out).excluded == ()
    assert released(50, 100, INTERNAL, group=north, excluded=left_out).excluded == (("not recorded", "12"),)


@given(COUNTS)
def test_everything_printed_follows_from_rounded_counts_alone(counts):
    counted, out_of = counts
    figure = released(counted, out_of)
    shown = [n for n in (figure.counted, figure.out_of) if n is not None]
    assert all(n % 5 == 0 for n in shown)
    if figure.share is not None:
        assert figure.share == Fraction(figure.counted, figure.out_of)
        assert figure.out_of >= 20
    if 0 < counted < 5 or 0 < out_of - counted < 5:
        assert figure.counted is None
        assert figure.share is None
        assert figure.interval is None


@given(COUNTS)
def test_no_shown_share_says_all_or_none_that_is_not(counts):
    counted, out_of = counts
    for profile in (EXTERNAL, INTERNAL):
        figure = released(counted, out_of, profile)
        if figure.share is not None:
            assert (figure.amount == "100%") == (counted == out_of)
            assert (figure.amount == "0%") == (counted == 0)


@given(st.integers(0, 300))
def test_what_an_outsider_sees_leaves_at_least_four_counts_possible(count):
    shown = released(count, count, measure=CONCERNS_RAISED)
    alike = [n for n in range(310) if released(n, n, measure=CONCERNS_RAISED).amount == shown.amount]
    assert len(alike) >= 4 or shown.amount in ("0", "about 5")
