"""What Moodle exports of who completed which activity."""

import codecs

import pytest

from evidencegen.intake.registers.training import TRAINING
from evidencegen.intake.source import Source
from evidencegen.intake.table import examine, read_register

PROGRESS = """\
,"ID number","Email address","Safeguarding adults L2","2025-06-01 00:00:00","Fire safety",""
"Ann Example","S001","ann@example.org","Completed","2025-03-04 10:11:12","Not completed","2025-03-05 09:00:00"
"Bob Example","S002","bob@example.org","Completed (set by Cat Example)","2025-04-01 10:11:12","Completed (achieved pass grade)","2025-05-01 08:00:00"
"Dan Example","S003","dan@example.org","Completed (did not achieve pass grade)","2025-04-02 10:11:12","Not completed",""
"""
COMPLETION = """\
ID,Name,"ID number",Department,"Fire safety","Fire safety - Completion date","Manual handling","Manual handling - Completion date","Course complete"
12,"Ann Example",S001,Care,Completed,"4/03/25, 10:11","Not completed",,
13,"Bob Example",S002,Care,"Completed (achieved pass grade)","12/04/25, 09:00",Completed,"1/05/25, 10:00","1/05/25, 10:00"
"""
NO_NUMBER = PROGRESS.replace('"ID number",', "").replace('"S001",', "").replace('"S002",', "").replace('"S003",', "")


@pytest.fixture
def saved(tmp_path):
    def save(text, encoding="utf-8"):
        path = tmp_path / "progress.csv"
        path.write_bytes(text.encode(encoding))
        return path

    return save


def days(column):
    return [str(day)[:10] for day in column]


def test_activity_completion_is_read_without_settings(saved):
    table = read_register(TRAINING, Source(saved(PROGRESS)))
    rows = table.rows
    assert list(rows["staff"]) == ["S001", "S001", "S002", "S002", "S003", "S003"]
    assert list(rows["course"]) == ["Safeguarding adults L2", "Fire safety"] * 3
    assert list(rows["status"]) == ["completed", "missing", "completed", "completed", "failed", "missing"]
    assert days(rows["completed_on"])[:4] == ["2025-03-04", "2025-03-05", "2025-04-01", "2025-05-01"]
    assert [place.cell for place in table.places] == ["D2", "F2", "D3", "F3", "D4", "F4"]
    (account,) = table.accounts
    assert account.balances
    assert "Recognised as the Moodle activity completion report" in str(account)
    assert "Email address (personal, never read)" in str(account)


def test_names_under_no_heading_go_to_the_gate_alone_and_the_trainers_name_nowhere(saved):
    table, problems = examine(TRAINING, (Source(saved(PROGRESS)),))
    assert [cell.text for cell in table.gated] == ["Ann Example", "Bob Example", "Dan Example"]
    assert "Cat" not in str((table.rows.to_string(), table.gated, table.accounts, problems))


def test_the_excel_csv_of_moodle_is_the_same_report(saved):
    text = codecs.BOM_UTF16_LE.decode("utf-16-le") + PROGRESS.replace(",", "\t")
    one = read_register(TRAINING, Source(saved(text, "utf-16-le")))
    other = read_register(TRAINING, Source(saved(PROGRESS)))
    assert one.rows.equals(other.rows)


def test_where_there_is_only_an_e_mail_it_is_asked_for_and_the_line_to_paste_works(saved):
    path = saved(NO_NUMBER)
    _, problems = examine(TRAINING, (Source(path),))
    assert [p.key for p in problems] == ["heading.missing"]
    assert '`columns: {staff: ["Email address"]}`' in problems[0].mend
    table = read_register(TRAINING, Source(path, columns={"staff": ("Email address",)}))
    assert table.rows["staff"][0] == "ann@example.org"
    assert "ann@" not in str((table.accounts, table.notes))


def test_course_completion_is_read_without_settings(saved):
    table = read_register(TRAINING, Source(saved(COMPLETION)))
    rows = table.rows
    assert list(rows["staff"]) == ["S001", "S001", "S002", "S002"]
    assert list(rows["course"]) == ["Fire safety", "Manual handling"] * 2
    assert list(rows["status"]) == ["completed", "missing", "completed", "completed"]
    assert days(rows["completed_on"]) == ["2025-03-04", "NaT", "2025-04-12", "2025-05-01"]
    (account,) = table.accounts
    assert account.balances
    assert "Course complete (needed by no figure)" in str(account)


def test_a_matrix_of_states_that_moodle_never_wrote_is_no_moodle_report(saved):
    table, problems = examine(TRAINING, (Source(saved(",Fire,\nS1,Done on Monday,\n")),))
    assert table is None
    assert "Moodle" not in " ".join(map(str, problems))
