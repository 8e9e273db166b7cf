"""The workbook: marked tables, numbers as numbers, nothing hidden, and the same bytes every time."""

import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from evidencegen.documents.format import Filled
from evidencegen.documents.formats import xlsx
from evidencegen.documents.formats.xlsx import XLSX
from evidencegen.release.profile import EXTERNAL


@pytest.fixture
def written(drafted, tmp_path):
    """The path of the workbook of a draft in one state, or of the draft itself."""

    def write(state="full", made=None):
        path = tmp_path / "tender.xlsx"
        XLSX.write(Filled(made or drafted(state), "", b""), path)
        assert [one.name for one in tmp_path.iterdir()] == ["tender.xlsx"]
        return path

    return write


def test_the_cover_tells_what_it_is_and_leads_to_every_sheet(written):
    book = openpyxl.load_workbook(written())
    cover = book.worksheets[0]
    told = [cell.value for cell in cover["A"]]
    assert told[:4] == [
        "Making Safeguarding Personal: the evidence",
        "Larkfield Care",
        "Period: October 2025 to September 2026",
        "As at: 30 September 2026",
    ]
    assert EXTERNAL.words in told
    linked = [cell.hyperlink.location for cell in cover["A"] if cell.hyperlink]
    assert linked == [f"'{name}'!A1" for name in book.sheetnames[1:]]


def test_the_cover_names_the_breakdowns_that_have_no_sheet(written):
    told = [cell.value for cell in openpyxl.load_workbook(written("hidden"))["Cover"]["A"]]
    start = told.index("Without a sheet, since nothing can be shown")
    assert told[start + 1].startswith("Required training current, by role: not shown: it, or a number")
    assert "Without a sheet, since nothing can be shown" not in [
        cell.value for cell in openpyxl.load_workbook(written("full"))["Cover"]["A"]
    ]


def test_what_is_not_for_release_says_so_on_its_cover(written, drafted):
    book = openpyxl.load_workbook(written(made=drafted("full", audience="internal")))
    assert "Not for release" in [cell.value for cell in book["Cover"]["A"]]
    assert book["Table_1"].oddHeader.center.text == "Not for release"


def test_each_sheet_holds_one_marked_table_whose_head_stays_in_sight(written):
    for page in openpyxl.load_workbook(written()).worksheets[1:]:
        (table,) = page.tables.values()
        top = page[table.ref][0]
        assert page.freeze_panes == f"A{top[0].row + 1}"
        assert [column.name for column in table.tableColumns] == [cell.value for cell in top]
        assert page.print_title_rows == f"${top[0].row}:${top[0].row}"
        assert page.page_setup.paperSize == 9
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert (page.page_setup.fitToWidth or 1, page.page_setup.fitToHeight) == (1, 0)
        assert all(cell.value is not None for row in page[table.ref] for cell in row)


def test_a_narrow_table_is_printed_upright_and_a_wide_one_across(written):
    book = openpyxl.load_workbook(written())
    wide = {
        page.title: sum(int(one.width) * (one.max - one.min + 1) for one in page.column_dimensions.values())
        for page in book
    }
    assert {name for name, letters in wide.items() if letters <= 110} > {"Cover"}
    for page in book:
        assert page.page_setup.orientation == ("landscape" if wide[page.title] > 110 else "portrait"), page.title


def test_numbers_are_numbers_to_the_right_and_shares_are_no_finer_than_printed(written, state):
    book = openpyxl.load_workbook(written(state))
    numbers = [
        cell for page in book for row in page.iter_rows() for cell in row if cell.data_type == "n" and cell.value
    ]
    assert bool(numbers) == (state not in ("hidden", "missing", "nothing to count"))
    for cell in numbers:
        assert cell.alignment.horizontal == "right"
        assert cell.number_format in ("#,##0", "0%")
        finest = cell.value * 100 if cell.number_format == "0%" else cell.value
        assert round(finest, 9) == int(round(finest, 9))


