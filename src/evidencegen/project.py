"""A project folder as read: the brief, every register, every reading."""

from collections.abc import Callable, Collection, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import narwhals as nw

from evidencegen.brief import NAME, Brief, read_brief, registers
from evidencegen.intake.account import Account
from evidencegen.intake.crosscheck import cross_check
from evidencegen.intake.lapse import lapses
from evidencegen.intake.table import Table, examine
from evidencegen.intake.words import did_you_mean, shortened
from evidencegen.measures.benchmark import read_benchmarks
from evidencegen.measures.condition import Setting
from evidencegen.measures.definition import OWN
from evidencegen.measures.framework import out_of_force
from evidencegen.measures.measure import Measure
from evidencegen.measures.own import NAME as MEASURES
from evidencegen.measures.own import every_measure
from evidencegen.measures.reading import Reading, take
from evidencegen.measures.view import Views
from evidencegen.period import Period, day_words
from evidencegen.problem import EvidenceError, Place, Problem, Severity
from evidencegen.release.figure import Figure
from evidencegen.release.issued import known_from, read_issued
from evidencegen.release.profile import Audience
from evidencegen.release.protection import release_all

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


def inspect(folder: Path, say: Say = silent, read_on: date | None = None) -> Project:
    """Whatever can be read, with every problem found; a day after `read_on`, or the brief's day, lies ahead.

    Raises:
        EvidenceError: the brief cannot be read, so nothing else can be.
    """
    brief = read_brief(folder)
    brief = brief.model_copy(update={"as_at": read_on or brief.as_at})
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
    problems += (
        *_wrong_measures(folder, brief),
        *_late_answers(folder, brief),
        *_wrong_benchmarks(folder),
        *_wrong_earlier(folder, brief),
    )
    crossed = (*cross_check(tables, brief.as_at), *_strange_services(brief, tables), *_small(brief))
    if read_on is None:
        problems += [lapse.problem(brief.as_at) for lapse in lapses(tables, brief.as_at)]
    return Project(folder, brief, tables, (*problems, *crossed))


def read(folder: Path, say: Say = silent, read_on: date | None = None) -> Project:
    """The whole project, or everything that must be mended first, all at once.

    Raises:
        EvidenceError: every problem in the brief, or in all the workbooks together.
    """
    project = inspect(folder, say, read_on)
    if project.stops:
        raise EvidenceError(project.stops)
    return project


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


FEW_PEOPLE = 100
"""Under so many people, or in a single service, a reader knows enough of them for the strict rule to be meant."""


def _small(brief: Brief) -> Iterator[Problem]:
    """A note where figures for outside tell of so few that the strict rule is meant for them."""
    people = brief.policy.people_supported
    few = people is not None and people < FEW_PEOPLE
    if brief.audience == "external" and (few or len(brief.services) == 1):
        yield Problem(
            "brief.strict_is_meant",
            Place(NAME),
            f"`audience: external` for {f'{people} people' if few else 'a single service'}",
            "`audience: strict`, which hides counts from 1 to 7",
            "who knows the place knows whom a small number could be",
            "change the line, or leave it where whoever answers for data protection has agreed to it",
            Severity.NOTE,
        )


def measures_of(project: Project) -> Mapping[str, Measure]:
    """Every measure by its key, the provider's own among them, with the targets that the brief sets."""
    return measures_for(project.folder, project.brief)


def measures_for(folder: Path, brief: Brief) -> Mapping[str, Measure]:
    """The same before any workbook is read.

    Raises:
        EvidenceError: measures.yaml has something to mend.
    """
    every = every_measure(folder, brief.policy.model_dump())
    return {
        key: replace(one, target=brief.targets[key] / 100) if key in brief.targets else one
        for key, one in every.items()
    }


def _wrong_benchmarks(folder: Path) -> tuple[Problem, ...]:
    """What has to be mended in the provider's own published figures."""
    try:
        read_benchmarks(folder)
    except EvidenceError as error:
        return error.problems
    return ()


def _wrong_earlier(folder: Path, brief: Brief) -> Iterator[Problem]:
    """Each earlier pack that cannot be read."""
    for path in brief.earlier:
        try:
            read_issued(folder / path)
        except EvidenceError as error:
            yield from error.problems


def _wrong_measures(folder: Path, brief: Brief) -> Iterator[Problem]:
    """What has to be mended in the provider's own measures, and each target of none, or of one that is no share."""
    try:
        shares = [m.key for m in measures_for(folder, brief).values() if not (m.count_only or m.wait)]
    except EvidenceError as error:
        yield from error.problems
        return
    for key in brief.targets:
        if key not in shares:
            near = did_you_mean(key, shares)
            yield Problem(
                "brief.unknown_measure",
                Place(NAME),
                f"a target for `{shortened(key)}`" + (f"; did you mean `{near}`?" if near else ""),
                "the key of a measure that is a share, such as `msp.asked`",
                "a target that no figure has would be forgotten without anybody noticing",
                "correct the key: `evidencegen dictionary` lists them",
            )


def _late_answers(folder: Path, brief: Brief) -> Iterator[Problem]:
    """A note for each statement that the provider's own measures answer and that is not in force on the day."""
    try:
        own = [one for one in measures_for(folder, brief).values() if one.key.startswith(OWN)]
    except EvidenceError:
        return
    for one in own:
        for framework, asked in out_of_force(one.answers, brief.as_at):
            yield Problem(
                "measures.not_in_force",
                Place(MEASURES),
                f"`{one.key}` answers `{asked.key}`: {framework.title}, {framework.standing(brief.as_at)}",
                f"a statement of a framework that is in force on {day_words(brief.as_at)}",
                "a reader judges by what is in force, and takes the rest for stale",
                "name the statement that has taken its place, or take the key out of `answers:`",
                Severity.NOTE,
            )


def measure(
    project: Project,
    setting: Setting | None = None,
    by: tuple[str, ...] | None = None,
    only: Container[str] | None = None,
) -> tuple[Views, tuple[Reading, ...]]:
    """Every reading of every measure with its parts, those declared or `by` columns, and the views they are from.

    With `only`, of the measures with these keys.
    """
    views = Views(project.tables, setting or project.brief.setting())
    every = measures_of(project).items()
    return views, tuple(r for key, one in every if only is None or key in only for r in take(one, views, by))


def figures(
    project: Project,
    *,
    audience: Audience | None = None,
    setting: Setting | None = None,
    by: tuple[str, ...] | None = None,
) -> dict[str, Figure]:
    """Every figure as an audience may see it, by key."""
    views, readings = measure(project, setting, by)
    return released(project, readings, views, audience)


def released(
    project: Project, readings: Sequence[Reading], views: Views, audience: Audience | None = None
) -> dict[str, Figure]:
    """These readings as an audience may see them together, beside what it holds from earlier packs."""

    def again(keys: Collection[str], day: date, period: Period) -> tuple[Views, tuple[Reading, ...]]:
        then = views.at(project.brief.setting(day, period=period))
        every = measures_of(project)
        return then, tuple(r for key, one in every.items() if key in keys for r in take(one, then))

    profile = project.brief.profile(audience)
    issued = [read_issued(project.folder / path) for path in project.brief.earlier] if profile.protects else []
    return release_all(readings, profile, views, known_from(issued, again, readings, views))
