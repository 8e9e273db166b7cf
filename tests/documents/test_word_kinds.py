"""Every class that a template prints has its style in Word, and a class that nobody knows has a plain one."""

import pytest

from evidencegen.documents.line import Paragraph, Run
from evidencegen.documents.page import Cell, Table
from evidencegen.documents.word_kinds import STYLES, TABLES, WITHIN, cell_style_of, letters_of, style_of, table_style_of
from evidencegen.documents.word_styles import CHARACTERS, LINES
from evidencegen.documents.word_styles import STYLES as LOOKS


def kinds(*names):
    return frozenset(names)


@pytest.mark.parametrize(
    ("words", "within", "style"),
    [
        (Paragraph((), level=1), kinds(), "Title"),
        (Paragraph((), level=2), kinds("notes"), "Heading 1"),
        (Paragraph((), level=6), kinds(), "Heading 3"),
        (Paragraph(()), kinds("section"), "Normal"),
        (Paragraph((), kinds("unheard-of")), kinds(), "Normal"),
        (Paragraph((), kinds("remark", "meaning")), kinds("notes"), "Remark"),
        (Paragraph((), kinds("small")), kinds("headline"), "Headline detail"),
        (Paragraph((), kinds("small")), kinds(), "Small"),
        (Paragraph((), kinds("absent")), kinds("claim", "shown"), "Evidence"),
        (Paragraph((), kinds("grade")), kinds("claim", "shown"), "Verdict"),
        (Paragraph((), kinds("grade", "unevidenced")), kinds("claim", "shown"), "Verdict open"),
        (Paragraph(()), kinds("notes"), "Source"),
    ],
)
def test_a_paragraph_is_styled_by_its_level_its_class_and_where_it_lies(words, within, style):
    assert style_of(words, within) == style


def test_letters_are_styled_by_their_class_and_numbers_of_notes_are_raised():
    assert letters_of(Run("5", raised=True, kinds=kinds("counts"))) == "Note reference"
    assert letters_of(Run("x", kinds=kinds("grade", "unevidenced"))) == "Aside"
    assert letters_of(Run("x", kinds=kinds("grade"))) == "Grade"
    assert letters_of(Run("x", kinds=kinds("counts"))) == "Muted"
    assert letters_of(Run("x", kinds=kinds("whole"))) is None
    assert letters_of(Run("x", bold=True)) == "Strong"


def test_a_table_and_its_cells_are_styled():
    assert table_style_of(Table(None, (), (), kinds("question"))) == "Panel"
    assert table_style_of(Table(None, (), (), kinds("across"))) == "Evidence table"
    number, words = Cell((), kinds=kinds("number")), Cell(())
    told = [cell_style_of(cell, head=head) for cell in (number, words) for head in (True, False)]
    assert told == ["Table heading number", "Table number", "Table heading", "Table text"]


def test_every_style_named_is_one_that_the_document_has():
    there = {look.name for look in LOOKS} | {"Caption", "Normal"}
    assert {*STYLES.values(), *(style for rules in WITHIN.values() for style in rules.values())} <= there
    assert set(TABLES.values()) <= LINES.keys()
    assert {"Strong", "Note reference", "Aside", "Grade", "Reference", "Muted"} == CHARACTERS.keys()
