"""OpenDocument spreadsheets, sound and unsound."""

import io
import random
import zipfile
from xml.sax.saxutils import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidencegen.intake.sheet import Marks
from evidencegen.intake.workbook import open_workbook
from evidencegen.problem import EvidenceError

SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet"
NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text", "style", "fo", "draw", "calcext", "number")
)


def content(tables, styles=""):
    return (
        f'<?xml version="1.0"?><office:document-content {NAMES}><office:automatic-styles>{styles}'
        f"</office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )


def table(rows, name="Staff", more=""):
    return f'<table:table table:name="{name}" {more}>{rows}</table:table>'


def row(*cells, more=""):
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def words(text, more=""):
    return f'<table:table-cell office:value-type="string" {more}><text:p>{text}</text:p></table:table-cell>'


def packed(inside, mimetype=SPREADSHEET, **others):
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w", zipfile.ZIP_DEFLATED) as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        if inside:
            archive.writestr("content.xml", inside)
        for name, text in others.items():
            archive.writestr(name.replace("__", "/").replace("_dot_", "."), text)
    return box.getvalue()


def opened(tmp_path, raw):
    path = tmp_path / "staff.ods"
    path.write_bytes(raw)
    return open_workbook(path)


def key_of(tmp_path, raw):
    with pytest.raises(EvidenceError) as told:
        opened(tmp_path, raw)
    (problem,) = told.value.problems
    return problem.key


def test_sheets_come_in_order_hidden_ones_marked(tmp_path):
    styles = (
        '<style:style style:name="ta1"><style:table-properties table:display="true"/></style:style>'
        '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>'
    )
    tables = table(row(words("x")), "Staff", 'table:style-name="ta1"') + table(
        row(words("y")), "Old", 'table:style-name="ta2"'
    )
    sheets = opened(tmp_path, packed(content(tables, styles))).sheets
    assert [(s.name, s.visible, s.rows) for s in sheets] == [
        ("Staff", True, {1: {1: "x"}}),
        ("Old", False, {1: {1: "y"}}),
    ]


def test_a_cell_holds_its_paragraphs_and_not_its_notes_or_drawings(tmp_path):
    cell = (
        '<table:table-cell office:value-type="string"><office:annotation><text:p>a note</text:p></office:annotation>'
        '<text:p>two<text:s text:c="2"/>spaces<text:tab/>tab, <text:span>bold</text:span><text:line-break/>line</text:p>'
        "<text:p>Ann &amp; co</text:p><draw:frame><draw:text-box><text:p>drawn</text:p></draw:text-box></draw:frame>"
        "</table:table-cell>"
    )
    (sheet,) = opened(tmp_path, packed(content(table(row(cell))))).sheets
    assert sheet.rows == {1: {1: "two  spaces\ttab, bold\nline\nAnn & co"}}
    assert sheet.marks == Marks(noted={1: 1})


def test_colour_and_strike_through_are_counted_wherever_the_style_stands(tmp_path):
    named = (
        '<style:style style:name="Bad"><style:table-cell-properties fo:background-color="#ff0000"/></style:style>'
        '<style:style style:name="Plain"><style:table-cell-properties fo:background-color="#FFFFFF"/></style:style>'
    )
    own = (
        '<style:style style:name="ce1" style:parent-style-name="Bad"/>'
        '<style:style style:name="ce2"><style:text-properties style:text-line-through-style="solid"/></style:style>'
        '<style:style style:name="ce3" style:parent-style-name="Bad">'
        '<style:table-cell-properties fo:background-color="transparent"/></style:style>'
    )
    columns = '<table:table-column table:number-columns-repeated="2"/><table:table-column table:default-cell-style-name="ce2"/>'
    rows = (
        columns
        + row(*(words("x", f'table:style-name="{style}"') for style in ("ce1", "Plain")))
        + row(
            words("x", 'table:style-name="ce3"'), '<table:table-cell table:style-name="Bad"/>', words("by its column")
        )
        + row('<table:table-cell table:style-name="Bad" table:number-columns-repeated="16384"/>')
    )
    (sheet,) = opened(tmp_path, packed(content(table(rows), own), styles_dot_xml=content("", named))).sheets
    assert sheet.marks == Marks(coloured={1: 1}, blank_coloured={2: 1}, struck={2: 1})


def test_what_is_remembered_of_a_linked_file_is_no_sheet(tmp_path):
    linked = table('<table:table-source xlink="x"/>' + row(words("old")), "'file:///other.ods'#Sheet1")
    sheets = opened(tmp_path, packed(content(table(row(words("x"))) + linked))).sheets
    assert [s.name for s in sheets] == ["Staff"]


def test_a_document_kept_as_one_file_of_xml_is_read_too(tmp_path):
    flat = content(table(row(words("x")))).replace("document-content", "document")
    flat = flat.replace("<office:document ", f'<office:document office:mimetype="{SPREADSHEET}" ')
    assert opened(tmp_path, flat.encode()).sheets[0].rows == {1: {1: "x"}}
    assert key_of(tmp_path, flat.encode()[:-20]) == "file.damaged"


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        (packed(content(table(row(words("x")))), META__INF="", **{"META-INF__manifest_dot_xml": "<encryption-data/>"}), "file.password"),
        (packed("", **{"encrypted-package": "x", "META-INF__manifest_dot_xml": "<manifest:encryption-data/>"}), "file.password"),
        (packed("<office:document-content/>", mimetype="application/vnd.oasis.opendocument.text"), "file.not_a_workbook"),
        (packed(""), "file.damaged"),
        (packed(content(table(row(words("x"))))[:-30]), "file.damaged"),
        (packed('<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'), "file.unsafe"),
        (packed(content(table(row(words("x", 'table:number-columns-repeated="999999999"'))))), "file.damaged"),
        (packed(content(table(row(words("x", 'table:number-columns-repeated="9999"'), more='table:number-rows-repeated="9999"')))), "file.too_large"),
        (packed(content(table(row(words("x"), more='table:number-rows-repeated="2000000"')))), "file.damaged"),
        (packed("<x a='" + " " * (1 << 25) + "'/>"), "file.damaged"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_in_one_problem(tmp_path, raw, key):
    assert key_of(tmp_path, raw) == key


def test_a_document_without_its_note_of_kind_is_read(tmp_path):
    assert opened(tmp_path, packed(content(table(row(words("x")))), mimetype="")).sheets[0].cells == 1


TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12)


@settings(deadline=None)
@given(st.lists(st.lists(TEXT, max_size=4), max_size=5))
def test_whatever_is_typed_comes_back_as_typed(tmp_path_factory, rows):
    drawn = "".join(row(*(words(escape(text)) for text in cells)) for cells in rows)
    (sheet,) = opened(tmp_path_factory.mktemp("a"), packed(content(table(drawn)))).sheets
    typed = {r: {c: text for c, text in enumerate(cells, 1) if text.strip()} for r, cells in enumerate(rows, 1)}
    assert sheet.rows == {number: cells for number, cells in typed.items() if cells}


def test_mutants_end_as_sheets_or_as_one_problem(tmp_path):
    whole = content(
        table(
            row(
                words("Staff ID"),
                words("Role", 'table:number-columns-repeated="2"'),
                more='table:number-rows-repeated="3"',
            )
        )
    ).encode()
    chance = random.Random(7)
    ends = set()
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(chance.randrange(1, 5)):
            data[chance.randrange(len(data))] = chance.choice(b'<>/"0159aZ:= \x00\xff')
        try:
            ends.add(len(opened(tmp_path, packed(bytes(data))).sheets))
        except EvidenceError as told:
            assert len(told.problems) == 1
            ends.add(told.problems[0].key)
    assert {1, "file.damaged"} <= ends
