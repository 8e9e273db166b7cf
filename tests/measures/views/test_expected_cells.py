"""Each cell that ought to be filled, and whether it is."""

import pytest

from evidencegen.catalogue import everything_in
from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.intake.registers.staff import STAFF
from evidencegen.measures import views
from evidencegen.measures.view import NotCollected, View
from evidencegen.measures.views.expected_cells import SAFEGUARDING_CELLS, STAFF_CELLS

LOG = """
concern | person | raised_on  | abuse   | asked_outcomes | concluded_on | outcome_achieved | difficulty  | appropriate_person
S1      | P1     | 01/06/2026 | neglect | expressed      | 01/08/2026   | fully            | understand  | no
S2      | P2     | 01/06/2026 | neglect | expressed      | 01/08/2026   | not_recorded     | none        |
S3      | P3     | 01/06/2026 | neglect | not_recorded   | 01/08/2026   |                  | weigh       | NR
S4      | P4     | 01/06/2026 | neglect | expressed      |              |                  | communicate |
"""
CELLS = {view.key: view for view in everything_in(views, View).values() if view.key.endswith("_cells")}


def test_a_cell_ought_to_be_filled_only_in_the_rows_that_its_column_applies_to(viewed):
    # S4 is not concluded; S3 expressed nothing; S2 has no difficulty. Not recorded is no answer.
    assert viewed(SAFEGUARDING_CELLS, "column origin filled", (SAFEGUARDING, LOG)) == [
        ("appropriate_person", 0, "yes"),
        ("appropriate_person", 2, "no"),
        ("appropriate_person", 3, "no"),
        ("asked_outcomes", 0, "yes"),
        ("asked_outcomes", 1, "yes"),
        ("asked_outcomes", 2, "no"),
        ("outcome_achieved", 0, "yes"),
        ("outcome_achieved", 1, "no"),
    ]


def test_a_column_that_nobody_keeps_is_not_a_column_of_blanks(viewed):
    found = {column for (column,) in viewed(SAFEGUARDING_CELLS, "column", (SAFEGUARDING, LOG))}
    assert "risk_outcome" not in found
    with pytest.raises(NotCollected, match="the staff register has none of the columns"):
        viewed(STAFF_CELLS, "column", (STAFF, "staff | role | started_on\nE1 | Carer | 01/02/2024"))


@pytest.mark.parametrize("view", CELLS.values(), ids=CELLS)
def test_every_column_looked_at_is_one_of_the_register_and_none_that_is_held_at_the_door(view):
    for name in view.codes("column"):
        column = view.register.column(name)
        assert view.titles("column")[name] == column.title
        assert not column.required or name == "asked_outcomes"
