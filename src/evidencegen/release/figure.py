"""A number fit to be seen, or the reason it is not shown."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from math import floor
from typing import Any

from evidencegen.measures.interval import Interval
from evidencegen.measures.measure import About
from evidencegen.measures.view import Unit


class Mark(Enum):
    """Why a number is absent, and one sign that stands beside a number. None is zero, or may be shown as zero.

    The letters are those of the Government Analysis Function for tables of statistics.
    """

    SUPPRESSED = "[c]"
    NOT_COLLECTED = "[x]"
    NOT_APPLICABLE = "[z]"
    UNFIT = "[u]"
    PROVISIONAL = "[p]"

    @property
    def words(self) -> str:
        """What the mark means to a reader."""
        return {
            Mark.SUPPRESSED: "not shown: it, or a number it would give away, is so small that somebody might be known",
            Mark.NOT_COLLECTED: "not collected in the registers we hold",
            Mark.NOT_APPLICABLE: "does not apply, because there was nothing to count",
            Mark.UNFIT: "not shown: more than a quarter of the records it would rest on lack what it needs",
            Mark.PROVISIONAL: "provisional: more than a tenth of the records it would rest on lack what it needs",
        }[self]


@dataclass(frozen=True)
class Figure:
    """The only form in which a number reaches a template. Made by `disclosure` alone.

    `counted` and `out_of` are as the audience may see them: exact, or to the nearest five where
    `rounded` says so, or None where hidden. `share` runs from 0 to 1 and is None where the base is
    too small for a percentage. `group` are the words for one part of a breakdown, `code` its value.
    `sources` name file and sheet; `excluded` gives each reason with the number as the audience may see it.
    Where `waits` is given the figure is of how long things took, `counted` those that came to an end. Where
    `per_hundred` is given, `counted` is shown for each hundred of so many. A `target` runs from 0 to 1.
    `without` says what the figure would be without the rows that a reader might have left out. A part `overlaps`
    others where a row may be in several.
    """

    key: str
    measure: str
    title: str
    definition: str
    period: str
    span: str
    as_at: date
    of: Unit
    counted: int | None = None
    out_of: int | None = None
    share: Fraction | None = None
    interval: Interval | None = None
    mark: Mark | None = None
    because: str = ""
    rounded: bool = False
    count_only: bool = False
    column: str = ""
    code: str = ""
    group: str = ""
    sources: tuple[str, ...] = ()
    excluded: tuple[tuple[str, str], ...] = ()
    provisional: bool = False
    target: float | None = None
    lower_is_better: bool = False
    waits: "Shown | None" = None
    per_hundred: int | None = None
    without: str = ""
    about: About = About.PEOPLE
    overlaps: bool = False

    @property
    def amount(self) -> str:
        """The number as it is printed: `92%`, `7 of 9`, `about 150`, `6 working days`, or its mark."""
        if self.mark:
            return self.mark.value
        return f"{self._amount} {Mark.PROVISIONAL.value}" if self.provisional else self._amount

    @property
    def _amount(self) -> str:
        if self.waits:
            return self.waits.amount
        if self.per_hundred:
            return f"{per_hundred(self.counted or 0, self.per_hundred)} per 100"
        return self.counts if self.share is None else per_cent(self.share)

    @property
    def meets_target(self) -> bool:
        """Whether the share, as the audience sees it, reaches its target; where lower is better, stays within it."""
        if self.share is None or self.target is None:
            return False
        return float(self.share) <= self.target if self.lower_is_better else float(self.share) >= self.target

    @property
    def counts(self) -> str:
        """The counts behind it: `110 of 120`, with "about" where they are rounded; a mark where hidden."""
        if self.counted is None:
            return self.mark.value if self.mark else ""
        about = "about " if self.rounded and self.counted else ""
        return f"{about}{self.counted:,}" + ("" if self.count_only else f" of {self.out_of:,}")

    @property
    def noun(self) -> str:
        """What the base holds, in the right number."""
        number = self.counted if self.count_only else self.out_of
        return self.of.one if number == 1 else self.of.many

    @property
    def range(self) -> str:
        """The 95% interval in words, empty where there is none."""
        return f"{per_cent(self.interval.low)} to {per_cent(self.interval.high)}" if self.interval else ""

    @property
    def absence(self) -> str:
        """Why there is no number, in words; empty where there is one."""
        if not self.mark:
            return ""
        return f"{self.mark.words}{f' ({self.because})' if self.because else ''}"

    @property
    def gap(self) -> str:
        """The same in short, with the mark that the page explains where it first occurs."""
        if not self.mark:
            return ""
        short = {Mark.NOT_COLLECTED: "not collected", Mark.NOT_APPLICABLE: "nothing to count"}
        return f"{short.get(self.mark, 'not shown')} {self.mark.value}{f' ({self.because})' if self.because else ''}"

    def as_dict(self) -> dict[str, Any]:
        """The figure for a program: per cents are whole, absent values null."""
        return {
            "key": self.key,
            "title": self.title,
            "group": self.group or None,
            "column": self.column or None,
            "code": self.code or None,
            "parts": ("overlap" if self.overlaps else "add up") if self.column else None,
            "about": self.about.name.lower(),
            "period": self.span,
            "as_at": self.as_at.isoformat(),
            "counted": self.counted,
            "out_of": self.out_of,
            "per_cent": None if self.share is None else whole_per_cent(self.share),
            "low": whole_per_cent(self.interval.low) if self.interval else None,
            "high": whole_per_cent(self.interval.high) if self.interval else None,
            "mark": self.mark.value if self.mark else None,
            "provisional": self.provisional,
            "target": None if self.target is None else whole_per_cent(self.target),
            "median": self.waits.median if self.waits else None,
            "ninetieth": self.waits.ninetieth if self.waits else None,
            "waiting": self.waits.waiting if self.waits else None,
            "unit": self.waits.unit.many if self.waits else None,
            "per_hundred_of": self.per_hundred,
            "of": self.of.many,
            "definition": self.definition,
        }


@dataclass(frozen=True)
class Shown:
    """How long things took, as the audience may see it: whole numbers of a unit, half and nine in ten of all.

    A number is None where so many are still waiting that it is not known yet, and the 90th also where too few
    came to an end to give one.
    """

    median: int | None
    ninetieth: int | None
    waiting: str
    unit: Unit

    @property
    def amount(self) -> str:
        """Half of all: `6 working days`."""
        return "over half still waiting" if self.median is None else self._in_units(self.median)

    @property
    def words(self) -> str:
        """All of it in a few words: `half within 6 working days, nine in ten within 14, 3 still waiting`."""
        half = self.amount if self.median is None else f"half within {self.amount}"
        ninth = "" if self.ninetieth is None else f", nine in ten within {self._in_units(self.ninetieth)}"
        return f"{half}{ninth}, {self.waiting} still waiting"

    def _in_units(self, number: int) -> str:
        return f"{number:,} {self.unit.one if number == 1 else self.unit.many}"


def per_hundred(counted: int, of: int) -> int:
    """Events for each hundred, whole, halves up."""
    return floor(Fraction(100 * counted, of) + Fraction(1, 2))


def whole_per_cent(share: Fraction | float) -> int:
    """A whole per cent with halves rounded up, as a reader checking by hand would."""
    return floor(100 * share + Fraction(1, 2))


def per_cent(share: Fraction | float) -> str:
    """The one place where a share becomes a percentage.

    Nothing is called 0% or 100% that is not: 1 of 400 is "under 1%", 399 of 400 "over 99%".
    """
    if 0 < share < 1 and not 1 <= whole_per_cent(share) <= 99:
        return "under 1%" if share < Fraction(1, 2) else "over 99%"
    return f"{whole_per_cent(share)}%"
