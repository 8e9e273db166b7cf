"""The reading of a sheet into whole columns."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from evidencegen.intake.account import Account
from evidencegen.intake.address import letters
from evidencegen.intake.columns import twins
from evidencegen.intake.gather import Gathered, gather
from evidencegen.intake.kind import Form
from evidencegen.intake.register import Register
from evidencegen.intake.source import Source
from evidencegen.intake.value import Read, written
from evidencegen.problem import HIDDEN, EvidenceError, Place, Problem, Severity

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True)
class GatedCell:
    """A name or a piece of prose, kept out of every table and handed to the gates alone.

    `row` is the `origin` of the table row it stood in, or -1 where no row was made of it: a
    person in a training matrix with no course yet.
    """

    column: str
    text: str = field(repr=False)
    place: Place = field(repr=False)
    row: int


@dataclass(frozen=True)
class Table:
    """One register, read and checked. One row is `register.one_row_is`.

    `rows` is a data frame of any library Narwhals carries (pandas by default) with
    exactly `register.column_names` and `origin`, a whole number from 0 that names the row;
    `places[origin]` is where it stands. Forms: TEXT and ONE are strings, MANY is a string
    such as "|fear|trauma|", DATE a datetime, NUMBER and MONTHS numbers; a blank cell is null.
    `collected` names the columns the workbook has: the others are null throughout
    because nobody keeps them, which is not the same as blank. `headed` says over which column
    of a file and sheet each name stands: its letters and its heading.
    """

    register: Register
    rows: Any
    places: tuple[Place, ...]
    collected: frozenset[str]
    gated: tuple[GatedCell, ...] = ()
    accounts: tuple[Account, ...] = ()
    notes: tuple[Problem, ...] = ()
    headed: Mapping[tuple[str, str], Mapping[str, tuple[str, str]]] = field(default_factory=dict, repr=False)

    def place(self, origin: int, name: str) -> Place:
        """The cell in which a row holds what stands under `name`; the row's own place where it has no such cell."""
        row = self.places[origin]
        over, heading = self.headed.get((row.file, row.sheet), {}).get(name, ("", ""))
        return Place(row.file, row.sheet, over + row.cell.lstrip(_LETTERS), heading) if over else row


def read_register(register: Register, source: Source, *, backend: str = "pandas") -> Table:
    """The register kept in one sheet.

    Raises:
        EvidenceError: with every problem that must be mended first, all at once.
    """
    return read_sources(register, (source,), backend=backend)


def read_sources(register: Register, sources: Sequence[Source], *, backend: str = "pandas") -> Table:
    """The register kept in several sheets or files, one after another in one table.

    Raises:
        EvidenceError: with every problem that must be mended first, all at once.
    """
    table, problems = examine(register, sources, backend=backend)
    if table is None:
        raise EvidenceError(tuple(p for p in problems if p.severity.blocks))
    return table


def examine(
    register: Register, sources: Sequence[Source], *, backend: str = "pandas"
) -> tuple[Table | None, tuple[Problem, ...]]:
    """The table and its notes, or None and every problem (notes among them); raises nothing.

    For a caller that reads all registers before it reports on any.
    """
    sheets: list[Gathered] = []
    problems: list[Problem] = []
    for source in sources:
        sheet, found = gather(register, source)
        problems += found
        if sheet is not None:
            sheets.append(sheet)
    return assemble(register, sheets, problems, backend)


def assemble(
    register: Register, sheets: Sequence[Gathered], problems: Sequence[Problem], backend: str
) -> tuple[Table | None, tuple[Problem, ...]]:
    """One table from what the sheets gave, unless something has to be mended first."""
    places = _places(sheets)
    values = _joined(register, sheets)
    problems = (*problems, *_duplicates(register, values, places))
    if any(p.severity.blocks for p in problems):
        return None, problems
    table = Table(
        register,
        _frame(register, values, len(places), backend),
        places,
        frozenset(name for r in sheets for name in (*r.layout.columns, *r.headings.columns)),
        _gated(register, sheets),
        tuple(one.account for one in sheets),
        problems,
        _headed(sheets),
    )
    return table, problems


