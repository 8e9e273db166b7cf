"""Published percentages to set a figure beside, each with what is not alike."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from evidencegen.catalogue import everything_in
from evidencegen.intake.words import did_you_mean, shortened, tidy
from evidencegen.measures import families
from evidencegen.measures.measure import Measure
from evidencegen.problem import EvidenceError, Problem
from evidencegen.settings import Settings, SettingsFile, Way

NAME = "benchmarks.yaml"
WHY = "a reader judges a service by what its figures are set beside"
WANTED = {
    "per_cent": "a number from 0 to 100 as published, with one decimal at most, such as 89 or 89.0",
    "counted": "a whole number, no more than `out_of`",
    "out_of": "a whole number of 1 or more",
    "ends": "the last day of the period, such as 2019-03-31",
    "published": 'when it was published, with its year, such as 2016-06-30 or June 2016; or "not known"',
    "url": "an address that starts with https:// or http://",
    "note": "in 20 letters or more: what is not alike in the two figures, such as the unit or who decides",
    "benchmarks": "a list of entries, each begun by a dash",
    "leave_out": "a list of keys",
    "source": "the lines `title:` and `publisher:`, indented",
}
FILE = SettingsFile(NAME, "benchmarks", "a key `benchmarks:`", WHY, "correct the line and run the command again")


def _day(text: Any) -> Any:
    if isinstance(text, date) or re.fullmatch(r"\d{4}-\d\d-\d\d", str(text)):
        return text
    raise ValueError("not a day")


def _percentage(text: Any) -> Any:
    if re.fullmatch(r"\d{1,3}(\.\d)?", str(text)):
        return text
    raise ValueError("not a percentage")


Words = Annotated[str, BeforeValidator(lambda text: tidy(text) if isinstance(text, str) else text), Field(min_length=1)]
Day = Annotated[date, BeforeValidator(_day), Field(ge=date(1990, 1, 1), le=date(2100, 1, 1))]
Percentage = Annotated[Decimal, BeforeValidator(_percentage), Field(ge=0, le=100)]


class Source(BaseModel):
    """Where a published figure was read."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: Words
    publisher: Words
    url: Annotated[str, Field(pattern=r"^https?://\S+$")] = ""


class Benchmark(BaseModel):
    """A percentage somebody published, which measure it may be set beside, and what is not alike.

    `per_cent` is as published, decimals included. `ends` is the last day of its period. `note` is
    printed wherever the percentage is.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    key: Words
    measure: Words
    per_cent: Percentage
    counted: Annotated[int, Field(ge=0)] | None = None
    out_of: Annotated[int, Field(ge=1)] | None = None
    who: Words
    period: Words
    ends: Day
    source: Source
    published: Annotated[Words, Field(pattern=r"(^|\D)\d{4}(\D|$)|^not known$")]
    note: Annotated[Words, Field(min_length=20)]

    @property
    def share(self) -> Fraction:
        """The published percentage as a share from 0 to 1."""
        return Fraction(self.per_cent) / 100

    @model_validator(mode="after")
    def _counts_agree(self) -> "Benchmark":
        if (self.counted is None) is not (self.out_of is None):
            raise ValueError("both `counted` and `out_of`, or neither")
        if self.counted is not None and self.out_of is not None:
            exact = Fraction(100 * self.counted, self.out_of)
            if self.counted > self.out_of or abs(exact - Fraction(self.per_cent)) > 1:
                raise ValueError(f"counts that give {self.per_cent}% to within one per cent")
        return self


class Benchmarks(BaseModel):
    """A whole benchmarks.yaml. `leave_out` are keys of shipped entries that are not to be used."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    benchmarks: list[Benchmark] = []
    leave_out: list[Words] = []


@cache
def shares() -> dict[str, Measure]:
    """The measures a percentage may be set beside, by key: those that are no mere counts."""
    return {key: one for key, one in everything_in(families, Measure).items() if not (one.count_only or one.wait)}


def shipped_benchmarks() -> tuple[Benchmark, ...]:
    """The published figures that come with the package."""
    return tuple(_checked(FILE.read(Path(__file__).parent), ()).benchmarks)


