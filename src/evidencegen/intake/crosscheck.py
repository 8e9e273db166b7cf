"""What one register says against another."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from typing import Any

import narwhals as nw

from evidencegen.catalogue import everything_in
from evidencegen.intake import crosschecks
from evidencegen.intake.address import listed
from evidencegen.intake.clash import by_value, likewise, mend, said, seen_from, shown, the_rest, wanted
from evidencegen.intake.contradiction import Cell, Checks, Contradiction, Link, OnTheDay, Twins, Wrong
from evidencegen.intake.kind import Form
from evidencegen.intake.register import Column, Register
from evidencegen.intake.table import Table
from evidencegen.intake.value import written
from evidencegen.period import day_words
from evidencegen.problem import Place, Problem, Severity

Tables = Mapping[str, Table]
Frame = nw.DataFrame[Any]
OTHER, OTHER_ORIGIN, BY = "other cell", "other origin", "joined by"
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
    for checks in everything_in(crosschecks, Checks).values():
        for check in checks.of:
            if isinstance(check, Contradiction):
                yield from _contradictions(check, tables)
            elif isinstance(check, Link):
                yield from _astray(check, tables)
            elif isinstance(check, OnTheDay):
                yield from _off_the_day(check, tables, as_at)
            else:
                yield from _alike(check, tables)


def _kept(tables: Tables, *cells: Cell) -> bool:
    """Whether the workbooks have these columns: what nobody keeps is not asked for."""
    return all(c.register.key in tables and c.name in tables[c.register.key].collected for c in cells)


def _rows(tables: Tables, register: Register) -> Frame:
    return nw.from_native(tables[register.key].rows, eager_only=True)


def _plain(column: str) -> nw.Expr:
    """A reference as it is compared: case and outer spaces set aside."""
    return nw.col(column).str.strip_chars().str.to_lowercase()


def _meant(cell: Cell, column: str) -> nw.Expr:
    """Whether `column` holds what `cell` means."""
    if cell.values:
        return nw.col(column).is_in(list(cell.values)).fill_null(False) & ~nw.col(column).is_null()
    return nw.col(column).is_null() if cell.blank else ~nw.col(column).is_null()


def _contradictions(check: Contradiction, tables: Tables) -> Iterator[Problem]:
    one, other = check.one, check.other
    if not _kept(tables, one, other):
        return
    rows = _rows(tables, one.register)
    beside = (nw.col(other.name).alias(OTHER), nw.col("origin").alias(OTHER_ORIGIN))
    if check.by:
        theirs = _rows(tables, other.register).select(_plain(check.by).alias(BY), *beside)
        rows = rows.filter(~nw.col(check.by).is_null()).with_columns(_plain(check.by).alias(BY))
        rows = rows.join(theirs, on=BY, how="inner")
    else:
        rows = rows.with_columns(*beside)
    wrong = _meant(one, one.name) & _meant(other, OTHER) & _clash(check, one.column)
    if check.unless:
        wrong = wrong & nw.col(check.unless).is_null()
    wrong_rows = rows.filter(wrong.fill_null(False)).sort("origin", OTHER_ORIGIN)
    found = list(wrong_rows.select(one.name, OTHER, "origin", OTHER_ORIGIN).iter_rows())
    if not found:
        return
    first, second = tables[one.register.key], tables[other.register.key]
    places = [first.place(int(o), one.name) for *_, o, _ in found]
    others = [second.place(int(o), other.name) for *_, o in found]
    beside_it = f'"{others[0].column or other.column.title}"'
    yield Problem(
        KEYS[check.wrong],
        places[0],
        said(check, found[0], beside_it, seen_from(others[0], places[0])) + likewise(places),
        wanted(check, beside_it),
        check.why,
        mend(check),
        check.severity,
        the_rest(places, others),
    )


def _clash(check: Contradiction, column: Column) -> nw.Expr:
    text = column.kind.form is Form.TEXT
    one, other = (_plain(name) if text else nw.col(name) for name in (check.one.name, OTHER))
    clashes = {
        Wrong.BEFORE: one < other,
        Wrong.AFTER: one > other,
        Wrong.SAME: one == other,
        Wrong.DIFFERENT: one != other,
        Wrong.WHILE: nw.lit(True),
    }
    return clashes[check.wrong]


def _astray(link: Link, tables: Tables) -> Iterator[Problem]:
    """Values that the other register lacks. Where `when` says that one must stand there, a blank is astray too."""
    column, to = link.column, link.to
    if not _kept(tables, column, to, *([link.when] if link.when else [])):
        return
    table, other = tables[column.register.key], tables[to.register.key]
    there = _rows(tables, to.register).select(_plain(to.name)).get_column(to.name).drop_nulls().unique().to_list()
    known = _plain(column.name).is_in(there).fill_null(False)
    rows = _rows(tables, column.register)
    whys = _told(table, link.when) if link.when else {}
    rows = rows.filter(nw.col("origin").is_in(list(whys)) if link.when else ~nw.col(column.name).is_null())
    values: dict[str, list[Place]] = {}
    told: list[tuple[Place, str]] = []
    for value, origin in rows.filter(~known).select(column.name, "origin").sort("origin").iter_rows():
        values.setdefault(shown(column.column, value), []).append(table.place(int(origin), column.name))
        told += [whys[int(origin)]] if link.when else []
    if not values:
        return
    places = list(dict.fromkeys(place for several in values.values() for place in several))
    words = by_value(values)
    if told:
        words += f', while "{told[0][0].column}" ({seen_from(told[0][0], places[0])}) {told[0][1]}'
    over = _heading(other, to.name)
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


def _told(table: Table, when: Cell) -> dict[int, tuple[Place, str]]:
    """Origins of the rows in which `when` holds, each with the cell that says so and what it says."""
    if when.column.kind.form is not Form.PROSE:
        rows = nw.from_native(table.rows, eager_only=True).filter(_meant(when, when.name))
        return {
            int(origin): (table.place(int(origin), when.name), f"says {shown(when.column, value)}")
            for value, origin in rows.select(when.name, "origin").iter_rows()
        }
    word = re.compile(rf"\b(?:{'|'.join(when.values)})\b", re.IGNORECASE)
    return {
        cell.row: (cell.place, f'has the word "{found}"')
        for cell in table.gated
        if cell.column == when.name and (found := _tells(cell.text, word))
    }


def _tells(text: str, word: re.Pattern[str]) -> str:
    """The first such word in a sentence that refuses nothing: "she did not want an advocate" tells of none."""
    told = (found for sentence in _SENTENCE_ENDS.split(text) if not _REFUSES.search(sentence)
            for found in word.findall(sentence))  # fmt: skip
    return next(told, "").lower()


def _off_the_day(check: OnTheDay, tables: Tables, as_at: date) -> Iterator[Problem]:
    if check.register.key not in tables or (check.when and not _kept(tables, check.when)):
        return
    table, day = tables[check.register.key], datetime.combine(as_at, time())
    rows, when = _rows(tables, check.register), check.when
    if when:
        rows = rows.filter(_meant(when, when.name))
    found: list[tuple[datetime, Any, Place, Place]] = []
    for name in check.columns:
        if name in table.collected:
            off = nw.col(name) > day if check.wrong is Wrong.AFTER else nw.col(name) < day
            off_rows = rows.filter(off.fill_null(False)).select(
                nw.col(when.name if when else name).alias(OTHER), name, "origin"
            )
            for beside, value, origin in off_rows.iter_rows():
                place = table.place(int(origin), name)
                found.append((value, beside, place, table.place(int(origin), when.name) if when else place))
    if not found:
        return
    value, answer, first, beside_it = found[0]
    places = [place for _, _, place, _ in found]
    where = f'"{beside_it.column}" ({seen_from(beside_it, first)})'
    while_so = f", while {where} says {shown(when.column, answer)}" if when else ""
    yield Problem(
        "crosscheck.day_of_figures",
        first,
        f"{written(value)}, {check.wrong.value} the day of the figures{while_so}{likewise(places)}",
        f"a day up to {day_words(as_at)}" if check.wrong is Wrong.AFTER else f"{day_words(as_at)}, or a day after it",
        check.why,
        check.mend,
        Severity.NOTE,
        the_rest(places, [place for *_, place in found]),
    )


def _alike(twins: Twins, tables: Tables) -> Iterator[Problem]:
    if twins.register.key not in tables:
        return
    table = tables[twins.register.key]
    rows = _rows(tables, twins.register).select(*twins.columns, "origin").drop_nulls(list(twins.columns))
    shared = rows.group_by(*twins.columns).agg(nw.len().alias("rows")).filter(nw.col("rows") > 1)
    alike: dict[tuple[object, ...], list[Place]] = {}
    for *values, origin in rows.join(shared, on=list(twins.columns), how="inner").sort("origin").select(
        *twins.columns, "origin"
    ).iter_rows():  # fmt: skip
        alike.setdefault(tuple(values), []).append(table.places[int(origin)])
    if alike:
        titles = [f'"{table.register.column(name).title}"' for name in twins.columns]
        groups = list(alike.values())
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
