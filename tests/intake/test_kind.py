"""What a cell may hold, and how it is read."""

import pytest

from evidencegen.intake.kind import NO, YES, YES_NO, Form, choice, choices, codes_by_word, spoken
from evidencegen.intake.words import key

HOW_FAR = {"fully": ("Fully achieved", "Fully"), "not_achieved": ("Not achieved",)}


@pytest.mark.parametrize(
    ("kind", "form", "wanted"),
    [
        (choice(**HOW_FAR), Form.ONE, "one of: Fully achieved, Not achieved"),
        (choices(**HOW_FAR), Form.MANY, "one or more of: Fully achieved, Not achieved, parted by semicolons"),
    ],
)
def test_a_list_asks_for_its_words_as_they_are_printed(kind, form, wanted):
    assert (kind.form, kind.wanted) == (form, wanted)


def test_a_code_is_printed_by_the_first_of_its_words():
    assert choice(**HOW_FAR).title("not_achieved") == "Not achieved"
    with pytest.raises(KeyError):
        choice(**HOW_FAR).title("partly")


def test_a_word_that_leaves_it_open_is_none_of_the_words_of_the_list_nor_a_code_by_its_name():
    kind = choice(declined=("Declined by council",), withdrawn=("Withdrawn",)).asking(
        "Declined", between=("declined", "withdrawn")
    )
    assert kind.asked == {"Declined": ("declined", "withdrawn")}
    assert codes_by_word(kind) == {"declined by council": "declined", "withdrawn": "withdrawn"}


def test_a_code_is_a_word_for_itself_where_nothing_else_is_meant_by_it():
    assert codes_by_word(choice(**HOW_FAR))["not achieved"] == "not_achieved"


def test_signs_alone_are_words_too():
    assert [spoken(text) for text in ("?", "n/a", " Yes! ", "✓")] == ["?", "n a", "yes", "✓"]


def test_a_tick_is_a_yes_and_a_cross_is_a_no_and_neither_is_left_out_as_a_sign():
    assert {key(sign) for sign in ("✓", "✔")} <= set(map(key, YES))
    assert {key(sign) for sign in ("✗", "✘")} <= set(map(key, NO))


def test_not_applicable_and_not_recorded_are_answers_of_their_own():
    assert list(YES_NO.codes) == ["yes", "no", "not_applicable", "not_recorded"]
