"""What single cells hold: dates in every shape, numbers as text, words that look blank, errors and formulas."""

from datetime import datetime

from evidencegen.intake.registers.required_training import REQUIRED_TRAINING
from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.intake.sheet import Fault
from tests.intake.messes.mess import (
    ANN,
    BOB,
    DAY,
    HEAD,
    MEND,
    NEXT_DAY,
    NOTE,
    STOP,
    Mess,
    Told,
    by_xlsxwriter,
    staff,
    workbook,
)  # fmt: skip


def _dates(*texts: object):
    """A staff list with these start dates, from row 2 down."""
    return workbook(HEAD, *[(f"S{n}", "Ann Example", "Carer", date) for n, date in enumerate(texts, 1)])


def _undated(name: str, words: str, *texts: object) -> Mess:
    """Start dates that are no dates: each told, with these words, and still there as typed."""
    told = tuple(Told(MEND, "cell.unreadable", f"D{row}", words) for row in range(2, len(texts) + 2))
    return Mess(name, _dates(*texts), told=told, cells={f"D{row}": text for row, text in enumerate(texts, 2)})


def shown(shown: str, value: object):
    def change(book):
        book["Staff"]["D2"].value = value
        book["Staff"]["D2"].number_format = shown

    return workbook(HEAD, ANN, BOB, change=change)


def _from_1904(serial_in_plain_cell: bool):
    def change(book):
        from openpyxl.utils.datetime import MAC_EPOCH

        book.epoch = MAC_EPOCH
        if serial_in_plain_cell:
            book["Staff"]["D2"].value = 44258
            book["Staff"]["D2"].number_format = "General"

    return workbook(HEAD, ANN, BOB, change=change)


def _rich(book, sheet):
    bold = book.add_format({"bold": True})
    sheet.write_rich_string(1, 0, "S", bold, "00", "1")
    sheet.write_row(1, 1, ["Ann Example", "Carer", "04/03/2025"])


def _formulas(book, sheet):
    sheet.write_row(1, 0, ["S1", "Ann Example"])
    sheet.write_formula(1, 2, '=UPPER("carer")', None, "CARER")
    sheet.write_formula(1, 3, "=TODAY()", book.add_format({"num_format": "dd/mm/yyyy"}), 45720)


def _signs(book, sheet):
    for row, words in enumerate(
        ("=cmd|' /C calc'!A0", "+44 7700 900123", "-see note", "@home", "\u2014 \u2013 both"), 1
    ):
        sheet.write_row(row, 0, [f"S{row}"])
        sheet.write_string(row, 2, words)
        sheet.write_string(row, 3, "04/03/2025")


