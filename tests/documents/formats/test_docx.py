"""The Word document, read back as a bid writer's program reads it: the same words as the page, in real things."""

import os
import re
import shutil
import subprocess
import sys
import warnings
from base64 import b64encode
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from docx.table import Table
from PIL import Image

from evidencegen.documents.format import Filled
from evidencegen.documents.formats.docx import DOCX, write
from evidencegen.documents.html import render
from evidencegen.documents.page import paragraphs, read
from evidencegen.look import Look, Own
from evidencegen.problem import GateRefused, Place
from evidencegen.release.audit import refuse_if_named
from evidencegen.release.finished import pages
from evidencegen.release.finished_page import Page
from evidencegen.release.names import Known, Roll
from evidencegen.tender import Criterion

DAY = datetime(2026, 9, 30, tzinfo=UTC)
PAGE = '<html lang="en-GB"><head><title>T</title><meta name="author" content="Larkfield Care"></head><body>{}</body></html>'

SVG = b64encode(b'<svg xmlns="http://www.w3.org/2000/svg" width="72pt" height="36pt"/>').decode()
PICTURE = f'<img alt="Grace Okafor asked" src="data:image/svg+xml;base64,{SVG}">'


@pytest.fixture(scope="module")
def full(drafted, tmp_path_factory):
    """The document of the full state, and the page it was made of."""
    return made(drafted("full", audience="internal"), tmp_path_factory.mktemp("full") / "tender.docx")


def made(draft, path):
    page = render(draft)
    written = DOCX.write(Filled(draft, page, b"{}"), path)
    return docx.Document(path), page, written, path


def opened(body):
    return docx.Document(BytesIO(write(read(PAGE.format(body)), dated=DAY)))


def squeezed(text):
    return "".join(text.split())


class Words(HTMLParser):
    """Every word between the tags of a body."""

    def __init__(self, page):
        super().__init__()
        self.text = ""
        self.feed(page.partition("<body")[2].partition(">")[2])
        self.close()

    def handle_data(self, data):
        self.text += data


def told(document):
    """The text of a document's body: paragraphs and cells, in order."""
    for one in document.iter_inner_content():
        if isinstance(one, Table):
            yield from (p.text for row in one.rows for cell in row.cells for p in cell.paragraphs)
        else:
            yield one.text


def test_its_words_are_those_of_the_page_and_in_the_same_order(drafted, state, tmp_path):
    document, page, _, _ = made(drafted(state), tmp_path / "x.docx")
    assert squeezed("".join(told(document))) == squeezed(Words(page).text)


def test_every_number_stands_in_it_with_the_words_around_it(full):
    document, page, _, _ = full
    numbers = re.compile(r"\S+ \S*\d[\d,.]*%? ?\S*")
    ours = [found for text in told(document) for found in numbers.findall(text)]
    assert len(ours) > 300
    whole = squeezed(Words(page).text)
    assert [one for one in ours if squeezed(one) not in whole] == []


def test_headings_are_headings_and_lists_are_lists(full):
    document, page, _, _ = full
    styles = {"Title": "h1", "Heading 1": "h2", "Heading 2": "h3"}
    ours = [(styles[p.style.name], squeezed(p.text)) for p in document.paragraphs if p.style.name in styles]
    theirs = [
        (tag, squeezed(re.sub("<[^>]*>", "", text).replace("&#39;", "'")))
        for tag, text in re.findall(r"<(h\d)>(.*?)</h\d>", page, re.DOTALL)
    ]
    assert ours == theirs
    assert sum(p.style.name == "List Bullet" for p in document.paragraphs) == page.count("<li>")
    assert not [p.text for p in document.paragraphs if not p.text and p.style.name not in ("Picture", "After table")]


def test_tables_are_tables_with_heads_that_repeat_and_rows_that_do_not_split(full):
    document, page, _, _ = full
    headlines = page.count('class="headlines"')
    assert len(document.tables) == page.count("<table") + headlines
    heads = [len(row._tr.findall("{*}trPr/{*}tblHeader")) for table in document.tables for row in table.rows]
    assert sum(heads) == page.count("<thead>")
    assert all(row._tr.find("{*}trPr/{*}cantSplit") is not None for table in document.tables for row in table.rows)
    (services,) = (table for table in document.tables if table.cell(0, 1).text.startswith("Larkfield"))
    assert services._tbl.tblPr.find("{*}tblCaption").values() == ["The same measures, service by service"]
    assert services.cell(1, 1).text.split("\n")[1:] == ["about 90 of 120"]
    assert (services.cell(0, 0).paragraphs[0].style.name, services.cell(0, 1).paragraphs[0].style.name) == (
        "Table heading",
        "Table heading number",
    )
    assert services.cell(1, 1).paragraphs[0].style.name == "Table number"


