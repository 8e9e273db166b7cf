"""Figures of earlier reports to the board taken again today: which come out otherwise, and why."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from evidencegen.brief import FILE
from evidencegen.measures.reading import take
from evidencegen.measures.view import Views
from evidencegen.packs.board import Again, Restated
from evidencegen.period import day_words
from evidencegen.problem import EvidenceError
from evidencegen.project import Project, measures_of
from evidencegen.release.figure import Figure, per_cent
from evidencegen.release.issued import Issued, read_kept
from evidencegen.release.protection import release_all

CORRECTED = "rows entered or corrected since"
SAME_IN_ALL = ("counted", "out_of", "mark", "median", "ninetieth", "waiting")


def again_of(project: Project) -> tuple[Again, ...]:
    """Each earlier report that the brief names for the board, its figures taken again.

    They are taken from the workbooks as they are today, as at the day and over the period of that report: what
    became known only later is not in them, so that a figure differs only where rows with earlier days were entered,
    corrected or taken out, or where it is worked out in another way.

    Raises:
        EvidenceError: a report cannot be read, or is not one for people inside; with its line in the brief.
    """
    board = project.brief.packs.get("board")
    found, problems = [], []
    for at, path in enumerate(board.earlier if board else ()):
        try:
            found.append(_again(project, read_kept(project.folder / path)))
        except EvidenceError as error:
            settings = FILE.read(project.folder)
            way = ("packs", "board", "earlier", at)
            told = error.problems[0]
            problems.append(settings.problem(way, f"`{path}`: {told.found}", told.wanted, "earlier"))
    if problems:
        raise EvidenceError(tuple(problems))
    return tuple(found)


def _again(project: Project, report: Issued) -> Again:
    setting = project.brief.setting(report.as_at, period=report.period)
    views = Views(project.tables, setting)
    wanted = {key.partition("[")[0] for key in report.figures}
    readings = [r for key, one in measures_of(project).items() if key in wanted for r in take(one, views)]
    now = release_all(readings, project.brief.profile("internal"), views)
    gone = tuple(dict.fromkeys(f["title"] for key, f in report.figures.items() if "[" not in key and key not in now))
    return Again(
        report.file,
        f"{day_words(report.as_at)} ({report.period})",
        sum(key in now for key in report.figures),
        tuple(_changed(report.figures, now)),
        gone,
    )


def _changed(printed: Mapping[str, Mapping[str, Any]], now: Mapping[str, Figure]) -> Iterator[Restated]:
    """Every whole figure that differs, and each part that does where its whole does not."""
    moved = {key for key, figure in now.items() if key in printed and _differs(printed[key], figure)}
    for key in moved if len(moved) < 2 else (key for key in now if key in moved):
        whole = key.partition("[")[0]
        if key != whole and whole in moved:
            continue
        was, figure = printed[key], now[key]
        title = figure.title + (f", {figure.group}" if figure.group else "")
        yield Restated(key, title, _printed(was), _told(figure), why(was, figure))


def _differs(was: Mapping[str, Any], figure: Figure) -> bool:
    now = figure.as_dict()
    return any(was.get(name) != now[name] for name in SAME_IN_ALL)


def _printed(was: Mapping[str, Any]) -> str:
    """A figure as an earlier report printed it: `80% (24 of 30)`."""
    if was["mark"]:
        return str(was["mark"])
    if was.get("median") is not None:
        return f"half within {was['median']} {was['unit']}"
    if was["out_of"] is None:
        return f"{was['counted']:,}"
    counts = f"{was['counted']:,} of {was['out_of']:,}"
    return counts if was["per_cent"] is None else f"{per_cent(Fraction(was['counted'], was['out_of']))} ({counts})"


def _told(figure: Figure) -> str:
    """A figure as it comes out today, in the same words."""
    return _printed(figure.as_dict())


def why(was: Mapping[str, Any], figure: Figure) -> str:
    """What lies behind the difference, as far as the two figures tell."""
    told = [] if was["definition"] == figure.definition else ["worked out in another way since: see its note"]
    if bool(was["mark"]) != bool(figure.mark):
        return "; ".join([*told, "it can be counted now" if was["mark"] else "it can no longer be counted"])
    base = (figure.out_of or 0) - (was["out_of"] or 0)
    counted = (figure.counted or 0) - (was["counted"] or 0)
    if figure.count_only and counted:
        told.append(f"{_more(counted, figure)} on record")
    elif base:
        told.append(f"{_more(base, figure)} in the base")
        if counted != base:
            told.append(f"{_bare(counted)} counted" if counted else "as many counted")
    elif counted:
        told.append(f"{_bare(counted)} counted, out of as many")
    if len(told) == (was["definition"] != figure.definition):
        return told[0] if told else CORRECTED
    return "; ".join(told)


def _more(by: int, figure: Figure) -> str:
    return f"{_bare(by)} {figure.of.one if abs(by) == 1 else figure.of.many}"


def _bare(by: int) -> str:
    return f"{abs(by):,} {'more' if by > 0 else 'fewer'}"
