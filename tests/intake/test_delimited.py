"""Text files, whoever exported them."""

import pytest

from evidencegen.intake.delimited import read_delimited
from evidencegen.problem import EvidenceError

ROWS = {1: {1: "Staff ID", 2: "Role"}, 2: {1: "007", 2: "Carer"}, 4: {1: "S2", 2: "Cook"}}


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_separator_and_encoding_gives_the_same_cells(sign, encoding):
    text = f"Staff ID{sign}Role\r\n007{sign}Carer\r\n{sign}\r\nS2{sign}Cook\r\n"
    assert read_delimited("staff.csv", text.encode(encoding)).rows == ROWS


def test_a_line_that_names_the_separator_is_obeyed_and_is_no_row():
    sheet = read_delimited("staff.csv", b"sep=;\nStaff ID;Role, or job\n007;Carer\n")
    assert sheet.rows[1] == {1: "Staff ID", 2: "Role, or job"}


def test_words_parted_by_semicolons_do_not_make_a_file_of_commas_another():
    raw = b"Concern ID,Type of abuse\nC1,Physical; Financial\nC2,Physical; Sexual\nC3,Neglect\n"
    assert read_delimited("a.csv", raw).rows[2] == {1: "C1", 2: "Physical; Financial"}


def test_windows_letters_are_read():
    assert read_delimited("a.csv", "Ref,Name\n1,Zoë O’Example\n".encode("cp1252")).rows[2][2] == "Zoë O’Example"


def test_a_cell_may_hold_several_lines_and_is_still_one_row():
    sheet = read_delimited("a.csv", b'Ref,Note\n1,"two\nlines"\n2,x\n')
    assert sheet.rows[3] == {1: "2", 2: "x"}


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        (b'Ref,Note\n1,"never closed\n2,x\n', "file.unclosed_quote"),
        (b"\x00\x01\x02\x00\x00\x00", "file.not_a_spreadsheet"),
    ],
)
def test_a_broken_file_is_told_in_one_problem(raw, key):
    with pytest.raises(EvidenceError) as told:
        read_delimited("a.csv", raw)
    assert [p.key for p in told.value.problems] == [key]


def test_a_quotation_mark_never_closed_is_told_with_its_line():
    with pytest.raises(EvidenceError, match="line 3"):
        read_delimited("a.csv", b'Ref,Note\n1,x\n2,"never closed\n3,x\n')
