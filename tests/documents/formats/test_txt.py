"""The plain text: every word of the page, in lines that can be pasted, and its counts."""

import re

import pytest

from evidencegen.documents.format import Filled
from evidencegen.documents.formats.txt import TXT, pieces_of_text, write
from evidencegen.documents.html import render
from evidencegen.documents.line import Paragraph
from evidencegen.documents.page import Table, every, paragraphs, read
from evidencegen.limit import amount_of
from evidencegen.problem import GateRefused, Place
from evidencegen.release.audit import refuse_if_named
from evidencegen.release.names import Known, Roll


def told(body):
    return write(read(f"<!DOCTYPE html><html><body>{body}</body></html>").parts)


def made(draft, path):
    page = render(draft)
    return path.with_suffix(".txt"), TXT.write(Filled(draft, page, b"{}"), path.with_suffix(".txt")), read(page)


def bare(text):
    """Words alone: neither brackets, which the text sets around notes and counts, nor white space."""
    return re.sub(r"[\s()\[\]]", "", text)


def test_every_paragraph_and_every_cell_of_the_page_stands_in_it(drafted, state, tmp_path):
    path, _, page = made(drafted(state, audience="internal"), tmp_path / "x")
    text = bare(path.read_text(encoding="utf-8"))
    parts = list(every(page.parts))
    notes = {one.anchor: one for one in parts if isinstance(one, Paragraph) and one.anchor}
    lines = [one for one in parts if isinstance(one, Paragraph) and not one.anchor]
    lines += [
        words
        for table in parts
        if isinstance(table, Table)
        for row in (*table.head, *table.rows)
        for cell in row.cells
        for words in cell.paragraphs
    ]
    assert len(lines) > 90
    assert [one.text for one in lines if bare(one.text) not in text] == []
    assert [key for key, one in notes.items() if any(bare(run.text) not in text for run in one.runs)] == []


def test_every_number_of_the_page_and_of_its_charts_stands_in_it(drafted, state, tmp_path):
    path, _, page = made(drafted(state), tmp_path / "x")
    number = re.compile(r"\d+(?:[.,]\d+)*%?")
    runs = [run.text for one in paragraphs(page.parts) for run in one.runs]
    numbers = {found for text in runs for found in number.findall(text)}
    assert numbers <= set(number.findall(path.read_text(encoding="utf-8")))
    assert len(numbers) > 60


def test_a_heading_a_paragraph_and_a_list_stand_apart():
    assert told(
        "<h2>1 Head</h2><p>One <b>75%</b><sup><a>5</a></sup>.</p><p>Two</p><ul><li>a<li>b</ul><p>Three</p>"
    ) == ("1 Head\n\nOne 75%[5].\n\nTwo\n\n- a\n- b\n\nThree\n")


def test_a_number_that_a_paragraph_is_called_by_is_typed():
    page = '<p data-n="2.1" id="p2.1">We ask.</p><ul><li data-n="2.2">Early</li><li>Late</li></ul><p>End.</p>'
    assert told(page) == "2.1 We ask.\n\n2.2 Early\n- Late\n\nEnd.\n"


def test_a_row_of_a_table_is_a_line_with_the_heads_of_its_columns():
    table = (
        "<table><caption>Cap</caption><thead><tr><th>Service<th>Asked<sup>1, 2</sup><th>Share</thead>"
        "<tr><th>Larkfield<td>9<td><b>75%</b> <span class=counts>9 of 12</span><tr><th>Mill Lane<td>[c]<td>[c]</table>"
    )
    assert told(table) == (
        "Cap\nService: Asked[1, 2]; Share\nLarkfield: Asked: 9; Share: 75% (9 of 12)\nMill Lane: Asked: [c]; Share: [c]\n"
    )
    assert told("<table><tr><th>Question<td>How?<tr><th>Terms<td>none</table>") == "Question: How?\nTerms: none\n"


def test_one_column_of_values_is_named_once_and_a_sentence_gets_no_colon():
    heads = "<thead><tr><th>Decision<th>Where it stands</thead>"
    assert told(f"<table>{heads}<tr><th>Ask first.<td><p>Done</p><p>Open</p><tr><th>Plan<td>Done</table>") == (
        "Decision: Where it stands\nAsk first. Done; Open\nPlan: Done\n"
    )


def test_sentences_in_one_cell_follow_each_other_as_sentences_do():
    assert told("<table><tr><th>Worse<td><p>It fell.<p>It fell again.</table>") == "Worse: It fell. It fell again.\n"


def test_heads_in_several_rows_are_told_from_the_top_down_and_a_row_without_a_head_is_its_values():
    heads = "<thead><tr><th><th colspan=2>Asked</tr><tr><th>Service<th>2025<th>2026</tr></thead>"
    assert told(f"<table>{heads}<tr><th>Larkfield<td>8<td>9</table>") == (
        "Asked\nService: 2025; 2026\nLarkfield: Asked, 2025: 8; Asked, 2026: 9\n"
    )
    assert told("<table><tr><td>a<td>b</table>") == "a; b\n"
    assert told("<table><thead><tr><th>Service<th>Asked</thead></table>") == "Service: Asked\n"


