"""What a statement of practice must agree with: the calendar."""

import pytest

from evidencegen.intake.registers.practice import PRACTICE

SAID = "statement_no | part | statement | reviewed_on\nPS01 | choice | We ask first. | {}"


def test_a_policy_that_had_not_been_looked_through_by_the_day_is_noted(clash):
    found = clash((PRACTICE, SAID.format("01/10/2026")))
    assert (found.key, found.place.column) == ("crosscheck.day_of_figures", "reviewed_on")


@pytest.mark.parametrize("day", ["30/09/2026", ""])
def test_one_looked_through_before_and_one_without_a_day_are_not(clashes, day):
    assert clashes((PRACTICE, SAID.format(day))) == []
