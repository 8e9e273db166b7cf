"""The rows behind one figure, for people inside."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from typing import Any

from evidencegen.measures.reading import Reading, Standing, traced
from evidencegen.problem import EvidenceError, Place, Problem
from evidencegen.project import Project, measure

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


def trace(project: Project, key: str, as_at: date | None = None) -> Trace:
    """Where each row of a figure's view stands: counted, in the base, left out and why.

    Raises:
        EvidenceError: there is no such figure; near ones are named.
    """
    views, readings = measure(project, as_at)
    reading = _named(key, readings)
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


def _named(key: str, readings: tuple[Reading, ...]) -> Reading:
    by_key = {reading.key: reading for reading in readings}
    if key in by_key:
        return by_key[key]
    near = get_close_matches(key, list(by_key), n=3)
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
