"""One sheet: what stands above its table, and shares as they are printed."""

from fractions import Fraction

import pytest

from evidencegen.documents.sheet import NONE, NOTHING_TOLD, Head, Share, marks_in, share, told, upper
from evidencegen.release.figure import Mark

HEADS = (Head("Month"), Head("Share (%)"))


def test_above_a_table_stand_its_rows_what_is_told_besides_its_marks_and_what_none_means():
    sheet = told("a", "A", HEADS, [("May", "[c]"), ("June", NONE)], besides=("Unit: concerns.",))
    assert sheet.above == (
        "This sheet holds one table with 2 rows.",
        "Unit: concerns.",
        "[c] means not shown: it, or a number it would give away, is so small that somebody might be known.",
        NOTHING_TOLD,
    )


def test_what_is_not_in_the_table_is_not_explained():
    assert told("a", "A", HEADS, [("May", Share(75))]).above == ("This sheet holds one table with one row.",)


def test_the_marks_of_rows_are_found_wherever_they_stand():
    assert marks_in([("May", "[c] of 20"), (3, "[z]")]) == (Mark.SUPPRESSED, Mark.NOT_APPLICABLE)


# 1 of 400 is 0.25%: printed as under 1%. 0.996 is over 99%.
@pytest.mark.parametrize(
    ("value", "cell"),
    [(None, NONE), (Fraction(3, 4), Share(75)), (Fraction(1, 400), "under 1%"), (0.996, "over 99%"), (0.0, Share(0))],
)
def test_a_share_is_no_finer_than_it_is_printed(value, cell):
    assert share(value) == cell


def test_a_capital_stands_at_the_head():
    assert (upper("records do not agree"), upper("")) == ("Records do not agree", "")
