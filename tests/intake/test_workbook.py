"""Files opened by what they hold."""

import pytest

from evidencegen.intake.workbook import choose_sheet, open_workbook
from evidencegen.problem import EvidenceError

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 64


@pytest.mark.parametrize(
    ("name", "raw", "key"),
    [
        ("~$staff.xlsx", b"x", "file.lock"),
        (".~lock.staff.ods#", b"x", "file.lock"),
        ("staff.xlsx", b"", "file.empty"),
        ("staff.xlsx", OLE2 + "EncryptedPackage".encode("utf-16-le"), "file.password"),
        ("staff.xls", OLE2, "file.damaged"),
        ("staff.xls", b"<html><table><tr><td>Ref</td></tr></table></html>", "file.web_page"),
        ("staff.xls", b'<?xml version="1.0"?><Workbook/>', "file.xml"),
        ("staff.csv", b"%PDF-1.7", "file.pdf"),
        ("staff.xlsx", b"PK\x03\x04 cut short", "file.damaged"),
    ],
)
def test_a_file_that_cannot_be_read_ends_in_one_message(tmp_path, name, raw, key):
    (tmp_path / name).write_bytes(raw)
    with pytest.raises(EvidenceError) as told:
        open_workbook(tmp_path / name)
    assert [p.key for p in told.value.problems] == [key]


def test_a_missing_file_is_told_with_the_one_that_was_meant(tmp_path):
    (tmp_path / "training.xlsx").write_bytes(b"x")
    with pytest.raises(EvidenceError, match=r'did you mean "training\.xlsx"'):
        open_workbook(tmp_path / "trainning.xlsx")


def test_the_way_to_take_a_password_off_is_told(tmp_path):
    (tmp_path / "a.xlsx").write_bytes(OLE2 + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(EvidenceError, match="Encrypt with Password"):
        open_workbook(tmp_path / "a.xlsx")


def test_a_workbook_under_a_wrong_name_is_read_all_the_same(written, tmp_path):
    path = written([["Staff ID"]]).rename(tmp_path / "staff.csv")
    assert open_workbook(path).sheets[0].rows == {1: {1: "Staff ID"}}


def test_each_kind_is_told_by_its_content_whatever_its_name(tmp_path):
    import xlwt

    old = xlwt.Workbook()
    old.add_sheet("Staff").write(0, 0, "Staff ID")
    old.save(tmp_path / "old.xlsx")
    (tmp_path / "tabs.xls").write_bytes(b"Staff ID\tRole\r\n007\tCarer\r\n")
    (tmp_path / "commas").write_bytes(b"Staff ID,Role\r\n007,Carer\r\n")
    assert open_workbook(tmp_path / "old.xlsx").sheets[0].rows == {1: {1: "Staff ID"}}
    for name in ("tabs.xls", "commas"):
        assert open_workbook(tmp_path / name).sheets[0].rows[2] == {1: "007", 2: "Carer"}


def test_what_was_done_to_read_a_text_file_is_said(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"Ref,Na\0me\n1,Zo\xeb\n")
    book = open_workbook(tmp_path / "a.csv")
    assert book.sheets[0].rows == {1: {1: "Ref", 2: "Name"}, 2: {1: "1", 2: "Zoë"}}
    assert book.remarks == ("read as Windows text, for it is no UTF-8", "1 zero byte taken out")


def test_macros_in_a_workbook_are_named_and_never_opened(written):
    import zipfile

    path = written([["x"]])
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", "")
    assert open_workbook(path).ignored == ("macros",)


def test_a_folder_is_no_workbook(tmp_path):
    with pytest.raises(EvidenceError, match="a folder"):
        open_workbook(tmp_path)


def test_the_only_visible_sheet_that_holds_anything_is_the_one(written):
    def change(book):
        book["Old"].sheet_state = "hidden"

    book = open_workbook(written({"Empty": [], "Staff": [["x"]], "Old": [["y"]]}, change=change))
    assert choose_sheet(book, None).name == "Staff"


def test_a_sheet_is_found_whatever_its_capitals(written):
    book = open_workbook(written({"Staff ": [["x"]], "Other": [["y"]]}))
    assert choose_sheet(book, "staff").name == "Staff "


def test_an_unknown_sheet_is_told_with_those_there_are(written):
    book = open_workbook(written({"Staff list": [["x"]], "Rota": [["y"]]}))
    with pytest.raises(EvidenceError) as told:
        choose_sheet(book, "Staf list")
    (problem,) = told.value.problems
    assert problem.key == "sheet.missing"
    assert 'did you mean "Staff list"' in problem.found
    assert "Staff list, Rota" in problem.wanted


def test_of_several_sheets_none_is_guessed(written):
    assert choose_sheet(open_workbook(written({"A": [["x"]], "B": [["y"]]})), None) is None


def test_a_workbook_with_hidden_sheets_alone_holds_no_register(written):
    def change(book):
        book["Old"].sheet_state = "hidden"

    book = open_workbook(written({"Front": [], "Old": [["y"]]}, change=change))
    with pytest.raises(EvidenceError) as told:
        choose_sheet(book, None)
    assert told.value.problems[0].key == "sheet.none"
