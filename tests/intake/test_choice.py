"""Which sheet of a workbook a register is kept in, and as what it is read."""

from datetime import datetime

import pytest

from evidencegen.intake.blank import write_blank
from evidencegen.intake.choice import known_exports, seen_as, sheet_for
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.training import TRAINING
from evidencegen.intake.sheet import Sheet
from evidencegen.intake.source import Source
from evidencegen.intake.workbook import open_workbook
from evidencegen.problem import EvidenceError

DAY = datetime(2025, 3, 4)
LIST = [["Staff ID", "Course", "Date completed"], ["S1", "Fire", DAY]]
MATRIX = [["Staff ID", "Name", "Fire"], ["S1", "Ann Example", DAY]]


def chosen(register, path, sheet=None):
    return sheet_for(register, Source(path, sheet=sheet), open_workbook(path)).name


def test_a_list_goes_before_a_matrix_of_the_same_records(written):
    assert chosen(TRAINING, written({"Overview": MATRIX, "Courses": LIST})) == "Courses"


def test_the_sheet_that_is_named_goes_before_all(written):
    assert chosen(TRAINING, written({"Overview": MATRIX, "Courses": LIST}), "Overview") == "Overview"


def test_two_that_fit_alike_are_asked_about(written):
    with pytest.raises(EvidenceError) as told:
        chosen(TRAINING, written({"North": LIST, "South": LIST}))
    assert told.value.problems[0].key == "sheet.not_chosen"


def test_our_own_workbook_is_known_by_its_marker(tmp_path):
    write_blank(TRAINING, tmp_path / "training.xlsx")
    assert chosen(TRAINING, tmp_path / "training.xlsx") == TRAINING.title
    with pytest.raises(EvidenceError) as told:
        chosen(STAFF, tmp_path / "training.xlsx")
    assert told.value.problems[0].key == "workbook.other_register"


def test_a_sheet_that_is_no_export_is_read_as_it_stands(tmp_path):
    sheet = Sheet("a.xlsx", "S", {1: {1: "Staff ID", 2: "Fire"}, 2: {1: "S1", 2: DAY}})
    seen = seen_as(TRAINING, Source(tmp_path / "a.xlsx"), sheet)
    assert (seen.export.key, seen.sheet is sheet, seen.remarks) == ("", True, ())


def test_every_export_belongs_to_a_register_and_has_a_title_for_a_sentence():
    for export in known_exports():
        assert export.register in (TRAINING.key, STAFF.key)
        assert export.title.startswith("the ")
        assert set(export.columns) <= {c.name for c in (*TRAINING.columns, *STAFF.columns)}


def test_a_list_with_two_dates_for_each_row_is_no_matrix(tmp_path):
    above = {1: "Staff ID", 2: "Course", 3: "Initial", 5: "Refresher"}
    below = {3: "Completed", 4: "Expiry", 5: "Completed", 6: "Expiry"}
    sheet = Sheet("a.xlsx", "S", {1: above, 2: below, 3: {1: "S1", 2: "Fire", 3: DAY}})
    assert seen_as(TRAINING, Source(tmp_path / "a.xlsx"), sheet).sheet is sheet