def test_a_large_number_reads_as_a_line():
    headline = (
        "<div class=headline><p class=amount>75%<sup>1</sup></p><p class=what>Asked</p><p class=small>9 of 12</p></div>"
    )
    assert told(f"<div class=headlines>{headline}{headline}</div>") == "Asked: 75%[1] (9 of 12)\n" * 2
    assert told("<div class=headline><p>loose</p><ul><li>item</ul></div>") == "loose; - item\n"


def test_a_chart_is_its_title_and_its_values_and_says_nothing_twice():
    chart = '<figure><figcaption>Most were asked<sup>1</sup></figcaption><img src="" alt="Most were asked. Values: a 75%. Too few: b."></figure>'
    assert told(chart) == "Most were asked[1]\nValues: a 75%. Too few: b.\n"
    assert told(f"{chart}<p class=remark>Too few: b.</p>") == "Most were asked[1]\nValues: a 75%.\n\nToo few: b.\n"


def test_a_note_begins_as_it_is_linked_to():
    notes = '<p id="note-1"><b>1 Asked</b> About 120. Or so.</p><p id="note-2"><b>2 Why?</b> Because.</p><p id="x">3 things</p>'
    assert told(notes) == "[1] Asked: About 120. Or so.\n[2] Why? Because.\n3 things\n"


def test_it_can_be_pasted_no_tab_no_line_of_its_own_making_and_nothing_marked_up(drafted, tmp_path):
    path, _, _ = made(drafted("full"), tmp_path / "x")
    content = path.read_bytes()
    assert (b"\t" in content, b"\r" in content, content.endswith(b"\n"), b"\n\n\n" in content) == (
        False,
        False,
        True,
        False,
    )
    assert not content.startswith(b"\xef\xbb\xbf")
    assert "<" not in content.decode()
    assert told("<p>a\tb<br>c</p>") == "a b c\n"


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        ({}, "words, "),
        ({"words": 9000}, "of the 9,000 words allowed; "),
        ({"words": 150}, "OVER the limit of 150: what"),
    ],
)
def test_the_words_are_set_against_what_the_buyer_reads(drafted, tmp_path, limit, said):
    path, written, _ = made(drafted("full", limit=limit), tmp_path / "x")
    marked = path.read_text(encoding="utf-8")
    text = re.sub(r"DRAFT, TOO LONG.*\n\n?", "", marked)
    assert (text != marked) is ("OVER" in said)
    assert written.counts["words"] == amount_of(text).words
    assert written.says.startswith(f"{len(text.split()):,} words")
    assert said in written.says


def test_an_answer_that_is_too_long_is_marked_on_the_line_where_the_reading_stops(drafted, tmp_path):
    path, written, page = made(drafted("full", limit={"words": 150}), tmp_path / "x")
    before, mark, after = re.split(r"(DRAFT, TOO LONG.*)\n\n?", path.read_text(encoding="utf-8"))
    assert amount_of(before).words <= 150 < amount_of(before + after.partition("\n")[0]).words
    assert f"{written.standing.stop}. " in mark
    lines = pieces_of_text(page.parts)
    assert sum(amount_of(one.text).words for one in lines) == written.counts["words"]
    assert {one.kind for one in lines} == {
        "question",
        "headings",
        "text",
        "tables",
        "captions",
        "charts",
        "case_studies",
        "notes",
    }


def test_the_words_of_each_section_are_told_for_a_portal_with_several_boxes(drafted, tmp_path):
    draft = drafted("full")
    path, written, _ = made(draft, tmp_path / "x")
    by_section = dict(re.findall(r"(\w+) ([\d,]+)", written.says.partition("words by section: ")[2]))
    assert list(by_section) == [section.key for section in draft.sections]
    head = path.read_text(encoding="utf-8").partition("\n1 Our answer")[0]
    assert sum(int(n.replace(",", "")) for n in by_section.values()) == written.counts["words"] - len(head.split())


def test_the_last_look_finds_a_name_planted_in_it(drafted, tmp_path):
    roll = Roll((Known("Grace Okafor", "a member of staff", Place("staff.xlsx", "Staff", "B2", "Name")),))
    path, _, _ = made(drafted("full"), tmp_path / "x")
    refuse_if_named(path, roll, ("Larkfield Care",))
    path.write_text(told("<table><thead><tr><th>Who<th>Grace</thead><tr><th>Okafor<td>9</table>"), encoding="utf-8")
    with pytest.raises(GateRefused):
        refuse_if_named(path, roll)
    assert not path.exists()
