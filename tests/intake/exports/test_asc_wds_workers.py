"""The worker file of the ASC-WDS bulk upload: a few of its columns, and no other."""

import csv
import io
import pickle

import pytest

from evidencegen.intake.account import PERSONAL
from evidencegen.intake.exports.asc_wds_workers import CONTRACTS, JOB_ROLES
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.source import Source
from evidencegen.intake.table import examine, read_register
from evidencegen.intake.value import Unfit, reader

PRIVATE = (
    "DISPLAYID", "NINUMBER", "POSTCODE", "DOB", "GENDER", "ETHNICITY", "NATIONALITY", "BRITISHCITIZENSHIP",
    "COUNTRYOFBIRTH", "YEAROFENTRY", "DISABLED", "HANDCVISA", "INOUTUK", "DAYSSICK", "SALARYINT", "SALARY", "HOURLYRATE",
)  # fmt: skip
READ = ("LOCALESTID", "UNIQUEWORKERID", "STATUS", "STARTDATE", "EMPLSTATUS", "MAINJOBROLE")
HEADINGS = [
    "LOCALESTID", "UNIQUEWORKERID", "STATUS", "DISPLAYID", "NINUMBER", "POSTCODE", "DOB", "GENDER", "ETHNICITY",
    "NATIONALITY", "BRITISHCITIZENSHIP", "COUNTRYOFBIRTH", "YEAROFENTRY", "DISABLED", "CARECERT", "L2CARECERT",
    "RECSOURCE", "HANDCVISA", "INOUTUK", "STARTDATE", "STARTINSECT", "DHA", "APPRENTICE", "EMPLSTATUS", "ZEROHRCONT",
    "DAYSSICK", "SALARYINT", "SALARY", "HOURLYRATE", "MAINJOBROLE", "MAINJRDESC", "CONTHOURS", "AVGHOURS", "NMCREG",
    "AMHP", "SCQUAL", "NONSCQUAL", "CWPCATEGORY", "QUALACH01", "QUALACH01NOTES", "QUALACH02", "QUALACH02NOTES",
    "QUALACH03", "QUALACH03NOTES",
]  # fmt: skip
ANN = {heading: f"unread{number}" for number, heading in enumerate(HEADINGS)} | {
    "LOCALESTID": "Rose House",
    "UNIQUEWORKERID": "S001",
    "STATUS": "UPDATE",
    "STARTDATE": "04/03/2021",
    "EMPLSTATUS": "1",
    "MAINJOBROLE": "8",
}


@pytest.fixture
def workers(tmp_path):
    def write(*rows):
        text = io.StringIO()
        writer = csv.DictWriter(text, HEADINGS)
        writer.writeheader()
        writer.writerows(rows)
        path = tmp_path / "workers.csv"
        path.write_text(text.getvalue(), encoding="utf-8")
        return path

    return write


def test_the_worker_file_makes_a_staff_register_without_settings(workers):
    path = workers(ANN, ANN | {"UNIQUEWORKERID": "S002", "EMPLSTATUS": "3", "MAINJOBROLE": "7", "STATUS": "NEW"})
    table = read_register(STAFF, Source(path))
    assert list(table.rows["staff"]) == ["S001", "S002"]
    assert list(table.rows["role"]) == ["Care worker", "Senior care worker"]
    assert list(table.rows["employment"]) == ["permanent", "bank"]
    assert list(table.rows["service"]) == ["Rose House", "Rose House"]
    assert str(table.rows["started_on"][0])[:10] == "2021-03-04"
    assert table.notes == ()
    assert "Recognised as the ASC-WDS worker file" in str(table.accounts[0])


def test_nothing_of_the_other_columns_is_kept_anywhere(workers):
    table, problems = examine(STAFF, (Source(workers(ANN)),))
    (account,) = table.accounts
    assert {u.where for u in account.unused if u.reason == PERSONAL} == set(PRIVATE)
    assert account.columns_used == len(READ)
    assert account.columns == len(HEADINGS) == 44
    assert account.balances
    kept = pickle.dumps((table.rows, table.places, table.gated, table.accounts, table.notes, problems))
    assert b"unread" not in kept
    assert b"Rose House" in kept


def test_a_record_marked_for_deletion_is_left_out_and_said(workers):
    path = workers(ANN, ANN | {"UNIQUEWORKERID": "S002", "STATUS": "delete"})
    table = read_register(STAFF, Source(path))
    assert list(table.rows["staff"]) == ["S001"]
    assert "1 deleted record (row 3)" in str(table.accounts[0])
    assert table.accounts[0].balances


def test_the_file_says_that_it_knows_no_leavers(workers):
    table = read_register(STAFF, Source(workers(ANN)))
    assert "left_on" not in table.collected
    assert "no leaving dates" in str(table.accounts[0])


def test_a_role_whose_code_is_not_known_stays_as_it_is_and_is_told(workers):
    table = read_register(STAFF, Source(workers(ANN | {"MAINJOBROLE": "12"})))
    assert list(table.rows["role"]) == ["12"]
    assert [note.key for note in table.notes] == ["export.unknown_code"]


def test_every_contract_is_a_kind_of_employment_and_every_role_has_one_name():
    read = reader(STAFF.column("employment"))
    assert not [word for word in CONTRACTS.values() if isinstance(read(word), Unfit)]
    assert len(set(JOB_ROLES.values())) == len(JOB_ROLES) == 39
