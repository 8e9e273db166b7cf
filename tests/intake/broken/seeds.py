"""Sound files to be broken, by the name that the fuzz test gives each.

To fuzz another format, add a function that gives the bytes of a small sound file, and a line to SEEDS. Old Excel
has few mutants: each is read in a process of its own.
"""

import io
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from evidencegen.intake.blank import write_blank
from evidencegen.intake.register import Register
from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.training import TRAINING
from tests.intake.messes.formats import ODS_ANN, ODS_BOB, ODS_HEAD, binary_excel, old_excel, open_document
from tests.intake.messes.mess import ANN, BOB, HEAD, bytes_of

DAY = datetime.fromisoformat("2025-03-04")


@dataclass(frozen=True)
class Seed:
    """A sound file: its bytes, the name it is saved under, the register that reads it, and how many mutants of it."""

    write: Callable[[], bytes]
    name: str
    register: Register
    mutants: int
    cells: str | None = None


def staff_by_openpyxl() -> bytes:
    """A staff list with a title, real dates, a merge, a hidden row, a note and a total."""
    from openpyxl import Workbook
    from openpyxl.comments import Comment

    book = Workbook()
    sheet = book.active
    sheet.append(["Staff list"])
    sheet.append(["Staff ID", "Name", "Job title", "Start date", "Hours", "Service"])
    for number in range(1, 9):
        sheet.append([f"S{number:03}", "Ann Example", "Carer", DAY, 37.5, "Rose House" if number == 1 else None])
    sheet.append(["Total", None, None, None, "=SUM(E3:E10)"])
    sheet.merge_cells("F3:F6")
    sheet.row_dimensions[4].hidden = True
    sheet["B3"].comment = Comment("on leave", "someone")
    book.create_sheet("Old").sheet_state = "hidden"
    return _saved(book.save)


def training_by_xlsxwriter() -> bytes:
    """A training matrix with formats, rich text, a formula with its value, a link and a list to choose from."""
    import xlsxwriter

    box = io.BytesIO()
    book = xlsxwriter.Workbook(box, {"in_memory": True})
    sheet = book.add_worksheet("Matrix")
    day, bold = book.add_format({"num_format": "dd/mm/yyyy", "bg_color": "#FFC7CE"}), book.add_format({"bold": True})
    sheet.write_row(0, 0, ["Staff ID", "Name", "Fire safety", "Moving and handling (annual)", "Compliance %"])
    for row in range(1, 9):
        sheet.write_row(row, 0, [f"S{row:03}", "Bob Example"])
        sheet.write_datetime(row, 2, DAY, day)
        sheet.write(row, 3, "12/05/2025" if row % 2 else "booked")
        sheet.write_formula(row, 4, "=1/2", book.add_format({"num_format": "0%"}), 0.5)
    sheet.write_rich_string(9, 0, "S", bold, "009")
    sheet.write_url(10, 1, "https://example.org", string="link")
    sheet.data_validation("D2:D9", {"validate": "list", "source": ["booked", "DNA"]})
    book.close()
    return box.getvalue()


def our_own_blank() -> bytes:
    """A workbook to fill in, as this program writes it."""
    import tempfile
    from pathlib import Path

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "training.xlsx"
        write_blank(TRAINING, path)
        return path.read_bytes()


def commas() -> bytes:
    """A log as text, with quotation marks, a cell of two lines and a comma inside a cell."""
    lines = ["Concern ID,Service user ID,Date raised,Type of abuse,Asked about outcomes,Desired outcome"]
    lines += [
        f'C{n},P{n},0{n}/03/2025,"Physical; Neglect",Asked and expressed,"to feel safe,\nat home"' for n in range(1, 9)
    ]
    return "\r\n".join(lines).encode()


def tabs_in_utf16() -> bytes:
    """What Excel calls Unicode text, and Moodle "Excel CSV"."""
    lines = ["Staff ID\tCourse\tCompleted on\tExpiry"]
    lines += [f"S{n}\tFire safety\t0{n}/03/2025\t0{n}/03/2026" for n in range(1, 9)]
    return "\n".join(lines).encode("utf-16")


def semicolons_of_windows() -> bytes:
    """Semicolons, a line that says so, and letters of Windows-1252."""
    lines = ["sep=;", "Staff ID;Name;Job title;Start date"]
    lines += [f"S{n};Zoë O’Example;Café cook;0{n}.03.2025" for n in range(1, 9)]
    return "\r\n".join(lines).encode("cp1252")


def _saved(save: Callable[[io.BytesIO], None]) -> bytes:
    box = io.BytesIO()
    save(box)
    return box.getvalue()


SEEDS = {
    "staff list": Seed(staff_by_openpyxl, "staff.xlsx", STAFF, 500),
    "training matrix": Seed(training_by_xlsxwriter, "matrix.xlsx", TRAINING, 500, "expires_on"),
    "our own blank": Seed(our_own_blank, "training.xlsx", TRAINING, 160),
    "commas": Seed(commas, "log.csv", SAFEGUARDING, 320),
    "tabs": Seed(tabs_in_utf16, "training.csv", TRAINING, 150),
    "semicolons": Seed(semicolons_of_windows, "staff.csv", STAFF, 150),
    "old Excel": Seed(partial(bytes_of, old_excel()), "staff.xls", STAFF, 20),
    "LibreOffice": Seed(partial(bytes_of, open_document(ODS_HEAD + ODS_ANN + ODS_BOB)), "staff.ods", STAFF, 100),
    "binary Excel": Seed(partial(bytes_of, binary_excel(HEAD, ANN, BOB)), "staff.xlsb", STAFF, 100),
}
