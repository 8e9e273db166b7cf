"""The other formats that registers are kept in: .xls, .xlsb and .ods, and text that calls itself .xls."""

import struct
from datetime import datetime
from pathlib import Path
from typing import Any

from evidencegen.intake.account import HIDDEN_SHEET
from tests.intake.messes.mess import ANN, BOB, HEAD, MEND, NOTE, Mess, Told, Writer, bytes_of, content, text
from tests.intake.messes.packed import OFFICE, RELATIONS, packed

TWO = {("staff", 2): "S1", ("role", 3): "Cook", ("started_on", 3): "2025-03-05"}
ODS = "urn:oasis:names:tc:opendocument:xmlns:"


def old_excel(change: Any = None, name: str = "staff.xls", rows: tuple = (HEAD, ANN, BOB)) -> Writer:
    """A workbook of the kind used before 2007; `change(book, sheet, day)` alters the xlwt objects before it is saved."""

    def write(folder: Path) -> Path:
        import xlwt

        book = xlwt.Workbook()
        sheet = book.add_sheet("Staff", cell_overwrite_ok=True)
        day = xlwt.easyxf(num_format_str="DD/MM/YYYY")
        for number, cells in enumerate(rows):
            for column, value in enumerate(cells):
                sheet.write(number, column, value, *([day] if isinstance(value, datetime) else []))
        if change:
            change(book, sheet, day)
        book.save(str(folder / name))
        return folder / name

    return write


def _old_error(book, sheet, day):
    sheet.row(1).set_cell_error(3, 0x17)  # #REF!


def _old_hidden(book, sheet, day):
    sheet.row(2).hidden = True
    old = book.add_sheet("Old")
    old.visibility = 1
    old.write(0, 0, "x")


def _old_merge(book, sheet, day):
    sheet.write(0, 4, "Service")
    sheet.write_merge(1, 2, 4, 4, "Rose House")


def _old_1904(book, sheet, day):
    book.dates_1904 = True
    for number in (1, 2):
        sheet.write(number, 3, 44257 + number, day)


def open_document(rows: str, name: str = "staff.ods", styles: str = "") -> Writer:
    """A sheet "Staff" of LibreOffice: `rows` is its XML."""
    spaces = " ".join(f'xmlns:{short}="{ODS}{short}:1.0"' for short in ("office", "table", "text", "style"))
    body = f'<office:body><office:spreadsheet><table:table table:name="Staff">{rows}</table:table></office:spreadsheet></office:body>'
    xml = f"<office:document-content {spaces}><office:automatic-styles>{styles}</office:automatic-styles>{body}</office:document-content>"
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    listed = f'<manifest:manifest xmlns:manifest="{ODS}manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>'
    return packed(
        {"mimetype": kind.encode(), "META-INF/manifest.xml": listed.encode(), "content.xml": xml.encode()}, name
    )


def _ods_row(*cells: str, more: str = "") -> str:
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


def _ods_text(words: str, more: str = "") -> str:
    return f'<table:table-cell office:value-type="string"{more}><text:p>{words}</text:p></table:table-cell>'


def _ods_day(day: str, shown: str = "") -> str:
    return f'<table:table-cell office:value-type="date" office:date-value="{day}"><text:p>{shown or day}</text:p></table:table-cell>'


ODS_HEAD = _ods_row(*map(_ods_text, HEAD))
ODS_ANN = _ods_row(*map(_ods_text, ANN[:3]), _ods_day("2025-03-04", "04/03/25"))
ODS_BOB = _ods_row(*map(_ods_text, BOB[:3]), _ods_day("2025-03-05T09:30:00"))
ODS_REST = '<table:table-row table:number-rows-repeated="1048573"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
ODS_ERROR = (
    '<table:table-cell table:formula="of:=[.#REF!]" office:value-type="string" calcext:value-type="error" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"><text:p>#REF!</text:p></table:table-cell>'
)


def _number(value: int) -> bytes:
    """A number in seven bits a byte, as .xlsb writes the kind and the length of a record."""
    low, rest = value & 0x7F, value >> 7
    return bytes([low | 0x80]) + _number(rest) if rest else bytes([low])


def _record(kind: int, body: bytes = b"") -> bytes:
    return _number(kind) + _number(len(body)) + body


def _wide(words: str) -> bytes:
    return struct.pack("<I", len(words)) + words.encode("utf-16-le")


def _binary_cell(column: int, value: object) -> bytes:
    if isinstance(value, datetime):
        serial = (value - datetime(1899, 12, 30)).days
        return _record(5, struct.pack("<IId", column, 1, serial))
    if value == "#REF!":
        return _record(3, struct.pack("<IIB", column, 0, 0x17))
    return _record(6, struct.pack("<II", column, 0) + _wide(str(value)))


