"""Whether a published share differs from our own, and which way."""

import csv
import json
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencegen.measures.comparison import Difference, Verdict, compare
from evidencegen.measures.interval import wilson
from evidencegen.measures.measure import Direction

HERE = Path(__file__).parent
SHARED = HERE.parents[2] / "shared" / "known_answers" / "benchmark_funnel.json"
PUBLISHED_AS = {
    (Difference.HIGHER, 0.998): "High (0.001)",
    (Difference.HIGHER, 0.95): "High (0.025)",
    (Difference.LOWER, 0.95): "Low (0.025)",
    (Difference.LOWER, 0.998): "Low (0.001)",
    (Difference.SIMILAR, 0.95): "Not significant",
}
HIGHER, LOWER, NEITHER = Direction.HIGHER, Direction.LOWER, Direction.NEITHER
MIRRORED = {HIGHER: LOWER, LOWER: HIGHER, NEITHER: NEITHER}


def _disagreeing(areas):
    """Areas about which a comparison with the average of all of them says something else than was published."""
    average = sum(counted for counted, _, _ in areas) / sum(out_of for _, out_of, _ in areas)
    found = [compare(counted, out_of, average, NEITHER) for counted, out_of, _ in areas]
    return [
        (area, verdict)
        for area, verdict in zip(areas, found, strict=True)
        if PUBLISHED_AS[verdict.difference, verdict.level] != area[2]
    ]


# The source is named at the head of the file.
def test_all_303_published_areas_come_out_as_published():
    lines = (HERE / "benchmark_funnel.csv").read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    areas = [(float(r["numerator"]), int(r["denominator"]), r["significance"]) for r in rows]
    assert len(areas) == 303
    assert {significance for _, _, significance in areas} == set(PUBLISHED_AS.values())
    assert _disagreeing(areas) == []


def test_the_shared_copy_of_the_published_areas_says_the_same():
    if not SHARED.exists():
        pytest.skip("shared/known_answers/benchmark_funnel.json is not beside this checkout")
    cases = json.loads(SHARED.read_text(encoding="utf-8"))["cases"]
    assert len(cases) == 303
    assert _disagreeing([(c["numerator"], c["denominator"], c["significance"]) for c in cases]) == []


# PHEindicatormethods@093fd28, tests/testthat/testdata_Proportion.xlsx: 1 of 100 has the interval 0.18% to 5.45% at 95%
# and 0.09% to 10.46% at 99.8%; 5 of 100 has 2.15% to 11.18% and 1.39% to 16.46%.
@pytest.mark.parametrize(
    ("counted", "published", "direction", "difference", "level"),
    [
        (1, 0.05, HIGHER, Difference.SIMILAR, 0.95),
        (1, 0.06, HIGHER, Difference.WORSE, 0.95),
        (1, 0.06, LOWER, Difference.BETTER, 0.95),
        (1, 0.06, NEITHER, Difference.LOWER, 0.95),
        (1, 0.11, HIGHER, Difference.WORSE, 0.998),
        (1, 0.0015, HIGHER, Difference.BETTER, 0.95),
        (1, 0.0005, LOWER, Difference.WORSE, 0.998),
        (1, 0.0005, NEITHER, Difference.HIGHER, 0.998),
        (5, 0.022, NEITHER, Difference.SIMILAR, 0.95),
        (5, 0.014, HIGHER, Difference.BETTER, 0.95),
        (5, 0.013, HIGHER, Difference.BETTER, 0.998),
        (5, 0.165, HIGHER, Difference.WORSE, 0.998),
    ],
)
def test_a_share_outside_our_own_range_differs_and_the_level_is_told(counted, published, direction, difference, level):
    assert compare(counted, 100, published, direction) == Verdict(difference, level)


@pytest.mark.parametrize(
    ("counted", "out_of", "because"),
    [(0, 0, "nothing to count"), (None, None, "withheld"), (None, 40, "withheld"), (3, None, "withheld")],
)
def test_where_nothing_can_be_said_there_is_a_reason_and_no_verdict(counted, out_of, because):
    verdict = compare(counted, out_of, 0.5, HIGHER)
    assert (verdict.difference, verdict.level) == (None, None)
    assert because in verdict.because


@pytest.mark.parametrize("published", [-0.01, 1.01, 89])
def test_a_percentage_in_place_of_a_share_is_refused(published):
    with pytest.raises(ValueError, match="from 0 to 1"):
        compare(9, 10, published, HIGHER)


@pytest.mark.parametrize(("counted", "published"), [(0, 0), (20, 1)])
def test_none_beside_nought_and_all_beside_all_are_similar(counted, published):
    assert compare(counted, 20, published, HIGHER).difference is Difference.SIMILAR


COUNTS = st.integers(1, 2000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
SHARES = st.integers(0, 1000).map(lambda tenths: Fraction(tenths, 1000))


@given(COUNTS)
def test_our_own_share_is_similar_to_itself(counts):
    counted, out_of = counts
    assert compare(counted, out_of, Fraction(counted, out_of), HIGHER).difference is Difference.SIMILAR


@given(COUNTS, SHARES, st.sampled_from(Direction))
def test_counting_the_rest_instead_says_the_same_of_the_service(counts, published, direction):
    counted, out_of = counts
    straight = compare(counted, out_of, published, direction)
    turned = compare(out_of - counted, out_of, 1 - published, MIRRORED[direction])
    if direction is NEITHER:
        opposite = {Difference.HIGHER: Difference.LOWER, Difference.LOWER: Difference.HIGHER}
        turned = Verdict(opposite.get(turned.difference, turned.difference), turned.level)
    assert turned == straight


@given(COUNTS, SHARES)
def test_a_difference_is_never_told_within_the_range_nor_similarity_outside_it(counts, published):
    low, high = wilson(*counts)
    wide_low, wide_high = wilson(*counts, 0.998)
    verdict = compare(*counts, published, NEITHER)
    assert (verdict.difference is Difference.SIMILAR) == (low <= published <= high)
    assert (verdict.level == 0.998) == (not wide_low <= published <= wide_high)


@given(COUNTS, SHARES, SHARES)
def test_a_harder_comparison_is_never_kinder(counts, one, other):
    order = {Difference.BETTER: 2, Difference.SIMILAR: 1, Difference.WORSE: 0}
    easier, harder = sorted((one, other))
    kind, stern = (order[compare(*counts, share, HIGHER).difference] for share in (easier, harder))
    assert stern <= kind