def test_pictures_carry_their_words_and_stand_under_their_captions(full):
    document, page, _, _ = full
    about = [shape._inline.docPr for shape in document.inline_shapes]
    assert [one.get("descr") for one in about] == [
        re.sub("&#39;", "'", alt) for alt in re.findall(r'alt="([^"]*)"', page)
    ]
    assert [one.name for one in about] == ["Picture 1", "Picture 2", "Picture 3"]
    body = list(document.paragraphs)
    above = [body[at - 1] for at, one in enumerate(body) if one.style.name == "Picture"]
    assert [one.style.name for one in above] == ["Caption"] * 3
    assert document.inline_shapes[0].width.mm == pytest.approx(174, abs=0.1)


def test_a_picture_is_sharp_enough_to_print(full):
    with ZipFile(full[3]) as packed:
        drawn = [Image.open(BytesIO(packed.read(name))) for name in packed.namelist() if name.endswith(".png")]
    assert len(drawn) == 3
    assert all(one.width > 174 / 25.4 * 190 for one in drawn)


def test_the_small_numbers_lead_to_their_notes(full):
    document = full[0]
    marks = {start.get(start.keys()[1]) for start in document.element.iter("{*}bookmarkStart")}
    links = [link for p in document.element.iter("{*}hyperlink") for link in p.values()[:1]]
    assert len(links) > 80
    assert set(links) <= marks
    assert len(marks) == full[1].count('id="note-')


def test_it_is_of_the_provider_and_of_the_day_and_of_nobody_else(full):
    core = full[0].core_properties
    assert (core.title, core.author, core.last_modified_by) == (
        "Making Safeguarding Personal: the evidence, Larkfield Care",
        "Larkfield Care",
        "Larkfield Care",
    )
    assert (core.created, core.modified, core.revision, core.language) == (DAY, DAY, 1, "en-GB")
    assert (core.comments, core.keywords) == ("", "")
    text = b"".join(ZipFile(full[3]).read(name) for name in ZipFile(full[3]).namelist() if not name.endswith("png"))
    assert b"python" not in text.lower()
    assert b"Macintosh" not in text


def test_it_is_a4_with_the_provider_the_title_and_the_page_at_head_and_foot(full):
    section = full[0].sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert (
        section.header.paragraphs[0].text
        == "Larkfield Care\tNot for release\tMaking Safeguarding Personal: the evidence"
    )
    assert section.first_page_header.paragraphs[0].text == "\tNot for release\t"
    for footer in (section.footer, section.first_page_footer):
        fields = [one.values()[0] for one in footer.paragraphs[0]._p.iterfind("{*}fldSimple")]
        assert (footer.paragraphs[0].text, fields) == ("Page  of ", ["PAGE", "NUMPAGES"])


def test_what_leaves_the_house_is_not_marked(drafted, tmp_path):
    document = made(drafted("full"), tmp_path / "x.docx")[0]
    section = document.sections[0]
    assert section.header.paragraphs[0].text == "Larkfield Care\t\tMaking Safeguarding Personal: the evidence"
    assert section.first_page_header.paragraphs[0].text == ""
    assert "Not for release" not in "".join(told(document))


def test_the_notes_stand_in_two_columns_and_the_rest_in_one(full):
    columns = [section._sectPr.find("{*}cols") for section in full[0].sections]
    assert [one.values()[0] for one in columns][-1] == "2"
    assert len(columns) == 2
    assert full[0].sections[1].different_first_page_header_footer is False
    three = opened('<p>a</p><div class="notes"><p>b</p></div><p>c</p>')
    assert [s._sectPr.find("{*}cols").values()[0] for s in three.sections][1:] == ["2", "1"]


def test_words_are_bold_raised_or_muted_as_on_the_page():
    (line,) = opened('<p>In <b>75%</b><sup>5</sup> <span class="reference">CS-01</span> <i>x</i></p>').paragraphs
    assert [(run.text, run.bold, run.italic, run.style.name) for run in line.runs] == [
        ("In ", None, None, "Default Paragraph Font"),
        ("75%", None, None, "Strong"),
        ("5", None, None, "Note reference"),
        (" ", None, None, "Default Paragraph Font"),
        ("CS-01", None, None, "Reference"),
        (" ", None, None, "Default Paragraph Font"),
        ("x", None, True, "Default Paragraph Font"),
    ]


