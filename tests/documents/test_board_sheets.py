"""What a board pack tells besides figures, as sheets: worked by hand from the board of the approved pages."""

from dataclasses import replace
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from evidencegen.documents.board_sheets import board_sheets, undrawn
from evidencegen.documents.sheet import NONE, Share, Tenths
from evidencegen.measures.change import ChartKind
from evidencegen.packs.board import Again, Board, Crossing, Short, months_of
from evidencegen.packs.draft import draft
from evidencegen.packs.kinds.board import BOARD
from evidencegen.release.figure import Mark

_beside = spec_from_file_location("board_pages", Path(__file__).parent / "test_board_pages.py")
pages = module_from_spec(_beside)
_beside.loader.exec_module(pages)


@pytest.fixture
def laid_out(hand_made):
    """The sheets of a board by title: `laid_out(board)`; of some sections only, or with figures of another state."""

    def make(board, *, sections=None, state="full"):
        made = draft(BOARD.of(sections), hand_made.made_brief("internal"), hand_made.STATES[state](), beside=board)
        return {sheet.title: sheet for section in made.sections for sheet in board_sheets(board, made, section)}

    return make


def test_a_board_has_a_sheet_for_each_thing_that_it_tells(laid_out):
    assert list(laid_out(pages.full())) == [
        "Targets crossed, and still missed",
        "What changed from month to month",
        "What was decided last time",
        "Plans reviewed with the person in time: month by month",
        "Supervision held by the day it was due: month by month",
        "Safeguarding concerns raised: month by month",
        "People asked what they wanted to happen: month by month",
        "Advocate asked for where the conditions appeared to be met: month by month",
        "What mattered to people, what was done about it, and whether it worked",
        "What the check of the workbooks noted",
        "Figures restated",
    ]


def test_every_row_is_as_long_as_the_heads_and_no_cell_is_empty(laid_out):
    for sheet in laid_out(pages.full()).values():
        assert len({head.words.casefold() for head in sheet.heads}) == len(sheet.heads)
        assert {len(row) for row in sheet.rows} == {len(sheet.heads)}
        assert "" not in [cell for row in sheet.rows for cell in row]


def test_where_nothing_is_told_there_is_no_sheet(laid_out):
    assert laid_out(Board(leaves=False)) == {}


def test_a_copy_that_leaves_the_house_tells_decisions_alone(laid_out):
    assert list(laid_out(replace(pages.full(), leaves=True, **NOTHING))) == ["What was decided last time"]


NOTHING = dict.fromkeys(("charts", "undrawn", "crossings", "short", "themes", "seen", "again", "behind"), ())


def test_a_decision_has_a_row_for_each_action(laid_out):
    sheet = laid_out(pages.full())["What was decided last time"]
    assert [head.words for head in sheet.heads][1] == "Where its action stands, as at 30 September 2026"
    assert sheet.rows == (
        ("Ask sooner & say so.", "Done on time; it worked"),
        ("Ask sooner & say so.", "Open, up to 30 days late"),
        ("Bring the figures again.", "No action of the plan is named for it"),
    )


# 88 of 100 now after 91: training; 82 of 100 now after 79 of people asked. Supervision stood at 50 and stands there.
def test_targets_have_both_figures_where_they_were_crossed_and_one_where_they_are_still_missed(laid_out):
    sheet = laid_out(pages.full())["Targets crossed, and still missed"]
    assert [row[1:7] for row in sheet.rows] == [
        ("No longer met", "90%", 88, 100, Share(88), "88% (88 of 100)"),
        ("Now met", "80%", 82, 100, Share(82), "82% (82 of 100)"),
        ("Still short of it", "90%", 50, 100, Share(50), "50% (50 of 100)"),
    ]
    assert [row[7:] for row in sheet.rows] == [
        (91, 100, Share(91), "91% (91 of 100)"),
        (79, 100, Share(79), "79% (79 of 100)"),
        (NONE,) * 4,
    ]
    assert "A month ago means as at 31 August 2026." in sheet.above


def test_a_target_is_told_with_the_kind_of_pack_that_told_it(laid_out, hand_made):
    missed = hand_made.made("training.current", 88, 100, target=0.9, rounded=False)
    only_short = Board(leaves=False, short=(Short(missed, "90%"),))
    assert not any("A month ago" in line for line in laid_out(only_short)["Targets crossed, and still missed"].above)
    before = Crossing(missed, missed, "90%", "30 June 2026")
    crossed = laid_out(replace(only_short, crossings=(before,)))["Targets crossed, and still missed"]
    assert "A month ago means as at 30 June 2026." in crossed.above


def test_what_a_chart_found_stands_by_what_it_means(laid_out):
    rows = laid_out(pages.full())["What changed from month to month"].rows
    assert [(row[0], row[1]) for row in rows] == [
        ("Safeguarding log", "Perhaps not filled in"),
        ("Quality audits", "Perhaps not filled in"),
        ("Plans reviewed with the person in time", "Worse"),
        ("Supervision held by the day it was due", "Better"),
        ("Safeguarding concerns raised", "Changed, neither way better"),
        ("People asked what they wanted to happen", "No change beyond chance"),
        ("Advocate asked for where the conditions appeared to be met", "Too little to judge by"),
    ]
    assert rows[0][2] == "Newest entry 20 August 2026"
    assert rows[5][2] == "No sign of change in the 12 months to September 2026"


