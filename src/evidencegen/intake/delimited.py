"""The cells of a text file: commas, semicolons or tabs."""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from evidencegen.intake.address import LAST_COLUMN, LAST_ROW
from evidencegen.intake.bounds import ROW, Allowance
from evidencegen.intake.encoding import decoded
from evidencegen.intake.sheet import Sheet, Value
from evidencegen.intake.unopened import unopened

SEPARATORS = (",", ";", "\t", "|")
LINES_SNIFFED = 40
ROWS_TO_SAY_SO = 3
MOST_SHARED = 100_000
PLACE, TEXT = 32, 60
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_SEP = re.compile(r'"?sep=(.)"?[ \t]*(?:\r\n|\r|\n|\Z)', re.IGNORECASE)
_NAMES = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}


def read_delimited(file: str, raw: bytes) -> tuple[Sheet, tuple[str, ...]]:
    """The one sheet of a text file, and what was done to read it; row 1 is the first that Excel would show.

    Raises:
        EvidenceError: the file is no text, a quotation mark in it is never closed, or it is larger than a sheet.
    """
    text, remarks = decoded(file, raw)
    told = _SEP.match(text)
    separator = told[1] if told else _separator(text)
    rows: dict[int, dict[int, Value]] = {}
    bounds = Allowance(len(raw))
    first = 1 if told else 0
    lines = csv.reader(islice(_lines(text), first, None), delimiter=separator, strict=True)
    line = widest = 0
    known: dict[str, str] = {}
    try:
        for row, cells in enumerate(lines, start=1):
            line = lines.line_num
            if cells:
                known = {} if len(known) > MOST_SHARED else known
                before = len(known)
                filled: dict[int, Value] = {
                    column: known.setdefault(cell, cell) for column, cell in enumerate(cells, 1) if cell.strip()
                }
                if filled:
                    rows[row] = filled
                    bounds.keep(len(filled))
                    bounds.hold(ROW + PLACE * len(filled) + TEXT * (len(known) - before))
                    widest = max(widest, next(reversed(filled)))
            if row > LAST_ROW or widest > LAST_COLUMN:
                raise _larger_than_a_sheet(file, row, widest)
    except csv.Error as error:
        raise _unread(file, line + first + 1, str(error)) from None
    if widest == 1:
        _refuse_lines_never_parted(file, rows)
    return Sheet(file, "", rows), remarks


def _lines(text: str) -> Iterator[str]:
    """Lines with their ends; splitlines() would also part them at signs that Excel leaves within a cell."""
    return (found[0] for found in _LINE.finditer(text))


def _separator(text: str) -> str:
    """The sign that parts most of the first lines into the same number of cells, a comma if none does."""
    start = list(islice(_lines(text), LINES_SNIFFED))

    def agreement(sign: str) -> tuple[int, int]:
        try:
            widths = Counter(len(cells) for cells in csv.reader(start, delimiter=sign) if len(cells) > 1)
        except csv.Error:
            return 0, 0
        width, lines = max(widths.items(), key=lambda w: (w[1], w[0]), default=(0, 0))
        return lines, width

    return max(SEPARATORS, key=agreement)


def _refuse_lines_never_parted(file: str, rows: dict[int, dict[int, Value]]) -> None:
    """One column whose every cell holds the same number of commas is a table that was put in quotation marks whole."""
    start = [str(cells[1]) for cells in islice(rows.values(), LINES_SNIFFED)]
    for sign, name in _NAMES.items():
        counts = {cell.count(sign) for cell in start}
        if len(start) >= ROWS_TO_SAY_SO and len(counts) == 1 and counts != {0}:
            raise unopened(
                "file.one_column",
                file,
                f"one column alone, with {name} inside every cell: the lines were never parted into columns",
                f"export it again; or in Excel select column A, choose Data, Text to Columns, tick {name}, and save",
                "text whose lines are parted into columns",
            )


def _larger_than_a_sheet(file: str, rows: int, columns: int) -> Exception:
    return unopened(
        "file.too_large",
        file,
        f"text of more than {LAST_ROW:,} rows" if rows > LAST_ROW else f"a row of {columns:,} cells",
        "export the rows and columns that count alone",
        f"at most {LAST_ROW:,} rows of {LAST_COLUMN:,} cells, as in Excel",
    )


def _unread(file: str, line: int, words: str) -> Exception:
    if "field larger" in words:
        found = f"a cell that never seems to end, from line {line}: perhaps a quotation mark that is never closed"
    elif "unexpected end" in words:
        found = f"a quotation mark that is never closed, opened in or after line {line}"
    else:
        found = f"a quotation mark in the middle of a cell, in or after line {line}"
    return unopened(
        "file.unclosed_quote",
        file,
        found,
        'close the quotation mark, or save the file from Excel as "CSV UTF-8", and run `evidencegen check` again',
        'text in which every opening " has its closing "',
    )
