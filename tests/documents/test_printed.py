"""The figures of finished documents, read back: what manifests carry, and what pages print."""

import json

import pytest

from evidencegen.documents.printed import Document, documents_at, strays
from evidencegen.documents.tagged_tables import TaggedTable
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
        ("a.pdf", "not a PDF", "no manifest in it"),
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
    with pytest.raises(EvidenceError, match=r"a folder without a PDF or a manifest\.json"):
        documents_at([tmp_path])


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ("about 45 of 120 people", []),
        ("about 45 of\n120 people. Page 3 of 8", []),
        ("3 of 12 people", ["3 of 12"]),
        ("43 of 118 people", ["43 of 118"]),
        ("40 of 60 people", []),
        ("version 1.3 of 2026", []),
    ],
)
def test_a_count_that_no_figure_carries_is_found_where_it_is_small_or_not_rounded(page, found):
    assert [stray.words for stray in strays(Document("a.pdf", manifest(), (page,)))] == found


# 45 and 120 are carried by the figure; 3 is small and 118 is not rounded.
def test_a_count_alone_in_a_cell_is_found_too():
    rows = (("North", "about 45"), ("South", "3"), ("West", "[c]"), ("East", "118"))
    document = Document("a.pdf", manifest(), ("",), (TaggedTable(2, rows),))
    assert [(stray.page, stray.words) for stray in strays(document)] == [(2, "3"), (2, "118")]


@pytest.mark.parametrize(
    ("changed", "found"),
    [
        ({"counted": 43}, ["msp.asked: 43 of 120"]),
        ({"counted": 3}, ["msp.asked: 3 of 120"]),
        ({"counted": None, "mark": "[c]", "out_of": None}, ["msp.asked: 38"]),
        ({"counted": 3, "about": "records"}, []),
        ({}, []),
    ],
)
def test_a_manifest_that_breaks_its_own_rule_is_found(changed, found):
    told = manifest(figures=[FIGURE | changed])
    assert [stray.words for stray in strays(Document("a.json", told))] == found


def test_what_the_buyer_wrote_is_no_count_of_ours():
    head = TaggedTable(1, (("Question", "Lot 2 of 3: say how you safeguard."),))
    document = Document("a.pdf", manifest(), ("Lot 2 of 3: say how. In 4 of 9 cases.",), (head,))
    assert [stray.words for stray in strays(document)] == ["4 of 9"]
