"""The statement on AI at the head of a tender: each sentence stands where its fact does, and nowhere else."""

import re
from dataclasses import replace
from html import unescape

import pytest

from evidencegen.documents.html import render
from evidencegen.packs.made_with import Coded, MadeWith

FIRST = (
    "No generative AI was used to make this document from our registers. Its figures are counted by fixed rules from the "
    "workbooks that its notes name. Its words are those of the fixed templates of evidencegen 0.1.0"
)
LAST = "This does not cover how the entries in our registers were first written, or what is changed in the document afterwards."


def said(draft):
    """The statement as it is printed; empty where there is none."""
    found = re.search(r'<th scope="row">Use of AI</th><td>(.*?)</td>', render(draft), re.DOTALL)
    return " ".join(unescape(found[1]).split()) if found else ""


@pytest.fixture
def statement(drafted):
    """What is said of how a tender was made: `statement(stories=1)`."""
    return lambda **facts: said(replace(drafted("full"), made_with=MadeWith("0.1.0", **facts)))


def test_a_document_of_our_templates_alone_says_just_that(statement):
    assert statement() == f"{FIRST}. {LAST}"


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"own_templates": True}, f"{FIRST} and of templates of our own."),
        ({"statements": True}, f"{FIRST}, with statements from our register of practice."),
        ({"own_words": True}, f"{FIRST}, with paragraphs of our own."),
        (
            {"own_templates": True, "own_words": True, "statements": True},
            f"{FIRST} and of templates of our own, with statements from our register of practice and paragraphs of our own.",
        ),
    ],
)
def test_whose_words_it_holds_is_said(statement, facts, words):
    told = statement(**facts)
    assert told.startswith(words)
    covers = facts.keys() & {"own_words", "own_templates"}
    assert ("entries in our registers and our own words were first written" in told) is bool(covers)


@pytest.mark.parametrize(
    ("themes", "words"),
    [
        (Coded.NOTHING, ""),
        (Coded.RULES, " Themes in notes are found by listed words and phrases."),
        (
            Coded.LEARNT,
            " Themes in notes are found by listed words and phrases, and by words weighted by notes that people had labelled.",
        ),
    ],
)
def test_what_finds_themes_is_said_where_there_are_any(statement, themes, words):
    assert statement(themes=themes) == f"{FIRST}.{words} {LAST}"


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (
            {"stories": 1, "signers": 1},
            (
                "Names and other personal details were taken out of the case study by rules and word lists; a named person "
                "read and signed it."
            ),
        ),
        (
            {"stories": 3, "signers": 2},
            (
                "Names and other personal details were taken out of the case studies by rules and word lists; 2 named people "
                "read and signed them."
            ),
        ),
        (
            {"stories": 2, "signers": 1, "tagger": "ab"},
            (
                "Names and other personal details were taken out of the case studies by rules and word lists, with a small "
                "statistical model that looks for names as a second opinion and can only take more out; a named person read "
                "and signed them."
            ),
        ),
    ],
)
def test_what_took_names_out_and_who_signed_is_said_where_a_story_is_told(statement, facts, words):
    assert statement(**facts) == f"{FIRST}. {words} {LAST}"


def test_a_generative_model_would_be_named(statement):
    told = statement(generative_model="model X")
    assert told.startswith("This document was made from our registers with model X, a generative model. Its figures")
    assert "No generative AI" not in told


def test_the_brief_may_leave_it_out(drafted):
    assert said(replace(drafted("full", ai_statement=False), made_with=MadeWith("0.1.0"))) == ""
    assert said(replace(drafted("full"), made_with=None)) == ""
