"""How far a proportion could be off."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencegen.measures.interval import wilson

KNOWN = Path(__file__).parents[3] / "shared" / "known_answers" / "wilson.json"


# Newcombe (1998), Statistics in Medicine 17:857-872, Table I, method 3.
@pytest.mark.parametrize(
    ("counted", "out_of", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_agrees_with_newcombe(counted, out_of, low, high):
    assert wilson(counted, out_of) == pytest.approx((low, high), abs=0.00005)


# PHEindicatormethods@093fd28, tests/testthat/testdata_Proportion.xlsx, rows 2 to 5.
@pytest.mark.parametrize(
    ("counted", "out_of", "confidence", "low", "high"),
    [
        (1, 100, 0.95, 0.0017674320641406511, 0.054486196178705294),
        (1, 100, 0.998, 0.000873065697299977, 0.1045544528370582),
        (5, 100, 0.95, 0.02154367915436798, 0.11175046923191911),
        (5, 100, 0.998, 0.013865320725997183, 0.16458852282596442),
    ],
)
def test_wilson_agrees_with_published_test_data(counted, out_of, confidence, low, high):
    assert wilson(counted, out_of, confidence) == pytest.approx((low, high), abs=1e-9)


def test_wilson_agrees_with_every_known_answer_to_a_billionth():
    if not KNOWN.exists():
        pytest.skip("shared/known_answers/wilson.json is not beside this checkout")
    known = json.loads(KNOWN.read_text())
    checked = 0
    for case in known["cases"]:
        if case["numerator"] is None or case["denominator"] is None:
            with pytest.raises(ValueError, match="not a proportion"):
                wilson(case["numerator"], case["denominator"])
            continue
        low, high = wilson(case["numerator"], case["denominator"], case["confidence"])
        for found, limit in ((low, case["lower"]), (high, case["upper"])):
            if limit is not None:
                assert found == pytest.approx(limit / case["multiplier"], abs=1e-9, rel=1e-9), case["id"]
                checked += 1
    assert checked >= 95


@pytest.mark.parametrize(("counted", "out_of"), [(65, 0), (80, -100), (101, 100), (-1, 100), (float("nan"), 10)])
def test_an_impossible_proportion_is_refused(counted, out_of):
    with pytest.raises(ValueError, match="not a proportion"):
        wilson(counted, out_of)


@pytest.mark.parametrize("confidence", [95, 0.05, 1, 0.8])
def test_a_confidence_that_is_not_a_proportion_is_refused(confidence):
    with pytest.raises(ValueError, match=r"such as 0\.95"):
        wilson(1, 10, confidence)


@given(st.integers(1, 5000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_share_lies_within_its_range_and_the_ends_are_exact(counts):
    counted, out_of = counts
    low, high = wilson(counted, out_of)
    assert 0 <= low <= counted / out_of <= high <= 1
    assert (low == 0) == (counted == 0)
    assert (high == 1) == (counted == out_of)
