"""Phrases found in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencegen.measures.phrase import Phrases, Wording, words_of

LISTS = {"FAMILY": ("son", "daughter*"), "NOT": ("not", "n't", "never")}


def found(phrase, text, spellings=None):
    """The words of the text that a phrase takes in."""
    words = words_of(text, spellings or {})
    return [
        text[words.places[first][0] : words.places[last][1]]
        for _, first, last in Phrases([(0, phrase)], Wording(LISTS)).found(words)
    ]


@pytest.mark.parametrize(
    ("phrase", "text", "quotes"),
    [
        ("safe", "Safe and unsafe", ["Safe"]),
        ("frighten*", "frightened of the frightening man", ["frightened", "frightening"]),
        ("go|went home", "He went home to go  home", ["went home", "go  home"]),
        ("her (own) bed", "her bed, her own bed, her old bed", ["her bed", "her own bed"]),
        ("her _ bed", "her bed, her own bed", ["her own bed"]),
        ("stay .. home", "stay in her home; stay in her dear home", ["stay in her home"]),
        ("stay ... home", "stay in her own dear home", ["stay in her own dear home"]),
        ("stay ... home", "stay in the very same old dear home", []),
        ("stay .... home", "stay in the very same old dear home", ["stay in the very same old dear home"]),
        ("stay ... home", "Stay. Go home", []),
        ("stay ... home", "stay, she said, at home", ["stay, she said, at home"]),
        ("see FAMILY", "see son, see daughters, see sons", ["see son", "see daughters"]),
        ("carer", "the carer's tone", ["carer's"]),
        ("NOT want", "doesn\u2019t want, never want, will want", ["doesn\u2019t want", "never want"]),
        ("\u00a3", "it was \u00a36.40 short", ["\u00a3"]),
        ("easy read", "an easy-read letter", ["easy-read"]),
        ("bed and rails", "bed & rails", ["bed & rails"]),
        ("was short", "6.40. Was short", ["Was short"]),
    ],
)
def test_a_phrase_takes_in_the_words_it_says(phrase, text, quotes):
    assert found(phrase, text) == quotes


def test_a_misspelt_word_is_found_and_stands_where_it_stood():
    assert found("advocate", "An advacate came", {"advacate": "advocate"}) == ["advacate"]


@pytest.mark.parametrize(
    "phrase",
    [
        "",
        "...",
        "... home",
        "home ...",
        "_ home",
        "a NOBODY b",
        "open (bracket",
        "home (at)",
        "(at) home",
        "wi*ld",
        "a-b",
    ],
)
def test_a_phrase_that_would_be_misread_is_refused(phrase):
    with pytest.raises(ValueError):
        Wording(LISTS).ways(phrase)


@pytest.mark.parametrize("phrase", ["", "...", "... home", "_ home", "NOBODY b", "(at) home", "wi*ld"])
def test_phrases_that_begin_with_no_word_are_refused_when_they_are_listed(phrase):
    with pytest.raises(ValueError):
        Phrases([(0, phrase)], Wording(LISTS))


def test_the_rest_of_a_phrase_is_understood_when_a_text_holds_its_first_word():
    phrases = Phrases([(0, "home"), (1, "visit NOBODY")], Wording(LISTS))
    assert list(phrases.found(words_of("Wants to be home", {}))) == [(0, 3, 3)]
    with pytest.raises(ValueError, match="NOBODY"):
        list(phrases.found(words_of("A visit", {})))


@given(st.text(max_size=200))
def test_every_word_of_any_text_stands_where_it_is_said_to(text):
    words = words_of(text, {})
    assert all(0 <= start < end <= len(text) for start, end in words.places)
    assert list(words.places) == sorted(words.places)
