"""Files opened by what they hold, whatever they are called, within bounds."""

import io
import re
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

from evidencegen.intake.address import listed
from evidencegen.intake.binary_excel import read_binary_excel
from evidencegen.intake.bounds import Allowance, TooLargeError
from evidencegen.intake.delimited import read_delimited
from evidencegen.intake.excel import read_excel
from evidencegen.intake.excel_xml import Parts, refuse_many_parts
from evidencegen.intake.old_excel import is_old, read_old_excel
from evidencegen.intake.open_document import is_flat_document, read_flat_document, read_open_document
from evidencegen.intake.other_files import refuse_others
from evidencegen.intake.packed import BINARY, EXCEL, held_together, ignored_parts, packed_kind
from evidencegen.intake.sheet import Sheet
from evidencegen.intake.unopened import too_large, unopened
from evidencegen.intake.words import did_you_mean, plain

MOST_BYTES = 100 * 1024 * 1024
BESIDE_A_TEMPLATE = ("Read me", "Lists")
_ZIPS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_LOCK = re.compile(r"~\$(.+)|\.~lock\.(.+)#")


@dataclass(frozen=True)
class Workbook:
    """Every sheet of a file in order; `template` is the register of a blank workbook of ours, such as `training/1`.

    `ignored` names what the file carries besides cells and was never opened, such as "macros"; `remarks` says what was
    done to read it that its owner may not expect, such as "3 zero bytes taken out".
    """

    file: str
    sheets: tuple[Sheet, ...]
    template: str = ""
    ignored: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def open_workbook(path: Path) -> Workbook:
    """Everything that stands in the cells of a file.

    Raises:
        EvidenceError: there is no such file, or it cannot be read; one problem that says why.
    """
    file = path.name
    if lock := _LOCK.fullmatch(file):
        raise unopened("file.lock", file, "a lock file that lies beside a workbook while it is open",
                       f"close the workbook and name {lock[1] or lock[2]} instead")  # fmt: skip
    if path.is_dir():
        raise unopened("file.folder", file, "a folder", "name a workbook inside it")
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
    try:
        return _workbook(file, raw)
    except TooLargeError as refused:
        raise too_large(file, str(refused)) from None


def _workbook(file: str, raw: bytes) -> Workbook:
    if raw.startswith(_ZIPS):
        return _unpacked(file, raw)
    if is_old(raw):
        sheets, ignored = read_old_excel(file, raw)
        return Workbook(file, tuple(sheets), ignored=tuple(ignored))
    if is_flat_document(raw):
        return Workbook(file, tuple(read_flat_document(file, raw)))
    refuse_others(file, raw)
    sheet, remarks = read_delimited(file, raw)
    return Workbook(file, (sheet,), remarks=remarks)


def _unpacked(file: str, raw: bytes) -> Workbook:
    packed = io.BytesIO(raw)
    refuse_many_parts(packed)
    with held_together(file), ZipFile(packed) as archive:
        kind, ignored = packed_kind(file, archive), ignored_parts(archive)
        if kind != EXCEL:
            read = read_binary_excel if kind == BINARY else read_open_document
            sheets = read(file, Parts(archive, Allowance(len(raw))))
            return Workbook(file, tuple(sheets), ignored=ignored)
    held = read_excel(file, packed)
    return Workbook(file, held.sheets, held.template, tuple(dict.fromkeys((*held.ignored, *ignored))))


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
