"""The four rules, each on its own, against the vectors of NHSRplotthedots."""

import json
from pathlib import Path

import pytest

from evidencegen.measures.special_cause import Cause, causes_of, ranges

KNOWN = Path(__file__).parents[3] / "shared" / "known_answers"
FAR = 100.0


@pytest.fixture(scope="module")
def vectors():
    """NHSRplotthedots, tests/testthat/test-ptd_calculate_point_type.R and test-ptd_calculate_assurance_type.R."""
    if not KNOWN.exists():
        pytest.skip("shared/known_answers/xmr_rule_vectors.json is not beside this checkout")
    return json.loads((KNOWN / "xmr_rule_vectors.json").read_text())


def _sevens(ends):
    """The points of every seven that ends where the vector says."""
    return {i for at, end in enumerate(ends) if end for i in range(at - 6, at + 1)}


def test_seven_on_one_side_are_found_where_the_published_vectors_end(vectors):
    for one in vectors["shift_end_flag"]:
        side = one["side"]
        found = causes_of(side, [0.0] * len(side), [FAR] * len(side))
        assert {i for i, cause in enumerate(found) if cause in (Cause.HIGH_RUN, Cause.LOW_RUN)} == _sevens(one["out"])
    assert len(vectors["shift_end_flag"]) == 4


def test_seven_that_end_at_a_flag_are_flagged_as_published(vectors):
    for one in vectors["expand_to_seven"]:
        assert {i for i, flag in enumerate(one["out"]) if flag} == _sevens(one["inp"])
    assert len(vectors["expand_to_seven"]) == 5


def test_trends_are_found_where_the_published_vectors_end(vectors):
    for one in vectors["trend_end_flag"]:
        y = one["y"]
        found = causes_of(y, [4.0] * len(y), [FAR] * len(y))
        trending = {i for i, cause in enumerate(found) if cause in (Cause.RISING, Cause.FALLING)}
        assert trending == _sevens(one["out"])
        assert all((found[i] is Cause.RISING) is (1 in one["out"]) for i in trending)
    assert len(vectors["trend_end_flag"]) == 6


def _near(one):
    """Values near the limit of 1 where the vector says close, and a little way off the mean elsewhere."""
    values = [side * (0.8 if close else 0.3) for close, side in zip(one["close"], one["side"], strict=True)]
    found = causes_of(values, [0.0] * len(values), [1.0] * len(values))
    return [int(cause in (Cause.NEAR_UPPER, Cause.NEAR_LOWER)) for cause in found]


def test_two_of_three_flag_the_published_points(vectors):
    for one in vectors["two_in_three_flagged_points"]:
        assert _near(one) == one["flag"]
    for one in vectors["two_in_three_window"]:
        inside = [int(out and close) for out, close in zip(one["out"], one["close"], strict=True)]
        assert _near(one) == inside
    assert (len(vectors["two_in_three_flagged_points"]), len(vectors["two_in_three_window"])) == (4, 8)


@pytest.mark.parametrize(
    ("values", "mean", "reach"),
    [
        ([0.1] * 12, sum([0.1] * 12) / 12, 0.0),  # 1.0999999999999999 / 12: the machine's mean is not 0.1
        ([0.1 + 0.2] * 9, 0.3, 1.0),  # 0.30000000000000004 is on a mean of 0.3
        ([0.3, 0.1 + 0.2 + 0.3], 0.3, 0.3),  # on the limit
    ],
)
def test_what_the_machine_rounds_is_no_special_cause(values, mean, reach):
    assert set(causes_of(values, [mean] * len(values), [reach] * len(values))) == {Cause.COMMON}


def test_a_point_outside_goes_before_a_trend_and_a_trend_before_a_run():
    rising = [1, 2, 3, 4, 5, 6, 7]
    assert causes_of(rising, [0] * 7, [6.5] * 7) == [Cause.RISING] * 6 + [Cause.ABOVE]


def test_no_range_spans_a_gap():
    assert ranges([1, 3, None, 9, 8]) == [2, 1]


@pytest.mark.parametrize("cause", Cause)
def test_every_cause_has_a_side_but_chance(cause):
    assert abs(cause.side) == (cause is not Cause.COMMON)