SWAPPED = [datetime(2025, month, 3) for month in (1, 4, 5, 6, 7)]
SWAPPED_TEXTS = ["13/03/2025", "25/04/2025", "30/05/2025"]
CONCERN = ["Concern ID", "Service user ID", "Date raised", "Type of abuse", "Asked about outcomes"]
ASKED = "Asked and expressed"
CELLS = (
    Mess("dates typed as text in every way a person would, all one day",
         _dates("04/03/2025", "4/3/25", "4.3.2025", "04-03-2025", "2025-03-04", "20250304", "4 March 2025", "4th Mar 2025",
                "04-Mar-25", "2025-03-04 09:30:00", "04/03/2025 09:30", "4\u00a0March\u00a02025"),
         rows=12, values={("started_on", row): "2025-03-04" for row in range(2, 14)}),
    _undated("dates without a year", "no year", "12/3", "4 March"),
    _undated("months without a day", "month without a day", "Mar-25", "June 2024", "03/2025"),
    _undated("years alone", "year", "2025"),
    _undated("dates in the US order", "US order", "02/13/2025"),
    _undated("days that no month has", "day that", "31/02/2025", "31/06/2012"),
    _undated("letters O for noughts", "letter", "O4/O3/2025"),
    _undated("years that cannot be meant", "year", "04/03/0025", "4/3/2205"),
    _undated("words where a date should be", "not a date", "today", "last week", "ASAP"),
    _undated("other words beside a date", "other words", "12/03/2025 (e-learning)", "from 12/03/2025"),
    Mess("a date's number in a plain cell", shown("General", 45720), cells={"D2": 45720},
         told=(Told(MEND, "cell.unreadable", "D2", "4 March 2025"),)),
    Mess("a date's number in a plain cell of an old Mac's workbook", _from_1904(True), cells={"D2": 44258},
         told=(Told(MEND, "cell.unreadable", "D2", "4 March 2025"),)),
    Mess("real dates in an old Mac's workbook", _from_1904(False), rows=2, values={("started_on", 2): "2025-03-04"}),
    Mess("a day before anybody's career", shown("dd/mm/yyyy", datetime(1900, 3, 4)),
         told=(Told(MEND, "cell.unreadable", "D2", "1900"),)),
    Mess("a number below nought under a date format", shown("dd/mm/yyyy", -5), told=(Told(MEND, "", "D2"),)),
    Mess("a time of day where a date should be", shown("hh:mm", 0.375), told=(Told(MEND, "cell.unreadable", "D2"),)),
    Mess("a real date with a time of day", staff(D2=datetime(2025, 3, 4, 9, 30)), rows=2,
         values={("started_on", 2): "2025-03-04"}),
    Mess("days and months swapped by an Excel with US settings", _dates(*SWAPPED, *SWAPPED_TEXTS),
         told=(Told(None, "column.dates_swapped", "D2", "UK"), Told(None, "column.dates_swapped", "D6"))),
    Mess("dates that are all early in their months, and none typed", _dates(*SWAPPED), rows=5,
         values={("started_on", 3): "2025-04-03"}),
    Mess("a lone dash for no date", workbook((*HEAD, "Leaving date"), (*ANN, "-"), (*BOB, "–")), rows=2,
         values={("left_on", 2): None, ("left_on", 3): None}),
    Mess("N/A typed where it is an answer", workbook((*HEAD, "Works with people"), (*ANN, "N/A"), (*BOB, None)), rows=2,
         values={("works_with_people", 2): "not_applicable", ("works_with_people", 3): None}, cells={"E2": "N/A"}),
    Mess("the other words that libraries take for blanks",
         workbook((*HEAD, "Service"), *[(f"S{n}", "Ann Example", "Carer", DAY, word) for n, word in enumerate(
             ("NA", "None", "null", "nan", "NULL", "n/a", "NaN", "1.#IND"), 1)]),
         rows=8, cells={"E2": "NA", "E3": "None", "E4": "null", "E5": "nan", "E8": "NaN", "E9": "1.#IND"},
         values={("service", 3): "None", ("service", 9): "1.#IND"}),
    Mess("people called Null and None", workbook(HEAD, ("S1", "Null", "Carer", DAY), ("S2", "None", "NA", DAY)), rows=2,
         gated={"B2": "Null", "B3": "None"}, values={("role", 3): "NA"}),
    Mess("numbers with noughts before them", staff(A2="007", A3="0012"), rows=2, values={("staff", 2): "007", ("staff", 3): "0012"}),
    Mess("numbers as names", staff(A2=7, A3=8.0), rows=2, values={("staff", 2): "7", ("staff", 3): "8"}),
    Mess("a number too long for Excel to keep", staff(A2=12345678901234567890), told=(Told(MEND, "cell.number_cut_short", "A2", "15"),)),
    Mess("a reference that Excel turned into a date", staff(A2=datetime(2025, 3, 1)),
         told=(Told(MEND, "cell.turned_into_date", "A2", "Text"),)),
    Mess("errors of formulas", staff(A2="#REF!", C2="#NAME?", D2="#VALUE!", D3="#DIV/0!"), cells={"D2": Fault("cell.error", "#VALUE!")},
         told=(Told(MEND, "cell.error", "A2"), Told(MEND, "cell.error", "C2", "#NAME?"), Told(MEND, "cell.error", "D2", "#VALUE!"),
               Told(MEND, "cell.error", "D3", "#DIV/0!"))),
    Mess("a formula that was never worked out", staff(D2="=TODAY()"), told=(Told(MEND, "cell.not_calculated", "D2", "Excel"),)),
    Mess("formulas with their values", by_xlsxwriter(_formulas), rows=1,
         values={("role", 2): "CARER", ("started_on", 2): "2025-03-04"}),
    Mess("text that looks like a formula", by_xlsxwriter(_signs), rows=5,
         values={("role", 2): "=cmd|' /C calc'!A0", ("role", 3): "+44 7700 900123", ("role", 4): "-see note", ("role", 5): "@home"}),
    Mess("a word in two typefaces", by_xlsxwriter(_rich), rows=1, values={("staff", 2): "S001"}),
    Mess("headings with spaces that nobody sees",
         workbook(["Staff\u00a0ID", "Name\u200b", " Job  title ", "Start\u00ad date"], ANN), rows=1,
         values={("staff", 2): "S1", ("role", 2): "Carer", ("started_on", 2): "2025-03-04"}),
    Mess("headings in capitals, with points and lines", workbook(["STAFF_ID".replace("_", " "), "name:", "Job-title", "Start\ndate"], ANN),
         rows=1, values={("role", 2): "Carer", ("started_on", 2): "2025-03-04"}),
    Mess("headings with notes", workbook(["Staff ID (required)", "Name", "Job title (optional)", "Start date (DD/MM/YY)"], ANN),
         rows=1, values={("role", 2): "Carer", ("started_on", 2): "2025-03-04"}),
    Mess("one person twice, but for a sign that nobody sees", staff(A3="s1\u200b"), told=(Told(None, "row.duplicate", "3", "row 2"),)),
    Mess("one place spelt in three ways", workbook((*HEAD, "Service"), (*ANN, "Rose House"), (*BOB, "ROSE  HOUSE")), rows=2,
         values={("service", 3): "Rose House"}, told=(Told(NOTE, "cell.spelt_otherwise", "E3", "Rose House"),)),
    Mess("a blank where every row must say something", staff(D3=None), told=(Told(MEND, "cell.blank", "D3"),)),
    Mess("a word that is not on the list", workbook((*HEAD, "Contract"), (*ANN, "Permanant")),
         told=(Told(MEND, "cell.not_listed", "E2", 'did you mean "Permanent"'),)),
    Mess("yes and no as ticks and as Excel's own", workbook((*HEAD, "Works with people"), (*ANN, True), (*BOB, "✗")), rows=2,
         values={("works_with_people", 2): "yes", ("works_with_people", 3): "no"}),
    Mess("numbers as text, with spaces and commas",
         workbook(["Role", "Course", "Grace weeks"], ["Carer", "Fire", "40 "], ["Cook", "Fire", "1,250"]), REQUIRED_TRAINING, rows=2,
         values={("grace_weeks", 2): 40.0, ("grace_weeks", 3): 1250.0}),
    Mess("months in words", workbook(["Role", "Course", "Frequency"], ["Carer", "Fire", "Annual"], ["Cook", "Fire", "3 yearly"],
                                     ["All", "Fire", "Once only"]), REQUIRED_TRAINING, rows=3,
         values={("refresh_months", 2): 12.0, ("refresh_months", 3): 36.0, ("refresh_months", 4): 0.0}),
    Mess("several words in one cell, and another word for one of them",
         workbook(CONCERN, ["C1", "P1", DAY, "Emotional; Institutional", ASKED], ["C2", "P1", NEXT_DAY, "Physical, DV", ASKED]),
         SAFEGUARDING, rows=2, values={("abuse", 2): "|psychological|organisational|", ("abuse", 3): "|physical|domestic|"}),
    Mess("a letter of thousands of signs in one cell",
         workbook([*CONCERN, "Desired outcome"], ["C1", "P1", DAY, "Physical", ASKED, "to feel safe " * 2500]), SAFEGUARDING, rows=1,
         gated={"F2": ("to feel safe " * 2500).strip()}),
    Mess("the workbook of another register", workbook(CONCERN, ["C1", "P1", DAY, "Physical", ASKED]),
         told=(Told(STOP, words="Staff ID"),)),
)  # fmt: skip
