"""Files opened by what they hold, whatever they are called, within bounds."""

import io
from dataclasses import dataclass
from pathlib import Path

from evidencegen.intake.address import listed
from evidencegen.intake.delimited import read_delimited
from evidencegen.intake.excel import read_excel
from evidencegen.intake.sheet import Sheet
from evidencegen.intake.unopened import unopened
from evidencegen.intake.words import did_you_mean, plain

MOST_BYTES = 100 * 1024 * 1024
BESIDE_A_TEMPLATE = ("Read me", "Lists")
_ZIP = b"PK\x03\x04"
_OLE2 = b"\xd0\xcf\x11\xe0"
_PROTECTED = "EncryptedPackage".encode("utf-16-le")
_SAVE_AS = "open it in Excel and save it as an Excel workbook (.xlsx)"


@dataclass(frozen=True)
class Workbook:
    """Every sheet of a file in order; `template` is the register of a blank workbook of ours, such as `training/1`.

    `ignored` names what the file carries besides cells and was never opened, such as "macros".
    """

    file: str
    sheets: tuple[Sheet, ...]
    template: str = ""
    ignored: tuple[str, ...] = ()


def open_workbook(path: Path) -> Workbook:
    """Everything that stands in the cells of a file.

    Raises:
        EvidenceError: there is no such file, or it cannot be read; one problem that says why.
    """
    file = path.name
    if file.startswith("~$"):
        raise unopened("file.lock", file, "a lock file that Excel leaves beside an open workbook",
                       f"close the workbook in Excel and name {file[2:]} instead")  # fmt: skip
    if not path.is_file():
        raise _not_there(path)
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise _too_large(file, size)
        raw = path.read_bytes()
    except OSError as error:
        raise unopened("file.closed", file, f"a file that cannot be opened ({error.strerror})",
                       "close it in other programs, and see that you may read it") from None  # fmt: skip
    if raw.startswith(_ZIP):
        held = read_excel(file, io.BytesIO(raw))
        return Workbook(file, held.sheets, held.template, held.ignored)
    _refuse_others(file, raw)
    return Workbook(file, (read_delimited(file, raw),))


def _not_there(path: Path) -> Exception:
    folder = path.parent
    beside = [p.name for p in folder.iterdir()] if folder.is_dir() else []
    near = did_you_mean(path.name, beside)
    return unopened(
        "file.missing",
        path.name,
        f'no such file in "{folder}"' + (f'; did you mean "{near}"?' if near else ""),
        "put the file there, or correct its name in evidence.yaml",
    )


def _too_large(file: str, size: int) -> Exception:
    limit = MOST_BYTES // 1024**2
    return unopened("file.too_large", file, f"a file of {size // 1024**2:,} MB",
                    "copy the rows into a new workbook, without pictures", f"at most {limit} MB")  # fmt: skip


def _refuse_others(file: str, raw: bytes) -> None:
    start = raw[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not raw.strip():
        raise unopened("file.empty", file, "an empty file", "export or save it again")
    if raw.startswith(_OLE2):
        if _PROTECTED in raw:
            raise unopened(
                "file.password",
                file,
                "a workbook that is protected by a password",
                "open it in Excel, choose File, Info, Protect Workbook, Encrypt with Password, clear the box, and save",
            )
        raise unopened("file.old_excel", file, "a workbook of the kind used before 2007 (.xls)", _SAVE_AS)
    if start.startswith((b"<html", b"<!doctype html", b"<table", b"<meta")):
        raise unopened("file.web_page", file, "a web page under a spreadsheet's name", _SAVE_AS)
    if start.startswith(b"<?xml"):
        raise unopened("file.xml", file, "an XML file", _SAVE_AS)
    if start.startswith(b"%pdf"):
        raise unopened("file.pdf", file, "a PDF", "export the register itself, not a print of it")


def choose_sheet(workbook: Workbook, named: str | None) -> Sheet | None:
    """The sheet called `named`, or the only visible one that holds anything; None where several do.

    A text file has one sheet without a name, whatever `named` says.

    Raises:
        EvidenceError: there is no such sheet, or none holds anything.
    """
    if named is not None and workbook.sheets[0].name:
        return _named(workbook, named)
    filled = [sheet for sheet in workbook.sheets if sheet.rows]
    beside = BESIDE_A_TEMPLATE if workbook.template else ()
    seen = [sheet for sheet in filled if sheet.visible and sheet.name not in beside]
    if not seen:
        hidden = " (hidden sheets are not used)" if filled else ""
        raise unopened("sheet.none", workbook.file, f"no sheet that holds anything{hidden}",
                       "name it in evidence.yaml, or unhide it in Excel", "a sheet with headings and rows")  # fmt: skip
    return seen[0] if len(seen) == 1 else None


def _named(workbook: Workbook, named: str) -> Sheet:
    for same in (lambda s: s.name == named, lambda s: plain(s.name) == plain(named)):
        for sheet in filter(same, workbook.sheets):
            return sheet
    names = [sheet.name for sheet in workbook.sheets]
    near = did_you_mean(named, names)
    raise unopened(
        "sheet.missing",
        workbook.file,
        f'no sheet called "{named}"' + (f'; did you mean "{near}"?' if near else ""),
        "correct `sheet:` in evidence.yaml",
        f"one of the sheets there: {listed(names)}",
    )
