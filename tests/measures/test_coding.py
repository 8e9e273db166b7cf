"""Themes of notes, by rules."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencegen.measures.codebook import shipped_codebook
from evidencegen.measures.coding import Codebook, Negation, Rule, RuledOut, Theme

SHIPPED = shipped_codebook()


def themes(text, codebook=SHIPPED):
    return set(codebook.code(text))


def one_rule(*phrases, **more):
    """A codebook with one theme of one rule."""
    return Codebook((Theme("t", "T", (Rule(phrases, **more),)),))


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
        (Negation.FLIPS, "Refuses to see the police.", True),
        (Negation.FLIPS, "He did not eat, but the police came.", False),
        (Negation.FLIPS, "She doesn\u2019t want any officers.", True),
    ],
)
def test_negation_is_the_themes_own_business(negation, note, there):
    assert bool(one_rule("police|officer*", negation=negation).code(note)) is there


@pytest.mark.parametrize(
    ("more", "note", "there"),
    [
        ({"unless": ("key safe",)}, "The key safe.", False),
        ({"unless": ("key safe",)}, "The key safe is safe.", True),
        ({"unless": ("safe to use",)}, "It is safe to use.", False),
        ({"unless_in_sentence": ("hoist*",)}, "The hoist is safe.", False),
        ({"unless_in_sentence": ("hoist*",)}, "The hoist came. She is safe.", True),
        ({"unless_in_note": ("hoist*",)}, "The hoist came. She is safe.", False),
        ({"only_in_sentence": ("feel*",)}, "She feels so. It is safe.", False),
        ({"only_in_sentence": ("feel*",)}, "She feels it is safe.", True),
        ({"only_in_note": ("feel*",)}, "She feels so. It is safe.", True),
        ({"only_in_note": ("feel*",)}, "It is safe.", False),
    ],
)
def test_the_company_of_the_words_decides_whether_they_count(more, note, there):
    assert bool(one_rule("safe", **more).code(note)) is there


def test_an_exception_of_a_theme_holds_for_each_of_its_rules():
    book = Codebook((Theme("t", "T", (Rule(("safe",)), Rule(("key safe",))), unless=("key safe",)),))
    assert not book.code("The key safe")


@pytest.mark.parametrize(
    ("note", "there"),
    [
        ("No concerns about money or visitors.", False),
        ("No concerns about visitors, but money is short.", True),
        ("No concerns about visitors. Money is short.", True),
        ("Money is not an issue.", False),
        ("Money is short, food is not an issue.", True),
        ("Talked of money. All fine, nothing to report.", False),
        ("Nothing to report. Later she raised money.", True),
    ],
)
def test_a_topic_that_is_ruled_out_is_no_theme(note, there):
    ruled_out = RuledOut(("no concern* about",), ("is not an issue",), ("nothing to report",))
    book = Codebook((Theme("t", "T", (Rule(("money",)),)),), ruled_out)
    assert bool(book.code(note)) is there


def test_themes_stand_in_the_codebooks_order_and_quotes_that_overlap_are_one():
    book = Codebook((Theme("b", "B", (Rule(("own home", "her own")),)), Theme("a", "A", (Rule(("in",)),))))
    assert list(book.code("in her own home").items()) == [("b", [(3, 15)]), ("a", [(0, 2)])]


@given(st.text(max_size=200))
def test_any_text_is_coded_and_every_quote_lies_within_it(text):
    for spans in SHIPPED.code(text).values():
        assert all(0 <= a < b <= len(text) for a, b in spans)
        assert spans == sorted(spans)
