"""What a board is told besides figures."""

import pytest

from evidencegen.measures.history import Variation
from evidencegen.packs.board import Again, Board, Crossing, Restated, Short, ThemeLine, months_of

RISEN = [50, 52, 48, 51, 49, 50, 53, 47, 50, 51, 49, 90]
USUAL = [50, 52, 48, 51, 49, 50, 53, 47, 50, 51, 49, 50]


def line(theme="dignity", **numbers):
    usual = dict.fromkeys(
        ("notes", "notes_before", "concerns", "raised", "completed", "effects_shown", "worked", "still_open"), 0
    )
    return ThemeLine(
        theme=theme,
        title=theme.title(),
        change=numbers.pop("change", "similar"),
        gap=numbers.pop("gap", ""),
        **usual | numbers,
    )


def test_a_chart_of_a_pack_has_its_finding_as_caption_and_not_in_the_picture(changed):
    months = months_of("msp.asked", changed(RISEN))
    assert months.title.startswith("People asked what they wanted to happen: unusually high in September 2026")
    assert "unusually high" not in months.svg
    assert "Sep 90%" in months.svg
    assert "September 2026: 90%, 90 of 100" in months.alt
    assert months.address.startswith("data:image/svg+xml;base64,")


def test_the_manifest_carries_each_point_with_its_counts_and_a_gap_as_nothing(changed):
    entry = months_of("msp.asked", changed([80, None, 75])).as_dict()
    assert entry["months"] == ["2026-07", "2026-08", "2026-09"]
    assert entry["counted"] == [80, None, 75]
    assert entry["out_of"] == [100, None, 100]
    assert (entry["mean"], entry["lower"], entry["upper"]) == (None, None, None)


def test_the_manifest_carries_mean_and_limits_where_they_are_drawn(changed):
    entry = months_of("msp.asked", changed([40, 60] * 6)).as_dict()
    # Mean 50; every moving range is 20, so limits lie 2.66 * 20 = 53.2 away.
    assert entry["mean"] == pytest.approx(0.5)
    assert entry["lower"] == pytest.approx(0.5 - 0.532, abs=1e-4)
    assert entry["upper"] == pytest.approx(0.5 + 0.532, abs=1e-4)


@pytest.mark.parametrize(
    ("months", "key", "where"),
    [
        (RISEN, "msp.asked", "better"),
        ([100 - n for n in RISEN], "msp.asked", "worse"),
        (USUAL, "msp.asked", "steady"),
        ([50] * 12, "msp.asked", "unjudged"),
        ([50, 60, 70], "msp.asked", "unjudged"),
        ([10, 11, 9, 10, 12, 8, 10, 11, 9, 10, 10, 40], "concerns.raised", "otherwise"),
    ],
)
def test_a_chart_stands_under_one_heading(changed, months, key, where):
    board = Board(leaves=False, charts=(months_of(key, changed(months, key)),))
    places = {name: len(getattr(board, name)) for name in ("worse", "better", "otherwise", "steady", "unjudged")}
    assert places == dict.fromkeys(places, 0) | {where: 1}


def test_months_without_anything_to_count_are_drawn_nowhere_and_change_nothing(changed):
    months = months_of("msp.asked", changed([None, None, None]))
    assert (months.svg, months.now, months.is_judged) == ("", Variation.COMMON, False)
    assert months.as_dict()["months"] == []


def test_a_target_crossed_is_better_where_the_figure_meets_it_now(figure):
    met, missed = figure(counted=95, out_of=100, target=0.9), figure(counted=85, out_of=100, target=0.9)
    board = Board(
        leaves=False,
        crossings=(Crossing(met, missed, "90%", "31 August 2026"), Crossing(missed, met, "90%", "31 August 2026")),
    )
    assert [one.now for one in board.now_met] == [met]
    assert [one.now for one in board.now_missed] == [missed]
    assert [one["before"]["per_cent"] for one in board.as_dict()["crossings"]] == [85, 95]


def test_figures_that_miss_their_target_stand_by_how_far_they_miss_it(figure):
    """85 of 100 against 90% lacks 5, 40 against 80% lacks 40, 30 against at most 10% is 20 too many."""
    near, far = figure("msp.asked", 85, 100, target=0.9), figure("msp.reviewed", 40, 100, target=0.8)
    over = figure("msp.not_achieved", 30, 100, target=0.1, lower_is_better=True)
    board = Board(leaves=False, short=tuple(Short(one, "") for one in (near, far, over)))
    assert [one.now.key for one in board.furthest_short] == ["msp.reviewed", "msp.not_achieved", "msp.asked"]


def test_themes_that_need_an_eye_come_first_and_those_with_nothing_on_record_stand_apart():
    lines = (
        line("a", notes=9),
        line("b", notes=1, gap="No action on record"),
        line("c"),
        line("d", notes=4, change="up from 1 to 4"),
    )
    board = Board(leaves=False, themes=lines)
    assert [one.theme for one in board.themes_told] == ["d", "b", "a"]
    assert [one.theme for one in board.themes_silent] == ["c"]


def test_a_report_that_comes_out_as_printed_is_told_in_one_line():
    same = Again("august.json", "August 2026", 12, ())
    other = Again("july.json", "July 2026", 12, (Restated("msp.asked", "People asked", "80%", "82%", "more rows"),))
    assert Board(leaves=False, again=(same, other)).as_printed == (same,)
