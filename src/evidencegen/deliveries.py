"""What was delivered to whom, so that nothing goes anywhere twice and what failed is tried again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from evidencegen import run_log
from evidencegen.brief import FILE, Brief
from evidencegen.delivered_folder import copy_to
from evidencegen.delivered_mail import send
from evidencegen.edition import Edition, editions
from evidencegen.problem import EvidenceError, Place, Problem

BEGUN, DELIVERED, FAILED = "begun", "delivered", "failed"


@dataclass(frozen=True)
class Sent:
    """What became of one edition on one way, told without a name: how many it reached now, and how many it did not."""

    edition: str
    way: str
    reached: int
    failed: int

    def as_dict(self) -> dict[str, Any]:
        """For the log of runs."""
        return vars(self).copy()

    def __str__(self) -> str:
        if self.way == "folder":
            return f"{self.edition}: {'not ' if self.failed else ''}delivered to the folder"
        asked = self.reached + self.failed
        return f"{self.edition}: delivered to {self.reached}{f' of {asked}' if self.failed else ''} by e-mail"


@dataclass(frozen=True)
class Book:
    """The lines of what was delivered and what failed; an address stands in them as a hash alone."""

    path: Path
    lines: tuple[Mapping[str, Any], ...]

    def has(self, edition: Edition, way: str, to: str, became: str = DELIVERED) -> bool:
        """Whether this came of an edition on a way to a folder or an address, ever."""
        wanted = (edition.proof, way, _hidden(to), became)
        return any((x.get("proof"), x.get("way"), x.get("to"), x.get("became")) == wanted for x in self.lines)

    def owes(self, edition: Edition) -> bool:
        """Whether an edition failed to reach somebody, then or later."""
        return any(x.get("proof") == edition.proof and x.get("became") == FAILED for x in self.lines)

    def note(self, edition: Edition, way: str, to: str, became: str, now: datetime) -> None:
        """Write a line, at once."""
        told = {"edition": edition.name, "proof": edition.proof, "way": way, "to": _hidden(to), "became": became}
        run_log.add(self.path, {"when": now.isoformat(timespec="seconds"), **told})


def deliver_all(
    folder: Path, brief: Brief, board: Path, latest: Edition | None, now: datetime, path: Path
) -> tuple[tuple[Sent, ...], tuple[Problem, ...], int]:
    """Take this edition, and the last one of each month that could not go before, where the brief says.

    Returns what became of each, the problems, and the exit code: that of a refusal before any other.

    Raises:
        OSError: what was delivered before cannot be read or written, so that nothing is sent.
    """
    book = Book(path, tuple(run_log.entries(path)))
    last = {one.month: one for one in editions(board)}
    owed = [one for one in last.values() if book.owes(one)]
    found: list[Sent] = []
    problems: list[Problem] = []
    code = 0
    wanted = {one.folder: one for one in (*owed, *([latest] if latest else []))}
    for one in wanted.values():
        for sent, wrong, exit_code in _ways(folder, brief, one, book, now):
            found.append(sent)
            problems += wrong
            code = max(code, exit_code)
    return tuple(found), tuple(problems), code


def _ways(
    folder: Path, brief: Brief, edition: Edition, book: Book, now: datetime
) -> Iterable[tuple[Sent, tuple[Problem, ...], int]]:
    """The folder and the message, each where the brief asks for it and it has not reached everybody."""
    settings = brief.deliver
    taken = not settings.folder or book.has(edition, "folder", settings.folder)
    to = [one for one in (settings.email.to if settings.email else ()) if not book.has(edition, "e-mail", one)]
    if (to or not taken) and edition.damaged():
        yield Sent(edition.name, "e-mail" if taken else "folder", 0, 1), (_altered(edition),), EvidenceError.exit_code
        return
    if not taken:
        place = FILE.read(folder).problem(("deliver", "folder"), "", "", "").place
        try:
            copy_to(folder / Path(settings.folder).expanduser(), edition, place)
        except EvidenceError as error:
            book.note(edition, "folder", settings.folder, FAILED, now)
            yield Sent(edition.name, "folder", 0, 1), error.problems, error.exit_code
        else:
            book.note(edition, "folder", settings.folder, DELIVERED, now)
            yield Sent(edition.name, "folder", 1, 0), (), 0
    if to:
        yield _by_email(folder, brief, edition, to, book, now)


def _by_email(
    folder: Path, brief: Brief, edition: Edition, to: list[str], book: Book, now: datetime
) -> tuple[Sent, tuple[Problem, ...], int]:
    reached: list[str] = []

    def begun(address: str) -> None:
        book.note(edition, "e-mail", address, BEGUN, now)

    def accepted(address: str) -> None:
        reached.append(address)
        book.note(edition, "e-mail", address, DELIVERED, now)

    try:
        problems = send(folder, brief, edition, to, now, begun, accepted)
        code = EvidenceError.exit_code if problems else 0
    except EvidenceError as error:
        problems, code = error.problems, error.exit_code
    for address in to:
        if address not in reached:
            book.note(edition, "e-mail", address, FAILED, now)
    return Sent(edition.name, "e-mail", len(reached), len(to) - len(reached)), problems, code


def _altered(edition: Edition) -> Problem:
    return Problem(
        key="delivery.altered",
        place=Place(edition.name),
        found=f"{', '.join(edition.damaged())} not as written",
        wanted="the files of the report as they were built",
        why="what goes out must be what passed the checks",
        mend=f"put the files back, or build the report anew with `evidencegen monthly --month {edition.month:%Y-%m}`",
    )


def _hidden(to: str) -> str:
    return sha256(to.casefold().encode()).hexdigest()[:16]
