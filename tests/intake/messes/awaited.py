"""Messes whose proper end is written before the code that brings it about."""

from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.training import TRAINING
from tests.intake.messes.cell import CONCERN, shown
from tests.intake.messes.delimited import COMMAS
from tests.intake.messes.delimited import TWO as TWO_OF_TEXT
from tests.intake.messes.mess import ANN, BOB, DAY, HEAD, MEND, NOTE, Mess, Told, bytes_of, text, workbook
from tests.intake.messes.packed import (
    BY_NUMBER,
    HEADINGS,
    PLAIN,
    SHARED,
    dated,
    members_of,
    packed,
    parts,
    row,
    said,
    started,
)  # fmt: skip
from tests.intake.messes.packed import TWO as TWO_OF_XML
from tests.intake.messes.refusal import damaged_within, with_part


def _marks(book):
    from openpyxl.comments import Comment
    from openpyxl.styles import Font, PatternFill

    sheet = book["Staff"]
    for address in ("C2", "C3"):
        sheet[address].fill = PatternFill("solid", fgColor="FFC7CE")
    for column in "ABCD":
        sheet[f"{column}3"].font = Font(strike=True)
    sheet["B2"].comment = Comment("on leave until May", "someone")


def _percent(book):
    book["Staff"]["E2"].number_format = "0%"


def _with_macros(folder):
    members = members_of(bytes_of(workbook(HEAD, ANN, BOB)))
    linked = "xl/_rels/workbook.xml.rels"
    relation = b'<Relationship Id="rId99" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>'
    members[linked] = members[linked].replace(b"</Relationships>", relation + b"</Relationships>")
    return packed({**members, "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0" + b"\0" * 600}, "staff.xlsm")(folder)


def _concern(outcome: str, asked: str = "Asked and expressed", abuse: str = "Physical"):
    return workbook([*CONCERN, "Outcome achieved"], ["C1", "P1", DAY, abuse, asked, outcome])


ASC_WDS_TRAINING = """\
LOCALESTID,UNIQUEWORKERID,CATEGORY,TRAININGNAME,ACCREDITED,WHODELIVERED,PROVIDERNAME,HOWDELIVERED,VALIDITY,DATECOMPLETED,EXPIRYDATE,NOTES
Home A,S001,6,Fire safety refresher,0,1,,1,12,04/03/2025,03/03/2026,
Home A,S002,20,"Safeguarding adults, level 2",1,2,12,2,none,13/11/2023,,Certificate on file
"""
VALUES = {"values": {"outcome_achieved": {"Met": "fully"}}}
SECOND = (["Month", "Agency hours"], ["January", 120], ["February", 90])
AWAITED = (
    Mess("colours, a note and words struck through", workbook(HEAD, ANN, BOB, change=_marks), rows=2,
         told=(Told(NOTE, words="colour"), Told(NOTE, words="note"), Told(NOTE, words="str"))),
    Mess("a workbook with macros", _with_macros, rows=2, values={("staff", 2): "S1"}, told=(Told(NOTE, words="macro"),)),
    Mess("a number shown as per cent", workbook((*HEAD, "Service"), (*ANN, 0.87), change=_percent), rows=1, values={("service", 2): "87%"}),
    Mess("styles that are damaged", packed(parts(
        HEADINGS + row(2, "S1", "Ann Example", "Carer", "04/03/2025"), styles='<cellXfs><xf numFmtId="abc"/></cellXfs>')),
         rows=1, values={("started_on", 2): "2025-03-04"}),
    Mess("styles that are no XML", packed({**parts(HEADINGS + row(2, "S1", "Ann Example", "Carer", "04/03/2025")),
                                           "xl/styles.xml": b"<styleSheet"}), rows=1, values={("started_on", 2): "2025-03-04"}),
    Mess("one cell that points before the list of texts", packed(parts(BY_NUMBER.format(-1), shared=SHARED)),
         told=(Told(MEND, "cell.damaged", "B2"),), cells={"A2": "S1"}),
    Mess("signs that XML cannot hold, in texts beside their cells",
         packed(parts(HEADINGS + dated(2, started(2), "Carer_x000D_\nCook"))), rows=1, values={("role", 2): "Carer Cook"}),
    Mess("eight digits under a date format, which are no day", shown("dd/mm/yyyy", 20250304), told=(Told(MEND, "", "D2"),)),
    Mess("one row with an address that no sheet has", packed(parts(PLAIN + f'<row r="-1">{said("", "x")}</row>')),
         rows=2, values=TWO_OF_XML),
    Mess("a part whose packed bytes are damaged", damaged_within, refused="file.damaged"),
    Mess("a part in an encoding that there is not",
         with_part("xl/worksheets/sheet1.xml", lambda part: b"<?xml version='1.0' encoding='bogus'?>" + part.split(b"?>")[-1]),
         refused="file.damaged"),
    Mess("bytes of nothing between the letters", text(COMMAS.replace("Carer", "Ca\0rer")), rows=2, values={**TWO_OF_TEXT, ("role", 2): "Carer"}),
    Mess("a second table below, with headings of its own", workbook(HEAD, ANN, BOB, [], [], *SECOND), rows=2, unused={"second table": 6}),
    Mess("a second table beside the first",
         workbook((*HEAD, None, *SECOND[0]), (*ANN, None, *SECOND[1]), (*BOB, None, *SECOND[2])), rows=2, values={("staff", 3): "S2"}),
    Mess("an outcome that was met, whatever that means", _concern("Met"), SAFEGUARDING, told=(Told(MEND, "", "F2", "values:"),)),
    Mess("the same with the settings saying what it means", _concern("Met"), SAFEGUARDING, source=VALUES, rows=1,
         values={("outcome_achieved", 2): "fully"}),
    Mess("asked about outcomes: yes, and no more", _concern("Fully", asked="Yes"), SAFEGUARDING, told=(Told(MEND, "", "E2", "values:"),)),
    Mess("exploitation of one kind or another", _concern("Fully", abuse="Exploitation"), SAFEGUARDING, told=(Told(MEND, "", "D2", "values:"),)),
    Mess("a word and a date in a cell of a matrix", workbook(("Staff ID", "Fire safety", "First aid"), ("S1", "Exp 01/02/26", DAY)), TRAINING,
         source={"cells": "expires_on"}, rows=2, values={("expires_on", "B2"): "2026-02-01"}),
    Mess("the training file of ASC-WDS", text(ASC_WDS_TRAINING), TRAINING, rows=2,
         values={("staff", 2): "S001", ("completed_on", 2): "2025-03-04", ("expires_on", 2): "2026-03-03", ("completed_on", 3): "2023-11-13"}),
    Mess("the worker file of ASC-WDS, of which five columns are read",
         text("LOCALESTID,UNIQUEWORKERID,STATUS,NINUMBER,DOB,STARTDATE,MAINJOBROLE\nHome A,S001,UNCHECKED,QQ123456C,01/01/1980,04/03/2025,25\n"),
         STAFF, rows=1, values={("staff", 2): "S001", ("started_on", 2): "2025-03-04"}),
)  # fmt: skip
