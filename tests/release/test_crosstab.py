"""One table of counts with its totals, hidden so that nothing in it can be worked out.

The attacker of these tests lists every table of whole numbers that agrees with what is shown.
"""

import itertools
import json

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidencegen.problem import EvidenceError
from evidencegen.release.crosstab import Crosstab, read_crosstabs, suppressed

C = "[c]"


def released(*rows, threshold=5, zeros=True):
    return suppressed(Crosstab(1, rows, threshold, zeros))


def shapes(total, number, least):
    """Every way to share a total among so many counts."""
    if number == 0:
        return [()] if total == 0 else []
    return [(n, *rest) for n in range(least, total + 1) for rest in shapes(total - n, number - 1, least)]


def fillings(found, most, least):
    """Every way to fill each row of a released table, as an array of rows; a hidden total may be anything."""
    for row, total in zip(found["cells"], found["row_totals"], strict=True):
        unseen = [i for i, n in enumerate(row) if n == C]
        shown = sum(n for n in row if n != C)
        totals = range(shown, most + 1) if total == C else [total]
        filled = []
        for one in totals:
            for share in shapes(one - shown, len(unseen), least) if one >= shown else ():
                given_one = dict(zip(unseen, share, strict=True))
                filled.append([given_one.get(i, n) for i, n in enumerate(row)])
        yield np.array(filled, dtype=int).reshape(-1, len(row))


def believable(found, most, least):
    """For each row its fillings that are in some table that agrees with a released one; every table is tried."""
    rows = list(fillings(found, most, least))
    sums = np.zeros((1,) * len(rows) + (len(found["cells"][0]),), dtype=int)
    for at, filled in enumerate(rows):
        shape = [1] * len(rows) + [filled.shape[1]]
        shape[at] = len(filled)
        sums = sums + filled.reshape(shape)
    agrees = np.ones(sums.shape[:-1], dtype=bool)
    for at, told in enumerate(found["col_totals"] or ()):
        agrees &= True if told == C else sums[..., at] == told
    if found["grand_total"] != C:
        agrees &= sums.sum(axis=-1) == found["grand_total"]
    others = [tuple(axis for axis in range(len(rows)) if axis != at) for at in range(len(rows))]
    return [filled[agrees.any(axis=rest)] for filled, rest in zip(rows, others, strict=True)]


def narrow(found, threshold, most, least):
    """Hidden cells that a reader can pin down: under three values, or all of them too small to be shown."""
    for r, (row, filled) in enumerate(zip(found["cells"], believable(found, most, least), strict=True)):
        for c, n in enumerate(row):
            values = set(filled[:, c].tolist()) if n == C else {0, threshold, 2}
            if len(values) < 3 or values <= set(range(1, threshold)):
                yield r, c


# By hand: see docs/disclosure.md.
def test_three_services_and_their_total():
    found = released((62,), (58,), (3,))
    assert found["cells"] == [[62], [C], [C]]
    assert (found["row_totals"], found["col_totals"], found["grand_total"]) == ([62, C, C], [123], 123)


def test_one_row_has_no_column_totals():
    assert released((20, 3, 9)) == {
        "id": 1, "cells": [[20, C, C]], "row_totals": [32], "col_totals": None, "grand_total": 32,
    }  # fmt: skip


def test_small_totals_are_counts_too():
    assert released((3,))["row_totals"] == [C]
    assert released((1, 2), (0, 30))["row_totals"][0] == C


def test_a_row_in_one_cell_is_not_told():
    found = released((20, 11, 9), (14, 9, 6), (12, 0, 0))
    assert found["cells"][2].count(C) >= 2
    assert found["cells"][2][0] == C


def test_noughts_are_hidden_where_they_may_not_be_published():
    assert released((0, 60), (60, 70), zeros=False)["cells"] == [[C, C], [C, C]]
    assert released((0, 60), (60, 0), (9, 9), zeros=True)["cells"][2] == [9, 9]


def test_a_table_without_small_numbers_is_left_as_it_is():
    found = released((20, 30), (40, 50))
    assert (found["cells"], found["col_totals"], found["grand_total"]) == ([[20, 30], [40, 50]], [60, 80], 140)
    assert released((1, 30), (40, 50), threshold=0)["cells"] == [[1, 30], [40, 50]]


