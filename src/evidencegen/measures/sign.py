"""Words that speak for a theme or against it, with points learnt from labelled notes."""

import csv
import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from evidencegen.measures.phrase import Text

SHIPPED = Path(__file__).with_name("signs.csv")
OPENING = "(before any word)"
# A theme that no phrase has found stands with more than ENOUGH; one that a phrase has found falls below AGAINST.
ENOUGH, AGAINST, SCALE, QUOTED = 0.4, -2.75, 10, 3
SHORTEST = 10  # stems; the points were learnt from notes of 15 to 60 words, and a shorter one has too few to go by
_ENDING = re.compile(r"('s|s|ing|ed|es|ly)$")
Span = tuple[int, int]


def stem(word: str) -> str:
    """A word without its commonest endings, so that "walks" and "walked" are one."""
    return _ENDING.sub("", word) if len(word) > 4 else word


@dataclass(frozen=True)
class Signs:
    """Points of each stem, in the order of `themes`, and where each theme starts before a word is read."""

    themes: tuple[str, ...]
    opening: tuple[float, ...]
    points: Mapping[str, tuple[int, ...]]

    def settled(self, found: Mapping[str, set[Span]], note: Text, silent: Set[int]) -> dict[str, set[Span]]:
        """The themes that phrases found, less those the words speak against, and those the words speak for.

        Points of the note's stems are added up and divided by the root of their number, so that a long note is worth
        no more than a short one. Words in `silent` are ruled out and give none. What stands by words alone is quoted
        by the few that gave most. A note of fewer than SHORTEST stems is left as the phrases found it.
        """
        places: dict[str, int] = {}
        for place, (word, _) in enumerate(note.forms):
            if place not in silent:
                places.setdefault(stem(word), place)
        if len(places) < SHORTEST:
            return dict(found)
        known = [(place, self.points[one]) for one, place in places.items() if one in self.points]
        root = SCALE * sqrt(len(places))
        settled = {theme: spans for theme, spans in found.items() if theme not in self.themes}
        for number, theme in enumerate(self.themes):
            score = self.opening[number] + sum(points[number] for _, points in known) / root
            if theme in found and score > AGAINST:
                settled[theme] = found[theme]
            elif theme not in found and score > ENOUGH:
                most = sorted(((points[number], place) for place, points in known if points[number] > 0), reverse=True)
                if most:
                    settled[theme] = {(place, place) for _, place in most[:QUOTED]}
        return settled


def read_signs(path: Path) -> Signs:
    """Signs from a table: a stem a row, a theme a column, and in the first row where each theme starts, times SCALE."""
    with path.open(encoding="utf-8", newline="") as file:
        head, first, *rest = csv.reader(file)
    opening = tuple(int(cell) / SCALE for cell in first[1:])
    return Signs(tuple(head[1:]), opening, {row[0]: tuple(map(int, row[1:])) for row in rest})


def written(signs: Signs) -> list[Sequence[str | int]]:
    """The rows of the table that `read_signs` reads; stems without points are left out."""
    rows: list[Sequence[str | int]] = [
        ("stem", *signs.themes),
        (OPENING, *(round(one * SCALE) for one in signs.opening)),
    ]
    return rows + [(one, *points) for one, points in sorted(signs.points.items()) if any(points)]
