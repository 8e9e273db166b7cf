"""A file as somebody keeps it, and what must come of it."""

import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from evidencegen.intake.register import Register
from evidencegen.intake.registers.staff import STAFF
from evidencegen.problem import Severity

Writer = Callable[[Path], Path]
STOP, MEND, NOTE = Severity.STOP, Severity.MEND, Severity.NOTE
DAY, NEXT_DAY = datetime.fromisoformat("2025-03-04"), datetime.fromisoformat("2025-03-05")
HEAD = ("Staff ID", "Name", "Job title", "Start date")
ANN = ("S1", "Ann Example", "Carer", DAY)
BOB = ("S2", "Bob Example", "Cook", NEXT_DAY)


@dataclass(frozen=True)
class Told:
    """One problem that must be told: how grave (None: one that blocks), at which cell, with which words.

    `key` may be left empty where another key would do as well. `cell` is its own place or one of `also`.
    """

    severity: Severity | None
    key: str = ""
    cell: str = ""
    words: str = ""


@dataclass(frozen=True)
class Mess:
    """One kind of mess.

    Args:
        rows: how many rows the table has; None where there is none until something is mended.
        values: what the table says, by column name and by the sheet row (or cell, in a matrix) it stands in.
        cells: what the sheet that is read holds, by address, before any register looks at it.
        told: every problem that blocks, and the notes that matter; another note may stand beside them.
        unused: cells left out, by the reason in the account.
        gated: names and prose, by address.
        refused: the key of the one message with which the file is refused; "one or another" where both would do.
        source: what evidence.yaml says beside the path.
    """

    name: str
    write: Writer
    register: Register = STAFF
    rows: int | None = None
    values: Mapping[tuple[str, int | str], Any] = field(default_factory=dict)
    cells: Mapping[str, Any] = field(default_factory=dict)
    told: tuple[Told, ...] = ()
    unused: Mapping[str, int] = field(default_factory=dict)
    gated: Mapping[str, str] = field(default_factory=dict)
    refused: str = ""
    source: Mapping[str, Any] = field(default_factory=dict)


def workbook(
    *rows: Sequence[object], change: Callable[[Any], None] | None = None, name: str = "staff.xlsx", sheet: str = "Staff",
    **others: Iterable[Sequence[object]],
) -> Writer:  # fmt: skip
    """A workbook with one sheet of these rows, `others` beside it, and `change` made to its openpyxl object."""

    def write(folder: Path) -> Path:
        from openpyxl import Workbook

        book = Workbook()
        book.active.title = sheet
        for row in rows:
            book.active.append(list(row))
        for title, cells in others.items():
            beside = book.create_sheet(title)
            for row in cells:
                beside.append(list(row))
        if change:
            change(book)
        book.save(folder / name)
        return folder / name

    return write


def staff(**changed: object) -> Writer:
    """A staff list of two with single cells changed: `staff(D2="12/3")`."""

    def change(book: Any) -> None:
        for address, value in changed.items():
            book["Staff"][address] = value

    return workbook(HEAD, ANN, BOB, change=change)


def by_xlsxwriter(fill: Callable[[Any, Any], None]) -> Writer:
    """A workbook that `fill(book, sheet)` writes with xlsxwriter, under the usual headings."""

    def write(folder: Path) -> Path:
        import xlsxwriter

        path = folder / "staff.xlsx"
        book = xlsxwriter.Workbook(path)
        sheet = book.add_worksheet("Staff")
        sheet.write_row(0, 0, HEAD)
        fill(book, sheet)
        book.close()
        return path

    return write


def text(words: str, name: str = "staff.csv", encoding: str = "utf-8") -> Writer:
    """A text file."""
    return content(words.encode(encoding), name)


def content(raw: bytes, name: str) -> Writer:
    """A file of these bytes."""

    def write(folder: Path) -> Path:
        (folder / name).write_bytes(raw)
        return folder / name

    return write


def bytes_of(write: Writer) -> bytes:
    """What `write` would put into a file."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        return write(Path(folder)).read_bytes()


def saved(save: Callable[[io.BytesIO], None]) -> bytes:
    """What `save` writes into a file that is only in memory."""
    box = io.BytesIO()
    save(box)
    return box.getvalue()
