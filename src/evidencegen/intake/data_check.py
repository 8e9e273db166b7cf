"""A workbook's problems in a list with links, and its sheets copied with their cells marked."""

import io
import re
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from evidencegen import __version__
from evidencegen.intake.address import LAST_ROW, a1, row_and_column
from evidencegen.intake.choice import DATA_CHECK
from evidencegen.intake.excel import TEMPLATE_PROPERTY
from evidencegen.intake.marked_copy import Copyable, Formats, copy_sheet, fit
from evidencegen.intake.sheet import Fault
from evidencegen.intake.value import written
from evidencegen.intake.words import lines_needed
from evidencegen.period import day_words
from evidencegen.problem import HIDDEN, Place, Problem, Severity

LIST = "Problems"
EDITION = 1
MOST_LINES = 20_000
MOST_NOTES = 2_000
LONGEST_SHEET_NAME = 31
LONGEST_PROPERTY = 100_000
COLUMNS = (
    ("How much", 11), ("Sheet", 18), ("Cell", 11), ("Row", 7), ("Column heading", 24), ("What it says now", 36),
    ("What is wanted", 36), ("Why", 40), ("How to mend", 44), ("In the copy", 11),
)  # fmt: skip
LINE_HEIGHT, MOST_LINES = 15, 20
SEVERITIES = {Severity.STOP: "Stop", Severity.MEND: "To mend", Severity.NOTE: "To look at"}
_SAYS_WHAT_THE_CELL_HOLDS = ("cell.", "matrix.tick_without_date")
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f\ud800-\udfff\ufffe\uffff]")
_NOT_IN_A_LINK = re.compile(r'[\x00-\x20%#"<>\[\]^`{}|:\\?]')


@dataclass(frozen=True)
class Line:
    """One line of the list: a problem at one of its places. `row` and `column` are 0 where there is none."""

    problem: Problem
    place: Place
    row: int
    column: int


