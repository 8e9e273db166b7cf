"""Where things stand: titles, totals, notes, blocks, merges, hidden rows, other sheets."""

from evidencegen.intake.account import (
    ABOVE,
    EXAMPLE,
    FOOTNOTE,
    HIDDEN_SHEET,
    NO_HEADING,
    OTHER_SHEET,
    PERSONAL,
    REPEATED,
    TITLE,
    TOTAL,
    UNKNOWN,
)  # fmt: skip
from tests.intake.messes.mess import ANN, BOB, HEAD, NOTE, STOP, Mess, Told, workbook


def _hide(*, row: int = 0, column: str = "", sheet: str = "", state: str = "hidden"):
    def change(book):
        if row:
            book["Staff"].row_dimensions[row].hidden = True
        if column:
            book["Staff"].column_dimensions[column].hidden = True
        if sheet:
            book[sheet].sheet_state = state

    return change


def _filter(book):
    book["Staff"].auto_filter.ref = "A1:D3"
    book["Staff"].auto_filter.add_filter_column(2, ["Carer"])
    book["Staff"].row_dimensions[3].hidden = True


def _merge(*ranges: str):
    def change(book):
        for area in ranges:
            book["Staff"].merge_cells(area)

    return change


def _chart(book):
    from openpyxl.chart import BarChart

    book.create_chartsheet("Chart").add_chart(BarChart())