def test_nothing_is_merged_or_hidden(written):
    path = written()
    book = openpyxl.load_workbook(path)
    assert list(book.defined_names) == []
    for page in book:
        assert page.sheet_state == "visible"
        assert page.merged_cells.ranges == set()
        assert [one for one in page.row_dimensions.values() if one.hidden] == []
        assert [one for one in page.column_dimensions.values() if one.hidden] == []
    with zipfile.ZipFile(path) as packed:
        parts = " ".join(packed.namelist())
    assert not re.search(r"comment|vml|calcChain|custom|external", parts, re.IGNORECASE)


def test_every_cell_is_in_arial_of_eleven_points_or_more(written):
    for page in openpyxl.load_workbook(written()):
        fonts = {(cell.font.name, cell.font.size >= 11) for row in page.iter_rows() for cell in row if cell.value}
        assert fonts == {("Arial", True)}


def test_the_properties_name_the_provider_and_the_day_and_nobody_else(written):
    path = written()
    told = openpyxl.load_workbook(path).properties
    assert (told.title, told.creator) == ("Making Safeguarding Personal: the evidence", "Larkfield Care")
    assert told.lastModifiedBy == "Larkfield Care"
    assert (told.created, told.modified) == (datetime(2026, 9, 30), datetime(2026, 9, 30))
    assert told.language == "en-GB"


def test_words_that_look_like_formulas_or_links_stay_words(written, drafted):
    made = drafted("full")
    story = replace(made.examples[0], service_type="=1+1", case="https://example.org")
    page = openpyxl.load_workbook(written(made=replace(made, examples=(story,))))["Case_studies"]
    row = page.max_row
    assert [(cell.value, cell.data_type) for cell in page[row][:2]] == [("https://example.org", "s"), ("=1+1", "s")]
    assert page.cell(row, 1).hyperlink is None


# Every figure of this draft is hidden: no cell of any sheet is stored as a number.
def test_a_hidden_number_is_nowhere_in_the_file(written):
    with zipfile.ZipFile(written("hidden")) as packed:
        sheets = [packed.read(name).decode() for name in packed.namelist() if name.startswith("xl/worksheets/sheet")]
    assert len(sheets) > 10
    assert [number for sheet in sheets for number in re.findall(r"<c r=\"\w+\" s=\"\d+\"><v>", sheet)] == []


def test_a_table_that_excel_would_not_take_stops_the_workbook_and_leaves_nothing(drafted, tmp_path, monkeypatch):
    one = next(xlsx.sheets(drafted("full")))
    monkeypatch.setattr(xlsx, "sheets", lambda _: [replace(one, heads=(one.heads[0], *one.heads[:-1]))])
    with pytest.warns(UserWarning, match="Duplicate"), pytest.raises(ValueError, match="'notes'"):
        XLSX.write(Filled(drafted("full"), "", b""), tmp_path / "a.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_the_same_draft_gives_the_same_bytes(written):
    once = written().read_bytes()
    assert written().read_bytes() == once


def test_another_process_in_another_place_gives_the_same_bytes(tmp_path):
    program = (
        "import sys; sys.path.insert(0, sys.argv[2]); from pathlib import Path; import conftest as made; "
        "from evidencegen.documents.format import Filled; from evidencegen.documents.formats.xlsx import XLSX; "
        "from evidencegen.packs.draft import draft; from evidencegen.packs.kinds.tender import TENDER; "
        "told = draft(TENDER, made.made_brief(), made.all_made(), stories=(made.Told(),), statements=made.STATEMENTS); "
        "XLSX.write(Filled(told, '', b''), Path(sys.argv[1]))"
    )
    hand_made = Path(__file__).parents[2] / "packs"
    for name, zone, seed in (("a", "UTC", "1"), ("b", "Pacific/Auckland", "2")):
        settings = {"TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": "C", "PATH": "", "HOME": str(tmp_path)}
        settings["PYTHONPATH"] = ":".join(sys.path)
        subprocess.run([sys.executable, "-c", program, str(tmp_path / name), str(hand_made)], check=True, env=settings)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert len(openpyxl.load_workbook(BytesIO((tmp_path / "a").read_bytes())).sheetnames) == 29
