"""Which part of a breakdown, and which month, each row falls into."""

from datetime import datetime

import narwhals as nw
import numpy as np
import pandas as pd
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencegen.measures.layout import by_code, by_month, by_value, crossed, each_word, everything

SERVICES = ["North", "South", None, "North", "South"]
BARRIERS = ["|fear|", "|fear|trauma|", None, "", "|language|"]
ALL = np.array([True] * 5)


def _told(layout, mask=ALL):
    return {label: n for label, n in zip(layout.labels, layout.tally(mask), strict=True) if n}


def test_all_rows_in_one_cell():
    assert _told(everything(5)) == {(): 5}
    assert everything(0).tally(np.array([], dtype=bool)) == [0]


def test_a_blank_has_a_cell_of_its_own_that_says_so():
    assert _told(by_value(SERVICES)) == {("North",): 2, ("South",): 2, (None,): 1}
    assert _told(by_value(["North", float("nan")]), np.array([True, True])) == {("North",): 1, (None,): 1}


def test_a_row_with_several_codes_falls_into_each():
    assert _told(by_code(BARRIERS)) == {("fear",): 2, ("language",): 1, ("trauma",): 1}
    assert _told(by_code(BARRIERS), np.array([False, True, True, True, False])) == {("fear",): 1, ("trauma",): 1}
    assert by_code([]).tally(np.array([], dtype=bool)) == []
    assert by_code([None]).tally(np.array([True])) == []


@pytest.mark.parametrize("first", [True, False])
def test_two_columns_are_crossed_whichever_holds_several_codes(first):
    services, barriers = by_value(SERVICES), by_code(BARRIERS)
    layout = crossed(barriers, services) if first else crossed(services, barriers)
    expected = {("fear", "North"): 1, ("fear", "South"): 1, ("trauma", "South"): 1, ("language", "South"): 1}
    assert _told(layout) == {label if first else label[::-1]: n for label, n in expected.items()}


def test_two_columns_of_several_codes_are_not_crossed():
    with pytest.raises(ValueError, match="only one"):
        crossed(by_code(BARRIERS), by_code(BARRIERS))


def test_people_are_counted_once_in_each_cell():
    people = by_value(["P1", "P1", "P2", "P1", "P1"])
    assert by_value(SERVICES).tally_distinct(ALL, people) == [1, 1, 1]
    assert everything(5).tally_distinct(ALL, people) == [2]
    told = dict(zip(by_code(BARRIERS).labels, by_code(BARRIERS).tally_distinct(ALL, people), strict=True))
    assert told == {("fear",): 1, ("language",): 1, ("trauma",): 1}


@pytest.mark.parametrize("frame", [pd.DataFrame, pl.DataFrame])
def test_a_column_of_either_library_has_the_cells_of_its_words(frame):
    services = nw.from_native(frame({"service": SERVICES})).get_column("service")
    assert _told(by_value(services)) == {("North",): 2, ("South",): 2, (None,): 1}
    assert [label for (label,) in by_value(services).labels] == ["North", "South", None]
    assert by_value(services).picked(np.array([True, False, True])).tolist() == [True, False, True, True, False]
    assert _told(by_code(nw.from_native(frame({"b": BARRIERS})).get_column("b"))) == _told(by_code(BARRIERS))


@pytest.mark.parametrize("frame", [pd.DataFrame, pl.DataFrame])
def test_days_fall_into_months_and_blanks_into_none(frame):
    days = nw.from_native(frame({"day": [datetime(2026, 1, 31), None, datetime(2025, 12, 1), datetime(2026, 1, 1)]}))
    layout = by_month(days.get_column("day"))
    assert layout.labels == (("2026-01",), (None,), ("2025-12",))
    assert layout.cell.tolist() == [0, 1, 2, 0]


@pytest.mark.parametrize("frame", [pd.DataFrame, pl.DataFrame])
def test_each_different_word_is_told_once(frame):
    met = []

    def told(words):
        met.extend(words.to_list())
        return words.str.to_lowercase()

    services = nw.from_native(frame({"service": ["North", "South", "North", "NORTH"]})).get_column("service")
    assert each_word(services, told).to_list() == ["north", "south", "north", "north"]
    assert met == ["North", "South", "NORTH"]
    assert each_word(services[[]], told).to_list() == []


@given(st.lists(st.tuples(st.sampled_from(["N", "S", None]), st.sampled_from(["x", "y"]), st.booleans())))
def test_the_cells_of_two_columns_come_to_what_a_loop_finds(rows):
    layout = crossed(by_value([a for a, _, _ in rows]), by_value([b for _, b, _ in rows]))
    mask = np.array([m for *_, m in rows], dtype=bool)
    expected: dict = {}
    for a, b, picked in rows:
        if picked:
            expected[a, b] = expected.get((a, b), 0) + 1
    assert _told(layout, mask) == expected
