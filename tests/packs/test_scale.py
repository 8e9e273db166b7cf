"""The axis holds everything that is drawn, and nothing that cannot be."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidencegen.packs.scale import axis, reach_of
from tests.packs.conftest import made_change

STEADY = [50, 52] * 6


@pytest.mark.parametrize(
    ("months", "more", "steps"),
    [
        ([80] * 12, {}, [0, 0.2, 0.4, 0.6, 0.8, 1.0]),
        ([100] * 12, {}, [0, 0.2, 0.4, 0.6, 0.8, 1.0]),
        ([0] * 12, {}, [0, 0.2, 0.4, 0.6, 0.8, 1.0]),
        ([100] * 11 + [99], {}, [0.9, 0.92, 0.94, 0.96, 0.98, 1.0]),
        ([0, 100] * 6, {}, [0, 0.2, 0.4, 0.6, 0.8, 1.0]),
        ([8, 9] * 6, {"key": "concerns.raised"}, [0, 5, 10, 15]),
        ([0, 0, 0], {"key": "concerns.raised"}, [0, 1, 2]),
    ],
)
def test_the_steps_are_round_and_a_count_starts_from_nought(changed, months, more, steps):
    assert axis(changed(months, **more))[2] == pytest.approx(steps)


def test_limits_are_drawn_within_what_can_be_and_kept_as_computed(changed):
    # 40 and 100 by turns: mean 70, ranges 60, limits -89.6 to 229.6.
    found = changed([40, 100] * 6)
    assert reach_of(found, 0) == (0.0, 1.0)
    assert (found.xmr.lower[0], found.xmr.upper[0]) == pytest.approx((-0.896, 2.296))
    counts = changed([4, 10] * 6, key="concerns.raised")
    assert reach_of(counts, 0) == pytest.approx((0.0, 7 + 2.66 * 6))
    assert reach_of(changed([80] * 12), 0) == ()


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(0, 100), min_size=1, max_size=30), st.sampled_from(["msp.asked", "concerns.raised"]))
def test_everything_drawn_lies_on_the_axis(months, key):
    found = made_change(months, key, target=1.0)
    if not found.points:
        return
    low, high, steps = axis(found)
    drawn = [p.value for p in found.points if p.value is not None]
    drawn += [1.0, *(v for at in range(len(found.points)) for v in reach_of(found, at))]
    assert low <= min(drawn)
    assert max(drawn) <= high
    assert 2 <= len(steps) <= 8
    assert key != "msp.asked" or (steps[0] >= 0 and steps[-1] <= 1 + 1e-9)
