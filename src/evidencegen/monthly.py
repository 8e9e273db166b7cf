"""The board's report of the last complete month, built, kept and delivered with nobody looking on."""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from traceback import extract_tb
from typing import Any

from evidencegen import __version__, run_log
from evidencegen.brief import NAME, Brief, read_brief
from evidencegen.build import build, inputs_of
from evidencegen.deliveries import Sent, deliver_all
from evidencegen.edition import (
    MANIFEST,
    Edition,
    before,
    changed,
    editions,
    keep,
    last_day,
    name_of,
    next_number,
    not_over,
    same_told,
)
from evidencegen.problem import EvidenceError, Place, Problem
from evidencegen.project import Project, Say, silent
from evidencegen.run_lock import AtWork, only_run
from evidencegen.wrong_in_delivery import unknown_formats

BOARD = Path("output", "board")
RUNS, DELIVERIES, LOCK, STAGED = "runs.jsonl", "deliveries.jsonl", ".lock", ".building-"
BUILT, AGAIN, UNCHANGED, NOT_BUILT = "built", "built again", "unchanged", "not built"
OUR_BUG, STOPPED = 1, 130
MOST_LETTERS = 300


@dataclass(frozen=True)
class Run:
    """What one run did: `outcome` for the report, `why` in words, what was delivered, and what stands in the way."""

    month: date
    outcome: str
    edition: Edition | None = None
    why: str = ""
    sent: tuple[Sent, ...] = ()
    problems: tuple[Problem, ...] = field(default=(), repr=False)
    exit_code: int = 0
    line: str = ""

    def as_dict(self, when: datetime) -> dict[str, Any]:
        """The run as its log has it; no detail of anybody, and no address, is in it."""
        return {
            "when": when.isoformat(timespec="seconds"),
            "month": f"{self.month:%Y-%m}",
            "outcome": self.outcome,
            "edition": self.edition.name if self.edition else None,
            "why": self.why,
            "files": [{"file": f, "sha256": h} for f, h in (self.edition.files if self.edition else {}).items()],
            "delivery": [one.as_dict() for one in self.sent],
            "problems": [_told(one) for one in self.problems[:20]],
            "exit_code": self.exit_code,
            "evidencegen": __version__,
        }


def run(folder: Path, *, today: date, now: datetime, month: date | None = None, say: Say = silent) -> Run:
    """Build the report of a month, of the last complete one unless one is given, keep it and deliver it.

    Nothing is raised but what stops a run from outside: what went wrong is in the run, and in the log where that can
    be written. The run does nothing where the report is there, is of the same files, and is delivered.

    Raises:
        EvidenceError: there is no brief in the folder, so that nothing may be written there.
    """
    of = last_day(month or today.replace(day=1) - timedelta(days=1))
    if not (folder / NAME).exists():
        read_brief(folder)
    board = folder / BOARD
    begun = now.isoformat(timespec="seconds")
    try:
        board.mkdir(parents=True, exist_ok=True)
        with only_run(board / LOCK, begun):
            return _logged(board, _attempt(folder, board, of, today, now, say), now)
    except AtWork as error:
        return _logged(board, _failed(of, error), now, only_add=True)
    except OSError as error:
        return _failed(of, EvidenceError((_cannot_write(board, error),)))


def _attempt(folder: Path, board: Path, month: date, today: date, now: datetime, say: Say) -> Run:
    try:
        if month >= today:
            raise EvidenceError((not_over(month, today),))
        _sweep(board)
        brief = read_brief(folder)
        if unknown := tuple(unknown_formats(folder, brief)):
            raise EvidenceError(unknown)
        done = _built(folder, brief, board, month, today, now, say)
    except KeyboardInterrupt:
        _logged(board, Run(month, "stopped", exit_code=STOPPED), now)
        raise
    except Exception as error:  # noqa: BLE001 - the log and the one line must say how a run ended, whatever it was
        return _failed(month, error)
    try:
        sent, problems, code = deliver_all(folder, brief, board, done.edition, now, board / DELIVERIES)
    except Exception as error:  # noqa: BLE001 - as above; the report itself stays
        what = EvidenceError((_cannot_write(board / DELIVERIES, error),)) if isinstance(error, OSError) else error
        failed = _failed(month, what)
        return replace(
            done,
            problems=failed.problems,
            exit_code=failed.exit_code,
            line=f"{done.outcome}, not delivered: {failed.line}",
        )
    line = f"{done.outcome}, not delivered: {_in_a_line(problems)}" if problems else ""
    return replace(done, sent=sent, problems=problems, exit_code=code, line=line)


