"""Every pack in every format: the same figures word for word, valid, readable, and the same bytes wherever it is made."""

import json
import os
import re
import subprocess
import sys
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import docx
import openpyxl
import page as validator
import pypdfium2 as pdfium
import pytest
from docx.table import Table as WordTable
from pypdf import PdfReader, PdfWriter

from evidencegen.documents.printed_office import printed_workbook
from tests.conftest import FORMATS

PACKS = ("tender", "inspection", "board")

TOKEN = re.compile(
    r"under 1%|over 99%|\d+% to \d+%|\d+%|about [\d,]+ of [\d,]+|[\d,]+ of [\d,]+|\[[cxzup]\](?! means)",
)
"""What says how much: shares, ranges, counts out of a base, and marks."""
AXIS = {"tender": range(0, 101, 25), "inspection": range(0, 101, 25), "board": range(0, 101, 5)}
"""What the axes of charts say besides, in per cent: they are drawn."""
BROKEN = ("(None", "None%", "[]", "..", "about about", "{{", "Undefined", "of of")


class Words(HTMLParser):
    """What a page of HTML says, with its alternative texts or without, as one text."""

    def __init__(self, *, pictures: bool):
        super().__init__()
        self.text, self.skipped, self.pictures = "", 0, pictures

    def handle_starttag(self, tag, attributes):
        named = dict(attributes)
        self.skipped += tag in ("style", "script", "nav")
        self.text += " " if tag not in ("b", "i", "span", "sup", "a") else ""
        self.text += " (" if tag == "sup" else ""
        self.text += f" {named['alt']} " if tag == "img" and self.pictures else ""

    def handle_endtag(self, tag):
        self.skipped -= tag in ("style", "script", "nav")
        self.text += ") " if tag == "sup" else ""

    def handle_data(self, data):
        self.text += "" if self.skipped else data


def flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def of_html(path: Path, *, pictures: bool = True) -> str:
    words = Words(pictures=pictures)
    words.feed(path.read_text(encoding="utf-8").partition("<main")[2])
    return flat(words.text)


def of_text(path: Path) -> str:
    return flat(re.sub(r"\[(?=[\d, ]+\])", " [", path.read_text(encoding="utf-8")))


def of_word(path: Path) -> str:
    """The body of a Word document in order, each chart by its description."""
    document = docx.Document(path)
    found = []

    def add(paragraph):
        text = "".join(f" ({run.text}) " if run.font.superscript else run.text for run in runs_of(paragraph))
        found.append(text)
        found.extend(element.get("descr", "") for element in paragraph._p.iter() if element.tag.endswith("}docPr"))

    def runs_of(paragraph):
        for inner in paragraph.iter_inner_content():
            yield from inner.runs if hasattr(inner, "runs") else [inner]

    for block in document.iter_inner_content():
        if isinstance(block, WordTable):
            for row in block.rows:
                for cell in row.cells:
                    for paragraph in cell.paragraphs:
                        add(paragraph)
        else:
            add(block)
    return flat(" ".join(found))


