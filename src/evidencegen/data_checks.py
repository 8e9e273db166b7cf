"""The data checks of a project: written beside the workbooks they are of, replaced, and taken away."""

import os
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from evidencegen.brief import registers
from evidencegen.intake.data_check import DataCheck, is_data_check, write_data_check
from evidencegen.intake.gather import gather
from evidencegen.intake.marked_copy import Copyable, copyable
from evidencegen.intake.register import Register
from evidencegen.intake.source import Source
from evidencegen.problem import Problem
from evidencegen.project import Project

SUFFIX = " - data check.xlsx"
WRITTEN, REMOVED, NOT_WRITTEN = "written", "removed", "not written"


@dataclass(frozen=True)
class Kept:
    """What became of one workbook's data check: `became` is `written`, `removed` or `not written`, and `why`."""

    workbook: Path
    path: Path
    became: str
    why: str = ""


def keep_data_checks(project: Project, made: date) -> tuple[Kept, ...]:
    """A data check beside each workbook with a problem in it, and none beside the others.

    Raises nothing: a folder that cannot be written to is told of, and the problems stand all the same. No
    workbook of the project, and no file that is not a data check of ours, is ever written over.
    """
    read: dict[Path, list[tuple[Register, Source]]] = {}
    known = registers()
    for key, sources in project.brief.sources(project.folder).items():
        for source in sources:
            read.setdefault(Path(os.path.normpath(source.path)), []).append((known[key], source))
    names = Counter(workbook.name for workbook in read)
    kept = []
    for workbook, readings in read.items():
        path = beside(workbook, read)
        problems = _problems_of(workbook.name, project.problems)
        if names[workbook.name] > 1 and problems:
            why = f"two workbooks are called {workbook.name}: give each a name of its own"
            kept.append(Kept(workbook, path, NOT_WRITTEN, why))
        elif became := _keep(workbook, path, problems, readings, made):
            kept.append(became)
    return tuple(kept)


def beside(workbook: Path, others: Collection[Path]) -> Path:
    """Where a data check belongs: `staff - data check.xlsx`; with `staff.csv` in full beside a `staff.xlsx`."""
    alike = [p for p in others if p.parent == workbook.parent and p.stem.casefold() == workbook.stem.casefold()]
    return workbook.with_name((workbook.name if len(alike) > 1 else workbook.stem) + SUFFIX)


def _problems_of(file: str, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems with a place in a file, first or among the others that share it."""
    return tuple(p for p in problems if any(place.file == file for place in (p.place, *p.also)))


def _keep(
    workbook: Path, path: Path, problems: Sequence[Problem], readings: Sequence[tuple[Register, Source]], made: date
) -> Kept | None:
    """Write, replace or take away one data check; None where there was nothing to do."""
    places = [place for p in problems for place in (p.place, *p.also) if place.file == workbook.name]
    has_place = any(place.sheet or place.cell or place.column for place in places)
    try:
        if path.exists() and not is_data_check(path):
            other = "a file of this name is no data check of ours, and was left alone: give it another name"
            return Kept(workbook, path, NOT_WRITTEN, other) if has_place else None
        if has_place:
            write_data_check(path, DataCheck(workbook.name, tuple(problems), _sheets(readings)), made)
            return Kept(workbook, path, WRITTEN)
        if path.exists():
            path.unlink()
            return Kept(workbook, path, REMOVED, "nothing in the workbook is left to mend or to look at")
    except OSError as error:
        if not has_place and not path.exists():
            return None
        deed = "be written" if has_place else "be removed"
        why = f"it cannot {deed} ({error.strerror}): close it in Excel, and see that you may write in this folder"
        return Kept(workbook, path, NOT_WRITTEN, why)
    return None


def _sheets(readings: Iterable[tuple[Register, Source]]) -> Mapping[str, Copyable]:
    """The sheets of a workbook as read; it is opened again, so that a sound project need not keep its sheets."""
    sheets: dict[str, Copyable] = {}
    for register, source in readings:
        gathered, _ = gather(register, source)
        if gathered is not None:
            one = copyable(register, gathered)
            name = gathered.sheet.name
            sheets[name] = sheets[name].and_also(one) if name in sheets else one
    return sheets
