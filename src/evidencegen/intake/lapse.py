"""Registers that seem to stop some time before the day that figures are for."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

import narwhals as nw

from evidencegen.intake.registers.actions import ACTIONS
from evidencegen.intake.registers.advocacy import ADVOCACY
from evidencegen.intake.registers.audits import AUDITS
from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.intake.registers.supervision import SUPERVISION
from evidencegen.intake.registers.training import TRAINING
from evidencegen.intake.table import Table
from evidencegen.period import day_words
from evidencegen.problem import Place, Problem, Severity

ENTERED = (
    (SAFEGUARDING, "raised_on"),
    (ADVOCACY, "referred_on"),
    (TRAINING, "completed_on"),
    (SUPERVISION, "held_on"),
    (AUDITS, "audited_on"),
    (ACTIONS, "raised_on"),
)
"""The registers that are added to all year, each with the day that an entry is of."""
YEAR = timedelta(days=365)
FEWEST = 12
"""Days with entries in the year before the newest: with fewer, long times without one are usual."""
LONG, LONGER = timedelta(weeks=4), timedelta(weeks=1)


@dataclass(frozen=True)
class Lapse:
    """A register whose `newest` entry is older than its entries of a year would have it.

    `longest` is the longest time between two days with entries in the year up to the newest.
    """

    register: str
    place: Place
    newest: date
    longest: timedelta

    def problem(self, day: date) -> Problem:
        """A note for its owner: either nothing happened, or it was not written down."""
        since = (day - self.newest).days
        return Problem(
            key="register.lapsed",
            place=self.place,
            found=f"the newest entry is of {day_words(self.newest)}, {since} days before {day_words(day)}; in the year "
            f"before that there were never more than {self.longest.days} days between two",
            wanted=f"entries up to {day_words(day)}, or your word for it that there was nothing to enter",
            why="where a register has not been filled in, less seems to have happened",
            mend="bring it up to date, or set `as_at:` in evidence.yaml to the last day that it covers",
            severity=Severity.NOTE,
        )


def lapses(tables: Mapping[str, Table], day: date) -> Iterator[Lapse]:
    """Each register without an entry for four weeks up to a day, and a week longer than ever in the year before."""
    for register, column in ENTERED:
        table = tables.get(register.key)
        if table is None or column not in table.collected:
            continue
        rows = nw.from_native(table.rows, eager_only=True).select(column, "origin").drop_nulls(column)
        known = {at.date(): int(origin) for at, origin in rows.iter_rows() if at.date() <= day}
        newest = max(known, default=day)
        year = sorted(one for one in known if one > newest - YEAR)
        longest = max((later - earlier for earlier, later in pairwise(year)), default=YEAR)
        if len(year) >= FEWEST and day - newest >= max(LONG, longest + LONGER):
            yield Lapse(register.title, table.place(known[newest], column), newest, longest)
