"""Stretches of a text in which capitals say nothing: written without any, or in nothing else."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from evidencegen.release.word import Word, tells_nothing_by_capitals

_LABEL = re.compile(r"(?:[-*•>]+ ?)?(?:\[[^\]\n]*\] ?)?[^:\n]{1,40}:[ \t]+(?=\S)")
_STOP = re.compile(r"[.?!][\"”’')\]]*[ \t]+|\n")
_WRAPPED_FROM = 55
_MOST_CAPITALS = 1 / 6
_SHORTEST_SHOUT = 4


class Capitals(Enum):
    """What the capitals of a stretch tell."""

    TELL = "tell"
    NONE = "none"
    ALL = "all"


@dataclass(frozen=True)
class Stretch:
    """A piece of a text, and what its capitals tell."""

    start: int
    end: int
    capitals: Capitals


class Stretches:
    """All of a text, piece by piece: a sentence, or what stands after a label such as "Pete:"."""

    def __init__(self, text: str, words: Sequence[Word]) -> None:
        whole = tells_nothing_by_capitals(text.replace("\ue000", " "))
        shouted = text == text.upper()
        everywhere = (Capitals.ALL if shouted else Capitals.NONE) if whole else None
        self._pieces = [Stretch(a, b, everywhere or Capitals.TELL) for a, b in _pieces(text)]
        if not whole:
            self._pieces = [Stretch(p.start, p.end, self._judged(p, words)) for p in self._pieces]
        self._starts = [piece.start for piece in self._pieces]
        self._shouts = _shouts(text, words)

    @staticmethod
    def _judged(piece: Stretch, words: Sequence[Word]) -> Capitals:
        first = bisect_right(words, piece.start - 1, key=lambda word: word.start)
        inside = words[first : bisect_right(words, piece.end - 1, key=lambda word: word.start)]
        if not inside or inside[0].capital:
            return Capitals.TELL
        capitals = sum(word.capital and word.text != "I" and not word.text.isupper() for word in inside)
        return Capitals.NONE if capitals <= len(inside) * _MOST_CAPITALS else Capitals.TELL

    def at(self, place: int) -> Capitals:
        """What capitals tell where something starts."""
        shout = bisect_right(self._shouts, place, key=lambda span: span[0]) - 1
        if shout >= 0 and place < self._shouts[shout][1]:
            return Capitals.ALL
        return self.piece(place).capitals

    def piece(self, place: int) -> Stretch:
        """The piece in which something starts."""
        return self._pieces[max(0, bisect_right(self._starts, place) - 1)]


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Where the pieces lie. A line that follows a long one without a stop goes on with it."""
    at, line_from = 0, 0
    label = _LABEL.match(text)
    stops = [label.end()] if label else []
    for stop in _STOP.finditer(text):
        if stop.group() != "\n":
            stops.append(stop.end())
            continue
        long = stop.start() - line_from >= _WRAPPED_FROM and not re.search(
            r"[.?!:;]\s*\Z", text[max(0, stop.start() - 3) : stop.start()]
        )
        label = _LABEL.match(text, stop.end())
        if not long or label:
            stops.append(stop.end())
        if label:
            stops.append(label.end())
        line_from = stop.end()
    for end in sorted({*stops, len(text)}):
        yield at, end
        at = end


def _shouts(text: str, words: Sequence[Word]) -> list[tuple[int, int]]:
    """Two words and more in a row that are all capitals, one of them long enough to be no abbreviation."""
    found: list[tuple[int, int]] = []
    run: list[Word] = []
    for word in [*words, None]:
        goes_on = word is not None and word.text.isupper() and (not run or "\n" not in text[run[-1].end : word.start])
        if word is not None and goes_on:
            run.append(word)
            continue
        long = [w for w in run if len(w.text) > 1]
        if len(long) > 1 and any(len(w.text) >= _SHORTEST_SHOUT for w in long):
            found.append((run[0].start, run[-1].end))
        run = [word] if word is not None and word.text.isupper() else []
    return found
