"""What one cell says."""

from datetime import datetime

import pytest

from evidencegen.intake.excel_value import NOT_CALCULATED, References, Styles, value_of
from evidencegen.intake.number_format import DAMAGED_NUMBER
from evidencegen.intake.sheet import Fault, Percent

REFERENCES = References(("Rose", None), frozenset({1}), Styles(days=frozenset({1}), percents=frozenset({2})))
NOON = datetime.fromisoformat("2025-03-04T12:00:00")


@pytest.mark.parametrize(
    ("words", "kind", "style", "value"),
    [
        ("0", "s", 0, "Rose"), ("1", "s", 0, None), ("7.0", "n", 0, 7), ("45720.5", "n", 1, NOON), ("20250304", "n", 1, 20250304),
        ("0.87", "n", 2, 0.87), ("1_0", "n", 0, DAMAGED_NUMBER), ("nan", "n", 0, DAMAGED_NUMBER), ("true", "b", 0, True),
        ("#DIV/0!", "e", 0, Fault("cell.error", "#DIV/0!")), ("2025-03-04T12:00:00Z", "d", 0, NOON),
        ("2025-03-04T12:00:00+01:00", "d", 0, NOON), ("soon", "d", 0, "soon"), ("a_x000A_b", "inlineStr", 0, "a\nb"), (" ", "str", 0, None),
    ],
)  # fmt: skip
def test_words_are_read_by_kind_and_style(words, kind, style, value):
    assert value_of(words, kind, style, False, REFERENCES) == value


def test_a_percentage_says_that_it_is_one():
    assert isinstance(value_of("0.87", "n", 2, False, REFERENCES), Percent)
    assert not isinstance(value_of("0.87", "n", 0, False, REFERENCES), Percent)


def test_a_formula_without_a_value_is_told_unless_its_value_is_an_empty_text():
    assert [value_of("", kind, 0, True, REFERENCES) for kind in ("n", "str")] == [NOT_CALCULATED, None]


def test_only_a_cell_that_refers_to_a_text_can_have_one_struck_through():
    assert REFERENCES.strikes("s", "1")
    assert not REFERENCES.strikes("s", "0")
    assert not REFERENCES.strikes("n", "1")
