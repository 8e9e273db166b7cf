"""Reading a workbook: evidencegen's reader beside python-calamine, on a large workbook and a small one."""

import sys
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from statistics import median

LARGE, SMALL = (200_000, 20), (200, 10)
MOST_TIMES_CALAMINE = 1.5
HEADING = "## Reading a workbook"

CALAMINE = """
import sys
from time import process_time
started = process_time()
from python_calamine import CalamineWorkbook
CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()
print("seconds", process_time() - started)
"""
OURS = """
import sys
from time import process_time
started = process_time()
from pathlib import Path
from evidencegen.intake.workbook import open_workbook
open_workbook(Path(sys.argv[1]))
print("seconds", process_time() - started)
"""
READERS = (("python-calamine alone, `to_python()`", CALAMINE), ("evidencegen, `open_workbook`", OURS))

SECTION = """\
## Reading a workbook

A clean workbook of {large} rows and columns ({large_mb:.0f} MB, written with xlsxwriter: dates, words, whole and other
numbers), and one of {small}. Processor seconds in a process of its own, the reader's import included; python-calamine
gives the values alone, evidencegen also errors, hidden rows, merges, colours, notes and struck cells. Target: at most
{most} times python-calamine on the large one. It took {times:.2f} times as long: {verdict}.

| workbook | reader | median of {runs} | lowest to highest | peak memory |
| --- | --- | --- | --- | --- |
{rows}
"""


def write_workbook(path: Path, rows: int, columns: int) -> None:
    """A training record of `rows` rows, the same at every run."""
    import xlsxwriter

    chance = Random(1)  # noqa: S311
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Training")
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_row(0, 0, ["Staff ID", "Course", "Date completed", "Expiry date", "Status", "Hours"])
        sheet.write_row(0, 6, [f"Column {number}" for number in range(7, columns + 1)])
        for row in range(1, rows + 1):
            done = date(2020, 1, 1) + timedelta(days=chance.randrange(2000))
            sheet.write_string(row, 0, f"S{chance.randrange(5000):05}")
            sheet.write_string(row, 1, chance.choice(["Fire safety", "Safeguarding adults", "Medication"]))
            sheet.write_datetime(row, 2, done, day)
            sheet.write_datetime(row, 3, done + timedelta(days=365), day)
            sheet.write_string(row, 4, chance.choice(["Completed", "Booked"]))
            sheet.write_number(row, 5, chance.random() * 100)
            for column in range(6, columns):
                if column < (6 + columns) // 2:
                    sheet.write_number(row, column, chance.randrange(100_000))
                else:
                    sheet.write_string(row, column, f"text {chance.randrange(20_000)}")


def section(timed: Sequence[tuple[str, str, Sequence[float], float]], megabytes: float) -> str:
    """The section of the page. `timed` holds workbook, reader, seconds of each run, and peak megabytes."""
    large = [median(seconds) for workbook, _, seconds, _ in timed if workbook == "large"]
    times = large[1] / large[0]
    rows = [
        f"| {workbook} | {reader} | {median(seconds):.2f} s | {min(seconds):.2f} to {max(seconds):.2f} s"
        f" | {held:.0f} MB |"
        for workbook, reader, seconds, held in timed
    ]
    return SECTION.format(
        large="{:,} × {}".format(*LARGE),
        small="{:,} × {}".format(*SMALL),
        large_mb=megabytes,
        most=MOST_TIMES_CALAMINE,
        times=times,
        verdict="met" if times <= MOST_TIMES_CALAMINE else "missed",
        runs=len(timed[0][2]),
        rows="\n".join(rows),
    )


if __name__ == "__main__":  # in a process of its own: a child is charged with the memory that its parent holds
    write_workbook(Path(sys.argv[1]), *map(int, sys.argv[2:]))
