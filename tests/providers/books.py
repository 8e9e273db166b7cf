"""Rows of codes become registers under the headings of our own blank workbooks, the same bytes each time.

To look at an invented provider outside the tests, with the root, `src` and `sample_data` on PYTHONPATH:

    python -c 'from pathlib import Path; from tests.providers.large import write; write(Path("large"))'
"""

import csv
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from evidencegen.brief import registers
from evidencegen.intake.register import Column, Register
from making.books import put, save

Row = Mapping[str, Any]


def write_register(folder: Path, key: str, rows: Sequence[Row], ending: str) -> None:
    """`registers/KEY.xlsx` or `.csv`, with the columns that any row fills and those that are needed.

    Raises:
        ValueError: a row holds what the register has no column for.
    """
    register = registers()[key]
    filled = {name for row in rows for name, value in row.items() if value not in (None, "", ())}
    if strangers := filled - {column.name for column in register.columns}:
        raise ValueError(f"{key} has no column {sorted(strangers)}")
    columns = [column for column in register.columns if column.name in filled or column.required]
    lines = [[_cell(column, row.get(column.name)) for column in columns] for row in rows]
    path = folder / "registers" / f"{key}.{ending}"
    path.parent.mkdir(parents=True, exist_ok=True)
    (_save_csv if ending == "csv" else _save_workbook)(register, [column.title for column in columns], lines, path)


def _cell(column: Column, value: Any) -> Any:
    """What stands in the cell: the first word of each code, days and numbers as they are."""
    if isinstance(value, tuple):
        return "; ".join(column.kind.title(part) for part in value)
    return column.kind.title(value) if column.kind.codes and value else value


def _save_csv(register: Register, headings: list[str], lines: list[list[Any]], path: Path) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(headings)
        writer.writerows([[f"{v:%d/%m/%Y}" if isinstance(v, date) else v for v in line] for line in lines])


def _save_workbook(register: Register, headings: list[str], lines: list[list[Any]], path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = register.title
    for number, line in enumerate([headings, *lines], 1):
        for place, value in enumerate(line, 1):
            if value not in (None, ""):
                put(sheet, number, place, value)
    save(book, path)
