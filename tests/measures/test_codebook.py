"""A codebook as written, and the shipped one on notes that people have labelled."""

from pathlib import Path

import pytest

from evidencegen.measures.codebook import SHIPPED, read_codebook, shipped_codebook
from evidencegen.problem import EvidenceError
from tools.themes_score import left_alone, read_notes, score, scored

NOTES = Path(__file__).parent / "practice_notes"
WHOLE = """\
lists:
  FAMILY: son daughter*
spellings:
  daughter: dorter
ruled_out:
  after:
    - no concern* about
themes:
  contact:
    title: Contact
    unless: [son rang]
    rules:
      - phrases: [see FAMILY, FAMILY]
        negation: keeps
"""


@pytest.fixture
def written(tmp_path):
    def write(text):
        file = tmp_path / "own.yaml"
        file.write_text(text, encoding="utf-8")
        return file

    return write


def test_a_codebook_is_read_with_its_lists_spellings_and_exceptions(written):
    book = read_codebook(written(WHOLE))
    assert book.code("See my dorter. The son rang.") == {"contact": [(7, 13)]}
    assert not book.code("No concerns about her son")


@pytest.mark.parametrize(
    ("text", "key", "line", "words"),
    [
        ("- a", "codebook.keys", 1, "a codebook without keys"),
        ("{}", "codebook.missing_key", 1, "`themes:`"),
        ("themes: {a: {title: A}}", "codebook.missing_key", 1, "`rules:`"),
        (WHOLE.replace("phrases:", "phrase:"), "codebook.unknown_key", 13, "did you mean `phrases`?"),
        (WHOLE.replace("keeps", "keep"), "codebook.value", 14, "did you mean `keeps`?"),
        (WHOLE.replace("see FAMILY", "see FAMILIES"), "codebook.phrase", 13, "the list FAMILIES"),
        (WHOLE + "theme: {}", "codebook.unknown_key", 15, "did you mean `themes`?"),
        (WHOLE + "themes: {}", "codebook.key_twice", 15, "`themes` twice"),
        ("themes: a: b", "codebook.not_yaml", 1, ""),
    ],
)
def test_a_codebook_that_would_be_misread_is_refused_with_its_line(written, text, key, line, words):
    with pytest.raises(EvidenceError) as refused:
        read_codebook(written(text))
    first = refused.value.problems[0]
    assert (first.key, words in first.found) == (key, True)
    assert first.place.line == line


def test_the_shipped_codebook_whose_phrases_no_start_checks_holds_up_when_they_are():
    book = read_codebook(SHIPPED)
    assert [theme.key for theme in book.themes] == [theme.key for theme in shipped_codebook().themes]


def test_two_codebooks_in_one_process_do_not_share_what_their_lists_mean(written):
    one = read_codebook(written(WHOLE))
    other = read_codebook(written(WHOLE.replace("son daughter*", "aunt")))
    assert (one.code("See my aunt"), other.code("See my aunt")) == ({}, {"contact": [(7, 11)]})
    assert (one.code("See my daughter"), other.code("See my daughter")) == ({"contact": [(7, 15)]}, {})


def test_a_codebook_that_is_not_there_is_named(tmp_path):
    with pytest.raises(EvidenceError) as refused:
        read_codebook(tmp_path / "none.yaml")
    assert refused.value.problems[0].key == "codebook.unreadable"


# Floors a little under what was reached; docs/themes.md says what these figures show and what they do not.
@pytest.mark.parametrize(
    ("name", "f1", "hard", "alone"), [("seen.jsonl", 0.97, 0.95, 227), ("unseen.jsonl", 0.58, 0.18, 10)]
)
def test_practice_notes_stay_found(name, f1, hard, alone):
    found = scored(shipped_codebook(), read_notes(NOTES / name))
    assert score(found).f1 >= f1
    assert score([one for one in found if one.note["hard"]]).f1 >= hard
    assert left_alone(found)[0] >= alone
