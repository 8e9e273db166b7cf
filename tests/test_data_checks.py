"""Data checks written beside the workbooks they are of, replaced, and taken away."""

import shutil
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from evidencegen.data_checks import beside, keep_data_checks
from evidencegen.intake.data_check import is_data_check
from evidencegen.project import inspect

MADE = date(2026, 11, 24)
BRIEF = "provider: Larkfield Care\nas_at: 2026-09-30\nregisters:\n"
SOUND = "Staff ID,Job title,Start date\nS1,Cook,01/02/2024\n"
BROKEN = SOUND.replace("01/02/2024", "12/3")
TRAINED = "Staff ID,Course,Date completed\nS1,Fire,01/03/2026\n"


@pytest.fixture
def project(tmp_path):
    """A folder with these text files, and a brief that names them: `project(staff=BROKEN)`."""

    def make(lines="", **files):
        named = "".join(f"  {name}: {name}.csv\n" for name in files)
        (tmp_path / "evidence.yaml").write_text(BRIEF + (lines or named))
        for name, text in files.items():
            (tmp_path / f"{name}.csv").write_text(text)
        return tmp_path

    return make


def kept(folder, made=MADE):
    return [(one.path.name, one.became) for one in keep_data_checks(inspect(folder), made)]


def names(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_a_data_check_is_written_beside_each_workbook_with_a_problem_and_no_other(project):
    folder = project(staff=BROKEN, training=TRAINED)
    assert kept(folder) == [("staff - data check.xlsx", "written")]
    assert names(folder) == ["evidence.yaml", "staff - data check.xlsx", "staff.csv", "training.csv"]
    assert openpyxl.load_workbook(folder / "staff - data check.xlsx").sheetnames == ["Problems", "Copy"]


def test_the_workbook_itself_is_never_written_to(project):
    folder = project(staff=BROKEN)
    before = (folder / "staff.csv").read_bytes(), (folder / "staff.csv").stat().st_mtime_ns
    kept(folder)
    assert ((folder / "staff.csv").read_bytes(), (folder / "staff.csv").stat().st_mtime_ns) == before


def test_an_older_data_check_is_replaced_and_when_nothing_is_left_to_mend_taken_away(project):
    folder = project(staff=BROKEN)
    kept(folder)
    kept(project(staff=BROKEN.replace("12/3", "soon")))
    assert openpyxl.load_workbook(folder / "staff - data check.xlsx")["Copy"]["C2"].value == "soon"
    assert kept(project(staff=SOUND)) == [("staff - data check.xlsx", "removed")]
    assert names(folder) == ["evidence.yaml", "staff.csv"]
    assert kept(folder) == []


@pytest.mark.parametrize("text", [BROKEN, SOUND])
def test_a_file_of_that_name_which_is_not_ours_is_left_alone(project, text):
    folder = project(staff=text)
    (folder / "staff - data check.xlsx").write_text("mine")
    expected = [("staff - data check.xlsx", "not written")] if text == BROKEN else []
    assert kept(folder) == expected
    assert (folder / "staff - data check.xlsx").read_text() == "mine"


def test_what_cannot_be_written_is_told_and_nothing_is_raised(project, monkeypatch):
    folder = project(staff=BROKEN)

    def closed(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", closed)
    (one,) = keep_data_checks(inspect(folder), MADE)
    assert one.became == "not written"
    assert "(Permission denied): close it in Excel" in one.why
    assert names(folder) == ["evidence.yaml", "staff.csv"]


def test_a_data_check_that_cannot_be_taken_away_is_told(project, monkeypatch):
    kept(project(staff=BROKEN))
    folder = project(staff=SOUND)

    def closed(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", closed)
    (one,) = keep_data_checks(inspect(folder), MADE)
    assert (one.became, one.why.split(":")[0]) == ("not written", "it cannot be removed (Permission denied)")


def test_two_workbooks_of_one_name_are_told_and_never_mixed_up(project):
    folder = project("  staff: [north/staff.csv, south/staff.csv]\n")
    for home, text in (("north", SOUND), ("south", BROKEN.replace("S1", "S2"))):
        (folder / home).mkdir()
        (folder / home / "staff.csv").write_text(text)
    told = keep_data_checks(inspect(folder), MADE)
    assert {one.became for one in told} == {"not written"}
    assert told[0].why == "two workbooks are called staff.csv: give each a name of its own"
    assert names(folder) == ["evidence.yaml", "north/staff.csv", "south/staff.csv"]


def test_a_workbook_and_a_text_file_of_one_name_have_each_their_own(tmp_path):
    book, text, other = tmp_path / "staff.xlsx", tmp_path / "Staff.csv", tmp_path / "log.xlsx"
    assert beside(book, [book, text, other]).name == "staff.xlsx - data check.xlsx"
    assert beside(text, [book, text, other]).name == "Staff.csv - data check.xlsx"
    assert beside(other, [book, text, other]).name == "log - data check.xlsx"
    assert beside(book, [book, tmp_path / "old" / "staff.xlsx"]).name == "staff - data check.xlsx"


def test_one_workbook_read_for_two_registers_has_one_data_check_with_both_sheets(project, written):
    sheets = {
        "People": [["Staff ID", "Job title", "Start date"], ["S1", "Cook", "12/3"]],
        "Courses": [["Staff ID", "Course", "Date completed"], ["S1", "Fire", "soon"]],
    }
    book = written(sheets, name="all.xlsx").name
    folder = project(f"  staff: {{file: {book}, sheet: People}}\n  training: {{file: ./{book}, sheet: Courses}}\n")
    assert kept(folder) == [("all - data check.xlsx", "written")]
    made = openpyxl.load_workbook(folder / "all - data check.xlsx")
    assert made.sheetnames == ["Problems", "Courses", "People"]
    assert [made["People"]["C2"].value, made["Courses"]["C2"].value] == ["12/3", "soon"]


def test_a_workbook_that_cannot_be_opened_has_no_data_check(project):
    folder = project(staff="")
    assert [p.key for p in inspect(folder).stops] == ["file.empty"]
    assert kept(folder) == []
    assert names(folder) == ["evidence.yaml", "staff.csv"]


def test_a_data_check_named_in_the_brief_is_refused_and_has_no_data_check_of_its_own(project):
    kept(project(staff=BROKEN))
    folder = project('  staff: "staff - data check.xlsx"\n')
    assert [p.key for p in inspect(folder).stops] == ["workbook.data_check"]
    assert kept(folder) == []
    assert is_data_check(folder / "staff - data check.xlsx")


def test_a_note_between_registers_is_listed_in_the_workbook_it_is_about(project):
    folder = project(staff=SOUND, training=TRAINED.replace("S1", "S9"))
    assert ("training - data check.xlsx", "written") in kept(folder)


def test_data_checks_are_no_part_of_the_sample(tmp_path, monkeypatch):
    from evidencegen import start

    shutil.copytree(start.shipped("sample_data"), tmp_path / "shipped")
    (tmp_path / "shipped" / "registers" / "staff - data check.xlsx").write_text("a check")
    monkeypatch.setattr(start, "shipped", lambda _: tmp_path / "shipped")
    made = start.start_project(tmp_path / "mine", sample=True)
    assert any(path.name == "staff.xlsx" for path in made)
    assert not [path for path in made if "data check" in path.name]
