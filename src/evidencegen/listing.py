"""The figures of a project as a terminal shows them, and what has to be said with each."""

from collections.abc import Iterator, Mapping
from textwrap import fill

from evidencegen.intake.words import did_you_mean
from evidencegen.problem import EvidenceError, Place, Problem
from evidencegen.project import Project, measures_of
from evidencegen.release.compared import Comparison
from evidencegen.release.figure import Figure, Mark


def lines(figures: Mapping[str, Figure], beside: Mapping[str, tuple[Comparison, ...]]) -> Iterator[str]:
    """Each measure under its title and period, its parts below it, and beneath a figure what belongs to it."""
    title = ""
    for figure in figures.values():
        if figure.title != title:
            title = figure.title
            yield f"\n{title} ({figure.period})"
        name = figure.group or figure.of.many
        counts = figure.counts if figure.share is not None else ""
        yield f"  {figure.amount:>16}  {counts:20}  {name}  {figure.key}".rstrip()
        for words in (*_beside(figure), *map(str, beside.get(figure.key, ()))):
            yield fill(words, 110, initial_indent=" " * 20, subsequent_indent=" " * 20)


def _beside(figure: Figure) -> Iterator[str]:
    """What has to be said with a figure: why it is absent, what it lacks, its target, how long, how else."""
    if figure.absence and not figure.group:
        yield figure.absence
    if figure.provisional:
        yield Mark.PROVISIONAL.words
    if figure.waits:
        yield f"{figure.waits.words} ({figure.counts} have come to an end)"
    if figure.per_hundred and not figure.mark:
        yield f"{figure.counts} for the {figure.per_hundred:,} that evidence.yaml gives"
    if figure.target is not None and figure.share is not None:
        yield f"target {100 * figure.target:g}%: {'met' if figure.meets_target else 'not met'}"
    if figure.without:
        yield figure.without


def part(project: Project, column: str) -> str:
    """A column by which some measure may be broken down.

    Raises:
        EvidenceError: there is none of this name.
    """
    known = sorted({part for one in measures_of(project).values() for part in one.view.parts})
    if column in known:
        return column
    near = did_you_mean(column, known)
    raise EvidenceError(
        (
            Problem(
                "figures.unknown_part",
                Place("--by"),
                f'"{column}"' + (f'; did you mean "{near}"?' if near else ""),
                f"one of: {', '.join(known)}",
                "a figure is broken down by a column that its register or view has",
                "name one of these",
            ),
        )
    )
