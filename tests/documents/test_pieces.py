"""Words at the right place of the page count as what a buyer calls them, and the draft is marked where reading stops."""

import pytest

from evidencegen.documents.page import read
from evidencegen.documents.pieces import marked, marked_html, pieces
from evidencegen.limit import Limit, amount_of, standing

PAGE = """<html lang="en-GB"><head><title>T</title></head><body>
<header><p class="provider">Fen Care</p><h1>Our bid</h1></header>
<main>
<table class="question"><tbody><tr><th>Question</th><td>How do you ask?</td></tr></tbody></table>
<section id="summary"><h2>1 Our answer</h2><p>We ask on day one.</p><ul><li>Always twice</li></ul></section>
<section id="data"><h2>2 The data</h2>
<table><caption>Asked by year</caption><thead><tr><th>Year</th><th>Asked</th></tr></thead><tr><th>2026</th><td>9 of 12</td></tr></table>
<figure><figcaption>Most were asked</figcaption><img src="data:image/png;base64,AA==" alt="Nine of twelve"></figure>
<section class="story"><h3>Care home</h3><table><tr><th>Voice</th><td>I want tea.</td></tr></table></section></section>
<section id="notes"><h2>Annex</h2><div class="notes"><p id="note-1"><b>1 Asked</b> By the day.</p></div></section>
</main></body></html>"""

# Counted by hand on the page above.
BY_KIND = {
    "question": 2 + 2 + 1 + 4,
    "headings": 3 + 3,
    "text": 5 + 2,
    "tables": 2 + 1 + 3,
    "captions": 3 + 3,
    "charts": 3,
    "case_studies": 2 + 1 + 3,
    "notes": 1 + 5,
}


@pytest.mark.parametrize(("kind", "words"), BY_KIND.items())
def test_words_are_counted_as_what_they_are(kind, words):
    told = list(pieces(read(PAGE).parts))
    assert sum(amount_of(one.text).words for one in told if one.kind == kind) == words
    without = standing(told, Limit(words=1000, not_counted=[kind]))
    assert without.amount.words == sum(BY_KIND.values()) - words


def test_a_piece_knows_its_section():
    told = {one.text: one.section for one in pieces(read(PAGE).parts)}
    assert (told["Our bid"], told["Always twice"], told["I want tea."], told["Annex"]) == (
        "",
        "1 Our answer",
        "2 The data",
        "Annex",
    )


@pytest.mark.parametrize(
    ("words", "before", "after"),
    [
        (14, "<p>We ask on day one.", "We ask"),
        (17, "<ul><li>Always", "We ask on day one."),
        (28, "<table><caption>Asked", "2026"),
        (46, '<p id="note-1">', "1 Asked"),
    ],
)
def test_the_page_is_marked_before_the_block_in_which_reading_stops(words, before, after):
    told = list(pieces(read(PAGE).parts))
    held = standing(told, Limit(words=words))
    html = marked_html(PAGE, told, held)
    mark = html.index('<p class="stop"')
    assert html[html.index("</p>", mark) + 5 :].startswith(before)
    assert held.stop.after.endswith(after)
    assert f"after “{held.stop.after}”" in html
    assert html.replace(html[mark : html.index("</p>", mark) + 5], "") == PAGE


def test_the_parts_of_a_page_are_marked_at_the_same_place_and_only_if_too_long():
    page = read(PAGE)
    told = list(pieces(page.parts))
    held = standing(told, Limit(words=14))
    lines = [one.text for one in pieces(marked(page, held).parts)]
    at = next(i for i, line in enumerate(lines) if line.startswith("DRAFT, TOO LONG"))
    assert (lines[at - 1], lines[at + 1]) == ("1 Our answer", "We ask on day one.")
    assert marked(page, standing(told, Limit(words=1000))) == page
    assert marked_html(PAGE, told, standing(told, Limit(words=1000))) == PAGE
