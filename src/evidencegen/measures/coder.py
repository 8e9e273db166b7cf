"""The themes of a register's free text, each text coded once."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property

from evidencegen.intake.kind import NOT_APPLICABLE, NOT_RECORDED, Form
from evidencegen.intake.table import Table
from evidencegen.intake.words import key, left_blank
from evidencegen.measures.codebook import shipped_codebook
from evidencegen.measures.coding import Codebook
from evidencegen.problem import Place

_NO_NOTE = frozenset(map(key, (*NOT_RECORDED, *NOT_APPLICABLE, "None", "Nil", "No comment", "No comments")))


def is_note(text: str) -> bool:
    """Whether a cell of prose says anything: a dash, "N/A" and "not recorded" do not."""
    return not left_blank(text) and key(text) not in _NO_NOTE


@dataclass(frozen=True)
class CodedCell:
    """Where a piece of free text stands, and its themes: the text itself stays behind. `row` is its table row."""

    row: int
    place: Place = field(repr=False)
    themes: tuple[str, ...]

    @property
    def marked(self) -> str | None:
        """The themes as a table holds several codes, such as "|home|safe|"; None where there is none."""
        return f"|{'|'.join(self.themes)}|" if self.themes else None


class Coder:
    """Codes texts by one codebook, which is read when the first text comes; no text is coded twice."""

    def __init__(self, read: Callable[[], Codebook]) -> None:
        self._read = read
        self._seen: dict[str, tuple[str, ...]] = {}

    @cached_property
    def codebook(self) -> Codebook:
        """The codebook.

        Raises:
            EvidenceError: the provider's own has something to mend.
        """
        return self._read()

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """The words to print for each theme, in the codebook's order."""
        return {theme.key: theme.title for theme in self.codebook.themes}

    def themes(self, text: str) -> tuple[str, ...]:
        """The themes of a text, in the codebook's order; none is forced on it."""
        if text not in self._seen:
            found = self.codebook.code(text)
            self._seen[text] = tuple(theme for theme in self.titles if theme in found)
        return self._seen[text]

    def cells(self, table: Table, column: str) -> Iterator[CodedCell]:
        """Each cell of one column of prose that is filled in and belongs to a row of the table.

        Raises:
            ValueError: the column is not one of prose.
        """
        if table.register.column(column).kind.form is not Form.PROSE:
            raise ValueError(f"{table.register.key}.{column} is no column of prose")
        for cell in table.gated:
            if cell.column == column and cell.row >= 0 and is_note(cell.text):
                yield CodedCell(cell.row, cell.place, self.themes(cell.text))


@cache
def usual_coder() -> Coder:
    """The coder by the codebook that comes with the package, one for all who ask."""
    return Coder(shipped_codebook)
