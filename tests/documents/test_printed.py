"""The figures of finished documents, read back: what manifests carry, and what pages print."""

import json
from base64 import b64encode

import pytest

from evidencegen.documents.printed import documents_at
from evidencegen.documents.strays import strays
from evidencegen.problem import EvidenceError
from evidencegen.release.profile import EXTERNAL, INTERNAL

FIGURE = {
    "key": "msp.asked", "title": "Asked", "group": None, "column": None, "code": None, "parts": None,
    "about": "people", "period": "2026-01-01/2026-09-30", "as_at": "2026-09-30", "counted": 45, "out_of": 120,
    "per_cent": 38, "mark": None,
}  # fmt: skip


def manifest(profile=EXTERNAL, **changed):
    made = {"as_at": "2026-09-30", "profile": profile.as_dict()}
    return {"format": "evidencegen-manifest/1", "made": made, "figures": [FIGURE]} | changed


def test_manifests_of_a_folder_are_read_each_once_and_other_files_left(tmp_path):
    (tmp_path / "a.json").write_text(json.dumps(manifest()))
    (tmp_path / "same.json").write_text(json.dumps(manifest()))
    (tmp_path / "other.json").write_text(json.dumps([1]))
    (tmp_path / "notes.txt").write_text("x")
    (document,) = documents_at([tmp_path])
    assert document.name == f"{tmp_path.name}/a.json"
    assert [one.figure["key"] for one in document.printed()] == ["msp.asked"]


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("a.json", "{", "no manifest in it"),
        ("a.json", json.dumps(manifest(figures=[{}])), "no manifest in it"),
        ("a.json", json.dumps(manifest(made={"as_at": "x", "profile": {"for_release": True}})), "no manifest in it"),
        ("a.json", json.dumps(manifest(INTERNAL)), "for people inside"),
        ("a.pdf", "not a PDF", "a file that is no whole PDF"),
    ],
)
def test_what_cannot_be_audited_is_refused_by_name(tmp_path, name, content, found):
    (tmp_path / name).write_text(content)
    with pytest.raises(EvidenceError) as error:
        documents_at([tmp_path / name])
    (problem,) = error.value.problems
    assert (problem.key, problem.place.file) == ("audit.unreadable", name)
    assert found in problem.found


def test_a_missing_file_and_an_empty_folder_are_told(tmp_path):
    with pytest.raises(EvidenceError, match="No such file"):
        documents_at([tmp_path / "gone.json"])
    with pytest.raises(EvidenceError, match=r"a folder without a PDF or a manifest"):
        documents_at([tmp_path])


@pytest.fixture
def pdf(tmp_path):
    """A PDF that another program made: `pdf(html)`, with its tables marked as tables if `tagged`."""
    from weasyprint import HTML

    def write(html, *, tagged=True):
        HTML(string=html).write_pdf(tmp_path / "a.pdf", pdf_tags=tagged, pdf_variant="pdf/ua-1" if tagged else None)
        return tmp_path / "a.pdf"

    return write


TABLE = "<table><tr><th>Service</th><th>Concerns</th></tr><tr><td>North</td><td>[c]</td></tr></table>"


def test_a_pdf_of_another_program_is_read_by_its_tables(pdf):
    (document,) = documents_at([pdf(f'<html lang="en"><title>Year</title><img alt="3 of 12" src="">{TABLE}</html>')])
    assert (document.manifest, document.figures) == ({}, [])
    assert [table.rows for table in document.tables] == [(("Service", "Concerns"), ("North", "[c]"))]
    assert "North" in document.pages[0]
    assert ("in the document's properties", "Year") in [(w, t) for w, text in document.others for t in text.split("\n")]


def test_a_pdf_without_a_manifest_and_without_marked_tables_is_refused(pdf):
    with pytest.raises(EvidenceError, match="neither a manifest nor a table marked as one"):
        documents_at([pdf(TABLE, tagged=False)])


def test_a_locked_pdf_is_told_as_one(pdf, tmp_path):
    from pypdf import PdfWriter

    locked = PdfWriter(clone_from=pdf(TABLE))
    locked.encrypt("a word of ours")
    locked.write(tmp_path / "locked.pdf")
    with pytest.raises(EvidenceError, match="locked with a password"):
        documents_at([tmp_path / "locked.pdf"])


def page(manifest, words=""):
    carried = b64encode(json.dumps(manifest).encode()).decode()
    return f'<html><body><main>{words}</main><a download="manifest.json" href="data:application/json;base64,{carried}">x</a></body></html>'


def test_a_page_of_html_is_read_by_its_manifest_and_its_words_and_other_pages_of_a_folder_are_left(tmp_path):
    (tmp_path / "a.html").write_text(page(manifest(), f"<p>3 of 12 asked</p>{TABLE}"))
    (tmp_path / "other.html").write_text("<p>x</p>")
    (document,) = documents_at([tmp_path])
    assert document.figures == [FIGURE]
    assert "3 of 12" in document.pages[0]
    assert [table.rows for table in document.tables] == [(("Service", "Concerns"), ("North", "[c]"))]
    assert [stray.words for stray in strays(document)] == ["3 of 12"]
    with pytest.raises(EvidenceError, match="no manifest in it"):
        documents_at([tmp_path / "other.html"])
