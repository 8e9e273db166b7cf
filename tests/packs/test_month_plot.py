"""The points of a chart of months, drawn for a page."""

import re
from itertools import pairwise

from evidencegen.packs.month_plot import as_plot
from evidencegen.packs.trend_chart import as_picture

RISEN = [50, 52, 48, 51, 49, 50, 53, 47, 50, 51, 49, 90]


def words(svg):
    return re.findall(r"<text[^>]*>([^<]+)</text>", svg)


def test_the_plot_has_unit_labels_icon_and_key_and_neither_title_nor_notes(changed):
    told = words(as_plot(changed(RISEN, target=0.6)))
    for expected in ("Sep 90%", "target 60%", "unlikely to be chance: concern", "unlikely to be chance: improvement"):
        assert expected in told
    assert any(text.startswith("Share of") for text in told)
    assert not any("unusually high" in text or "Rules of Making Data Count" in text for text in told)


def test_it_draws_the_same_points_as_the_whole_picture(changed):
    change = changed([40, 60] * 6)
    labels = {"Sep 60%", "mean 50%", "upper limit 100%", "lower limit 0%"}
    assert labels <= set(words(as_plot(change)))
    assert labels <= set(words(as_picture(change)))


def test_the_same_months_give_the_same_bytes(changed):
    assert as_plot(changed(RISEN)) == as_plot(changed(RISEN))


def test_labels_stand_apart(changed):
    heights = {}
    svg = as_plot(changed([50, 50, 51, 50, 50, 50, 50, 49, 50, 50, 50, 50], target=0.5))
    for y, text in re.findall(r'<text[^>]*y="([\d.]+)"[^>]*>([^<]+)</text>', svg):
        heights[text] = float(y)
    told = sorted(y for text, y in heights.items() if re.match("Sep |mean |upper |lower |target ", text))
    assert all(after - before > 7 for before, after in pairwise(told))


def test_a_run_of_few_months_has_no_icon(changed):
    svg = as_plot(changed([50, 60, 70]))
    assert "may be chance" not in words(svg)
    assert "Sep 70%" in words(svg)
