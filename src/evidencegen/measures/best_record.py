"""Of the records of one course of one person the one that counts, on any day, from one sorting."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evidencegen.measures.layout import Mask, Numbers

NO_LAST_DAY = -1.0
"""How long a record lasts of which nobody can tell."""


@dataclass(frozen=True)
class Best:
    """What counts on one day, one entry for each need; NaN where there is no record, or none says.

    `lasts_to` is the latest last day of any record, `exempt` and `completed` whether any says so (1 or 0).
    `origin` is the first row of the records that last longest, `taught` the least personal way among them, and
    `taught_origin` the first of them that says how it was taught.
    """

    lasts_to: "Numbers"
    exempt: "Numbers"
    completed: "Numbers"
    origin: "Numbers"
    taught: "Numbers"
    taught_origin: "Numbers"

    def of(self, needs: "Numbers") -> "Best":
        """The same with one entry for each of these needs."""
        return Best(*(each[needs] for each in vars(self).values()))


@dataclass(frozen=True)
class Records:
    """Records, each with the `asked` line it answers and the `need` that line is of: several lines may be of one.

    Sorted by need; all are numbers from 0, days are day numbers, and a blank is NaN. `done` is the day from
    which a record is known: one without it is known on every day. `lasts_to` is `NO_LAST_DAY` where nobody can tell.
    """

    asked: "Numbers"
    need: "Numbers"
    done: "Numbers"
    lasts_to: "Numbers"
    exempt: "Mask"
    origin: "Numbers"
    taught: "Numbers"

    def best(self, day: float, lines: "Numbers", needs: int) -> Best:
        """What counts on a day, of the records that answer one of the lines, for each of so many needs."""
        from numpy import flatnonzero, isnan, zeros

        kept = zeros(1 + max(lines.max(initial=-1), self.asked.max(initial=-1)), dtype=bool)
        kept[lines] = True
        picked = flatnonzero(kept[self.asked] & ~(self.done > day))
        need = self.need[picked]
        if not len(picked):
            return Best(*(_nothing(needs) for _ in range(6)))
        starts = flatnonzero(_changes(need))
        lasts_to, exempt = self.lasts_to[picked], self.exempt[picked].astype("float64")
        longest = _spread(_most(lasts_to, starts), need[starts], needs)
        counts = lasts_to == longest[need]
        told = counts & ~isnan(self.taught[picked])
        return Best(
            longest,
            _spread(_most(exempt, starts), need[starts], needs),
            _spread(_most(1 - exempt, starts), need[starts], needs),
            _least(self.origin[picked], counts, need, needs),
            -_least(-self.taught[picked], told, need, needs),
            _least(self.origin[picked], told, need, needs),
        )


def _changes(need: "Numbers") -> "Mask":
    """True where another need starts."""
    from numpy import ones

    starts: Mask = ones(len(need), dtype=bool)
    starts[1:] = need[1:] != need[:-1]
    return starts


def _most(values: "Numbers", starts: "Numbers") -> "Numbers":
    from numpy import maximum

    most: Numbers = maximum.reduceat(values, starts)
    return most


def _least(values: "Numbers", picked: "Mask", need: "Numbers", needs: int) -> "Numbers":
    """The least of the values that are picked, for each need."""
    from numpy import flatnonzero, minimum

    values, need = values[picked].astype("float64"), need[picked]
    if not len(need):
        return _nothing(needs)
    starts = flatnonzero(_changes(need))
    return _spread(minimum.reduceat(values, starts), need[starts], needs)


def _spread(values: "Numbers", at: "Numbers", needs: int) -> "Numbers":
    spread = _nothing(needs)
    spread[at] = values
    return spread


def _nothing(needs: int) -> "Numbers":
    from numpy import full, nan

    nothing: Numbers = full(needs, nan)
    return nothing