def _places(sheets: Sequence[Gathered]) -> tuple[Place, ...]:
    """Where each row of the table stands: a row of a list, a cell of a matrix."""
    places: list[Place] = []
    for one in sheets:
        over = one.layout.over or (0,) * len(one.layout.rows)
        titles = {column: one.headings.title(column) if column else "" for column in set(over)}
        places += [one.sheet.place(r, c, titles[c]) for r, c in zip(one.layout.rows, over, strict=True)]
    return tuple(places)


def _headed(sheets: Sequence[Gathered]) -> dict[tuple[str, str], dict[str, tuple[str, str]]]:
    """Letters and heading of each column that stands in one place; the course columns of a matrix do not."""
    return {
        (one.sheet.file, one.sheet.name): {
            name: (letters(number), one.headings.title(number)) for name, number in one.layout.at.items() if number
        }
        for one in sheets
    }


def _joined(register: Register, sheets: Sequence[Gathered]) -> dict[str, list[Read]]:
    joined: dict[str, list[Read]] = {name: [] for name in sorted(register.column_names)}
    for one in sheets:
        for name, values in joined.items():
            values.extend(one.columns.values.get(name) or [None] * len(one.layout.rows))
    return joined


def _duplicates(register: Register, values: dict[str, list[Read]], places: Sequence[Place]) -> list[Problem]:
    """A problem for each row whose unique columns say the same as an earlier row's."""
    if not register.unique:
        return []
    columns = [register.column(name) for name in register.unique]
    hidden = any(column.hidden for column in columns)
    keys = list(zip(*(values[name] for name in register.unique), strict=True))
    titles = " and ".join(f'"{column.title}"' for column in columns)
    return [
        Problem(
            key="row.duplicate",
            place=places[second],
            found=f"the same {titles} as in {_other(places[first], places[second])}: "
            + (HIDDEN if hidden else " and ".join(written(v) for v in keys[second] if v is not None)),
            wanted=f"{register.one_row_is} in each row",
            why="a row that stands there twice would be counted twice",
            mend="take one of the two rows out, or correct what names it",
            severity=Severity.MEND,
            also=(places[first],),
        )
        for first, second in twins(keys)
    ]


def _other(one: Place, other: Place) -> str:
    """Where an earlier row stands, as briefly as another place beside it allows."""
    return f"row {one.cell}" if (one.file, one.sheet) == (other.file, other.sheet) else str(one)


def _gated(register: Register, sheets: Sequence[Gathered]) -> tuple[GatedCell, ...]:
    cells: list[GatedCell] = []
    start = 0
    for one in sheets:
        titles = {column: one.headings.title(column) for column in one.headings.columns.values()}
        for name, value, row, column, position in one.layout.gated:
            text = written(value).strip()
            if text:
                place = one.sheet.place(row, column, titles[column])
                cells.append(GatedCell(name, text, place, start + position if position >= 0 else -1))
        start += len(one.layout.rows)
    return tuple(cells)


def _frame(register: Register, values: dict[str, list[Read]], length: int, backend: str) -> Any:
    """A data frame with every column of its declared type, whether or not anything stands in it."""
    import narwhals as nw  # slow to import

    library: Any = backend

    types: dict[Form, Any] = {
        Form.DATE: nw.Datetime("us"),
        Form.NUMBER: nw.Float64(),
        Form.MONTHS: nw.Float64(),
    }
    schema = {name: types.get(register.column(name).kind.form, nw.String()) for name in values}
    columns = {**values, "origin": list(range(length))}
    return nw.from_dict(columns, {**schema, "origin": nw.Int64()}, backend=library).to_native()
