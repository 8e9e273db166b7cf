import pytest

from evidencegen.release import vocabulary
from evidencegen.release.vocabulary import folded, is_doubtful, is_ordinary, sector_terms, tidied, vouched


@pytest.mark.parametrize("word", ["plan", "safeguarding", "person's", "best-interests", "don't", "carer", "cafés"])
def test_ordinary_words(word):
    assert is_ordinary(word)


@pytest.mark.parametrize("word", ["okafor", "ifeoma", "kayleigh", "kyle", "llewellyn", "patel"])
def test_names_are_no_ordinary_words(word):
    assert not is_ordinary(word)


@pytest.mark.parametrize(
    "word", ["Will", "Grace", "May", "Dawn", "Rose", "Hope", "Mark", "Bill", "Mercy", "Precious", "Ash"]
)
def test_words_that_could_be_names_are_doubtful(word):
    assert is_doubtful(word)


@pytest.mark.parametrize(
    "text", ["the Care Act", "Making Safeguarding Personal", "an IMCA", "Lewy body dementia", "Court of\nProtection"]
)
def test_the_sector_vouches_for_its_own_terms(text):
    assert vouched(text)


def test_no_single_term_of_the_sector_is_a_word_that_could_be_a_name():
    single = {term for term in sector_terms().capitalised if " " not in term and term != term.upper()}
    assert {term for term in single if is_doubtful(term)} <= {"God", "Good", "Wales", "X-ray"}


def test_both_lists_are_versioned_and_the_english_one_is_small_and_acknowledged():
    assert sector_terms().version == "2"
    assert (vocabulary.WORDS / "english.txt.gz").stat().st_size < 400_000
    assert "Kevin Atkinson" in (vocabulary.WORDS / "english.copyright.txt").read_text("utf8")


def test_words_are_compared_without_accents_case_and_ligatures():
    assert folded("Wiśniewski") == "wisniewski"
    assert folded("Garﬁeld") == "garfield"
    assert tidied("Ok\u00adafor\u200b") == "Okafor"
