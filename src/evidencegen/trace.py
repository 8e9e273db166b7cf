"""The rows behind one figure, for people inside."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from evidencegen.measures.condition import Setting
from evidencegen.measures.reading import Reading, Standing, take, traced
from evidencegen.measures.view import Views
from evidencegen.problem import EvidenceError, Place, Problem
from evidencegen.project import Project, measures_of

FIRST = (Standing.COUNTED.value, Standing.NOT_COUNTED.value)
LAST = (Standing.OUT_OF_SCOPE.value, Standing.OUT_OF_PERIOD.value)


@dataclass(frozen=True)
class Trace:
    """A figure with its definition, and for each standing the rows: each row all the places it rests on."""

    key: str
    title: str
    counts: str
    definition: str
    rows: Mapping[str, tuple[tuple[Place, ...], ...]] = field(repr=False)

    def as_dict(self) -> dict[str, Any]:
        """The same for a program."""
        rows = {
            standing: [[{"file": p.file, "sheet": p.sheet, "cell": p.cell} for p in row] for row in places]
            for standing, places in self.rows.items()
        }
        return {
            "key": self.key,
            "title": self.title,
            "counts": self.counts,
            "definition": self.definition,
            "rows": rows,
        }


def trace(project: Project, key: str, setting: Setting | None = None) -> Trace:
    """Where each row of a figure's view stands: counted, in the base, left out and why.

    Raises:
        EvidenceError: there is no such figure; near ones are named.
    """
    views, reading = named(project, key, setting)
    rows: dict[str, list[tuple[Place, ...]]] = {}
    for standing, places in traced(reading, views):
        rows.setdefault(standing, []).append(places)
    reasons = [exclusion.reason for exclusion in reading.measure.excluded]
    order = [s for s in (*FIRST, *reasons, *LAST) if s in rows]
    title = reading.measure.title + (f", {reading.group.words}" if reading.group else "")
    counts = reading.absent or f"{reading.counted:,}"
    if not reading.absent and not reading.measure.count_only:
        counts += f" of {reading.out_of:,}"
    definition = reading.measure.definition(views.setting)
    return Trace(key, title, counts, definition, {standing: tuple(rows[standing]) for standing in order})


def named(project: Project, key: str, setting: Setting | None = None) -> tuple[Views, Reading]:
    """The reading of one key, such as `msp.asked[service=Rowan House]`, whether or not its measure declares the part.

    Raises:
        EvidenceError: there is no such figure; near ones are named.
    """
    views = Views(project.tables, setting or project.brief.setting())
    measures = measures_of(project)
    own, _, part = key.partition("[")
    column = part.partition("=")[0]
    if own in measures and (not part or column in measures[own].view.parts | {measures[own].among}):
        by = (column,) if part else ()
        readings = {reading.key: reading for reading in take(measures[own], views, by)}
    else:
        readings = {name: Reading(one, views.setting) for name, one in measures.items()}
    if key in readings and own in measures:
        return views, readings[key]
    near = get_close_matches(key, list(readings), n=3)
    raise EvidenceError(
        (
            Problem(
                key="figure.unknown",
                place=Place(f"figure {key}"),
                found="no figure has this key",
                wanted=f"a key that `evidencegen figures` prints{f', such as {near[0]}' if near else ''}",
                why="a figure is traced by its key",
                mend=f"did you mean {' or '.join(near)}?" if near else "list the keys with `evidencegen figures`",
            ),
        )
    )