def test_without_the_section_of_charts_the_page_says_nothing_of_those_that_did_not_change(laid_out):
    rows = laid_out(pages.full(), sections=["summary"])["What changed from month to month"].rows
    assert [row[2] == NONE for row in rows] == [False, False, False, False, False, True, True]


# Of 100 each month, 550 in eleven months and 95 in the last: 645 of 1,200, 53.75%; eleven months lie below that.
def test_a_chart_has_a_row_for_each_month_with_what_is_drawn(laid_out):
    sheet = laid_out(pages.full())["Supervision held by the day it was due: month by month"]
    assert [head.words for head in sheet.heads] == [
        "Month",
        "Counted (number)",
        "Out of (number)",
        "Share (%)",
        "Mean (%)",
        "Lower limit (%)",
        "Upper limit (%)",
        "Unlikely to be chance",
    ]
    assert len(sheet.rows) == 12
    assert sheet.rows[0][:5] == ("October 2025", 50, 100, Share(50), Share(54))
    assert sheet.rows[0][-1] == "one of seven or more below the mean: concern"
    assert sheet.rows[-1][:4] == ("September 2026", 95, 100, Share(95))
    assert sheet.rows[-1][-1] == "above the upper limit: improvement"


# Counts: 10 11 9 10 12 8 10 11 9 10 10 40 are 150 in 12 months, 12.5 a month: a mean of counts has one decimal.
def test_a_count_has_no_base_and_its_mean_has_one_decimal(laid_out):
    sheet = laid_out(pages.full())["Safeguarding concerns raised: month by month"]
    assert [head.words for head in sheet.heads][:3] == ["Month", "Counted (number)", "Mean (number)"]
    assert {row[2] for row in sheet.rows} == {Tenths(125)}
    assert sheet.rows[-1][1] == 40


def test_a_month_without_a_value_is_a_gap_and_never_nought(laid_out, hand_made):
    change = hand_made.made_change([80, None, 85], kind=ChartKind.RUN)
    (sheet,) = laid_out(Board(leaves=False, charts=(months_of("msp.asked", change),)), sections=["charts"]).values()
    assert [head.words for head in sheet.heads] == ["Month", "Counted (number)", "Out of (number)", "Share (%)"]
    assert sheet.rows[1] == ("August 2026", NONE, NONE, NONE)
    assert "Chart: run chart." in sheet.above


def test_points_of_twelve_months_are_told_as_that(laid_out, hand_made):
    change = hand_made.made_change([50, 55], kind=ChartKind.ROLLING)
    (sheet,) = laid_out(Board(leaves=False, charts=(months_of("msp.asked", change),)), sections=["charts"]).values()
    assert sheet.heads[0].words == "Twelve months to"


def test_themes_stand_with_what_was_done_and_what_is_lacking(laid_out):
    sheet = laid_out(pages.full())["What mattered to people, what was done about it, and whether it worked"]
    assert sheet.rows == (
        ("Contact", 12, 1, "up from 1 to 12", 4, 0, 0, 0, 0, 0, NONE),
        ("Money", 4, 5, "similar", 2, 0, 0, 0, 0, 0, "No action on record"),
        ("Feeling safe", 9, 8, "similar", 5, 2, 1, 1, 1, 1, NONE),
        ("Pets", 0, 0, "similar", 0, 0, 0, 0, 0, 0, NONE),
    )
    assert "Notes before means October 2024 to September 2025." in sheet.above


def test_without_a_plan_nothing_is_told_of_actions_and_what_is_not_held_is_a_mark(laid_out):
    board = replace(pages.full(), has_plan=False)
    sheet = laid_out(board, state="missing")["What mattered to people, what was done about it, and whether it worked"]
    assert sheet.rows[0] == ("Contact", 12, 1, "up from 1 to 12", Mark.NOT_COLLECTED.value, NONE)


def test_what_the_check_noted_stands_with_its_number(laid_out):
    (row,) = laid_out(pages.full())["What the check of the workbooks noted"].rows
    assert row == ("One concern that was written down twice would be counted twice", 'log.xlsx, sheet "Log"', 2)


def test_every_earlier_report_has_a_row_whether_or_not_it_comes_out_otherwise(laid_out):
    sheet = laid_out(pages.full())["Figures restated"]
    july, august = "31 July 2026 (August 2025 to July 2026)", "31 August 2026 (September 2025 to August 2026)"
    why = "1 more concluded concern in the base; 1 more counted"
    assert sheet.rows == (
        (july, "People asked", "80% (8 of 10)", "82% (9 of 11)", why),
        (july, "An old figure", NONE, "no longer measured", NONE),
        (august, "every figure", "as printed", "as printed", NONE),
    )
    assert f"Figures of the report as at {july} taken again: 20." in sheet.above


def test_a_report_of_which_no_figure_is_restated_says_so(laid_out):
    (row,) = laid_out(Board(leaves=False, again=(Again("a.json", "31 May 2026", 3),)))["Figures restated"].rows
    assert row == ("31 May 2026", "every figure", "as printed", "as printed", NONE)


def test_what_is_not_drawn_is_named_with_the_reason(hand_made):
    def left(board):
        made = draft(BOARD, hand_made.made_brief("internal"), hand_made.STATES["full"](), beside=board)
        return [line for section in made.sections for line in undrawn(board, section)]

    assert left(pages.full()) == ["Cells filled in, month by month: there is no staff register in the project."]
    assert left(Board(leaves=True)) == ["Month by month: exact counts, which stay inside the organisation."]
