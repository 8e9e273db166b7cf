"""Unknown whole numbers, what is known of them, and how far each can still be told."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from evidencegen.release.equations import MOST, Equations


def test_a_sum_with_one_unknown_tells_it():
    known = Equations()
    whole, first, second = (known.unknown() for _ in range(3))
    known.bound(whole, 123, 123)
    known.bound(first, 62, 62)
    known.total(whole, (first, second))
    assert vars(known.range(second, 3)) == {"low": 61, "high": 61, "values": 1}


# 90% of 10 as a whole per cent: 8.95 to 9.05 of ten, so nine.
def test_a_percentage_of_a_small_base_tells_its_count():
    known = Equations()
    counted, base = known.unknown(), known.unknown()
    known.bound(base, 10, 10)
    known.at_least([(counted, 200), (base, 1 - 2 * 90)], 0)
    known.at_least([(counted, -200), (base, 2 * 90 + 1)], 1)
    assert (known.range(counted, 3).low, known.range(counted, 3).high) == (9, 9)


# Where everybody is counted, counted and base are one number: 200 n >= 199 n holds for each n.
def test_an_unknown_named_twice_counts_twice():
    known = Equations()
    both = known.unknown()
    known.bound(both, 7, 7)
    known.at_least([(both, 200), (both, 1 - 2 * 100)], 0)
    known.at_least([(both, -200), (both, 2 * 100 + 1)], 1)
    assert vars(known.range(both, 3)) == {"low": 7, "high": 7, "values": 1}


def test_what_no_equation_links_can_be_anything():
    known = Equations()
    known.unknown()
    assert vars(known.range(0, 3)) == {"low": 0, "high": MOST, "values": 3}


def test_with_what_contradicts_itself_no_value_agrees():
    known = Equations()
    whole, part = known.unknown(), known.unknown()
    known.bound(whole, 10, 10)
    known.bound(part, 12, 12)
    known.total(whole, (part,))
    assert known.range(part, 3).values == 0


def test_a_few_solutions_tell_no_more_than_all_of_them():
    known = Equations()
    whole, first, second = (known.unknown() for _ in range(3))
    known.bound(whole, 9, 9)
    known.total(whole, (first, second))
    seen, exact = known.seen(first), known.range(first, 3)
    assert exact.low <= seen.low <= seen.high <= exact.high
    assert (exact.low, exact.high) == (0, 9)


def test_looking_for_more_values_ends_where_there_are_no_more():
    known = Equations()
    whole, first, second = (known.unknown() for _ in range(3))
    known.bound(whole, 1, 1)
    known.total(whole, (first, second))
    assert known.widened(first, 3).values == 2
    none = Equations()
    some = none.unknown()
    none.bound(some, 0, 0)
    none.total(some, (other := none.unknown(),))
    none.bound(other, 1, 5)
    assert none.widened(some, 3).values == 0


SPANS = st.lists(st.integers(0, 6), min_size=3, max_size=3)


@settings(max_examples=40, deadline=None)
@given(sizes=SPANS, slack=SPANS, shared=st.booleans())
def test_ranges_agree_with_a_list_of_every_solution(sizes, slack, shared):
    """a + b = w, and where shared b + c = w too, every number within its slack."""
    a, b, c = sizes
    whole = a + b
    spans = [range(max(0, n - s), n + s + 1) for n, s in zip((a, b, whole - b if shared else c), slack, strict=True)]
    known = Equations()
    unknowns = [known.unknown() for _ in range(3)]
    total = known.unknown()
    known.bound(total, whole, whole)
    for at, span in zip(unknowns, spans, strict=True):
        known.bound(at, span.start, span.stop - 1)
    known.total(total, unknowns[:2])
    if shared:
        known.total(total, unknowns[1:])
    every = [
        values
        for values in itertools.product(*spans)
        if values[0] + values[1] == whole and (not shared or values[1] + values[2] == whole)
    ]
    for place, at in enumerate(unknowns[:2]):
        possible = {values[place] for values in every}
        wide = known.widened(at, 3)
        assert min(wide.values, 3) == min(len(possible), 3)
        assert {wide.low, wide.high} <= possible
        found = known.range(at, 3)
        assert (found.low, found.high, min(found.values, 3)) == (min(possible), max(possible), min(len(possible), 3))
