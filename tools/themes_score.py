"""How well a codebook finds the themes of notes that people have labelled: precision, recall, F1 and what was missed.

    python -m tools.themes_score FILE.jsonl [--codebook FILE] [--wrong]

One note a line: {"id", "text", "themes", "optional", "hard"}. A theme in `optional` is neither right nor wrong.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from evidencegen.measures.codebook import read_codebook, shipped_codebook
from evidencegen.measures.coding import Codebook


@dataclass(frozen=True)
class Scored:
    """One note: what was found rightly, what was found wrongly, and what was missed."""

    note: Mapping[str, Any]
    right: frozenset[str]
    wrong: frozenset[str]
    missed: frozenset[str]


@dataclass(frozen=True)
class Score:
    """Counts over notes; shares are 0 to 1."""

    right: int
    wrong: int
    missed: int
    by_theme: Mapping[str, tuple[int, int, int]] = field(default_factory=dict)

    @property
    def precision(self) -> float:
        """Of the themes found, the share that are right; 1 where none was found."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Of the themes there, the share that were found; 1 where there are none."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of the two, over every label of every note (micro)."""
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else 1.0


def scored(codebook: Codebook, notes: Iterable[Mapping[str, Any]]) -> list[Scored]:
    """Each note with what the codebook finds in it, beside what people found."""
    found = []
    for note in notes:
        themes, there = frozenset(codebook.code(note["text"])), frozenset(note["themes"])
        counted = themes - frozenset(note.get("optional", ()))
        found.append(Scored(note, themes & there, counted - there, there - themes))
    return found


def score(notes: Iterable[Scored]) -> Score:
    """The counts of many notes together."""
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for one in notes:
        right.update(one.right)
        wrong.update(one.wrong)
        missed.update(one.missed)
    themes = sorted({*right, *wrong, *missed})
    by_theme = {theme: (right[theme], wrong[theme], missed[theme]) for theme in themes}
    return Score(right.total(), wrong.total(), missed.total(), by_theme)


def left_alone(notes: Iterable[Scored]) -> tuple[int, int]:
    """How many of the notes without a theme were given none, and how many there are."""
    without = [one for one in notes if not one.note["themes"]]
    return sum(not one.wrong for one in without), len(without)


def report(notes: Sequence[Scored]) -> str:
    """The figures in words, one a line."""
    total, hard = score(notes), score(one for one in notes if one.note.get("hard"))
    alone, without = left_alone(notes)
    lines = [
        f"notes {len(notes)}",
        f"micro precision {total.precision:.3f}  recall {total.recall:.3f}  F1 {total.f1:.3f}",
        f"without a theme: {alone} of {without} left alone",
        f"hard notes: F1 {hard.f1:.3f}",
    ]
    lines += [f"  {theme:14} right {r:3}  wrong {w:3}  missed {m:3}" for theme, (r, w, m) in total.by_theme.items()]
    return "\n".join(lines)


def read_notes(file: Path) -> list[dict[str, Any]]:
    """Labelled notes from a file of JSON lines."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]


def main(words: Sequence[str] | None = None) -> int:
    """Score a file and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m tools.themes_score", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--codebook", type=Path)
    parser.add_argument("--wrong", action="store_true", help="print each note that came out wrong")
    parser.add_argument("--only", default="", help="only notes whose id starts with this")
    asked = parser.parse_args(words)
    book = read_codebook(asked.codebook) if asked.codebook else shipped_codebook()
    found = scored(book, (note for note in read_notes(asked.file) if str(note["id"]).startswith(asked.only)))
    print(report(found))
    for one in found if asked.wrong else ():
        if one.wrong or one.missed:
            quotes = {
                theme: [one.note["text"][a:b] for a, b in spans]
                for theme, spans in book.code(one.note["text"]).items()
                if theme in one.wrong
            }
            print(f"\n{one.note['id']}  missed {sorted(one.missed)}  wrong {quotes}\n  {one.note['text']}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
