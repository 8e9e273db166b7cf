"""What readers ask for: dated frameworks, read from their YAML, and what measures answer of them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import Field, model_validator

from evidencegen.period import day_words
from evidencegen.settings import Part

SHELF = Path(__file__).parent / "frameworks"
UNCONFIRMED = "wording to be confirmed"


class Force(Enum):
    """Whether a framework is in force on a day; the value is what a reader is told."""

    IN_FORCE = "in force"
    ENDED = "no longer in force"
    NOT_YET = "not yet in force"


class Asked(Part):
    """One thing that a framework asks for.

    `cited` names it where it stands by itself. `wording` is given only where it was read in a public source;
    `looks_for` says in our own words what evidence of it would be. `practice` are the parts of practice that speak to
    it, `stories` which case studies do, and it `takes_in` all that answers other statements, named by their keys.
    """

    key: str
    title: str
    cited: str
    looks_for: str
    wording: str = ""
    practice: tuple[str, ...] = ()
    stories: Literal["", "any", "advocacy"] = ""
    takes_in: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """Its wording, or that this has still to be confirmed."""
        return self.wording or UNCONFIRMED


class Framework(Part):
    """What one reader asks for, and when that holds.

    Without `in_force_from` the day is to be confirmed, without `in_force_to` none is set; with `not_out` it is no more
    than announced.
    """

    key: str
    title: str
    publisher: str
    source: str
    read_on: date
    in_force_from: date | None = None
    in_force_to: date | None = None
    not_out: bool = False
    statements: tuple[Asked, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _days_in_order(self) -> "Framework":
        if self.in_force_from and self.in_force_to and self.in_force_from > self.in_force_to:
            raise ValueError(f"{self.key} ends before it begins")
        return self

    def force(self, day: date) -> Force:
        """Whether it is in force on a day."""
        if self.not_out or (self.in_force_from and day < self.in_force_from):
            return Force.NOT_YET
        return Force.ENDED if self.in_force_to and day > self.in_force_to else Force.IN_FORCE

    def standing(self, day: date) -> str:
        """The same in words, with the days: "no longer in force on 30 September 2026 (it ended on 31 March 2026)"."""
        said = f"{self.force(day).value} on {day_words(day)}"
        if self.not_out:
            return f"{said} (its text is not out)"
        if self.in_force_to and day > self.in_force_to:
            return f"{said} (it ended on {day_words(self.in_force_to)})"
        if self.in_force_from:
            begins = "it begins on" if day < self.in_force_from else "since"
            return f"{said} ({begins} {day_words(self.in_force_from)})"
        return f"{said} (since a day to be confirmed)"


@cache
def frameworks() -> Mapping[str, Framework]:
    """Every framework by its key, read when first asked for.

    Raises:
        ValueError: two share a key, a statement takes in one that there is not, or a file is not as it has to be.
    """
    found: dict[str, Framework] = {}
    for path in sorted(SHELF.glob("*.yaml")):
        one = Framework.model_validate(_content(path))
        if one.key != path.stem:
            raise ValueError(f"{path.name} holds a framework called {one.key}")
        found[one.key] = one
    keys = [asked.key for one in found.values() for asked in one.statements]
    if twice := sorted({key for key in keys if keys.count(key) > 1}):
        raise ValueError(f"two statements are called {', '.join(twice)}")
    taken_in = {key for one in found.values() for asked in one.statements for key in asked.takes_in}
    if strangers := sorted(taken_in - set(keys)):
        raise ValueError(f"no statement is called {', '.join(strangers)}")
    return found


@cache
def asked_for() -> Mapping[str, tuple[Framework, Asked]]:
    """Every statement of every framework by its key, with its framework."""
    return {asked.key: (one, asked) for one in frameworks().values() for asked in one.statements}


def cited(key: str) -> str:
    """A statement in words, for where it stands by itself; the key where no framework has it."""
    found = asked_for().get(key)
    return found[1].cited if found else key


def answered_by(asked: Asked) -> tuple[str, ...]:
    """The keys under which a measure answers a statement: its own, and those of all that it takes in."""
    told: dict[str, None] = {}
    waiting = [asked.key]
    while waiting:
        key = waiting.pop(0)
        if key not in told:
            told[key] = None
            waiting += asked_for()[key][1].takes_in
    return tuple(told)


def out_of_force(keys: Iterable[str], day: date) -> Iterator[tuple[Framework, Asked]]:
    """Each statement of these keys whose framework is not in force on a day."""
    for key in dict.fromkeys(keys):
        if key in asked_for():
            framework, asked = asked_for()[key]
            if framework.force(day) is not Force.IN_FORCE:
                yield framework, asked


def _content(path: Path) -> Any:
    fast = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(path.read_text(encoding="utf-8"), Loader=fast)  # noqa: S506 - a SafeLoader either way
