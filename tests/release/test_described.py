import pytest

from evidencegen.release.described import Run, described
from evidencegen.release.word import words_of


@pytest.mark.parametrize(
    ("text", "last", "label"),
    [
        ("PC Amir Vance came", 3, "a police officer"),
        ("Hollow Lane Surgery", 3, "a GP surgery"),
        ("the Kirkstow Hospital", 3, "hospital"),
        ("in Kirkstow", 2, "[place]"),
        ("Amir said", 1, "[name]"),
        ("Urdu is spoken", 1, "their own language"),
    ],
)
def test_what_words_seem_to_be(text, last, label):
    words = tuple(word for word in words_of(text)[:last] if word.capital)
    assert described(text, Run(words)).label == label


def test_a_title_without_a_capital_goes_too():
    text = "rang mr vance"
    detail = described(text, Run(words_of(text)[2:]))
    assert text[detail.start : detail.end] == "mr vance"