def binary_excel(*rows: tuple) -> Writer:
    """A workbook saved as .xlsb, with dates in the second style."""
    sheet = _record(129) + _record(148, struct.pack("<IIII", 0, len(rows) - 1, 0, len(rows[0]) - 1)) + _record(145)
    for number, cells in enumerate(rows):
        sheet += _record(0, struct.pack("<IIHBBBI", number, 0, 300, 0, 0, 0, 0))
        sheet += b"".join(_binary_cell(column, value) for column, value in enumerate(cells))
    sheet += _record(146) + _record(130)
    book = (
        _record(131)
        + _record(143)
        + _record(156, struct.pack("<II", 0, 1) + _wide("rId1") + _wide("Staff"))
        + _record(144)
        + _record(132)
    )
    styles = _record(278) + _record(617, struct.pack("<I", 2))
    styles += b"".join(_record(47, struct.pack("<HHHHHBBHH", 0, shown, 0, 0, 0, 0, 0, 0, 0)) for shown in (0, 14))
    styles += _record(618) + _record(279)
    linked = (
        (("officeDocument", "xl/workbook.bin"),),
        (("worksheet", "worksheets/sheet1.bin"), ("styles", "styles.bin")),
    )
    top, inner = (
        f'<Relationships xmlns="{RELATIONS}">'
        + "".join(
            f'<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{at}"/>'
            for n, (kind, at) in enumerate(several, 1)
        )
        + "</Relationships>"
        for several in linked
    )
    return packed(
        {
            "[Content_Types].xml": b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            b'<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>',
            "_rels/.rels": top.encode(),
            "xl/workbook.bin": book,
            "xl/_rels/workbook.bin.rels": inner.encode(),
            "xl/worksheets/sheet1.bin": sheet,
            "xl/styles.bin": styles,
        },
        "staff.xlsb",
    )


def _half(folder: Path) -> Path:
    raw = bytes_of(old_excel())
    return content(raw[: len(raw) // 2], "staff.xls")(folder)


FORMATS = (
    Mess("a workbook of before 2007", old_excel(), rows=2, values=TWO),
    Mess("a workbook of before 2007 that is called .xlsx", old_excel(name="staff.xlsx"), rows=2, values=TWO),
    Mess("an old workbook with an error", old_excel(_old_error), told=(Told(MEND, "cell.error", "D2", "#REF!"),)),
    Mess("an old workbook with a hidden row and a hidden sheet", old_excel(_old_hidden), rows=2, unused={HIDDEN_SHEET: 1},
         told=(Told(NOTE, "sheet.hidden_rows", "3"), Told(NOTE, "workbook.hidden_sheets", words='"Old"'))),
    Mess("an old workbook with one cell merged over two rows", old_excel(_old_merge), rows=2, values={("service", 3): "Rose House"},
         told=(Told(NOTE, "sheet.merged", "E3"),)),
    Mess("an old workbook of an old Mac", old_excel(_old_1904), rows=2,
         values={("started_on", 2): "2025-03-04", ("started_on", 3): "2025-03-05"}),
    Mess("noughts and N/A in an old workbook", old_excel(rows=(HEAD, ("007", "None", "N/A", ANN[3]))), rows=1,
         values={("staff", 2): "007", ("role", 2): "N/A"}, gated={"B2": "None"}),
    Mess("a workbook of LibreOffice", open_document(ODS_HEAD + ODS_ANN + ODS_BOB), rows=2, values=TWO),
    Mess("a workbook of LibreOffice with a million blank rows", open_document(ODS_HEAD + ODS_ANN + ODS_BOB + ODS_REST), rows=2, values=TWO),
    Mess("rows that LibreOffice writes once for several",
         open_document(ODS_HEAD + _ods_row('<table:table-cell table:number-columns-repeated="4"/>', more=' table:number-rows-repeated="3"') + ODS_ANN),
         rows=1, values={("staff", 5): "S1"}),
    Mess("a hidden row in LibreOffice", open_document(ODS_HEAD + ODS_ANN + ODS_BOB.replace("<table:table-row", '<table:table-row table:visibility="collapse"')),
         rows=2, told=(Told(NOTE, "sheet.hidden_rows", "3"),)),
    Mess("an error in LibreOffice", open_document(ODS_HEAD + _ods_row(*map(_ods_text, ANN[:3]), ODS_ERROR)), told=(Told(MEND, "cell.error", "D2"),)),
    Mess("a workbook saved as binary", binary_excel(HEAD, ANN, BOB), rows=2, values=TWO),
    Mess("an error in a workbook saved as binary", binary_excel(HEAD, (*ANN[:3], "#REF!")), told=(Told(MEND, "cell.error", "D2", "#REF!"),)),
    Mess("an old workbook cut short", _half, refused="file.damaged"),
)  # fmt: skip
TABLE = (
    "<table><tr>"
    + "".join(f"<th>{word}</th>" for word in HEAD)
    + "</tr><tr><td>S1</td><td>Ann Example</td><td>Carer</td><td>04/03/2025</td></tr></table>"
)
XML_2003 = (
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
    'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Staff"><Table><Row><Cell><Data ss:Type="String">S1</Data></Cell>'
    "</Row></Table></Worksheet></Workbook>"
)
READ_OR_REFUSED = {
    "a web page saved as .xls": text(f"<html><body>{TABLE}</body></html>", "staff.xls"),
    "a bare table of a web page saved as .xls": text(TABLE, "staff.xls"),
    "a web page in UTF-16 saved as .xls": text(f"<html>{TABLE}</html>", "staff.xls", "utf-16"),
    "the XML of Excel 2003 saved as .xls": text(XML_2003, "staff.xls"),
}
