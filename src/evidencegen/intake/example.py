"""The invented row of a blank workbook, and what its owner has made of it."""

from collections.abc import Iterator
from datetime import date, datetime, time

from evidencegen.intake.account import EXAMPLE
from evidencegen.intake.address import a1, listed
from evidencegen.intake.heading import Headings
from evidencegen.intake.kind import Form
from evidencegen.intake.records import EXAMPLE_MARK, Records
from evidencegen.intake.register import Column, Register
from evidencegen.intake.sheet import Sheet, Value
from evidencegen.intake.value import written
from evidencegen.intake.words import plain
from evidencegen.problem import Problem, Severity

_NOBODYS_WORDS = (Form.TEXT, Form.NAME, Form.PROSE)


def example(column: Column, first: bool) -> str | int | date:
    """An invented value for the example row, such as nobody could hold."""
    if first:
        return f"{EXAMPLE_MARK} - this row is not read"
    codes = list(column.kind.codes.values())
    values: dict[Form, str | int | date] = {
        Form.DATE: date(2026, 4, 1),
        Form.NUMBER: 10,
        Form.MONTHS: 12,
        Form.NAME: "Ann Example",
        Form.PROSE: "Ann Example told us, on 07700 900123, what she wanted to happen.",
        Form.ONE: codes[0][0] if codes else "",
        Form.MANY: "; ".join(words[0] for words in codes[:2]),
        Form.TEXT: "EX-001" if column.private else "Example",
    }
    return values[column.kind.form]


def what_became_of_it(
    sheet: Sheet, register: Register, headings: Headings, records: Records, ours: bool
) -> Iterator[Problem]:
    """A note where an example row holds somebody's own words, so that no record is left out unseen.

    In a blank workbook of `ours`, also what must be mended where a record still says what the example said.
    """
    first = register.columns[0].name
    wrote = {
        number: _as_read(example(register.column(name), first=name == first))
        for name, number in headings.columns.items()
    }
    marked = headings.columns.get(first, 0)
    rows = [row for row, reason in records.left_out.items() if reason == EXAMPLE]
    changed = [(r, c) for r in rows for c in wrote if c != marked and _other(sheet.rows[r].get(c), wrote[c])]
    if changed:
        yield _typed_over(sheet, register, headings, changed, marked)
    if ours:
        telling = [
            (number, wrote[number])
            for name, number in headings.columns.items()
            if name != first and register.column(name).kind.form in _NOBODYS_WORDS
        ]
        if left := [(row, c) for row in records.rows for c, words in telling if sheet.rows[row].get(c) == words]:
            yield _left_over(sheet, headings, left)


def _as_read(value: str | int | date) -> Value:
    return datetime.combine(value, time()) if isinstance(value, date) else value


def _other(value: Value | None, ours: Value) -> bool:
    return value is not None and plain(written(value)) != plain(written(ours))


def _typed_over(
    sheet: Sheet, register: Register, headings: Headings, cells: list[tuple[int, int]], marked: int
) -> Problem:
    row, column = cells[0]
    mark = a1(row, marked) if marked else f"row {row}"
    return Problem(
        key="row.example_changed",
        place=sheet.place(row, column, headings.title(column)),
        found=f"a row that is not read, because it starts with {EXAMPLE_MARK}, with words of your own in "
        + listed(a1(*cell) for cell in cells),
        wanted=f'{register.one_row_is} with its own "{register.columns[0].title}", or the example as it was',
        why="a record typed over the example row is left out for as long as the word stands there",
        mend=f"if it is a record, type over {mark} too; if it is an example, leave it or delete the row",
        severity=Severity.NOTE,
        also=tuple(sheet.place(r, c, headings.title(c)) for r, c in cells[1:]),
    )


def _left_over(sheet: Sheet, headings: Headings, cells: list[tuple[int, int]]) -> Problem:
    row, column = cells[0]
    return Problem(
        key="cell.example",
        place=sheet.place(row, column, headings.title(column)),
        found=f"words of the example row in a row that is read: {listed(a1(*cell) for cell in cells)}",
        wanted="what your own records say, or a blank cell",
        why="what we invented for the example would be counted as if it had happened",
        mend=f"look at every cell of row {row}: type over what is left of the example, or delete the row",
        severity=Severity.MEND,
        also=tuple(sheet.place(r, c, headings.title(c)) for r, c in cells[1:]),
    )
