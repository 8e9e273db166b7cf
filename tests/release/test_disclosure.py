"""The only gate for numbers."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencegen.measures.condition import Setting
from evidencegen.measures.families.audits import CONFORMITY
from evidencegen.measures.families.msp import ASKED, CONCERNS_RAISED, FULLY_ACHIEVED
from evidencegen.measures.families.training import SAFEGUARDING_CURRENT
from evidencegen.measures.reading import Reading
from evidencegen.measures.view import Views
from evidencegen.period import Period
from evidencegen.release.disclosure import EXTERNAL, INTERNAL, release
from evidencegen.release.figure import Mark

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
