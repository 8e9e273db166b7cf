"""The cells of an Excel workbook of the kind used before 2007, read in a process of its own."""

import marshal
import os
import subprocess
import sys
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

from evidencegen.intake import old_excel_child as child
from evidencegen.intake.bounds import SMALL_FILE, Allowance
from evidencegen.intake.number_format import Shown, as_shown, shown_by
from evidencegen.intake.other_files import SAVE_AS
from evidencegen.intake.sheet import Fault, Marks, Sheet, Value, filled_down
from evidencegen.intake.unopened import damaged, protected, unopened
from evidencegen.problem import EvidenceError

VERY_HIDDEN = 2
SECONDS, MEGABYTES = 5, 300
SECONDS_LARGE, MEGABYTES_LARGE = 50, 1000
NO_FORMATS = "damaged formats, and so which rows, columns and cells are hidden, merged or marked"
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BARE = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08\x08\x00", b"\x09\x08\x10\x00")
_OTHERS = {
    "WordDocument": "a Word document",
    "PowerPoint Document": "a PowerPoint presentation",
    "__properties_version1.0": "an Outlook message",
}


def is_old(raw: bytes) -> bool:
    """Whether the file is one of Microsoft's from before 2007, or in the wrapping of a password."""
    return raw.startswith((_OLE2, *_BARE))


def read_old_excel(file: str, raw: bytes) -> tuple[list[Sheet], list[str]]:
    """The sheets of a workbook in their order, and what the file holds besides that was not read.

    Raises:
        EvidenceError: the file is damaged, protected, no workbook, or takes more time or memory than any should.
    """
    if raw.startswith(_OLE2) and not (_holds(raw, "Workbook") or _holds(raw, "Book") or _holds(raw, "BOOK")):
        if _holds(raw, "EncryptedPackage"):
            raise protected(file)
        words = next((words for name, words in _OTHERS.items() if _holds(raw, name)), "")
        if words:
            raise unopened("file.not_a_workbook", file, words, "name the workbook that holds the register")
    bounds = Allowance(len(raw))
    found = BytesIO(_read_apart(file, raw))
    ignored = ["macros"] if _holds(raw, "_VBA_PROJECT_CUR") else []
    try:
        counts_from_1904, formatted, styles = marshal.load(found)  # noqa: S302 - written by our own child
        shown = {style: shown_by(*known) for style, known in styles.items()}
        sheets = []
        while head := _next(found):
            rows: dict[int, dict[int, Value]] = {}
            while some := marshal.load(found):  # noqa: S302
                bounds.add(cells=sum(map(len, some.values())), rows=len(some))
                for row, cells in some.items():
                    rows[row] = _valued(cells, shown, counts_from_1904)
            bounds.add(steps=sum(bottom - top for top, _, bottom, _ in head[4]))
            sheets.append(_sheet(file, head, rows, counts_from_1904))
    except (ValueError, EOFError, TypeError):
        raise damaged(file) from None
    return sheets, ignored if formatted else [*ignored, NO_FORMATS]


def _holds(raw: bytes, name: str) -> bool:
    """Whether a part of this name is in the list of parts."""
    return name.encode("utf-16-le") in raw


def _next(found: BytesIO) -> Any:
    return marshal.load(found) if found.tell() < len(found.getbuffer()) else None  # noqa: S302


def _read_apart(file: str, raw: bytes) -> bytes:
    """What the child found."""
    small = len(raw) < SMALL_FILE
    seconds, megabytes = (SECONDS, MEGABYTES) if small else (SECONDS_LARGE, MEGABYTES_LARGE)
    library = find_spec("xlrd")
    folder = Path(library.origin).parents[1] if library and library.origin else Path()
    command = [sys.executable, "-I", "-S", child.__file__, str(folder), str(seconds), str(megabytes)]
    try:
        ended = subprocess.run(  # noqa: S603 - our own program, and nothing from the file in the command
            command,
            input=raw,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=4 * seconds,  # the child counts its own seconds of work; this ends one that cannot
            env={**os.environ, "MALLOC_ARENA_MAX": "1"},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise _refused(file, child.TOO_SLOW) from None
    except OSError as error:
        found = f"a workbook of the kind used before 2007 (.xls), whose reader cannot be started ({error.strerror})"
        raise unopened("file.old_excel", file, found, SAVE_AS) from None
    if ended.returncode:
        raise _refused(file, ended.returncode)
    return ended.stdout


def _refused(file: str, code: int) -> EvidenceError:
    if code == child.PROTECTED:
        return protected(file)
    if code == child.TOO_SLOW:
        return unopened("file.too_slow", file, "a workbook (.xls) that takes too long to read", SAVE_AS)
    if code == child.TOO_LARGE:
        return unopened("file.too_large", file, "a workbook (.xls) that needs too much memory to read", SAVE_AS)
    return damaged(file)


def _valued(cells: dict[int, Any], shown: dict[int, Shown], counts_from_1904: bool) -> dict[int, Value]:
    for column, value in cells.items():
        if isinstance(value, tuple):
            if len(value) == 1:
                cells[column] = Fault("cell.error", value[0])
            else:
                cells[column] = as_shown(value[1], shown.get(value[0], Shown.NUMBER), counts_from_1904)
    return cells


def _sheet(file: str, head: Any, rows: dict[int, dict[int, Value]], counts_from_1904: bool) -> Sheet:
    name, visibility, hidden_rows, hidden_columns, merged, coloured, struck, noted = head
    sheet = Sheet(
        file,
        name,
        rows,
        visibility == 0,
        frozenset(hidden_rows) & rows.keys(),
        frozenset(hidden_columns),
        tuple(merged),
        counts_from_1904=counts_from_1904,
        marks=Marks(coloured, {}, struck, noted),
        very_hidden=visibility == VERY_HIDDEN,
    )
    return filled_down(sheet) if merged else sheet
