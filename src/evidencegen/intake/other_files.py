"""Files that are no workbook, told by how they begin, each with the way to come by one."""

import re

from evidencegen.intake.unopened import unopened

SAVE_AS = "open it in Excel and save it as an Excel workbook (.xlsx)"
_EXPORT = "export the register itself, not a print or a picture of it"
_UNPACK = "unpack it, and name the workbook inside it"
_COPY = "copy its table into a workbook, and save that"
_QUERY = "export the table to an Excel workbook (.xlsx) or as text (.csv)"
_DOWNLOAD = "open it in the browser, choose File, Download, Microsoft Excel (.xlsx), and name what comes"
_BEGINNINGS: tuple[tuple[bytes, str, str, str], ...] = (
    (b"%pdf", "file.pdf", "a PDF", _EXPORT),
    (b"\x89png", "file.picture", "a picture", _EXPORT),
    (b"\xff\xd8\xff", "file.picture", "a picture", _EXPORT),
    (b"gif8", "file.picture", "a picture", _EXPORT),
    (b"ii*\0", "file.picture", "a picture", _EXPORT),
    (b"mm\0*", "file.picture", "a picture", _EXPORT),
    (b"{\\rtf", "file.document", "a text document (RTF)", _COPY),
    (b"\x1f\x8b", "file.packed", "a packed file (gzip)", _UNPACK),
    (b"bzh", "file.packed", "a packed file (bzip2)", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "file.packed", "a packed file (7z)", _UNPACK),
    (b"rar!\x1a\x07", "file.packed", "a packed file (RAR)", _UNPACK),
    (b"\xfd7zxz\0", "file.packed", "a packed file (xz)", _UNPACK),
    (b"\0\x01\0\0standard ", "file.database", "an Access database", _QUERY),
    (b"sqlite format 3\0", "file.database", "a database (SQLite)", _QUERY),
    (b"par1", "file.database", "a data file (Parquet)", _QUERY),
    (b"\0\0\x02\0\x06\x04\x06\0", "file.old_program", "a Lotus 1-2-3 workbook", SAVE_AS),
    (b"\0\0\x1a\0", "file.old_program", "a Lotus 1-2-3 or Quattro Pro workbook", SAVE_AS),
    (b"id;p", "file.old_program", "an old exchange file (SYLK)", SAVE_AS),
    (b"[internetshortcut]", "file.shortcut", "a link to a web page, not the workbook itself", _DOWNLOAD),
    (b"mime-version:", "file.web_page", "a web page under a spreadsheet's name", SAVE_AS),
    (b"<html", "file.web_page", "a web page under a spreadsheet's name", SAVE_AS),
    (b"<!doctype html", "file.web_page", "a web page under a spreadsheet's name", SAVE_AS),
    (b"<table", "file.web_page", "a web page under a spreadsheet's name", SAVE_AS),
    (b"<meta", "file.web_page", "a web page under a spreadsheet's name", SAVE_AS),
    (b"<head", "file.web_page", "a web page under a spreadsheet's name", SAVE_AS),
    (b"<style", "file.web_page", "a web page under a spreadsheet's name", SAVE_AS),
    (b"<body", "file.web_page", "a web page under a spreadsheet's name", SAVE_AS),
    (b"<div", "file.web_page", "a web page under a spreadsheet's name", SAVE_AS),
)
_SPREADSHEET_XML = b"urn:schemas-microsoft-com:office:spreadsheet"
_GOOGLE = re.compile(rb'\{[^{}]*"(?:doc_id|url)"\s*:')
_JSON = re.compile(rb'(?:\{|\[\s*\{)\s*"[^"]*"\s*:')
_LONGEST_LINK = 4096
_ENCODED = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def refuse_others(file: str, raw: bytes) -> None:
    """Pass over what may be text.

    Raises:
        EvidenceError: the file is empty, or of a kind that is known and holds no cells to read here.
    """
    if not raw.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        zeros = 0 in raw.strip(b"\xff\xfe") and not raw.strip(b"\0")
        raise unopened(
            "file.empty",
            file,
            f"a file of {len(raw):,} bytes that are all zero: what stood in it was lost" if zeros else "an empty file",
            "fetch it again from where it came, or from a backup" if zeros else "export or save it again",
        )
    start = _start(raw)
    for beginning, key, found, mend in _BEGINNINGS:
        if start.startswith(beginning):
            raise unopened(key, file, found, mend)
    if start[4:8] == b"ftyp" or start[:4] == b"riff":
        raise unopened("file.picture", file, "a picture or a film", _EXPORT)
    if start.startswith(b"<!--") and b"<html" in start:
        raise unopened("file.web_page", file, "a web page under a spreadsheet's name", SAVE_AS)
    if start.startswith(b"<?xml"):
        page = b"<html" in start
        key, found = ("file.web_page", "a web page") if page else ("file.xml", "an XML file")
        if _SPREADSHEET_XML in start:
            found = "an Excel workbook of 2003 kept as XML"
        raise unopened(key, file, found + " under a spreadsheet's name" * page, SAVE_AS)
    if len(raw) < _LONGEST_LINK and _GOOGLE.match(start):
        raise unopened("file.shortcut", file, "a link to a Google Sheet, not the sheet itself", _DOWNLOAD)
    if _JSON.match(start):
        raise unopened("file.database", file, "a data file (JSON)", _QUERY)


def _start(raw: bytes) -> bytes:
    """How the file begins, in small letters of one byte, without space and marks before it."""
    for mark, encoding in _ENCODED:
        if raw.startswith(mark):
            return raw[2:4096].decode(encoding, "ignore").encode("utf-8").lstrip().lower()
    return raw[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
