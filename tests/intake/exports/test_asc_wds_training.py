"""The training file of the ASC-WDS bulk upload, in every form of its headings."""

import pytest

from evidencegen.intake.exports.asc_wds_training import CATEGORIES
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.training import TRAINING
from evidencegen.intake.source import Source
from evidencegen.intake.table import examine, read_register

TODAYS = """\
LOCALESTID,UNIQUEWORKERID,CATEGORY,TRAININGNAME,ACCREDITED,WHODELIVERED,PROVIDERNAME,HOWDELIVERED,VALIDITY,\
DATECOMPLETED,EXPIRYDATE,NOTES
Rose House,S001,6,Fire safety refresher,0,1,,1,12,04/03/2025,03/03/2026,
Rose House,S002,20,"Safeguarding adults, level 2",1,2,12,2,none,13/11/2023,,Ann Example was late
Rose House,S003,13,,999,,,,24,31/12/2024,,
"""
FORMER = """\
LOCALESTID,UNIQUEWORKERID,CATEGORY,DESCRIPTION,DATECOMPLETED,EXPIRYDATE,ACCREDITED,NOTES
Rose House,S001,6,Fire safety refresher,04/03/2025,03/03/2026,0,
"""
BETWEEN = FORMER.replace("DESCRIPTION", "TRAININGNAME")


@pytest.fixture
def saved(tmp_path):
    def save(text, name="training.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return save


def test_the_bulk_upload_is_read_without_settings(saved):
    table = read_register(TRAINING, Source(saved(TODAYS)))
    assert list(table.rows["staff"]) == ["S001", "S002", "S003"]
    assert list(table.rows["course"]) == [
        "Fire safety refresher",
        "Safeguarding adults, level 2",
        "Medication management",
    ]
    assert list(table.rows["method"])[:2] == ["face_to_face", "e_learning"]
    assert list(table.rows["valid_months"]) == [12, 0, 24]
    assert [str(day)[:10] for day in table.rows["expires_on"]] == ["2026-03-03", "NaT", "NaT"]
    (account,) = table.accounts
    assert account.balances
    assert "Recognised as the ASC-WDS training bulk upload: only the columns needed were read." in str(account)
    assert "NOTES (needed by no figure)" in str(account)
    assert "Ann" not in str(table.notes) + str(account)


def test_the_category_stands_in_for_a_training_without_a_name_and_that_is_said(saved):
    (note,) = read_register(TRAINING, Source(saved(TODAYS))).notes
    assert (note.key, note.place.cell, note.place.column) == ("export.stands_in", "C4", "CATEGORY")
    assert '`columns: {course: ["CATEGORY"]}`' in note.mend


def test_the_line_to_paste_takes_the_category_throughout(saved):
    table = read_register(TRAINING, Source(saved(TODAYS), columns={"course": ("CATEGORY",)}))
    assert list(table.rows["course"]) == ["Fire safety", "Safeguarding adults", "Medication management"]
    assert table.notes == ()


@pytest.mark.parametrize("text", [FORMER, BETWEEN])
def test_former_headings_are_read_too(saved, text):
    table = read_register(TRAINING, Source(saved(text)))
    assert list(table.rows["course"]) == ["Fire safety refresher"]
    assert "the ASC-WDS training bulk upload" in str(table.accounts[0])


def test_a_code_nobody_knows_is_left_as_it_stands_and_told(saved):
    table = read_register(TRAINING, Source(saved(TODAYS.replace(",13,,", ",99,,")), columns={"course": ("CATEGORY",)}))
    assert list(table.rows["course"])[2] == "99"
    assert [(n.key, n.place.cell) for n in table.notes] == [("export.unknown_code", "C4")]


def test_a_way_of_delivery_nobody_knows_is_to_be_mended(saved):
    _, problems = examine(TRAINING, (Source(saved(TODAYS.replace(",1,12,", ",3,12,"))),))
    assert [(p.key, p.found) for p in problems if p.severity.blocks] == [("cell.not_listed", '"3"')]


def test_it_is_no_staff_register_and_says_where_it_belongs(saved):
    _, (problem,) = examine(STAFF, (Source(saved(TODAYS)),))
    assert problem.key == "workbook.other_register"
    assert "`training:`" in problem.mend


def test_there_are_48_categories_each_with_a_name_of_its_own():
    assert len(CATEGORIES) == len(set(CATEGORIES.values())) == 48
    assert (CATEGORIES["6"], CATEGORIES["13"], CATEGORIES["20"]) == (
        "Fire safety",
        "Medication management",
        "Safeguarding adults",
    )
    assert all(code.isdecimal() and name == name.strip() for code, name in CATEGORIES.items())