def test_a_claim_is_a_statement_and_under_it_what_shows_it():
    document = opened(
        '<div class="claim"><div class="said"><p class="statement">We ask. <span class="grade">Shown</span></p></div>'
        '<div class="shown"><ul><li>Asked: 75%</li></ul><p>And no more.</p></div></div>'
    )
    assert [(p.style.name, p.text) for p in document.paragraphs] == [
        ("Statement", "We ask. Shown"),
        ("List Bullet", "Asked: 75%"),
        ("Evidence", "And no more."),
    ]
    assert [p.paragraph_format.keep_with_next for p in document.paragraphs] == [True, True, None]


def test_a_small_table_stays_on_one_page_and_a_long_one_may_go_on():
    row = "<tr><th>Plan<td>{}</tr>"
    for words, kept in ((20, True), (400, None)):
        (table,) = opened(f"<table>{row.format('word ' * words) * 3}</table>").tables
        first, _, last = ([c.paragraphs[0].paragraph_format.keep_with_next for c in r.cells] for r in table.rows)
        assert (first, last) == ([kept, kept], [None, None])


def test_a_paragraph_that_leads_to_a_table_or_a_picture_is_not_left_behind():
    document = opened(f"<p>a</p><p>b</p><table><tr><td>x</table><p>c</p>{PICTURE}<p>d</p>")
    told = {p.text: p.paragraph_format.keep_with_next for p in document.paragraphs}
    assert [told[words] for words in "abcd"] == [None, True, True, None]


def test_a_remark_stays_with_the_table_or_the_picture_above_it():
    rows = "<tr><th>Plan<td>x</tr>" * 20
    document = opened(f"<table>{rows}</table><p class=remark>[c] x.</p>{PICTURE}<p class=remark>y</p>{PICTURE}<p>z</p>")
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in document.tables[0].rows]
    assert kept == [None] * 19 + [True]
    pictures = [p.paragraph_format.keep_with_next for p in document.paragraphs if p.style.name == "Picture"]
    assert pictures == [True, None]


def test_a_logo_is_small_and_what_is_to_catch_the_eye_is_bold():
    out = BytesIO()
    Image.new("RGB", (400, 100)).save(out, format="PNG")
    logo = (
        f'<p class=logo><img alt="Larkfield Care" src="data:image/png;base64,{b64encode(out.getvalue()).decode()}"></p>'
    )
    document = opened(
        f"<header>{logo}<p class=provider>Larkfield Care</p></header>"
        "<table><tr class=eye><td>late <span class=gap>no plan</span><tr><td><p class=eye>soon</p></table>"
    )
    (shape,) = document.inline_shapes
    assert (shape.width.mm, shape._inline.docPr.get("descr")) == (pytest.approx(53, abs=0.1), "Larkfield Care")
    late, soon = (row.cells[0].paragraphs[0].runs for row in document.tables[0].rows)
    assert [(run.text, run.bold, run.style.name) for run in late] == [
        ("late ", None, "Strong"),
        ("\nno plan", True, "Aside"),
    ]
    assert soon[0].style.name == "Strong"


def test_two_tables_in_a_row_stay_two():
    table = "<table><tbody><tr><th>a</th><td>b</td></tr></tbody></table>"
    document = opened(table + table + "<p>after</p>")
    assert [type(one).__name__ for one in document.iter_inner_content()] == ["Table", "Paragraph", "Table", "Paragraph"]


def test_a_cell_across_columns_and_a_row_that_is_short():
    (table,) = opened("<table><tr><td colspan=2>a<td>b<tr><td>c</table>").tables
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["a", "a", "b"], ["c", "", ""]]


def test_a_picture_from_elsewhere_is_told_in_words():
    document = opened('<figure><figcaption>Cap</figcaption><img alt="Words for it" src="x.png"></figure>')
    assert [(p.style.name, p.text) for p in document.paragraphs] == [("Caption", "Cap"), ("Remark", "Words for it")]


def test_the_counts_are_told_to_the_screen_and_to_the_manifest(full):
    _, page, written, _ = full
    words = int(re.match(r"([\d,]+) words, \d+ tables, 3 pictures", written.says)[1].replace(",", ""))
    assert written.counts == {"words": words}
    spaced = re.sub("</?(?:b|i|span|sup|a)[^>]*>", "", page.partition("<body")[2].partition(">")[2])
    assert words == len(Words("<body>" + re.sub(r"(?=<)", " ", spaced)).text.split())


