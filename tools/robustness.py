"""Every file of a folder read in turn, each in a process of its own: `make robustness CORPUS=dir`.

Prints how each ended, never what stands in it. The exit code is 1 if one ended as neither tables nor one
message, went past the bounds, has a cell that no account names, or reads otherwise in openpyxl for no known reason.
"""

import argparse
import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryFile
from threading import Timer
from typing import Any
from zipfile import BadZipFile, ZipFile

ROOT = Path(__file__).resolve().parents[1]
AT_A_TIME = 2
SECONDS_TO_READ, SECONDS_TO_COMPARE = 60, 120
BOUND_SECONDS, BOUND_MEGABYTES, BOUND_OF_FILES = 5, 300, 10_000_000
MEGABYTE = 1_000_000
WORST_SHOWN = 5


@dataclass(frozen=True)
class Ended:
    """How one process ended: the JSON it printed, if any, and what it took (CPU seconds, with its own children's)."""

    told: dict[str, Any] | None
    trouble: str
    last_line: str
    seconds: float
    cpu_seconds: float
    megabytes: float


@dataclass(frozen=True)
class Outcome:
    """One file: how reading it ended, and how it compares with openpyxl's reading where that was tried."""

    name: str
    size: int
    read: Ended
    compared: Ended | None = None

    @property
    def end(self) -> str:
        """One of "loaded", "refused: key", or the trouble: a hang, a traceback, a process that died."""
        if self.read.told is None:
            return self.read.trouble
        key = self.read.told.get("key")
        return f"{self.read.told['end']}: {key}" if key else str(self.read.told["end"])

    @property
    def is_fair(self) -> bool:
        """Whether it ended as tables or as one clear message."""
        return self.end == "loaded" or self.end.startswith("refused: ")

    @property
    def is_within_bounds(self) -> bool:
        """Whether a file under 10 MB took no more than 5 s and 300 MB."""
        within = self.read.cpu_seconds <= BOUND_SECONDS and self.read.megabytes <= BOUND_MEGABYTES
        return within or self.size >= BOUND_OF_FILES

    @property
    def refused_here(self) -> int:
        """How many cells openpyxl finds in a file that is refused here."""
        return int(self.compared.told.get("refused_here", 0)) if self.compared and self.compared.told else 0

    @property
    def without_openpyxl(self) -> str:
        """Why openpyxl could not read the file, or nothing."""
        if self.compared is None:
            return ""
        if self.compared.told is not None:
            return str(self.compared.told.get("openpyxl", ""))
        return self.compared.trouble if self.compared.last_line == "openpyxl" else ""

    @property
    def unexplained(self) -> list[str]:
        """Where cells stand that differ for no known reason; the comparison's own failure is one, too."""
        if self.compared is None or self.without_openpyxl:
            return []
        if self.compared.told is None:
            return [f"the comparison itself: {self.compared.trouble}"]
        where: list[str] = self.compared.told.get("where", [])
        more = self.compared.told.get("unexplained", 0) - len(where)
        return [*where, f"and {more:,} more"] if more else where


@dataclass(frozen=True)
class Summary:
    """What came of every file."""

    outcomes: tuple[Outcome, ...]
    classes: Counter[str] = field(default_factory=Counter)

    @property
    def failures(self) -> dict[str, list[str]]:
        """Everything that must be none, in words, with the files it holds for."""
        return {
            "ended otherwise": [f"{o.name}: {o.end}" for o in self.outcomes if not o.is_fair],
            "past 5 s or 300 MB": [
                f"{o.name}: {o.read.cpu_seconds:.1f} s, {o.read.megabytes:.0f} MB"
                for o in self.outcomes
                if not o.is_within_bounds
            ],
            "cells in no account": [
                f"{o.name}: sheet {number}"
                for o in self.outcomes
                for number in (o.read.told or {}).get("unaccounted", ())
            ],
            "unexplained differences": [f"{o.name}: {where}" for o in self.outcomes for where in o.unexplained],
        }

    @property
    def ends(self) -> Counter[str]:
        """How many files ended in each way."""
        return Counter(o.end for o in self.outcomes)


