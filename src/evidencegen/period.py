"""A first day and a last day, both counted."""

from calendar import month_name, monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise


@dataclass(frozen=True, order=True)
class Period:
    """A run of whole days. Both ends belong to it, as in everyday speech."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a period cannot end ({self.last}) before it starts ({self.first})")

    @classmethod
    def months_to(cls, last: date, months: int = 12) -> "Period":
        """The `months` months that end on `last`: 12 to 30 September 2026 start on 1 October 2025."""
        return cls(add_months(last + timedelta(days=1), -months), last)

    @classmethod
    def of(cls, words: str) -> "Period":
        """A period as it is typed: `2026-03`, `2025-04/2026-03` or `2025-04-01/2026-03-31`, both ends counted.

        Raises:
            ValueError: it is none of these, or ends before it starts.
        """
        first, _, last = words.partition("/")
        return cls(_whole_month(first).first, _whole_month(last or first).last)

    @property
    def iso(self) -> str:
        """First and last day as ISO 8601 writes an interval."""
        return f"{self.first.isoformat()}/{self.last.isoformat()}"

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def __str__(self) -> str:
        whole_months = self.first.day == 1 and (self.last + timedelta(days=1)).day == 1
        if not whole_months:
            return f"{day_words(self.first)} to {day_words(self.last)}"
        if (self.first.year, self.first.month) == (self.last.year, self.last.month):
            return f"{month_name[self.last.month]} {self.last.year}"
        first_year = "" if self.first.year == self.last.year else f" {self.first.year}"
        return f"{month_name[self.first.month]}{first_year} to {month_name[self.last.month]} {self.last.year}"


def pieces(periods: Iterable[Period]) -> dict[Period, tuple[Period, ...]]:
    """Each period as the runs of days that make it up, cut wherever one of them begins or ends.

    January to June beside January to July: the second is January to June, and July.
    """
    told = set(periods)
    day = timedelta(days=1)
    cuts = sorted({p.first for p in told} | {p.last + day for p in told})
    runs = [Period(first, until - day) for first, until in pairwise(cuts)]
    return {p: tuple(run for run in runs if run.first in p) for p in told}


def _whole_month(words: str) -> Period:
    """A day, or all of a month where no day is given."""
    if len(words) != len("2026-03"):
        return Period(date.fromisoformat(words), date.fromisoformat(words))
    first = date.fromisoformat(f"{words}-01")
    return Period(first, add_months(first, 1) - timedelta(days=1))


def add_months(day: date, months: int) -> date:
    """The same day of the month `months` later (or earlier), or the month's last day if it has none.

    31 August and six months is 28 February, or 29 in a leap year.
    """
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))


def day_words(day: date) -> str:
    """A day as British readers write it, such as 30 September 2026."""
    return f"{day.day} {month_name[day.month]} {day.year}"
