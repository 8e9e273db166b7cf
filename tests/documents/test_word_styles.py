"""The look of a Word document: styles under the names that Word knows, and no other program's."""

import re

import docx
import pytest
from docx.shared import Pt

from evidencegen.documents.word_styles import CHARACTERS, LINES, STYLES, dress, list_of


@pytest.fixture
def styles():
    document = docx.Document()
    dress(document)
    return document.styles


def test_the_styles_that_are_there_are_ours_and_those_word_needs(styles):
    needed = {"Normal", "Default Paragraph Font", "Normal Table", "No List"}
    shown = {"heading 1": "Heading 1", "heading 2": "Heading 2", "heading 3": "Heading 3"}
    shown |= {"caption": "Caption", "header": "Header", "footer": "Footer"}
    ours = {shown.get(style.name, style.name) for style in STYLES} | CHARACTERS.keys() | LINES.keys()
    assert {style.name for style in styles} == needed | ours


def test_headings_have_their_level_and_stay_with_what_follows(styles):
    for level in (1, 2, 3):
        heading = styles[f"Heading {level}"]
        assert heading.paragraph_format.keep_with_next is True
        assert heading.element.pPr.find("{*}outlineLvl").values() == [str(level - 1)]
        assert heading.next_paragraph_style.name == "Normal"


def test_words_are_arial_eleven_in_british_english(styles):
    start = styles.element.find("{*}docDefaults/{*}rPrDefault/{*}rPr")
    assert set(start.find("{*}rFonts").values()) == {"Arial"}
    assert start.find("{*}lang").values()[0] == "en-GB"
    assert start.find("{*}sz").values() == ["22"]
    assert styles["Normal"].font.size is None


def test_numbers_stand_to_the_right_and_captions_stay_with_their_tables(styles):
    assert [styles[name].paragraph_format.alignment for name in ("Table number", "Table heading number")] == [2, 2]
    assert styles["Caption"].paragraph_format.keep_with_next is True
    assert styles["Table text"].font.size == Pt(9)


def test_word_lays_out_as_it_does_now():
    document = docx.Document()
    dress(document)
    modes = {one.values()[0]: one.values()[-1] for one in document.settings.element.iter("{*}compatSetting")}
    assert modes["compatibilityMode"] == "15"


def test_each_section_has_a_list_of_its_own_for_the_numbers_of_its_paragraphs_beside_the_bullets():
    document = docx.Document()
    dress(document, ("1", "4"))
    xml = document.part.numbering_part.element.xml
    assert [list_of(("1", "4"), section) for section in ("1", "4")] == [2, 3]
    for number, abstract, text in ((1, 0, "•"), (2, 1, "1.%1"), (3, 2, "4.%1")):
        assert re.search(rf'w:num w:numId="{number}">\s*<w:abstractNumId w:val="{abstract}"', xml)
        assert re.search(
            rf'w:abstractNumId="{abstract}">(?:(?!</w:abstractNum>).)*w:lvlText w:val="{text}"', xml, re.DOTALL
        )
