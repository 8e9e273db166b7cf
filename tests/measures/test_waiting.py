"""How long something takes, those still waiting counted as waiting."""

from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencegen.measures.waiting import Waits, waits

# Weeks in remission, Freireich and others (1963), Blood 21:699-716, as Kleinbaum and Klein print them in "Survival
# Analysis"; the medians printed there are 23 weeks with the drug and 8 without.
WITH_THE_DRUG = ([6, 6, 6, 7, 10, 13, 16, 22, 23], [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35])
WITHOUT = ([1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23], [])
DAYS = st.lists(st.integers(min_value=0, max_value=60), min_size=1, max_size=40)


@pytest.mark.parametrize(("group", "half"), [(WITH_THE_DRUG, 23), (WITHOUT, 8)])
def test_the_median_is_the_published_one(group, half):
    assert waits(*group).median == half


@pytest.mark.parametrize(
    ("ended", "waiting", "expected"),
    [
        ([], [], Waits(None, None, 0, 0)),
        ([], [3, 9], Waits(None, None, 0, 2)),
        ([4], [], Waits(4, 4, 1, 0)),
        ([1, 3], [], Waits(2, 3, 2, 0)),
        # Of four, two ended and two have waited longer: half is reached at 3, nine in ten is not yet known.
        ([1, 3], [10, 10], Waits(3, None, 2, 2)),
        ([1, 3, 5], [10, 10], Waits(5, None, 3, 2)),
        # More than half are still waiting.
        ([1], [2, 2], Waits(None, None, 1, 2)),
        # One who has waited a single day says nothing about the day after.
        ([2, 4], [1], Waits(3, 4, 2, 1)),
        ([*range(1, 11)], [], Waits(5.5, 9.5, 10, 0)),
    ],
)
def test_half_and_nine_in_ten_by_hand(ended, waiting, expected):
    assert waits(ended, waiting) == expected


@given(DAYS)
def test_with_nobody_waiting_half_is_the_usual_median(ended):
    assert waits(ended).median == median(ended)


@given(DAYS, st.lists(st.integers(min_value=61, max_value=90), max_size=20))
def test_those_who_still_wait_never_make_it_look_quicker(ended, waiting):
    alone, together = waits(ended), waits(ended, waiting)
    assert together.median is None or together.median >= alone.median
    assert together.ninetieth is None or together.ninetieth >= alone.ninetieth
