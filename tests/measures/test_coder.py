"""The themes of a register's free text, each text coded once."""

import pytest

from evidencegen.intake.registers.safeguarding import SAFEGUARDING, THEMES
from evidencegen.measures.coder import Coder, usual_coder
from evidencegen.measures.coding import Codebook, Rule, Theme

LOG = """
concern | person | raised_on  | abuse   | asked_outcomes | desired_outcome      | feedback
S1      | P1     | 01/06/2026 | neglect | expressed      | safe, and my money   | money
S2      | P2     | 01/06/2026 | neglect | expressed      | to be left alone     | N/A
S3      | P3     | 01/06/2026 | neglect | no             |                      |
"""


@pytest.fixture
def coder(told):
    return told.coder


def test_cells_that_are_filled_in_have_their_themes_in_the_order_of_the_codebook_and_no_text(drawn, coder):
    cells = list(coder.cells(drawn(SAFEGUARDING, LOG), "desired_outcome"))
    assert [(c.row, c.place.cell, c.themes, c.marked) for c in cells] == [
        (0, "F2", ("safe", "money"), "|safe|money|"),
        (1, "F3", (), None),
    ]
    assert "my money" not in repr(cells)


def test_a_cell_that_says_it_is_blank_is_no_note(drawn, coder):
    assert [c.row for c in coder.cells(drawn(SAFEGUARDING, LOG), "feedback")] == [0]


def test_only_prose_is_coded(drawn, coder):
    with pytest.raises(ValueError, match=r"safeguarding\.abuse is no column of prose"):
        list(coder.cells(drawn(SAFEGUARDING, LOG), "abuse"))


def test_no_text_is_coded_twice_and_the_codebook_is_read_once_when_the_first_comes():
    read, coded = [], []

    class Counting(Codebook):
        def code(self, text):
            coded.append(text)
            return super().code(text)

    def book():
        read.append("read")
        return Counting((Theme("safe", "Feeling safe", (Rule(("safe",)),)),))

    coder = Coder(book)
    assert read == []
    assert [coder.themes(text) for text in ("safe", "sound", "safe", "sound")] == [("safe",), (), ("safe",), ()]
    assert (read, coded) == (["read"], ["safe", "sound"])


def test_the_themes_that_come_with_evidencegen_are_those_that_people_record():
    # 14 themes of shared/theme_codebook.md; actions are linked to notes by these codes.
    assert dict(usual_coder().titles) == {code: words[0] for code, words in THEMES.codes.items()}
    assert len(usual_coder().titles) == 14
    assert usual_coder() is usual_coder()
