"""Workbooks, sound and unsound."""

import gc
import io
import zipfile
from datetime import datetime

import pytest

from evidencegen.intake import bounds, excel_xml
from evidencegen.intake.excel import read_excel
from evidencegen.problem import EvidenceError

DAY = datetime.fromisoformat("2025-03-04")


def packed(**members):
    """A zip file of these members; `__` in a name stands for `/`, and `_dot_` for a full stop."""
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), text)
    box.seek(0)
    return box


def keys_of(box):
    with pytest.raises(EvidenceError) as told:
        read_excel("a.xlsx", box)
    return [p.key for p in told.value.problems]


def test_what_openpyxl_writes_is_read_back_cell_by_cell(written):
    rows = [
        ["Staff ID", "Started", "Hours", "Left"],
        ["007", DAY, 37.5, None],
        ["é✓ < &", None, 7, True],
    ]
    with written({"Staff": rows, "Empty": []}).open("rb") as file:
        held = read_excel("register.xlsx", file)
    sheets = held.sheets
    assert [sheet.name for sheet in sheets] == ["Staff", "Empty"]
    assert sheets[0].rows == {
        1: {1: "Staff ID", 2: "Started", 3: "Hours", 4: "Left"},
        2: {1: "007", 2: DAY, 3: 37.5},
        3: {1: "é✓ < &", 3: 7, 4: True},
    }
    assert (held.template, held.ignored) == ("", ())


@pytest.mark.parametrize(
    ("shown", "is_date"),
    [("dd/mm/yyyy", True), ("[$-809]d mmmm yyyy;@", True), ("mmm-yy", True), ("0.00", False), ("General", False),
     ("hh:mm", False), ("[h]:mm", False), ('0 "days"', False), ("[Red]0", False), ("mm:ss", False)],
)  # fmt: skip
def test_only_a_format_that_shows_a_day_makes_a_number_a_date(written, shown, is_date):
    def change(book):
        book["Sheet1"]["A1"].number_format = shown

    with written([[45720]], change=change).open("rb") as file:
        (sheet,) = read_excel("a.xlsx", file).sheets
    assert sheet.rows[1][1] == (DAY if is_date else 45720)


def test_a_workbook_from_an_old_mac_counts_its_days_from_1904(written):
    from openpyxl.utils.datetime import MAC_EPOCH

    def change(book):
        book.epoch = MAC_EPOCH

    with written([[DAY]], change=change).open("rb") as file:
        (sheet,) = read_excel("a.xlsx", file).sheets
    assert sheet.rows[1][1] == DAY


def test_a_hidden_sheet_is_marked(written):
    def change(book):
        book["Old"].sheet_state = "veryHidden"

    with written({"Staff": [["x"]], "Old": [["y"]]}, change=change).open("rb") as file:
        sheets = read_excel("a.xlsx", file).sheets
    assert [sheet.visible for sheet in sheets] == [True, False]


def test_a_workbook_cut_short_is_told_as_damaged(written):
    raw = written([["x"] * 50] * 50).read_bytes()
    assert keys_of(io.BytesIO(raw[: len(raw) // 2])) == ["file.damaged"]


def test_a_document_type_is_refused_before_anything_in_it_is_read():
    bomb = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><workbook>&b;</workbook>'
    assert keys_of(packed(xl__workbook_dot_xml=bomb)) == ["file.unsafe"]


def test_a_file_that_unpacks_beyond_all_measure_is_refused_unopened(monkeypatch):
    monkeypatch.setattr(bounds, "UNPACKED", 1000)
    assert keys_of(packed(xl__workbook_dot_xml="x" * 1001)) == ["file.too_large"]


@pytest.mark.parametrize("on", [True, False])
def test_memory_is_tended_afterwards_as_it_was_before(on):
    before = gc.isenabled()
    (gc.enable if on else gc.disable)()
    try:
        keys_of(packed(word__document_dot_xml="<document/>"))
        assert gc.isenabled() is on
    finally:
        (gc.enable if before else gc.disable)()


def test_a_word_document_is_no_workbook():
    assert keys_of(packed(word__document_dot_xml="<document/>")) == ["file.not_a_workbook"]


SHEET = '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>'


def book(*relations, **members):
    """A workbook of one sheet, with these relations of its own, as kind and target."""
    every = [("worksheet", "sheet1.xml"), *relations]
    listed = "".join(f'<Relationship Id="r{n}" Type="x/{kind}" Target="{to}"/>' for n, (kind, to) in enumerate(every))
    workbook = '<workbook><sheets><sheet name="S" r:id="r0"/><sheet name="C" r:id="r1"/></sheets></workbook>'
    usual = {
        "xl__workbook_dot_xml": workbook,
        "xl___rels__workbook_dot_xml_dot_rels": f"<Relationships>{listed}</Relationships>",
        "xl__sheet1_dot_xml": SHEET,
    }
    return packed(**{**usual, **members})


def test_macros_links_and_charts_are_named_and_never_opened():
    relations = [("chartsheet", "c.xml"), ("vbaProject", "vba.bin"), ("externalLink", "e1.xml"), ("externalLink", "e2.xml"),
                 ("connections", "connections.xml")]  # fmt: skip
    held = read_excel("a.xlsm", book(*relations, xl__embeddings__a_dot_bin="x"))
    assert [sheet.name for sheet in held.sheets] == ["S"]
    assert held.ignored == ("chart sheets", "macros", "links to other workbooks", "data connections", "embedded files")


def test_notes_and_threads_on_one_cell_are_counted_once():
    held = read_excel(
        "a.xlsx",
        book(
            xl___rels__sheet1_dot_xml_dot_rels='<Relationships><Relationship Id="a" Type="x/comments" Target="c.xml"/>'
            '<Relationship Id="b" Type="x/threadedComment" Target="t.xml"/></Relationships>',
            xl__c_dot_xml='<comments><commentList><comment ref="A2"/><comment ref="B2"/></commentList></comments>',
            xl__t_dot_xml='<ThreadedComments><threadedComment ref="B2"/><threadedComment ref="B2"/></ThreadedComments>',
        ),
    )
    assert held.sheets[0].marks.noted == {2: 2}


def test_one_sheet_listed_again_and_again_unpacks_each_time(monkeypatch):
    monkeypatch.setattr(bounds, "UNPACKED", 2000)
    many = '<sheet name="S" r:id="r0"/>' * 50
    assert keys_of(book(xl__workbook_dot_xml=f"<workbook><sheets>{many}</sheets></workbook>")) == ["file.too_large"]


def test_more_parts_than_any_workbook_has_are_refused_unlisted(monkeypatch):
    monkeypatch.setattr(excel_xml, "MOST_MEMBERS", 2)
    assert keys_of(book()) == ["file.too_large"]
