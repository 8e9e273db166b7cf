"""Tables drawn as they look, so that a test can be checked by eye, and workbooks written for a test."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from evidencegen.intake.gather import gather_sheet
from evidencegen.intake.register import Register
from evidencegen.intake.sheet import Sheet
from evidencegen.intake.source import Source
from evidencegen.intake.table import Table, assemble
from evidencegen.intake.workbook import Workbook
from evidencegen.problem import EvidenceError
from evidencegen.start import start_project


def cells_of(drawing: str) -> dict[int, dict[int, str]]:
    """Cells of a drawn table, parted by `|`, headings first; rows and columns counted from 1."""
    lines = [[cell.strip() for cell in line.split("|")] for line in drawing.strip().splitlines()]
    rows = {r: {c: text for c, text in enumerate(cells, 1) if text} for r, cells in enumerate(lines, 1)}
    return {row: cells for row, cells in rows.items() if cells}


@pytest.fixture
def drawn() -> Callable[..., Table]:
    """Read a drawn table with a register: `drawn(STAFF, '''...''')`, by the code that reads workbooks.

    `cells="completed_on"` says what a drawn training matrix holds. Raises EvidenceError like it, too.
    """

    def read(
        register: Register, drawing: str, *, cells: str | None = None, backend: str = "pandas", file: str = "drawn.xlsx"
    ) -> Table:
        sheet = Sheet(file, "Sheet1", cells_of(drawing))
        source = Source(Path(file), cells=cells)
        gathered, problems = gather_sheet(register, source, Workbook(file, (sheet,)), sheet)
        table, found = assemble(register, [gathered] if gathered else [], problems, backend)
        if table is None:
            raise EvidenceError(tuple(p for p in found if p.severity.blocks))
        return table

    return read


@pytest.fixture
def written(tmp_path: Path) -> Callable[..., Path]:
    """Write a workbook from lists of rows: `written({"Staff": [["Staff ID"], ["S1"]]})` gives its path.

    One list of rows makes a workbook with one sheet, "Sheet1". Dates are passed as
    `datetime`; `change(book)` may alter the openpyxl workbook before it is saved.
    """

    def write(
        sheets: dict[str, Sequence[Sequence[object]]] | Sequence[Sequence[object]],
        name: str = "register.xlsx",
        change: Callable[[object], None] | None = None,
    ) -> Path:
        from openpyxl import Workbook as Book

        book = Book()
        book.remove(book.active)
        for title, rows in (sheets if isinstance(sheets, dict) else {"Sheet1": sheets}).items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(list(row))
        if change:
            change(book)
        path = tmp_path / name
        book.save(path)
        return path

    return write


@pytest.fixture(scope="session")
def sample_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a copy of the sample. It is every test's: write into it nothing that another could trip over."""
    folder = tmp_path_factory.mktemp("projects") / "sample"
    start_project(folder, sample=True)
    return folder


@pytest.fixture(scope="session")
def tiny_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an invented provider of one small care home, most of whose figures are hidden. Every test's."""
    from tests.providers import tiny  # reads workbooks at once, which few tests need

    folder = tmp_path_factory.mktemp("projects") / "tiny"
    tiny.write(folder)
    return folder


@pytest.fixture(scope="session")
def large_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of an invented provider of forty services and some 1,500 staff. Every test's."""
    from tests.providers import large

    folder = tmp_path_factory.mktemp("projects") / "large"
    large.write(folder)
    return folder
