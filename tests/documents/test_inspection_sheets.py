"""What an inspection pack tells besides figures, as sheets."""

import pytest

from evidencegen.documents.inspection_sheets import inspection_sheets
from evidencegen.documents.sheet import NONE


@pytest.fixture
def laid_out(drafted):
    """The sheets of a summary by the name of their table: `laid_out("full")`."""

    def make(state="full", **more):
        made = drafted(state, pack="inspection", **more)
        return {
            sheet.table: sheet for section in made.sections for sheet in inspection_sheets(made.beside, made, section)
        }

    return make


# 90 of 120 in each figure: 75%, 67% to 82%. An aim of half is surely met, one of nine in ten surely missed.
def test_a_figure_stands_under_the_heading_that_it_has_in_the_summary(laid_out):
    sheet = laid_out()["how_it_stands"]
    assert [head.words for head in sheet.heads] == [
        "Stands under",
        "Measure",
        "In words",
        "We aim for",
        "95% range",
        "Caution",
        "Look in",
    ]
    headings = list(dict.fromkeys(row[0] for row in sheet.rows))
    assert headings == [
        "What is strong",
        "What falls short of what we aim for",
        "What is overdue, or was not done in time",
        "Measured, but we have set no aim",
    ]
    strong = next(row for row in sheet.rows if row[0] == "What is strong")
    assert strong[2:6] == ("75% (about 90 of 120)", "at least 50%", "67% to 82%", NONE)
    short = next(row for row in sheet.rows if row[0] == "What falls short of what we aim for")
    assert short[2:6] == ("75% (about 90 of 120)", "at least 90%", "67% to 82%", NONE)


# An aim of 70% lies within 67% to 82%.
def test_a_verdict_that_a_few_records_could_turn_is_marked(laid_out, hand_made):
    near = hand_made.made("msp.reviewed", target=0.7, rounded=False)
    sheet = laid_out(audience="internal", changed={"msp.reviewed": near})["how_it_stands"]
    (row,) = (row for row in sheet.rows if row[1] == near.title)
    assert (row[0], row[3], row[5]) == ("What is strong", "at least 70%", "may be chance")
    assert '"may be chance" stands where the 95% range takes in our aim.' in sheet.above


def test_what_is_hidden_stands_with_the_reason_and_without_a_number(laid_out):
    sheet = laid_out("hidden")["how_it_stands"]
    assert {row[:1] + row[2:3] for row in sheet.rows} == {("Not shown", "not shown [c]")}
    assert {row[4] for row in sheet.rows} == {NONE}
    assert any(line.startswith("[c] means") for line in sheet.above)


def test_every_row_is_as_long_as_the_heads_and_no_cell_is_empty(laid_out, state):
    for sheet in laid_out(state).values():
        assert {len(row) for row in sheet.rows} == {len(sheet.heads)}
        assert "" not in [cell for row in sheet.rows for cell in row]


def test_what_contradicts_what_is_told_outside_without_a_place_or_a_number(laid_out):
    sheet = laid_out()["contradictions"]
    assert sheet.rows == (
        ("Advocacy referral log and Safeguarding log", "A reference in one leads to no record in the other"),
    )


def test_inside_the_place_and_the_number_of_rows_stand_beside_it(laid_out):
    sheet = laid_out(audience="internal")["contradictions"]
    found = "One cell says what another cell of the same record rules out, such as a result without its date"
    assert sheet.rows == (("Safeguarding log", found, 'log.xlsx, sheet "Log"', 1),)


def test_what_no_figure_shows_is_told_in_the_providers_words(laid_out):
    assert ("People help us to write our training.", "Policy only") in laid_out()["unevidenced"].rows
    assert "unevidenced" not in laid_out(bare=True)
    assert "contradictions" not in laid_out(bare=True)
