"""What went in, what came out, and the hash of each."""

import json
from dataclasses import replace
from datetime import date
from fractions import Fraction
from hashlib import sha256

from evidencegen import __version__
from evidencegen.documents.manifest import Input, as_text, canonical, figure_entry, hash_of, manifest
from evidencegen.measures.interval import Interval
from evidencegen.measures.view import Unit
from evidencegen.release.figure import Figure, Mark

FIGURE = Figure(
    key="msp.asked",
    measure="msp.asked",
    title="People asked what they wanted to happen",
    definition="Counted: every concern.",
    period="October 2025 to September 2026",
    span="2025-10-01/2026-09-30",
    as_at=date(2026, 9, 30),
    of=Unit("concern", "concerns"),
    counted=110,
    out_of=120,
    share=Fraction(110, 120),
    interval=Interval(0.853, 0.954),
    rounded=True,
    sources=('safeguarding.xlsx, sheet "Log"',),
)
HIDDEN = replace(
    FIGURE, key="msp.felt_safer", counted=None, out_of=None, share=None, interval=None, mark=Mark.SUPPRESSED
)
MADE = {"provider": "Larkfield Care", "pack": "tender"}


def _entry(**change):
    parts = {"made": MADE, "inputs": (), "figures": (FIGURE, HIDDEN), "stories": {}} | change
    return manifest(**parts)


def test_an_input_is_named_as_seen_from_the_project_folder_and_hashed_byte_for_byte(tmp_path):
    (tmp_path / "registers").mkdir()
    path = tmp_path / "registers" / "staff.csv"
    path.write_bytes(b"Staff ID\r\nE1\r\n")
    read = Input.of("staff", path, tmp_path)
    assert (read.what, read.file) == ("staff", "registers/staff.csv")
    assert read.sha256 == sha256(b"Staff ID\r\nE1\r\n").hexdigest()


def test_a_workbook_kept_elsewhere_is_named_without_the_way_to_it(tmp_path):
    (tmp_path / "project").mkdir()
    (tmp_path / "staff.csv").write_bytes(b"x")
    assert Input.of("staff", tmp_path / "staff.csv", tmp_path / "project").file == "staff.csv"


def test_the_hash_of_nothing_is_the_published_one():
    assert hash_of(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_the_same_content_has_the_same_bytes_in_whatever_order_it_is_given():
    assert canonical({"b": 1, "a": "é"}) == canonical({"a": "é", "b": 1}) == '{"a":"é","b":1}'.encode()


def test_a_figure_can_be_checked_against_its_own_hash():
    entry = figure_entry(FIGURE)
    digest = entry.pop("sha256")
    assert digest == hash_of(canonical(entry))
    assert figure_entry(replace(FIGURE, counted=115))["sha256"] != digest
    assert (entry["counted"], entry["rounded"]) == (110, True)
    assert entry["sources"] == ['safeguarding.xlsx, sheet "Log"']


def test_what_the_gate_hid_is_not_in_the_manifest():
    (_, hidden) = _entry()["figures"]
    numbers = [hidden[name] for name in ("counted", "out_of", "per_cent", "low", "high")]
    assert numbers == [None] * 5
    assert hidden["mark"] == "[c]"


def test_the_account_says_what_it_was_made_with_and_for_whom():
    entry = _entry()
    assert entry["format"] == "evidencegen-manifest/1"
    assert entry["evidencegen"] == __version__
    assert entry["made"] == MADE
    assert {"pandas", "openpyxl", "weasyprint"} <= set(entry["libraries"])


def test_inputs_and_stories_stand_in_an_order_that_does_not_depend_on_the_day():
    inputs = [Input("training", "b.csv", "2"), Input("training", "a.csv", "1"), Input("brief", "evidence.yaml", "3")]
    entry = _entry(inputs=inputs, stories={"CS-02": "d2", "CS-01": "d1"})
    assert [i["file"] for i in entry["inputs"]] == ["evidence.yaml", "a.csv", "b.csv"]
    assert entry["case_studies"] == [{"case": "CS-01", "text_sha256": "d1"}, {"case": "CS-02", "text_sha256": "d2"}]
    assert entry == _entry(inputs=inputs[::-1], stories={"CS-01": "d1", "CS-02": "d2"})


def test_the_file_is_json_that_ends_with_a_line_end():
    text = as_text(_entry())
    assert text.endswith("}\n")
    assert json.loads(text) == _entry()


def test_what_a_pack_tells_besides_figures_is_carried_with_a_hash_and_nothing_where_there_is_nothing():
    told = {"series": [{"key": "msp.asked", "counted": [1, None]}]}
    entry = _entry(beside=told)
    assert entry["beside"] == told
    assert entry["beside_sha256"] == sha256(b'{"series":[{"counted":[1,null],"key":"msp.asked"}]}').hexdigest()
    assert "beside" not in _entry()
