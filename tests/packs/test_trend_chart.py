"""The chart of months as a picture: words as words, marks by shape, gaps open, nothing on top of anything."""

import re
import struct
from datetime import date
from itertools import combinations
from xml.etree import ElementTree

import pytest
from matplotlib import rc_context
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from evidencegen.measures.change import ChartKind
from evidencegen.packs import trend_chart
from evidencegen.packs.caveat import alternative, notes
from evidencegen.packs.charts import SETTINGS
from evidencegen.packs.finding import title
from evidencegen.packs.trend_chart import as_picture, as_pixels

SVG = "{http://www.w3.org/2000/svg}"
STEADY = [50, 52] * 6
FIXED = {"fix_after_n_points": 12}
LONG = (
    "Advocacy that had the person's views put forward, the plan changed or a challenge raised, in every service we run"
)
CASES = {
    "six": ([80, 85, 78, 90, 84, 82], {"target": 0.9}),
    "twelve": (STEADY, {"target": 0.51}),
    "improvement and concern": ([*STEADY, 62, 63, 40, *[53] * 9], FIXED | {"target": 0.9}),
    "sixty": ([70, 82, 77] * 20, {"target": 0.78}),
    "uneven": ([70, 82, 77, 90] * 6, {"base": [10, 40, 60, 22] * 6}),
    "run": ([80, 85], {"target": 0.9}),
    "one": ([80], {}),
    "gaps": ([*STEADY, None, 50, None, None, 52], {}),
    "alike": ([100] * 10 + [90] + [100] * 3, {"target": 1.0}),
    "long": (STEADY, {"title": LONG, "group": "Mill Lane Supported Living", "target": 0.6}),
    "rebased": ([*STEADY, *[70, 72] * 3], {"rebase": [date(2026, 4, 1)], "target": 0.71}),
    "rolling": ([60, 62, 70] * 4, {"kind": ChartKind.ROLLING}),
    "counts": ([8, 12, 9, 14, 7, 11] * 4, {"key": "concerns.raised"}),
    "none": ([None] * 12, {}),
}


@pytest.fixture(params=CASES)
def case(request, changed):
    """A change in each state in turn."""
    months, more = CASES[request.param]
    return changed(months, **more)


def _root(svg):
    return ElementTree.fromstring(svg)  # noqa: S314 - our own


def _words(svg):
    return ["".join(text.itertext()) for text in _root(svg).iter(f"{SVG}text")]


def test_the_picture_says_in_words_what_it_shows(case):
    root = _root(as_picture(case))
    assert root.get("role") == "img"
    assert (root[0].tag, root[0].text) == (f"{SVG}title", title(case))
    assert (root[1].tag, root[1].text) == (f"{SVG}desc", alternative(case))


def test_its_words_are_words_and_none_is_lost(case):
    told = " ".join(_words(as_picture(case)))
    assert title(case) in told
    assert all(note in told for note in notes(case))
    assert "Not for release: for people inside the organisation." in told


def test_it_is_the_same_file_every_time_without_a_date(changed):
    first, second = (as_picture(changed(*[CASES["twelve"][0]], target=0.51)) for _ in range(2))
    assert first == second
    assert "<dc:date>" not in first
    assert as_pixels(changed(STEADY)) == as_pixels(changed(STEADY))
    assert set(re.findall(r"font-family: ([^;\"]+)", first)) == {
        "Evidence Sans, 'Liberation Sans', Arial, Helvetica, sans-serif"
    }


def _boxes(change):
    """Where each piece of text lies, in dots."""
    with rc_context(SETTINGS):
        sheet = trend_chart._sheet(change)
        canvas = FigureCanvasAgg(sheet)
        canvas.draw()
        renderer = canvas.get_renderer()
        texts = [text for text in sheet.findobj(lambda artist: isinstance(artist, Text)) if text.get_text().strip()]
        return sheet.bbox, [(t.get_text(), Text.get_window_extent(t, renderer)) for t in texts if t.get_visible()]


