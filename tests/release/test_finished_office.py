import pytest

from evidencegen.release.finished_office import packed_pieces, xml_pieces
from evidencegen.release.finished_page import Page, Unread

PARAGRAPH = "<w:document xmlns:w='w'><w:p>{}</w:p></w:document>"


def text_of(xml: str) -> str:
    return "\n".join(piece.text for piece in xml_pieces("a part", xml.encode()) if isinstance(piece, Page))


@pytest.mark.parametrize(
    "runs",
    [
        "<w:r><w:t>Mar</w:t></w:r><w:r><w:t>ek</w:t></w:r>",
        "<w:r><w:t>Mar</w:t></w:r><w:unheardOf><w:r><w:t>ek</w:t></w:r></w:unheardOf>",
        "<w:r><w:t>Mar</w:t></w:r><w:bookmarkStart w:name='x'/><w:r><w:t>ek</w:t></w:r>",
        "<w:r><w:t>Mar</w:t></w:r><w:del><w:r><w:delText>y</w:delText></w:r></w:del><w:ins><w:r><w:t>ek</w:t></w:r></w:ins>",
        "<w:r><w:t>Mar</w:t></w:r><w:ins><w:r><w:t>y</w:t></w:r></w:ins><w:del><w:r><w:delText>ek</w:delText></w:r></w:del>",
        "<w:r><w:t>Mar</w:t><w:softHyphen/><w:t>ek</w:t></w:r>",
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Marek</w:t></w:r>",
        "<w:r><w:instrText>HYPERLINK Marek</w:instrText></w:r>",
        "<w:pict descr='Marek'/>",
        "<!-- Marek -->",
        "<?note Marek?>",
        "<w:r><w:t>&#77;arek</w:t></w:r>",
    ],
)
def test_runs_that_split_a_word_are_joined_and_all_that_is_hidden_is_told(runs):
    assert "Marek" in text_of(PARAGRAPH.format(runs))


def test_what_stands_in_two_paragraphs_or_cells_is_not_run_together():
    assert "Marek" not in text_of("<d><p><r><t>Mar</t></r></p><p><r><t>ek</t></r></p></d>")
    assert "Marek" not in text_of("<sst><si><t>Mar</t></si><si><t>ek</t></si></sst>")


@pytest.mark.parametrize(
    "xml",
    [
        "<sst><si><r><t>Mar</t></r><r><t>ek</t></r></si></sst>",
        "<sst><si><t>Mar_x0065_k</t></si></sst>",
        "<s><oddHeader>&amp;CMarek&amp;R&amp;P</oddHeader></s>",
        '<s><evenFooter>&amp;L&amp;"Arial,Bold"&amp;12Marek</evenFooter></s>',
        '<s><f>"Mar"&amp;"ek"</f></s>',
        "<s><numFmt formatCode='\"Marek\" 0'/></s>",
        "<s><sheet name='Marek'/></s>",
    ],
)
def test_the_ways_of_a_workbook_are_undone(xml):
    assert "Marek" in text_of(xml).replace("_", " ")


def test_names_of_scripts_and_patterns_that_people_share_are_no_words():
    text = text_of('<a><font script="Hans" typeface="x"/><patternFill patternType="gray125"/></a>')
    assert "Hans" not in text
    assert "gray" not in text


def test_names_of_fonts_and_measures_are_no_words():
    text = text_of("<a><rFonts ascii='Latha'/><font typeface='Latha'/><w val='10423'/><x rsidR='0010423F'/></a>")
    assert "Latha" not in text
    assert "10423" not in text


def test_a_part_that_is_no_good_xml_is_read_all_the_same():
    assert "Marek" in text_of("<v:shape alt=Marek><br></v:shape>")


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"nothing", b""])
def test_what_cannot_be_unpacked_is_told_of(content):
    (piece,) = packed_pieces("the text", content)
    assert isinstance(piece, Unread)
