"""The chart in plain letters."""

import pytest

from evidencegen.packs.plain_chart import plain_chart

STEADY = [50, 52] * 6


@pytest.mark.parametrize("count", [1, 6, 12, 20, 21, 24, 34, 35, 48, 60])
def test_a_line_is_no_longer_than_a_terminal_is_wide(changed, count):
    lines = list(
        plain_chart(changed([40, 60, 55] * 20, target=0.9) if count == 60 else changed(([40, 60, 55] * 20)[:count]))
    )
    assert max(map(len, lines)) <= 80
    assert all(line.isascii() for line in lines)
    assert sum(line.count("o") for line in lines[:11]) == count


def test_what_may_be_chance_and_what_may_not_have_signs_of_their_own(changed):
    lines = list(plain_chart(changed([*STEADY, 62, 40], fix_after_n_points=12, target=0.6)))
    drawing = "\n".join(lines[:11])
    assert (drawing.count("+"), drawing.count("!"), drawing.count("o")) == (1, 1, 12)
    assert lines[-1].split("   ")[-6:] == [
        "o may be chance",
        "+ improvement",
        "! concern",
        "- mean",
        ". limits",
        "= target",
    ]


def test_a_gap_has_no_point(changed):
    lines = list(plain_chart(changed([50, None, 52])))
    columns = [i - 9 for line in lines[:11] for i, letter in enumerate(line) if letter == "o"]
    assert sorted(columns) == [1, 7]
    assert lines[-1].strip() == "o a point"


def test_months_are_named_where_there_is_room(changed):
    lines = list(plain_chart(changed([40, 60, 55] * 8)))
    assert lines[-2].split() == ["2024-10", "2025-07", "2026-01", "2026-07"]


def test_nothing_to_draw_is_nothing(changed):
    assert list(plain_chart(changed([None, None]))) == []
