"""An old Excel workbook read, alone in a process that ends itself when it takes too much.

Run by path, with nothing of ours imported, so that it starts quickly and stands still if it must be stopped:
`python -I -S old_excel_child.py FOLDER_OF_XLRD SECONDS MEGABYTES`, the file on standard input. What it finds comes
out on standard output as plain values in `marshal`.
"""

import gc
import marshal
import os
import struct
import sys
import threading
import time
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from math import isfinite
from typing import Any

DAMAGED, TOO_SLOW, TOO_LARGE, PROTECTED = 3, 4, 5, 6
SECONDS_BETWEEN_LOOKS = 0.05
NUMBER, TEXT, DAY, BOOLEAN, ERROR = 2, 1, 3, 4, 5
DATED = -1
CONTINUED = 0xFFFF
RUNS_OUT = (AssertionError, IndexError, struct.error)
ROWS_AT_A_TIME = 1000
WHITE = (255, 255, 255)
Book = Any
OldSheet = Any


def main(folder: str, seconds: float, megabytes: int) -> None:
    """Read standard input, write what was found, and end the process, with one of the codes above if it went wrong."""
    gc.disable()
    sys.path.append(folder)
    code = 0
    try:
        _limit(seconds, megabytes)
        for part in found_in(sys.stdin.buffer.read()):
            sys.stdout.buffer.write(marshal.dumps(part))
        sys.stdout.buffer.flush()
    except MemoryError:
        code = TOO_LARGE
    except Exception as error:  # noqa: BLE001 - xlrd meets damage with whatever comes of it
        code = PROTECTED if "encrypted" in str(error) else DAMAGED
    os._exit(code)


def found_in(raw: bytes) -> Iterator[Any]:
    """The workbook: does it count from 1904, are its formats known, the formats by style. Then its sheets in order.

    A sheet is (name, visibility, hidden rows, hidden columns, merged, coloured, struck, noted), then its rows, some
    at a time, then None. Rows and columns are counted from 1; coloured, struck and noted cells are counted by row.
    A number that has a format is (style, number), an error (its text,).
    """
    book, formatted = _opened(raw)
    styles = {DATED: (14, None)}
    for style, look in enumerate(book.xf_list if formatted else ()):
        known = book.format_map.get(look.format_key)
        styles[style] = (look.format_key, known.format_str if known else None)
    yield book.datemode == 1, formatted, styles
    plain = {style for style, (_, code) in styles.items() if code and code.lower() == "general"} if formatted else {0}
    coloured, struck = _marked_styles(book) if formatted else (set(), set())
    for sheet in book.sheets():
        yield (
            sheet.name,
            sheet.visibility,
            [row + 1 for row, look in sheet.rowinfo_map.items() if look.hidden],
            [column + 1 for column, look in sheet.colinfo_map.items() if look.hidden],
            [(top + 1, left + 1, bottom, right) for top, bottom, left, right in sheet.merged_cells],
            _counted(sheet, coloured),
            _counted(sheet, struck),
            dict(Counter(row + 1 for row, _ in sheet.cell_note_map)),
        )
        for first in range(0, sheet.nrows, ROWS_AT_A_TIME):
            if rows := _rows(sheet, range(first, min(first + ROWS_AT_A_TIME, sheet.nrows)), plain, formatted):
                yield rows
        yield None


def _opened(raw: bytes) -> tuple[Book, bool]:
    """The workbook, with its formats or, where those are damaged, without."""
    import xlrd

    _leave_all_but_cells(xlrd)
    with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123 - pathlib takes long to import
        for formatted, forgiving in ((True, False), (True, True), (False, True)):
            try:
                book = xlrd.open_workbook(
                    file_contents=raw,
                    formatting_info=formatted,
                    ragged_rows=True,
                    ignore_workbook_corruption=forgiving,
                    logfile=nowhere,
                )
            except MemoryError:
                raise
            except Exception as error:
                if not formatted or "encrypted" in str(error):
                    raise
            else:
                return book, formatted
    raise ValueError


def _leave_all_but_cells(xlrd: Any) -> None:
    """Let xlrd pass over what no cell needs and damaged files fail in: names and their formulas, links, drawings."""
    book, sheet = xlrd.book, xlrd.sheet.Sheet
    for name in ("handle_name", "names_epilogue", "handle_supbook", "handle_externsheet", "handle_externname"):
        setattr(book.Book, name, _nothing)
    for name in ("handle_obj", "handle_txo", "handle_hlink", "handle_quicktip", "handle_feat11"):
        setattr(sheet, name, _nothing)
    sheet.handle_note = _note
    unpacked = book.unpack_SST_table

    def texts(pieces: list[bytes], told: int) -> Any:
        """The texts of the workbook, as many as there are; some programs tell of more."""
        with suppress(*RUNS_OUT):
            return unpacked(pieces, told)
        there = bisect_left(range(told), True, key=lambda fewer: _runs_out(unpacked, pieces, fewer + 1))
        return unpacked(pieces, there)

    book.unpack_SST_table = texts


