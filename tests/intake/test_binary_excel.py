"""Binary workbooks, packed by hand."""

import io
import random
import zipfile
from datetime import datetime
from struct import pack

import pytest

from evidencegen.intake.sheet import Marks
from evidencegen.intake.workbook import open_workbook
from evidencegen.problem import EvidenceError

RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DAY = datetime.fromisoformat("2025-03-04")


def record(kind, data=b""):
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size = [len(data) & 0x7F, len(data) >> 7]
    return head + (bytes([size[0] | 0x80, size[1]]) if size[1] else bytes(size[:1])) + data


def words(text):
    return pack("<I", len(text)) + text.encode("utf-16-le")


def relations(**targets):
    """A list of parts: name of the relation, kind and place."""
    inside = "".join(f'<Relationship Id="{i}" Type="{RELATED}/{k}" Target="{t}"/>' for i, (k, t) in targets.items())
    return f'<?xml version="1.0"?><Relationships xmlns="x">{inside}</Relationships>'


def cell(kind, column, style, value):
    return record(kind, pack("<II", column, style) + value)


def binary(counts_from_1904=0, states=(0,), formats=True):
    """A workbook with sheets "Staff 0", "Staff 1" ..., each: a text, a day and a share of a hundred in A1 to C1."""
    sheet = record(145) + record(0, pack("<IIHBBBI", 0, 0, 300, 0, 0, 0, 0))
    sheet += cell(7, 0, 0, pack("<I", 0)) + cell(5, 1, 1, pack("<d", 45720)) + cell(5, 2, 2, pack("<d", 0.5))
    look = b"\x02\0" + bytes(14)
    styles = record(44, pack("<H", 164) + words("dd/mm/yyyy"))
    styles += record(43, pack("<HH", 220, 0) + bytes(20)) + record(43, pack("<HH", 220, 8) + bytes(20))
    styles += record(45, pack("<I", 0) + bytes(60)) + record(
        45, pack("<IBBH4B", 1, 5, 0, 0, 255, 255, 0, 255) + bytes(52)
    )
    styles += record(626) + record(47, pack("<6H", 0, 14, 0, 0, 0, 0)) + record(627) + record(617)
    styles += b"".join(record(47, pack("<5H", 0, *s, 0) + look) for s in ((0, 0, 0), (164, 1, 0), (9, 0, 1))) + record(
        618
    )
    book = record(153, pack("<III", counts_from_1904, 0, 0) + words(""))
    parts = {"s": ("sharedStrings", "sharedStrings.bin"), "f": ("styles", "styles.bin")}
    for number, state in enumerate(states):
        book += record(156, pack("<II", state, number + 1) + words(f"r{number}") + words(f"Staff {number}"))
        parts[f"r{number}"] = ("worksheet", f"worksheets/sheet{number}.bin")
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("_rels/.rels", relations(a=("officeDocument", "xl/workbook.bin")))
        archive.writestr("xl/workbook.bin", book)
        archive.writestr("xl/_rels/workbook.bin.rels", relations(**parts))
        archive.writestr("xl/sharedStrings.bin", record(159, bytes(8)) + record(19, b"\0" + words("007")))
        if formats:
            archive.writestr("xl/styles.bin", styles)
        for number in range(len(states)):
            archive.writestr(f"xl/worksheets/sheet{number}.bin", sheet)
        archive.writestr("xl/worksheets/_rels/sheet0.bin.rels", relations(c=("comments", "../comments1.bin")))
        archive.writestr("xl/comments1.bin", record(628) + record(635, bytes(36)) * 3)
        archive.writestr("xl/vbaProject.bin", "")
    return box.getvalue()


def opened(tmp_path, raw):
    path = tmp_path / "staff.xlsb"
    path.write_bytes(raw)
    return open_workbook(path)


def test_a_binary_workbook_is_read_like_any_other(tmp_path):
    book = opened(tmp_path, binary(states=(0, 1, 2)))
    assert [(s.name, s.visible) for s in book.sheets] == [("Staff 0", True), ("Staff 1", False), ("Staff 2", False)]
    assert book.sheets[0].rows == {1: {1: "007", 2: DAY, 3: 0.5}}
    assert book.sheets[0].marks == Marks(coloured={1: 1}, struck={1: 1}, noted={1: 3})
    assert book.sheets[1].marks.noted == {}
    assert [s.very_hidden for s in book.sheets] == [False, False, True]
    assert book.ignored == ("macros",)


def test_days_are_counted_from_1904_where_the_workbook_says_so(tmp_path):
    (sheet,) = opened(tmp_path, binary(counts_from_1904=1)).sheets
    assert (sheet.rows[1][2], sheet.counts_from_1904) == (datetime.fromisoformat("2029-03-05"), True)


def test_a_workbook_without_styles_keeps_its_numbers(tmp_path):
    (sheet,) = opened(tmp_path, binary(formats=False)).sheets
    assert sheet.rows == {1: {1: "007", 2: 45720, 3: 0.5}}


def test_mutants_end_as_sheets_or_as_one_problem(tmp_path):
    raw = binary()
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    chance = random.Random(5)
    ends = set()
    for _ in range(300):
        spoilt = chance.choice([name for name, data in members.items() if data])
        data = bytearray(members[spoilt][: chance.choice((None, chance.randrange(len(members[spoilt]))))])
        for _ in range(chance.randrange(0, 4) if data else 0):
            data[chance.randrange(len(data))] = chance.randrange(256)
        box = io.BytesIO()
        with zipfile.ZipFile(box, "w") as archive:
            for name, whole in members.items():
                archive.writestr(name, bytes(data) if name == spoilt else whole)
        try:
            ends.add(len(opened(tmp_path, box.getvalue()).sheets))
        except EvidenceError as told:
            assert len(told.problems) == 1
            ends.add(told.problems[0].key)
    assert "file.damaged" in ends
    assert 1 in ends


@pytest.mark.parametrize("part", [0.3, 0.6, 0.9])
def test_a_workbook_cut_short_is_told_as_damaged(tmp_path, part):
    raw = binary()
    with pytest.raises(EvidenceError) as told:
        opened(tmp_path, raw[: int(len(raw) * part)])
    assert [p.key for p in told.value.problems] == ["file.damaged"]