def test_no_words_lie_on_others_or_beyond_the_edge(case):
    sheet, boxes = _boxes(case)
    for words, box in boxes:
        assert box.x0 >= 0, words
        assert box.x1 <= sheet.x1, words
        assert box.y0 >= -1, words
        assert box.y1 <= sheet.y1 + 1, words
    over = [
        (one, other)
        for (one, a), (other, b) in combinations(boxes, 2)
        if min(a.x1, b.x1) - max(a.x0, b.x0) > 1 and min(a.y1, b.y1) - max(a.y0, b.y0) > 1.5
    ]
    assert over == []


def _axes(change):
    with rc_context(SETTINGS):
        return trend_chart._sheet(change).axes[-1]


def test_what_is_unlikely_to_be_chance_has_a_shape_of_its_own(changed):
    months, more = CASES["improvement and concern"]
    markers = {line.get_marker(): len(line.get_xdata()) for line in _axes(changed(months, **more)).lines}
    # Above the upper limit twice, then below, then nine in a row above the mean of 51.
    assert (markers["D"], markers["s"], markers["o"]) == (11, 1, 12)
    told = _words(as_picture(changed(months, **more)))
    assert "unlikely to be chance: improvement" in told
    assert "unlikely to be chance: concern" in told


def test_direction_neither_has_triangles_that_point_the_way(changed):
    markers = {
        line.get_marker() for line in _axes(changed([8, 9] * 6 + [30, 8, 0], key="concerns.raised", **FIXED)).lines
    }
    assert {"^", "v"} <= markers


def test_the_line_is_open_at_a_gap_and_at_a_new_start(changed):
    joined = [line for line in _axes(changed([50, None, 52])).lines if line.get_linestyle() == "-"]
    assert [str(v) for v in joined[0].get_ydata()] == ["0.5", "nan", "0.52"]
    months, more = CASES["rebased"]
    starts = [
        min(line.get_xdata()) for line in _axes(changed(months, **more)).lines if len(line.get_xdata()) in (12, 6)
    ]
    assert {0, 12} <= set(starts)


def test_mean_limits_target_and_the_last_month_are_labelled_where_they_are(changed):
    told = _words(as_picture(changed(STEADY, target=0.6)))
    assert {"mean 51%", "upper limit 56%", "lower limit 46%", "target 60%", "Sep 52%"} <= set(told)
    assert "upper trial limit 56%" in _words(as_picture(changed(STEADY[:8])))


@pytest.mark.parametrize("months", [[50, 60], [100] * 12, [None]])
def test_where_there_are_no_limits_none_is_drawn_nor_any_icon(changed, months):
    told = " ".join(_words(as_picture(changed(months))))
    assert "limit 5" not in told
    assert "chance alone" not in told


@pytest.mark.parametrize(("target", "told"), [(0.4, "meets target"), (0.6, "misses target"), (0.51, "hit or miss")])
def test_the_icon_of_the_target_has_its_words(changed, target, told):
    assert told in _words(as_picture(changed(STEADY, target=target)))


def test_the_unit_says_what_is_counted_and_when(changed):
    assert "Share of concluded concerns, each month" in _words(as_picture(changed(STEADY)))
    assert "Number of concerns, each month" in _words(as_picture(changed([8, 9], key="concerns.raised")))
    standing = _words(as_picture(changed(STEADY, dated_by="")))
    assert "Share of concluded concerns, on each month's last day" in standing


@pytest.mark.parametrize(("count", "named"), [(6, 6), (15, 15), (24, 8), (36, 12), (48, 8), (60, 10)])
def test_months_are_named_as_often_as_they_can_be_read(changed, count, named):
    labels = [label.get_text() for label in _axes(changed(([70, 82, 77] * 20)[:count])).get_xticklabels()]
    assert len(labels) == named


def test_png_is_two_hundred_dots_an_inch_and_tells_its_words(changed):
    content = as_pixels(changed(STEADY))
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">I", content[16:20])[0] == pytest.approx(6.77 * 200, abs=1)
    assert alternative(changed(STEADY)).encode() in content
