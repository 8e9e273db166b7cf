"""What only a whole column gives away: days and months swapped, two scales, two spellings."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from evidencegen.intake.address import a1, listed
from evidencegen.intake.dates import first_two_numbers, has_two_digit_year
from evidencegen.intake.heading import Headings
from evidencegen.intake.records import Layout
from evidencegen.intake.register import Column, Register
from evidencegen.intake.sheet import Fault, Percent, Sheet, Value
from evidencegen.intake.source import Source
from evidencegen.intake.value import Read, written
from evidencegen.intake.words import plain, shortened
from evidencegen.period import day_words
from evidencegen.problem import HIDDEN, Problem, Severity

FOUND_SHOWN = 3
SWAPPED_REAL, SWAPPED_TYPED = 5, 3
YEARS_AHEAD = 10
SWAPPED_KEY = "column.dates_swapped"
_NOUGHTS = re.compile(r"0+\d+")


@dataclass(frozen=True)
class Check:
    """What a check of one sheet has at hand."""

    sheet: Sheet
    register: Register
    headings: Headings
    layout: Layout
    source: Source

    def problem(
        self,
        key: str,
        column: Column,
        positions: Sequence[int],
        said: str,
        mend: str,
        several: str = "cells",
        wanted: str = "",
    ) -> Problem:
        """One problem for all the `positions` of a column that share it: how many of what, where, and what they say."""
        places = list(dict.fromkeys(self.layout.where(column.name, p) for p in positions))
        row, number = places[0]
        found = said or several
        if len(places) > 1:
            cells = listed(a1(*place) for place in places)
            found = f"{len(places):,} {several}: {cells}" + (f" ({said})" if said else "")
        return Problem(
            key=key,
            place=self.sheet.place(row, number, self.headings.title(number) or column.title),
            found=found,
            wanted=wanted or column.kind.wanted,
            why=column.because or "a row that cannot be read whole cannot be counted",
            mend=mend,
            severity=Severity.MEND,
            also=tuple(self.sheet.place(*place) for place in places[1:]),
        )


def as_note(problem: Problem) -> Problem:
    """The same, told and not stopped for."""
    return replace(problem, severity=Severity.NOTE)


def quoted(column: Column, cell: Value) -> str:
    """What a cell says, as a message may show it."""
    if isinstance(cell, Fault):
        return cell.shown
    return HIDDEN if column.hidden else f'"{shortened(written(cell))}"'


def examples(column: Column, cells: Iterable[Value]) -> str:
    """The first few of what cells say, each once."""
    words = list(dict.fromkeys(quoted(column, cell) for cell in cells))
    return ", ".join(words[:FOUND_SHOWN]) + (" and others" if len(words) > FOUND_SHOWN else "")


def swapped_dates(check: Check, column: Column, cells: Sequence[Value | None]) -> list[Problem]:
    """Dates in the US order, or turned to it on the way: one problem for the whole column.

    Excel with US settings takes 04/03/2025 in a text file for 3 April and leaves 13/03/2025 as text: then every
    real date is early in its month and every typed one late. Typed dates with a month over 12, and none with a
    day over 12, are in the US order themselves.
    """
    real = [p for p, cell in enumerate(cells) if isinstance(cell, datetime)]
    if any(cell.day > 12 for cell in cells if isinstance(cell, datetime)):
        return []
    numbers = {cell: first_two_numbers(cell) for cell in set(cells) if isinstance(cell, str)}
    typed = {p: two for p, cell in enumerate(cells) if isinstance(cell, str) and (two := numbers[cell])}
    late = [p for p, (first, _) in typed.items() if first > 12]
    american = [p for p, (first, second) in typed.items() if first <= 12 < second <= 31]
    if len(real) >= SWAPPED_REAL and len(late) >= SWAPPED_TYPED and len(late) == len(typed):
        said = f"{len(real):,} real dates, all on the 1st to the 12th, and {len(late):,} typed ones, all later"
        mend = "open the file your system exported with UK settings (Data, From Text/CSV, DMY) and save it again"
    elif len(american) >= SWAPPED_TYPED and not late:
        such = examples(column, (c for p in american[:1] if (c := cells[p])))
        said = f"{len(american):,} with a month over 12, such as {such}"
        mend = "export them again as day/month/year, or put them in that order: the others are in doubt too"
    else:
        return []
    positions = sorted({*real, *typed})
    several = "dates that seem to have their days and months swapped"
    return [check.problem(SWAPPED_KEY, column, positions, said, mend, several, "days and months in the UK order")]


def doubtful_dates(
    check: Check, column: Column, cells: Sequence[Value | None], values: Sequence[Read]
) -> list[Problem]:
    """Notes of years in two digits, all read as 20.., and of days long after the one that the figures are for."""
    notes = []
    short = {cell for cell in set(cells) if isinstance(cell, str) and has_two_digit_year(cell)}
    at = [p for p, cell in enumerate(cells) if cell in short and values[p] is not None] if short else []
    if at:
        mend = "nothing, if so meant; years of four digits leave no doubt"
        said = f"{examples(column, (c for p in at if (c := cells[p])))}, read as 20.."
        several, wanted = "dates with a year of two digits", "a year of four digits, such as 28/02/2025"
        notes.append(check.problem("cell.two_digit_year", column, at, said, mend, several, wanted))
    if as_at := check.source.as_at:
        last = as_at.year + YEARS_AHEAD
        far = [p for p, value in enumerate(values) if isinstance(value, datetime) and value.year > last]
        if far:
            several = f"dates more than {YEARS_AHEAD} years after {day_words(as_at)}"
            said = examples(column, (c for p in far if (c := cells[p])))
            mend = "correct the year, unless it is so meant"
            wanted = f"a date no more than {YEARS_AHEAD} years after {day_words(as_at)}"
            notes.append(check.problem("cell.far_ahead", column, far, said, mend, several, wanted))
    return [as_note(note) for note in notes]


def mixed_scales(check: Check, column: Column, cells: Sequence[Value | None]) -> list[Problem]:
    """Shares written 87% beside shares written 0.87: one column, two scales."""
    shares, parts = [], []
    for position, cell in enumerate(cells):
        if isinstance(cell, Percent) or (isinstance(cell, str) and cell.rstrip().endswith("%")):
            shares.append(position)
        elif isinstance(cell, float) and 0 < cell < 1:
            parts.append(position)
    if not shares or not parts:
        return []
    said = f"{len(shares):,} in per cent and {len(parts):,} below 1: "
    said += examples(column, (c for p in (shares[0], parts[0]) if (c := cells[p])))
    mend = "write every share in per cent, such as 87%"
    several = "numbers on two scales, which may differ a hundredfold"
    return [check.problem("column.scales_mixed", column, sorted((*shares, *parts)), said, mend, several)]


def mixed_references(check: Check, column: Column, cells: Sequence[Value | None]) -> list[Problem]:
    """A note where some references are numbers and others texts that begin with noughts: 7 is not 007."""
    if not {int, float} & set(map(type, cells)):
        return []
    numbers = [p for p, cell in enumerate(cells) if type(cell) in (int, float)]
    texts = [p for p, cell in enumerate(cells) if isinstance(cell, str) and _NOUGHTS.fullmatch(cell.strip())]
    if not texts:
        return []
    said = f"numbers in {len(numbers):,}, texts that begin with 0 in {len(texts):,}"
    mend = "format the column as Text and write each as it stands elsewhere: 7 and 007 are taken for two"
    several = "references, some of which may have lost their noughts"
    positions = sorted((*numbers, *texts))
    note = check.problem("column.noughts_lost", column, positions, said, mend, several, "one way of writing them")
    return [as_note(note)]


def one_spelling(check: Check, column: Column, values: list[Read]) -> tuple[list[Read], list[Problem]]:
    """One spelling for texts that differ in case, width or space alone: the first; and a note of it."""
    distinct = [v for v in dict.fromkeys(values) if isinstance(v, str)]
    if all(map(str.isascii, distinct)) and len(set(map(str.casefold, distinct))) == len(distinct):
        return values, []
    first: dict[str, str] = {}
    spelling = {value: first.setdefault(plain(value), value) for value in distinct}
    changed = {p: v for p, v in enumerate(values) if isinstance(v, str) and spelling[v] != v}
    if not changed:
        return values, []
    pairs = list(dict.fromkeys(changed.values()))
    said = "; ".join(f'"{v}" read as "{spelling[v]}"' for v in pairs[:FOUND_SHOWN])
    note = check.problem(
        "cell.spelt_otherwise",
        column,
        list(changed),
        HIDDEN if column.hidden else said + (" and others" if len(pairs) > FOUND_SHOWN else ""),
        "nothing needs mending if they mean the same; if not, make them differ in more than capitals and spaces",
        "cells spelt otherwise than the first of their kind",
        "one spelling for one thing",
    )
    return [spelling[v] if isinstance(v, str) else v for v in values], [as_note(note)]
