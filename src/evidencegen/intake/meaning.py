"""What the dates of a training matrix mean: asked, with what speaks for each answer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from evidencegen.intake.courses import Sorts
from evidencegen.intake.dates import read_date
from evidencegen.intake.grouped import Part
from evidencegen.intake.records import Records
from evidencegen.intake.sheet import Sheet, Value
from evidencegen.intake.source import Source
from evidencegen.period import day_words
from evidencegen.problem import Problem, Severity

CELLS = ("completed_on", "expires_on")
ENOUGH_TO_DOUBT = 10


def asked(sheet: Sheet, source: Source, parts: Mapping[int, Part], records: Records, sorts: Sorts) -> list[Problem]:
    """What the dates mean is asked wherever no heading tells, with what speaks for each answer; a note of a doubt."""
    plain_columns = [column for column, (_, part) in parts.items() if not part]
    if not plain_columns:
        return []
    cells = [sheet.rows[row][c] for row in records.rows for c in plain_columns if c in sheet.rows[row]]
    evidence = Dates.among(cells, sorts, source.path)
    if source.cells not in CELLS:
        return [_undeclared(sheet, source, evidence)]
    return [_doubted(sheet, source.cells, evidence)] if evidence.speaks_against(source.cells) else []


@dataclass(frozen=True)
class Dates:
    """The dates of a matrix beside the day its file was last saved, where that is known."""

    days: tuple[date, ...] = field(repr=False)
    saved: date | None

    @classmethod
    def among(cls, cells: Iterable[Value], sorts: Sorts, path: Path) -> "Dates":
        """The dates among `cells` whose meaning no word beside them tells."""
        said = [sorts.of(cell).values.get("") for cell in cells]
        read = [v.date() if isinstance(v, datetime) else read_date(v) if isinstance(v, str) else None for v in said]
        file = Path(path)
        saved = datetime.fromtimestamp(file.stat().st_mtime, tz=UTC).date() if file.is_file() else None
        return cls(tuple(day for day in read if isinstance(day, date)), saved)

    @property
    def ahead(self) -> int:
        """How many lay ahead when the file was last saved."""
        return sum(self.saved is not None and day > self.saved for day in self.days)

    def speaks_against(self, cells: str) -> bool:
        """Whether most dates of completion lay ahead, or every one of many expiry dates had passed."""
        if self.saved is None or len(self.days) < ENOUGH_TO_DOUBT:
            return False
        return 2 * self.ahead > len(self.days) if cells == CELLS[0] else self.ahead == 0

    def __str__(self) -> str:
        if not self.days:
            return "no date in it"
        cells = "1 cell" if len(self.days) == 1 else f"{len(self.days):,} cells"
        words = f"dates in {cells}, from {day_words(min(self.days))} to {day_words(max(self.days))}"
        if self.saved is None:
            return words
        ahead = f"{self.ahead:,} would have lain ahead, which cannot be" if self.ahead else "none would have lain ahead"
        return (
            f"{words}, in a file last saved on {day_words(self.saved)}. On that day, read as dates of completion, "
            f"{ahead}; read as expiry dates, {len(self.days) - self.ahead:,} would have passed"
        )


def _undeclared(sheet: Sheet, source: Source, dates: Dates) -> Problem:
    said = f"`cells: {source.cells}`" if source.cells else "nothing about them in evidence.yaml"
    return Problem(
        key="matrix.cells_not_declared",
        place=sheet.place(),
        found=f"a training matrix with a column for each course, and {said}; {dates}",
        wanted="to be told whether its dates say when a course was completed or when it runs out",
        why="both kinds of matrix are common, and a guess would move every date by a year or more",
        mend="add to this register in evidence.yaml: `cells: completed_on` (or `cells: expires_on`)",
    )


def _doubted(sheet: Sheet, cells: str, dates: Dates) -> Problem:
    return Problem(
        key="matrix.cells_doubtful",
        place=sheet.place(),
        found=f"`cells: {cells}` in evidence.yaml, but {dates}",
        wanted="dates that fit what is said about them",
        why="the wrong reading moves every date by a year or more",
        mend="look at one certificate, and correct `cells:` in evidence.yaml if it is the other way round",
        severity=Severity.NOTE,
    )