def run(task: str, path: Path, seconds: int) -> Ended:
    """One task on one file in a process of its own, stopped with all its children when its time is up."""
    with TemporaryFile() as out, TemporaryFile() as errors:
        began = time.perf_counter()
        child = subprocess.Popen(
            [sys.executable, "-m", "tools.one_file", task, str(path.resolve())],
            cwd=ROOT,
            stdout=out,
            stderr=errors,
            start_new_session=True,
        )
        late = Timer(seconds, os.killpg, (child.pid, signal.SIGKILL))
        late.start()
        _, status, used = os.wait4(child.pid, 0)
        hung = not late.is_alive()
        late.cancel()
        child.returncode = os.waitstatus_to_exitcode(status)
        took = time.perf_counter() - began
        out.seek(0)
        errors.seek(0)
        lines = out.read().decode("utf-8", "replace").splitlines()
        failure = errors.read().decode("utf-8", "replace").splitlines()
    told = json.loads(lines[-1]) if child.returncode == 0 and lines else None
    wrong = "" if told else trouble(child.returncode, failure, hung)
    unit = 1024 if sys.platform != "darwin" else 1
    held = (told or {}).get("megabytes") or used.ru_maxrss * unit / MEGABYTE
    return Ended(told, wrong, lines[-1] if lines else "", took, used.ru_utime + used.ru_stime, held)


def trouble(returncode: int, failure: Sequence[str], hung: bool) -> str:
    """What went wrong, without the words of an error: they may hold what stands in a cell."""
    if hung:
        return "hang"
    if returncode < 0:
        return f"died: {signal.Signals(-returncode).name}"
    name = failure[-1].partition(":")[0] if failure else "nothing said"
    place = next((line.strip() for line in reversed(failure) if line.startswith("  File ")), "")
    where = place.rpartition("/")[2].replace('"', "")
    return f"traceback: {name}, {where}"


def is_xlsx(path: Path) -> bool:
    """Whether a file is packed as an Excel workbook of XML is, whatever its name."""
    try:
        with ZipFile(path) as archive:
            return any(name.lower().endswith("workbook.xml") for name in archive.namelist())
    except (BadZipFile, OSError, ValueError, NotImplementedError):
        return False


def look(path: Path, folder: Path) -> Outcome:
    """One file read, and compared with openpyxl where it is a workbook of the kind that openpyxl reads."""
    read = run("read", path, SECONDS_TO_READ)
    compared = None
    if read.told and is_xlsx(path):
        compared = run("compare", path, SECONDS_TO_COMPARE)
    return Outcome(path.relative_to(folder).as_posix(), path.stat().st_size, read, compared)


