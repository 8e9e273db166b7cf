"""What the rows of a breakdown hold that are not named one by one."""

from collections.abc import Sequence
from dataclasses import dataclass

from evidencegen.release.figure import Figure, Mark


@dataclass(frozen=True)
class Reach:
    """Between which two figures those of one column lie, under the column's heading."""

    heading: str
    lowest: Figure
    highest: Figure

    @property
    def alike(self) -> bool:
        """Whether both print the same."""
        return self.lowest.amount == self.highest.amount


@dataclass(frozen=True)
class Rest:
    """So many rows that are not named: how far each column reaches, where each figure of it has a percentage.

    `clear` says that in the first column each of them has nothing counted, and none is hidden; `unseen` that some of
    the first column are hidden.
    """

    number: int
    clear: bool
    unseen: bool
    reaches: tuple[Reach, ...]

    @property
    def one(self) -> bool:
        """Whether it is a single row."""
        return self.number == 1


def rest_of(rows: Sequence[Sequence[Figure]], headings: Sequence[str]) -> Rest | None:
    """What rows hold, each given by its figures, one for each heading; None where there is no row."""
    if not rows:
        return None
    first = [row[0] for row in rows]
    clear = all(f.mark is Mark.NOT_APPLICABLE or (f.mark is None and not f.counted) for f in first)
    reaches = []
    for heading, column in zip(headings, zip(*rows, strict=True), strict=True):
        if all(f.mark is None and f.share is not None for f in column):
            in_order = sorted(column, key=lambda f: f.share or 0)
            reaches.append(Reach(heading, in_order[0], in_order[-1]))
    return Rest(len(rows), clear, any(f.mark is Mark.SUPPRESSED for f in first), tuple(reaches))


def needs_naming(figure: Figure) -> bool:
    """Whether something is shown to be lacking: something counted where less is better, not all where more is."""
    if figure.mark is not None or figure.counted is None:
        return False
    return figure.counted > 0 if figure.lower_is_better else figure.counted < (figure.out_of or 0)
