"""One spreadsheet read in a process of its own."""

import io
import zipfile
from datetime import datetime

import pytest

from tools.one_file import CAPITALS, MACRO_SHEET, NAMESPACE, compare, read

DAY = datetime.fromisoformat("2025-03-04")
STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
USUAL = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def repacked(path, change):
    """The workbook at `path` with `change(name, content)` giving each part's new name and content."""
    box = io.BytesIO()
    with zipfile.ZipFile(path) as archive, zipfile.ZipFile(box, "w") as other:
        for name in archive.namelist():
            other.writestr(*change(name, archive.read(name)))
    path.write_bytes(box.getvalue())
    return path


def test_a_file_that_loads_is_told_with_its_sheets_and_cells(written):
    path = written({"Staff": [["Staff ID", "Course"], ["S1", "Fire"]], "Old": [["x"]]})
    assert read(path) == {"end": "loaded", "sheets": 2, "cells": 5, "unaccounted": []}


def test_a_file_that_is_refused_is_told_by_the_key_of_its_message(tmp_path):
    (tmp_path / "a.csv").write_bytes(b"")
    assert read(tmp_path / "a.csv") == {"end": "refused", "key": "file.empty"}


def test_a_plain_workbook_reads_the_same_in_both(written):
    path = written([["Staff ID", "Start date", "Hours"], ["007", DAY, 37.5], ["S2", None, True]])
    assert compare(path) == {"alike": 8, "differences": {}, "unexplained": 0, "where": []}


@pytest.mark.parametrize(
    ("change", "differences"),
    [
        (lambda name, part: (name, part.replace(USUAL, STRICT)), {NAMESPACE: 2}),
        (lambda name, part: (name.replace("sheet1", "SHEET1"), part), {CAPITALS: 2}),
    ],
)
def test_a_sheet_that_openpyxl_does_not_see_is_explained_by_the_file(written, change, differences):
    told = compare(repacked(written([["Staff ID"], ["S1"]]), change))
    assert (told["differences"], told["unexplained"]) == (differences, 0)


def test_a_sheet_that_only_openpyxl_sees_is_unexplained_unless_it_holds_macros(written):
    def as_macros(name, part):
        part = part.replace(b"relationships/worksheet", b"relationships/xlMacrosheet").replace(
            b"worksheets/", b"macrosheets/"
        )
        return name.replace("worksheets/", "macrosheets/"), part

    def as_strangers(name, part):
        return name, part.replace(b"relationships/worksheet", b"relationships/unheardOf")

    rows = [["Staff ID"], ["S1"]]
    assert compare(repacked(written(rows), as_macros))["differences"] == {MACRO_SHEET: 2}
    told = compare(repacked(written(rows, name="b.xlsx"), as_strangers))
    assert told["unexplained"] == 1


def test_what_openpyxl_cannot_read_is_told_apart(written):
    path = repacked(written([["Staff ID"]]), lambda name, part: (name, part.replace(b"<numFmts", b"<numFmts x='")))
    assert set(compare(path)) == {"openpyxl"}


def test_what_is_refused_here_and_read_by_openpyxl_is_told_with_its_cells(written):
    path = repacked(
        written([["Staff ID"]]), lambda name, part: (name, b"<!DOCTYPE x>" + part if "theme" in name else part)
    )
    assert compare(path)["alike"] == 1
    doctype = repacked(path, lambda name, part: (name, b"<!DOCTYPE x>" + part if "sheet1" in name else part))
    assert compare(doctype) == {"refused_here": 1}
