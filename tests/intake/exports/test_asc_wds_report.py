"""The training and qualifications report that ASC-WDS makes as an Excel workbook."""

from datetime import datetime

import pytest

from evidencegen.intake.registers.training import TRAINING
from evidencegen.intake.source import Source
from evidencegen.intake.table import examine, read_register
from evidencegen.problem import HIDDEN

DETAILS = [
    [None, "Training record details"],
    [],
    [None, "Name or ID number", "Main job role", "Training category", "Training or course name", "Mandatory",
     "Validity period", "Completion date", "Expiry date", "Status", "Accredited", "In-house or external",
     "Provider name", "Delivery method", "Certificate upload", "Long term absence"],
    [None, "S001", "Care worker", "Fire safety", "Fire safety refresher", "Mandatory", 12, datetime(2025, 3, 4),
     datetime(2026, 3, 3), "Up-to-date", "No", "In-house staff", "-", "Face to face", "No", "-"],
    [None, "S002", "Senior care worker", "Safeguarding adults", "-", "-", "-", datetime(2022, 3, 4),
     datetime(2023, 3, 3), "Expired", "Yes", "External provider", "Other", "E-learning", "Yes", "-"],
    [None, "S003", "Care worker", "Medication management", "-", "Mandatory", "-", "-", "-", "Missing", "-", "-", "-",
     "-", "No", "Yes"],
]  # fmt: skip
EXPIRED = [
    [None, "Expired and missing training"],
    [],
    [None, "Training"],
    [None, "Training category", "Training or course name", "Name or ID number", "Mandatory", "Status", "Expiry date"],
    [None, "Safeguarding adults", "-", "S002", "-", "Expired", datetime(2023, 3, 3)],
    [None, "Medication management", "-", "S003", "Mandatory", "Missing", "-"],
]
BY_STAFF = [
    [None, "Training records by staff"],
    [],
    [None, "Records added", None, "Mandatory training"],
    [None, "Name or ID number", "Total", "Expired", "Expiring soon", "Up-to-date", " Total ", "Missing"],
    [None, "S001", 1, 0, 0, 1, 1, 0],
    [None, "Total", 1, 0, 0, 1, 1, 0],
    [],
    [None, "Note, the data displayed in this table has been generated from staff records."],
]
QUALIFICATIONS = [[None, "Qualification record details"], [], [None, "Name or ID number"], [None, "S001"]]


@pytest.fixture
def report(written):
    def write(details=DETAILS):
        def change(book):
            book["Training record details"].merge_cells("B1:Z1")
            book["Training record details"]["G4"].number_format = '0 "months"'

        sheets = {
            "Training record details": details,
            "Expired training": EXPIRED,
            "Training by staff": BY_STAFF,
            "Qualification record details": QUALIFICATIONS,
        }
        return written(sheets, change=change)

    return write


def test_only_the_details_are_records_and_the_other_sheets_sum_them_up(report):
    table = read_register(TRAINING, Source(report()))
    (account,) = table.accounts
    assert (account.sheet, account.rows_used) == ("Training record details", 3)
    assert account.balances
    assert 'sheet "Expired training" (summary of the same records)' in str(account)
    assert 'sheet "Training by staff" (summary of the same records)' in str(account)
    assert 'sheet "Qualification record details" (other sheet)' in str(account)


def test_what_asc_wds_says_is_read_in_our_words(report):
    rows = read_register(TRAINING, Source(report())).rows
    assert list(rows["course"]) == ["Fire safety refresher", "Safeguarding adults", "Medication management"]
    assert list(rows["status"]) == ["in_date", "expired", "missing"]
    assert rows["valid_months"][0] == 12
    assert list(rows["method"])[:2] == ["face_to_face", "e_learning"]
    assert [str(day)[:10] for day in rows["completed_on"]] == ["2025-03-04", "2022-03-04", "NaT"]


def test_names_in_the_place_of_numbers_are_told_never_shown_and_known_to_the_gate(report):
    named = [[*row[:1], "Ann Example", *row[2:]] if row[1:2] == ["S002"] else row for row in DETAILS]
    table, problems = examine(TRAINING, (Source(report(named)),))
    note = next(p for p in problems if p.key == "export.names_as_key")
    assert note.place.cell == "B5"
    assert not note.severity.blocks
    assert [(cell.column, cell.text, cell.row) for cell in table.gated] == [("name", "Ann Example", 1)]
    assert "Ann" not in " ".join(map(str, (*problems, *table.accounts)))


def test_a_name_in_a_row_to_mend_is_not_shown_either(report):
    astray = [[*row[:1], datetime(2025, 1, 1), *row[2:]] if row[1:2] == ["S002"] else row for row in DETAILS]
    _, problems = examine(TRAINING, (Source(report(astray)),))
    assert next(p.found for p in problems if p.key == "cell.turned_into_date") == HIDDEN
