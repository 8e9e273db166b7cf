"""One spreadsheet, read in a process of its own: how it ended, as one line of JSON."""

import json
import re
import sys
import warnings
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from evidencegen.intake.address import a1
from evidencegen.intake.gather import gather_sheet
from evidencegen.intake.registers.training import TRAINING
from evidencegen.intake.source import Source
from evidencegen.intake.workbook import Workbook, open_workbook
from evidencegen.problem import EvidenceError
from tools.difference import UNEXPLAINED, Readings

MOST_MEMORY = 3 * 1024**3
ADDRESSES_SHOWN = 5
TRANSITIONAL = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
NAMESPACE = "in a workbook of the Strict kind or older than 2007, whose cells openpyxl does not see"
CAPITALS = "on a sheet that the workbook names in other capitals; openpyxl does not find it"
MACRO_SHEET = "on a sheet of Excel 4 macros, which is never read"
WAITING_FOR_OPENPYXL = "openpyxl"


def read(path: Path) -> dict[str, Any]:
    """How reading ended: "loaded" with its sheets and cells, or "refused" with the key of its one message."""
    try:
        workbook = open_workbook(path)
    except EvidenceError as refused:
        keys = [problem.key for problem in refused.problems]
        return {"end": "refused" if len(keys) == 1 else "several messages", "key": " ".join(keys)}
    return {
        "end": "loaded",
        "sheets": len(workbook.sheets),
        "cells": sum(sheet.cells for sheet in workbook.sheets),
        "unaccounted": [n for n, _ in enumerate(workbook.sheets, 1) if not _balances(path, workbook, n)],
    }


def _balances(path: Path, workbook: Workbook, number: int) -> bool:
    """Whether every cell is accounted for when this sheet is read as a training record, or told why it is not read."""
    gathered, problems = gather_sheet(TRAINING, Source(path, cells="expires_on"), workbook, workbook.sheets[number - 1])
    return gathered.account.balances if gathered else any(problem.severity.blocks for problem in problems)


def compare(path: Path) -> dict[str, Any]:
    """Every cell as read here and by openpyxl: differences by class, and where the unexplained ones stand."""
    from openpyxl import load_workbook

    try:
        ours = open_workbook(path)
    except EvidenceError:
        ours = None
    print(WAITING_FOR_OPENPYXL, flush=True)
    warnings.simplefilter("ignore")
    try:
        with path.open("rb") as packed:  # by name, openpyxl would refuse what does not end in .xlsx
            book = load_workbook(packed, data_only=True)
    except Exception as error:  # noqa: BLE001 - whatever stops openpyxl is its own
        return {"openpyxl": type(error).__name__}
    print(flush=True)
    if ours is None:
        return {"refused_here": sum(map(_filled, book.worksheets))}
    return compared(ours, book, path)


def compared(ours: Workbook, book: Any, path: Path) -> dict[str, Any]:
    """Both readings, sheet by sheet; sheets go by their name."""
    from openpyxl.utils.datetime import MAC_EPOCH

    known, macro_sheets, renamed = _packed(path)
    theirs = {sheet.title: sheet for sheet in book.worksheets}
    classes: Counter[str] = Counter()
    unexplained: list[str] = []
    alike = 0
    for number, sheet in enumerate(ours.sheets, 1):
        other = theirs.pop(sheet.name, None)
        if not known:
            classes[NAMESPACE] += sheet.cells
        elif other is None and renamed:
            classes[CAPITALS] += sheet.cells
        elif other is None:
            unexplained += [f"sheet {number}, which openpyxl does not see"]
        else:
            cells = {at: cell for at, cell in other._cells.items() if cell.value is not None}
            both = Readings(sheet, cells, book.epoch == MAC_EPOCH)
            found = list(both.differences())
            alike += len(both.places) - len(found)
            classes.update(why for *_, why in found if why != UNEXPLAINED)
            unexplained += [f"sheet {number}, {a1(row, column)}" for row, column, why in found if why == UNEXPLAINED]
    for number, sheet in enumerate(theirs.values(), 1):
        filled = _filled(sheet)
        if number <= macro_sheets:
            classes[MACRO_SHEET] += filled
        elif filled:
            unexplained.append(f"a sheet with {filled:,} cells that only openpyxl sees")
    return {
        "alike": alike,
        "differences": dict(classes),
        "unexplained": len(unexplained),
        "where": unexplained[:ADDRESSES_SHOWN],
    }


def _filled(sheet: Any) -> int:
    return sum(cell.value is not None for cell in sheet._cells.values())


def _packed(path: Path) -> tuple[bool, int, bool]:
    """Whether openpyxl knows this kind of XML, how many sheets hold macros, and whether parts go by other capitals
    than the workbook says.
    """
    with ZipFile(path) as archive:
        names = archive.namelist()
        main = next((name for name in names if name.lower().endswith("workbook.xml")), None)
        known = main is None or TRANSITIONAL in archive.read(main)
        listed = next((archive.read(name).decode("utf-8", "replace") for name in names if _lists_sheets(name)), "")
    targets = [target.rpartition("/")[2] for target in re.findall(r'Target="([^"]+)"', listed)]
    files = {name.rpartition("/")[2] for name in names}
    renamed = any(target not in files and target.lower() in {file.lower() for file in files} for target in targets)
    return known, sum("macrosheets/" in name.lower() for name in names if name.endswith(".xml")), renamed


def _lists_sheets(name: str) -> bool:
    return name.lower().endswith("workbook.xml.rels")


def main(task: str, path: Path) -> None:
    """Do one of the two tasks within bounds of memory, and print what came of it."""
    with suppress(ImportError):
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    told = {"read": read, "compare": compare}[task](path)
    print(json.dumps(told | {"megabytes": _most_held()}))


def _most_held() -> float:
    """The most memory this process held, in MB; on Linux without what the process that started it had held."""
    with suppress(OSError):
        held = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text(encoding="ascii"))
        return int(held[1]) / 1024 if held else 0.0
    return 0.0


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