def read_benchmarks(folder: Path) -> tuple[Benchmark, ...]:
    """The published figures for a project: those shipped, and those in its own benchmarks.yaml, where it has one.

    Raises:
        EvidenceError: the file is not YAML, or has wrong keys or values; each with its line.
    """
    shipped = shipped_benchmarks()
    try:
        own = _checked(FILE.read(folder), shipped)
    except FileNotFoundError:
        return shipped
    return (*(one for one in shipped if one.key not in own.leave_out), *own.benchmarks)


def _checked(settings: Settings, shipped: tuple[Benchmark, ...]) -> Benchmarks:
    """A benchmarks.yaml in which every measure is known and every key stands once, among those shipped too."""
    problems = [*_unknown(settings, [one.key for one in shipped]), *_twice(settings, shipped)]
    try:
        read = Benchmarks.model_validate(settings.content)
    except ValidationError as error:
        problems += [_from_pydantic(e, settings) for e in error.errors(include_url=False)]
    if problems:
        raise EvidenceError(tuple(sorted(problems, key=lambda p: p.place.line)))
    return read


def _entries(settings: Settings, name: str) -> Iterator[tuple[int, str]]:
    """Number and text of one line of every entry that has it."""
    listed = settings.content.get("benchmarks")
    for number, entry in enumerate(listed if isinstance(listed, list) else ()):
        text = entry.get(name) if isinstance(entry, dict) else None
        if isinstance(text, str) and tidy(text):
            yield number, tidy(text)


def _unknown(settings: Settings, shipped: list[str]) -> Iterator[Problem]:
    """Measures that do not exist or are no shares, and keys to leave out that were never shipped."""
    known = shares()
    for number, key in _entries(settings, "measure"):
        if key not in known:
            wanted = _one_of(
                key, list(known), "the key of a measure that is a share, as `evidencegen figures` prints it"
            )
            way = ("benchmarks", number, "measure")
            yield settings.problem(way, f"measure `{shortened(key)}`", wanted, "unknown_measure")
    left_out = settings.content.get("leave_out")
    for number, key in enumerate(left_out if isinstance(left_out, list) else ()):
        if isinstance(key, str) and key not in shipped:
            wanted = _one_of(key, shipped, f"one of: {', '.join(shipped)}")
            yield settings.problem(("leave_out", number), f"`{shortened(key)}`", wanted, "unknown_key")


def _twice(settings: Settings, shipped: tuple[Benchmark, ...]) -> Iterator[Problem]:
    """Entries under a key that another has."""
    left_out = settings.content.get("leave_out")
    seen = {one.key: 0 for one in shipped if one.key not in (left_out if isinstance(left_out, list) else ())}
    for number, key in _entries(settings, "key"):
        way: Way = ("benchmarks", number, "key")
        if key in seen:
            first = f"on line {seen[key]}" if seen[key] else "among those that come with evidencegen"
            wanted = f"a key of its own: the first stands {first}"
            yield settings.problem(way, f"key `{shortened(key)}` for the second time", wanted, "twice")
        seen.setdefault(key, settings.line(way))


def _from_pydantic(error: Any, settings: Settings) -> Problem:
    path = tuple(error["loc"])
    name = str(path[-1])
    if error["type"] == "extra_forbidden":
        model = Benchmarks if len(path) == 1 else Source if "source" in path[:-1] else Benchmark
        keys = list(model.model_fields)
        wanted = _one_of(name, keys, f"one of: {', '.join(keys)}")
        return settings.problem(path, f"key `{shortened(name)}`", wanted, "unknown_key")
    if error["type"] == "missing":
        wanted = WANTED.get(name, f"a line `{name}: ...`")
        return settings.problem(path, f"no `{name}`", wanted, "missing_key")
    if error["type"] == "value_error" and len(path) == 2:
        wanted = str(error["ctx"]["error"])
        return settings.problem(path, "counts and a percentage that do not go together", wanted, "wrong_value")
    field = next((str(part) for part in reversed(path) if not isinstance(part, int)), "")
    found = f"`{field}: {shortened(str(error['input']))}`" if isinstance(error["input"], str) else f"`{field}` as it is"
    wanted = WANTED.get(field, "words")
    if isinstance(path[-1], int) and field == "benchmarks":
        wanted = "an entry: `key:`, `measure:`, `per_cent:` and the rest, indented alike"
    return settings.problem(path, found, wanted, "wrong_value")


def _one_of(word: str, known: list[str], wanted: str) -> str:
    near = did_you_mean(word, known)
    return f"{wanted} (did you mean `{near}`?)" if near else wanted
