"""Why a file cannot be opened, each in one plain message."""

from evidencegen.problem import EvidenceError, Place, Problem

READABLE = "an Excel workbook (.xlsx, .xlsm, .xlsb, .xls), an OpenDocument one (.ods), or a text file (.csv, .tsv)"

_CLEAR = "open it in Excel, choose File, Info, Protect Workbook, Encrypt with Password, clear the box, and save"


def unopened(key: str, file: str, found: str, mend: str, wanted: str = READABLE, sheet: str = "") -> EvidenceError:
    """The error to raise for a file, or one sheet of it, that cannot be read at all."""
    why = "nothing in it can be counted until it opens"
    return EvidenceError((Problem(key, Place(file, sheet), found, wanted, why, mend),))


def damaged(file: str) -> EvidenceError:
    """The error for a workbook whose inside does not hold together."""
    return unopened(
        "file.damaged",
        file,
        "a workbook that is damaged or cut short",
        "open it in Excel, let it repair the file, and save it; or fetch it again from where it came",
    )


def too_large(file: str, words: str) -> EvidenceError:
    """The error for a workbook that holds more than any register does; `words` say of what."""
    return unopened(
        "file.too_large",
        file,
        words,
        "copy the rows that count into a new workbook, without pictures and empty formatted rows",
        "a workbook of the size a register has",
    )


def protected(file: str, mend: str = _CLEAR) -> EvidenceError:
    """The error for a workbook that opens with a password."""
    return unopened(
        "file.password",
        file,
        "a workbook that is protected by a password",
        mend,
    )


def unsafe(file: str, words: str) -> EvidenceError:
    """The error for a workbook with something inside that no honest one has."""
    return unopened("file.unsafe", file, words, "open it in Excel, save it under a new name, and use that")
