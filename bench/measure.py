"""What evidencegen takes in time and memory: `make bench` writes docs/benchmarks.md."""

import argparse
import os
import platform
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory, TemporaryFile
from time import perf_counter

import linting
import measuring
from reading import HEADING, LARGE, READERS, SMALL, section

import documents

ROOT = Path(__file__).resolve().parent.parent
SAMPLE, OUT = "sample_data", "TMP"
CLI = ("-m", "evidencegen")
HEAVIEST = 10
OWN_LIBRARY = "Python's own library"

# Builds one pack, then another, and prints how long the other took.
SECOND_PACK = """
import sys
from contextlib import redirect_stdout
from io import StringIO
from time import perf_counter
from evidencegen.cli import main
words = ["build", sys.argv[1], "--out", sys.argv[2]]
with redirect_stdout(StringIO()):
    main(words)
    started = perf_counter()
    main(words)
    taken = perf_counter() - started
print("seconds", taken)
"""

# Builds a pack twice in one process and prints how long each step took: from nothing, and again.
STEPS = """
import gc
import sys
from pathlib import Path
from time import perf_counter
from evidencegen.build import build
gc.set_threshold(50_000, 20, 100)
folder, out = map(Path, sys.argv[1:])
for when in ("first", "again"):
    marks = [("start", perf_counter())]
    build(folder, out=out, say=lambda step, words: marks.append((step, perf_counter())))
    for (_, before), (step, after) in zip(marks, marks[1:]):
        print("step", when, step, after - before)
"""


@dataclass(frozen=True)
class Bench:
    """One thing to measure: the arguments for Python, and what it should take at most."""

    words: str
    arguments: tuple[str, ...]
    seconds: float | None = None
    megabytes: float | None = None
    prints_seconds: bool = False


@dataclass(frozen=True)
class Run:
    """One run in a process of its own."""

    seconds: float
    megabytes: float
    imports: tuple[str, ...] = ()


BENCHES = (
    Bench("`evidencegen --help`", (*CLI, "--help")),
    Bench(f"`evidencegen check {SAMPLE}`", (*CLI, "check", SAMPLE)),
    Bench(f"`evidencegen figures {SAMPLE}`", (*CLI, "figures", SAMPLE), seconds=1.5),
    Bench(f"`evidencegen gaps {SAMPLE}`", (*CLI, "gaps", SAMPLE), seconds=1.5),
    Bench(f"`evidencegen build {SAMPLE} --out {OUT}`", (*CLI, "build", SAMPLE, "--out", OUT), seconds=4, megabytes=350),
    Bench("a second pack in the same process", ("-c", SECOND_PACK, SAMPLE, OUT), seconds=1, prints_seconds=True),
)
IMPORTED_BY = ("figures", "build")

PAGE = """\
# Benchmarks

How long evidencegen takes on its sample, and how much memory. `make bench` writes this page again; run it on a
machine that is doing nothing else. No test depends on it.

- Measured on {dated}, evidencegen {version}, with `python bench/measure.py`
- {cores} cores, {memory}Python {python}, {system}

## Time and memory

| what | target | median of {runs} | lowest to highest | peak memory | target is |
| --- | --- | --- | --- | --- | --- |
{rows}

Each run is a process of its own, from its start to its end; one run before, which is not counted, brings the files
into the system's memory. The second pack alone is timed from inside. Peak memory is the most that the whole process
held, in MB of 1,000,000 bytes, the highest of the runs.

{sections}
## Where a build's time goes

Seconds by step in one process, the first pack and the next; lowest of {runs} runs. The library's imports are within
the step that first needs them. `write` is layout by WeasyPrint, then reading the file back.

| step | first | again |
| --- | --- | --- |
{steps}

## Where the imports go

The heaviest packages, by the time that their own modules take to import, in milliseconds (median of {runs}; modules
that they import in turn count under their own name).

| package | `figures` | `build` |
| --- | --- | --- |
{imports}
"""


ROBUSTNESS = "## A folder of public spreadsheets"
"""What stands from here to the end of the page was put there by hand: the folder is nobody's to pass on."""


class BenchError(Exception):
    """A command that was to be measured did not succeed."""


