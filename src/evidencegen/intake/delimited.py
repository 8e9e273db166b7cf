"""The cells of a text file: commas, semicolons or tabs."""

import codecs
import csv
import io
import re
from collections import Counter

from evidencegen.intake.sheet import Sheet, Value
from evidencegen.intake.unopened import unopened

SEPARATORS = (",", ";", "\t", "|")
LINES_SNIFFED = 40
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SEP = re.compile(r'"?sep=(.)"?[ \t]*(?:\r\n|\r|\n)', re.IGNORECASE)


def read_delimited(file: str, raw: bytes) -> Sheet:
    """The one sheet of a text file; row 1 is the first that Excel would show.

    Raises:
        EvidenceError: the file is no text, or a quotation mark in it is never closed.
    """
    text = _text(file, raw)
    if told := _SEP.match(text):
        text, separator = text[told.end() :], told[1]
    else:
        separator = _separator(text)
    rows: dict[int, dict[int, Value]] = {}
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    row, line = 0, 0
    try:
        for row, cells in enumerate(lines, start=1):
            line = lines.line_num
            filled: dict[int, Value] = {column: cell for column, cell in enumerate(cells, 1) if cell.strip()}
            if filled:
                rows[row] = filled
    except csv.Error as error:
        raise _unclosed(file, line + 1, str(error)) from None
    return Sheet(file, "", rows)


def _text(file: str, raw: bytes) -> str:
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return _decoded(file, raw, encoding)
    start = raw[:4096]
    for first, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if start[first::2].count(0) > max(len(start) // 4, 4 * start[1 - first :: 2].count(0)):
            return _decoded(file, raw, encoding)
    if 0 in start:
        raise _not_text(file)
    try:
        return raw.decode("utf-8").replace("\0", "")
    except UnicodeDecodeError:
        return _decoded(file, raw, "cp1252")


def _decoded(file: str, raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding).replace("\0", "")
    except UnicodeDecodeError:
        raise _not_text(file) from None


def _separator(text: str) -> str:
    """The sign that parts most of the first lines into the same number of cells, a comma if none does."""
    start = io.StringIO("".join(text.splitlines(keepends=True)[:LINES_SNIFFED]), newline="")

    def agreement(sign: str) -> tuple[int, int]:
        start.seek(0)
        try:
            widths = Counter(len(cells) for cells in csv.reader(start, delimiter=sign) if len(cells) > 1)
        except csv.Error:
            return 0, 0
        width, lines = max(widths.items(), key=lambda w: (w[1], w[0]), default=(0, 0))
        return lines, width

    return max(SEPARATORS, key=agreement)


def _not_text(file: str) -> Exception:
    return unopened(
        "file.not_a_spreadsheet",
        file,
        "a file that is neither a workbook nor text",
        "export or save it again as .xlsx or .csv",
    )


def _unclosed(file: str, line: int, words: str) -> Exception:
    return unopened(
        "file.unclosed_quote",
        file,
        f"a quotation mark that does not match, in or after line {line} ({words})",
        'close the quotation mark, or save the file from Excel as "CSV UTF-8", and run `evidencegen check` again',
        'text in which every opening " has its closing "',
    )
