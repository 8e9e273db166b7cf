"""Words are measured in the font they are set in."""

import pytest

from evidencegen.packs.lettering import SPARE, width, wrapped

# Liberation Sans has Arial's metrics: an em of 2048 units, in which M is 1706 wide, i 455 and a digit 1139.
MMMM, IIII, ZEROS = 4 * 1706 / 2048, 4 * 455 / 2048, 4 * 1139 / 2048


@pytest.mark.parametrize(("words", "ems"), [("MMMM", MMMM), ("iiii", IIII), ("0000", ZEROS)])
def test_words_are_as_wide_as_the_font_sets_them(words, ems):
    assert width(words, 72) == pytest.approx(ems * SPARE, rel=0.07)
    assert width(words, 36) == pytest.approx(width(words, 72) / 2)


def test_lines_fit_and_no_word_is_lost():
    words = "In each calendar month the share of concluded concerns in which people were asked"
    lines = wrapped(words, 10, 2.0)
    assert " ".join(lines) == words
    assert len(lines) > 1
    assert all(width(line, 10) <= 2.0 for line in lines)


def test_a_word_too_long_for_a_line_stands_alone_and_no_words_make_no_line():
    assert wrapped("a Llanfairpwllgwyngyll b", 10, 0.3) == ["a", "Llanfairpwllgwyngyll", "b"]
    assert wrapped("", 10, 1.0) == []