@settings(max_examples=300, deadline=None)
@given(
    cells=st.integers(1, 3).flatmap(
        lambda columns: st.lists(
            st.lists(st.integers(0, 9), min_size=columns, max_size=columns).map(tuple), min_size=1, max_size=3
        )
    ),
    zeros=st.booleans(),
)
def test_no_hidden_cell_of_a_small_table_is_narrow_by_a_list_of_every_table_it_could_be(cells, zeros):
    found = released(*cells, threshold=4, zeros=zeros)
    flat = [n for row in cells for n in row]
    hidden = sum(n == C for row in found["cells"] for n in row)
    most = max(12, *(sum(row) for row in cells)) + 4
    if hidden > 6:
        return
    assert list(narrow(found, 4, most, 0)) == []
    if zeros and 0 not in [
        n for row, out in zip(cells, found["cells"], strict=True) for n, o in zip(row, out, strict=True) if o == C
    ]:
        assert list(narrow(found, 4, most, 1)) == []
    shown = [n for row in found["cells"] for n in row if n != C]
    assert all(n in flat and not 0 < n < 4 for n in shown)


def cheapest(cells, threshold):
    """How many cells have to go at least, totals kept, by trying every choice."""
    places = [(r, c) for r, row in enumerate(cells) for c in range(len(row))]
    first = {(r, c) for r, c in places if 0 < cells[r][c] < threshold}
    others = [p for p in places if p not in first and cells[p[0]][p[1]]]
    for number in range(len(others) + 1):
        for more in itertools.combinations(others, number):
            out = first | set(more)
            told = {
                "cells": [[C if (r, c) in out else n for c, n in enumerate(row)] for r, row in enumerate(cells)],
                "row_totals": [sum(row) for row in cells],
                "col_totals": [sum(column) for column in zip(*cells, strict=True)],
                "grand_total": sum(map(sum, cells)),
            }
            if not list(narrow(told, threshold, 40, 1)):
                return number
    return None


# 20 - 11 is 9: the attacker must find it, or its silence means nothing.
def test_the_attacker_finds_what_is_not_protected():
    told = {"cells": [[9, 2], [C, 6]], "row_totals": [11, C], "col_totals": [C, 8], "grand_total": C}
    assert list(narrow(told, 4, 20, 0)) == []
    assert list(narrow(told | {"row_totals": [11, 9]}, 4, 20, 0)) == [(1, 0)]
    assert list(narrow(told | {"col_totals": [12, 8]}, 4, 20, 0)) == [(1, 0)]
    assert list(narrow(told | {"grand_total": 20}, 4, 20, 0)) == [(1, 0)]


# Every total large enough to be shown: then nothing but cells has to go, and no choice hides fewer.
@pytest.mark.parametrize(
    "cells",
    [
        ((9, 2, 8), (7, 9, 6), (8, 6, 9)),
        ((2, 9, 8), (9, 3, 7), (6, 8, 2)),
        ((2, 3, 9), (9, 8, 7), (8, 9, 6)),
        ((3, 9), (8, 7), (6, 9)),
        ((2, 8), (9, 3)),
    ],
)
def test_as_few_cells_go_as_the_best_of_all_choices(cells):
    found = released(*cells)
    assert C not in [*found["row_totals"], *found["col_totals"], found["grand_total"]]
    extra = sum(n == C for row in found["cells"] for n in row) - sum(0 < n < 5 for row in cells for n in row)
    assert extra == cheapest(cells, 5)


GOOD = {"id": 1, "rows": 1, "cols": 2, "cells": [[7, 9]], "threshold": 5, "zeros_publishable": True}


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({"cells": [[7]]}, "another number of cells"),
        ({"cells": []}, "another number of rows"),
        ({"cells": [[7, -1]]}, "not whole numbers"),
        ({"cells": [[7, 1.5]]}, "not whole numbers"),
        ({"cells": [[7, True]]}, "not whole numbers"),
        ({"rows": 0}, "neither labels nor a number"),
        ({"cols": "ab"}, "neither labels nor a number"),
        ({"threshold": None}, "threshold"),
        ({"zeros_publishable": 1}, "neither true nor false"),
    ],
)
def test_a_line_that_is_no_table_is_named_with_what_is_wrong(changed, found):
    lines = "\n".join(map(json.dumps, (GOOD, GOOD | changed)))
    with pytest.raises(EvidenceError) as error:
        read_crosstabs(lines.encode())
    (problem,) = error.value.problems
    assert (problem.key, problem.place.line) == ("table.unreadable", 2)
    assert found in problem.found


def test_rows_and_columns_may_be_labels():
    (table,) = read_crosstabs(json.dumps(GOOD | {"rows": ["North"], "cols": ["a", "b"]}).encode())
    assert table.cells == ((7, 9),)
