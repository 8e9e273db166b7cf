"""What lies in a zip file."""

import io
import zipfile
import zlib

import pytest

from evidencegen.intake.packed import BINARY, EXCEL, OPEN_DOCUMENT, held_together, ignored_parts, packed_kind
from evidencegen.problem import EvidenceError


def packed(*names):
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w") as archive:
        for name in names:
            archive.writestr(name, "")
    return zipfile.ZipFile(box)


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (["[Content_Types].xml", "xl/workbook.xml"], EXCEL),
        (["[Content_Types].xml", "XL\\Workbook.xml"], EXCEL),
        (["[Content_Types].xml", "book/main.xml"], EXCEL),
        (["[Content_Types].xml", "xl/workbook.bin"], BINARY),
        (["content.xml", "styles.xml"], OPEN_DOCUMENT),
    ],
)
def test_a_workbook_is_known_by_its_parts(names, kind):
    assert packed_kind("a.zip", packed(*names)) == kind


@pytest.mark.parametrize(
    ("names", "key", "words"),
    [
        ([], "file.not_a_workbook", "no spreadsheet"),
        (["photo.jpg"], "file.not_a_workbook", "no spreadsheet"),
        (["[Content_Types].xml", "word/document.xml"], "file.not_a_workbook", "Word"),
        (["[Content_Types].xml", "ppt/presentation.xml"], "file.not_a_workbook", "PowerPoint"),
        (["Index/Document.iwa", "preview.jpg"], "file.not_a_workbook", "Numbers"),
        (["Index.zip", "preview.jpg"], "file.not_a_workbook", "Numbers"),
        (["2025/training.XLSX", "readme.txt"], "file.zip", "2025/training.XLSX"),
    ],
)
def test_anything_else_is_told_for_what_it_is(names, key, words):
    with pytest.raises(EvidenceError) as told:
        packed_kind("a.zip", packed(*names))
    (problem,) = told.value.problems
    assert (problem.key, words in problem.found) == (key, True)


def test_a_locked_zip_file_asks_for_its_password():
    archive = packed("training.xlsx")
    archive.infolist()[0].flag_bits |= 1
    with pytest.raises(EvidenceError, match="password"):
        packed_kind("a.zip", archive)


def test_what_is_never_opened_is_named_once():
    names = (
        "xl/vbaProject.bin",
        "xl/macrosheets/sheet1.xml",
        "xl/externalLinks/externalLink1.xml",
        "xl/connections.xml",
    )
    assert ignored_parts(packed(*names)) == ("macros", "links to other workbooks", "data connections")
    assert ignored_parts(packed("xl/workbook.xml")) == ()


@pytest.mark.parametrize(
    "damage", [zipfile.BadZipFile, zlib.error, KeyError, ValueError, EOFError, NotImplementedError]
)
def test_whatever_damage_does_is_one_problem(damage):
    with pytest.raises(EvidenceError) as told, held_together("a.xlsx"):
        raise damage
    assert [p.key for p in told.value.problems] == ["file.damaged"]
