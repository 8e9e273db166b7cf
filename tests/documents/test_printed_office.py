"""Word documents and workbooks are read back: words, tables, and numbers as cells store them."""

import zipfile

import openpyxl
import pytest
from openpyxl.worksheet.table import Table

from evidencegen.documents.printed_office import Stored, printed_word, printed_workbook

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
NOTE = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>12</w:t></w:r>'


def run(words):
    return f"<w:r><w:t>{words}</w:t></w:r>"


def row(*cells):
    return f"<w:tr>{''.join(f'<w:tc><w:p>{cell}</w:p></w:tc>' for cell in cells)}</w:tr>"


@pytest.fixture
def word(tmp_path):
    """A Word document of these parts: `word(document=..., footnotes=...)`, each the XML within its root."""

    def write(**parts):
        path = tmp_path / "a.docx"
        with zipfile.ZipFile(path, "w") as packed:
            for name, inner in parts.items():
                packed.writestr(f"word/{name}.xml", f"<w:{name} {W}>{inner}</w:{name}>")
        return path

    return write


def test_words_split_over_runs_are_joined_and_the_numbers_of_notes_stand_apart(word):
    path = word(document=f"<w:body><w:p>{run('about 4')}{run('5 of 120')}{NOTE}</w:p></w:body>")
    assert ("in the text", "about 45 of 120 12 ") in printed_word(path).texts


def test_numbers_of_notes_are_known_by_the_style_of_their_letters_too(word):
    styled = '<w:r><w:rPr><w:rStyle w:val="Note"/></w:rPr><w:t>9</w:t></w:r>'
    plain = styled.replace("Note", "Strong")
    style = '<w:style w:styleId="Note"><w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    path = word(document=f"<w:p>{run('45 of 120')}{styled}</w:p><w:p>{run('4')}{plain}</w:p>", styles=style)
    assert printed_word(path).texts[:2] == (("in the text", "45 of 120 9 "), ("in the text", "49"))


def test_tables_are_read_cell_by_cell_without_the_numbers_of_notes(word):
    rows = row(run("Service"), run("Concerns") + NOTE) + row(run("North"), run("[c]"))
    (table,) = printed_word(word(document=f"<w:body><w:tbl>{rows}</w:tbl></w:body>")).tables
    assert table.rows == (("Service", "Concerns"), ("North", "[c]"))
    assert table.where == "in table 1"


def test_footnotes_and_what_no_page_shows_are_read_too(word):
    picture = '<w:drawing><wp:docPr xmlns:wp="x" descr="A chart: 3 of 12"/></w:drawing>'
    path = word(document=f"<w:p><w:r>{picture}</w:r></w:p>", footnotes=f"<w:p>{run('4 of 13')}</w:p>")
    told = printed_word(path).texts
    assert ("in footnotes", "4 of 13") in told
    assert [where for where, text in told if "3 of 12" in text] == ["in what no page shows"]


@pytest.mark.parametrize("content", ["no package", "<!DOCTYPE w [<!ENTITY a 'b'>]>"])
def test_what_is_no_word_document_is_told(tmp_path, content):
    path = tmp_path / "a.docx"
    if content.startswith("<"):
        with zipfile.ZipFile(path, "w") as packed:
            packed.writestr("word/document.xml", content)
    else:
        path.write_text(content)
    with pytest.raises(ValueError, match=r"no Word document|packed|declares"):
        printed_word(path)


@pytest.fixture
def workbook(tmp_path):
    """A workbook with one marked table, a share that is finer than it is shown, and a sheet that is hidden."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Table_1"
    sheet["A1"] = "A title"
    for cells in (("Measure", "Counted", "Share"), ("Asked", 45, 0.3756)):
        sheet.append(cells)
    sheet["C3"].number_format = "0%"
    sheet.add_table(Table(displayName="asked", ref="A2:C3"))
    other = book.create_sheet("Other")
    other.append(("North", "*"))
    other.append(("South", 3))
    other.sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    return tmp_path / "a.xlsx"


def test_marked_tables_are_the_tables_of_a_sheet_and_elsewhere_the_whole_sheet_is_one(workbook):
    first, second = printed_workbook(workbook).tables
    assert first.rows == (("Measure", "Counted", "Share"), ("Asked", "45", "37.56%"))
    assert (second.where, second.rows) == ('on the sheet "Other"', (("North", "*"), ("South", "3")))


def test_numbers_are_read_as_they_are_stored_on_hidden_sheets_too(workbook):
    assert printed_workbook(workbook).numbers == (
        Stored('on the sheet "Table_1", cell B3', 45, False),
        Stored('on the sheet "Table_1", cell C3', 0.3756, True),
        Stored('on the sheet "Other", cell B2', 3, False),
    )


def test_words_are_read_by_cell_and_properties_besides(workbook):
    book = openpyxl.load_workbook(workbook)
    book.properties.title = "3 of 12"
    book.save(workbook)
    told = printed_workbook(workbook).texts
    assert ('on the sheet "Table_1", cell A1', "A title") in told
    assert "3 of 12" in next(text for where, text in told if where.startswith("docProps/core"))


def test_what_is_no_workbook_is_told(tmp_path):
    (tmp_path / "a.xlsx").write_text("x")
    with pytest.raises(ValueError, match="packed"):
        printed_workbook(tmp_path / "a.xlsx")
