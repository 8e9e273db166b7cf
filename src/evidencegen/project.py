"""A project folder as read: the brief, every register, every reading."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import narwhals as nw

from evidencegen.brief import Brief, read_brief, registers
from evidencegen.intake.account import Account
from evidencegen.intake.crosscheck import cross_check
from evidencegen.intake.table import Table, examine
from evidencegen.intake.words import did_you_mean, shortened
from evidencegen.measures.measure import Measure
from evidencegen.measures.own import every_measure
from evidencegen.measures.reading import Reading, take
from evidencegen.measures.view import Views
from evidencegen.problem import EvidenceError, Place, Problem, Severity
from evidencegen.release.disclosure import PROFILES, release_all
from evidencegen.release.figure import Figure

Say = Callable[[str, str], None]


@dataclass(frozen=True)
class Project:
    """The brief and its registers. `problems` are notes, and what must be mended where not all was read."""

    folder: Path
    brief: Brief
    tables: Mapping[str, Table] = field(repr=False)
    problems: tuple[Problem, ...] = ()

    @property
    def accounts(self) -> tuple[Account, ...]:
        """What became of every row and cell, workbook by workbook."""
        return tuple(account for table in self.tables.values() for account in table.accounts)

    @property
    def stops(self) -> tuple[Problem, ...]:
        """What must be mended before anything is built."""
        return tuple(p for p in self.problems if p.severity.blocks)

    @property
    def notes(self) -> tuple[Problem, ...]:
        """What somebody should look at."""
        return tuple(p for p in self.problems if not p.severity.blocks)


def silent(step: str, words: str) -> None:
    """Says nothing: for callers that show no progress."""


def inspect(folder: Path, say: Say = silent) -> Project:
    """Whatever can be read, with every problem found.

    Raises:
        EvidenceError: the brief cannot be read, so nothing else can be.
    """
    brief = read_brief(folder)
    known = registers()
    tables: dict[str, Table] = {}
    problems: list[Problem] = []
    for key, sources in brief.sources(folder).items():
        table, found = examine(known[key], sources)
        problems += found
        if table is not None:
            tables[key] = table
            for account in table.accounts:
                say("check", str(account))
    problems += _wrong_measures(folder, brief)
    crossed = (*cross_check(tables, brief.as_at), *_strange_services(brief, tables))
    return Project(folder, brief, tables, (*problems, *crossed))


def read(folder: Path, say: Say = silent) -> Project:
    """The whole project, or everything that must be mended first, all at once.

    Raises:
        EvidenceError: every problem in the brief, or in all the workbooks together.
    """
    project = inspect(folder, say)
    if project.stops:
        raise EvidenceError(project.stops)
    return project


def _wrong_measures(folder: Path, brief: Brief) -> tuple[Problem, ...]:
    """What has to be mended in the provider's own measures."""
    try:
        every_measure(folder, brief.policy.model_dump())
    except EvidenceError as error:
        return error.problems
    return ()


def _strange_services(brief: Brief, tables: Mapping[str, Table]) -> Iterator[Problem]:
    """A note for each service that a register names and the brief, which lists the services, does not."""
    for table in tables.values() if brief.services else ():
        if "service" not in table.collected:
            continue
        title = table.register.column("service").title
        rows = nw.from_native(table.rows, eager_only=True).select("service", "origin").iter_rows()
        strange: dict[str, list[Place]] = {}
        for service, origin in rows:
            if isinstance(service, str) and service not in brief.services:
                strange.setdefault(service, []).append(replace(table.places[int(origin)], column=title))
        for service, places in strange.items():
            near = did_you_mean(service, brief.services)
            count = f", in {len(places):,} rows" if len(places) > 1 else ""
            yield Problem(
                "brief.service_not_listed",
                places[0],
                f'"{shortened(service)}"{count}' + (f'; did you mean "{near}"?' if near else ""),
                "a service that evidence.yaml lists under `services:`, spelt alike",
                "a service that goes by two names is counted as two",
                f'correct the cells, or add the service to evidence.yaml: `"{shortened(service)}": what kind it is`',
                Severity.NOTE,
                tuple(places[1:]),
            )


def measures_of(project: Project) -> dict[str, Measure]:
    """Every measure of a project by key: the shipped ones, then those of its own measures.yaml."""
    return every_measure(project.folder, project.brief.policy.model_dump())


def measure(project: Project, as_at: date | None = None) -> tuple[Views, tuple[Reading, ...]]:
    """Every reading of every measure, breakdowns among them, and the views they were taken from."""
    views = Views(project.tables, project.brief.setting(as_at))
    return views, tuple(reading for one in measures_of(project).values() for reading in take(one, views))


def figures(project: Project, *, audience: str | None = None, as_at: date | None = None) -> dict[str, Figure]:
    """Every figure as an audience may see it, by key."""
    views, readings = measure(project, as_at)
    return release_all(readings, PROFILES[audience or project.brief.audience], views)
