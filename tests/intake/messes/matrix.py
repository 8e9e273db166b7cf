"""Training matrices: a course in each column."""

from datetime import datetime

from evidencegen.intake.account import PERSONAL, REPEATED, SUB_TOTAL, TITLE
from evidencegen.intake.registers.training import TRAINING
from tests.intake.messes.mess import DAY, NEXT_DAY, NOTE, Mess, Told, workbook

HEAD = ("Staff ID", "Name", "Fire safety", "First aid")
ANN, BOB = ("S1", "Ann Example", DAY, NEXT_DAY), ("S2", "Bob Example", "04/03/2026", None)
DECLARED = {"cells": "completed_on"}


def _matrix(name: str, write, **expected) -> Mess:
    return Mess(name, write, TRAINING, **{"source": DECLARED, **expected})


def _groups(book):
    book["Staff"].merge_cells("C1:D1")


MATRICES = (
    _matrix("a matrix of dates", workbook(HEAD, ANN, BOB), rows=3,
            values={("course", "C2"): "Fire safety", ("completed_on", "D2"): "2025-03-05", ("completed_on", "C3"): "2026-03-04"}),
    _matrix("a matrix that nobody has said what it holds", workbook(HEAD, ANN, BOB), source={},
            told=(Told(None, "matrix.cells_not_declared", words="cells: expires_on"),)),
    _matrix("a matrix of the dates on which training runs out", workbook(HEAD, ANN), source={"cells": "expires_on"}, rows=2,
            values={("expires_on", "C2"): "2025-03-04", ("completed_on", "C2"): None}),
    _matrix("words for what was not done", workbook(HEAD, ("S1", "Ann Example", "Booked 12/05/26", "DNA"),
                                                    ("S2", "Bob Example", "N/A", "mat leave")), rows=4,
            values={("status", "C2"): "booked", ("status", "D2"): "did_not_attend", ("status", "C3"): "exempt", ("status", "D3"): "absent"}),
    _matrix("ticks without dates", workbook(HEAD, ("S1", "Ann Example", "✓", DAY)), told=(Told(None, "", "C2", "date"),)),
    _matrix("dates without a year in a matrix", workbook(HEAD, ("S1", "Ann Example", "12/3", DAY)),
            told=(Told(None, "cell.unreadable", "C2", "no year"),)),
    _matrix("courses with how often they are due in brackets", workbook(("Staff ID", "Name", "Fire safety (annual)", "First aid (3 yearly)"), ANN),
            rows=2, values={("course", "C2"): "Fire safety", ("course", "D2"): "First aid"},
            told=(Told(NOTE, "matrix.refresh_in_heading", words="annual"),)),
    _matrix("a column that adds up the others", workbook((*HEAD, "Compliance %"), (*ANN, 0.5)), rows=2, unused={SUB_TOTAL: 2}),
    _matrix("personal details in a matrix", workbook((*HEAD, "DOB"), (*ANN, datetime(1980, 1, 1))), rows=2, unused={PERSONAL: 2}),
    _matrix("groups of courses above the courses", workbook(("Staff ID", "Name", "Mandatory", None), (None, None, "Fire safety", "First aid"), ANN,
                                                            change=_groups), rows=2, values={("course", "C3"): "Fire safety"}),
    _matrix("blocks for each site in a matrix", workbook(HEAD, ANN, [], ["Elm House"], HEAD, BOB), rows=3,
            values={("course", "C6"): "Fire safety"}, unused={TITLE: 1, REPEATED: 4}),
    _matrix("one course in two columns", workbook(("Staff ID", "Name", "Fire safety", "Fire safety"), ("S1", "Ann Example", DAY, None)),
            told=(Told(None, "heading.twice", "D1", "Fire safety"),)),
    _matrix("one person in two rows of a matrix", workbook(HEAD, ANN, ("S1", "Ann Example", DAY, None)),
            told=(Told(None, "row.duplicate", "A3", "row 2"),)),
    _matrix("a person with no course yet", workbook(HEAD, ANN, ("S2", "Bob Example", None, None)), rows=2, gated={"B3": "Bob Example"}),
)  # fmt: skip