def main() -> None:
    """Measure everything and write the page. A target missed is said there and fails nothing."""
    asked = _arguments()
    if os.getloadavg()[0] > 0.5:
        print("other work is running on this machine: the times will be too long", file=sys.stderr)
    if asked.only:
        heading, measured = SECTIONS[asked.only]
        page = asked.to.read_text(encoding="utf-8")
        parts = re.split(rf"^{heading}\n.*?(?=^## )", page, maxsplit=1, flags=re.DOTALL | re.MULTILINE)
        before, after = parts if len(parts) == 2 else re.split(r"(?=^## Where a build)", page, flags=re.MULTILINE)
        asked.to.write_text(before + measured(asked.runs) + "\n" + after, encoding="utf-8")
        return
    with TemporaryDirectory() as out:
        runs = [_runs(bench, asked.runs, out) for bench in BENCHES]
        imports = [_imports(command, asked.runs, out) for command in IMPORTED_BY]
        steps = _steps(asked.runs, out)
    sections = "\n".join(measured(asked.runs) for _, measured in SECTIONS.values())
    asked.to.parent.mkdir(parents=True, exist_ok=True)
    page = _page(asked.on, asked.runs, runs, imports, steps, sections)
    if asked.to.exists():
        _, heading, kept = asked.to.read_text(encoding="utf-8").partition(ROBUSTNESS)
        page += f"\n{heading}{kept}" if heading else ""
    asked.to.write_text(page, encoding="utf-8")
    print(f"written: {asked.to.name}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    words = "the day to print (SOURCE_DATE_EPOCH, or today)"
    parser.add_argument("--on", type=date.fromisoformat, default=now.date(), metavar="DATE", help=words)
    parser.add_argument("--runs", type=int, default=5, help="how often to run each (5)")
    parser.add_argument("--to", type=Path, default=ROOT / "docs" / "benchmarks.md", help="the page to write")
    parser.add_argument("--only", choices=SECTIONS, help="measure one section again and leave the rest")
    return parser.parse_args()


def _runs(bench: Bench, count: int, out: str) -> list[Run]:
    _run(bench, out)
    runs = [_run(bench, out) for _ in range(count)]
    print(f"{bench.words:52} {_seconds(runs):6.2f} s  {_megabytes(runs):4.0f} MB", flush=True)
    return runs


def _run(bench: Bench, out: str, options: Sequence[str] = ()) -> Run:
    """Run once, and take time and peak memory from what the system says of that process alone."""
    command = [sys.executable, *options, *(out if part == OUT else part for part in bench.arguments)]
    settings = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    with TemporaryFile("w+") as said, TemporaryFile("w+") as warned:
        started = perf_counter()
        process = subprocess.Popen(command, cwd=ROOT, env=settings, stdout=said, stderr=warned)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        warned.seek(0)
        printed, warnings = said.read(), warned.read().splitlines()
    if process.returncode:
        told = [line for line in warnings if not line.startswith("import time:")]
        raise BenchError("\n".join((f"{bench.words} ended with {process.returncode}", *told, printed)))
    if bench.prints_seconds:
        seconds = float(printed.split()[-1])
    held = usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return Run(seconds, held / 1_000_000, tuple(warnings))


def _reading(count: int) -> str:
    """The section on reading a workbook, each reader in turn so that both see the same machine."""
    timed = []
    with TemporaryDirectory() as out:
        for name, size in (("large", LARGE), ("small", SMALL)):
            path = Path(out) / f"{name}.xlsx"
            _run(Bench("writing", (str(ROOT / "bench" / "reading.py"), str(path), *map(str, size))), out)
            benches = [Bench(words, ("-c", code, str(path)), prints_seconds=True) for words, code in READERS]
            rounds = [[_run(bench, out) for bench in benches] for _ in range(count + 1)][1:]
            for bench, runs in zip(benches, zip(*rounds, strict=True), strict=True):
                print(f"{name} {bench.words:46} {_seconds(runs):6.2f} s  {_megabytes(runs):4.0f} MB", flush=True)
                timed.append((name, bench.words, [run.seconds for run in runs], _megabytes(runs)))
        megabytes = (Path(out) / "large.xlsx").stat().st_size / 1_000_000
    return section(timed, megabytes)


def _measuring(_: int) -> str:
    """The section on all measures; one run of each library, which takes minutes."""
    return measuring.section()


SECTIONS = {
    "reading": (HEADING, _reading),
    "documents": (documents.HEADING, documents.section),
    "linting": (linting.HEADING, linting.section),
    "measures": (measuring.HEADING, _measuring),
}
"""Sections that can be measured alone, in the order in which they stand."""


def _imports(command: str, count: int, out: str) -> dict[str, float]:
    """Milliseconds that each package's own modules take to import, the median of the runs."""
    [bench] = [bench for bench in BENCHES if bench.arguments[:3] == (*CLI, command)]
    each = [_import_times(_run(bench, out, ("-X", "importtime")).imports) for _ in range(count)]
    return {name: median(some[name] for some in each) for name in each[0]}


def _import_times(lines: Sequence[str]) -> Counter[str]:
    """Own time by package, from the lines of `-X importtime`: "import time: self [us] | cumulative | module"."""
    times: Counter[str] = Counter()
    for line in lines:
        parts = line.removeprefix("import time:").split("|")
        if line.startswith("import time:") and parts[0].strip().isdigit():
            package = parts[2].strip().split(".")[0]
            own = package in sys.stdlib_module_names or package.startswith("_")
            times[OWN_LIBRARY if own else package] += int(parts[0]) / 1000  # type: ignore[assignment]
    return times


def _steps(count: int, out: str) -> str:
    """A line for each step of the walk: seconds in the first build and in the next, the lowest of the runs."""
    lowest: dict[tuple[str, str], float] = {}
    for _ in range(count):
        command = [sys.executable, "-c", STEPS, SAMPLE, out]
        told = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout
        spent: Counter[tuple[str, str]] = Counter()
        for _, when, step, seconds in map(str.split, told.splitlines()):
            spent[when, step] += float(seconds)  # type: ignore[assignment]
        lowest = {key: min(seconds, lowest.get(key, seconds)) for key, seconds in spent.items()}
    steps = dict.fromkeys(step for _, step in lowest)
    return "\n".join(f"| {step} | {lowest['first', step]:.2f} | {lowest['again', step]:.2f} |" for step in steps)


def _page(on: date, count: int, runs: Sequence[Sequence[Run]], imports: Sequence[dict[str, float]],
          steps: str, sections: str) -> str:  # fmt: skip
    version = subprocess.run([sys.executable, *CLI, "--version"], check=True, capture_output=True, text=True, cwd=ROOT)
    names = sorted({name for some in imports for name in some}, key=lambda n: -max(s.get(n, 0) for s in imports))
    return PAGE.format(
        dated=f"{on.day} {on:%B %Y}",
        version=version.stdout.split()[-1],
        cores=len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count(),
        memory=_memory(),
        python=platform.python_version(),
        system=_system(),
        runs=count,
        steps=steps,
        sections=sections,
        rows="\n".join(_line(bench, some) for bench, some in zip(BENCHES, runs, strict=True)),
        imports="\n".join(_import_line(name, imports) for name in names[:HEAVIEST]),
    )


def _line(bench: Bench, runs: Sequence[Run]) -> str:
    missed = _missed(bench, runs)
    limits = [f"≤ {bench.seconds:g} s"] if bench.seconds else []
    limits += [f"≤ {bench.megabytes:g} MB"] if bench.megabytes else []
    verdict = "" if not limits else f"missed: {' and '.join(missed)}" if missed else "met"
    times = [run.seconds for run in runs]
    cells = (
        bench.words,
        ", ".join(limits),
        f"{_seconds(runs):.2f} s",
        f"{min(times):.2f} to {max(times):.2f} s",
        f"{_megabytes(runs):.0f} MB",
        verdict,
    )
    return f"| {' | '.join(cells)} |"


def _import_line(name: str, imports: Sequence[dict[str, float]]) -> str:
    return f"| {name} | {' | '.join(f'{some[name]:.0f}' if name in some else '' for some in imports)} |"


def _missed(bench: Bench, runs: Sequence[Run]) -> list[str]:
    """Which targets were not met."""
    slow = bench.seconds is not None and _seconds(runs) > bench.seconds
    large = bench.megabytes is not None and _megabytes(runs) > bench.megabytes
    return [word for word, missed in (("time", slow), ("memory", large)) if missed]


def _seconds(runs: Sequence[Run]) -> float:
    return median(run.seconds for run in runs)


def _megabytes(runs: Sequence[Run]) -> float:
    return max(run.megabytes for run in runs)


def _memory() -> str:
    """The machine's memory, where the system tells."""
    try:
        return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GB of memory, "
    except (OSError, ValueError):
        return ""


def _system() -> str:
    """The operating system and kind of processor; never the name of the machine."""
    try:
        name = platform.freedesktop_os_release()["PRETTY_NAME"]
    except (OSError, KeyError):
        name = f"{platform.system()} {platform.release()}"
    return f"{name}, {platform.machine()}"


if __name__ == "__main__":
    try:
        main()
    except BenchError as error:
        sys.exit(str(error))
