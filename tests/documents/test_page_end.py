"""The last page that is read ends in the HTML where it does in the PDF."""

import re
from html import unescape

import pytest
from pypdf import PdfReader

from evidencegen.documents.format import Filled
from evidencegen.documents.formats.html import HTML
from evidencegen.documents.formats.pdf import write
from evidencegen.documents.html import render
from evidencegen.documents.laying_out import laid_out, swept
from evidencegen.documents.page import read
from evidencegen.documents.page_end import lines_of, stop_by_pages
from evidencegen.documents.pieces import pieces

PAGE = (
    "<!DOCTYPE html><html lang=en-GB><head><title>T</title><style>{}</style></head><body><main>{}</main></body></html>"
)
SMALL = "@page { size: 100mm 40mm; margin: 5mm } body { font: 10pt/12pt serif; margin: 0 } thead { display: table-header-group }"


def plain(html):
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())


@pytest.mark.parametrize("pages", [1, 2, 3, 4])
def test_the_mark_stands_before_the_block_with_which_the_first_page_begins_that_is_not_read(drafted, tmp_path, pages):
    one = drafted("full", limit={"pages": pages, "fit": False})
    write(render(one), tmp_path / "a.pdf", title="x", dated=one.dated)
    lines = [line.strip() for line in PdfReader(tmp_path / "a.pdf").pages[pages].extract_text().splitlines()]
    beside = re.compile(r"Page \d+ of \d+|Larkfield Care|Making Safeguarding Personal: the evidence|Not for release")
    first = next(line for line in lines if line and not beside.fullmatch(line))
    written = HTML.write(Filled(one, render(one), b"{}", previewed=True), tmp_path / "a.html")
    html = (tmp_path / "a.html").read_text(encoding="utf-8")
    _, mark, after = html.partition('<p class="stop"')
    words, _, rest = after.partition("</p>")
    assert mark
    assert f"at the end of page {pages}. Take this line out" in words
    begin = "".join(first.split())[:20]
    assert begin in "".join(plain(rest).split())[:600]
    assert written.standing.stop.page == pages


def test_within_its_pages_or_in_no_preview_nothing_is_marked(drafted, tmp_path):
    for limit, previewed in (({"pages": 90}, True), ({"pages": 1, "fit": False}, False), ({}, True)):
        one = drafted("full", limit=limit)
        HTML.write(Filled(one, render(one), b"{}", previewed=previewed), tmp_path / "a.html")
        assert 'class="stop"' not in (tmp_path / "a.html").read_text(encoding="utf-8")


def test_where_words_run_out_before_the_pages_do_the_mark_stands_there(drafted, tmp_path):
    one = drafted("full", limit={"pages": 2, "words": 100, "fit": False})
    written = HTML.write(Filled(one, render(one), b"{}", previewed=True), tmp_path / "a.html")
    assert written.standing.stop.page == 0
    assert (tmp_path / "a.html").read_text(encoding="utf-8").count('class="stop"') == 1


@pytest.mark.parametrize(
    ("body", "pages", "begins"),
    [
        # Seven lines of 12 points go on a page of 30 millimetres.
        ("".join(f"<p style='margin:0'>Line {n}</p>" for n in range(1, 16)), 1, "Line 8"),
        ("".join(f"<p style='margin:0'>Line {n}</p>" for n in range(1, 16)), 2, "Line 15"),
        (f"<p style='margin:0'>Same</p>{'<p style=margin:0>Same</p>' * 7}<p>End</p>", 1, "Same"),
        (f"<p style='margin:0; orphans: 1; widows: 1'>{'word ' * 130}</p><p>End</p>", 1, f"{'word ' * 130}".strip()),
        (
            "<table style='border-spacing:0'><thead><tr><th style='padding:0'>Head</th></tr></thead>"
            + "".join(f"<tr><td style='padding:0'>Row {n}</td></tr>" for n in range(1, 12))
            + "</table>",
            1,
            "Row 7",
        ),
    ],
)
def test_a_page_begins_with_what_is_new_on_it_or_goes_on(drafted, body, pages, begins):
    one = drafted("full", limit={"pages": pages})
    html = PAGE.format(SMALL, body)
    told = list(pieces(read(html).parts))
    stop = stop_by_pages(html, one, told)
    assert told[stop.piece].text == begins
    if begins == "Same":
        assert stop.piece == 7


def test_the_lines_of_a_page_are_those_of_its_text():
    with swept():
        first, *_ = laid_out(PAGE.format(SMALL, "<p>One <b>two</b></p><ul><li>three</li></ul>")).pages
        assert [line.text for line in lines_of(first)] == ["One two", "three"]
