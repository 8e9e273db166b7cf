"""Text compared as its reader would."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencegen.intake.words import did_you_mean, key, left_blank, lines_needed, plain, shortened, tidy


@pytest.mark.parametrize(
    "typed", ["Ann Example", "ann  example ", "Ann\u00a0Example", "An\u00adn Exam\u200bple", "\ufeffANN EXAMPLE"]
)
def test_texts_that_look_the_same_are_the_same(typed):
    assert plain(typed) == "ann example"


def test_every_dash_is_a_dash():
    assert plain("Self\u2013neglect") == plain("self-neglect") == plain("Self\u2011Neglect")


def test_punctuation_does_not_part_two_words_but_a_tick_is_a_word():
    assert key("Face-to-face.") == key("face to face")
    assert key("Person's name") == key("Person’s name") == key("Persons name")
    assert key("✓") == "✓"


@pytest.mark.parametrize(
    ("typed", "blank"), [("", True), (" ", True), ("-", True), ("—", True), ("N/A", False), ("0", False)]
)
def test_a_lone_dash_is_blank_on_purpose_and_not_applicable_is_not(typed, blank):
    assert left_blank(typed) is blank


def test_a_slip_is_asked_about():
    assert did_you_mean("Date Stated", ["Date started", "Role"]) == "Date started"
    assert did_you_mean("Shoe size", ["Date started", "Role"]) == ""


def test_long_texts_are_cut_for_a_message():
    assert shortened("abcdef", 4) == "abc…"


@given(st.text())
def test_comparing_again_changes_nothing(text):
    assert plain(plain(text)) == plain(text)
    assert tidy(tidy(text)) == tidy(text)


@pytest.mark.parametrize(
    ("texts", "lines"), [((), 1), ((("", 10),), 1), ((("a" * 9, 10), ("a" * 25, 10)), 3), ((("a\nb\nc", 10),), 3)]
)
def test_a_row_is_as_high_as_its_longest_text_needs(texts, lines):
    assert lines_needed(texts) == lines


@pytest.mark.parametrize("sign", [chr(n) for n in range(33, 127) if not chr(n).isalnum()])
def test_signs_of_ascii_are_set_aside_as_those_beyond_it_are(sign):
    with_accent = key(f"a{sign}b é")
    assert key(f"a{sign}b e") == with_accent.replace("é", "e")