@dataclass(frozen=True)
class DataCheck:
    """What there is to say about the workbook `file`: its problems, and its sheets by name.

    A sheet whose headings could not be told is not among them: which of its columns are
    personal is not known, so none of it is copied.
    """

    file: str
    problems: tuple[Problem, ...]
    sheets: Mapping[str, Copyable] = field(repr=False)

    @property
    def places(self) -> int:
        """At how many places something is to be mended or looked at."""
        return sum(place.file == self.file for p in self.problems for place in (p.place, *p.also))

    def lines(self) -> list[Line]:
        """Every place of every problem: whole files and sheets first, then by how much it stands in the way.

        Past 20,000 places, each problem gives the first of its own alone, an even share for each.
        """
        most = self.places if self.places <= MOST_LINES else max(MOST_LINES // len(self.problems), 1)
        order = list(Severity)
        lines = []
        for problem in self.problems:
            here = [place for place in (problem.place, *problem.also) if place.file == self.file]
            lines += [Line(problem, place, *self._stands(place)) for place in here[:most]]
        return sorted(lines, key=lambda line: (bool(line.row), order.index(line.problem.severity)))[:MOST_LINES]

    def _stands(self, place: Place) -> tuple[int, int]:
        """Row and column of a place; a row stands where its column is known, or else at its first filled cell.

        A text file may be longer or wider than any sheet: what lies beyond has no address in a workbook.
        """
        one = self.sheets.get(place.sheet)
        if place.cell.isdigit() and int(place.cell) <= LAST_ROW:
            row = int(place.cell)
            return row, (one.under.get(place.column) or min(one.sheet.rows.get(row, {}), default=1)) if one else 1
        try:
            return row_and_column(place.cell)
        except ValueError:
            return 0, 0


def write_data_check(path: Path, check: DataCheck, made: date) -> None:
    """The data check as a workbook, whole or not at all: written beside `path` and renamed.

    Made in memory: no temporary file ever holds what the workbook does.

    Raises:
        OSError: it cannot be written there, or what stands there is open in another program.
    """
    import xlsxwriter  # slow to import

    packed = io.BytesIO()
    plainly = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(packed, {"in_memory": True, **plainly})
    book.set_properties({"title": f"Data check of {check.file}", "created": datetime.combine(made, time.min)})
    book.set_custom_property(TEMPLATE_PROPERTY, f"{DATA_CHECK}/{EDITION}")
    lines = check.lines()
    names = sheet_names({line.place.sheet for line in lines} & check.sheets.keys())
    page = book.add_worksheet(LIST)
    unsaid = _copies(book, check, lines, names)
    if len(lines) < check.places:
        unsaid.insert(
            0, f"{len(lines):,} of {check.places:,} places are listed and marked: mend these, and check again."
        )
    _write_list(book, page, check, lines, names, [*_read_me(check, made), *unsaid])
    book.close()
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(packed.getbuffer())
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def is_data_check(path: Path) -> bool:
    """Whether a file is a data check of ours, which its custom property says.

    Raises:
        OSError: it cannot be opened.
    """
    try:
        with ZipFile(path) as archive:
            part = archive.getinfo("docProps/custom.xml")
            properties = archive.read(part) if part.file_size <= LONGEST_PROPERTY else b""
    except (BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError, zlib.error):
        return False
    return TEMPLATE_PROPERTY.encode() in properties and f">{DATA_CHECK}/".encode() in properties


def sheet_names(originals: set[str]) -> dict[str, str]:
    """A name for the copy of each sheet: its own, where Excel allows it and no other sheet has it."""
    names: dict[str, str] = {}
    taken = {LIST.casefold(), "history"}
    for original in sorted(originals):
        name = _NOT_IN_A_NAME.sub("_", original)[:LONGEST_SHEET_NAME].strip("'") or "Copy"
        stem, number = name, 1
        while name.casefold() in taken:
            number += 1
            name = f"{stem[: LONGEST_SHEET_NAME - 5]} ({number})"
        taken.add(name.casefold())
        names[original] = name
    return names


def own_link(place: Place, row: int, column: int) -> str:
    """A link that opens the user's own file, at the cell where it has sheets."""
    file = _NOT_IN_A_LINK.sub(lambda sign: f"%{ord(sign[0]):02X}", place.file)
    at = f"#{_quoted(place.sheet)}!{a1(row or 1, column or 1)}" if place.sheet else ""
    return f"external:{file}{at}"


def _quoted(sheet: str) -> str:
    return "'" + sheet.replace("'", "''") + "'"


def _copies(book: Any, check: DataCheck, lines: Sequence[Line], names: Mapping[str, str]) -> list[str]:
    """A marked copy of each sheet with a problem; what was left out of them, in words."""
    marks: dict[str, dict[int, dict[int, tuple[Problem, ...]]]] = {sheet: {} for sheet in names}
    noted: dict[str, set[tuple[int, int]]] = {sheet: set() for sheet in names}
    notes, marked = 0, 0
    for line in lines:
        if not line.row or line.place.sheet not in names:
            continue
        row = marks[line.place.sheet].setdefault(line.row, {})
        marked += line.column not in row
        if line.column not in row and notes < MOST_NOTES:
            noted[line.place.sheet].add((line.row, line.column))
            notes += 1
        row[line.column] = (*row.get(line.column, ()), line.problem)
    formats, unsaid = Formats(book), []
    if marked > notes:
        unsaid.append(
            f"The first {notes:,} marked cells carry a note; the other {marked - notes:,} are marked and listed."
        )
    for sheet, name in names.items():
        page = book.add_worksheet(name)
        if not copy_sheet(page, formats, check.sheets[sheet], marks[sheet], frozenset(noted[sheet])):
            unsaid.append(
                f'Of the sheet "{name}", only the headings and the rows with a problem are copied: it is large.'
            )
    missing = {line.place.sheet for line in lines if line.place.sheet} - names.keys()
    unsaid += [f'The sheet "{name}" is not copied: its headings could not be told.' for name in sorted(missing)]
    return unsaid


def _read_me(check: DataCheck, made: date) -> list[str]:
    count = f"{check.places:,} place{'' if check.places == 1 else 's'}"
    return f"""\
Data check of {check.file}: {count} to mend or to look at
Made by evidencegen {__version__} on {day_words(made)}. Your own workbook was read, and not touched.
Mend {check.file} itself, not this copy, and run `evidencegen check` again: it writes this file anew.
This file holds personal details, as your workbook does: keep it in the same place, and never send it to anybody.
A link under "Cell" opens {check.file} there; one under "In the copy" goes to the same cell on a sheet after this one.
There a cell to mend is pink in a thick frame, and one to look at yellow in a dashed frame; notes say how to mend it.
Columns of personal details that are never read are not copied; those that are read are not quoted in this list.\
""".split("\n")


def _write_list(
    book: Any, page: Any, check: DataCheck, lines: Sequence[Line], names: Mapping[str, str], read_me: Sequence[str]
) -> None:
    title = book.add_format({"bold": True, "font_size": 14})
    head = book.add_format({"bold": True, "bg_color": "#DCE6F1", "bottom": 1, "text_wrap": True})
    plain = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    link = book.add_format({"font_color": "#0563C1", "underline": 1, "valign": "top"})
    for number, words in enumerate(read_me):
        page.write_string(number, 0, fit(words), title if number == 0 else None)
    top = len(read_me) + 1
    for column, (words, width) in enumerate(COLUMNS):
        page.write_string(top, column, words, head)
        page.set_column(column, column, width)
    for row, line in enumerate(lines, top + 1):
        said = _words(check, line)
        for column, words in enumerate(said):
            if words:
                page.write_string(row, column, fit(words), plain)
        needed = lines_needed((words, wide) for words, (_, wide) in zip(said, COLUMNS, strict=False))
        page.set_row(row, LINE_HEIGHT * min(needed, MOST_LINES))
        page.write_url(row, 2, own_link(line.place, line.row, line.column), link, _told(line))
        if line.row:
            page.write_number(row, 3, line.row, plain)
        if line.row and line.place.sheet in names:
            address = a1(line.row, line.column)
            page.write_url(row, 9, f"internal:{_quoted(names[line.place.sheet])}!{address}", link, address)
    page.autofilter(top, 0, top + len(lines), len(COLUMNS) - 1)
    page.freeze_panes(top + 1, 0)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.set_footer("&LPersonal details: keep it with its source, never send it&R&P of &N")


def _told(line: Line) -> str:
    """The address as its owner says it."""
    if line.place.cell.isdigit():
        return a1(line.row, line.column) if line.row and line.place.column else f"row {line.place.cell}"
    return line.place.cell or ("whole sheet" if line.place.sheet else "whole file")


def _words(check: DataCheck, line: Line) -> tuple[str, ...]:
    """The text of one line's cells; those of links and numbers are left empty."""
    one = check.sheets.get(line.place.sheet)
    heading = line.place.column
    if not heading and one and line.column and not line.place.cell.isdigit():
        heading = one.headings.title(line.column)
    problem = line.problem
    severity = SEVERITIES[problem.severity]
    now = _says_now(problem, one, line)
    return severity, line.place.sheet, "", "", heading, now, problem.wanted, problem.why, problem.mend


def _from(here: Place, other: Place) -> str:
    """The place a problem is told of, as one says it at another of its places."""
    if other.cell and (here.file, here.sheet) == (other.file, other.sheet):
        return f"{'row' if other.cell.isdigit() else 'cell'} {other.cell}"
    return str(other)


def _says_now(problem: Problem, one: Copyable | None, line: Line) -> str:
    """What the cell holds, where it may be quoted; of a problem that is no single cell's, what was found."""
    if one is None or not line.column or not problem.key.startswith(_SAYS_WHAT_THE_CELL_HOLDS):
        return problem.found if line.place == problem.place else f"{_from(line.place, problem.place)}: {problem.found}"
    value = one.sheet.rows.get(line.row, {}).get(line.column)
    if value is None:
        return "nothing"
    return written(value) if one.may_quote(line.column) or isinstance(value, Fault) else HIDDEN
