"""Whether a figure has changed: rules, limits, icons, and what must be refused."""

import json
from math import sqrt
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencegen.measures.history import Assurance, Strength, Variation, bases_vary, p_chart, xmr
from evidencegen.measures.measure import Direction
from evidencegen.measures.special_cause import Cause

KNOWN = Path(__file__).parents[3] / "shared" / "known_answers"
UP, DOWN, NEITHER = Direction.HIGHER, Direction.LOWER, Direction.NEITHER
DIRECTIONS = {"increase": UP, "decrease": DOWN, "neutral": NEITHER}
VARIATIONS = {
    "common_cause": Variation.COMMON,
    "special_cause_improvement": Variation.IMPROVEMENT,
    "special_cause_concern": Variation.CONCERN,
    "special_cause_neutral_high": Variation.HIGHER,
    "special_cause_neutral_low": Variation.LOWER,
}
ASSURANCES = {
    None: None,
    "consistent_pass": Assurance.MEETS,
    "consistent_fail": Assurance.FAILS,
    "inconsistent": Assurance.HIT_OR_MISS,
}
STEADY = [50, 52, 50, 52, 50, 52, 50, 52, 50, 52, 50, 52]


def test_every_known_series_comes_out_as_published():
    if not KNOWN.exists():
        pytest.skip("shared/known_answers/xmr.json is not beside this checkout")
    series = json.loads((KNOWN / "xmr.json").read_text())["series"]
    for one in series:
        options, expected = one["options"], one["expected"]
        found = xmr(
            one["values"],
            direction=DIRECTIONS[options["direction"]],
            target=options["target"],
            fix_after_n_points=options["fix_after_n_points"],
            screen_outliers=options["screen_outliers"],
            rebase_at=[at - 1 for at in options["rebase_at_1based"]],
        )
        assert found.mean == pytest.approx(expected["mean"], abs=1e-6), one["id"]
        assert found.lower == pytest.approx(expected["lpl"], abs=1e-6), one["id"]
        assert found.upper == pytest.approx(expected["upl"], abs=1e-6), one["id"]
        assert [cause.value for cause in found.causes] == expected["special_cause_type"], one["id"]
        assert found.variation is VARIATIONS[expected["variation"]], one["id"]
        assert found.assurance is ASSURANCES[expected["assurance"]], one["id"]
    assert len(series) == 23


# Worked by hand: eight points, the mean of the first three is 2 and their moving ranges are 1 and 1.
# nhs-pycom/nhspy-plotthedots, tests/unittests/test_pandas_spc_x_calc.py, test_sample1.
def test_limits_fixed_on_the_first_points_judge_those_that_follow():
    found = xmr([1, 2, 3, 4, 5, 6, 7, 8], direction=UP, fix_after_n_points=3)
    assert (found.mean[7], found.lower[7], found.upper[7]) == pytest.approx((2.0, -0.66, 4.66))
    assert found.causes == (Cause.RISING,) * 4 + (Cause.ABOVE,) * 4


def test_a_steady_series_is_common_cause_with_limits_worked_by_hand():
    found = xmr(STEADY, direction=UP)
    assert (found.mean[0], found.lower[0], found.upper[0]) == pytest.approx((51.0, 45.68, 56.32))
    assert set(found.causes) == {Cause.COMMON}
    assert (found.variation, found.assurance, found.strength) == (Variation.COMMON, None, Strength.FULL)


def test_a_point_on_a_limit_is_not_outside_it():
    steps = [0, 1] * 6
    reach = 2.66 * 1
    assert xmr([*steps, 0.5 + reach], direction=UP, fix_after_n_points=12).causes[-1] is Cause.COMMON
    assert xmr([*steps, 0.51 + reach], direction=UP, fix_after_n_points=12).causes[-1] is Cause.ABOVE


def test_seven_on_one_side_are_flagged_and_six_or_a_point_on_the_mean_are_not():
    seven = xmr([*STEADY, *[51.5] * 7], direction=DOWN, fix_after_n_points=12)
    assert seven.causes[12:] == (Cause.HIGH_RUN,) * 7
    assert seven.variation is Variation.CONCERN
    assert xmr([*STEADY[:11], *[51.5] * 6], direction=DOWN, fix_after_n_points=11).causes[-1] is Cause.COMMON
    broken = xmr([*STEADY[:-1], 50, *[51.5] * 3, 51, *[51.5] * 3], direction=DOWN, fix_after_n_points=10)
    assert set(broken.causes) == {Cause.COMMON}


def test_a_tie_breaks_a_trend():
    rising = [50, 50.1, 50.2, 50.3, 50.4, 50.5, 50.6]
    assert xmr([*STEADY, *rising], direction=UP, fix_after_n_points=12).causes[-1] is Cause.RISING
    tied = [50, 50.1, 50.2, 50.2, 50.4, 50.5, 51.6]
    assert xmr([*STEADY, *tied], direction=UP, fix_after_n_points=12).causes[-1] is Cause.COMMON


