"""Names picked as an inspector picks them, and what the registers hold of each, for people inside."""

from datetime import date

import pytest

from evidencegen.drill import Drill, drill
from evidencegen.problem import EvidenceError
from evidencegen.project import read

FOLDER = {
    "evidence.yaml": """\
provider: Larkfield Care
as_at: 2026-09-30
policy: {supervision_months: 3}
registers:
  staff: staff.csv
  required_training: required.csv
  training: training.csv
  supervision: supervision.csv
""",
    "staff.csv": """\
Staff ID,Forename,Surname,Job title,Service,Start date,Leaving date,Absent from
S1,Ann,Sample,Carer,Rowan House,01/02/2020,,
S2,Ben,Trial,Carer,Rowan House,01/09/2026,,
S3,Cai,Gone,Carer,Rowan House,01/02/2020,01/03/2026,
S4,Dee,Away,Carer,Rowan House,01/02/2020,,01/08/2026
""",
    "required.csv": """\
Role,Course,Refresh months,Grace weeks
Carer,Safeguarding,12,
Carer,Fire safety,12,
Carer,Moving,12,
Carer,First aid,,
Carer,Advocacy,12,
Carer,Hoists,12,
Carer,Starters,12,6
""",
    # On 30 September 2026: 31 December is 92 days off, 29 December 90; 12 months from 1 October 2024 ended in 2025.
    "training.csv": """\
Staff ID,Course,Date completed,Expiry date,Status,Certificate file
S1,Safeguarding,01/01/2026,31/12/2026,,certificates/s1-safeguarding.pdf
S1,Fire safety,30/12/2025,29/12/2026,,certificates/gone.pdf
S1,Moving,01/10/2024,,,
S1,First aid,05/05/2025,,,FA-77
S1,Hoists,,,Exempt,
""",
    "supervision.csv": """\
Staff ID,Due date,Date held,Type,Scenario,Scenario result
S1,,12/05/2026,Supervision,MSP,Competent
S1,,20/08/2026,Group supervision,,
S1,,21/09/2026,Spot check,Advocacy,Developing
S1,,01/10/2026,Supervision,,
S2,15/09/2026,,Supervision,,
""",
}


@pytest.fixture
def folder(tmp_path):
    """A project of four members of staff: one leaver, one on long-term absence, one starter, one with every standing."""
    for name, content in FOLDER.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    (tmp_path / "certificates").mkdir()
    (tmp_path / "certificates" / "s1-safeguarding.pdf").write_bytes(b"%PDF")
    return tmp_path


@pytest.fixture
def picked(folder):
    """Those who were at work, by their number."""
    return {one.staff: one for one in drill(read(folder), 10, 1).picked}


def test_only_those_at_work_on_the_day_are_picked_and_never_more_than_there_are(folder, picked):
    assert set(picked) == {"S1", "S2"}
    found = drill(read(folder), 10, 1)
    assert (found.pool, found.absent, found.as_at) == (2, 1, date(2026, 9, 30))


def test_each_course_stands_where_its_dates_and_policy_put_it(picked):
    told = {one.course: one for one in picked["S1"].courses}
    assert {course: one.standing for course, one in told.items()} == {
        "Safeguarding": "current",
        "Fire safety": "expiring",
        "Moving": "expired",
        "First aid": "cannot_be_evidenced",
        "Advocacy": "never",
        "Hoists": "exempt",
        "Starters": "never",
    }
    assert {one.course: one.standing for one in picked["S2"].courses}["Starters"] == "in_grace"
    assert (told["Moving"].completed_on, told["Moving"].runs_out) == (date(2024, 10, 1), date(2025, 9, 30))
    assert (told["Fire safety"].runs_out, told["First aid"].runs_out) == (date(2026, 12, 29), None)
    assert [str(told[course].place) for course in ("Safeguarding", "First aid", "Hoists")] == [
        "training.csv, row 2",
        "training.csv, row 5",
        "training.csv, row 6",
    ]
    assert told["Advocacy"].place is None


