"""Cells that clash, told in words their owner can act on."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from evidencegen.intake.address import listed
from evidencegen.intake.contradiction import Contradiction, Link, Wrong
from evidencegen.intake.register import Column
from evidencegen.intake.value import written
from evidencegen.problem import HIDDEN, Place, Severity


def said(check: Contradiction, found: Sequence[Any], beside: str, where: str) -> str:
    one, other = shown(check.one.column, found[0]), shown(check.other.column, found[1])
    if check.wrong is Wrong.SAME:
        return f"{one}, the same as under {beside} ({where})"
    if check.wrong is Wrong.WHILE or check.wrong is Wrong.DIFFERENT:
        said = "is blank" if check.other.blank else "says otherwise" if other == HIDDEN else f"says {other}"
        return f"{one}, while {beside} ({where}) {said}"
    return f"{one}, {check.wrong.value} {beside} {other} ({where})"


def wanted(check: Contradiction, beside: str) -> str:
    if check.wrong is Wrong.WHILE:
        return f"an answer wherever {beside} says so" if check.one.blank else "two answers that can both be right"
    return {
        Wrong.BEFORE: f"a day no earlier than {beside}",
        Wrong.AFTER: f"a day no later than {beside}",
        Wrong.SAME: f"somebody other than under {beside}",
        Wrong.DIFFERENT: f"what the {check.other.register.title.lower()} says under {beside}",
    }[check.wrong]


def mend(check: Contradiction | Link) -> str:
    severity = check.severity if isinstance(check, Contradiction) else Severity.NOTE
    if severity.blocks:
        return f"{check.mend}, or leave blank what you do not know, and run `evidencegen check` again"
    return f"{check.mend}; a pack can be built without it"


def shown(column: Column, value: Any) -> str:
    """A value as its owner would say it; never a personal one."""
    if value is None or value != value:
        return "nothing"
    if column.hidden:
        return HIDDEN
    if isinstance(value, datetime):
        return written(value)
    return f'"{column.kind.codes[value][0] if value in column.kind.codes else value}"'


def by_value(cells: Mapping[str, Sequence[Place]]) -> str:
    """Values with where they stand; the place of a value that stands alone is told already."""
    every = {value: list(dict.fromkeys(several)) for value, several in cells.items()}
    here = next(iter(every.values()))[0]
    if len(every) == 1:
        ((value, places),) = every.items()
        more = f", in {len(places):,} cells: {listed(seen_from(p, here) for p in places)}"
        return value + (more if len(places) > 1 else "")
    return listed(f"{value} ({listed((seen_from(p, here) for p in places), 3)})" for value, places in every.items())


def seen_from(place: Place, here: Place) -> str:
    """Where a cell stands, as briefly as the place beside it allows."""
    if (place.file, place.sheet) == (here.file, here.sheet):
        return place.cell
    return str(Place(place.file, place.sheet, place.cell))


def likewise(places: Iterable[Place]) -> str:
    every = list(dict.fromkeys(places))
    if len(every) == 1:
        return ""
    noun = "cell" if len(every) == 2 else "cells"
    return f"; likewise in {len(every) - 1:,} more {noun}: {listed(seen_from(p, every[0]) for p in every[1:])}"


def the_rest(places: Sequence[Place], others: Sequence[Place]) -> tuple[Place, ...]:
    """Every place but the first, each cell beside the one it clashes with."""
    pairs = dict.fromkeys(place for pair in zip(places, others, strict=True) for place in pair)
    return tuple(place for place in pairs if place != places[0])
