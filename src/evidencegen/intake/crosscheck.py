"""What one register says against another."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time
from operator import eq, gt, lt, ne
from typing import Any

import narwhals as nw

from evidencegen.catalogue import everything_in
from evidencegen.intake import crosschecks
from evidencegen.intake.address import listed
from evidencegen.intake.clash import by_value, likewise, mend, said, seen_from, shown, the_rest, wanted
from evidencegen.intake.contradiction import Cell, Checks, Contradiction, Link, OnTheDay, Twins, Wrong, given
from evidencegen.intake.kind import Form
from evidencegen.intake.register import Register
from evidencegen.intake.table import Table
from evidencegen.intake.value import written
from evidencegen.period import day_words
from evidencegen.problem import Place, Problem, Severity

Tables = Mapping[str, Table]
CLASHES = {Wrong.BEFORE: lt, Wrong.AFTER: gt, Wrong.SAME: eq, Wrong.DIFFERENT: ne}
KEYS = {
    Wrong.BEFORE: "crosscheck.order",
    Wrong.AFTER: "crosscheck.order",
    Wrong.SAME: "crosscheck.same",
    Wrong.DIFFERENT: "crosscheck.different",
    Wrong.WHILE: "crosscheck.contradiction",
}
_SENTENCE_ENDS = re.compile(r"[.!?\n]+")
_REFUSES = re.compile(r"\b(?:no|not|never|none|nobody|without|declined|refused)\b|n['\u2019]t\b", re.IGNORECASE)


def cross_check(tables: Tables, as_at: date) -> Iterator[Problem]:
    """Cells that another register, another column or the day of the figures does not bear out.

    Rows that clash in one way are one problem: it stands at the first of them, and its `also` names every
    other cell that takes part, on either side.
    """
    registers = _Registers(tables)
    for checks in everything_in(crosschecks, Checks).values():
        for check in checks.of:
            if isinstance(check, Contradiction):
                yield from _contradictions(check, registers)
            elif isinstance(check, Link):
                yield from _astray(check, registers)
            elif isinstance(check, OnTheDay):
                yield from _off_the_day(check, registers, as_at)
            else:
                yield from _alike(check, registers)


class _Registers:
    """The tables, and their columns as lists, each fetched once: rows are numbered from 0, a blank cell is None."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self._columns: dict[tuple[str, str], list[Any]] = {}

    def keep(self, *cells: Cell) -> bool:
        """Whether the workbooks have these columns: what nobody keeps is not asked for."""
        tables = self.tables
        return all(c.register.key in tables and c.name in tables[c.register.key].collected for c in cells)

    def column(self, register: Register, name: str) -> list[Any]:
        """Every cell of a column."""
        key = register.key, name
        if key not in self._columns:
            rows = nw.from_native(self.tables[register.key].rows, eager_only=True)
            self._columns[key] = [cell if cell == cell else None for cell in rows.get_column(name).to_list()]
        return self._columns[key]

    def plain(self, register: Register, name: str) -> list[str | None]:
        """A column of references as they are compared: case and outer spaces set aside."""
        return [_plain(cell) for cell in self.column(register, name)]

    def met(self, cell: Cell) -> list[int]:
        """The rows in which a column holds what `cell` means, in the order of the register."""
        held = self.column(cell.register, cell.name)
        if cell.values:
            return [row for row, value in enumerate(held) if value in cell.values]
        return [row for row, value in enumerate(held) if (value is None) is cell.blank]

    def places(self, register: Register, name: str, rows: Iterable[int]) -> list[Place]:
        """Where these rows have what stands under `name`."""
        table, origins = self.tables[register.key], self.column(register, "origin")
        return [table.place(origins[row], name) for row in rows]


def _plain(reference: str | None) -> str | None:
    return None if reference is None else reference.strip().lower()


def _contradictions(check: Contradiction, registers: _Registers) -> Iterator[Problem]:
    one, other = check.one, check.other
    if not registers.keep(one, other):
        return
    firsts = registers.column(one.register, one.name)
    seconds = registers.column(other.register, other.name)
    clash = [(a, b) for a, b in _beside(check, registers) if _clashes(check, firsts[a], seconds[b])]
    if not clash:
        return
    places = registers.places(one.register, one.name, (a for a, _ in clash))
    others = registers.places(other.register, other.name, (b for _, b in clash))
    beside_it = f'"{others[0].column or other.column.title}"'
    found = firsts[clash[0][0]], seconds[clash[0][1]]
    yield Problem(
        KEYS[check.wrong],
        places[0],
        said(check, found, beside_it, seen_from(others[0], places[0])) + likewise(places),
        wanted(check, beside_it),
        check.why,
        mend(check),
        check.severity,
        the_rest(places, others),
    )


def _beside(check: Contradiction, registers: _Registers) -> Iterator[tuple[int, int]]:
    """The rows that hold what both cells mean: of one register the same row twice, of two those joined."""
    one, other = check.one, check.other
    rows, theirs = registers.met(one), registers.met(other)
    if check.unless:
        excused = registers.column(one.register, check.unless)
        rows = [row for row in rows if excused[row] is None]
    if not check.by:
        also = set(theirs)
        yield from ((row, row) for row in rows if row in also)
    elif rows and theirs:
        joined: dict[str | None, list[int]] = {}
        references = registers.plain(other.register, check.by)
        for row in theirs:
            joined.setdefault(references[row], []).append(row)
        joined.pop(None, None)
        references = registers.plain(one.register, check.by)
        yield from ((row, their) for row in rows for their in joined.get(references[row], ()))