def _built(folder: Path, brief: Brief, board: Path, month: date, today: date, now: datetime, say: Say) -> Run:
    """The report as it is there already, or built."""
    every = editions(board)
    there = next((one for one in reversed(every) if one.month == month), None)
    inputs = _inputs(folder, brief)
    why = ""
    if there:
        other = list(changed(there.record["inputs"], inputs))
        damaged = there.damaged()
        if not other and not damaged and there.record["formats"] == brief.deliver.formats:
            return Run(month, UNCHANGED, there, "the report is there, and nothing that it is made from has changed")
        why = ", ".join(damaged) + " not as written" if damaged else "changed since: " + (", ".join(other) or "formats")
    number = next_number(board, month)
    inside = not brief.for_pack("board", "internal").profile().for_release
    named = inside and "board" in brief.packs and brief.packs["board"].earlier
    earlier = [] if named else before(every, month, folder, inside=inside)
    with TemporaryDirectory(prefix=STAGED, dir=board) as staged:
        made = Path(staged) / name_of(month, number)
        build(
            folder,
            pack="board",
            formats=brief.deliver.formats,
            out=made,
            as_at=month,
            read_on=today,
            earlier=earlier,
            say=say,
        )
        if (
            there
            and not damaged
            and _only_workbooks(brief, other)
            and same_told(made / MANIFEST, there.folder / MANIFEST)
        ):
            return Run(month, UNCHANGED, there, f"{why}; nothing that the report tells has")
        record = {
            "made": now.isoformat(timespec="seconds"),
            "for_inside": inside,
            "formats": brief.deliver.formats,
            "why": why,
            "inputs": inputs,
            "evidencegen": __version__,
        }
        kept = keep(made, board, month, number, record)
    return Run(month, AGAIN if there else BUILT, kept, why)


def _inputs(folder: Path, brief: Brief) -> dict[str, str]:
    """The hash of each file that the report is made from; of the brief, of what it says of the report."""
    beside = [folder / brief.look.logo] if brief.look.logo else []
    own = folder / brief.templates
    beside += sorted(path for path in own.rglob("*") if path.is_file() and not path.name.startswith("."))
    try:
        found = {one.file: one.sha256 for one in inputs_of(Project(folder, brief, {}), "board")}
        found |= {path.relative_to(folder).as_posix(): sha256(path.read_bytes()).hexdigest() for path in beside}
    except (OSError, ValueError):  # a build tells which, and why it is wanted
        return {}
    said = brief.model_dump_json(exclude={"deliver", "as_at"})
    return found | {NAME: sha256(said.encode()).hexdigest()}


def _only_workbooks(brief: Brief, names: Sequence[str]) -> bool:
    """Whether these files are all workbooks of registers, whose words reach a report in numbers alone."""
    books = {workbook.file for several in brief.registers.values() for workbook in several}
    return bool(names) and set(names) <= books


def _sweep(board: Path) -> None:
    """Take away what a run that was killed left half-made; nobody else is at work while the lock is held."""
    for path in board.glob(f"{STAGED}*"):
        shutil.rmtree(path, ignore_errors=True)


def _failed(month: date, error: Exception) -> Run:
    if isinstance(error, EvidenceError):
        return Run(
            month,
            NOT_BUILT,
            problems=error.problems,
            exit_code=error.exit_code,
            line=_in_a_line(error.problems),
        )
    told = f"{type(error).__name__}: a fault in evidencegen, not in your workbooks"
    frames = [f"{Path(one.filename).name}:{one.lineno}" for one in extract_tb(error.__traceback__)]
    where = f"{told} ({' '.join(frames[-8:])})"
    return Run(month, NOT_BUILT, why=where, exit_code=OUR_BUG, line=f"{told}; the log of runs says where")


def _in_a_line(problems: Sequence[Problem]) -> str:
    """The first problem, in one line, and how many there are besides.

    What a cell or a line of the brief holds is not told: the line goes into mails and logs of the machine, and a name
    or an address may stand in any of them.
    """
    first, more = problems[0], len(problems) - 1
    place = first.place
    quotes = place.sheet or place.cell or place.column or first.key == "brief.wrong_value"
    told = f"{place}: wanted {first.wanted}" if quotes else f"{place}: found {first.found}; wanted {first.wanted}"
    told = " ".join(told.split())
    told = told if len(told) <= MOST_LETTERS else f"{told[: MOST_LETTERS - 1]}…"
    return told + (f" (and {more:,} more)" if more else "")


def _logged(board: Path, done: Run, now: datetime, *, only_add: bool = False) -> Run:
    """The run, once it stands in the log; a log that cannot be written is a failure of the run too."""
    try:
        if not only_add:
            run_log.keep_last(board / RUNS, run_log.MOST_RUNS - 1)
        run_log.add(board / RUNS, done.as_dict(now))
    except OSError as error:
        told = _in_a_line((_cannot_write(board / RUNS, error),))
        line = f"{done.line}; {told}" if done.line else f"{done.outcome}, but {told}"
        return replace(done, line=line, exit_code=done.exit_code or EvidenceError.exit_code)
    return done


def _cannot_write(path: Path, error: OSError) -> Problem:
    return Problem(
        key="monthly.cannot_write",
        place=Place(path.name),
        found=error.strerror or type(error).__name__,
        wanted="a folder with room in it that you may write to",
        why="the report, its lock and the log of runs are kept there",
        mend="make room, or let whoever runs the command write to output/board in the project folder",
    )


def _told(problem: Problem) -> dict[str, Any]:
    """A problem as the log has it: what kind, and where."""
    place = problem.place
    where = {"file": place.file, "sheet": place.sheet, "cell": place.cell, "line": place.line}
    return {"key": problem.key} | {name: part for name, part in where.items() if part}


def told(done: Run) -> Mapping[str, str]:
    """A run in words, by step, for a terminal."""
    lines = {"report": f"{done.month:%Y-%m}: {done.outcome}" + (f" ({done.why})" if done.why else "")}
    if done.edition:
        lines["folder"] = str(done.edition.folder)
    for at, one in enumerate(done.sent, 1):
        lines[f"sent {at}"] = str(one)
    return lines
