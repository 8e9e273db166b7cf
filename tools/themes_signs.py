"""Learn the points of words (`signs.csv`) from labelled notes: logistic regression, the same each time it is run.

    python -m tools.themes_signs FILE.jsonl [FILE.jsonl ...] --write signs.csv

Needs numpy, which the program itself does not.
"""

import argparse
import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from evidencegen.measures.codebook import shipped_codebook
from evidencegen.measures.phrase import words_of
from evidencegen.measures.sign import SCALE, Signs, stem, written
from tools.themes_score import read_notes

LEFT_OUT = ("no_police",)  # words alone cannot tell "no police" from "police"
ROUNDS, STEP, OPENING_STEP, MOMENTUM = 300, 8.0, 2.0, 0.9
SHRINK, LABELLED = 2e-4, 6.0  # how far points are drawn to nothing; what a label weighs beside no label
TYPICAL = 4.1  # a usual note's length in the weights of its stems, for the root of their number


def learnt(notes: Sequence[Mapping[str, Any]], themes: Sequence[str], spellings: Mapping[str, str]) -> Signs:
    """Points for every stem of two or more of the notes; a theme that is optional in a note is left out of account."""
    import numpy as np

    said = [{stem(word) for word, _ in words_of(note["text"], spellings).forms} for note in notes]
    often = Counter(one for stems in said for one in stems)
    known = {one: number for number, one in enumerate(sorted(one for one in often if often[one] > 1))}
    rare = np.array([np.log(len(notes) / often[one]) for one in known])
    there = np.zeros((len(notes), len(known)), dtype=np.float32)
    for row, stems in enumerate(said):
        for one in stems & known.keys():
            there[row, known[one]] = rare[known[one]]
    there /= np.maximum(np.linalg.norm(there, axis=1, keepdims=True), 1e-6)
    labels = np.array([[theme in note["themes"] for theme in themes] for note in notes], dtype=np.float32)
    counted = np.array([[theme not in note.get("optional", ()) for theme in themes] for note in notes])
    weight = np.where(labels == 1, LABELLED, 1.0) * counted / len(notes)
    points, opening = np.zeros((len(known), len(themes))), np.full(len(themes), -2.0)
    pull, opening_pull = np.zeros_like(points), np.zeros_like(opening)
    for _ in range(ROUNDS):
        off = (1 / (1 + np.exp(-(there @ points + opening))) - labels) * weight
        pull = MOMENTUM * pull + there.T @ off + SHRINK * points
        opening_pull = MOMENTUM * opening_pull + off.sum(0)
        points, opening = points - STEP * pull, opening - OPENING_STEP * opening_pull
    whole = np.rint(points * rare[:, None] / TYPICAL * SCALE).astype(int)
    stems = {one: tuple(map(int, whole[number])) for one, number in known.items()}
    return Signs(tuple(themes), tuple(round(float(one), 1) for one in opening), stems)


def main(words: Sequence[str] | None = None) -> int:
    """Learn from files and write the table."""
    parser = argparse.ArgumentParser(prog="python -m tools.themes_signs", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--write", type=Path, required=True)
    asked = parser.parse_args(words)
    book = shipped_codebook()
    notes = [note for file in asked.files for note in read_notes(file)]
    themes = [theme.key for theme in book.themes if theme.key not in LEFT_OUT]
    signs = learnt(notes, themes, book.spellings)
    with asked.write.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(written(signs))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
