"""The completion report of Access LMS Evo."""

import pytest

from evidencegen.intake.registers.training import TRAINING
from evidencegen.intake.source import Source
from evidencegen.intake.table import examine, read_register

TEXT = """\
Full Name,Activity Name,Activity Type,Certificate Expires On,Completion Date,Completion Status,Due Date,\
Registration Status
Ann Example,Fire safety,Course,04/03/2026,04/03/2025,Completed,01/04/2025,Registered
Bob Example,Fire safety,Course,,,Not Started,01/04/2025,Registered
"""


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "evo.csv"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_report_of_names_alone_asks_whether_they_are_the_key(path):
    _, problems = examine(TRAINING, (Source(path),))
    assert [p.key for p in problems] == ["heading.missing"]
    assert '`columns: {staff: ["Full Name"]}`' in problems[0].mend
    assert "Ann" not in str(problems)


def test_with_the_line_pasted_it_is_read_and_the_names_stay_with_the_gate(path):
    table = read_register(TRAINING, Source(path, columns={"staff": ("Full Name",)}))
    assert list(table.rows["course"]) == ["Fire safety", "Fire safety"]
    assert list(table.rows["status"]) == ["completed", "missing"]
    assert str(table.rows["expires_on"][0])[:10] == "2026-03-04"
    assert str(table.rows["completed_on"][0])[:10] == "2025-03-04"
    assert [cell.text for cell in table.gated] == ["Ann Example", "Bob Example"]
    assert "Recognised as the Access LMS Evo completion report" in str(table.accounts[0])
    assert "Due Date (needed by no figure)" in str(table.accounts[0])
    assert "Ann" not in str((table.accounts, table.notes))
    assert [note.key for note in table.notes] == ["export.names_as_key"]
