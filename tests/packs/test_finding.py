"""The title of a chart is true, whatever the months hold."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidencegen.measures.change import ChartKind
from evidencegen.measures.measure import Direction
from evidencegen.packs.finding import amount, in_short, listed, mark, meaning, title
from tests.packs.conftest import made_change

ASKED = "People asked what they wanted to happen: "
# Turns of 50 and 52: mean 51, moving ranges 2, limits 45.68 to 56.32, near limits 47.45 to 54.55.
STEADY = [50, 52] * 6
FIXED = {"fix_after_n_points": 12}


@pytest.mark.parametrize(
    ("months", "more", "told"),
    [
        (STEADY, {}, "no sign of change in the 12 months to September 2026"),
        ([50, 52] * 4, {}, "no sign of change in the 8 months to September 2026"),
        ([*STEADY, None], {}, "no sign of change in the 12 months to August 2026"),
        ([50, 52, 51], {}, "too few months to tell"),
        ([50], {}, "too few months to tell"),
        ([None] * 12, {}, "nothing to count in any of these months"),
        ([*STEADY, 60], FIXED, "unusually high in September 2026; unlikely to be chance"),
        ([*STEADY, 40], FIXED, "unusually low in September 2026; unlikely to be chance"),
        ([*STEADY, 60, 61], FIXED, "unusually high since August 2026; the change is unlikely to be chance"),
        ([*STEADY, 60, None], FIXED, "unusually high in August 2026, the last month with a value; unlikely to be chance"),
        ([*STEADY, 55, 52, 55], FIXED, "unusually high in July 2026 and September 2026; unlikely to be chance"),
        ([*STEADY, 50, 47, 47], FIXED, "unusually low in August 2026 and September 2026; unlikely to be chance"),
        ([*STEADY, *[52] * 6], FIXED, "higher since March 2026; the change is unlikely to be chance"),
        ([*STEADY, *[50] * 7], FIXED, "lower since March 2026; the change is unlikely to be chance"),
        (
            [*STEADY, *[53] * 7, None],
            FIXED,
            "higher from January 2026 to August 2026, the last month with a value; the change is unlikely to be chance",
        ),
        # Seven rising, from below the mean to above it: 48 to 54.
        ([*STEADY, 48, 49, 50, 51, 52, 53, 54], FIXED, "rising since March 2026; the change is unlikely to be chance"),
        ([*STEADY, 54, 53, 52, 51, 50, 49, 48], FIXED, "falling since March 2026; the change is unlikely to be chance"),
        # The same rise carried on beyond the limit: seven above the mean are not there, the rise is.
        ([*STEADY, 47, 48, 49, 50, 52, 54, 60], FIXED, "rising since March 2026; the change is unlikely to be chance"),
        ([40, *STEADY], {}, "in September 2025 it was unusually low; since then nothing unusual"),
        ([50, 52, 62, *[50, 52] * 6], {}, "in September 2025 it was unusually high; since then nothing unusual"),
        # The last of the steady months, 52 in January, is above the mean as well.
        ([*STEADY, *[53] * 7, 50], FIXED, "from January 2026 to August 2026 it was above its mean; since then nothing unusual"),
        ([*STEADY, *[53] * 3, *[60] * 2, 50], FIXED, "from July 2026 to August 2026 it was unusually high; since then nothing unusual"),
        ([80] * 12, {}, "80% in each of the 12 months to September 2026"),
        ([80] * 6 + [None] + [80] * 6, {}, "80% in each of the 12 months with a value to September 2026"),
        ([100] * 10 + [90] + [100] * 3, {}, "100% in 13 of the 14 months to September 2026, 90% in June 2026; too alike for limits"),
        ([*STEADY, *[70, 72] * 3], {"rebase": [date(2026, 4, 1)]}, "no sign of change since the new start in April 2026"),
        ([*STEADY, *[70, 72] * 2], {"rebase": [date(2026, 6, 1)]}, "too few months since the new start in June 2026 to tell"),
        (
            [60, 61, 70],
            {"kind": ChartKind.ROLLING},
            "60% in the twelve months to July 2026, 70% in those to September 2026; too few a month to tell change from chance",
        ),
        (
            [60, 70, 60],
            {"kind": ChartKind.ROLLING},
            "60% in the twelve months to July 2026, and again in those to September 2026; too few a month to tell change from chance",
        ),
        ([None, None, 60], {"kind": ChartKind.ROLLING}, "60% in the twelve months to September 2026; too few months to tell"),
        (STEADY, {"base": 4, "dated_by": ""}, "too few a month to tell"),
    ],
)  # fmt: skip
def test_a_title_says_what_happened(changed, months, more, told):
    assert title(changed(months, **more)) == ASKED + told


def test_what_was_unusual_before_a_new_start_is_not_told_as_news(changed):
    found = changed([*STEADY, 20, *[70, 72] * 3], rebase=[date(2026, 4, 1)])
    assert mark(found, 12) == "below the lower limit: concern"
    assert title(found) == ASKED + "no sign of change since the new start in April 2026"


def test_a_part_is_named_and_a_count_has_no_per_cent(changed):
    found = changed([8, 9] * 6 + [20], key="concerns.raised", group="Rowan House", **FIXED)
    assert title(found) == (
        "Safeguarding concerns raised, Rowan House: unusually high in September 2026; unlikely to be chance"
    )
    assert [amount(found, value) for value in (20.0, 8.5, 1234.0, -2.5)] == ["20", "8.5", "1,234", "0.0"]


@pytest.mark.parametrize(
    ("direction", "month", "told"),
    [
        (Direction.HIGHER, 60, "above the upper limit: improvement"),
        (Direction.HIGHER, 40, "below the lower limit: concern"),
        (Direction.LOWER, 60, "above the upper limit: concern"),
        (Direction.LOWER, 40, "below the lower limit: improvement"),
        (Direction.NEITHER, 60, "above the upper limit: higher"),
        (Direction.NEITHER, 40, "below the lower limit: lower"),
        (Direction.HIGHER, 51, ""),
    ],
)
def test_a_mark_says_why_and_what_it_means(changed, direction, month, told):
    assert mark(changed([*STEADY, month], direction=direction, **FIXED), 12) == told


def test_limits_are_told_within_what_a_share_can_reach(changed):
    found = changed(STEADY)
    assert [amount(found, value) for value in (-0.2, 0.0, 0.004, 0.85, 1.3)] == ["0%", "0%", "under 1%", "85%", "100%"]


def test_months_are_listed_as_they_are_said(changed):
    found = changed(STEADY)
    assert listed(found, [0]) == "October 2025"
    assert listed(found, [0, 1, 3]) == "October 2025, November 2025 and January 2026"


MONTHS = st.lists(st.one_of(st.none(), st.integers(0, 100)), min_size=1, max_size=40)


@settings(max_examples=150, deadline=None)
@given(MONTHS)
def test_a_title_calls_a_change_only_what_the_last_month_bears_out(months):
    found = made_change(months)
    told = title(found)
    if found.kind is ChartKind.NONE:
        return
    side = found.cause(found.last).side
    assert ("unlikely to be chance" in told) == bool(side)
    assert bool(side) == (meaning(found, found.last).value != "common cause")
    assert any(word in told for word in ("high", "rising")) == (side > 0) or not side
    assert not side or any(word in told for word in ("high", "rising") if side > 0) or any(
        word in told for word in ("low", "falling") if side < 0
    )  # fmt: skip


def test_in_short_a_title_leaves_out_that_it_is_unlikely_to_be_chance_and_nothing_else(changed):
    lasting, once = changed([60, 62] * 6 + [80, 82] * 6), changed([50, 52] * 6 + [90])
    for found in (lasting, once):
        assert title(found).endswith("unlikely to be chance")
        assert "chance" not in in_short(found)
        assert title(found).startswith(f"{in_short(found)};")
    steady = changed([50, 52] * 6)
    assert in_short(steady) == title(steady)
