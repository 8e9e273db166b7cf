"""Rows written alike."""

import pytest

from evidencegen.intake import excel_layout
from evidencegen.intake.bounds import Allowance
from evidencegen.intake.excel_layout import CLOSED, OPENED, ROW, Layouts
from evidencegen.intake.excel_value import References, Styles
from evidencegen.intake.excel_xml import NotPlainError

WORDS = f"{OPENED}\0{CLOSED}"
STYLES = Styles(percents=frozenset({2}), coloured=frozenset({3}), struck=frozenset({4}))


def layouts(texts=("Rose", "Ivy")):
    return Layouts(References(texts, styles=STYLES), Allowance(0))


def test_a_layout_says_which_columns_hold_words_and_how_they_are_marked():
    shape = f'<c r="A{ROW}" t="s">{WORDS}</c><c r="C{ROW}" s="3">{WORDS}</c><c r="D{ROW}" s="3"/><c r="AA{ROW}" s="4"><f/>{WORDS}</c>'
    layout = layouts().learn(shape)
    assert (layout.cells, layout.columns, layout.kinds) == (4, (1, 3, 27), ("s", "n", "n"))
    assert (layout.coloured, layout.struck) == ((False, True, False), (False, False, True))
    assert layout.blank_coloured == 1


@pytest.mark.parametrize(
    "shape",
    [f'<c r="B{ROW}">{WORDS}</c><c r="A{ROW}"/>', f'<c r="A">{WORDS}</c>', f'<c r="A1">{WORDS}</c>', f'<c r="A{ROW}" t="z">{WORDS}</c>', f'<c r="A{ROW}">{WORDS}{WORDS}</c>',
     f'<c r="A{ROW}">{WORDS}', f'<c r="A{ROW}"/> ', f'<c r="A{ROW}" s="x">{WORDS}</c>', f'<c r="XFE{ROW}"/>', f'<c r="A{ROW}" s="1" s="2"/>', f"<c>{WORDS}</c>"],
)  # fmt: skip
def test_a_shape_is_understood_to_its_last_sign_or_not_at_all(shape):
    with pytest.raises(NotPlainError):
        layouts().learn(shape)


@pytest.mark.parametrize(
    ("cell", "words", "values"),
    [
        ('t="s"', ["0", "1", "0", "1"], ["Rose", "Ivy", "Rose", "Ivy"]),
        ("", ["1", "20", "300", "4"], [1, 20, 300, 4]),
        ("", ["1", "2.5", "3E2", "4"], [1, 2.5, 300, 4]),
        ("", ["1", "", "12345678901234567"], [1, None, 12345678901234568]),
        ('s="2"', ["0.5", "1", "0.5"], [0.5, 1.0, 0.5]),
        ('t="str"', ["a", "b", "a", "c"], ["a", "b", "a", "c"]),
        ('t="inlineStr"', ["a", " ", "a &amp; b", "c"], ["a", None, "a & b", "c"]),
        ('t="b"', ["1", "0", "1"], [True, False, True]),
    ],
)
def test_a_column_is_read_as_a_whole(cell, words, values):
    read, may_lack = layouts().learn(f'<c r="A{ROW}" {cell}>{WORDS}</c>'.replace(" >", ">")).read(words)
    assert [value for (value,) in read] == values
    assert may_lack is (None in values)


def test_a_shape_learnt_is_found_again_until_there_are_too_many(monkeypatch):
    shape, other = (f'<c r="{letter}{ROW}">{WORDS}</c>' for letter in "AB")
    monkeypatch.setattr(excel_layout, "MOST_OF_SHAPES", len(shape))
    known = layouts()
    layout = known.learn(shape)
    assert known.find(shape) is layout
    known.learn(other)
    assert known.find(shape) is None
