"""Files that cannot be read, or must not be: each ends in one message."""

import io
import re
import zipfile
import zlib

from evidencegen.intake.blank import write_blank
from evidencegen.intake.registers.training import TRAINING
from tests.intake.messes.mess import ANN, BOB, HEAD, STOP, Mess, Told, bytes_of, content, text, workbook
from tests.intake.messes.packed import MAIN, members_of, packed, parts

OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
SOUND = workbook(HEAD, ANN, BOB)
BOMB = (
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    + "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)


def _cut(share: float):
    def write(folder):
        raw = bytes_of(SOUND)
        return content(raw[: int(len(raw) * share)], "staff.xlsx")(folder)

    return write


def _bomb(claims: int):
    """A sheet of three thousand million spaces in three million bytes, of which the list of parts `claims` so many."""

    def write(folder):
        squeeze = zlib.compressobj(9, zlib.DEFLATED, -15)
        million = squeeze.compress(b" " * 1_000_000) + squeeze.flush(zlib.Z_FULL_FLUSH)
        start = squeeze.compress(b"<worksheet><sheetData>") + squeeze.flush(zlib.Z_FULL_FLUSH)
        body = start + million * 3000 + squeeze.flush()
        raw = bytearray(bytes_of(packed(parts("") | {"xl/worksheets/sheet1.xml": body}, packing=zipfile.ZIP_STORED)))
        for mark, packing, size in ((b"PK\x01\x02", 10, 24), (b"PK\x03\x04", 8, 22)):
            for found in re.finditer(mark + b".{18,80}?xl/worksheets/sheet1.xml", bytes(raw), re.DOTALL):
                at = raw.rindex(mark, 0, found.end())
                raw[at + packing : at + packing + 2] = b"\x08\0"
                raw[at + size : at + size + 4] = claims.to_bytes(4, "little")
        return content(bytes(raw), "staff.xlsx")(folder)

    return write


def _many_parts(folder):
    box = io.BytesIO(bytes_of(SOUND))
    with zipfile.ZipFile(box, "a") as archive:
        for number in range(20_001):
            archive.writestr(zipfile.ZipInfo(f"xl/media/{number}"), b"")
    return content(box.getvalue(), "staff.xlsx")(folder)


def with_part(part: str, change):
    """The sound workbook with one part changed."""

    def write(folder):
        members = members_of(bytes_of(SOUND))
        return packed({**members, part: change(members[part])})(folder)

    return write


def damaged_within(folder):
    """A part whose packed bytes are damaged though the list of parts is sound."""
    raw = bytearray(bytes_of(SOUND))
    at = raw.index(b"xl/worksheets/sheet1.xml") + len("xl/worksheets/sheet1.xml") + 20
    raw[at : at + 30] = b"\xff" * 30
    return content(bytes(raw), "staff.xlsx")(folder)


def _nested(folder):
    return packed({"staff.xlsx": bytes_of(SOUND), "more.zip": bytes_of(SOUND)})(folder)


def _blank_of_another(folder):
    write_blank(TRAINING, folder / "training.xlsx")
    return folder / "training.xlsx"


REFUSALS = (
    Mess("an empty file", content(b"", "staff.xlsx"), refused="file.empty"),
    Mess("a file of blank lines", content(b"\r\n \r\n", "staff.csv"), refused="file.empty"),
    Mess("the lock file beside an open workbook", content(b"\x05Ann" + b" " * 100, "~$staff.xlsx"), refused="file.lock"),
    Mess("a workbook with a password", content(OLE2 + "EncryptedPackage".encode("utf-16-le"), "staff.xlsx"), refused="file.password"),
    Mess("a download that stopped half way", _cut(0.5), refused="file.damaged"),
    Mess("a download that stopped just before the end", _cut(0.99), refused="file.damaged"),
    Mess("the start of a workbook and nothing more", content(b"PK\x03\x04", "staff.xlsx"), refused="file.damaged"),
    Mess("a sheet that stops in the middle of a row", with_part("xl/worksheets/sheet1.xml", lambda part: part[:300]), refused="file.damaged"),
    Mess("a document type in a sheet", with_part("xl/worksheets/sheet1.xml", lambda part: b"<!DOCTYPE x>" + part.split(b"?>")[-1]),
         refused="file.unsafe"),
    Mess("entities that multiply without end", with_part("xl/workbook.xml", lambda part: BOMB.encode() + part.split(b"?>")[-1]),
         refused="file.unsafe"),
    Mess("an entity to be fetched from elsewhere",
         with_part("xl/worksheets/sheet1.xml", lambda part: b'<!DOCTYPE x [<!ENTITY a SYSTEM "file.txt">]>' + part.split(b"?>")[-1]),
         refused="file.unsafe"),
    Mess("a small workbook that unpacks to gigabytes", _bomb(3_000_000_000), refused="file.too_large"),
    Mess("a small workbook that unpacks to gigabytes and denies it", _bomb(2_000_000), refused="file.damaged or file.too_large"),
    Mess("a workbook of twenty thousand parts", _many_parts, refused="file.too_large"),
    Mess("a zip of workbooks", _nested, refused="file.not_a_workbook or file.zip"),
    Mess("a Word document", packed({"word/document.xml": b"<document/>", "[Content_Types].xml": b"<Types/>"}, "staff.xlsx"),
         refused="file.not_a_workbook"),
    Mess("a workbook without its list of sheets", packed({"[Content_Types].xml": MAIN.encode()}), refused="file.not_a_workbook"),
    Mess("a PDF", content(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "staff.xlsx"), refused="file.pdf"),
    Mess("a picture", content(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0", "staff.csv"), refused="file.not_a_spreadsheet or file.picture"),
    Mess("a quotation mark never closed", text('Staff ID,Name\nS1,"Ann Example\nS2,Bob Example\n'), refused="file.unclosed_quote"),
    Mess("a quotation mark in the middle of a word, closed too late", text('Staff ID,Name\nS1,"Ann" Example\n'),
         refused="file.unclosed_quote"),
    Mess("a cell of text that never seems to end", text("Staff ID,Name\nS1," + "Ann " * 50_000), refused="file.unclosed_quote"),
    Mess("our own blank workbook for another register", _blank_of_another, told=(Told(STOP, "workbook.other_register", words="training"),)),
)  # fmt: skip