def test_two_of_three_flags_only_the_points_near_the_limit():
    # Limits 45.68 to 56.32, near limits 51 -/+ 3.5467.
    found = xmr([*STEADY, 55, 52, 55], direction=NEITHER, fix_after_n_points=12)
    assert found.causes[12:] == (Cause.NEAR_UPPER, Cause.COMMON, Cause.NEAR_UPPER)
    assert found.variation is Variation.HIGHER
    assert set(xmr([*STEADY, 55, 50, 55], direction=NEITHER, fix_after_n_points=12).causes) == {Cause.COMMON}


def test_large_moving_ranges_are_screened_once_unless_asked_not_to():
    spike = [*STEADY, 152]
    screened = xmr(spike, direction=UP)
    assert screened.upper[0] - screened.mean[0] == pytest.approx(2.66 * 2)
    raw = xmr(spike, direction=UP, screen_outliers=False)
    assert raw.upper[0] - raw.mean[0] == pytest.approx(2.66 * (11 * 2 + 100) / 12)


def test_no_rule_crosses_a_rebase():
    found = xmr([*[50, 52] * 3, *[60, 62] * 3], direction=UP, rebase_at=(6,))
    assert found.mean == (51.0,) * 6 + (61.0,) * 6
    assert set(found.causes) == {Cause.COMMON}


def test_a_month_without_data_is_a_gap_that_no_range_and_no_run_spans():
    found = xmr([50, 52, None, 90, 92, 90], direction=UP)
    assert found.upper[0] - found.mean[0] == pytest.approx(2.66 * 2)
    gap = xmr([*STEADY, *[51.5] * 4, None, *[51.5] * 3], direction=UP, fix_after_n_points=12)
    assert set(gap.causes) == {Cause.COMMON}


@pytest.mark.parametrize(
    ("lower", "target", "direction", "expected"),
    [
        (50, 40, UP, Assurance.MEETS),
        (50, 60, UP, Assurance.FAILS),
        (50, 40, DOWN, Assurance.FAILS),
        (50, 60, DOWN, Assurance.MEETS),
        (50, 51, UP, Assurance.HIT_OR_MISS),
        (50, 51 - 2.66 * 2, UP, Assurance.HIT_OR_MISS),
        (50, 60, NEITHER, None),
    ],
)
def test_assurance_is_the_target_against_the_last_limits_strictly(lower, target, direction, expected):
    assert xmr([lower, lower + 2] * 6, direction=direction, target=target).assurance is expected


@pytest.mark.parametrize(
    ("points", "expected"), [(5, Strength.RUN_CHART), (6, Strength.TRIAL), (11, Strength.TRIAL), (12, Strength.FULL)]
)
def test_how_far_limits_can_be_trusted_depends_on_their_points(points, expected):
    assert xmr(STEADY[:points], direction=UP).strength is expected


def test_a_constant_series_has_no_limits_to_show():
    found = xmr([80] * 12, direction=UP)
    assert found.strength is Strength.NO_WIDTH
    assert set(found.causes) == {Cause.COMMON}


@pytest.mark.parametrize(
    ("values", "options"),
    [
        ([], {}),
        ([None, None], {}),
        ([1, float("nan")], {}),
        ([1, float("inf")], {}),
        ([1, 2, 3], {"rebase_at": (0,)}),
        ([1, 2, 3], {"rebase_at": (3,)}),
        ([1, None, 3], {"rebase_at": (1, 2)}),
        ([1, 2, 3], {"fix_after_n_points": 1}),
    ],
)
def test_what_cannot_be_charted_is_refused(values, options):
    with pytest.raises(ValueError, match=r"series|group|fixed"):
        xmr(values, direction=UP, **options)


def test_limits_of_shares_follow_their_bases():
    # 60 of 400 in all; at base 100 the spread is sqrt(.15 * .85 / 100) = 0.0357.
    found = p_chart([15, 16, 14, 15], [100] * 4, direction=UP)
    assert found.mean[0] == pytest.approx(0.15)
    assert found.upper[0] - 0.15 == pytest.approx(3 * sqrt(0.15 * 0.85 / 100))
    uneven = p_chart([10, 40, 0, 10], [100, 400, 0, 100], direction=UP)
    assert uneven.upper[0] - uneven.mean[0] == pytest.approx(2 * (uneven.upper[1] - uneven.mean[1]))
    assert uneven.values[2] is None


def test_limits_widen_where_shares_vary_more_than_their_bases_explain():
    # Shares 0.1 and 0.9 by turns around 0.5: z = -/+ 0.4 / 0.05 = -/+ 8, ranges 16, sigma 16 / 1.128.
    found = p_chart([10, 90] * 6, [100] * 12, direction=UP)
    assert found.upper[0] - found.mean[0] == pytest.approx(3 * 0.05 * 16 / 1.128)


