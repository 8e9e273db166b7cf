"""Which record counts on a day, against one look at every record by itself."""

from math import isnan, nan
from random import Random

import pytest
from numpy import array

from evidencegen.measures.best_record import NO_LAST_DAY, Best, Records

# asked, need, done, lasts_to, exempt, origin, taught. Need 0 is asked by lines 0 and 1, need 2 by line 2, need 1 by none.
ROWS = [
    (0, 0, 100.0, 465.0, False, 7, 2.0),
    (0, 0, 300.0, 665.0, False, 9, nan),
    (1, 0, 300.0, 665.0, False, 8, 1.0),
    (2, 2, nan, NO_LAST_DAY, True, 3, nan),
]


def records(rows):
    asked, need, done, lasts_to, exempt, origin, taught = (array(column) for column in zip(*rows, strict=True))
    return Records(asked, need, done, lasts_to, exempt.astype(bool), origin, taught)


def listed(best):
    return [[None if isnan(number) else number for number in each] for each in vars(best).values()]


@pytest.mark.parametrize(
    ("day", "lines", "found"),
    [
        # Before the second course only the first counts; the exemption has no day and stands on all.
        (200, [0, 1, 2], [[465, None, -1], [0, None, 1], [1, None, 0], [7, None, 3], [2, None, None], [7, None, None]]),
        # Rows 8 and 9 last equally long: the first of them is told, and the method by the one that has it.
        (300, [0, 1, 2], [[665, None, -1], [0, None, 1], [1, None, 0], [8, None, 3], [1, None, None], [8, None, None]]),
        # Line 1 is not asked of anybody on this day: row 9 alone counts, and says nothing of the method.
        (300, [0], [[665, None, None], [0, None, None], [1, None, None], [9, None, None], [None] * 3, [None] * 3]),
        (300, [], [[None] * 3] * 6),
    ],
)
def test_the_record_that_lasts_longest_of_those_known_counts(day, lines, found):
    assert listed(records(ROWS).best(day, array(lines, dtype=int), 3)) == found


def test_each_row_has_what_its_need_has():
    best = Best(*(array([float(n), 10.0 + n]) for n in range(6)))
    assert listed(best.of(array([1, 1, 0])))[2] == [12, 12, 2]


@pytest.mark.parametrize("seed", range(20))
def test_many_days_of_one_sorting_say_what_each_record_by_itself_says(seed):
    drawn = Random(seed)
    needs = [drawn.randrange(5) for _ in range(8)]
    rows = []
    for origin in range(30):
        asked = drawn.randrange(8)
        done, lasts_to = drawn.choice([nan, *range(0, 50, 10)]), drawn.choice([NO_LAST_DAY, 20, 40, 60])
        rows.append(
            (asked, needs[asked], done, lasts_to, drawn.random() < 0.2, origin, drawn.choice([nan, 0, 1, 2, 3]))
        )
    rows.sort(key=lambda row: row[1])
    every = records(rows)
    for day in range(0, 60, 7):
        lines = [line for line in range(8) if drawn.random() < 0.7]
        assert listed(every.best(day, array(lines, dtype=int), 5)) == one_by_one(rows, day, lines)


def one_by_one(rows, day, lines):
    found = []
    for need in range(5):
        known = [row for row in rows if row[1] == need and row[0] in lines and not row[2] > day]
        if not known:
            found.append([None] * 6)
            continue
        longest = max(row[3] for row in known)
        counts = [row for row in known if row[3] == longest]
        told = [row for row in counts if not isnan(row[6])]
        found.append(
            [
                longest,
                any(row[4] for row in known),
                not all(row[4] for row in known),
                min(row[5] for row in counts),
                max((row[6] for row in told), default=None),
                min((row[5] for row in told), default=None),
            ]
        )
    return [list(each) for each in zip(*found, strict=True)]
