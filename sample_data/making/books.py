"""Rows become workbooks, laid out the way offices lay them out, the same bytes each time."""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from random import Random
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

Row = dict[str, Any]
MADE = datetime(2026, 9, 30, 17, 0, 0)  # noqa: DTZ001 (workbooks keep no time zone)
BOLD, SHADED = Font(bold=True), PatternFill("solid", fgColor="DDE6EE")


@dataclass(frozen=True)
class Layout:
    """How one sheet is laid out: its headings, and the words it uses for codes.

    `words` gives the words in use for a code of a column, the usual one first; `loose` is the
    share of dates typed as text.
    """

    sheet: str
    titles: tuple[str, ...]
    headings: Mapping[str, str]
    words: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    parted_by: str = "; "
    loose: float = 0.04

    def column(self, name: str) -> str:
        """The letter of a column."""
        return str(get_column_letter(list(self.headings).index(name) + 1))

    def row(self, place: int) -> int:
        """The row of the sheet on which the `place`-th row stands, from 0."""
        return len(self.titles) + 2 + place + (1 if self.titles else 0)


def words_in(layout: Layout, rows: Sequence[Row]) -> list[list[Any]]:
    """The rows as the sheet shows them: words for codes, some dates as text."""
    rng = Random(f"words {layout.sheet}")
    return [[_shown(rng, layout, name, row.get(name)) for name in layout.headings] for row in rows]


def _shown(rng: Random, layout: Layout, name: str, value: Any) -> Any:
    if isinstance(value, tuple):
        return layout.parted_by.join(_word(rng, layout, name, part) for part in value)
    if isinstance(value, date):
        if rng.random() >= layout.loose:
            return value
        return value.strftime("%d/%m/%Y") if rng.random() < 0.8 else f"{value.day} {value:%B %Y}"
    return _word(rng, layout, name, value) if isinstance(value, str) and value else (None if value == "" else value)


def _word(rng: Random, layout: Layout, name: str, code: str) -> str:
    words = layout.words.get(name, {}).get(code, (code,))
    return words[0] if len(words) == 1 or rng.random() < 0.85 else rng.choice(words[1:])


def new_book(layout: Layout, rows: Sequence[Row]) -> tuple[Workbook, Worksheet]:
    """A workbook with one sheet: titles, a blank line, headings, rows."""
    book = Workbook()
    sheet: Worksheet = book.worksheets[0]
    sheet.title = layout.sheet
    fill_sheet(sheet, layout, rows)
    return book, sheet


def fill_sheet(sheet: Worksheet, layout: Layout, rows: Sequence[Row]) -> None:
    """Write titles, headings and rows into a sheet."""
    for number, title in enumerate(layout.titles, start=1):
        sheet.cell(number, 1, title).font = Font(bold=True, size=14 if number == 1 else 10)
    top = layout.row(0) - 1
    for place, heading in enumerate(layout.headings.values(), start=1):
        cell = sheet.cell(top, place, heading)
        cell.font, cell.fill, cell.alignment = BOLD, SHADED, Alignment(wrap_text=True, vertical="top")
    for line, values in enumerate(words_in(layout, rows), start=top + 1):
        for place, value in enumerate(values, start=1):
            if value is not None:
                put(sheet, line, place, value)
    for place, (name, heading) in enumerate(layout.headings.items(), start=1):
        long = any(len(str(row.get(name) or "")) > 40 for row in rows[:40])
        sheet.column_dimensions[get_column_letter(place)].width = 48 if long else min(max(len(heading) + 2, 12), 24)
    sheet.freeze_panes = sheet.cell(top + 1, 3)


def put(sheet: Worksheet, line: int, place: int, value: Any) -> None:
    """Write one cell, with dates in UK form."""
    cell = sheet.cell(line, place, value)
    if isinstance(value, date):
        cell.number_format = "DD/MM/YYYY"


def save(book: Workbook, path: Path) -> None:
    """Save with fixed dates inside and out, so that the same rows give the same bytes."""
    book.properties.creator = "Larkfield Care"
    book.properties.created = MADE
    saved = io.BytesIO()
    book.save(saved)
    with ZipFile(saved) as made, ZipFile(path, "w", ZIP_DEFLATED, compresslevel=9) as fixed:
        for name in sorted(made.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            content = made.read(name)
            if name == "docProps/core.xml":
                stamp = f"{MADE:%Y-%m-%dT%H:%M:%SZ}".encode()
                content = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, content)
            member = ZipInfo(name, date_time=(2026, 9, 30, 17, 0, 0))
            member.compress_type, member.external_attr = ZIP_DEFLATED, 0o644 << 16
            fixed.writestr(member, content)


def save_csv(layout: Layout, rows: Sequence[Row], path: Path) -> None:
    """A CSV file as Excel saves it in the UK: a byte order mark, dates as text."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(layout.headings.values())
        for values in words_in(layout, rows):
            writer.writerow([f"{v:%d/%m/%Y}" if isinstance(v, date) else ("" if v is None else v) for v in values])
