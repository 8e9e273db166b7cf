"""The training matrix as its owner lays it out: grouped headings, a column of claims, a total."""

from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from making.books import BOLD, SHADED, put, save
from making.readme import Faults
from making.training import COURSES, STRANGER

FILE, SHEET = "training_matrix.xlsx", "Matrix"
TITLES = ("Larkfield Care: training matrix", "Cells hold the day a course was completed", "As at 30 September 2026")
KEYS = {"staff": "Staff ID", "name": "Name", "role": "Job title", "service": "Service"}
GROUP_ROW = len(TITLES) + 1
HEADING_ROW = GROUP_ROW + 1
FIRST_ROW = HEADING_ROW + 1
CLAIM = "Compliance %"


def write_matrix(folder: Path, rows: list[dict[str, Any]], faults: Faults) -> int:
    """Write the matrix, and note what is wrong with it on purpose."""
    book = Workbook()
    notes: Worksheet = book.worksheets[0]
    notes.title = "Read me"
    notes.cell(1, 1, "The matrix is on the next sheet. Send changes to the training coordinator by the 25th.")
    sheet = book.create_sheet(SHEET)
    courses = [course for _, course, *_ in COURSES]
    _headings(sheet, courses)
    for line, row in enumerate(rows, start=FIRST_ROW):
        for place, name in enumerate((*KEYS, *courses), start=1):
            if row.get(name) is not None:
                put(sheet, line, place, row[name])
        claim = sheet.cell(line, len(KEYS) + len(courses) + 1, _claimed(row, courses))
        claim.number_format = "0%"
    last = FIRST_ROW + len(rows) - 1
    _foot(sheet, rows, courses, last)
    save(book, folder / FILE)
    letter = get_column_letter(len(KEYS) + len(courses) + 1)
    stranger = FIRST_ROW + next(i for i, row in enumerate(rows) if row["staff"] == STRANGER)
    faults.add(FILE, SHEET, f"row {stranger}", f"training for {STRANGER}, who is not in the staff register")
    faults.add(
        FILE, SHEET, f"column {letter}", f'"{CLAIM}" counts any date, expired ones too, so it disagrees with the dates'
    )
    faults.add(FILE, SHEET, f"row {last + 1}", "a totals row under the staff")
    faults.add(FILE, SHEET, f"row {last + 3}", "a footnote under the totals")
    return len(rows)


def _headings(sheet: Worksheet, courses: list[str]) -> None:
    for line, title in enumerate(TITLES, start=1):
        sheet.cell(line, 1, title).font = BOLD
    for place, heading in enumerate((*KEYS.values(), *courses, CLAIM), start=1):
        cell = sheet.cell(HEADING_ROW, place, heading)
        cell.font, cell.fill, cell.alignment = BOLD, SHADED, Alignment(wrap_text=True)
        sheet.column_dimensions[get_column_letter(place)].width = 22 if place in (2, 3, 4) else 13
    place = len(KEYS) + 1
    while place <= len(KEYS) + len(COURSES):
        group = COURSES[place - len(KEYS) - 1][0]
        wide = sum(one == group for one, *_ in COURSES)
        sheet.merge_cells(start_row=GROUP_ROW, start_column=place, end_row=GROUP_ROW, end_column=place + wide - 1)
        sheet.cell(GROUP_ROW, place, group).font = BOLD
        place += wide
    sheet.freeze_panes = sheet.cell(FIRST_ROW, 3)


def _claimed(row: dict[str, Any], courses: list[str]) -> float:
    """What the office counts: cells with any date, out of cells that are not N/A."""
    needed = [c for c in courses if row.get(c) != "N/A"]
    return round(sum(isinstance(row.get(c), date) for c in needed) / len(needed), 2)


def _foot(sheet: Worksheet, rows: list[dict[str, Any]], courses: list[str], last: int) -> None:
    sheet.cell(last + 1, 1, "Total").font = BOLD
    for place, course in enumerate(courses, start=len(KEYS) + 1):
        sheet.cell(last + 1, place, sum(isinstance(row.get(course), date) for row in rows))
    sheet.cell(
        last + 3,
        1,
        "Note: N/A means not needed for the role; DNA means did not attend. Booked dates are not completions.",
    )