def scored(draft):
    criteria = [Criterion(key="c1", text="How people are heard", weighting="60%", answered_by=["process", "training"])]
    asked = draft.question.model_copy(update={"criteria": criteria, "criteria_table": True})
    return replace(draft, question=asked)


def test_word_numbers_the_paragraphs_by_itself_as_the_references_say(drafted, tmp_path):
    document, page, _, _ = made(scored(drafted("full")), tmp_path / "tender.docx")
    lists = {}
    for num in document.part.numbering_part.element.findall(qn("w:num")):
        (of,) = (
            one
            for one in document.part.numbering_part.element.findall(qn("w:abstractNum"))
            if one.get(qn("w:abstractNumId")) == num.find(qn("w:abstractNumId")).get(qn("w:val"))
        )
        lists[num.numId] = of.find(qn("w:lvl")).find(qn("w:lvlText")).get(qn("w:val"))
    met, told = {}, []
    for line in document.paragraphs:
        by = line._p.pPr.numPr if line._p.pPr is not None else None
        if by is not None and by.numId is not None:
            text = lists[by.numId.val]
            met[text] = met.get(text, 0) + 1
            told.append((text.replace("%1", str(met[text])), squeezed(line.text)))
    assert told == [(one.number, squeezed(one.text)) for one in paragraphs(read(page).parts) if one.number]
    assert ("2.2", "Weaskfirst.") in told
    assert not any(line.text.startswith("2.2") for line in document.paragraphs)
    (table,) = (table for table in document.tables if table.rows[0].cells[0].text == "Criterion")
    assert [cell.text for cell in table.rows[1].cells][:2] == ["How people are heard", "60%"]
    bookmarks = {one.get(qn("w:name")) for one in document.element.body.iter(qn("w:bookmarkStart"))}
    leads = {one.get(qn("w:anchor")) for one in table._tbl.iter(qn("w:hyperlink"))}
    assert leads
    assert leads <= bookmarks


@pytest.mark.parametrize("state", ["full", "hidden", "scored"])
def test_the_words_agree_with_those_that_another_program_counts(drafted, tmp_path, state):
    program = shutil.which("soffice")
    if not program:
        warnings.warn("LibreOffice is not here: nobody else has counted the words of the Word document", stacklevel=1)
        pytest.skip("LibreOffice is not here: the words are counted by nobody else")
    one = scored(drafted("full")) if state == "scored" else drafted(state)
    document, _, written, path = made(one, tmp_path / "tender.docx")
    settings = f"-env:UserInstallation={(tmp_path / 'settings').as_uri()}"
    subprocess.run(
        [program, settings, "--headless", "--convert-to", "odt", "--outdir", str(tmp_path), str(path)],
        check=True,
        capture_output=True,
        timeout=300,
    )
    with ZipFile(tmp_path / "tender.odt") as opened:
        about = opened.read("meta.xml").decode()
    theirs = int(re.search(r'meta:word-count="(\d+)"', about)[1])
    assert theirs > 1000
    assert abs(written.counts["words"] - theirs) <= theirs / 100
    # Of the rest, all but dashes, which part words there, is bullets and what stands at head and foot of each page.
    listed = (one for one in document.paragraphs if one.style.name == "List Bullet")
    bullets = sum(one._p.pPr.numPr is None for one in listed)
    with ZipFile(path) as opened:
        beside = [opened.read(name).decode() for name in opened.namelist() if re.search("(header|footer)[0-9]", name)]
    at_the_edge = sum(len(re.sub("<[^>]*>", " ", re.sub("</w:r>", "", one)).split()) for one in beside)
    assert abs(written.counts["words"] + bullets + at_the_edge - theirs) <= 8


def test_an_answer_that_is_too_long_is_marked_where_the_reading_stops(drafted, tmp_path):
    document, _, written, _ = made(drafted("full", limit={"words": 200}), tmp_path / "tender.docx")
    assert "OVER the limit of 200" in written.says
    marks = [one for one in document.paragraphs if one.text.startswith("DRAFT, TOO LONG")]
    assert [f"{written.standing.stop}." in one.text for one in marks] == [True]
    document, _, written, _ = made(drafted("full", limit={"words": 9000}), tmp_path / "short.docx")
    assert not any("DRAFT" in one.text for one in document.paragraphs)
    assert "of the 9,000 words allowed" in written.says


