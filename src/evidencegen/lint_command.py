"""The command `lint`: how it is told to the command line, what it does and prints."""

import argparse
import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from evidencegen import options
from evidencegen.options import Parsers
from evidencegen.problem import EvidenceError, Problem, WordsRefused

if TYPE_CHECKING:
    from evidencegen.packs.lint import Finding, Held

EXAMPLE = "evidencegen lint answer.docx --project my-evidence"


def lint(parsers: Parsers) -> None:
    """The command, and the files it is given."""
    words = "what a careful reader strikes out of a document, by the registers of a project or alone"
    parser = options.command(parsers, "lint", words, EXAMPLE)
    parser.add_argument(
        "files", metavar="FILE", nargs="+", type=Path, help="a document: .docx, .txt, .md or .html, in any folder"
    )
    parser.add_argument(
        "--project", metavar="DIR", type=Path, help="the project whose figures, names and day it is held against"
    )
    parser.add_argument("--as-at", type=options.day, metavar="DATE", help="the day it is as at (the brief's, or today)")
    options.as_json(parser)
    parser.set_defaults(run=lint_files)


def lint_files(asked: argparse.Namespace) -> int:
    """Lint each file; the exit code says whether anything in them is to be struck out.

    Raises:
        EvidenceError: a file cannot be read, or the project has something to mend.
    """
    from evidencegen.documents.read_words import read_words
    from evidencegen.linted import findings_in
    from evidencegen.packs.lint import Severity

    held = _held(asked.project, asked.as_at)
    found: dict[Path, tuple[Finding, ...]] = {}
    problems: list[Problem] = []
    for path in asked.files:
        try:
            words = read_words(path)
            found[path] = () if is_as_built(path) else findings_in(words, held)
        except EvidenceError as error:
            problems += error.problems
    if problems:
        raise EvidenceError(tuple(problems))
    if asked.json:
        print(json.dumps({"findings": _entries(found)}, indent=1, ensure_ascii=False))
    else:
        print("\n\n".join("\n".join(_lines(path, its)) for path, its in found.items()))
        if asked.project is None:
            print("\nWithout --project no number is held against a figure and no name is looked for.")
    stops = any(one.severity is Severity.STOP for its in found.values() for one in its)
    return WordsRefused.exit_code if stops else 0


def is_as_built(path: Path) -> bool:
    """Whether a file is a pack of ours as it was built, by the hash in the manifest beside it: it was linted then."""
    from evidencegen.documents.manifest import hash_of

    try:
        written = json.loads(path.with_name(f"{path.stem}.manifest.json").read_bytes())["written"]
        return any(one["file"] == path.name and one["sha256"] == hash_of(path.read_bytes()) for one in written)
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _held(project: Path | None, as_at: date | None) -> "Held":
    from evidencegen.packs.lint import Held

    if project is None:
        return Held(as_at or date.today())
    from evidencegen.linted import held_by
    from evidencegen.project import read

    return held_by(read(project), as_at)


def _entries(found: "Mapping[Path, Sequence[Finding]]") -> list[dict[str, object]]:
    """Findings for a program, each with its file where there are several."""
    several = len(found) > 1
    return [{**({"file": str(path)} if several else {}), **one.as_dict()} for path, its in found.items() for one in its]


def _lines(path: Path, found: "Sequence[Finding]") -> list[str]:
    stops = sum(one.severity.value == "stop" for one in found)
    if not found:
        if is_as_built(path):
            return [f"{path}: a pack as it was built, which linted it then"]
        return [f"{path}: nothing that a careful reader strikes out"]
    lines = [f"{path}: {stops} to strike out, {len(found) - stops} to look at"]
    for one in found:
        lines += [
            "",
            f"{one.severity.value}  {one.rule}, paragraph {one.paragraph}, characters {one.start} to {one.end}",
            f"  words       {' '.join(one.text.split())}",
            f"  why         {one.why}",
            f"  suggestion  {one.suggestion}",
        ]
    return lines
