"""One sheet, from file to columns."""

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidencegen.intake.blank import write_blank
from evidencegen.intake.gather import gather, gather_sheet
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.training import TRAINING
from evidencegen.intake.sheet import Sheet
from evidencegen.intake.source import Source
from evidencegen.intake.workbook import Workbook
from evidencegen.problem import Severity

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
    path.write_text(
        "Staff ID,Role,Start date\nS1,Cook, Carer,04/03/2025\nS2,Carer,04/03/2025\nS3,Cook,Aide,x,\n", encoding="utf-8"
    )
    long = next(p for p in gather(STAFF, Source(path))[1] if p.key == "row.too_long")
    assert [place.cell for place in (long.place, *long.also)] == ["D2", "D4"]
    assert long.severity is Severity.MEND


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_a_register_exported_as_text_is_read(tmp_path, encoding):
    path = tmp_path / "staff.csv"
    path.write_text("Staff ID;Role;Start date\n007;Aide à domicile;04/03/2025\n", encoding=encoding)
    gathered, problems = gather(STAFF, Source(path))
    assert [p.key for p in problems] == (["workbook.read_as"] if encoding == "cp1252" else [])
    assert gathered.columns.values == {"staff": ["007"], "role": ["Aide à domicile"], "started_on": [DAY]}


WORDS = st.sampled_from(
    ["", "", "Staff ID", "Name", "Fire", "First aid", "Completed", "Expiry", "Cert", "Fire - Expiry", "Total", "S1",
     "S2", "04/03/2025", "12/3", "Booked 12/05/26", "Exp 01/02/25", "04/03/2025 - 03/03/2026", "✓", "N/A", "Rose House"]
)  # fmt: skip
ROW = st.lists(WORDS, max_size=7)
HEADED = st.lists(ROW, max_size=6).map(
    lambda rows: [
        ["Staff ID", "Name", "Fire", "", "First aid", "", "MCA"],
        ["", "", "Completed", "Expiry", "Completed", "Expiry", ""],
        *rows,
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.lists(ROW, max_size=8) | HEADED, st.sampled_from([None, "completed_on", "expires_on"]))
def test_every_cell_of_a_matrix_is_accounted_for_however_its_headings_stand(rows, cells):
    drawn = {r: {c: v for c, v in enumerate(row, 1) if v} for r, row in enumerate(rows, 1)}
    sheet = Sheet("a.xlsx", "S", {r: row for r, row in drawn.items() if row})
    workbook = Workbook("a.xlsx", (sheet,))
    gathered, problems = gather_sheet(TRAINING, Source(Path("a.xlsx"), cells=cells), workbook, sheet)
    if gathered is None:
        assert problems
    else:
        assert gathered.account.balances
        assert gathered.account.cells == sheet.cells
        assert sheet.cells == sum(map(len, drawn.values()))
