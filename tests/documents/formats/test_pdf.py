"""The PDF is tagged, bookmarked, self-contained and the same every time."""

import re
import subprocess
import sys
from base64 import b64encode
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import BooleanObject

from evidencegen.documents.format import Filled
from evidencegen.documents.formats import pdf
from evidencegen.documents.formats.pdf import PDF, Attachment, write
from evidencegen.documents.html import render
from evidencegen.look import Look, Own
from evidencegen.problem import EvidenceError
from evidencegen.release.finished_pdf import page_texts

DAY = date(2026, 9, 30)
MANIFEST = Attachment("manifest.json", b'{"figures": []}', "What went in")
PAGE = '<html lang="en-GB"><head><title>x</title><link rel="stylesheet" href="print.css"></head><body>{}</body></html>'


@pytest.fixture(scope="module")
def written_pack(drafted, tmp_path_factory):
    made = drafted("full")
    path = tmp_path_factory.mktemp("pack") / "tender.pdf"
    pages = write(render(made), path, title=made.title, dated=made.dated, attachments=[MANIFEST])
    return made, path, pages


def test_the_pack_reads_back_tagged_titled_and_bookmarked(written_pack):
    made, path, pages = written_pack
    reader = PdfReader(path)
    root = reader.trailer["/Root"]
    assert len(reader.pages) == pages
    assert reader.metadata.title == made.title
    assert root["/Lang"] == "en-GB"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]["/K"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    marks = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    assert marks == [f"{s.number} {s.title}" for s in made.sections[:-1]] + [made.sections[-1].title]
    text = "\n".join(page.extract_text() for page in reader.pages)
    assert "75% of concluded" in text
    assert f"Page {pages} of {pages}" in text


def test_the_text_is_set_in_our_own_fonts_alone(written_pack):
    _, path, _ = written_pack
    fonts = {
        font.get_object()["/BaseFont"].partition("+")[2]
        for page in PdfReader(path).pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert fonts
    assert all(name.startswith(("Evidence-Sans", "Liberation-Sans", "LiberationSans")) for name in fonts)


def test_the_manifest_travels_inside_with_its_relation_and_date(written_pack):
    _, path, _ = written_pack
    reader = PdfReader(path)
    assert reader.attachments["manifest.json"] == [MANIFEST.content]
    (carried,) = reader.trailer["/Root"]["/AF"]
    assert carried["/AFRelationship"] == "/Data"
    assert carried["/EF"]["/F"]["/Params"]["/ModDate"] == "D:20260930000000Z"


def test_the_same_pack_gives_the_same_bytes(written_pack, tmp_path):
    made, path, _ = written_pack
    again = tmp_path / "again.pdf"
    write(render(made), again, title=made.title, dated=made.dated, attachments=[MANIFEST])
    assert again.read_bytes() == path.read_bytes()


def test_another_process_in_another_place_gives_the_same_bytes(tmp_path):
    html = PAGE.format("<h1>A pack</h1><p>About 90 of 120</p>")
    program = (
        "import sys; from datetime import date; from pathlib import Path; from evidencegen.documents.formats.pdf import write; "
        "write(sys.argv[1], Path(sys.argv[2]), title='A pack', dated=date(2026, 9, 30))"
    )
    for name, zone, seed in (("a", "UTC", "1"), ("b", "Pacific/Auckland", "2")):
        settings = {"TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": "C", "PATH": "", "HOME": str(tmp_path)}
        subprocess.run([sys.executable, "-c", program, html, str(tmp_path / name)], check=True, env=settings)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


@pytest.mark.parametrize("address", ["https://example.org/logo.png", "file:///etc/hostname", "../pyproject.toml"])
def test_nothing_is_fetched_that_is_not_ours(tmp_path, address):
    with pytest.raises(ValueError, match="not its own"):
        write(PAGE.format(f'<p><img src="{address}" alt="x"></p>'), tmp_path / "x.pdf", title="x", dated=DAY)
    assert list(tmp_path.iterdir()) == []


def test_a_character_the_font_cannot_draw_is_named(tmp_path):
    with pytest.raises(EvidenceError, match=r'U\+1F642, after "we were so pleased"'):
        write(PAGE.format("<p>we were so pleased \U0001f642</p>"), tmp_path / "x.pdf", title="x", dated=DAY)


def test_no_pango_ends_in_words_that_name_the_packages(tmp_path, monkeypatch):
    (tmp_path / "weasyprint.py").write_text("raise OSError('cannot load library libpango-1.0-0')")
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(EvidenceError, match=re.escape("libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0")):
        write(PAGE.format(""), tmp_path / "x.pdf", title="x", dated=DAY)


def test_a_file_that_fails_half_way_leaves_nothing_behind(tmp_path, monkeypatch):
    def broken(*_, **__):
        raise OSError("disk full")

    monkeypatch.setattr(pdf, "finish", broken)
    with pytest.raises(OSError, match="disk full"):
        write(PAGE.format("<p>x</p>"), tmp_path / "x.pdf", title="x", dated=DAY)
    assert list(tmp_path.iterdir()) == []


def test_every_page_of_a_pack_for_inside_is_marked(drafted, tmp_path):
    made = drafted("counts without a share", audience="internal")
    write(render(made), tmp_path / "x.pdf", title=made.title, dated=made.dated)
    assert all("Not for release" in page.extract_text() for page in PdfReader(tmp_path / "x.pdf").pages)


@pytest.mark.parametrize("state", ["full", "hidden", "missing"])
def test_nothing_is_logged_on_the_way(drafted, tmp_path, caplog, state):
    made = drafted(state)
    write(render(made), tmp_path / "x.pdf", title=made.title, dated=made.dated)
    assert [record.getMessage() for record in caplog.records] == []


def test_a_logo_of_pixels_is_drawn_as_pdf_a_asks(drafted, tmp_path):
    """ISO 19005-3, 6.2.8: Interpolate is false where it is given."""
    out = BytesIO()
    Image.new("RGBA", (60, 20), (107, 63, 160, 128)).save(out, "PNG")
    logo = f"data:image/png;base64,{b64encode(out.getvalue()).decode()}"
    made = replace(drafted("full"), own=Own(look=Look(colour="#6b3fa0", font_size=12), logo=logo))
    write(render(made), tmp_path / "a.pdf", title=made.title, dated=made.dated)
    page = PdfReader(tmp_path / "a.pdf").pages[0]
    images = [one.get_object() for one in page["/Resources"]["/XObject"].values()]
    pixels = [one for one in images if one.get("/Subtype") == "/Image"]
    assert pixels
    assert [one for one in pixels if one.get("/Interpolate", BooleanObject(False)).value] == []
    assert "Larkfield Care" in page.extract_text()


@pytest.mark.parametrize(
    ("limit", "sentences", "claims", "tables"),
    [
        ({}, 11, 10, 9),
        ({"font": "Arial", "size": 12}, 12, 12, 9 * 12 / 11),
        ({"size": 11, "table_size": 10}, 11, 11, 10),
    ],
)
def test_sentences_and_tables_are_set_in_the_sizes_that_the_buyer_asks_for(
    drafted, tmp_path, limit, sentences, claims, tables
):
    path = tmp_path / "tender.pdf"
    write(render(drafted("full", limit=limit)), path, title="x", dated=DAY)
    sizes = {}

    def seen(text, _, within, __, size):
        for words in ("Safeguarding is done", "We ask first.", "Care worker"):
            if words in text:
                # in CSS pixels, of which four are three points
                sizes.setdefault(words, size * abs(within[3]) * 0.75)

    for page in PdfReader(path).pages:
        page.extract_text(visitor_text=seen)
    assert list(sizes) == ["Safeguarding is done", "We ask first.", "Care worker"]
    assert list(sizes.values()) == pytest.approx([sentences, claims, tables], abs=0.02)


def test_lines_and_margins_are_as_far_as_the_buyer_asks_for(drafted, tmp_path):
    path = tmp_path / "tender.pdf"
    limit = {"size": 12, "line_spacing": 1.5, "margins": 25}
    write(render(drafted("full", limit=limit)), path, title="x", dated=DAY)
    lines = []

    def seen(text, _, within, __, size):
        if "Safeguarding is done" in text or "for an advocate where one" in text:
            lines.append((within[4] * 0.75, within[5] * 0.75))

    PdfReader(path).pages[0].extract_text(visitor_text=seen)
    (left, first), (_, second) = lines[:2]
    # Arial's single spacing is 1.149 of its size: 1.5 x 1.149 x 12 = 20.7 points. 25 millimetres are 70.9 points.
    assert abs(first - second) == pytest.approx(20.68, abs=0.05)
    assert left == pytest.approx(70.87, abs=0.1)


@pytest.mark.parametrize(
    ("limit", "page", "mark"),
    [
        ({"pages": 2, "fit": False}, 2, "DRAFT, TOO LONG. The assessor stops reading at the end of this page."),
        ({"words": 60, "fit": False}, 1, "DRAFT, TOO LONG. In what follows the assessor stops reading after"),
    ],
)
def test_a_draft_that_is_too_long_is_marked_in_its_preview_alone_where_the_reading_stops(
    drafted, tmp_path, limit, page, mark
):
    one = drafted("full", limit=limit)
    told = {}
    for previewed in (True, False):
        path = tmp_path / f"{previewed}.pdf"
        written = PDF.write(Filled(one, render(one), b"{}", previewed=previewed), path)
        pages = [" ".join(text.split()) for text in page_texts(path)]
        told[previewed] = (written.says, str(written.standing.stop))
        assert [at for at, text in enumerate(pages, 1) if mark in text] == [page] * previewed
    assert told[True] == told[False]


def test_pages_that_were_counted_and_are_not_too_many_are_written_without_being_laid_out_again(tmp_path, monkeypatch):
    html = "<!DOCTYPE html><html lang=en-GB><head><title>T</title></head><body><p>One</p></body></html>"
    monkeypatch.setattr(pdf, "_KEPT", {})  # what another test counted and never wrote
    write(html, tmp_path / "a.pdf", title="x", dated=DAY)
    assert pdf.pages_of(html, kept_within=1) == 1
    assert pdf.pages_of(html.replace("One", "Two"), kept_within=1) == 1
    laid = []
    monkeypatch.setattr(pdf, "laid_out", lambda html, whole=pdf.laid_out: laid.append(html) or whole(html))
    assert write(html, tmp_path / "b.pdf", title="x", dated=DAY) == 1
    assert laid == []
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()
    assert pdf.pages_of(html, kept_within=0) == 1
    write(html, tmp_path / "c.pdf", title="x", dated=DAY)
    assert len(laid) == 2
