"""The figures of finished documents, read back: what manifests carry, and what pages print."""

import json
from base64 import b64encode
from hashlib import sha256

import openpyxl
import pytest

from evidencegen.documents.printed import documents_at, read_back
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
    with pytest.raises(EvidenceError, match=r"a folder without a pack or a manifest"):
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


def test_a_pdf_without_a_manifest_in_it_takes_the_one_beside_it_and_is_refused_once_changed(pdf, tmp_path):
    path = pdf(TABLE, tagged=False)
    written = [{"file": "a.pdf", "sha256": sha256(path.read_bytes()).hexdigest()}]
    (tmp_path / "a.manifest.json").write_text(json.dumps(manifest(written=written)))
    (document,) = documents_at([path])
    assert document.figures == [FIGURE]
    path.write_bytes(path.read_bytes() + b"%")
    with pytest.raises(EvidenceError, match="changed since it was built"):
        documents_at([path])


def test_a_locked_pdf_is_told_as_one(pdf, tmp_path):
    from pypdf import PdfWriter

    locked = PdfWriter(clone_from=pdf(TABLE))
    locked.encrypt("a word of ours")
    locked.write(tmp_path / "locked.pdf")
    with pytest.raises(EvidenceError, match="locked with a password"):
        documents_at([tmp_path / "locked.pdf"])


WORDS = {
    "pack.txt": "Asked in 38% of cases.\n\nabout 45 of\n120 people",
    "pack.html": f"<html><body><p>about 45 of 120</p>{TABLE}</body></html>",
    "pack.xlsx": (("Measure", "Counted"), ("Asked", 45)),
}


def put(folder, *names, profile=EXTERNAL):
    """Files of one pack in a folder, with the manifest beside them that names each with its hash."""
    written = []
    for name in names:
        path = folder / name
        if name.endswith(".xlsx"):
            book = openpyxl.Workbook()
            for row in WORDS[name]:
                book.active.append(row)
            book.save(path)
        else:
            path.write_text(WORDS[name])
        written.append({"file": name, "sha256": sha256(path.read_bytes()).hexdigest()})
    (folder / "pack.manifest.json").write_text(json.dumps(manifest(profile, written=written)))
    return [folder / name for name in names]


@pytest.mark.parametrize("name", WORDS)
def test_a_document_is_read_with_the_manifest_beside_it(tmp_path, name):
    (document,) = documents_at(put(tmp_path, name))
    assert document.figures == [FIGURE]
    assert document.name == name
    assert document.holds_words


def test_plain_text_is_read_paragraph_by_paragraph(tmp_path):
    (document,) = documents_at(put(tmp_path, "pack.txt"))
    assert document.others == (("in the text", "Asked in 38% of cases."), ("in the text", "about 45 of\n120 people"))


def test_a_page_of_html_that_carries_its_manifest_needs_none_beside_it(tmp_path):
    carried = b64encode(json.dumps(manifest()).encode()).decode()
    link = f'<a download="manifest.json" href="data:application/json;base64,{carried}">x</a>'
    (tmp_path / "a.html").write_text(f"<p>3 of 12 asked</p>{link}")
    (tmp_path / "other.html").write_text("<p>x</p>")
    (document,) = documents_at([tmp_path])
    assert (document.figures, "3 of 12" in document.pages[0]) == ([FIGURE], True)


@pytest.mark.parametrize("name", WORDS)
def test_a_document_that_was_changed_since_it_was_built_is_refused(tmp_path, name):
    (path,) = put(tmp_path, name)
    path.write_bytes(path.read_bytes() + b" ")
    with pytest.raises(EvidenceError) as error:
        documents_at([path])
    (problem,) = error.value.problems
    assert (problem.key, problem.place.file) == ("audit.changed", name)
    assert "pack.manifest.json" in problem.found
    with pytest.raises(EvidenceError, match="changed since it was built"):
        documents_at([tmp_path])


def test_every_format_of_a_pack_is_read_and_their_manifest_counts_with_them(tmp_path):
    put(tmp_path, *WORDS)
    documents = documents_at([tmp_path])
    assert [one.name.partition("/")[2] for one in documents] == ["pack.html", "pack.txt", "pack.xlsx"]
    assert len({one.says for one in documents}) == 1


@pytest.mark.parametrize("name", ["pack.html", "pack.xlsx"])
def test_without_a_manifest_a_document_is_read_by_its_tables(tmp_path, name):
    (path,) = put(tmp_path, name)
    (tmp_path / "pack.manifest.json").unlink()
    (document,) = documents_at([path])
    assert (document.manifest, len(document.tables)) == ({}, 1)


def test_a_manifest_of_another_file_is_none_of_this_one(tmp_path):
    put(tmp_path, "pack.html")
    (tmp_path / "pack.txt").write_text("x")
    with pytest.raises(EvidenceError, match="neither a manifest nor a table"):
        documents_at([tmp_path / "pack.txt"])


def test_of_a_folder_what_is_for_people_inside_and_what_is_no_pack_is_passed_over_and_told(tmp_path):
    put(tmp_path, "pack.html")
    (tmp_path / "notes.txt").write_text("x")
    (tmp_path / "inside.json").write_text(json.dumps(manifest(INTERNAL)))
    read = read_back([tmp_path])
    assert [one.name for one in read.documents] == [f"{tmp_path.name}/pack.html"]
    assert read.passed_over == (
        f"{tmp_path.name}/inside.json: passed over, since it is for people inside, and nothing in it is hidden",
        f"{tmp_path.name}/notes.txt: passed over, since no manifest says that it is a pack",
    )


def test_a_folder_with_nothing_but_documents_for_people_inside_is_told_as_one(tmp_path):
    put(tmp_path, "pack.html", profile=INTERNAL)
    with pytest.raises(EvidenceError, match="nothing but documents for people inside"):
        read_back([tmp_path])
    with pytest.raises(EvidenceError, match="a document for people inside"):
        read_back([tmp_path / "pack.html"])
