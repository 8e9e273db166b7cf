"""Finished documents attacked as an outsider would, and what came of it."""

import json
from hashlib import sha256

import openpyxl
import pytest

from evidencegen import audited
from evidencegen.audited import audit, lines, refuse_if_undone
from evidencegen.problem import GateRefused
from evidencegen.release.profile import EXACT


def figure(key, counted, out_of, mark=None):
    return {
        "key": key, "title": key, "group": None, "column": None, "code": None, "parts": None, "about": "people",
        "period": "2025-10-01/2026-09-30", "as_at": "2026-09-30", "counted": counted, "out_of": out_of,
        "per_cent": None, "mark": mark,
    }  # fmt: skip


@pytest.fixture
def file(tmp_path):
    """A manifest with fully and partly achieved, and the two together unless `leak` is False."""

    def write(leak=True):
        figures = [figure("msp.fully_achieved", 30, 60), figure("msp.partly_achieved", None, 60, "[c]")]
        figures += [figure("msp.fully_or_partly_achieved", 33, 60)] if leak else []
        made = {"as_at": "2026-09-30", "profile": EXACT.as_dict()}
        path = tmp_path / "pack.json"
        path.write_text(json.dumps({"format": "evidencegen-manifest/1", "made": made, "figures": figures}))
        return path

    return write


def test_a_leak_is_told_first_with_the_number_it_gives(file):
    found = audit([file()])
    assert not found.holds
    told = list(lines(found))
    assert told[1] == "Hidden: 1. Too narrow: 1. Numbers that no figure carries: 0."
    assert told[3].endswith("[msp.partly_achieved]: exactly 3")
    assert found.as_dict()["hidden"][0]["narrow"] is True


def test_a_document_that_holds_says_what_is_left(file):
    found = audit([file(leak=False)])
    assert found.holds
    assert any("between 0 and 30" in line for line in lines(found))


def test_a_file_with_a_leak_is_refused_and_the_way_out_named(file):
    with pytest.raises(GateRefused) as error:
        refuse_if_undone([file()])
    assert error.value.exit_code == 3
    (problem,) = error.value.problems
    assert (problem.key, problem.place.file) == ("audit.narrow", "pack.json")
    assert "evidencegen advise" in problem.mend
    assert refuse_if_undone([file(leak=False)]).holds


# 30 fully here; 33 fully or partly were told in a pack that its reader holds already.
def test_a_file_is_refused_for_what_it_tells_beside_an_earlier_one(file, tmp_path):
    path = file(leak=False)
    other = json.loads(path.read_text())
    other["figures"] = [figure("msp.fully_or_partly_achieved", 33, 60)]
    (tmp_path / "earlier.json").write_text(json.dumps(other))
    with pytest.raises(GateRefused) as error:
        refuse_if_undone([path], [tmp_path / "earlier.json"])
    assert [problem.place.file for problem in error.value.problems] == ["pack.json"]
    other["figures"] = [figure("msp.not_achieved", 20, 60)]
    (tmp_path / "earlier.json").write_text(json.dumps(other))
    assert refuse_if_undone([path], [tmp_path / "earlier.json"]).holds


def test_what_an_earlier_pack_gave_away_by_itself_keeps_no_later_one_in(file, tmp_path):
    leaking = file()
    leaking.rename(tmp_path / "earlier.json")
    later = json.loads((tmp_path / "earlier.json").read_text())
    later["figures"] = [figure("msp.asked", 50, 60)]
    (tmp_path / "later.json").write_text(json.dumps(later))
    assert refuse_if_undone([tmp_path / "later.json"], [tmp_path / "earlier.json"]).holds
    assert refuse_if_undone([tmp_path / "later.json"], [tmp_path / "later.json"]).holds


def test_a_leak_in_one_document_shows_though_another_contradicts_it(file, tmp_path):
    leaking = file()
    other = json.loads(leaking.read_text())
    other["figures"] = [figure("msp.fully_or_partly_achieved", 50, 60), figure("msp.fully_achieved", 60, 60)]
    (tmp_path / "other.json").write_text(json.dumps(other))
    assert [one.low for one in audit([leaking, tmp_path / "other.json"]).narrow] == [3]


# 30 fully and 33 fully or partly; another figure says 90 of the same 60.
def test_figures_that_contradict_each_other_are_told_and_refused(file):
    path = file()
    content = json.loads(path.read_text())
    content["figures"].append(figure("msp.not_achieved", 90, 60))
    path.write_text(json.dumps(content))
    found = audit([path])
    assert (found.holds, found.narrow, len(found.contradicted)) == (False, (), 1)
    with pytest.raises(GateRefused, match="contradict each other"):
        refuse_if_undone([path])


# A part hidden in two periods of one document: what is told of the first is not lost behind the second.
def test_every_period_is_told_of(file):
    path = file()
    content = json.loads(path.read_text())
    other = figure("msp.partly_achieved", None, 60, "[c]") | {"period": "2024-10-01/2025-09-30"}
    content["figures"].append(other)
    path.write_text(json.dumps(content))
    assert [one.narrow for one in audit([path]).left] == [True, False]


