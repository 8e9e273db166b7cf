"""How well the lints do on sentences in which people have marked the faults.

python -m tools.lints_score              those of the first set that rules were tuned on from the start; each miss
python -m tools.lints_score --held-out   the third of them that was held out at first; --set NAME: a later set
python -m tools.lints_score --write      all of them, as tables, into docs/lints.md
"""

import argparse
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from evidencegen.documents.read_words import words_of_text
from evidencegen.linted import findings_in, lints
from evidencegen.packs.lint import Finding, Held

SENTENCES = Path(__file__).parents[1] / "tests/packs/lints/sentences.yaml"
SETS = {name: SENTENCES.with_name(f"{name}_sentences.yaml") for name in ("further", "last", "final", "broad", "wider")}
"""Sets written later, each before any rule had seen it."""
DOC = Path(__file__).parents[1] / "docs/lints.md"
MARK = re.compile(r"\[\[(\w+)\|(.*?)\]\]", re.DOTALL)
CLEAN = "clean"
EVERY = 3
NUMBERS_WRONG_IN = {
    "impossible_percentage", "two_values", "subset", "number", "averaged_percentages", "stale",
    "benchmark_without_note",
}  # fmt: skip
"""Texts of these hold other numbers that no figure carries, so a finding of `number` in them is not judged."""


@dataclass(frozen=True)
class Case:
    """A text without its marks, and the faults marked in it."""

    kind: str
    text: str
    faults: tuple[tuple[str, int, int], ...]
    held_out: bool


@dataclass
class Score:
    """Faults planted and found, findings on clean texts or where that fault is not marked, and what to look at."""

    planted: int = 0
    found: int = 0
    false: int = 0
    told: list[str] = field(default_factory=list)


def cases(path: Path = SENTENCES) -> Iterator[Case]:
    """Every text, every third of each list held out."""
    for kind, texts in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        for number, marked in enumerate(texts):
            yield Case(kind, *_unmarked(marked), held_out=number % EVERY == EVERY - 1)


def _unmarked(marked: str) -> tuple[str, tuple[tuple[str, int, int], ...]]:
    text, faults, at = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        faults.append((match[1], len(text), len(text) + len(match[2])))
        text += match[2]
        at = match.end()
    return text + marked[at:], tuple(faults)


def score(chosen: Sequence[Case], held: Held) -> dict[str, Score]:
    """How each lint did, by its key; under `clean` the clean texts, and how many of them had any finding."""
    scores = {lint.key: Score() for lint in lints()} | {CLEAN: Score()}
    for case in chosen:
        found = findings_in(words_of_text(case.text), held)
        _judge(case, found, scores)
    return scores


def _judge(case: Case, found: Sequence[Finding], scores: dict[str, Score]) -> None:
    for rule, start, end in case.faults:
        scores[rule].planted += 1
        if any(one.rule == rule and one.start < end and start < one.end for one in found):
            scores[rule].found += 1
        else:
            scores[rule].told.append(f"missed {rule}: {case.text}")
    false = [one for one in found if not _is_marked(case, one)]
    for one in false:
        scores[one.rule].false += 1
        scores[one.rule].told.append(f"false {one.rule} {case.text[one.start : one.end]!r} ({case.kind}): {case.text}")
    if case.kind == CLEAN:
        scores[CLEAN].planted += 1
        scores[CLEAN].false += bool(false)


def _is_marked(case: Case, one: Finding) -> bool:
    if one.rule == "number" and case.kind in NUMBERS_WRONG_IN:
        return True
    return any(one.rule == rule and one.start < end and start < one.end for rule, start, end in case.faults)


def table(scores: dict[str, Score]) -> list[str]:
    """The scores as a table of Markdown."""
    lines = [
        "| rule | planted | found | recall | false findings | precision |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    rules = {key: one for key, one in scores.items() if key != CLEAN and (one.planted or one.false)}
    total = Score(*(sum(getattr(one, name) for one in rules.values()) for name in ("planted", "found", "false")))
    for key, one in (*rules.items(), ("**all**", total)):
        recall = f"{one.found / one.planted:.2f}" if one.planted else ""
        precision = f"{one.found / (one.found + one.false):.2f}" if one.found + one.false else ""
        lines.append(f"| {key.strip('`')} | {one.planted} | {one.found} | {recall} | {one.false} | {precision} |")
    clean = scores[CLEAN]
    return [*lines, "", f"Clean texts with any finding: {clean.false} of {clean.planted}."]


def main(words: Sequence[str] | None = None) -> int:
    """Score, and print or write."""
    from tests.packs.lints.provider import HELD

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--held-out", action="store_true", help="the third held out, counts alone")
    parser.add_argument("--set", choices=tuple(SETS), help="a set that was written later")
    parser.add_argument("--write", action="store_true", help="write the tables into docs/lints.md")
    asked = parser.parse_args(words)
    parts = {
        "tuned": [],
        "held-out": [],
    } | {name: list(cases(path)) for name, path in SETS.items()}
    for case in cases():
        parts["held-out" if case.held_out else "tuned"].append(case)
    if asked.write:
        _write({part: table(score(chosen, HELD)) for part, chosen in parts.items()})
        return 0
    part = asked.set or ("held-out" if asked.held_out else "tuned")
    scores = score(parts[part], HELD)
    print("\n".join(table(scores)))
    if part != "held-out":
        print("\n".join(line.replace("\n", " / ") for one in scores.values() for line in one.told))
    return 0


def _write(tables: dict[str, list[str]]) -> None:
    text = DOC.read_text(encoding="utf-8")
    for part, lines in tables.items():
        block = f"<!-- {part} -->\n" + "\n".join(lines) + f"\n<!-- end of {part} -->"
        text = re.sub(rf"<!-- {part} -->.*?<!-- end of {part} -->", lambda _, b=block: b, text, flags=re.DOTALL)
    DOC.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    raise SystemExit(main())
