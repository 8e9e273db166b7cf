"""Workbooks as other programs write them, packed by hand: what stands in the XML is the mess."""

import io
import zipfile
from collections.abc import Mapping
from datetime import datetime

from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.intake.sheet import Fault
from tests.intake.messes.mess import MEND, NOTE, Mess, Told, Writer, content

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
STRICT_MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
STYLES = (
    '<numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/></numFmts><fonts><font/></fonts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="9"/></cellXfs>'
)


def packed(members: Mapping[str, bytes], name: str = "staff.xlsx", packing: int = zipfile.ZIP_DEFLATED) -> Writer:
    """A zip of these members."""
    box = io.BytesIO()
    with zipfile.ZipFile(box, "w", packing) as archive:
        for path, part in members.items():
            archive.writestr(path, part)
    return content(box.getvalue(), name)


def members_of(raw: bytes) -> dict[str, bytes]:
    """Every part of a packed workbook by its path."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {path: archive.read(path) for path in archive.namelist()}


def parts(
    rows: str, after: str = "", shared: str | None = None, styles: str = STYLES, properties: str = "", main: str = MAIN,
    office: str = OFFICE, before: str = "",
) -> dict[str, bytes]:  # fmt: skip
    """The parts of a workbook with one sheet, "Staff": `rows` is its XML between the tags of the data."""
    kinds = [("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml")]
    kinds += [("sharedStrings", "sharedStrings.xml")] if shared is not None else []
    linked = "".join(
        f'<Relationship Id="rId{n}" Type="{office}/{kind}" Target="{at}"/>' for n, (kind, at) in enumerate(kinds, 1)
    )
    every = {
        "_rels/.rels": f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" Type="{office}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><workbookPr {properties}/><sheets>'
        '<sheet name="Staff" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{RELATIONS}">{linked}</Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{main}">{styles}</styleSheet>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>',
    }
    if shared is not None:
        every["xl/sharedStrings.xml"] = f'<sst xmlns="{main}">{shared}</sst>'
    return {path: f'<?xml version="1.0" encoding="UTF-8"?>{xml}'.encode() for path, xml in every.items()}


def said(address: str, words: str) -> str:
    """A cell with its text beside it; without an address where `address` is empty."""
    where = f' r="{address}"' if address else ""
    return f'<c{where} t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>'


def row(number: int, *words: str, last: str = "") -> str:
    """A row of texts from column A on, and then `last`."""
    cells = "".join(said(f"{letter}{number}", word) for letter, word in zip("ABCDEF", words, strict=False) if word)
    return f'<row r="{number}">{cells}{last}</row>'


HEADINGS = row(1, "Staff ID", "Name", "Job title", "Start date")


def dated(number: int, cell: str, role: str = "Carer") -> str:
    """A row of the staff list whose start date is the XML of `cell`."""
    return row(number, f"S{number - 1}", "Ann Example", role, last=cell)


def started(number: int) -> str:
    """A cell that holds 4 March 2025 as Excel does."""
    return f'<c r="D{number}" s="1"><v>45720</v></c>'


PLAIN = HEADINGS + dated(2, started(2)) + dated(3, started(3), "Cook")
TWO = {("staff", 2): "S1", ("role", 3): "Cook", ("started_on", 3): "2025-03-04"}
SHARED = "".join(f"<si><t>{words}</t></si>" for words in ("Staff ID", "Job title", "Start date", "S1", "Carer"))
NO_ADDRESSES = "".join(
    f"<row>{cells}</row>"
    for cells in (
        said("", "Staff ID") + said("", "Job title") + said("", "Start date"),
        "",
        said("", "S1") + "<c/>" + '<c s="1"><v>45720</v></c>',
        said("", "S2") + said("", "Cook") + '<c s="1"><v>45720</v></c>',
    )
)
BY_NUMBER = (
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>'
    '<row r="2"><c r="A2" t="s"><v>3</v></c><c r="B2" t="s"><v>{}</v></c><c r="C2" s="1"><v>45720</v></c></row>'
)
EMPTY_TEXT = '<c r="E2" t="str"><f>IF(1,"")</f><v></v></c>'
PACKED = (
    Mess("a workbook packed by hand", packed(parts(PLAIN)), rows=2, values=TWO),
    Mess("the Strict kind of workbook", packed(parts(PLAIN, main=STRICT_MAIN, office=STRICT_OFFICE)), rows=2, values=TWO),
    Mess("texts kept in a list of their own", packed(parts(BY_NUMBER.format(4), shared=SHARED)), rows=1, values={("role", 2): "Carer"}),
    Mess("one cell that points past the list of texts", packed(parts(BY_NUMBER.format(99), shared=SHARED)),
         told=(Told(MEND, "cell.damaged", "B2"),), cells={"A2": "S1"}),
    Mess("one cell whose number is no number", packed(parts(HEADINGS + dated(2, '<c r="D2" s="1"><v>4572o</v></c>') + dated(3, started(3)))),
         told=(Told(MEND, "cell.damaged", "D2"),), cells={"A3": "S2"}),
    Mess("one cell whose number has no end", packed(parts(HEADINGS + dated(2, '<c r="D2"><v>1e999</v></c>') + dated(3, started(3)))),
         told=(Told(MEND, "", "D2"),), cells={"A3": "S2"}),
    Mess("one cell with an address that no sheet has", packed(parts(PLAIN + '<row r="4"><c r="A0" t="n"><v>5</v></c></row>')),
         rows=2, values=TWO),
    Mess("rows out of order", packed(parts(HEADINGS + dated(5, started(5), "Cook") + dated(2, started(2)))), rows=2,
         values={("staff", 2): "S1", ("staff", 5): "S4", ("role", 5): "Cook"}),
    Mess("cells out of order in their row",
         packed(parts(HEADINGS + f'<row r="2">{started(2)}{said("C2", "Carer")}{said("A2", "S1")}</row>')), rows=1,
         values={("staff", 2): "S1", ("role", 2): "Carer"}),
    Mess("rows and cells without their addresses", packed(parts(NO_ADDRESSES.replace("<c/>", said("", "Carer")))), rows=2,
         values={("staff", 3): "S1", ("role", 4): "Cook", ("started_on", 4): "2025-03-04"}),
    Mess("a blank cell among cells without addresses", packed(parts(NO_ADDRESSES)), told=(Told(MEND, "cell.blank", "B3"),),
         cells={"C3": datetime(2025, 3, 4)}),
    Mess("dates written as text for programs", packed(parts(HEADINGS + dated(2, '<c r="D2" t="d"><v>2025-03-04</v></c>')
                                                            + dated(3, '<c r="D3" t="d"><v>2025-03-04T09:30:00Z</v></c>', "Cook"))),
         rows=2, values=TWO),
    Mess("a formula whose answer is an empty text", packed(parts(
        HEADINGS.replace("</row>", said("E1", "Service") + "</row>") + dated(2, started(2) + EMPTY_TEXT))), rows=1,
         values={("service", 2): None}),
    Mess("a formula without an answer", packed(parts(HEADINGS + dated(2, '<c r="D2" s="1"><f>TODAY()</f></c>'))),
         told=(Told(MEND, "cell.not_calculated", "D2", "save"),)),
    Mess("a formula shared by several cells", packed(parts(
        HEADINGS + dated(2, '<c r="D2" s="1"><f t="shared" ref="D2:D3" si="0">45720</f><v>45720</v></c>')
        + dated(3, '<c r="D3" s="1"><f t="shared" si="0"/><v>45720</v></c>', "Cook"))), rows=2, values=TWO),
    Mess("an old Mac's workbook, packed by hand", packed(parts(
        HEADINGS + dated(2, '<c r="D2" s="1"><v>44258</v></c>') + dated(3, '<c r="D3" s="1"><v>44258</v></c>', "Cook"),
        properties='date1904="true"')), rows=2, values=TWO),
    Mess("a value under a merged cell, where nobody sees it", packed(parts(
        HEADINGS.replace("</row>", said("E1", "Service") + "</row>") + dated(2, started(2) + said("E2", "Rose"))
        + dated(3, started(3) + said("E3", "Elm")), after='<mergeCells><mergeCell ref="E2:E3"/></mergeCells>')), rows=2,
         values={("service", 2): "Rose", ("service", 3): "Elm"}, told=(Told(NOTE, "sheet.beneath_merge", "E3"),)),
    Mess("merges of whole columns, and of nothing", packed(parts(
        PLAIN, after='<mergeCells><mergeCell ref="A:A"/><mergeCell ref="G1:G1048576"/><mergeCell ref="nonsense"/><mergeCell ref=""/></mergeCells>')), rows=2, values=TWO),
    Mess("a space in the last corner of the sheet", packed(parts(PLAIN + f'<row r="1048576">{said("XFD1048576", " ")}</row>')),
         rows=2, values=TWO),
    Mess("a word in the last corner of the sheet", packed(parts(PLAIN + f'<row r="1048576">{said("XFD1048576", "x")}</row>')),
         rows=2, values=TWO, cells={"XFD1048576": "x"}),
    Mess("twenty thousand formatted rows with nothing in them", packed(parts(
        PLAIN + "".join(f'<row r="{n}" s="1"><c r="A{n}" s="1"/></row>' for n in range(4, 20_004)))), rows=2, values=TWO),
    Mess("a dimension that is not true", packed(parts(PLAIN, before='<dimension ref="A1"/>')), rows=2, values=TWO),
    Mess("signs that XML cannot hold, written out", packed(parts(BY_NUMBER.format(4), shared=SHARED.replace(
        "S1", "S_x005F_x0041_").replace("Carer", "Carer_x000D_\nCook"))), rows=1,
         values={("staff", 2): "S_x0041_", ("role", 2): "Carer Cook"}),
    Mess("readings for a Japanese word beside it", packed(parts(BY_NUMBER.format(4), shared=SHARED.replace(
        "<si><t>Carer</t></si>", '<si><t>Carer</t><rPh sb="0" eb="1"><t>reading</t></rPh></si>'))), rows=1,
         values={("role", 2): "Carer"}),
    Mess("a text in pieces", packed(parts(BY_NUMBER.format(4), shared=SHARED.replace(
        "<t>Carer</t>", '<r><t xml:space="preserve">Senior </t></r><r><rPr><b/></rPr><t>carer</t></r>'))), rows=1,
         values={("role", 2): "Senior carer"}),
    Mess("names of parts in capitals and with the other slash", packed(
        {path.replace("/", "\\").upper() if path.startswith("xl/") else path: part for path, part in parts(PLAIN).items()}),
         rows=2, values=TWO),
    Mess("tags with a prefix", packed({path: part.replace(b"<", b"<x:").replace(b"<x:/", b"</x:").replace(b"<x:?", b"<?")
                                       .replace(b" xmlns=", b" xmlns:x=") for path, part in parts(PLAIN).items()}), rows=2, values=TWO),
    Mess("a link to another workbook, which is never followed", packed({
        **parts(HEADINGS + dated(2, '<c r="D2" s="1"><f>[1]Other!A1</f><v>45720</v></c>')),
        "xl/externalLinks/externalLink1.xml": b"<externalLink/>"}), rows=1, values={("started_on", 2): "2025-03-04"}),
    Mess("a name for printing that is broken", packed({path: part.replace(
        b"</workbook>", b'<definedNames><definedName name="_xlnm.Print_Titles">#REF!</definedName></definedNames></workbook>')
        for path, part in parts(PLAIN).items()}), rows=2, values=TWO),
    Mess("an error in a column that may be blank", packed(parts(
        HEADINGS.replace("</row>", said("E1", "Service") + "</row>") + dated(2, started(2) + '<c r="E2" t="e"><v>#N/A</v></c>'))),
         told=(Told(MEND, "cell.error", "E2", "#N/A"),), cells={"E2": Fault("cell.error", "#N/A")}),
    Mess("the same reference twice", packed(parts(
        row(1, "Concern ID", "Service user ID", "Date raised", "Type of abuse", "Asked about outcomes")
        + row(2, "C1", "P1", "04/03/2025", "Physical", "Asked and expressed")
        + row(3, "C1", "P2", "05/03/2025", "Neglect", "Asked and expressed"))), SAFEGUARDING,
         told=(Told(None, "row.duplicate", "3", "row 2"),)),
)  # fmt: skip
