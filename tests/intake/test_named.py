"""People told by name where a number of theirs is wanted."""

import pytest

from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.training import TRAINING
from evidencegen.intake.source import Source
from evidencegen.intake.table import examine, read_register
from evidencegen.problem import EvidenceError


@pytest.fixture
def saved(tmp_path):
    def save(text):
        path = tmp_path / "register.csv"
        path.write_text(text, encoding="utf-8")
        return path

    return save


NAMES = "Name,Course,Date completed\nAnn Example,Fire,04/03/2025\nBob Example,Fire,05/03/2025\n"


def test_a_register_of_names_alone_is_offered_the_line_to_paste(saved):
    with pytest.raises(EvidenceError) as told:
        read_register(TRAINING, Source(saved(NAMES)))
    (problem,) = told.value.problems
    assert problem.place.column == "Staff ID"
    assert '`columns: {staff: ["Name"]}`' in problem.mend
    assert "Example" not in str(problem)


def test_the_line_makes_names_the_key_and_they_still_reach_the_gate(saved):
    table = read_register(TRAINING, Source(saved(NAMES), columns={"staff": ("Name",)}))
    assert list(table.rows["staff"]) == ["Ann Example", "Bob Example"]
    assert [(c.column, c.text, c.row) for c in table.gated] == [
        ("name", "Ann Example", 0),
        ("name", "Bob Example", 1),
    ]
    assert [(n.key, n.place.cell, [p.cell for p in n.also]) for n in table.notes] == [
        ("export.names_as_key", "A2", ["A3"])
    ]
    assert "Example" not in str((table.notes, table.accounts))


def test_numbers_in_such_a_column_are_no_names(saved):
    text = "Name or ID number,Course,Date completed\nS001,Fire,04/03/2025\n12,Fire,04/03/2025\n"
    table = read_register(TRAINING, Source(saved(text)))
    assert table.gated == ()
    assert table.notes == ()


def test_a_heading_that_is_missing_for_another_reason_keeps_its_own_words(saved):
    _, problems = examine(STAFF, (Source(saved("Staff ID,Name,Start date\nS1,Ann Example,04/03/2025\n")),))
    assert [(p.place.column, "columns: {role:" in p.mend) for p in problems] == [("Job title", True)]
