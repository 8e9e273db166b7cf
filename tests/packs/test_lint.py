"""Paragraphs, sentences and places of a text."""

import pytest

from evidencegen.packs.lint import MASK, Hit, Lint, Paragraph, Severity, Words, finding

LINT = Lint("a_rule", "A rule", "why", "do", Severity.WARN, lambda *_: iter(()))


def test_sentences_end_at_stops_and_not_at_shortenings():
    paragraph = Paragraph("Mrs. K. came at 9.30, see s. 42. Did she? “Yes.” So e.g. Ann said. No. 4 is last.", 10)
    assert [s.text for s in paragraph.sentences] == [
        "Mrs. K. came at 9.30, see s. 42.",
        "Did she?",
        "“Yes.”",
        "So e.g. Ann said.",
        "No. 4 is last.",
    ]
    assert all(paragraph.text[s.start :].startswith(s.text) for s in paragraph.sentences)


def test_a_finding_stands_in_the_whole_text_past_signs_taken_out():
    text = "ab **cd** ef"
    paragraph = Paragraph("cd ef", 3, 7, places=(2, 3, 6, 7, 8, 9))
    told = finding(LINT, Hit(paragraph, 0, 5), Words(text, (paragraph,)))
    assert (told.start, told.end, told.text, told.paragraph) == (5, 12, "cd** ef", 7)
    assert told.as_dict()["severity"] == "warn"


def test_a_private_one_is_masked():
    paragraph = Paragraph("Ann Thornley", 0)
    assert finding(LINT, Hit(paragraph, 0, 12, is_private=True), Words("Ann Thornley", (paragraph,))).text == MASK


def test_headings_and_cells_are_no_prose():
    heading, cell, plain = Paragraph("H", 0, is_heading=True), Paragraph("1", 2, is_cell=True), Paragraph("P.", 4)
    words = Words("H\n1\nP.", (heading, cell, plain))
    assert words.prose == (plain,)
    assert [s.text for s in words.sentences] == ["P."]


@pytest.mark.parametrize(
    ("cell", "says"),
    [
        ("We appointed an advocate", True),
        ("| Question 4 | The duty was met in June. |", True),
        ("He was never asked.", True),
        ("We ask first", False),
        ("Advocate asked for where the conditions appeared to be met", False),
        ("75% of 120 (95% range 66.5% to 82%)", False),
        ("safeguarding_log.xlsx, sheet Log", False),
    ],
)
def test_a_box_of_a_form_with_a_sentence_in_it_is_prose_and_a_label_is_not(cell, says):
    assert bool(Words(cell, (Paragraph(cell, 0, is_cell=True),)).prose) is says
