"""One sheet, from file to columns."""

from datetime import datetime

import pytest

from evidencegen.intake.blank import write_blank
from evidencegen.intake.gather import gather
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.training import TRAINING
from evidencegen.intake.source import Source

DAY = datetime.fromisoformat("2025-03-04")
STAFF_ROWS = [["Staff ID", "Role", "Start date"], ["S1", "Carer", DAY]]
TRAINING_ROWS = [["Staff ID", "Course", "Date completed"], ["S1", "Fire", DAY]]


def keys(found):
    return [problem.key for problem in found[1]]


def test_of_several_sheets_the_only_one_with_the_headings_is_read(written):
    gathered, _ = gather(TRAINING, Source(written({"Staff": STAFF_ROWS, "Courses": TRAINING_ROWS})))
    assert gathered.sheet.name == "Courses"


def test_of_two_sheets_that_fit_neither_is_guessed(written):
    found = gather(STAFF, Source(written({"North": STAFF_ROWS, "South": STAFF_ROWS})))
    assert keys(found) == ["sheet.not_chosen"]
    assert '`sheet: "North"`' in found[1][0].mend


def test_a_file_that_is_not_there_is_a_problem_like_any_other(tmp_path):
    assert keys(gather(STAFF, Source(tmp_path / "staff.xlsx"))) == ["file.missing"]


def test_our_own_workbook_for_another_register_is_recognised(tmp_path):
    write_blank(TRAINING, tmp_path / "training.xlsx")
    found = gather(STAFF, Source(tmp_path / "training.xlsx"))
    assert keys(found) == ["workbook.other_register"]


def test_a_comma_too_many_in_a_text_file_moves_nothing_in_silence(tmp_path):
    path = tmp_path / "staff.csv"
    path.write_text("Staff ID,Role,Start date\nS1,Cook, Carer,04/03/2025\nS2,Carer,04/03/2025\n", encoding="utf-8")
    assert "row.too_long" in keys(gather(STAFF, Source(path)))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_a_register_exported_as_text_is_read(tmp_path, encoding):
    path = tmp_path / "staff.csv"
    path.write_text("Staff ID;Role;Start date\n007;Aide à domicile;04/03/2025\n", encoding=encoding)
    gathered, problems = gather(STAFF, Source(path))
    assert problems == []
    assert gathered.columns.values == {"staff": ["007"], "role": ["Aide à domicile"], "started_on": [DAY]}
