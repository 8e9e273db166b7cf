"""Which file and sheet a register is kept in, and its owner's own words for headings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Source:
    """One sheet to read, as the brief names it.

    `sheet` and `heading_row` may be left to be found. `cells` says what the cells of a
    training matrix hold, `completed_on` or `expires_on`: it is asked for, never guessed.
    `columns` gives the owner's headings for a column by its name here, and goes before
    every word the register knows; `values` gives, by column, the code that each of the owner's own
    words in its cells stands for.
    """

    path: Path
    sheet: str | None = None
    heading_row: int | None = None
    cells: str | None = None
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
