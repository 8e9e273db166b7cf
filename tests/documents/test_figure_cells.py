"""One figure as the cells of a table."""

from dataclasses import replace
from fractions import Fraction

import pytest

from evidencegen.documents.figure_cells import NUMBERS, in_words, numbers
from evidencegen.documents.sheet import NONE, Share
from evidencegen.measures.interval import Interval
from evidencegen.measures.view import Unit
from evidencegen.release.figure import Mark, Shown


@pytest.fixture
def asked(drafted):
    """People asked what they wanted: 90 of 120, rounded; the range runs from 67% to 82%."""
    return drafted("full").sections[0].figures["msp.asked"]


def told(figure):
    """The cells of a figure that hold anything, by their heads."""
    return {head.words: cell for head, cell in zip(NUMBERS, numbers(figure), strict=True) if cell != NONE}


def test_a_share_with_its_counts_and_range(asked):
    assert told(asked) == {
        "Counted (number)": 90,
        "Out of (number)": 120,
        "Share (%)": Share(75),
        "Low end of 95% range (%)": Share(67),
        "High end of 95% range (%)": Share(82),
    }
    assert in_words(asked) == "75% (about 90 of 120)"


@pytest.mark.parametrize("mark", Mark)
def test_a_marked_figure_tells_no_number_whatever_it_carries(asked, mark):
    marked = replace(asked, mark=mark, per_hundred=100, waits=Shown(6, 9, "about 15", Unit("day", "days")))
    assert set(told(marked).values()) == {mark.value}
    assert in_words(marked) == mark.value
    assert list(told(replace(marked, count_only=True)).values()) == [mark.value]


# 1 of 3 is 33.3%: 33 and nothing finer. 1 of 400 is 0.25% and 399 of 400 99.75%: no whole per cent says either.
@pytest.mark.parametrize(
    ("share", "cell"),
    [
        (Fraction(1, 3), Share(33)),
        (Fraction(1, 400), "under 1%"),
        (Fraction(399, 400), "over 99%"),
        (Fraction(1), Share(100)),
    ],
)
def test_a_share_is_stored_as_it_is_printed_and_no_finer(asked, share, cell):
    made = replace(asked, share=share, interval=Interval(float(share), float(share)))
    assert numbers(made)[2:5] == (cell, cell, cell)


def test_a_provisional_figure_says_so_in_words_and_keeps_its_numbers(asked):
    provisional = replace(asked, provisional=True)
    assert told(provisional) == told(asked)
    assert in_words(provisional) == "75% [p] (about 90 of 120)"


def test_times_waited_for_are_numbers_and_what_is_hidden_of_them_is_a_mark(asked):
    waits = Shown(6, 14, "about 15", Unit("working day", "working days"))
    made = replace(asked, share=None, interval=None, waits=waits)
    assert list(told(made).values()) == [90, 120, 6, 14, 15, "working days"]
    assert list(told(replace(made, waits=replace(waits, median=None, waiting="[c]"))).values())[2:] == [
        14,
        "[c]",
        "working days",
    ]