def of_pdf(path: Path) -> tuple[str, str]:
    """What the pages show, and what the tags say instead of pictures."""
    with pdfium.PdfDocument(path) as document:
        shown = " ".join(page.get_textpage().get_text_range() for page in document)
    reader, told = PdfReader(path), []
    waiting = [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop().get_object()
        if not hasattr(element, "get"):
            continue
        told.append(str(element.get("/Alt", "")))
        kids = element.get("/K", [])
        waiting += kids if isinstance(kids, list) else [kids]
    shown = re.sub(r"Page \d+ of \d+", "", flat(re.sub(r"[\ufffe\u00ad]", "", shown)))
    return shown, flat(" ".join(told))


def of_workbook(path: Path) -> str:
    book = openpyxl.load_workbook(path)
    return flat(
        " ".join(
            f"{cell} ;"
            for sheet in book
            for row in sheet.iter_rows(values_only=True)
            for cell in row
            if cell is not None
        )
    )


@pytest.fixture(params=PACKS)
def made(request, finished) -> tuple[str, Path]:
    """One pack of the sample in every format, and the folder of its files."""
    return request.param, finished("sample", request.param).folder


def test_word_and_plain_text_say_each_number_as_often_as_the_page_does(made):
    pack, folder = made
    page = Counter(TOKEN.findall(of_html(folder / f"{pack}.html")))
    assert sum(page.values()) > 100
    assert Counter(TOKEN.findall(of_word(folder / f"{pack}.docx"))) == page
    text = Counter(TOKEN.findall(of_text(folder / f"{pack}.txt")))
    without = Counter(TOKEN.findall(of_html(folder / f"{pack}.html", pictures=False)))
    assert without - text == Counter()
    assert set(text) == set(page)


def test_the_pdf_shows_every_number_of_the_page_and_no_other(made):
    pack, folder = made
    page = set(TOKEN.findall(of_html(folder / f"{pack}.html")))
    shown, told = of_pdf(folder / f"{pack}.pdf")
    found = set(TOKEN.findall(shown)) | set(TOKEN.findall(told))
    assert page - found == set()
    ends = {end for token in page for end in token.split(" to ")}
    assert found - page - ends - {f"{n}%" for n in AXIS[pack]} == set()


def test_the_workbook_holds_every_figure_that_the_page_tells_and_only_figures(made):
    pack, folder = made
    page, book = of_html(folder / f"{pack}.html"), of_workbook(folder / f"{pack}.xlsx")
    figures = json.loads((folder / f"{pack}.manifest.json").read_text(encoding="utf-8"))["figures"]
    told = 0
    for figure in figures:
        if figure["counted"] is None or figure["out_of"] is None or figure["per_cent"] is None:
            continue
        counts = f"{'about ' if figure['rounded'] and figure['counted'] else ''}{figure['counted']:,} of {figure['out_of']:,}"
        if f"({counts})" in page:
            told += 1
            assert f"({counts})" in book, figure["key"]
    assert told >= 5


class Rows(HTMLParser):
    """The rows below the heads of a page's tables, each with the class of its table; numbers of notes left out."""

    def __init__(self):
        super().__init__()
        self.rows, self.table, self.cell, self.notes = [], "", None, 0

    def handle_starttag(self, tag, attributes):
        if tag == "table":
            self.table = dict(attributes).get("class", "")
        elif tag == "tr":
            self.rows.append((self.table, []))
        elif tag in ("td", "th"):
            self.cell = ""
        elif tag == "p" and self.cell is not None:
            self.cell += "\n"
        self.notes += tag == "sup"

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self.rows[-1][1].append(self.cell.strip())
            self.cell = None
        if tag == "thead":
            self.rows.pop()
        self.notes -= tag == "sup"

    def handle_data(self, data):
        if self.cell is not None and not self.notes:
            self.cell += re.sub(r"\s+", " ", data)


def numbers_in(words: str) -> list[str]:
    return TOKEN.findall(words) or re.findall(r"^[\d,]+$", words)


def told_together(path: Path):
    """What the tables of a page tell in one breath: the cell that says what it is of, if any, and the numbers."""
    rows = Rows()
    rows.feed(path.read_text(encoding="utf-8").partition("<main")[2])
    for table, (head, *cells) in rows.rows:
        if table == "changed":
            pieces = (piece for cell in cells for piece in re.split(r"\n|; ", cell))
            yield from (("", numbers_in(piece)) for piece in pieces)
        elif table == "aloud":
            yield "", [number for cell in (head, *cells) for number in numbers_in(cell)]
        elif table in ("statements", "gaps"):
            pieces = (piece for cell in (head, *cells) for piece in re.split(r"; |\. |, ", cell))
            yield from (("", numbers_in(piece)) for piece in pieces)
        elif table != "question":
            yield head, [number for cell in cells for number in numbers_in(cell)]


def test_the_numbers_of_each_row_of_the_pages_tables_stand_together_in_the_workbook(made):
    pack, folder = made
    tables = printed_workbook(folder / f"{pack}.xlsx").tables
    sheets = [row for table in tables if table.where != 'on the sheet "Notes"' for row in table.rows]
    told = 0
    for head, numbers in told_together(folder / f"{pack}.html"):
        rows = [" ; ".join(row).casefold() for row in sheets if any(head.casefold() in cell.casefold() for cell in row)]
        ends = [end for number in numbers for end in number.split(" to ")]
        plain = [end.replace(",", "") if end.replace(",", "").isdigit() else end for end in ends]
        told += len(plain)
        if head:
            assert [n for n in plain if not any(n in row for row in rows)] == [], head
        else:
            assert any(all(n in row for n in plain) for row in rows), plain
    assert told > 100


def test_the_same_bytes_come_from_elsewhere_in_the_world(made, sample_project, tmp_path):
    pack, folder = made
    settings = os.environ | {"TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "5"}
    command = [
        sys.executable,
        "-m",
        "evidencegen",
        "build",
        str(sample_project),
        "--pack",
        pack,
        "--format",
        ",".join(FORMATS),
    ]
    subprocess.run(
        [*command, "--out", str(tmp_path / "again")], check=True, capture_output=True, env=settings, cwd=tmp_path
    )
    again = sorted((tmp_path / "again").iterdir())
    assert [path.name for path in again] == sorted(path.name for path in folder.iterdir())
    for path in again:
        assert path.read_bytes() == (folder / path.name).read_bytes(), path.name


def faults_of(path: Path) -> list[str]:
    """What a validator, or a careful reader, finds against a PDF."""
    found = []
    for profile in (validator.ValidationProfile.PDF_UA_1, validator.ValidationProfile.PDF_A_3A):
        found += [failure.rule_id for failure in validator.validate_pdf(path, profile=profile).failures]
    if subprocess.run(["qpdf", "--check", path], check=False, capture_output=True).returncode:
        found.append("qpdf")
    with pdfium.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    text = flat(" ".join(pages))
    found += [f"{broken!r} after {text[: text.index(broken)][-40:]!r}" for broken in BROKEN if broken in text]
    for mark in ("[c]", "[x]", "[z]", "[u]", "[p]"):
        first = next((n for n, page in enumerate(pages) if mark in page), None)
        told = (f"{mark} means", f"shown as {mark}")
        meant = next((n for n, page in enumerate(pages) if any(words in flat(page) for words in told)), None)
        if first is not None and (meant is None or meant > first + 1):
            found.append(f"{mark} stands on page {first + 1} and is explained on {meant}")
    return found


@pytest.mark.parametrize("provider", ["sample", "tiny", "large"])
@pytest.mark.parametrize("pack", PACKS)
def test_nothing_is_found_against_the_packs_of_three_providers(provider, pack, finished):
    built = finished(provider, pack)
    assert faults_of(built.folder / f"{pack}.pdf") == []
    assert [words for step, words in built.said if step == "lint" and words.startswith("nothing to strike out")]


@pytest.mark.parametrize("provider", ["sample", "tiny", "large"])
def test_the_months_of_a_board_begin_on_the_page_of_their_first_chart(provider, finished):
    with pdfium.PdfDocument(finished(provider, "board").folder / "board.pdf") as document:
        pages = [flat(page.get_textpage().get_text_range()) for page in document]
    begins = next(at for at, text in enumerate(pages) if "2 Month by month" in text)
    assert "each month" in pages[begins].partition("2 Month by month")[2]


def test_the_look_for_faults_is_awake(finished, tmp_path):
    writer = PdfWriter(clone_from=finished("tiny", "tender").folder / "tender.pdf")
    del writer.root_object["/StructTreeRoot"]
    writer.write(tmp_path / "spoilt.pdf")
    assert faults_of(tmp_path / "spoilt.pdf") != []