def test_the_same_pack_gives_the_same_bytes_also_elsewhere_in_the_world(full, tmp_path):
    page, path = tmp_path / "page.html", tmp_path / "again.docx"
    page.write_text(full[1], encoding="utf-8")
    code = (
        "import sys; from datetime import UTC, datetime; from pathlib import Path\n"
        "from evidencegen.documents.formats.docx import write; from evidencegen.documents.page import read\n"
        "page = read(Path(sys.argv[1]).read_text(encoding='utf-8'))\n"
        "Path(sys.argv[2]).write_bytes(write(page, dated=datetime(2026, 9, 30, tzinfo=UTC)))\n"
    )
    for zone, seed in (("Pacific/Auckland", "1"), ("America/Los_Angeles", "2")):
        elsewhere = os.environ | {"TZ": zone, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", code, page, path], env=elsewhere, check=True, cwd=tmp_path)
        assert path.read_bytes() == full[3].read_bytes()


def test_the_last_look_reads_all_of_it_and_finds_a_name_wherever_it_was_planted(drafted, tmp_path):
    known = Known("Grace Okafor", "a member of staff", Place("staff.xlsx", "Staff", "B2", "Name"))
    path = made(drafted("full"), tmp_path / "x.docx")[3]
    assert [piece for piece in pages(path) if not isinstance(piece, Page)] == []
    refuse_if_named(path, Roll((known,)), ("Larkfield Care",))
    for planted in ("<p>Then Grace <b>Oka</b>for rang.</p>", "<table><tr><td>Grace Okafor</table>", PICTURE):
        path.write_bytes(write(read(PAGE.format(planted)), dated=DAY))
        with pytest.raises(GateRefused):
            refuse_if_named(path, Roll((known,)))
        assert not path.exists()


def test_a_file_that_fails_half_way_leaves_nothing_behind(drafted, tmp_path, monkeypatch):
    def broken(*_):
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", broken)
    with pytest.raises(OSError, match="disk full"):
        made(drafted("full"), tmp_path / "x.docx")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("limit", "sizes", "line", "margins"),
    [
        # By hand: 21 and 9 points become 21 x 12 / 11 = 22.9, to half a point 23, and 9.8, to half a point 10.
        ({}, {"Normal": 11, "Statement": 10, "List Bullet": 10, "Table text": 9, "Title": 21}, 1.08, (18, 20)),
        (
            {"size": 12},
            {"Normal": 12, "Statement": 12, "List Bullet": 12, "Table text": 10, "Title": 23},
            1.08,
            (18, 20),
        ),
        ({"size": 11, "table_size": 10}, {"Normal": 11, "Evidence": 11, "Table text": 10, "Title": 21}, 1.08, (18, 20)),
        ({"font": "Arial", "line_spacing": 1.5, "margins": 25}, {"Normal": 11, "Statement": 10}, 1.5, (25, 25)),
    ],
)
def test_it_is_set_as_the_buyer_asks(drafted, tmp_path, limit, sizes, line, margins):
    document, _, _, _ = made(drafted("full", limit=limit), tmp_path / "tender.docx")
    start = document.styles.element.find(qn("w:docDefaults"))
    default = int(start.find(f".//{qn('w:sz')}").get(qn("w:val"))) / 2
    held = {name: document.styles[name].font.size for name in sizes if name != "Normal"}
    assert {"Normal": default, **{name: size.pt for name, size in held.items()}} == sizes
    assert int(start.find(f".//{qn('w:spacing')}").get(qn("w:line"))) / 240 == pytest.approx(line, abs=0.01)
    assert start.find(f".//{qn('w:rFonts')}").get(qn("w:ascii")) == "Arial"
    (section, *_) = document.sections
    assert (round(section.left_margin.mm), round(section.top_margin.mm)) == margins
    wide = round(210 - 2 * section.left_margin.mm)
    widths = [sum(cell.width for cell in table.rows[0].cells) for table in document.tables]
    assert {round(width / 36000) for width in widths} == {wide}


def test_where_no_buyer_asks_it_is_set_in_the_size_of_the_provider(drafted, tmp_path):
    one = drafted("full")
    document, _, _, _ = made(replace(one, own=Own(look=Look(font_size=12))), tmp_path / "tender.docx")
    assert document.styles["Statement"].font.size.pt == 11  # 10 x 12 / 11 = 10.9
