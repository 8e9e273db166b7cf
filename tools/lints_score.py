"""How well the lints do on sentences in which people have marked the faults.

python -m tools.lints_score              each set in a line
python -m tools.lints_score NAME...      the table of these sets, with each miss; of one kept unseen, counts alone
python -m tools.lints_score --write      the tables of docs/lints.md
"""

import argparse
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from evidencegen.documents.read_words import words_of_text
from evidencegen.linted import findings_in, lints
from evidencegen.packs.lint import Finding, Held

FOLDER, ENDS = Path(__file__).parents[1] / "tests/packs/lints", "sentences.yaml"
UNSEEN = ("closing", "fresh", "longer", "newest", "parting", "spoken", "stranger_j", "stranger_k")
"""Sets that no rule was changed for, and whose sentences are not looked at: what they show may be hoped for."""
DOC = Path(__file__).parents[1] / "docs/lints.md"
MARK = re.compile(r"\[\[(\w+)\|(.*?)\]\]", re.DOTALL)
CLEAN = "clean"
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


@dataclass
class Score:
    """Faults planted and found, findings on clean texts or where that fault is not marked, and what to look at."""

    planted: int = 0
    found: int = 0
    false: int = 0
    told: list[str] = field(default_factory=list)


def sets() -> dict[str, Path]:
    """The files of sentences by name; the first has none of its own."""
    return {path.name.removesuffix(ENDS).rstrip("_") or "first": path for path in sorted(FOLDER.glob(f"*{ENDS}"))}


def cases(path: Path) -> Iterator[Case]:
    """Every text of a file."""
    for kind, texts in yaml.safe_load(path.read_text(encoding="utf-8")).items():
        for marked in texts:
            yield Case(kind, *_unmarked(marked))


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
    for key, one in (*rules.items(), ("**all**", summed(scores))):
        recall = f"{one.found / one.planted:.2f}" if one.planted else ""
        precision = f"{one.found / (one.found + one.false):.2f}" if one.found + one.false else ""
        lines.append(f"| {key.strip('`')} | {one.planted} | {one.found} | {recall} | {one.false} | {precision} |")
    clean = scores[CLEAN]
    return [*lines, "", f"Clean texts with any finding: {clean.false} of {clean.planted}."]


def summed(scores: Mapping[str, Score]) -> Score:
    """Faults of all rules together."""
    rules = [one for key, one in scores.items() if key != CLEAN]
    return Score(*(sum(getattr(one, name) for one in rules) for name in ("planted", "found", "false")))


def by_set(scores: Mapping[str, Mapping[str, Score]]) -> list[str]:
    """Each set in a row of Markdown."""
    lines = [
        "| set | planted | found | recall | clean texts | with a false finding |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for name, found in scores.items():
        all_rules, clean = summed(found), found[CLEAN]
        recall = f"{all_rules.found / all_rules.planted:.2f}"
        lines.append(
            f"| {name} | {all_rules.planted} | {all_rules.found} | {recall} | {clean.planted} | {clean.false} |"
        )
    return lines


def blocks(held: Held) -> dict[str, list[str]]:
    """The tables of docs/lints.md, by the name of their place."""
    every = {name: list(cases(path)) for name, path in sets().items()}
    taught = {name: its for name, its in every.items() if name not in UNSEEN}
    unseen = {name: its for name, its in every.items() if name in UNSEEN}
    made: dict[str, list[str]] = {}
    for name, several in {"unseen": unseen, "taught": taught}.items():
        made[name] = by_set({one: score(its, held) for one, its in several.items()})
        made[f"{name} by rule"] = table(score([case for its in several.values() for case in its], held))
    return made


def main(words: Sequence[str] | None = None) -> int:
    """Score, and print or write."""
    from tests.packs.lints.provider import HELD

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", choices=[*sets(), []], metavar="NAME", help="sets of sentences")
    parser.add_argument("--write", action="store_true", help="write the tables into docs/lints.md")
    asked = parser.parse_args(words)
    if asked.write:
        DOC.write_text(written(DOC.read_text(encoding="utf-8"), blocks(HELD)), encoding="utf-8")
    elif asked.names:
        scores = score([case for name in asked.names for case in cases(sets()[name])], HELD)
        print("\n".join(table(scores)))
        if not set(asked.names) & set(UNSEEN):
            print("\n".join(line.replace("\n", " / ") for one in scores.values() for line in one.told))
    else:
        print("\n".join(by_set({name: score(list(cases(path)), HELD) for name, path in sets().items()})))
    return 0


def written(text: str, tables: Mapping[str, Sequence[str]]) -> str:
    """A text of Markdown with these tables in their places."""
    for name, lines in tables.items():
        block = f"<!-- {name} -->\n" + "\n".join(lines) + f"\n<!-- end of {name} -->"
        text = re.sub(rf"<!-- {name} -->.*?<!-- end of {name} -->", lambda _, b=block: b, text, flags=re.DOTALL)
    return text


if __name__ == "__main__":
    raise SystemExit(main())
