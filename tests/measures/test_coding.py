"""Themes of notes, by rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencegen.measures.coding import Codebook, Negation, Rule, Theme, read_codebook, shipped_codebook

SHIPPED = shipped_codebook()


def themes(text, codebook=SHIPPED):
    return set(codebook.code(text))


# The examples that the codebook itself gives for its rules.
@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("Did not want to move.", {"home"}),
        ("No police, please.", {"no_police"}),
        ("Wants the police to prosecute him.", set()),
        ("There is a safe in each room.", set()),
        ("The office move is next week.", set()),
        ("No concerns about money.", set()),
        ("She still does not feel safe.", {"safe"}),
        ("He does not want to see his ex.", {"contact"}),
        ("An IMCA was offered and declined.", {"advocacy"}),
        ("The key safe code was changed.", set()),
        ("Moving and handling training is due.", set()),
        ("She feels scared at night.", {"safe"}),
        ("The hearing loop and the bed rails were looked at.", {"communication", "environment"}),
    ],
)
def test_the_codebooks_own_examples_come_out_as_it_says(note, expected):
    assert themes(note) == expected


def test_each_label_quotes_the_words_that_earned_it():
    note = "He feels unsafe; nobody would listen to him."
    found = SHIPPED.code(note)
    assert {note[a:b] for spans in found.values() for a, b in spans} == {"feels unsafe", "listen"}
    assert set(found) == {"safe", "listened"}


@pytest.mark.parametrize(
    ("negation", "note", "there"),
    [
        (Negation.KEEPS, "Not the police.", True),
        (Negation.CANCELS, "Not the police.", False),
        (Negation.CANCELS, "The police came.", True),
        (Negation.FLIPS, "The police came.", False),
        (Negation.FLIPS, "Does not want the police.", True),
        (Negation.FLIPS, "He did not eat, but the police came.", False),
        (Negation.FLIPS, "She doesn\u2019t want any officers.", True),
    ],
)
def test_negation_is_the_themes_own_business(negation, note, there):
    book = Codebook((Theme("t", "T", (Rule(("police|officer*",), negation),)),))
    assert bool(book.code(note)) is there


def test_a_phrase_reaches_over_four_words_and_no_sentence():
    book = Codebook((Theme("t", "T", (Rule(("stay ... home",)),)),))
    assert book.code("Stay in her own dear home") == {"t": [(0, 25)]}
    assert not book.code("Stay in the very same old dear home")
    assert not book.code("Stay. Go home")


def test_words_within_an_exception_do_not_count_and_others_do():
    book = Codebook((Theme("t", "T", (Rule(("safe",), unless=("key safe",)),)),))
    assert book.code("The key safe is safe") == {"t": [(16, 20)]}


@pytest.mark.parametrize(
    "text", ["- a", "{}", "themes: {a: {title: A}}", "themes: {a: {title: A, rules: [{words: [x]}]}}", "themes: {}\nother: 1",
             "themes: {a: {title: A, rules: [{phrases: [x], negation: perhaps}]}}"],
)  # fmt: skip
def test_a_codebook_that_would_be_misread_is_refused(text):
    with pytest.raises(ValueError):
        read_codebook(text)


@given(st.text(max_size=200))
def test_any_text_is_coded_and_every_quote_lies_within_it(text):
    for spans in SHIPPED.code(text).values():
        assert all(0 <= a < b <= len(text) for a, b in spans)
        assert spans == sorted(spans)
