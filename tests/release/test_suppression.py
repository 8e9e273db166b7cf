"""Which further counts to hide, so that no hidden one can be worked out."""

from evidencegen.release.possible import Count
from evidencegen.release.suppression import hide_more


def exact(**sizes):
    """Counts told exactly, those from 1 to 4 hidden."""
    return {name: Count(size, None if 0 < size < 5 else (size, size)) for name, size in sizes.items()}


# The sixth trap: 62, 58 and a hidden 3 in a total of 123.
def test_a_second_count_goes_with_one_that_would_be_had_by_subtraction():
    counts = exact(total=123, north=62, south=58, west=3)
    assert hide_more(counts, [("total", ("north", "south", "west"))], small=5) == {"south"}


def test_nothing_goes_where_nothing_is_hidden():
    assert hide_more(exact(total=120, north=62, south=58), [("total", ("north", "south"))], small=5) == frozenset()


def test_what_costs_less_goes_first():
    counts = exact(total=123, north=62, south=58, west=3) | {"south": Count(58, (58, 58), weight=9)}
    assert hide_more(counts, [("total", ("north", "south", "west"))], small=5) == {"north"}


def test_what_left_the_house_cannot_be_hidden_any_more():
    counts = exact(total=123, north=62, south=58, west=3)
    counts |= {name: Count(counts[name].size, counts[name].told, fixed=True) for name in ("north", "south")}
    assert hide_more(counts, [("total", ("north", "south", "west"))], small=5) == {"total"}


# Two tables share the total of a row: hiding a cell of the first alone would leave the total to the second.
def test_tables_that_share_a_total_are_weighed_together():
    counts = exact(all=63, a=60, few=3, x=40, y=23)
    counts |= {"all": Count(63, (63, 63), weight=0)}
    found = hide_more(counts, [("all", ("a", "few")), ("all", ("x", "y"))], small=5)
    assert found == {"a"} or {"all"} < found


def test_where_nothing_can_be_hidden_nothing_is_and_the_call_ends():
    counts = exact(total=123, north=62, south=58, west=3)
    counts |= {name: Count(c.size, c.told, fixed=True) for name, c in counts.items() if c.told}
    assert hide_more(counts, [("total", ("north", "south", "west"))], small=5) == frozenset()


# 10 + 3 = 13 has left the house, so 3 is told whatever is hidden; beside it one count goes with the 4, as ever, and no more.
def test_what_is_told_whatever_is_hidden_is_no_reason_to_hide_the_rest():
    counts = exact(gone=13, left=10, lost=3, every=80, north=13, south=40, east=23, west=4)
    counts |= {name: Count(counts[name].size, counts[name].told, fixed=True) for name in ("gone", "left", "north")}
    sums = [("gone", ("left", "lost")), ("every", ("gone", "south", "east", "west"))]
    assert len(hide_more(counts, sums, small=5)) == 1
    assert hide_more(counts, sums, small=5) <= {"south", "east", "every"}


def test_rounded_counts_need_nothing_more():
    spans = {"total": (123, 127), "north": (58, 62), "south": (58, 62)}
    sizes = {"total": 123, "north": 62, "south": 58}
    counts = {name: Count(size, spans[name]) for name, size in sizes.items()} | {"west": Count(3, None)}
    assert hide_more(counts, [("total", ("north", "south", "west"))], small=0) == frozenset()


def test_the_same_counts_in_another_order_are_as_safe_and_cost_the_same():
    counts = exact(total=50, a=20, b=14, c=12, d=4)
    sums = [("total", ("a", "b", "c", "d"))]
    again = dict(reversed(counts.items()))
    assert hide_more(counts, sums, small=5) == hide_more(again, [("total", ("d", "c", "b", "a"))], small=5) == {"c"}
