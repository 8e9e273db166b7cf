"""The gap map of an inspection pack as sheets."""

import pytest

from evidencegen.documents.gap_sheets import gap_sheets


@pytest.fixture
def laid_out(drafted):
    """The sheets of a gap map by the name of their table, and the map itself."""

    def make(state="full", **more):
        gaps = drafted(state, pack="inspection", **more).beside.gaps
        return {sheet.table: sheet for sheet in gap_sheets(gaps)}, gaps

    return make


def test_every_statement_has_a_row_with_how_strongly_it_is_shown(laid_out):
    sheets, gaps = laid_out()
    asked = [one for framework in gaps.frameworks for one in framework.statements]
    assert len(asked) > 3
    assert [row[3] for row in sheets["asked"].rows] == [one.strength.value for one in asked]
    assert all(row[2].startswith(f"{one.asked.title}. ") for row, one in zip(sheets["asked"].rows, asked, strict=True))
    safeguarding = next(row for row in sheets["asked"].rows if row[2].startswith("Safeguarding."))
    assert "“We work with people to understand what being safe means to them" in safeguarding[2]
    assert "75% (about 90 of 120)" in safeguarding[4]


def test_each_gap_has_a_row_with_its_reason_and_the_next_step(laid_out):
    sheets, gaps = laid_out("hidden")
    assert gaps.gaps
    assert [row[1].partition(":")[0] for row in sheets["missing"].rows] == [gap.reason.value for gap in gaps.gaps]
    assert [row[2].casefold() for row in sheets["missing"].rows] == [gap.next.words.casefold() for gap in gaps.gaps]


def test_what_is_hidden_stands_in_no_cell_as_a_number(laid_out):
    sheets, _ = laid_out("hidden")
    assert {row[4] for row in sheets["asked"].rows} == {"no figure that is shown"}
    assert any(line.startswith("[c] means") for line in sheets["missing"].above)


def test_every_row_is_as_long_as_the_heads_and_no_cell_is_empty(laid_out, state):
    for sheet in laid_out(state)[0].values():
        assert {len(row) for row in sheet.rows} == {len(sheet.heads)}
        assert "" not in [cell for row in sheet.rows for cell in row]
