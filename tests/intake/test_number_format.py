"""What a number format makes of a number."""

from datetime import datetime

import pytest

from evidencegen.intake.number_format import Shown, as_shown, shown_by
from evidencegen.intake.sheet import Fault, Percent

# The text of each format as Excel writes it; the numbers are those Excel has built in (ECMA-376, 18.8.30).
CODES = [
    ("dd/mm/yyyy", Shown.DAY), ("[$-809]d mmmm yyyy;@", Shown.DAY), ("mmm-yy", Shown.DAY), ("d/m/yy h:mm", Shown.DAY),
    ("0.00", Shown.NUMBER), ("General", Shown.NUMBER), ("hh:mm", Shown.NUMBER), ("[h]:mm", Shown.NUMBER),
    ('0 "days"', Shown.NUMBER), ("[Red]0", Shown.NUMBER), ("mm:ss", Shown.NUMBER), ("@", Shown.NUMBER),
    ("0%", Shown.PERCENT), ("0.0%;[Red]-0.0%", Shown.PERCENT), ('0"%"', Shown.NUMBER), ("", Shown.NUMBER),
]  # fmt: skip
BUILT_IN = [(0, Shown.NUMBER), (9, Shown.PERCENT), (10, Shown.PERCENT), (14, Shown.DAY), (17, Shown.DAY), (20, Shown.NUMBER), (22, Shown.DAY)]  # fmt: skip


@pytest.mark.parametrize(("code", "shown"), CODES)
def test_the_text_of_a_format_tells(code, shown):
    assert shown_by(164, code) is shown


@pytest.mark.parametrize(("number", "shown"), BUILT_IN)
def test_the_number_of_a_format_tells_where_it_has_no_text(number, shown):
    assert shown_by(number) is shown


def test_a_number_is_what_its_reader_sees():
    assert as_shown(45720.0, Shown.DAY) == datetime.fromisoformat("2025-03-04")
    assert as_shown(45720.0 - 1462, Shown.DAY, counts_from_1904=True) == datetime.fromisoformat("2025-03-04")
    assert as_shown(20250304.0, Shown.DAY) == 20250304
    assert isinstance(as_shown(0.87, Shown.PERCENT), Percent)
    assert isinstance(as_shown(7.0, Shown.NUMBER), int)
    assert as_shown(7.5, Shown.NUMBER) == 7.5


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_is_no_number_is_a_fault(number):
    found = as_shown(number, Shown.DAY)
    assert isinstance(found, Fault)
    assert found.key == "cell.damaged"
