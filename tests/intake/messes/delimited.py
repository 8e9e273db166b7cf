"""Text files: every separator and encoding, and what goes wrong with them; and files under wrong names."""

from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.intake.registers.training import TRAINING
from tests.intake.messes.mess import ANN, BOB, HEAD, MEND, Mess, Told, content, text, workbook

LINES = (
    "Staff ID,Name,Job title,Start date",
    "S1,Zoë Example,Carer,04/03/2025",
    "S2,Bob O’Example,Cook,05/03/2025",
    "",
)
COMMAS = "\r\n".join(LINES)
SEMICOLONS, TABS, BARS = (COMMAS.replace(",", sign) for sign in ";\t|")
TWO = {("staff", 2): "S1", ("role", 3): "Cook", ("started_on", 3): "2025-03-05"}
NAMES = {"B2": "Zoë Example", "B3": "Bob O’Example"}
CONCERNS = (
    "Concern ID,Service user ID,Date raised,Type of abuse,Asked about outcomes\n"
    "C1,P1,04/03/2025,Physical; Financial,Asked and expressed\nC2,P1,05/03/2025,Physical; Sexual,Asked and expressed\n"
)


def _read(name: str, write, **expected) -> Mess:
    return Mess(name, write, rows=2, **{"values": TWO, "gated": NAMES, **expected})


DELIMITED = (
    _read("commas", text(COMMAS)),
    _read("semicolons, as on a Continental machine", text(SEMICOLONS)),
    _read("tabs", text(TABS, "staff.tsv")),
    _read("bars", text(BARS)),
    _read("a mark of UTF-8 at the start", text(COMMAS, encoding="utf-8-sig")),
    _read("letters of Windows", text(COMMAS, encoding="cp1252")),
    _read("the Unicode text of Excel", text(TABS, encoding="utf-16")),
    _read("Unicode the other way round, without its mark", text(COMMAS, encoding="utf-16-be")),
    _read("line ends of an old Mac", text(COMMAS.replace("\r\n", "\r"))),
    _read("no line end at the end", text(COMMAS.rstrip())),
    _read("a line that names the separator", text("sep=;\r\n" + SEMICOLONS)),
    _read("everything between quotation marks", text("\n".join(",".join(f'"{c}"' for c in line.split(",")) for line in LINES[:3]))),
    _read("lines of separators alone, as Excel leaves them", text(COMMAS + ",,,\r\n,,,\r\n")),
    _read("separators at the end of every line", text(COMMAS.replace("\r\n", ",,\r\n"))),
    _read("tabs in a file called .xls", text(TABS, "staff.xls")),
    _read("text in a file called .xlsx", text(COMMAS, "staff.xlsx")),
    Mess("a workbook in a file called .csv", workbook(HEAD, ANN, BOB, name="staff.csv"), rows=2, values={("staff", 3): "S2"}),
    Mess("a workbook in a file called .xls", workbook(HEAD, ANN, BOB, name="staff.xls"), rows=2, values={("staff", 3): "S2"}),
    Mess("semicolons in the cells of a file of commas", text(CONCERNS), SAFEGUARDING, rows=2,
         values={("abuse", 2): "|physical|financial|", ("abuse", 3): "|physical|sexual|"}),
    Mess("a blank line between the rows", text(COMMAS.replace("S2,", "\r\nS2,")), rows=2, values={("staff", 2): "S1", ("staff", 4): "S2"}),
    Mess("a cell of two lines", text(COMMAS.replace("Carer", '"Carer,\nnights"')), rows=2,
         values={("role", 2): "Carer, nights", ("staff", 3): "S2"}),
    Mess("quotation marks within quotation marks", text(COMMAS.replace("Carer", '"the ""night"" carer"')), rows=2,
         values={("role", 2): 'the "night" carer'}),
    Mess("one row that is too long", text(COMMAS.replace("S2,Bob O’Example,", "S2,Example,Bob,")), cells={"A3": "S2", "E3": "05/03/2025"},
         told=(Told(None, "row.too_long", "E3", "quotation marks"), Told(MEND, "", "D3", "Cook"))),
    Mess("one row that is too short", text(COMMAS.replace("S2,Bob O’Example,Cook,05/03/2025", "S2,Bob")),
         told=(Told(MEND, "cell.blank", "C3"), Told(MEND, "cell.blank", "D3"))),
    Mess("dates as some systems export them", text("Staff ID,Course,Completed on,Expiry\n7,Fire,2025-03-04T00:00:00,04-Mar-26\n"), TRAINING,
         rows=1, values={("staff", 2): "7", ("completed_on", 2): "2025-03-04", ("expires_on", 2): "2026-03-04"}),
    Mess("noughts before a number, in text", text("Staff ID,Job title,Start date\n007,Carer,04/03/2025\n"), rows=1, values={("staff", 2): "007"}),
    Mess("more digits than Excel keeps, in text", text("Staff ID,Job title,Start date\n12345678901234567890,Carer,04/03/2025\n"), rows=1,
         values={("staff", 2): "12345678901234567890"}),
    Mess("days swapped in part of a text file, which is only told for real dates",
         text("Staff ID,Job title,Start date\nS1,Carer,03/04/2025\nS2,Cook,2025-04-13\n"), rows=2,
         values={("started_on", 2): "2025-04-03", ("started_on", 3): "2025-04-13"}),
    Mess("a file with a mark of UTF-8 and nothing else", content(b"\xef\xbb\xbf", "staff.csv"), told=(Told(None),)),
)  # fmt: skip
