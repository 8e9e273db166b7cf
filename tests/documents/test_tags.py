"""What WeasyPrint leaves out of an accessible, archivable file."""

import re
import subprocess
import zlib
from datetime import date

import page
import pydyf
import pytest
import weasyprint
from pypdf import PdfReader

from evidencegen.documents.formats.pdf import Attachment, write
from evidencegen.documents.tags import _end_streams_plainly, ends_plainly
from evidencegen.shipped import shipped

# As a reader takes it that does not go by the length: up to the line end before `endstream`, of either kind.
STREAMS = re.compile(rb"/Length (\d+).{0,200}?>>\nstream\n(.*?)(?:\r\n|\r|\n)endstream", re.DOTALL)

WORDS = [f"word {n}" for n in range(600)]

PAGE = """<html lang="en-GB"><head><title>x</title><link rel="stylesheet" href="print.css"></head><body>
<p class="provider">Larkfield Care</p><h1>A pack</h1>
<table><thead><tr><th scope="col">Service</th><th scope="col">Share</th></tr></thead>
<tbody><tr><th scope="row">Rowan House</th><td>92%</td></tr></tbody></table></body></html>"""


@pytest.fixture(scope="module")
def read_back(tmp_path_factory):
    path = tmp_path_factory.mktemp("tags") / "x.pdf"
    write(PAGE, path, title="x", dated=date(2026, 9, 30), attachments=[Attachment("m.json", b"{}", "m")])
    return PdfReader(path)


def elements(element):
    for reference in element.get("/K", []):
        kid = reference.get_object()
        if isinstance(kid, dict) and "/S" in kid:
            yield kid
            yield from elements(kid)


def test_the_file_says_that_it_is_pdf_ua_and_pdf_a(read_back):
    metadata = read_back.trailer["/Root"]["/Metadata"].get_data()
    assert metadata.count(b"<rdf:RDF") == 1
    for part in (
        b"<pdfuaid:part>1</pdfuaid:part>",
        b'pdfaid:part="3"',
        b'pdfaid:conformance="A"',
        b"PDF/UA identification",
    ):
        assert part in metadata
    assert "/Filter" not in read_back.trailer["/Root"]["/Metadata"]


def test_headings_of_columns_and_rows_are_told_apart(read_back):
    tree = read_back.trailer["/Root"]["/StructTreeRoot"]
    scopes = [element["/A"]["/Scope"] for element in elements(tree) if element["/S"] == "/TH"]
    assert scopes == ["/Column", "/Column", "/Row"]


def test_running_heads_belong_to_the_page_and_not_to_the_text(read_back):
    content = read_back.pages[0].get_contents().get_data()
    assert b"/Artifact\n<</Type /Pagination>>\nBDC" in content


def test_an_attachment_is_named_once(read_back):
    assert len(read_back.trailer["/Root"]["/AF"]) == 1


def test_no_compressed_stream_ends_in_a_line_end(read_back, tmp_path):
    made = [pydyf.Stream([word.encode()], compress=True) for word in WORDS]
    plain = [zlib.compress(word.encode(), 9)[-1] in b"\r\n" for word in WORDS]
    assert 1 <= sum(plain) < len(WORDS)
    pdf = pydyf.PDF()
    for stream in made:
        pdf.add_object(stream)
    _end_streams_plainly(pdf)
    assert [not stream.compress for stream in made] == plain
    assert [stream.stream for stream in made] == [[word.encode()] for word in WORDS]


def test_nor_does_a_stream_that_is_made_on_writing(tmp_path, monkeypatch):
    """Its last byte is the sum of what it holds, so a title can be found that makes it a carriage return."""
    written = []
    monkeypatch.setattr(
        "evidencegen.documents.formats.pdf.ends_plainly", lambda c: written.append(c) or ends_plainly(c)
    )

    def ends(title):
        written.clear()
        carried = [Attachment("m.json", b"{}", "m")]
        write(PAGE, tmp_path / "x.pdf", title=title, dated=date(2026, 9, 30), attachments=carried)
        return [content.rsplit(b"\nendstream", 2)[0][-1] for content in written]

    lacking = (13 - ends("!!!")[0]) % 256
    first, *then = ends("".join(chr(33 + min(93, max(0, lacking - 93 * at))) for at in range(3)))
    assert (first, len(then)) == (13, 1)
    lengths = [(int(said), len(held)) for said, held in STREAMS.findall((tmp_path / "x.pdf").read_bytes())]
    assert len(lengths) > 4
    assert [said for said, real in lengths if said != real] == []
    read = PdfReader(tmp_path / "x.pdf", strict=True)
    assert read.attachments == {"m.json": [b"{}"]}


def test_a_validator_finds_nothing_against_pdf_ua_and_pdf_a(tmp_path):
    path = tmp_path / "x.pdf"
    write(PAGE, path, title="x", dated=date(2026, 9, 30), attachments=[Attachment("m.json", b"{}", "m")])
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A):
        assert [failure.rule_id for failure in page.validate_pdf(path, profile=profile).failures] == []
    subprocess.run(["qpdf", "--check", path], check=True, capture_output=True)


def test_the_validator_is_awake(tmp_path):
    path = tmp_path / "x.pdf"
    weasyprint.HTML(string=PAGE, base_url=f"{shipped('report_templates')}/").write_pdf(path)
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_3A):
        assert page.validate_pdf(path, profile=profile).failures