def summarise(folder: Path) -> Summary:
    """Every file of a folder, two at a time, with a line on the screen that says how far it is."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    outcomes: list[Outcome] = []
    with ThreadPoolExecutor(AT_A_TIME) as pool:
        for number, outcome in enumerate(pool.map(lambda path: look(path, folder), paths), 1):
            outcomes.append(outcome)
            print(f"\r{number:,} of {len(paths):,} files", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    classes: Counter[str] = Counter()
    for outcome in outcomes:
        if outcome.compared and outcome.compared.told:
            classes.update(outcome.compared.told.get("differences", {}))
    return Summary(tuple(outcomes), classes)


def as_dict(summary: Summary) -> dict[str, Any]:
    """The figures as they go into JSON; names of files, and no value from any."""
    compared = [o for o in summary.outcomes if o.compared]
    told = [o.compared.told for o in compared if o.compared and o.compared.told and "alike" in o.compared.told]
    loaded = [o for o in compared if o.end == "loaded"]
    return {
        "files": len(summary.outcomes),
        "ends": dict(summary.ends.most_common()),
        "slowest": [
            [o.name, round(o.read.seconds, 2), round(o.read.cpu_seconds, 2)]
            for o in sorted(summary.outcomes, key=lambda o: -o.read.cpu_seconds)[:WORST_SHOWN]
        ],
        "largest": [
            [o.name, round(o.read.megabytes)]
            for o in sorted(summary.outcomes, key=lambda o: -o.read.megabytes)[:WORST_SHOWN]
        ],
        "compared": len(told),
        "cells_alike": sum(one["alike"] for one in told),
        "without_openpyxl": dict(Counter(o.without_openpyxl for o in loaded if o.without_openpyxl).most_common()),
        "refused_here_alone": {o.name: o.refused_here for o in compared if o.refused_here},
        "differences": dict(summary.classes.most_common()),
        "must_be_none": summary.failures,
    }


def lines(figures: dict[str, Any]) -> Iterator[str]:
    """The figures for the screen."""
    ends = figures["ends"]
    yield f"loaded                 {ends.get('loaded', 0):,} of {figures['files']:,} files"
    refused = {end: n for end, n in ends.items() if end.startswith("refused: ")}
    yield f"refused with a message {sum(refused.values()):,}"
    yield from (f"  {n:>5,}  {end.removeprefix('refused: ')}" for end, n in refused.items())
    yield "slowest                seconds, CPU seconds"
    yield from (f"  {wall:>7.2f} {cpu:>7.2f}  {name}" for name, wall, cpu in figures["slowest"])
    yield "largest                MB"
    yield from (f"  {size:>7,}  {name}" for name, size in figures["largest"])
    yield f"compared with openpyxl {figures['compared']:,} workbooks, {figures['cells_alike']:,} cells alike"
    yield from (f"  {n:>9,}  {why}" for why, n in figures["differences"].items())
    without = figures["without_openpyxl"]
    yield f"openpyxl could not read {sum(without.values()):,} that load here"
    yield from (f"  {n:>5,}  {why}" for why, n in without.items())
    yield f"refused here alone     {len(figures['refused_here_alone']):,} workbooks that openpyxl reads"
    yield from (f"  {n:>9,} cells  {name}" for name, n in figures["refused_here_alone"].items())
    yield "must be none"
    for words, places in figures["must_be_none"].items():
        yield f"  {len(places):>5,}  {words}"
        yield from (f"           {place}" for place in places)


def markdown(figures: dict[str, Any]) -> str:
    """The figures as tables for docs/benchmarks.md, without the names of files."""
    ends = figures["ends"]
    rows = [("loaded", ends.get("loaded", 0))]
    rows += [(f"refused: `{end[9:]}`", n) for end, n in ends.items() if end.startswith("refused: ")]
    rows += [(f"**{words}** (must be none)", len(places)) for words, places in figures["must_be_none"].items()]
    (_, wall, cpu), (_, largest) = figures["slowest"][0], figures["largest"][0]
    text = (
        f"{figures['files']:,} files, each read in a process of its own.\n\n| how it ended | files |\n| --- | ---: |\n"
    )
    text += "".join(f"| {words} | {n:,} |\n" for words, n in rows)
    text += f"\nSlowest {wall:.1f} s ({cpu:.1f} s of CPU time); largest {largest:,} MB.\n\n"
    text += f"{figures['compared']:,} Excel workbooks were compared with openpyxl's reading cell by cell: "
    text += f"{figures['cells_alike']:,} cells alike. openpyxl could not read "
    text += f"{sum(figures['without_openpyxl'].values()):,} that load here.\n\n| cells that differ, and why | cells |\n"
    text += "| --- | ---: |\n" + "".join(f"| {why} | {n:,} |\n" for why, n in figures["differences"].items())
    return text


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the folder, print the figures, and say by the exit code whether all is well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="folder of spreadsheets, read with all its folders")
    parser.add_argument("--json", type=Path, help="write the figures here as JSON too")
    parser.add_argument("--markdown", type=Path, help="write tables for docs/benchmarks.md here too")
    asked = parser.parse_args(arguments)
    figures = as_dict(summarise(asked.folder))
    print("\n".join(lines(figures)))
    if asked.json:
        asked.json.write_text(json.dumps(figures, indent=1, ensure_ascii=False), encoding="utf-8")
    if asked.markdown:
        asked.markdown.write_text(markdown(figures), encoding="utf-8")
    return 1 if any(figures["must_be_none"].values()) else 0


if __name__ == "__main__":
    sys.exit(main())