@pytest.mark.parametrize(("counted", "out_of"), [([2], [1]), ([-1], [1]), ([0], [0]), ([1, 2], [3])])
def test_impossible_shares_are_refused(counted, out_of):
    with pytest.raises(ValueError, match=r"count|series"):
        p_chart(counted, out_of, direction=UP)


def test_bases_vary_when_one_is_more_than_twice_another():
    assert not bases_vary([10, 20, 0])
    assert bases_vary([10, 21])
    assert not bases_vary([0, 0])


@given(st.lists(st.integers(0, 100), min_size=1, max_size=40), st.integers(-50, 50))
def test_a_series_moved_by_a_constant_keeps_its_causes(values, by):
    one, other = xmr(values, direction=UP), xmr([v + by for v in values], direction=UP)
    near = [abs(abs(v - m) - r * k) < 1e-6 for v, m, u in zip(values, one.mean, one.upper, strict=True)
            for r in (u - m,) for k in (0, 2 / 3, 1)]  # fmt: skip
    if not any(near):
        assert other.causes == one.causes
    assert [u - m for u, m in zip(other.upper, other.mean, strict=True)] == pytest.approx(
        [u - m for u, m in zip(one.upper, one.mean, strict=True)]
    )


@given(st.lists(st.integers(0, 100), min_size=1, max_size=40))
def test_a_series_turned_upside_down_has_its_causes_turned(values):
    one, other = xmr(values, direction=UP), xmr([-v for v in values], direction=DOWN)
    assert [c.side for c in other.causes] == [-c.side for c in one.causes]
    assert other.variation is one.variation


# NHSRplotthedots, tests/testthat/test-ptd_calculate_assurance_type.R. Values a, a + d by turns have the mean
# a + d/2 and limits 2.66 d to either side of it.
def test_assurance_agrees_with_the_published_vectors():
    if not KNOWN.exists():
        pytest.skip("shared/known_answers/xmr_rule_vectors.json is not beside this checkout")
    vectors = json.loads((KNOWN / "xmr_rule_vectors.json").read_text())
    for one in vectors["assurance"]:
        middle, apart = (one["lpl"] + one["upl"]) / 2, (one["upl"] - one["lpl"]) / 2 / 2.66
        values = [middle - apart / 2, middle + apart / 2] * 6
        found = xmr(values, direction=DIRECTIONS[one["direction"]], target=one["target"])
        assert (found.lower[0], found.upper[0]) == pytest.approx((one["lpl"], one["upl"]))
        assert found.assurance is ASSURANCES[one["out"]]
    short = [one for one in vectors["short_group_warning"] if "n" in one]
    assert [xmr(STEADY[: one["n"]], direction=UP).strength is Strength.TRIAL for one in short] == [
        one["out"] for one in short
    ]
    assert (len(vectors["assurance"]), len(short)) == (7, 2)


def test_each_group_says_how_far_its_own_limits_can_be_trusted():
    found = xmr([*STEADY, *[70, 72] * 2], direction=UP, rebase_at=(12,))
    assert found.strengths == (Strength.FULL,) * 12 + (Strength.RUN_CHART,) * 4
    assert found.strength is Strength.RUN_CHART
    assert [found.shows_limits(at) for at in (0, 12)] == [True, False]
    assert found.starts == (0, 12)


def test_a_p_chart_starts_anew_where_it_is_told_to():
    # 20 of 100, then 60 of 100: each group has its own centre, and spreads sqrt(.2 * .8 / 100), sqrt(.6 * .4 / 100).
    found = p_chart([20] * 6 + [60] * 6, [100] * 12, direction=UP, rebase_at=(6,))
    assert found.mean == pytest.approx((0.2,) * 6 + (0.6,) * 6)
    assert found.upper[5] == pytest.approx(0.2 + 3 * sqrt(0.2 * 0.8 / 100))
    assert found.upper[6] == pytest.approx(0.6 + 3 * sqrt(0.6 * 0.4 / 100))
    assert set(found.causes) == {Cause.COMMON}


def test_a_p_chart_fixed_on_its_first_months_judges_those_that_follow():
    found = p_chart([20, 22] * 6 + [60], [100] * 13, direction=DOWN, fix_after_n_points=12)
    assert found.mean[12] == pytest.approx(0.21)
    assert (found.causes[12], found.variation) == (Cause.ABOVE, Variation.CONCERN)


def test_shares_that_are_all_of_their_base_have_no_width():
    found = p_chart([5, 20] * 6, [5, 20] * 6, direction=UP)
    assert found.strength is Strength.NO_WIDTH
    assert set(found.causes) == {Cause.COMMON}


def test_one_month_that_differs_among_months_alike_leaves_no_width_once_its_range_is_screened():
    # Ranges 0 ... 0, 10, 10: their mean 20/11 screens both out, and what is left is nought.
    assert xmr([100] * 6 + [90] + [100] * 5, direction=UP).strength is Strength.NO_WIDTH
