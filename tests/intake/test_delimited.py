"""Text files, whoever exported them."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evidencegen.intake.delimited import read_delimited
from evidencegen.problem import EvidenceError

ROWS = {1: {1: "Staff ID", 2: "Role"}, 2: {1: "007", 2: "Carer"}, 4: {1: "S2", 2: "Cook"}}


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_separator_and_encoding_gives_the_same_cells(sign, encoding):
    text = f"Staff ID{sign}Role\r\n007{sign}Carer\r\n{sign}\r\nS2{sign}Cook\r\n"
    assert read_delimited("staff.csv", text.encode(encoding))[0].rows == ROWS


def test_a_line_that_names_the_separator_is_obeyed_and_is_no_row():
    sheet, _ = read_delimited("staff.csv", b"sep=;\nStaff ID;Role, or job\n007;Carer\n")
    assert sheet.rows[1] == {1: "Staff ID", 2: "Role, or job"}


def test_words_parted_by_semicolons_do_not_make_a_file_of_commas_another():
    raw = b"Concern ID,Type of abuse\nC1,Physical; Financial\nC2,Physical; Sexual\nC3,Neglect\n"
    assert read_delimited("a.csv", raw)[0].rows[2] == {1: "C1", 2: "Physical; Financial"}


def test_windows_letters_are_read():
    assert read_delimited("a.csv", "Ref,Name\n1,Zoë O’Example\n".encode("cp1252"))[0].rows[2][2] == "Zoë O’Example"


def test_a_cell_may_hold_several_lines_and_is_still_one_row():
    sheet, _ = read_delimited("a.csv", b'Ref,Note\n1,"two\nlines"\n2,x\n')
    assert sheet.rows[3] == {1: "2", 2: "x"}


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_lines_end_as_any_computer_ends_them(end):
    raw = end.join(["Ref,Role", "1,Carer", "", "2,Cook"]).encode()
    assert read_delimited("a.csv", raw)[0].rows == {
        1: {1: "Ref", 2: "Role"},
        2: {1: "1", 2: "Carer"},
        4: {1: "2", 2: "Cook"},
    }


def test_signs_that_part_lines_elsewhere_stay_within_their_cell():
    raw = "Ref,Note\n1,one\u2028two\x0bthree\n".encode()
    assert read_delimited("a.csv", raw)[0].rows[2] == {1: "1", 2: "one\u2028two\x0bthree"}


def test_a_line_of_too_many_cells_moves_no_other():
    raw = b"Staff,Role\nS1,Carer,,,note\nS2,Cook\n"
    assert read_delimited("a.csv", raw)[0].rows[2] == {1: "S1", 2: "Carer", 5: "note"}
    assert read_delimited("a.csv", raw)[0].rows[3] == {1: "S2", 2: "Cook"}


@pytest.mark.parametrize(
    ("raw", "key"),
    [
        (b'Ref,Note\n1,"never closed\n2,x\n', "file.unclosed_quote"),
        (b'Ref,Note\n1,"never closed\n' + b"2,x\n" * 50_000, "file.unclosed_quote"),
        (b'Ref,Note\n1,"two" words\n', "file.unclosed_quote"),
        (b"Ref,Note\n1," + b"x" * 200_000, "file.unclosed_quote"),
        (b"\x00\x01\x02\x00\x00\x00", "file.not_a_spreadsheet"),
        (b'"Ref,Role"\n"1,Carer"\n"2,Cook"\n', "file.one_column"),
        (b"," * 20_000 + b"x", "file.too_large"),
        (b"\n" * 1_048_576 + b"x\n", "file.too_large"),
    ],
)
def test_a_broken_file_is_told_in_one_problem(raw, key):
    with pytest.raises(EvidenceError) as told:
        read_delimited("a.csv", raw)
    assert [p.key for p in told.value.problems] == [key]
    assert "field" not in str(told.value)


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        (b'Ref,Note\n1,x\n2,"never closed\n3,x\n', 3),
        (b'sep=,\nRef,Note\n1,x\n2,"never closed\n3,x\n', 4),
        (b'Ref,Note\n1,x\n2,"never closed\n' + b"3,x\n" * 50_000, 3),
        (b'Ref,Note\n1,"two" words\n', 2),
    ],
)
def test_a_quotation_mark_that_does_not_match_is_told_with_its_line(raw, line):
    with pytest.raises(EvidenceError, match=rf"line {line}\b"):
        read_delimited("a.csv", raw)


def test_one_column_of_words_is_left_alone():
    raw = b"Comments\nGood, kind staff\nNo complaints\nFine, thank you, all\n"
    assert read_delimited("a.csv", b"Comments\n" + b"Fine\n" * 3)[0].cells == 4
    assert read_delimited("a.csv", raw)[0].last_row == 4


CELL = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12)


@settings(deadline=None)
@given(
    st.lists(st.lists(CELL, min_size=2, max_size=4), min_size=1, max_size=6),
    st.sampled_from([",", ";", "\t", "|"]),
    st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]),
)
def test_whatever_is_typed_comes_back_as_typed(rows, sign, encoding):
    box = io.StringIO(newline="")
    csv.writer(box, delimiter=sign, quoting=csv.QUOTE_ALL).writerows(rows)
    sheet, _ = read_delimited("a.csv", f"sep={sign}\r\n{box.getvalue()}".encode(encoding))
    typed = {r: {c: cell for c, cell in enumerate(cells, 1) if cell.strip()} for r, cells in enumerate(rows, 1)}
    assert sheet.rows == {row: cells for row, cells in typed.items() if cells}


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_end_as_a_sheet_or_as_one_problem(raw):
    try:
        sheet, _ = read_delimited("a.csv", raw)
    except EvidenceError as told:
        assert len(told.problems) == 1
    else:
        assert sheet.name == ""
