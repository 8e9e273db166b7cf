"""The records of a binary sheet."""

import io
from collections import Counter
from datetime import datetime
from struct import pack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evidencegen.intake.binary_sheet import SheetRecords, Style, records, wide
from evidencegen.intake.bounds import WALKED, Allowance, TooLargeError
from evidencegen.intake.number_format import Shown
from evidencegen.intake.sheet import Fault, Marks, Percent

STYLES = [
    Style(Shown.NUMBER, False, False),
    Style(Shown.DAY, False, False),
    Style(Shown.PERCENT, True, False),
    Style(Shown.NUMBER, False, True),
]


def record(kind, data=b""):
    """A record as [MS-XLSB] 2.1.4 has it: kind and size in seven bits a byte, the lowest first."""
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size = len(data)
    while size > 0x7F:
        head += bytes([size & 0x7F | 0x80])
        size >>= 7
    return head + bytes([size]) + data


def words(text):
    """Text as records hold it."""
    return pack("<I", len(text)) + text.encode("utf-16-le")


def row(number, *cells, hidden=False):
    """The record of a row, counted from 1, and those of its cells."""
    return record(0, pack("<IIHBBBI", number - 1, 0, 300, 0, 0x10 * hidden, 0, 0)) + b"".join(cells)


def cell(kind, column, value=b"", style=0):
    """The record of a cell; columns counted from 1."""
    return record(kind, pack("<II", column - 1, style) + value)


def taken(*parts, strings=(), most=100):
    look = SheetRecords(list(strings), STYLES, False, Allowance(most))
    look.take(io.BytesIO(b"".join(parts)))
    return look.sheet("a.xlsb", "Staff", visible=True, noted=Counter({1: 2}))


# RK numbers worked by hand after [MS-XLSB] 2.5.122: bit 0 divides by 100, bit 1 makes it a whole number.
@pytest.mark.parametrize(
    ("packed", "value"),
    [(7 << 2 | 2, 7), (-7 << 2 | 2, -7), (3750 << 2 | 3, 37.5), (0x40440000, 40), (0x3FF80000, 1.5), (0x40590001, 1)],
)
def test_a_number_in_four_bytes_is_unpacked(packed, value):
    sheet = taken(row(1, cell(2, 1, pack("<i", packed))))
    assert sheet.rows == {1: {1: value}}


def test_every_kind_of_cell_comes_as_it_was_typed():
    sheet = taken(
        row(1, cell(7, 1, pack("<I", 0)), cell(6, 2, words("Role")), cell(62, 3, b"\0" + words("rich"))),
        row(3, cell(5, 1, pack("<d", 45720), style=1), cell(5, 2, pack("<d", 0.87), style=2), cell(4, 3, b"\1")),
        row(4, cell(3, 1, b"\x17"), cell(1, 2, style=3), cell(7, 3, pack("<I", 9)), cell(6, 4, words("  "))),
        row(5, cell(8, 1, words("by formula") + b"\0\0"), cell(9, 2, pack("<d", 2)), cell(10, 3, b"\0"), cell(11, 4, b"\x2a")),
        strings=["007"],
    )  # fmt: skip
    assert sheet.rows == {
        1: {1: "007", 2: "Role", 3: "rich"},
        3: {1: datetime.fromisoformat("2025-03-04"), 2: 0.87, 3: True},
        4: {
            1: Fault("cell.error", "#REF!"),
            3: Fault("cell.damaged", "a cell whose text is missing from the workbook"),
        },
        5: {1: "by formula", 2: 2, 3: False, 4: Fault("cell.error", "#N/A")},
    }
    assert isinstance(sheet.rows[3][2], Percent)
    assert sheet.marks == Marks(blank_coloured={4: 1}, struck={3: 1}, noted={1: 2})


def test_hidden_rows_and_columns_are_marked_and_merged_cells_filled():
    sheet = taken(
        record(60, pack("<IIIIH", 1, 2, 9, 0, 1)),
        record(60, pack("<IIIIH", 3, 3, 9, 0, 0)),
        row(1, cell(6, 1, words("Ann"))),
        row(2, cell(6, 2, words("x")), hidden=True),
        record(176, pack("<4I", 0, 1, 0, 0)),
    )
    assert (sheet.hidden_rows, sheet.hidden_columns) == ({2}, {2, 3})
    assert sheet.rows[2] == {1: "Ann", 2: "x"}
    assert sheet.filled == {(2, 1)}


@pytest.mark.parametrize(
    "part",
    [row(1_048_577), row(1, cell(4, 16_385, b"\1")), row(1, record(6, pack("<III", 0, 0, 99))), row(1, cell(5, 1))],
)
def test_what_no_sheet_can_hold_is_damage(part):
    with pytest.raises((ValueError, Exception)) as told:
        taken(part)
    assert type(told.value).__name__ in ("ValueError", "error")


def test_a_sheet_of_formatted_blanks_beyond_counting_is_refused():
    allowance = Allowance(100)
    allowance.walk(WALKED - 500)
    with pytest.raises(TooLargeError):
        SheetRecords([], STYLES, False, allowance).take(io.BytesIO(row(1) + cell(1, 1) * 1000))


@pytest.mark.parametrize("size", [0, 5, 127, 128, 20_000, 200_000])
def test_a_record_of_any_size_comes_whole(size):
    stream = io.BytesIO(record(1, b"a" * size) + record(300, b"b"))
    assert list(records(stream)) == [(1, b"a" * size), (300, b"b")]


@given(st.lists(st.tuples(st.integers(0, 1000), st.binary(max_size=300)), max_size=20))
def test_records_come_back_as_they_were_written(written):
    assert list(records(io.BytesIO(b"".join(record(*each) for each in written)))) == written


@pytest.mark.parametrize("cut", [b"\x06\x05ab", b"\x06\xff\xff\xff\x7f", b"\x06\x90\x4e"])
def test_a_record_cut_short_is_no_record(cut):
    with pytest.raises((EOFError, ValueError, IndexError)):
        list(records(io.BytesIO(cut)))


def test_text_that_is_not_there_is_empty():
    assert wide(b"\xff\xff\xff\xff", 0) == ("", 4)
