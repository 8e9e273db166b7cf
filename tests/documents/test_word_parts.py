"""What python-docx leaves out, read back."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.enum.section import WD_SECTION
from docx.oxml.ns import qn
from docx.shared import Mm
from PIL import Image

from evidencegen.documents.line import Paragraph, Run
from evidencegen.documents.page import Cell, Row, Table
from evidencegen.documents.word_parts import (
    MARGIN,
    WIDE,
    bookmark,
    bookmark_name,
    columns,
    end_section_above,
    field,
    fit,
    keep_with_next,
    lay_out,
    link,
    packed,
    paper,
    rule_below,
    shade,
    strip,
    whole_row,
    widths_of,
)

WORD_NUMBER = qn("w:num")
DAY = date(2026, 9, 30)


def cell(text, **more):
    return Cell((Paragraph((Run(text),)),), **more)


def test_a_link_leads_to_its_bookmark():
    document = docx.Document()
    line = document.add_paragraph("See ")
    link(line.add_run("5"), "note-5")
    note = document.add_paragraph("5 What it is", style="Normal")
    bookmark(note, "note-5", 1)
    (made,) = line.hyperlinks
    (start,) = note._p.iterfind("{*}bookmarkStart")
    assert (made.text, made.fragment, line.text) == ("5", "note_5", "See 5")
    assert start.values() == ["1", "note_5"]
    assert [one.tag.rpartition("}")[2] for one in note._p] == ["pPr", "bookmarkStart", "r", "bookmarkEnd"]


def test_a_bookmark_is_named_as_word_allows():
    assert bookmark_name("note-5.a") == "note_5_a"
    assert len(bookmark_name("x" * 60)) == 40


def test_a_number_that_word_works_out():
    line = docx.Document().add_paragraph()
    field(line, "PAGE")
    (made,) = line._p.iterfind("{*}fldSimple")
    assert made.values() == ["PAGE"]


def test_a_page_is_a4_and_its_head_says_whose_it_is_and_whether_it_may_leave():
    section = docx.Document().sections[0]
    paper(section, "Larkfield Care", "Not for release", "The evidence")
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (WIDE + 2 * MARGIN, 297)
    assert section.header.paragraphs[0].text == "Larkfield Care\tNot for release\tThe evidence"
    assert section.first_page_header.paragraphs[0].text == "\tNot for release\t"
    assert section.footer.paragraphs[0].alignment == 2


def test_a_line_below_a_paragraph_stands_where_word_looks_for_it():
    line = docx.Document().add_paragraph(style="Title")
    line.paragraph_format.space_before = Mm(3)
    rule_below(line)
    assert [one.tag.rpartition("}")[2] for one in line._p.pPr] == ["pStyle", "pBdr", "spacing"]
    assert line.paragraph_format.space_after.pt == 12


def test_one_cell_stands_on_a_pale_ground():
    table = docx.Document().add_table(1, 2)
    shade(table.cell(0, 1))
    assert [len(cell._tc.findall("{*}tcPr/{*}shd")) for cell in table.rows[0].cells] == [0, 1]


def test_a_section_ends_with_the_last_paragraph_above_and_has_its_columns():
    document = docx.Document()
    document.add_paragraph("above")
    section = document.add_section(WD_SECTION.CONTINUOUS)
    end_section_above(section)
    columns(section, 2)
    document.add_paragraph("below")
    assert [one.text for one in document.paragraphs] == ["above", "below"]
    assert [one._sectPr.find("{*}cols").get(WORD_NUMBER) for one in document.sections] == [None, "2"]


def test_a_table_has_its_head_its_widths_and_its_name():
    document = docx.Document()
    table = document.add_table(2, 2)
    for at, row in enumerate(table._tbl.tr_lst):
        whole_row(row, head=at == 0)
    keep_with_next(table._tbl.tr_lst[:-1])
    lay_out(table, [2000, 1000], head=True, first_column=True, caption="Three services")
    properties = table._tbl.tblPr
    assert properties.find("{*}tblCaption").values() == ["Three services"]
    look = properties.find("{*}tblLook")
    assert {key.rpartition("}")[2] for key, value in look.items() if value == "1"} == {
        "firstRow",
        "firstColumn",
        "noHBand",
        "noVBand",
    }
    assert [len(row.findall("{*}trPr/{*}tblHeader")) for row in table._tbl.tr_lst] == [1, 0]
    assert [len(row.findall("{*}trPr/{*}cantSplit")) for row in table._tbl.tr_lst] == [1, 1]
    assert [row.cells[0].width.twips for row in table.rows] == [2000, 2000]
    assert [cell.paragraphs[0].paragraph_format.keep_with_next for row in table.rows for cell in row.cells] == [
        True,
        True,
        None,
        None,
    ]


def test_a_picture_fits_a_place_with_its_sides_in_proportion():
    out = BytesIO()
    Image.new("RGB", (200, 100)).save(out, format="PNG")
    picture = docx.Document().add_picture(out, width=Mm(100))
    for place, size in (((50, 50), (50, 25)), ((50, 10), (20, 10))):
        fit(picture, *place)
        assert (picture.width.mm, picture.height.mm) == pytest.approx(size, abs=0.01)


def test_columns_are_as_wide_as_their_longest_word_and_fill_the_page():
    head = Row((cell("Measure", heads=True), cell("Asked", heads=True)))
    told = Table(
        None,
        (head,),
        (Row((cell("A long measure of what people wanted to happen"), cell("about 90", kinds=frozenset({"number"})))),),
    )
    first, second = widths_of(told, 9000)
    assert (first + second, first > 3 * second) == (9000, True)
    assert second > len("about 90") * 90
    pairs = Table(None, (), (Row((cell("Question"), cell("How?"))),))
    assert widths_of(pairs, 9000) == [1701, 7299]


def test_cells_across_several_columns_and_empty_tables_have_widths_too():
    wide = Table(None, (), (Row((cell("All of it", across=3),)), Row((cell("a"), cell("b"), cell("c")))))
    assert sum(widths_of(wide, 9000)) == 9000
    assert widths_of(Table(None, (), ()), 9000) == [9000]


def test_the_file_says_nothing_of_programs_and_is_the_same_each_time():
    files = []
    for _ in range(2):
        document = docx.Document()
        strip(document)
        document.add_paragraph("Words")
        files.append(packed(document, DAY))
    assert files[0] == files[1]
    with ZipFile(BytesIO(files[0])) as read:
        assert read.namelist()[0] == "[Content_Types].xml"
        assert not {"docProps/app.xml", "docProps/thumbnail.jpeg", "word/theme/theme1.xml"} & set(read.namelist())
        assert {entry.date_time for entry in read.infolist()} == {(2026, 9, 30, 0, 0, 0)}
    assert [one.text for one in docx.Document(BytesIO(files[0])).paragraphs] == ["Words"]
