"""The page taken apart: each thing as what it is, and no word of it lost."""

from base64 import b64encode
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidencegen.documents.html import render
from evidencegen.documents.line import Paragraph, Run
from evidencegen.documents.page import Block, Bullets, Picture, Table, every, paragraphs, read
from evidencegen.release.vocabulary import words_in

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"/>'
DATA = f"data:image/svg+xml;base64,{b64encode(SVG).decode()}"


def parts(body):
    return read(f"<!DOCTYPE html><html lang=en-GB><head><title>T</title></head><body>{body}</body></html>").parts


def test_the_words_of_its_head():
    page = read('<html lang="en-GB"><head><title>A, B</title><meta name="author" content="B"></head><body><p>x')
    assert (page.title, page.author, page.description, page.language) == ("A, B", "B", "", "en-GB")


def test_a_heading_a_list_and_a_line_break():
    heading, listed, broken = parts("<h2>Head</h2><ul><li>One<li>Two<ul><li>Inner</ul></ul><p>a <br> b")
    assert heading == Paragraph((Run("Head"),), level=2)
    assert isinstance(listed, Bullets)
    assert [item.text for item in listed.items] == ["One", "Two", "Inner"]
    assert broken.text == "a\nb"


def test_the_number_that_a_paragraph_or_an_item_is_called_by_is_no_word_of_it():
    first, items = parts('<p data-n="2.1" id="p2.1">We ask.</p><ul><li data-n="2.2" id="p2.2">Early</li><li>Late</ul>')
    assert (first.text, first.number, first.anchor) == ("We ask.", "2.1", "p2.1")
    assert [(one.text, one.number) for one in items.items] == [("Early", "2.2"), ("Late", "")]


def test_a_table_with_its_caption_heads_and_numbers():
    (table,) = parts(
        "<table class=across><caption>Cap</caption><thead><tr><th>Service</th><th class=number colspan=2>Asked</th></tr>"
        "</thead><tbody><tr class=voice><th>Larkfield</th><td class=number>9</td><td><p>a</p><p>b</p></td></tr></table>"
    )
    assert isinstance(table, Table)
    assert (table.caption.text, table.kinds) == ("Cap", {"across"})
    assert [(c.text, c.heads, c.numeric, c.across) for row in (*table.head, *table.rows) for c in row.cells] == [
        ("Service", True, False, 1),
        ("Asked", True, True, 2),
        ("Larkfield", True, False, 1),
        ("9", False, True, 1),
        ("a\nb", False, False, 1),
    ]
    assert (len(table.head), table.rows[0].kinds) == (1, {"voice"})


def test_a_picture_under_its_caption():
    (picture,) = parts(f'<figure><figcaption>Shows</figcaption><img alt="Words" src="{DATA}"></figure>')
    assert isinstance(picture, Picture)
    assert (picture.caption.text, picture.alt, picture.svg) == ("Shows", "Words", SVG)


def test_a_paragraph_of_a_picture_alone_is_the_picture_and_keeps_its_class():
    png = b64encode(b"\x89PNG").decode()
    (logo,) = parts(f'<p class="logo"> <img src="data:image/png;base64,{png}" alt="Larkfield Care"> </p>')
    assert logo == Picture("Larkfield Care", png=b"\x89PNG", kinds=frozenset({"logo"}))
    (words,) = parts(f'<p>See <img src="data:image/png;base64,{png}" alt="this"></p>')
    assert words.text == "See this"


def test_a_picture_from_elsewhere_is_its_words_alone():
    assert parts('<img alt="Words" src="other.png">') == (Picture("Words"),)
    assert parts('<img alt="Words" src="data:image/svg+xml;base64,!">') == (Picture("Words"),)
    (line,) = parts('<p>see<img alt="Words" src="other.png">here')
    assert line.text == "see Words here"


def test_what_nobody_knows_becomes_a_block_or_a_paragraph():
    block, after = parts("<blink-box id=z>loose <b>words</b><p>and more</p></blink-box>after")
    assert block == Block(
        frozenset({"blink-box"}),
        (Paragraph((Run("loose "), Run("words", bold=True))), Paragraph((Run("and more"),))),
        "z",
    )
    assert after.text == "after"


def test_a_second_caption_is_kept():
    table, second = parts("<table><caption>One</caption><caption>Two</caption><tr><td>x</table>")
    assert (table.caption.text, second.text) == ("One", "Two")


def test_a_table_within_a_table_is_told_once():
    (table,) = parts("<table><tr><td>a<table><caption>c</caption><tr><td>b</table><td>d</table>")
    assert [cell.text for row in table.rows for cell in row.cells] == ["a\nc\nb", "d"]


class Words(HTMLParser):
    """Every word between the tags of a body, whatever the tags."""

    def __init__(self, page):
        super().__init__()
        self.text = ""
        self.feed(page.partition("<body")[2].partition(">")[2])
        self.close()

    def handle_data(self, data):
        self.text += data


def squeezed(text):
    return "".join(text.split())


@pytest.mark.parametrize("bare", [False, True], ids=["with words", "without words"])
def test_no_word_of_a_pack_is_lost_and_their_order_is_kept(drafted, state, bare):
    page = render(drafted(state, bare=bare, audience="internal"))
    found = read(page)
    told = "".join(p.text for p in paragraphs(found.parts))
    for picture in every(found.parts):
        if isinstance(picture, Picture):
            told = told.replace(picture.alt, "", 1)
    assert squeezed(told) == squeezed(Words(page).text)


TAGS = sorted(
    words_in(
        """
        div section p h1 h2 h6 aside table caption thead tbody tr th td ul ol li dl dt dd blockquote figure figcaption pre
        details summary b i sup span a br center odd-tag article header footer main address q small button label form svg
        """
    )
)
nested = st.recursive(
    st.just("word"),
    lambda inner: st.tuples(st.sampled_from(TAGS), st.lists(inner, min_size=1, max_size=4)),
    max_leaves=25,
)


def written(tree, count):
    if tree == "word":
        count.append(f"word{len(count)}")
        return f" {count[-1]} "
    tag, inner = tree
    return f"<{tag}>{''.join(written(one, count) for one in inner)}</{tag}>"


def test_words_that_wrong_tags_leave_between_the_cells_are_kept():
    table, after = parts("<table><dt><dd>left</dd></dt></table>")
    assert (table.rows, after) == ((), Block(frozenset({"dd"}), (Paragraph((Run("left"),)),)))


@settings(max_examples=300, deadline=None)
@given(nested)
def test_no_word_is_lost_whatever_the_tags(tree):
    words = []
    page = written(tree, words)
    told = " ".join(p.text for p in paragraphs(parts(page)))
    assert sorted(told.split()) == sorted(words), page
