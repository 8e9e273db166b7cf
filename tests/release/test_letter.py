import pytest

from evidencegen.release.letter import is_short_form, is_vouched
from evidencegen.release.word import words_of


@pytest.mark.parametrize(
    ("text", "letter"), [("T/C from her son", "T"), ("Q: who was there", "Q"), ("bruise to L arm", "L")]
)
def test_letters_that_are_no_initials(text, letter):
    assert is_short_form(text, next(word for word in words_of(text) if word.text == letter))


@pytest.mark.parametrize("text", ["L said so", "rang L. Example"])
def test_letters_that_could_be_somebody(text):
    assert not is_short_form(text, next(word for word in words_of(text) if word.text == "L"))


def test_words_that_say_what_a_letter_is():
    assert is_vouched("carer B", words_of("carer B")[1])
    assert not is_vouched("told B", words_of("told B")[1])
