"""The editions of each month's report to the board, each in a folder that is never changed."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from evidencegen.period import add_months
from evidencegen.problem import EvidenceError, Place, Problem
from evidencegen.release.issued import read_issued, read_kept

RECORD = "edition.json"
MANIFEST = "board.manifest.json"
MOST_MONTHS_BACK = 12
_FOLDER = re.compile(r"(\d{4}-\d{2})(?:-edition-([1-9]\d*))?")


@dataclass(frozen=True)
class Edition:
    """One edition: of which month, by its last day, which number, where it lies, and what its record says."""

    month: date
    number: int
    folder: Path
    record: Mapping[str, Any] = field(repr=False)

    @property
    def name(self) -> str:
        """The name of its folder."""
        return self.folder.name

    @property
    def files(self) -> dict[str, str]:
        """The name of each file with its hash."""
        return dict(self.record["files"])

    @property
    def proof(self) -> str:
        """One hash for all of it."""
        return sha256(json.dumps(self.files, sort_keys=True).encode()).hexdigest()

    @property
    def for_inside(self) -> bool:
        """Whether it is for people inside the organisation alone."""
        return bool(self.record["for_inside"])

    def damaged(self) -> list[str]:
        """The files that are no longer as they were written."""
        return [name for name, proof in self.files.items() if _hash(self.folder / name) != proof]


def name_of(month: date, number: int) -> str:
    """The name of an edition's folder: `2026-09`, and for a later edition `2026-09-edition-2`."""
    return f"{month:%Y-%m}" + (f"-edition-{number}" if number > 1 else "")


def last_day(month: date) -> date:
    """The last day of a month, from any day of it."""
    return add_months(month.replace(day=1), 1) - timedelta(days=1)


def editions(board: Path) -> tuple[Edition, ...]:
    """Every edition that can be read, in the order of months and of numbers; other folders are passed over."""
    found = []
    for folder in board.iterdir() if board.is_dir() else ():
        if not (told := _FOLDER.fullmatch(folder.name)):
            continue
        try:
            record = json.loads((folder / RECORD).read_bytes())
            month = last_day(date.fromisoformat(f"{told[1]}-01"))
            edition = Edition(month, int(told[2] or 1), folder, record)
            if edition.files and isinstance(record["for_inside"], bool):
                found.append(edition)
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return tuple(sorted(found, key=lambda one: (one.month, one.number)))


def next_number(board: Path, month: date) -> int:
    """The number of the next edition of a month: one more than the highest that any folder there bears."""
    told = [_FOLDER.fullmatch(path.name) for path in board.iterdir()] if board.is_dir() else []
    return max((int(one[2] or 1) for one in told if one and one[1] == f"{month:%Y-%m}"), default=0) + 1


def keep(made: Path, board: Path, month: date, number: int, record: Mapping[str, Any]) -> Edition:
    """Put an edition that lies ready in `made` in place, in one stroke, with its record.

    Raises:
        OSError: it cannot be written, or a folder of this name is there.
    """
    files = {path.name: sha256(path.read_bytes()).hexdigest() for path in sorted(made.iterdir())}
    whole = {"month": f"{month:%Y-%m}", "edition": number, "files": files, **record}
    (made / RECORD).write_text(json.dumps(whole, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    folder = board / name_of(month, number)
    made.rename(folder)
    return Edition(month, number, folder, whole)


def before(every: Sequence[Edition], month: date, folder: Path, *, inside: bool) -> list[str]:
    """The manifests of earlier editions that a report is set beside, as seen from the project folder.

    For people inside: the last edition of each of the twelve months before, and every one of this month. Where the
    report leaves the house: every edition of these months that left it, since its readers hold them all.
    """
    first = add_months(month.replace(day=1), -MOST_MONTHS_BACK)
    near = [one for one in every if first <= one.month <= month and one.for_inside == inside]
    last = {one.month: one for one in near}
    wanted = [one for one in near if not inside or one.month == month or one is last[one.month]]
    return [(one.folder / MANIFEST).relative_to(folder).as_posix() for one in wanted if _readable(one, inside)]


def _readable(edition: Edition, inside: bool) -> bool:
    try:
        (read_kept if inside else read_issued)(edition.folder / MANIFEST)
    except EvidenceError:
        return False
    return True


def same_told(one: Path, other: Path) -> bool:
    """Whether two manifests tell the same figures, case studies and other numbers.

    What they say of reports before them is left aside: the later of two stands beside one report more.
    """
    return _told(one) == _told(other)


def _told(path: Path) -> list[Any]:
    content = json.loads(path.read_bytes())
    beside = {name: told for name, told in content.get("beside", {}).items() if name != "restated"}
    return [content.get("made"), content.get("figures"), content.get("case_studies"), beside]


def _hash(path: Path) -> str:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def not_over(month: date, today: date) -> Problem:
    """The problem of a month that has not ended."""
    return Problem(
        key="monthly.not_over",
        place=Place("--month"),
        found=f"{month:%Y-%m}, which ends on {month.isoformat()}",
        wanted=f"a month that is over on {today.isoformat()}",
        why="the report is for whole months",
        mend="name an earlier month, or leave the option out for the last complete one",
    )


def changed(was: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    """The files that are other than they were, are new, or are gone, by their names."""
    yield from sorted(name for name in {*was, *now} if was.get(name) != now.get(name))