# A table of another program, in which the total gives the starred cell away: 123 - 62 - 58 = 3.
def test_a_pdf_of_another_program_is_attacked_by_its_tables(tmp_path):
    from weasyprint import HTML

    cells = (("Service", "Concerns"), ("North", "62"), ("South", "58"), ("West", "*"), ("Total", "123"))
    rows = "".join(f"<tr><td>{a}</td><td>{b}</td></tr>" for a, b in cells)
    path = tmp_path / "other.pdf"
    HTML(string=f'<html lang="en"><title>T</title><table>{rows}</table></html>').write_pdf(path, pdf_variant="pdf/ua-1")
    found = audit([path])
    told = list(lines(found))
    assert told[0] == "other.pdf: no manifest, 1 tables, 1 pages"
    assert [(one.called, one.low, one.narrow) for one in found.left] == [
        ("West, Concerns, in a table on page 1", 3, True)
    ]


@pytest.fixture
def pack(file, tmp_path):
    """A pack without a leak as text and as a workbook: `pack(text, cells)`, with its manifest beside it."""

    def write(text="30 of 60 achieved", cells=(30, 60)):
        content = json.loads(file(leak=False).read_text())
        (tmp_path / "pack.json").unlink()
        (tmp_path / "pack.txt").write_text(text)
        book = openpyxl.Workbook()
        book.active.append(("Measure", "Counted", "Out of"))
        book.active.append(("Achieved", *cells))
        book.save(tmp_path / "pack.xlsx")
        files = [tmp_path / "pack.txt", tmp_path / "pack.xlsx"]
        content["written"] = [{"file": f.name, "sha256": sha256(f.read_bytes()).hexdigest()} for f in files]
        (tmp_path / "pack.manifest.json").write_text(json.dumps(content))
        return [*files, tmp_path / "pack.manifest.json"]

    return write


def test_one_pack_in_several_formats_is_attacked_once(pack, monkeypatch):
    files, asked = pack(), []
    monkeypatch.setattr(
        audited, "left_of", lambda *given, left=audited.left_of, **more: asked.append(1) or left(*given, **more)
    )
    found = audit(files)
    assert [one.name for one in found.documents] == ["pack.txt", "pack.xlsx"]
    assert (len(found.left), found.holds, len(asked)) == (1, True, 1)
    assert len(refuse_if_undone(files).left) == 1


# The figure tells of 30 of 60. 3 is small; 33 is rounded under this rule, and stored in a cell all the same.
@pytest.mark.parametrize(
    ("text", "cells", "place", "words"),
    [
        ("3 of 60 partly", (30, 60), "pack.txt", "3 of 60"),
        ("30 of 60", (33, 60), "pack.xlsx", "33"),
        ("30 of 60", ("3 of 60", 60), "pack.xlsx", "3 of 60"),
    ],
)
def test_a_number_that_no_figure_carries_is_found_in_whichever_file_it_stands(pack, text, cells, place, words):
    files = pack(text, cells)
    assert [(one.document, one.words) for one in audit(files).strays] == [(place, words)]
    with pytest.raises(GateRefused) as error:
        refuse_if_undone(files)
    assert [(p.key, p.place.file) for p in error.value.problems] == [("audit.stray", place)]


def test_what_was_passed_over_is_told(pack, tmp_path):
    pack()
    (tmp_path / "notes.txt").write_text("x")
    found = audit([tmp_path])
    line = f"{tmp_path.name}/notes.txt: passed over, since no manifest says that it is a pack"
    assert line in list(lines(found))
    assert found.as_dict()["passed_over"] == [line]


# A workbook of another program: 123 - 62 - 58 = 3.
def test_a_workbook_of_another_program_is_attacked_by_its_tables(tmp_path):
    book = openpyxl.Workbook()
    for row in (("Service", "Concerns"), ("North", 62), ("South", 58), ("West", "*"), ("Total", 123)):
        book.active.append(row)
    book.save(tmp_path / "other.xlsx")
    (one,) = audit([tmp_path / "other.xlsx"]).left
    assert (one.called, one.low, one.high) == ('West, Concerns, in a table on the sheet "Sheet"', 3, 3)


# 3 of 60 people is less than the rule of the manifest lets out.
def test_what_a_manifest_tells_against_its_own_rule_is_told_once_for_all_formats(pack, tmp_path):
    *files, manifest = pack()
    content = json.loads(manifest.read_text())
    content["figures"].append(figure("msp.not_achieved", 3, 60))
    manifest.write_text(json.dumps(content))
    strange = [one for one in audit(files).strays if one.where == "in the manifest"]
    assert [(one.document, one.words) for one in strange] == [("pack.txt", "msp.not_achieved: 3 of 60")]
