"""Linting a document: ten pages of Word, alone and held against the sample."""

import os
import resource
import subprocess
import sys
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import yaml

ROOT = Path(__file__).resolve().parent.parent
SENTENCES = ROOT / "tests/packs/lints"
HEADING = "## Linting a document"
WORDS_OF_TEN_PAGES = 5_000
MOST_SECONDS = 1.0

SECTION = """\
{heading}

`evidencegen lint` on a Word document of ten pages ({words:,} words in {paragraphs} paragraphs, clean sentences of
`tests/packs/lints`), from the start of its process to its end. Processor seconds (user), which other work on the
machine makes longer too, though less than those that pass. {machine}

| what | target | median of {runs} | lowest to highest | target is |
| --- | --- | --- | --- | --- |
{rows}

The command line alone takes {cli:.2f} s. With `--project` every register is read and every figure taken, as `figures`
does.
"""
SHARED = "Measured beside other work (load {load:.1f} on {cores} cores)."
ALONE = "Nothing else ran on the machine."


def section(count: int) -> str:
    """The section of the page."""
    load = os.getloadavg()[0]
    machine = SHARED.format(load=load, cores=os.cpu_count()) if load > 0.5 else ALONE
    with TemporaryDirectory() as folder:
        path = Path(folder) / "answer.docx"
        words, paragraphs = write_document(path)
        lint = ["-m", "evidencegen", "lint", str(path), "--json"]
        rows = [
            _row("`lint FILE.docx`", _runs(lint, count), MOST_SECONDS),
            _row("`lint FILE.docx --project sample_data`", _runs([*lint, "--project", "sample_data"], count), None),
        ]
    return SECTION.format(
        heading=HEADING, words=words, paragraphs=paragraphs, machine=machine, runs=count, rows="\n".join(rows),
        cli=median(_runs(["-c", "import evidencegen.cli"], count)),
    )  # fmt: skip


def write_document(path: Path) -> tuple[int, int]:
    """Ten pages with a heading over every fourth paragraph; how many words and paragraphs they are."""
    from docx import Document

    texts = [t for p in sorted(SENTENCES.glob("*sentences.yaml")) for t in yaml.safe_load(p.read_text())["clean"]]
    sentences = cycle(text for text in texts if "\n" not in text)
    document, words, paragraphs = Document(), 0, 0
    while words < WORDS_OF_TEN_PAGES:
        if paragraphs % 4 == 0:
            document.add_heading(f"Part {paragraphs // 4 + 1}", level=2)
        paragraph = " ".join(islice(sentences, 5))
        document.add_paragraph(paragraph)
        words, paragraphs = words + len(paragraph.split()), paragraphs + 1
    document.save(str(path))
    return words, paragraphs


def _runs(words: list[str], count: int) -> list[float]:
    """Processor seconds of each run; one before is not counted."""
    return [_seconds(words) for _ in range(count + 1)][1:]


def _seconds(words: list[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run([sys.executable, *words], check=False, stdout=subprocess.DEVNULL, cwd=ROOT)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def _row(what: str, runs: list[float], target: float | None) -> str:
    middle = median(runs)
    verdict = "" if target is None else "met" if middle <= target else "missed: time"
    goal = "" if target is None else f"≤ {target:.0f} s"
    print(f"{what:45} {middle:.2f} s", file=sys.stderr)
    return f"| {what} | {goal} | {middle:.2f} s | {min(runs):.2f} to {max(runs):.2f} s | {verdict} |"