def _clashes(check: Contradiction, one: Any, other: Any) -> bool:
    if check.wrong is Wrong.WHILE:
        return True
    if one is None or other is None:
        return False
    text = check.one.column.kind.form is Form.TEXT
    return bool(CLASHES[check.wrong](*((_plain(one), _plain(other)) if text else (one, other))))


def _astray(link: Link, registers: _Registers) -> Iterator[Problem]:
    """Values that the other register lacks. Where `when` says that one must stand there, a blank is astray too."""
    column, to = link.column, link.to
    if not registers.keep(column, to, *([link.when] if link.when else [])):
        return
    there = set(registers.plain(to.register, to.name)) - {None}
    held = registers.column(column.register, column.name)
    whys = _told(registers, link.when) if link.when else {}
    values: dict[str, list[Place]] = {}
    told: list[tuple[Place, str]] = []
    for row in whys if link.when else registers.met(given(column.register, column.name)):
        if _plain(held[row]) not in there:
            values.setdefault(shown(column.column, held[row]), []).extend(
                registers.places(column.register, column.name, [row])
            )
            told += [whys[row]] if link.when else []
    if not values:
        return
    places = list(dict.fromkeys(place for several in values.values() for place in several))
    words = by_value(values)
    if told:
        words += f', while "{told[0][0].column}" ({seen_from(told[0][0], places[0])}) {told[0][1]}'
    over = _heading(registers.tables[to.register.key], to.name)
    yield Problem(
        "crosscheck.missing" if link.when else "crosscheck.unknown",
        places[0],
        words,
        f'a value that the {to.register.title.lower()} has under "{over.column}"',
        link.why,
        mend(link),
        Severity.NOTE,
        (*places[1:], *(place for place, _ in told), over),
    )


def _told(registers: _Registers, when: Cell) -> dict[int, tuple[Place, str]]:
    """The rows in which `when` holds, each with the cell that says so and what it says."""
    if when.column.kind.form is not Form.PROSE:
        rows, held = registers.met(when), registers.column(when.register, when.name)
        places = registers.places(when.register, when.name, rows)
        return {row: (place, f"says {shown(when.column, held[row])}") for row, place in zip(rows, places, strict=True)}
    word = re.compile(rf"\b(?:{'|'.join(when.values)})\b", re.IGNORECASE)
    at = {origin: row for row, origin in enumerate(registers.column(when.register, "origin"))}
    found = {
        at[cell.row]: (cell.place, f'has the word "{said}"')
        for cell in registers.tables[when.register.key].gated
        if cell.column == when.name and cell.row in at and (said := _tells(cell.text, word))
    }
    return dict(sorted(found.items()))


def _tells(text: str, word: re.Pattern[str]) -> str:
    """The first such word in a sentence that refuses nothing: "she did not want an advocate" tells of none."""
    told = (found for sentence in _SENTENCE_ENDS.split(text) if not _REFUSES.search(sentence)
            for found in word.findall(sentence))  # fmt: skip
    return next(told, "").lower()


def _off_the_day(check: OnTheDay, registers: _Registers, as_at: date) -> Iterator[Problem]:
    register, when = check.register, check.when
    if register.key not in registers.tables or (when and not registers.keep(when)):
        return
    day, off = datetime.combine(as_at, time()), CLASHES[check.wrong]
    found: list[tuple[str, int]] = []
    for name in check.columns:
        if name in registers.tables[register.key].collected:
            days = registers.column(register, name)
            rows = registers.met(when or given(register, name))
            found += [(name, row) for row in rows if days[row] is not None and off(days[row], day)]
    if not found:
        return
    places = [place for name, row in found for place in registers.places(register, name, [row])]
    others = registers.places(register, when.name, (row for _, row in found)) if when else places
    name, row = found[0]
    while_so = ""
    if when:
        answer = shown(when.column, registers.column(register, when.name)[row])
        while_so = f', while "{others[0].column}" ({seen_from(others[0], places[0])}) says {answer}'
    yield Problem(
        "crosscheck.day_of_figures",
        places[0],
        f"{written(registers.column(register, name)[row])}, {check.wrong.value} the day of the figures"
        f"{while_so}{likewise(places)}",
        f"a day up to {day_words(as_at)}" if check.wrong is Wrong.AFTER else f"{day_words(as_at)}, or a day after it",
        check.why,
        check.mend,
        Severity.NOTE,
        the_rest(places, others),
    )


def _alike(twins: Twins, registers: _Registers) -> Iterator[Problem]:
    if twins.register.key not in registers.tables:
        return
    table = registers.tables[twins.register.key]
    shared: dict[tuple[object, ...], list[int]] = {}
    columns = [registers.column(twins.register, name) for name in twins.columns]
    for row, values in enumerate(zip(*columns, strict=True)):
        shared.setdefault(values, []).append(row)
    origins = registers.column(twins.register, "origin")
    groups = [
        [table.places[origins[row]] for row in rows]
        for values, rows in shared.items()
        if len(rows) > 1 and None not in values
    ]
    if groups:
        titles = [f'"{table.register.column(name).title}"' for name in twins.columns]
        together = listed(" and ".join(seen_from(place, groups[0][0]) for place in group) for group in groups)
        yield Problem(
            "crosscheck.twice",
            groups[0][0],
            f"rows that share {', '.join(titles)}: {together}",
            f"{table.register.one_row_is} in each row",
            twins.why,
            "take one of them out if they are the same; a pack can be built without it",
            Severity.NOTE,
            tuple(place for group in groups for place in group)[1:],
        )


def _heading(table: Table, name: str) -> Place:
    """The column in which the values of `name` would stand."""
    for (file, sheet), columns in table.headed.items():
        if name in columns:
            return Place(file, sheet, "", columns[name][1])
    return Place("", "", "", table.register.column(name).title)
