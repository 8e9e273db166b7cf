"""Why a file cannot be opened, each in one plain message."""

from evidencegen.problem import EvidenceError, Place, Problem

READABLE = "an Excel workbook (.xlsx) or a text file (.csv)"


def unopened(key: str, file: str, found: str, mend: str, wanted: str = READABLE, sheet: str = "") -> EvidenceError:
    """The error to raise for a file, or one sheet of it, that cannot be read at all."""
    why = "nothing in it can be counted until it opens"
    return EvidenceError((Problem(key, Place(file, sheet), found, wanted, why, mend),))