SERVICE = (*HEAD, "Service")
LAYOUTS = (
    Mess("a title and a blank row above the headings", workbook(["Staff list, March 2025"], [], HEAD, ANN, BOB), rows=2,
         values={("staff", 4): "S1", ("started_on", 5): "2025-03-05"}, unused={ABOVE: 1}),
    Mess("headings in two rows, merged, under names of groups",
         workbook(["Staff ID", "Name", "Employment", None], [None, None, "Job title", "Start date"], ANN, BOB,
                  change=_merge("A1:A2", "B1:B2", "C1:D1")),
         rows=2, values={("role", 3): "Carer", ("started_on", 4): "2025-03-05"}),
    Mess("a total row", workbook(HEAD, ANN, BOB, ["Total", 2]), rows=2, unused={TOTAL: 2}),
    Mess("an average row with a blank row before it", workbook(SERVICE, (*ANN, "Rose"), (*BOB, "Elm"), [], ["Average", None, None, None, 1]),
         rows=2, unused={TOTAL: 2}),
    Mess("a footnote below a blank row", workbook(HEAD, ANN, BOB, [], ["* bank staff are not listed here"]), rows=2,
         unused={FOOTNOTE: 1}),
    Mess("a note of when it was printed, right under the last row", workbook(HEAD, ANN, BOB, ["Printed 31/03/2025"]),
         rows=2, unused={FOOTNOTE: 1}),
    Mess("blocks for each site, with the headings again",
         workbook(["Rose House"], HEAD, ANN, [], ["Elm House"], HEAD, BOB), rows=2,
         values={("staff", 3): "S1", ("staff", 7): "S2"}, unused={ABOVE: 1, TITLE: 1, REPEATED: 4}),
    Mess("blank rows between the records", workbook(HEAD, ANN, [], [], BOB), rows=2,
         values={("staff", 2): "S1", ("staff", 5): "S2"}),
    Mess("blank columns between the columns",
         workbook(["Staff ID", None, "Job title", None, "Start date"], ["S1", None, "Carer", None, ANN[3]]), rows=1,
         values={("role", 2): "Carer", ("started_on", 2): "2025-03-04"}, cells={"C2": "Carer", "E1": "Start date"}),
    Mess("a table that begins in the third column", workbook([], [None, None, *HEAD], [None, None, *ANN]), rows=1,
         values={("staff", 3): "S1"}, gated={"D3": "Ann Example"}),
    Mess("an example row, marked as one", workbook(HEAD, ("EXAMPLE S0", "Eve Example", "Carer", ANN[3]), ANN), rows=1,
         values={("staff", 3): "S1"}, unused={EXAMPLE: 4}),
    Mess("headings and nothing below them", workbook(HEAD), rows=0, told=(Told(NOTE, "sheet.no_records"),)),
    Mess("a hidden row", workbook(HEAD, ANN, BOB, change=_hide(row=3)), rows=2,
         told=(Told(NOTE, "sheet.hidden_rows", "3", "1 hidden"),)),
    Mess("a row that a filter hides", workbook(HEAD, ANN, BOB, change=_filter), rows=2,
         told=(Told(NOTE, "sheet.hidden_rows", "3", "filter"),)),
    Mess("a hidden column", workbook(HEAD, ANN, BOB, change=_hide(column="C")), rows=2, values={("role", 2): "Carer"},
         told=(Told(NOTE, "sheet.hidden_columns", words="C"),)),
    Mess("a hidden sheet", workbook(HEAD, ANN, Old=[HEAD, BOB], change=_hide(sheet="Old")), rows=1,
         told=(Told(NOTE, "workbook.hidden_sheets", words='"Old"'),), unused={HIDDEN_SHEET: 8}),
    Mess("a sheet that only a macro can unhide", workbook(HEAD, ANN, Old=[["x"]], change=_hide(sheet="Old", state="veryHidden")),
         rows=1, told=(Told(NOTE, "workbook.hidden_sheets", words='"Old"'),), unused={HIDDEN_SHEET: 1}),
    Mess("another sheet with other things", workbook(HEAD, ANN, Rota=[["Monday", "Tuesday"], ["early", "late"]]), rows=1,
         unused={OTHER_SHEET: 4}),
    Mess("a hidden sheet that the settings name", workbook(HEAD, ANN, Old=[HEAD, BOB], change=_hide(sheet="Old")), rows=1,
         source={"sheet": "Old"}, values={("staff", 2): "S2"}, told=(Told(NOTE, "sheet.hidden"),), unused={OTHER_SHEET: 8}),
    Mess("two sheets that could be the register", workbook(HEAD, ANN, Bank=[HEAD, BOB]),
         told=(Told(STOP, "sheet.not_chosen", words='"Bank"'),)),
    Mess("a sheet that is not there under that name", workbook(HEAD, ANN), source={"sheet": "Staf"},
         told=(Told(STOP, "sheet.missing", words='did you mean "Staff"'),)),
    Mess("a sheet that is a chart", workbook(HEAD, ANN, change=_chart), rows=1),
    Mess("one cell merged over several rows",
         workbook(SERVICE, (*ANN, "Rose House"), (*BOB, None), change=_merge("E2:E3")), rows=2,
         values={("service", 3): "Rose House"}, told=(Told(NOTE, "sheet.merged", "E3", "1 cell"),)),
    Mess("two columns under one heading", workbook((*HEAD, "Start date"), (*ANN, ANN[3])),
         told=(Told(STOP, "heading.twice", "E1", "Start date"),)),
    Mess("two columns under two words for one thing", workbook((*HEAD, "DOJ"), (*ANN, ANN[3])),
         told=(Told(STOP, "heading.twice", "E1", "columns: {started_on:"),)),
    Mess("a column without a heading", workbook(HEAD, (*ANN, "left early"), BOB), rows=2, unused={NO_HEADING: 1}),
    Mess("a column that no register knows", workbook((*HEAD, "Locker"), (*ANN, 7), (*BOB, 8)), rows=2, unused={UNKNOWN: 3}),
    Mess("a column of personal details", workbook((*HEAD, "NI number"), (*ANN, "QQ123456C")), rows=1, unused={PERSONAL: 2}),
    Mess("no headings at all", workbook(ANN, BOB), told=(Told(STOP, "heading.none", words="heading_row: 3"),)),
    Mess("headings below the thirtieth filled row", workbook(*[["Rota"]] * 31, HEAD, ANN), told=(Told(STOP, "heading.none"),)),
    Mess("headings below the thirtieth row, named", workbook(*[["Rota"]] * 31, HEAD, ANN), source={"heading_row": 32}, rows=1,
         values={("staff", 33): "S1"}, unused={ABOVE: 31}),
    Mess("a heading spelt wrong", workbook(["Staff ID", "Name", "Job titel", "Start date"], ANN),
         told=(Told(STOP, "heading.missing", words='did you mean "Job titel"'),)),
    Mess("a heading of one's own, named in the settings", workbook(["Staff ID", "Name", "What they do", "Start date"], ANN),
         source={"columns": {"role": ("What they do",)}}, rows=1, values={("role", 2): "Carer"}),
    Mess("a settings line for a column that there is not", workbook(HEAD, ANN), source={"columns": {"rank": ("Grade",)}},
         told=(Told(STOP, "brief.unknown_column", words="rank"),)),
)  # fmt: skip
