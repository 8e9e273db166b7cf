"""Train the second opinion on names from narratives whose names people have marked.

    python -m tools.train_second_opinion FILE.jsonl... --out MODEL [--check FILE.jsonl]

One narrative a line: {"text", "gold": [{"start", "end", "type"}]}; marks of type PERSON are names. A narrative without
marks names nobody. Some narratives are learnt again without capitals or all in capitals. With --check, prints how many
words of names in another file the tagger finds, how many it misses, and how many other words it takes.
"""

import argparse
import json
import random
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from evidencegen.release.second_opinion import SecondOpinion, features, tokens

SETTINGS = {"c1": 0.1, "c2": 0.05, "max_iterations": 120, "feature.possible_transitions": True}
SHARE_RECASED = 0.35


def labelled(case: Mapping[str, Any]) -> tuple[list[list[str]], list[str]]:
    """The features of each word of a narrative, and N where it is part of a name."""
    spans = [(mark["start"], mark["end"]) for mark in case.get("gold", ()) if mark["type"] == "PERSON"]
    words = tokens(case["text"])
    labels = ["N" if any(a <= start < b for a, b in spans) else "O" for start, _ in words]
    return features([word for _, word in words]), labels


def with_other_cases(cases: Iterable[Mapping[str, Any]], seed: int = 1) -> Iterator[Mapping[str, Any]]:
    """Each narrative, and some of them again in lower case and in capitals, where that keeps their length."""
    rng = random.Random(seed)
    for case in cases:
        yield case
        for recased in (str.lower, str.upper):
            text = recased(case["text"])
            if rng.random() < SHARE_RECASED and len(text) == len(case["text"]):
                yield {**case, "text": text}


def train(cases: Sequence[Mapping[str, Any]], out: Path) -> None:
    """Write the tagger learnt from these narratives."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(verbose=False)
    for case in with_other_cases(cases):
        trainer.append(*labelled(case))
    trainer.set_params(SETTINGS)
    trainer.train(str(out))


def checked(opinion: SecondOpinion, cases: Iterable[Mapping[str, Any]]) -> tuple[int, int, int]:
    """Words of names that are found, that are missed, and other words taken for names."""
    found = missed = wrong = 0
    for case in cases:
        _, labels = labelled(case)
        taken = {detail.start for detail in opinion.find(case["text"])}
        for (start, _), label in zip(tokens(case["text"]), labels, strict=True):
            found += label == "N" and start in taken
            missed += label == "N" and start not in taken
            wrong += label == "O" and start in taken
    return found, missed, wrong


def read_cases(path: Path) -> list[Mapping[str, Any]]:
    """The narratives of one file, in order."""
    return [json.loads(line) for line in path.read_text("utf8").splitlines() if line.strip()]


def main(arguments: Sequence[str] | None = None) -> int:
    """Train, and check if asked."""
    parser = argparse.ArgumentParser(description="Train the second opinion on names.")
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--check", type=Path)
    asked = parser.parse_args(arguments)
    train([case for path in asked.files for case in read_cases(path)], asked.out)
    print(f"{asked.out.name}: {asked.out.stat().st_size / 1000:,.0f} kB")
    if asked.check:
        found, missed, wrong = checked(SecondOpinion.open(asked.out), read_cases(asked.check))
        print(f"words of names found {found}, missed {missed}; other words taken {wrong}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
