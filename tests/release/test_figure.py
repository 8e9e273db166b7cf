"""A number fit to be seen, or the reason it is not shown."""

import json
from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencegen.measures.interval import Interval
from evidencegen.measures.view import Unit
from evidencegen.release.figure import Figure, Mark, per_cent, whole_per_cent

BLANK = Figure(
    key="msp.asked",
    measure="msp.asked",
    title="People asked what they wanted to happen",
    definition="Counted: every concern.",
    period="October 2025 to September 2026",
    span="2025-10-01/2026-09-30",
    as_at=date(2026, 9, 30),
    of=Unit("concern", "concerns"),
)
SHARE = replace(BLANK, counted=110, out_of=120, share=Fraction(110, 120), interval=Interval(0.853, 0.954), rounded=True)
SMALL = replace(BLANK, counted=7, out_of=9)
COUNT = replace(BLANK, counted=1250, count_only=True, rounded=True)
HIDDEN = replace(BLANK, mark=Mark.SUPPRESSED, out_of=20, rounded=True)
ABSENT = replace(BLANK, mark=Mark.NOT_COLLECTED, because="there is no safeguarding log in the project")


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (Fraction(0), "0%"),
        (Fraction(1), "100%"),
        (Fraction(1, 400), "under 1%"),
        (Fraction(399, 400), "over 99%"),
        (Fraction(1, 200), "1%"),  # half of one per cent goes up
        (Fraction(199, 200), "over 99%"),  # 99.5 would go up to 100
        (Fraction(1, 8), "13%"),  # 12.5
        (Fraction(3, 8), "38%"),  # 37.5
        (Fraction(29, 200), "15%"),  # 14.5
        (Fraction(2, 3), "67%"),
        (Fraction(1, 3), "33%"),
        (0.285, "28%"),  # as a float a little less than 28.5
    ],
)
def test_a_share_is_printed_whole_with_halves_up_and_never_as_all_or_nothing(share, words):
    assert per_cent(share) == words


@given(st.integers(min_value=1, max_value=2000), st.data())
def test_nothing_is_called_nought_or_all_that_is_not(out_of, draw):
    counted = draw.draw(st.integers(min_value=0, max_value=out_of))
    words = per_cent(Fraction(counted, out_of))
    assert (words == "0%") == (counted == 0)
    assert (words == "100%") == (counted == out_of)
    assert abs(whole_per_cent(Fraction(counted, out_of)) - 100 * counted / out_of) <= 0.5


@pytest.mark.parametrize(
    ("figure", "amount", "counts", "noun"),
    [
        (SHARE, "92%", "about 110 of 120", "concerns"),
        (SMALL, "7 of 9", "7 of 9", "concerns"),
        (COUNT, "about 1,250", "about 1,250", "concerns"),
        (replace(COUNT, counted=0), "0", "0", "concerns"),  # nought is nought, however it was rounded
        (replace(COUNT, counted=1, rounded=False), "1", "1", "concern"),
        (replace(SMALL, counted=1, out_of=1), "1 of 1", "1 of 1", "concern"),
        (HIDDEN, "[c]", "[c]", "concerns"),
        (ABSENT, "[x]", "[x]", "concerns"),
        (replace(BLANK, mark=Mark.NOT_APPLICABLE), "[z]", "[z]", "concerns"),
    ],
)
def test_a_figure_is_printed_as_its_audience_may_see_it(figure, amount, counts, noun):
    assert (figure.amount, figure.counts, figure.noun) == (amount, counts, noun)


def test_a_range_is_told_where_there_is_one():
    assert SHARE.range == "85% to 95%"
    assert SMALL.range == ""


@pytest.mark.parametrize("mark", Mark)
def test_what_is_absent_is_never_shown_as_nought(mark):
    figure = replace(BLANK, mark=mark)
    assert figure.amount == mark.value
    assert "0" not in figure.amount + figure.counts + figure.absence
    assert figure.absence == mark.words


def test_an_absence_gives_its_reason():
    assert ABSENT.absence == ("not collected in the registers we hold (there is no safeguarding log in the project)")
    assert SHARE.absence == ""


def test_a_program_is_given_whole_per_cents_and_nothing_for_what_is_hidden():
    assert SHARE.as_dict() == {
        "key": "msp.asked",
        "title": "People asked what they wanted to happen",
        "group": None,
        "column": None,
        "code": None,
        "parts": None,
        "about": "people",
        "period": "2025-10-01/2026-09-30",
        "as_at": "2026-09-30",
        "counted": 110,
        "out_of": 120,
        "per_cent": 92,
        "low": 85,
        "high": 95,
        "mark": None,
        "provisional": False,
        "target": None,
        "median": None,
        "ninetieth": None,
        "waiting": None,
        "unit": None,
        "per_hundred_of": None,
        "of": "concerns",
        "definition": "Counted: every concern.",
    }
    hidden = json.loads(json.dumps(HIDDEN.as_dict()))
    assert (hidden["counted"], hidden["per_cent"], hidden["low"], hidden["mark"]) == (None, None, None, "[c]")


def test_the_group_of_a_breakdown_is_named():
    assert replace(SHARE, group="Rowan House").as_dict()["group"] == "Rowan House"
