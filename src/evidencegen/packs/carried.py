"""Numbers that figures carry, each with the words of the figures that carry it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from decimal import Decimal
from enum import Enum, auto
from fractions import Fraction

from evidencegen.packs.mention import Mention, decimals_of, half_up, rounded, stems
from evidencegen.release.figure import Figure, per_hundred
from evidencegen.release.printed_figure import number_in

NEARLY = 3
"""Points by which a share may lie from "nine in ten"."""
TELLING = 20
"""A pair of counts out of so many is that of its figure, whatever the words around it."""
Stems = frozenset[str]


class Standing(Enum):
    """Whether a figure is behind a number: one that shares a word with the text, one of other things, or none."""

    CARRIED, OF_OTHER_THINGS, BY_NONE = auto(), auto(), auto()


class Carried:
    """Shares, pairs and counts that figures carry, what is left of each among them; ends of ranges and targets too."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        self.shares: list[tuple[Fraction, Stems]] = []
        self.whole: dict[int, list[Stems]] = defaultdict(list)
        self.pairs: dict[tuple[int, int], list[Stems]] = defaultdict(list)
        self.counts: dict[int, list[Stems]] = defaultdict(list)
        self.waits = False
        for figure in figures:
            self._take(figure, stems(f"{figure.title} {figure.of.many} {figure.group}"))

    def _take(self, figure: Figure, words: Stems) -> None:
        if figure.share is not None:
            for share in (figure.share, 1 - figure.share):
                self.shares.append((share, words))
                self.whole[half_up(Decimal(100 * share.numerator) / share.denominator)].append(words)
        ends = (*(figure.interval or ()), figure.target)
        for end in ends:
            if end is not None:
                self.whole[half_up(Decimal(repr(100 * float(end))))].append(words)
        if figure.counted is not None:
            self.counts[figure.counted].append(words)
        if figure.counted is not None and figure.out_of is not None:
            left = figure.out_of - figure.counted
            self.pairs[figure.counted, figure.out_of].append(words)
            self.pairs[left, figure.out_of].append(words)
            self.counts[figure.out_of].append(words)
            self.counts[left].append(words)
        if figure.waits:
            self.waits = True
            waiting = [number_in(figure.waits.waiting)] if figure.waits.waiting[:1].isalnum() else []
            for number in (figure.waits.median, figure.waits.ninetieth, *waiting):
                if number is not None:
                    self.counts[number].append(words)
        if figure.per_hundred and figure.counted is not None:
            self.counts[per_hundred(figure.counted, figure.per_hundred)].append(words)

    def share(self, per_cent: Decimal, about: Stems) -> Standing:
        """Whether a percentage is one of a figure, to its decimals as stated."""
        decimals = decimals_of(per_cent)
        if not decimals:
            return _standing(self.whole.get(int(per_cent), ()), about)
        found = [words for s, words in self.shares if rounded(s.numerator, s.denominator, decimals) == per_cent]
        return _standing(found, about)

    def nearly(self, share: Fraction, about: Stems) -> Standing:
        """Whether "nine in ten" or "two thirds" is nearly the share of a figure."""
        found = [words for s, words in self.shares if abs(100 * float(s - share)) <= NEARLY]
        return _standing(found, about)

    def pair(self, one: Mention, about: Stems) -> Standing:
        """Whether so many of so many are those of a figure, or two counts of figures set beside each other."""
        counted, out_of = one.counted or 0, one.out_of or 0
        if one.is_in_so_many:
            return self.nearly(Fraction(counted, out_of), about)
        found = self.pairs.get((counted, out_of))
        if not found:
            both = all(any(words & about for words in self.counts.get(n, ())) for n in (counted, out_of))
            return Standing.CARRIED if both else Standing.BY_NONE
        return Standing.CARRIED if out_of >= TELLING else _standing(found, about)

    def count(self, number: int, about: Stems, *, is_of_data: bool = False) -> Standing:
        """Whether a count is one of a figure; small ones are of many, so that the words beside them say nothing.

        Where the number stands before what registers count (`is_of_data`), they do.
        """
        found = self.counts.get(number, [])
        return Standing.CARRIED if found and number < TELLING and not is_of_data else _standing(found, about)


def _standing(found: Iterable[Stems], about: Stems) -> Standing:
    found = list(found)
    if not found:
        return Standing.BY_NONE
    return Standing.CARRIED if any(words & about for words in found) else Standing.OF_OTHER_THINGS


def carried_by(figures: Mapping[str, Figure]) -> Carried:
    """What these figures carry."""
    return Carried(figures.values())
