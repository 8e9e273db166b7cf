"""A number fit to be seen, or the reason it is not shown."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction
from math import floor
from typing import Any

from evidencegen.measures.interval import Interval
from evidencegen.measures.view import Unit


class Mark(Enum):
    """Why a number is absent. None of these is zero, and none may be shown as zero."""

    SUPPRESSED = "[c]"
    NOT_COLLECTED = "[x]"
    NOT_APPLICABLE = "[z]"

    @property
    def words(self) -> str:
        """What the mark means to a reader."""
        return {
            Mark.SUPPRESSED: "not shown, because so few people are concerned that they might be recognised",
            Mark.NOT_COLLECTED: "not collected in the registers we hold",
            Mark.NOT_APPLICABLE: "does not apply, because there was nothing to count",
        }[self]


@dataclass(frozen=True)
class Figure:
    """The only form in which a number reaches a template. Made by `disclosure` alone.

    `counted` and `out_of` are as the audience may see them: exact, or to the nearest five where
    `rounded` says so, or None where hidden. `share` runs from 0 to 1 and is None where the base is
    too small for a percentage. `group` are the words for one part of a breakdown, `code` its value.
    `sources` name file and sheet; `excluded` gives each reason with the number as the audience may see it.
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

    @property
    def amount(self) -> str:
        """The number as it is printed: `92%`, `7 of 9`, `about 150`, or its mark."""
        if self.mark:
            return self.mark.value
        if self.share is not None:
            return per_cent(self.share)
        return self.counts

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

    def as_dict(self) -> dict[str, Any]:
        """The figure for a program: per cents are whole, absent values null."""
        return {
            "key": self.key,
            "title": self.title,
            "group": self.group or None,
            "period": self.span,
            "as_at": self.as_at.isoformat(),
            "counted": self.counted,
            "out_of": self.out_of,
            "per_cent": None if self.share is None else whole_per_cent(self.share),
            "low": whole_per_cent(self.interval.low) if self.interval else None,
            "high": whole_per_cent(self.interval.high) if self.interval else None,
            "mark": self.mark.value if self.mark else None,
            "of": self.of.many,
            "definition": self.definition,
        }


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
