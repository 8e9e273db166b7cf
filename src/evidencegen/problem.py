"""What is wrong, where, and how to mend it."""

from dataclasses import dataclass, field
from enum import Enum

HIDDEN = "a value that is not shown here, because this column holds personal details"


@dataclass(frozen=True)
class Place:
    """Where to look, in the words the workbook's owner sees on screen.

    `sheet`, `cell` and `column` are left empty where they have no meaning: a brief has
    a line instead, a missing file has nothing but its name.
    """

    file: str
    sheet: str = ""
    cell: str = ""
    column: str = ""
    line: int = 0

    def __str__(self) -> str:
        words = self.file
        if self.line:
            words += f", line {self.line}"
        if self.sheet:
            words += f', sheet "{self.sheet}"'
        if self.cell:
            words += f", {'row' if self.cell.isdigit() else 'cell'} {self.cell}"
        if self.column:
            words += f' (column "{self.column}")' if self.cell else f', column "{self.column}"'
        return words


class Severity(Enum):
    """Whether a pack can be built before the problem is mended.

    STOP: a file or sheet cannot be read until it is mended. MEND: a cell or row must be
    corrected before a pack is built; the rest is read. NOTE: somebody should look, and may leave it.
    """

    STOP = "stop"
    MEND = "mend"
    NOTE = "note"

    @property
    def blocks(self) -> bool:
        """Whether no pack is built while the problem stands."""
        return self is not Severity.NOTE


@dataclass(frozen=True)
class Problem:
    """One thing a person should look at, and how much it stands in the way.

    `key` names the kind of problem (`cell.unreadable`) and is for ever; the words are
    free to improve. `also` holds every other place that shares it: the other cells of a column,
    or the row of another register that says otherwise.
    """

    key: str
    place: Place
    found: str
    wanted: str
    why: str
    mend: str
    severity: Severity = Severity.STOP
    also: tuple[Place, ...] = field(default=(), repr=False)

    def __str__(self) -> str:
        return (
            f"{self.place}\n"
            f"  found   {self.found}\n"
            f"  wanted  {self.wanted}\n"
            f"  why     {self.why}\n"
            f"  mend    {self.mend}"
        )


class EvidenceError(Exception):
    """Shown to the user as it stands, without a traceback; carries every problem found."""

    exit_code = 2

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems
        noun = "problem" if len(problems) == 1 else "problems"
        super().__init__("\n\n".join([f"{len(problems)} {noun} to mend", *map(str, problems)]))


class WordsRefused(EvidenceError):
    """A draft holds words that a careful reader strikes out; nothing was put in place."""

    exit_code = 4


class GateRefused(EvidenceError):
    """A gate (disclosure, sign-off, the last look at the finished file) let nothing through."""

    exit_code = 3
