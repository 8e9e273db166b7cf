"""What one figure of a finished document says, and of which rows."""

import pytest

from evidencegen.release.printed_figure import Printed, counted_rows, is_number, number_in, rows_of
from tests.release.attack import MEASURES, entry


def printed(*args, **kwargs):
    return Printed("a.pdf", entry(*args, **kwargs), {"smallest_shown": 5, "base": 5, "nought_hidden": False})


def test_fully_and_partly_achieved_are_out_of_the_same_rows_and_count_others():
    fully, partly = printed("msp.fully_achieved", 30, 60), printed("msp.partly_achieved", 10, 60)
    assert rows_of(fully, MEASURES, base=True) == rows_of(partly, MEASURES, base=True)
    assert counted_rows(fully, MEASURES) != counted_rows(partly, MEASURES)


def test_rows_of_another_day_or_part_are_other_rows():
    one = counted_rows(printed("msp.fully_achieved", 30, 60), MEASURES)
    assert counted_rows(printed("msp.fully_achieved", 30, 60, as_at="2026-10-31"), MEASURES) != one
    assert counted_rows(printed("msp.fully_achieved", 30, 60, part=("service", "North")), MEASURES) != one


@pytest.mark.parametrize(("key", "number"), [("concerns.raised", True), ("msp.fully_achieved", False)])
def test_a_number_has_no_base(key, number):
    assert is_number(printed(key, 30), MEASURES) is number


# A provider's own measure is in no list of ours: it is a number where no base is printed beside it.
@pytest.mark.parametrize(("out_of", "number"), [(None, True), (60, False)])
def test_a_measure_that_nobody_defined_is_a_number_where_it_prints_no_base(out_of, number):
    assert is_number(printed("concerns.raised", 30, out_of), {}) is number


@pytest.mark.parametrize(("words", "number"), [("about 1,245", 1245), ("45", 45), ("45 [p]", 45)])
def test_a_number_is_read_as_it_is_printed(words, number):
    assert number_in(words) == number
