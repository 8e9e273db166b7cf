import pytest

from evidencegen.release.spread import spread, spread_without_capitals
from evidencegen.release.word import words_of


def gone(text, denied, told):
    """The words that go, where those in `denied` go already; `told` says that capitals tell something."""
    words = words_of(text)
    marks = [word.text in denied for word in words]
    free = [True] * len(words)
    if told:
        spread(text, words, marks, free, [False] * len(words))
    else:
        spread_without_capitals(text, words, marks, free, [False] * len(words))
    return [word.text for word, mark in zip(words, marks, strict=True) if mark]


@pytest.mark.parametrize(
    ("text", "denied", "going"),
    [
        ("told Rose Pickersgill", {"Pickersgill"}, ["Rose", "Pickersgill"]),
        ("Oaklands Health Centre", {"Oaklands"}, ["Oaklands", "Health", "Centre"]),
        ("Then Kyle came", {"Kyle"}, ["Kyle"]),
    ],
)
def test_beside_a_capital(text, denied, going):
    assert gone(text, denied, told=True) == going


@pytest.mark.parametrize(
    ("text", "denied", "going"),
    [
        ("priya short was in", {"priya"}, ["priya", "short"]),
        ("tyler r rang", {"tyler"}, ["tyler", "r"]),
        ("priya upset and crying", {"priya"}, ["priya"]),
        ("callum and grace came", {"callum"}, ["callum", "grace"]),
        ("grace hope was found", set(), ["grace", "hope"]),
        ("callum will go", {"callum"}, ["callum"]),
    ],
)
def test_where_there_are_no_capitals(text, denied, going):
    assert gone(text, denied, told=False) == going