def _note(sheet: OldSheet, record: bytes, _: object) -> None:
    row, column = int.from_bytes(record[:2], "little"), int.from_bytes(record[2:4], "little")
    if row != CONTINUED:
        sheet.cell_note_map[row, column] = None


def _runs_out(unpacked: Callable[[list[bytes], int], Any], pieces: list[bytes], number: int) -> bool:
    try:
        unpacked(pieces, number)
    except RUNS_OUT:
        return True
    return False


def _nothing(*_: object) -> None:
    return None


def _rows(sheet: OldSheet, numbers: range, plain: set[int], formatted: bool) -> dict[int, dict[int, Any]]:
    from xlrd.biffh import error_text_from_code

    rows = {}
    for row in numbers:
        kinds = sheet.row_types(row)
        styles = _styles(sheet, row) if formatted else [DATED if kind == DAY else 0 for kind in kinds]
        cells: dict[int, Any] = {}
        for column, (kind, value, style) in enumerate(zip(kinds, sheet.row_values(row), styles, strict=True), start=1):
            if kind == TEXT:
                if value and not value.isspace():
                    cells[column] = value
            elif kind in (NUMBER, DAY):
                bare = style in plain and isfinite(value)
                cells[column] = (style, value) if not bare else int(value) if value.is_integer() else value
            elif kind == BOOLEAN:
                cells[column] = bool(value)
            elif kind == ERROR:
                cells[column] = (error_text_from_code.get(value, "#ERROR"),)
        if cells:
            rows[row + 1] = cells
    return rows


def _styles(sheet: OldSheet, row: int) -> Sequence[int]:
    """The style of each cell of a row; xlrd's own way to them takes three times as long as everything else."""
    styles: Sequence[int] = sheet._cell_xf_indexes[row]
    return styles


def _marked_styles(book: Book) -> tuple[set[int], set[int]]:
    """Styles with a fill that is seen, and styles with the text struck through."""
    coloured, struck = set(), set()
    for style, look in enumerate(book.xf_list):
        fill = look.background
        if fill.fill_pattern and book.colour_map.get(fill.pattern_colour_index) not in (None, WHITE):
            coloured.add(style)
        if look.font_index < len(book.font_list) and book.font_list[look.font_index].struck_out:
            struck.add(style)
    return coloured, struck


def _counted(sheet: OldSheet, styles: set[int]) -> dict[int, int]:
    counts = {}
    for row in range(sheet.nrows if styles else 0):
        if marked := sum(map(styles.__contains__, _styles(sheet, row))):
            counts[row + 1] = marked
    return counts


def _limit(seconds: float, megabytes: int) -> None:
    """End this process when it has worked too long or grown too large; the system helps where it can."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        most = megabytes * 1024**2
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    megabytes_used = _memory()
    at_first = megabytes_used()

    def watch() -> None:
        while True:
            time.sleep(SECONDS_BETWEEN_LOOKS)
            if megabytes_used() - at_first > megabytes:
                os._exit(TOO_LARGE)
            if time.process_time() > seconds:
                os._exit(TOO_SLOW)

    try:
        threading.Thread(target=watch, daemon=True).start()
    except RuntimeError:
        raise MemoryError from None


def _memory() -> Callable[[], float]:
    """A look at how many megabytes this process holds, in the way of the system it runs on."""
    if sys.platform == "win32":
        return _memory_on_windows()
    if sys.platform.startswith("linux"):
        page = os.sysconf("SC_PAGE_SIZE")

        def held() -> float:
            with open("/proc/self/statm", "rb") as now:  # noqa: PTH123
                return int(now.read().split()[1]) * page / 1024**2

        return held
    import resource

    return lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2


def _memory_on_windows() -> Callable[[], float]:
    import ctypes

    class Counters(ctypes.Structure):
        _fields_ = (
            ("cb", ctypes.c_ulong),
            ("PageFaultCount", ctypes.c_ulong),
            *((f"size{n}", ctypes.c_size_t) for n in range(8)),
        )

    kernel = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined]
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    look = kernel.K32GetProcessMemoryInfo
    look.argtypes = (ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong)
    counters = Counters()

    def held() -> float:
        look(kernel.GetCurrentProcess(), ctypes.byref(counters), ctypes.sizeof(counters))
        return float(counters.size1) / 1024**2

    return held


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), int(sys.argv[3]))