def test_a_certificate_is_looked_for_where_the_record_says_and_a_number_is_no_file(picked):
    told = {one.course: (one.certificate, one.found) for one in picked["S1"].courses}
    assert told["Safeguarding"] == ("certificates/s1-safeguarding.pdf", True)
    assert told["Fire safety"] == ("certificates/gone.pdf", False)
    assert told["First aid"] == ("FA-77", None)
    assert told["Moving"] == ("", None)


def test_of_records_that_last_equally_long_the_one_with_a_certificate_is_shown(folder):
    more = "S1,Safeguarding,02/01/2026,31/12/2026,,\nS1,Moving,01/10/2024,,,certificates/moving.pdf\n"
    later = "S1,Fire safety,01/10/2026,29/12/2026,,certificates/s1-safeguarding.pdf\n"
    (folder / "training.csv").write_text(FOLDER["training.csv"] + more + later, encoding="utf-8")
    (person,) = [one for one in drill(read(folder), 10, 1).picked if one.staff == "S1"]
    courses = {one.course: one for one in person.courses}
    shown = {name: (one.certificate, str(one.place)) for name, one in courses.items()}
    assert shown["Safeguarding"] == ("certificates/s1-safeguarding.pdf", "training.csv, row 2")
    assert shown["Moving"] == ("certificates/moving.pdf", "training.csv, row 8")
    assert shown["Fire safety"] == ("certificates/gone.pdf", "training.csv, row 3")


def test_name_row_supervision_and_test_are_those_of_the_person_by_the_day(picked):
    one, other = picked["S1"], picked["S2"]
    assert (one.name, one.role, one.service, one.started_on) == ("Ann Sample", "Carer", "Rowan House", date(2020, 2, 1))
    assert str(one.place) == "staff.csv, row 2"
    assert (one.supervision.held_on, one.supervision.kind, one.supervised) == (
        date(2026, 8, 20),
        "Group supervision",
        True,
    )
    assert (one.tested.held_on, one.tested.result, str(one.tested.place)) == (
        date(2026, 9, 21),
        "Developing",
        "supervision.csv, row 4",
    )
    assert (other.supervision, other.supervised, other.tested) == (None, False, None)


def test_one_seed_picks_the_same_whatever_the_order_of_the_rows_and_others_pick_others(folder):
    def staff(seed):
        return [one.staff for one in drill(read(folder), 1, seed).picked]

    seeds = range(12)
    before = [staff(seed) for seed in seeds]
    assert {name for (name,) in before} == {"S1", "S2"}
    heads, *rows = FOLDER["staff.csv"].splitlines()
    (folder / "staff.csv").write_text("\n".join([heads, *rows[::-1]]), encoding="utf-8")
    assert [staff(seed) for seed in seeds] == before


def test_without_training_registers_the_courses_are_said_to_be_lacking_and_the_rest_is_told(folder):
    brief = FOLDER["evidence.yaml"].replace("  required_training: required.csv\n", "")
    (folder / "evidence.yaml").write_text(brief, encoding="utf-8")
    found = drill(read(folder), 2, 1)
    assert found.lacking == "there is no required training by role in the project"
    assert all(one.courses == () for one in found.picked)


def test_without_a_staff_register_nobody_can_be_picked(folder):
    brief = FOLDER["evidence.yaml"].replace("  staff: staff.csv\n", "")
    (folder / "evidence.yaml").write_text(brief, encoding="utf-8")
    with pytest.raises(EvidenceError) as stopped:
        drill(read(folder), 2, 1)
    assert [p.key for p in stopped.value.problems] == ["drill.nobody"]


def test_nobody_is_named_where_a_drill_is_shown_to_a_programmer(folder):
    found = drill(read(folder), 2, 1)
    assert isinstance(found, Drill)
    assert not any(word in repr(found) for word in ("Ann", "Trial", "S1", "s1-safeguarding"))
