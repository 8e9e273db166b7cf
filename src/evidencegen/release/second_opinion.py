"""A second opinion on names: a small tagger that only ever adds to what goes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evidencegen.release.alias import TITLES
from evidencegen.release.described import NAME
from evidencegen.release.recogniser import Detail
from evidencegen.release.vocabulary import WORDS, folded, is_doubtful, is_ordinary

SHIPPED = WORDS / "second_opinion.crfsuite"
SURE = 0.3
"""From this probability on, a word is taken for a name."""
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+|[^\w\s]|\n")
_BEFORE_A_SENTENCE = "\"'“‘-•*("
_FEW, _MANY = 0.01, 0.6


@dataclass(frozen=True)
class SecondOpinion:
    """A tagger that has been opened; `sure` is the probability from which on a word is taken for a name."""

    tagger: Any
    sure: float = SURE

    @classmethod
    def open(cls, path: Path = SHIPPED) -> "SecondOpinion":
        """The tagger of a file that `tools/train_second_opinion.py` wrote; the one that is shipped, unless named.

        Raises:
            ModuleNotFoundError: `pip install evidencegen[tagger]` has not been run.
            ValueError: the file is no such tagger.
            OSError: it cannot be read.
        """
        import pycrfsuite

        content = path.read_bytes()
        head = content[:4], int.from_bytes(content[4:8], "little"), content[8:12]
        if head != (b"lCRF", len(content), b"FOMC"):  # the library itself would read on beyond the end
            raise ValueError(path.name)
        tagger = pycrfsuite.Tagger()
        tagger.open(str(path))
        if "N" not in tagger.labels():
            raise ValueError(path.name)
        return cls(tagger)

    def find(self, text: str) -> Iterator[Detail]:
        """Words that are likely to be names, each by itself, in order; ordinary words in lower case are never taken."""
        words = list(_TOKEN.finditer(text))
        if not words:
            return
        self.tagger.set(features([word.group() for word in words]))
        for at, word in enumerate(words):
            if _could_name(word.group()) and self.tagger.marginal("N", at) >= self.sure:
                yield Detail(word.start(), word.end(), "name", NAME, folded(word.group()))


def tokens(text: str) -> list[tuple[int, str]]:
    """Words, numbers, signs and ends of lines, each with where it begins."""
    return [(match.start(), match.group()) for match in _TOKEN.finditer(text)]


def _could_name(word: str) -> bool:
    if len(word) < 2 or not word[0].isalpha() or word.lower() in TITLES:
        return False
    return word != word.lower() or not is_ordinary(word) or is_doubtful(word)


def features(words: Sequence[str]) -> list[list[str]]:
    """What the tagger is told of each word: shapes and kinds of it and its neighbours, never an unknown word itself.

    Only ordinary words are told as they stand, so no name is learnt, but what stands around names.
    """
    letters = "".join(words)
    capitals = sum(map(str.isupper, letters)) / max(1, sum(map(str.isalpha, letters)))
    about = "few capitals" if capitals < _FEW else "all capitals" if capitals > _MANY else "capitals"
    told = [(_shape(word), _kind(word), word.lower()) for word in words]
    return [[about, *_features_at(words, told, at)] for at in range(len(words))]


def _features_at(words: Sequence[str], told: Sequence[tuple[str, str, str]], at: int) -> Iterator[str]:
    for step in (-2, -1, 0, 1, 2):
        if not 0 <= at + step < len(words):
            yield f"{step} edge"
            continue
        shape, kind, plain = told[at + step]
        yield from (f"{step} shape {shape}", f"{step} kind {kind}", f"{step} both {shape} {kind}")
        if kind != "unknown":
            yield f"{step} word {plain}"
    itself = f"{told[at][0]} {told[at][1]}"
    before, after = _beside(told, at - 1), _beside(told, at + 1)
    yield from (f"before {before} {itself}", f"after {itself} {after}", f"between {before} {itself} {after}")
    yield from (f"ends {folded(words[at])[-n:]}" for n in (2, 3))
    first = at - 1
    while first >= 0 and words[first] in _BEFORE_A_SENTENCE:
        first -= 1
    yield "opens" if first < 0 or words[first] in ".!?:\n" else "within"
    if first < 0 or words[first] == "\n":
        yield "line"
        if after == ":":
            yield "label"


def _beside(told: Sequence[tuple[str, str, str]], at: int) -> str:
    if not 0 <= at < len(told):
        return "edge"
    shape, kind, plain = told[at]
    return shape if kind == "unknown" else plain


def _shape(word: str) -> str:
    if word == "\n":
        return "end"
    if word.isdigit():
        return f"digits {min(len(word), 4)}"
    if not word[0].isalpha():
        return word
    if word.isupper():
        return "X" if len(word) == 1 else "XX"
    return "x" if word.islower() else "Xx" if word[0].isupper() else "xX"


def _kind(word: str) -> str:
    plain = word.lower()
    if not plain[0].isalpha():
        return "sign"
    if plain in TITLES:
        return "title"
    if not is_ordinary(plain):
        return "unknown"
    return "doubtful" if is_doubtful(plain) else "ordinary"
