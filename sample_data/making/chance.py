"""Chance that keeps to its shares: 84% of fifty rows is 42 of them, not 36 one day and 47 the next."""

from collections import defaultdict
from collections.abc import Mapping
from random import Random


class Chance:
    """Draws that remember what is owed, so that few rows still show the share meant."""

    def __init__(self, seed: str) -> None:
        self.rng = Random(seed)
        self._owed: defaultdict[str, float] = defaultdict(float)

    def yes(self, key: str, share: float) -> bool:
        """Yes in `share` of the draws under `key`."""
        owed = self._owed[key] + share
        drawn = self.rng.random() < owed
        self._owed[key] = owed - drawn
        return drawn

    def one(self, key: str, weights: Mapping[str, float]) -> str:
        """One of the words, each as often as its weight."""
        whole = sum(weights.values())
        for word, weight in weights.items():
            self._owed[f"{key}/{word}"] += weight / whole
        credit = {word: max(self._owed[f"{key}/{word}"], 0.0) for word in weights}
        drawn = self.rng.choices(list(credit), list(credit.values()))[0]
        self._owed[f"{key}/{drawn}"] -= 1
        return drawn

    def between(self, low: int, high: int) -> int:
        """A whole number, both ends counted."""
        return self.rng.randint(low, high)
