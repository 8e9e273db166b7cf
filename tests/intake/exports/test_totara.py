"""The certification file of Totara."""

from evidencegen.intake.registers.training import TRAINING
from evidencegen.intake.source import Source
from evidencegen.intake.table import examine, read_register

HEADINGS = "username,certificationshortname,certificationidnumber,completiondate,duedate\n"


def test_a_certification_is_a_completed_course_and_its_due_date_no_expiry(tmp_path):
    path = tmp_path / "totara.csv"
    path.write_text(HEADINGS + "aexample,fire_safety,fs1,23/03/2025,30/06/2025\n", encoding="utf-8")
    table = read_register(TRAINING, Source(path))
    assert list(table.rows["staff"]) == ["aexample"]
    assert list(table.rows["course"]) == ["fire_safety"]
    assert str(table.rows["completed_on"][0])[:10] == "2025-03-23"
    assert table.rows["expires_on"].isna().all()
    assert "Recognised as the Totara certification file" in str(table.accounts[0])
    assert "duedate (needed by no figure)" in str(table.accounts[0])
    assert table.accounts[0].balances


def test_the_impossible_date_of_the_makers_own_example_is_to_be_mended(tmp_path):
    path = tmp_path / "totara.csv"
    path.write_text(HEADINGS + "aexample,fire_safety,fs1,31/06/2012,30/06/2012\n", encoding="utf-8")
    _, problems = examine(TRAINING, (Source(path),))
    assert [(p.key, p.place.cell) for p in problems] == [("cell.unreadable", "D2")]
