"""Whole numbers that keep every sum as the true ones do."""

from itertools import product
from random import Random

import numpy as np
import pytest

from evidencegen.release.nearby import Nearby
from evidencegen.release.possible import Count, Linked, Safe

# all = a + b + c, and b = d + e.
ROWS = [{0: 1, 1: -1, 2: -1, 3: -1}, {2: 1, 4: -1, 5: -1}]
TRUE = [9, 2, 4, 3, 1, 3]
LOW, HIGH = [9, 1, 1, 3, 1, 1], [9, 20, 20, 3, 20, 20]


# With all at 9 and c at 3 the six others come from a and b; b goes on as d and e: a at 3 leaves b 3, one less for d or e,
# and d stands at its least.
def test_what_one_count_takes_others_give_up_to_the_last_sum():
    assert Nearby(ROWS, 6).other(TRUE, 1, 3, LOW, HIGH) == [9, 3, 3, 3, 1, 2]


# b is 2 at least (d and e 1 each), so that a is 4 at most.
@pytest.mark.parametrize(("to", "there"), [(1, True), (4, True), (5, False), (0, False)])
def test_nothing_is_found_that_cannot_be(to, there):
    found = Nearby(ROWS, 6).other(TRUE, 1, to, LOW, HIGH)
    assert (found is not None) is there
    assert found is None or found[1] == to


# e - 2 d = 0: an odd e cannot be made good by a whole d.
def test_changes_are_whole():
    twice = Nearby([{0: 2, 1: -1}], 2)
    assert twice.other([2, 4], 1, 5, [0, 0], [9, 9]) is None
    assert twice.other([2, 4], 1, 6, [0, 0], [9, 9]) == [3, 6]


def _system(random: Random) -> tuple[list[str], list[tuple[str, tuple[str, ...]]], dict[str, Count]]:
    """Two wholes that share a part, each count told exactly, within a span, or hidden."""
    a, b, c = (random.randint(1, 4) for _ in range(3))
    sizes = {"a": a, "b": b, "c": c, "ab": a + b, "bc": b + c}
    told = {name: random.choice([None, (size, size), (max(size - 1, 0), size + 1)]) for name, size in sizes.items()}
    counts = {name: Count(size, told[name]) for name, size in sizes.items()}
    return list(sizes), [("ab", ("a", "b")), ("bc", ("b", "c"))], counts


# Every set of whole numbers up to 20 that a reader could believe, gone through one by one.
@pytest.mark.parametrize("seed", range(40))
def test_counts_are_exposed_exactly_where_no_reader_could_believe_enough_others(seed):
    names, sums, counts = _system(Random(seed))
    spans = [range(1, 21) if one.told is None else range(one.told[0], one.told[1] + 1) for one in counts.values()]
    every = ((a, b, c, a + b, b + c) for a, b, c in product(*spans[:3]))
    believed = [one for one in every if one[3] in spans[3] and one[4] in spans[4]]
    values = {name: {one[at] for one in believed} for at, name in enumerate(names)}
    hidden = {name for name in names if counts[name].told is None}
    exposed = {name for name in hidden if len(values[name]) < 3 or max(values[name]) < 3}
    found = Linked.of(names, sums, counts, Safe(fewest=3, small=3, least=1))
    assert {names[at] for at in found.exposed(np.zeros(len(names), dtype=bool))} == exposed
    for one in found.seen:
        seen = dict(zip(names, one.tolist(), strict=True))
        assert (seen["ab"], seen["bc"]) == (seen["a"] + seen["b"], seen["b"] + seen["c"])
        for name, value in seen.items():
            least, most = counts[name].told or (1, value)
            assert least <= value <= most
