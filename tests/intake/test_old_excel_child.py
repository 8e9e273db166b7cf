"""The reader of old workbooks, run as it is run: alone."""

import marshal
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
import xlrd
import xlwt

from evidencegen.intake import old_excel_child as child

FOLDER = str(Path(xlrd.__file__).parents[1])


def run(raw, seconds="5", megabytes="300"):
    """How the process ended, and what it wrote."""
    command = [sys.executable, "-I", "-S", child.__file__, FOLDER, seconds, megabytes]
    ended = subprocess.run(command, input=raw, capture_output=True, check=False)
    return ended.returncode, ended.stdout, ended.stderr


def workbook(rows=1):
    box, book = BytesIO(), xlwt.Workbook()
    sheet = book.add_sheet("Staff")
    for row in range(rows):
        sheet.write(row, 0, f"Carer {row}")
    book.save(box)
    return box.getvalue()


def test_it_writes_the_workbook_then_each_sheet_then_its_rows():
    code, out, err = run(workbook())
    assert (code, err) == (0, b"")
    found = BytesIO(out)
    (counts_from_1904, formatted, styles), head, rows, end = [marshal.load(found) for _ in range(4)]  # noqa: S302
    assert (counts_from_1904, formatted, styles[0]) == (False, True, (164, "General"))
    assert head == ("Staff", 0, [], [], [], {}, {}, {})
    assert (rows, end, found.read()) == ({1: {1: "Carer 0"}}, None, b"")


@pytest.mark.parametrize(
    ("raw", "limits", "code"),
    [
        (b"no workbook", (), child.DAMAGED),
        (workbook()[:900], (), child.DAMAGED),
        (workbook(20_000), ("0.05",), child.TOO_SLOW),
        (workbook(20_000), ("5", "20"), child.TOO_LARGE),
    ],
)
def test_it_says_by_its_ending_what_went_wrong(raw, limits, code):
    assert run(raw, *limits)[0] == code


def test_it_imports_nothing_of_ours_and_little_else():
    source = Path(child.__file__).read_text(encoding="utf-8")
    assert "evidencegen" not in source


def test_it_knows_how_much_it_holds():
    held = child._memory()
    assert 1 < held() < 10_000
