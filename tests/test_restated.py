"""Figures of an earlier report taken again, worked by hand with a register that changed in between."""

import json

import pytest

from evidencegen.build import build
from evidencegen.problem import EvidenceError
from evidencegen.project import read
from evidencegen.restated import again_of

BRIEF = "provider: Larkfield Care\nas_at: {day}\nregisters:\n  safeguarding: log.csv\n"
EARLIER = "packs:\n  board:\n    earlier: [{file}]\n"
HEAD = "Concern ID,Service user ID,Service,Date raised,Type of abuse,Asked about outcomes,Date concluded\n"
AUGUST = [
    "S1,P1,North,01/06/2026,Neglect,Asked and expressed,01/07/2026",
    "S2,P2,North,02/06/2026,Neglect,No,02/07/2026",
    "S3,P3,South,03/06/2026,Neglect,Asked and expressed,03/07/2026",
    "S4,P4,South,04/06/2026,Neglect,No,04/07/2026",
]


def written(folder, rows, day, file=""):
    (folder / "log.csv").write_text(HEAD + "\n".join(rows) + "\n")
    (folder / "evidence.yaml").write_text(BRIEF.format(day=day) + (EARLIER.format(file=file) if file else ""))
    return folder


@pytest.fixture(scope="module")
def august(tmp_path_factory):
    """The manifest of the August report: four concerns, two of them asked."""
    folder = written(tmp_path_factory.mktemp("august"), AUGUST, "2026-08-31")
    build(folder, pack="board", out=folder / "out")
    return (folder / "out" / "board.manifest.json").read_text()


@pytest.fixture
def again(tmp_path, august):
    """The August report taken again from other rows: `again(rows)`; `change` alters its manifest first."""

    def make(rows, change=lambda _: None):
        entry = json.loads(august)
        change(entry)
        (tmp_path / "august.json").write_text(json.dumps(entry))
        (found,) = again_of(read(written(tmp_path, rows, "2026-09-30", "august.json")))
        return found

    return make


def told(found):
    return {one.key: (one.was, one.now, one.why) for one in found.restated}


def test_the_same_rows_and_those_of_september_restate_nothing(again):
    later = ["S5,P5,North,01/09/2026,Neglect,Asked and expressed,20/09/2026"]
    found = again([*AUGUST, *later])
    assert found.restated == ()
    assert found.gone == ()
    assert found.file == "august.json"
    assert found.of == "31 August 2026 (September 2025 to August 2026)"
    assert found.looked_at > 20


def test_a_concern_entered_late_is_more_in_the_base(again):
    late = ["S5,P5,North,05/06/2026,Neglect,Asked and expressed,05/07/2026"]
    found = told(again([*AUGUST, *late]))
    # Four concerns were printed, five are there now; of those concluded 2 of 4 were asked, now 3 of 5.
    assert found["concerns.raised"] == ("4", "5", "1 more concern on record")
    assert found["msp.asked"] == ("2 of 4", "3 of 5", "1 more concluded concern in the base")


def test_a_row_corrected_changes_what_is_counted_out_of_as_many(again):
    corrected = [AUGUST[0], AUGUST[1].replace(",No,", ",Asked and expressed,"), *AUGUST[2:]]
    found = told(again(corrected))
    assert found["msp.asked"] == ("2 of 4", "3 of 4", "1 more counted, out of as many")
    assert "concerns.raised" not in found


def test_a_row_taken_out_is_fewer(again):
    found = told(again(AUGUST[:3]))
    assert found["concerns.raised"] == ("4", "3", "1 fewer concern on record")
    assert found["msp.asked"] == ("2 of 4", "2 of 3", "1 fewer concluded concern in the base; as many counted")


def test_a_concern_concluded_only_in_september_restates_nothing_of_august(again):
    open_then = [*AUGUST[:3], AUGUST[3].replace("04/07/2026", "04/09/2026")]
    found = told(again(open_then))
    # S4 was printed as concluded in July; its day was corrected, so the base of August is one less.
    assert found["msp.asked"][1] == "2 of 3"
    assert "concerns.raised" not in found


def test_another_definition_is_told_and_another_target_alone_is_not(again):
    def defined_otherwise(entry):
        for figure in entry["figures"]:
            figure["target"] = 55
            if figure["key"] == "msp.asked":
                figure |= {"definition": "Something else.", "counted": 1}

    found = told(again(AUGUST, defined_otherwise))
    assert list(found) == ["msp.asked"]
    assert found["msp.asked"][2] == "worked out in another way since: see its note; 1 more counted, out of as many"


def test_a_part_is_told_where_its_whole_is_as_printed(again):
    def parted(entry):
        whole = next(figure for figure in entry["figures"] if figure["key"] == "msp.asked")
        part = whole | {"key": "msp.asked[service=North]", "group": "North", "column": "service", "code": "North"}
        entry["figures"].append(part | {"counted": 2, "out_of": 2})

    (one,) = again(AUGUST, parted).restated
    assert (one.title, one.was, one.now) == ("People asked what they wanted to happen, North", "2 of 2", "1 of 2")
    assert one.why == "1 fewer counted, out of as many"


def test_what_was_not_collected_then_can_be_counted_now(again):
    def unheld(entry):
        for figure in entry["figures"]:
            if figure["key"] == "msp.asked":
                figure |= {"mark": "[x]", "counted": None, "out_of": None}

    assert told(again(AUGUST, unheld))["msp.asked"] == ("[x]", "2 of 4", "it can be counted now")


def test_a_figure_that_is_no_longer_measured_is_named(again):
    def old(entry):
        entry["figures"].append(entry["figures"][0] | {"key": "old.figure", "title": "An old figure"})

    assert again(AUGUST, old).gone == ("An old figure",)


def test_a_report_that_left_the_house_or_is_none_is_refused_with_its_line(again, tmp_path):
    def left(entry):
        entry["made"]["profile"]["for_release"] = True

    with pytest.raises(EvidenceError) as refused:
        again(AUGUST, left)
    (problem,) = refused.value.problems
    assert (problem.key, problem.place.file, problem.place.line) == ("brief.earlier", "evidence.yaml", 7)
    assert "a pack that left the house, whose figures may be rounded" in problem.found
    project = read(written(tmp_path, AUGUST, "2026-09-30", "missing.json"))
    with pytest.raises(EvidenceError, match="missing"):
        again_of(project)


def test_the_reports_taken_again_are_among_what_the_manifest_says_was_read(again, tmp_path):
    again(AUGUST)
    build(tmp_path, pack="board", out=tmp_path / "out")
    manifest = json.loads((tmp_path / "out" / "board.manifest.json").read_text())
    assert [one["file"] for one in manifest["inputs"] if one["what"] == "earlier"] == ["august.json"]
    assert [one["restated"] for one in manifest["beside"]["restated"]] == [[]]
