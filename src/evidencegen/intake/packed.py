"""What lies in a zip file, told by the names of its parts."""

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from lzma import LZMAError
from pathlib import PurePosixPath
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile

from evidencegen.intake.address import listed
from evidencegen.intake.excel_xml import UnsafeError
from evidencegen.intake.unopened import damaged, protected, unopened, unsafe

EXCEL, BINARY, OPEN_DOCUMENT = "excel", "binary", "open document"
SPREADSHEETS = (".xlsx", ".xlsm", ".xlsb", ".xls", ".xltx", ".xltm", ".ods", ".csv", ".tsv")
_OPEN_SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"
_MOST_OF_A_NOTE = 1 << 20
_IGNORED = {
    "vbaproject.bin": "macros",
    "xlmacrosheets/": "macros",
    "macrosheets/": "macros",
    "basic/script-lc.xml": "macros",
    "externallinks/": "links to other workbooks",
    "connections.xml": "data connections",
    "connections.bin": "data connections",
}


@contextmanager
def held_together(file: str) -> Iterator[None]:
    """Tell whatever comes of reading a damaged zip file in one problem.

    Raises:
        EvidenceError: the file is damaged or unsafe.
    """
    try:
        yield
    except UnsafeError as refused:
        raise unsafe(file, str(refused)) from None
    except (BadZipFile, zlib.error, LZMAError, ExpatError, struct.error, LookupError, ValueError, EOFError,
            NotImplementedError, OSError, RuntimeError):  # fmt: skip
        raise damaged(file) from None


def packed_kind(file: str, archive: ZipFile) -> str:
    """Which kind of workbook the zip file is: EXCEL, BINARY or OPEN_DOCUMENT.

    Raises:
        EvidenceError: it is none, but a document, a workbook of another program, or a folder of files.
    """
    names = {name.replace("\\", "/").lower() for name in archive.namelist()}
    if "xl/workbook.bin" in names:
        return BINARY
    if any(name.startswith("xl/") for name in names):
        return EXCEL
    if "mimetype" in names or "content.xml" in names:
        return _open_document(file, archive)
    other = _other(names)
    if not other and "[content_types].xml" in names:
        return EXCEL
    if other:
        raise unopened("file.not_a_workbook", file, *other)
    if any(member.flag_bits & 1 for member in archive.infolist()):
        raise unopened("file.password", file, "a zip file that is protected by a password",
                       "unpack it with its password, and name the workbook inside it")  # fmt: skip
    inside = sorted(name for name in archive.namelist() if name.lower().endswith(SPREADSHEETS))
    if inside:
        raise unopened("file.zip", file, f"a zip file with other files inside it: {listed(inside, 3)}",
                       "unpack it (in Windows: right-click, Extract All), and name the workbook inside it")  # fmt: skip
    raise unopened("file.not_a_workbook", file, "a zip file with no spreadsheet inside it",
                   "name the workbook that holds the register")  # fmt: skip


def ignored_parts(archive: ZipFile) -> tuple[str, ...]:
    """What the file carries besides cells that is never opened, in words."""
    names = [name.replace("\\", "/").lower() for name in archive.namelist()]
    found = (words for part, words in _IGNORED.items() if any(part in name for name in names))
    return tuple(dict.fromkeys(found))


def _open_document(file: str, archive: ZipFile) -> str:
    kind = _note(archive, "mimetype")
    if b"encryption-data" in _note(archive, "META-INF/manifest.xml"):
        raise protected(file, "open it in LibreOffice, choose File, Save As, and clear the box Save with password")
    if kind and not kind.strip().startswith(_OPEN_SPREADSHEET):
        raise unopened("file.not_a_workbook", file, "an OpenDocument file that is no spreadsheet",
                       "open it, copy the table into a spreadsheet, and save that")  # fmt: skip
    return OPEN_DOCUMENT


def _note(archive: ZipFile, name: str) -> bytes:
    """The beginning of a small part; nothing where there is none."""
    if name not in archive.namelist():
        return b""
    with archive.open(name) as stream:
        return stream.read(_MOST_OF_A_NOTE)


def _other(names: set[str]) -> tuple[str, str] | None:
    """What the file is and how to come by a workbook, where another program made it."""
    folders = {PurePosixPath(name).parts[0] for name in names if name.strip("/")}
    if "word" in folders:
        return "a Word document", "copy its table into a workbook, and save that"
    if "ppt" in folders:
        return "a PowerPoint presentation", "copy its table into a workbook, and save that"
    if "index.zip" in names or any(name.endswith(".iwa") for name in names):
        return "a document of Apple's Numbers, Pages or Keynote", "open it there and choose File, Export To, Excel"
    return None
