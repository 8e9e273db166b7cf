"""Tables drawn as they look, so that a test can be checked by eye, and workbooks written for a test."""

import fcntl
import json
import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Finished:
    """A pack as it was built once: the folder with its files, and what was said on the way, step by step."""

    folder: Path
    said: tuple[tuple[str, str], ...]


FORMATS = ("docx", "html", "pdf", "txt", "xlsx")


@pytest.fixture(scope="session")
def finished(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Finished]:
    """`finished("sample", "tender")`: a pack of a provider in every format, built once for all tests and workers."""
    from evidencegen.build import build

    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def of(provider: str, pack: str) -> Finished:
        folder = shared / "finished" / f"{provider}-{pack}"
        account = folder.with_suffix(".json")
        folder.parent.mkdir(exist_ok=True)
        with folder.with_suffix(".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # another worker may be building it
            if not account.exists():
                said: list[tuple[str, str]] = []
                project = request.getfixturevalue(f"{provider}_project")
                build(project, pack=pack, formats=FORMATS, out=folder, say=lambda *told: said.append(told))
                account.write_text(json.dumps(said), encoding="utf-8")
        told = json.loads(account.read_text(encoding="utf-8"))
        return Finished(folder, tuple((step, words) for step, words in told))

    return of
