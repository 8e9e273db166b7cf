"""How an inspection pack tells each figure of its summary, and what contradicts what."""

from collections.abc import Iterator, Mapping

from evidencegen.packs.inspection import Contradiction, Summary, summary
from evidencegen.packs.pack import Pack
from evidencegen.problem import Place, Problem
from evidencegen.project import Project
from evidencegen.release.figure import Figure

STRANGE_SERVICE = "brief.service_not_listed"


def inspected(project: Project, pack: Pack, figures: Mapping[str, Figure]) -> Summary | None:
    """What the summary of the pack tells; None where the brief leaves the summary out."""
    first = pack.sections[0]
    if first.key != "summary":
        return None
    return summary(figures, first.needs, project.brief.profile(), contradictions(project))


def contradictions(project: Project) -> tuple[Contradiction, ...]:
    """What the project's cross-checks found, each kind once for each set of registers.

    Readers outside are told no number and no place: how many records clash can be how many people. Readers inside are
    told the sheet, and how many of its rows.
    """
    titles = _titles_by_file(project)
    found = [one for one in project.notes if one.key.startswith("crosscheck.") or one.key == STRANGE_SERVICE]
    if project.brief.profile().protects:
        return tuple(dict.fromkeys(Contradiction(one.key, _registers(one, titles)) for one in found))
    return tuple(_in_full(one, titles) for one in found)


def _titles_by_file(project: Project) -> dict[str, str]:
    """The title of the register that each file holds."""
    sources = project.brief.sources(project.folder)
    return {
        source.path.name: project.tables[key].register.title
        for key, several in sources.items()
        if key in project.tables
        for source in several
    }


def _places(problem: Problem) -> Iterator[Place]:
    yield problem.place
    yield from problem.also


def _registers(problem: Problem, titles: dict[str, str]) -> tuple[str, ...]:
    """The registers that take part, the one to look at first at the head."""
    return tuple(dict.fromkeys(titles[place.file] for place in _places(problem) if place.file in titles))


def _in_full(problem: Problem, titles: dict[str, str]) -> Contradiction:
    first = problem.place
    rows = {_row(place) for place in _places(problem) if (place.file, place.sheet) == (first.file, first.sheet)}
    sheet = str(Place(first.file, first.sheet))
    return Contradiction(problem.key, _registers(problem, titles), sheet, len(rows))


def _row(place: Place) -> str:
    """The number of a row, in whichever way its place is written."""
    return place.cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
