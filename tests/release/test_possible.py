"""Which values a reader can believe a hidden count to have."""

import numpy as np
import pytest

from evidencegen.release.possible import Count, Linked, Safe, linked

EXACT = Safe(fewest=3, small=5, least=1)


def system(counts, sums, safe=EXACT):
    ((names, together),) = linked(counts, sums)
    return Linked.of(names, together, counts, safe), names


def exposed(counts, sums, safe=EXACT):
    found, names = system(counts, sums, safe)
    return {names[at] for at in found.exposed(np.zeros(len(names), dtype=bool))}


def test_only_counts_that_sums_link_are_weighed_together():
    counts = {name: Count(1, None) for name in "abcde"}
    groups = [set(names) for names, _ in linked(counts, [("a", ("b",)), ("d", ("c",))])]
    assert groups == [{"a", "b"}, {"c", "d"}]


# 123 - 62 - 58 = 3, and nothing else.
def test_a_count_hidden_alone_beside_its_total_is_exposed():
    counts = {"all": Count(123, (123, 123)), "n": Count(62, (62, 62)), "s": Count(58, (58, 58)), "w": Count(3, None)}
    assert exposed(counts, [("all", ("n", "s", "w"))]) == {"w"}


# Two hidden counts that make 6 together: 1 and 5, 2 and 4, 3 and 3, and so on. Of 5 together, none can be 5.
@pytest.mark.parametrize(("first", "second", "found"), [(3, 3, set()), (2, 3, {"a", "b"}), (1, 1, {"a", "b"})])
def test_two_hidden_counts_are_safe_only_if_either_could_be_too_large_to_be_hidden(first, second, found):
    whole = first + second
    counts = {"all": Count(whole, (whole, whole)), "a": Count(first, None), "b": Count(second, None)}
    assert exposed(counts, [("all", ("a", "b"))]) == found


# Rounded to five: 123 to 127, 58 to 62, 58 to 62: the third is from 1 to 11, which is more than the rule says.
def test_rounded_totals_leave_what_the_rule_says():
    counts = {"all": Count(123, (123, 127)), "n": Count(62, (58, 62)), "s": Count(58, (58, 62)), "w": Count(3, None)}
    assert exposed(counts, [("all", ("n", "s", "w"))], Safe(fewest=3, small=0, least=1)) == set()


# An odd total of two equal halves and one more: a = b, all = a + b + c; with 9 in all, c is 1, 3, 5 or 7.
def test_values_are_whole_numbers():
    counts = {"all": Count(9, (9, 9)), "a": Count(4, None), "b": Count(4, None, guarded=False), "c": Count(1, None)}
    found, names = system(counts, [("a", ("b",)), ("all", ("a", "b", "c"))])
    assert found.exposed(np.zeros(4, dtype=bool)) == [names.index("a")]
    assert {one[names.index("c")] for one in found.seen} <= {1, 3, 5, 7}


def test_a_count_that_nobody_prints_needs_no_guard():
    counts = {"all": Count(12, (12, 12)), "a": Count(10, (10, 10)), "blank": Count(2, None, guarded=False)}
    assert exposed(counts, [("all", ("a", "blank"))]) == set()
