"""What stands beside the title: target, gaps, limits, and the chart in words."""

from datetime import date

import pytest

from evidencegen.measures.change import ChartKind
from evidencegen.measures.measure import Direction
from evidencegen.packs.caveat import alternative, method, notes

STEADY = [50, 52] * 6
FIXED = {"fix_after_n_points": 12}
CHANCE = "By chance alone nearly every month lies between 46% and 56%, around a mean of 51%."


@pytest.mark.parametrize(
    ("months", "more", "told"),
    [
        # Limits 45.68 to 56.32.
        (STEADY, {"target": 0.4}, "The target of 40% can be expected to be met every month, as things are."),
        (STEADY, {"target": 0.6}, "The target of 60% can be expected to be missed every month, as things are."),
        (STEADY, {"target": 0.5}, "The target of 50% lies within the limits: chance decides when it is met."),
        (STEADY, {"target": 0.5, "direction": Direction.NEITHER},
         "The line at 50% is for comparison: neither higher nor lower is better in itself here."),
        ([50, 60, 70], {"target": 0.6}, "The target of 60% was met in 2 of 3 months."),
        ([50, 60, 70], {"target": 0.6, "direction": Direction.LOWER}, "The target of 60% was met in 2 of 3 months."),
        ([50], {"target": 0.6}, "The target of 60% was met in 0 of 1 month."),
        ([100] * 12, {"target": 1.0}, "The target of 100% was met in 12 of 12 months."),
        (STEADY, {}, CHANCE),
        (STEADY[:8], {}, "Trial limits: they rest on 8 months, where 12 are wanted."),
        (STEADY[:3], {}, "Limits are drawn from 6 months with a value."),
        ([80] * 12, {}, "The months vary too little for limits to be taken from them."),
        ([*STEADY, 60], FIXED, "Mean and limits rest on the months to August 2026 alone."),
        ([*STEADY, 60], FIXED, "Higher is better here, so this is an improvement."),
        ([*STEADY, 60], FIXED | {"direction": Direction.LOWER}, "Lower is better here, so this is a concern."),
        ([*STEADY, 60], FIXED | {"direction": Direction.NEITHER}, "Neither higher nor lower is better in itself here."),
        ([*STEADY, *[70, 72] * 3], {"rebase": [date(2026, 4, 1)]}, "Mean and limits are taken anew from April 2026."),
        ([*STEADY, None, 50], {}, "Nothing to count in August 2026: the line is left open there."),
        ([*STEADY, None, 50, None], {}, "Nothing to count in July 2026 and September 2026: the line is left open there."),
        ([50, *[None] * 5, *STEADY], {}, "Nothing to count in 5 of the 18 months: the line is left open there."),
        ([None, None, *STEADY], {}, "The first value is of October 2025; 14 months were asked for."),
        (STEADY, {"last": date(2026, 9, 15)}, "September 2026 is part of a month, to 15 September 2026."),
        (STEADY, {"key": "concerns.raised", "last": date(2026, 9, 15)},
         "September 2026 is left out: it was not over on 15 September 2026."),
    ],
)  # fmt: skip
def test_a_reader_is_told(changed, months, more, told):
    assert told in notes(changed(months, **more))


def test_nothing_is_said_of_meaning_while_it_may_be_chance(changed):
    assert notes(changed(STEADY)) == (CHANCE,)
    assert notes(changed([None] * 6)) == ()


def test_uneven_bases_are_told_with_how_much_wider_their_limits_are(changed):
    alike = changed([50] * 6 + [60] * 6, base=[20, 50] * 6)
    assert "The bases of the months differ more than twofold, so each month has limits of its own." in notes(alike)
    # Shares 10% and 90% by turns vary far more than bases of 100 and 300 explain.
    wider = notes(changed([10, 90] * 6, base=[100, 300] * 6))
    assert any("times as wide as bases alone would make them" in note for note in wider)


def test_few_events_and_standing_figures_are_told_as_what_they_are(changed):
    rolled = " ".join(notes(changed([60, 70], kind=ChartKind.ROLLING)))
    assert "each point is of the twelve months to it" in rolled
    standing = " ".join(notes(changed(STEADY, dated_by="")))
    assert "how things stood on a month's last day" in standing
    assert "no limits are drawn" in " ".join(notes(changed(STEADY, dated_by="", base=4)))


@pytest.mark.parametrize(
    ("months", "more", "told"),
    [
        (STEADY, {}, "XmR chart, 12 months, mean and 2.66 mean moving ranges, large moving ranges screened once."),
        (STEADY, {"screen_outliers": False}, "XmR chart, 12 months, mean and 2.66 mean moving ranges, no screening."),
        ([50, 60], {}, "Run chart, 2 months; no rules applied."),
        ([50, None, 60], {}, "Run chart, 2 months; no rules applied."),
        ([80] * 12, {}, "XmR chart, 12 months; no limits, so no rules applied."),
        ([None] * 3, {}, "No chart: no month has anything to count."),
        ([60, 70], {"kind": ChartKind.ROLLING}, "Rolling twelve months, 2 points; no rules applied."),
        ([50] * 6 + [60] * 6, {"base": [20, 50] * 6}, "p chart, 12 months, limits by each month's base."),
    ],
)
def test_the_rules_and_the_number_of_points_are_told(changed, months, more, told):
    assert method(changed(months, **more)).startswith(told)


def test_the_chart_in_words_has_the_values_that_matter(changed):
    told = alternative(changed([*STEADY, 60, 61, 40], target=0.9, **FIXED))
    assert told.startswith(
        "People asked what they wanted to happen: unusually low in September 2026; unlikely to be chance. "
        "XmR chart, July 2025 to September 2026. September 2026: 40%, 40 of 100. Mean 51%, limits 46% to 56%. "
        "Unlikely to be chance: July 2026 to August 2026, 60% to 61% (above the upper limit: improvement); "
        "September 2026, 40%, 40 of 100 (below the lower limit: concern). "
    )
    assert told.endswith(" ".join(notes(changed([*STEADY, 60, 61, 40], target=0.9, **FIXED))))


def test_an_empty_chart_in_words_is_its_title(changed):
    assert alternative(changed([None])).endswith("nothing to count in any of these months.")
