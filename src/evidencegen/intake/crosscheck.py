"""What one register says against another."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import narwhals as nw

from evidencegen.intake.register import Register
from evidencegen.intake.registers.actions import ACTIONS
from evidencegen.intake.registers.advocacy import ADVOCACY
from evidencegen.intake.registers.required_training import REQUIRED_TRAINING
from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.supervision import SUPERVISION
from evidencegen.intake.registers.training import TRAINING
from evidencegen.intake.table import Table
from evidencegen.problem import HIDDEN, Place, Problem, Severity

MOST_PLACES = 12


@dataclass(frozen=True)
class Link:
    """A column whose values should stand in another register."""

    register: Register
    column: str
    to: Register
    to_column: str
    why: str


LINKS = (
    Link(TRAINING, "staff", STAFF, "staff", "a record for nobody on the staff register counts for nobody"),
    Link(
        SUPERVISION,
        "staff",
        STAFF,
        "staff",
        "a session for nobody on the staff register belongs to no service",
    ),
    Link(TRAINING, "course", REQUIRED_TRAINING, "course", "a course that no role requires counts in no figure"),
    Link(
        REQUIRED_TRAINING,
        "course",
        TRAINING,
        "course",
        "a required course with no records counts as never done",
    ),
    Link(
        ADVOCACY,
        "concern",
        SAFEGUARDING,
        "concern",
        "a referral for no known concern cannot show that we asked",
    ),
    Link(SAFEGUARDING, "action", ACTIONS, "action", "learning is shown by the action that followed"),
)


@dataclass(frozen=True)
class Clash:
    """Rows of one register that cannot all be right: `given` is filled while `lacking` is blank."""

    register: Register
    given: str
    values: tuple[str, ...]
    lacking: str
    why: str


CLASHES = (
    Clash(
        SAFEGUARDING,
        "outcome_achieved",
        ("fully", "partly", "not_achieved"),
        "concluded_on",
        "a concern counts as concluded only with the date, so its outcome is in no figure",
    ),
    Clash(ACTIONS, "status", ("completed",), "completed_on", "without the date the action counts as open"),
)


@dataclass(frozen=True)
class Twins:
    """Columns that two rows of one register seldom share all of: then one event may have been written down twice."""

    register: Register
    columns: tuple[str, ...]
    why: str


TWINS = (
    Twins(
        SAFEGUARDING,
        ("person", "raised_on", "abuse"),
        "one concern that was written down twice would be counted twice",
    ),
)


def cross_check(tables: Mapping[str, Table]) -> Iterator[Problem]:
    """Notes about rows that another register, or another column, does not bear out."""
    for link in LINKS:
        if link.register.key in tables and link.to.key in tables:
            yield from _check_link(link, tables[link.register.key], tables[link.to.key])
    for clash in CLASHES:
        if clash.register.key in tables and clash.lacking in tables[clash.register.key].collected:
            yield from _check_clash(clash, tables[clash.register.key])
    for twins in TWINS:
        if twins.register.key in tables:
            yield from _check_twins(twins, tables[twins.register.key])


def _check_link(link: Link, table: Table, other: Table) -> Iterator[Problem]:
    if link.to_column not in other.collected or link.column not in table.collected:
        return
    there = {_key(v) for v in nw.from_native(other.rows, eager_only=True).get_column(link.to_column).to_list() if v}
    rows = nw.from_native(table.rows, eager_only=True).select(link.column, "origin").iter_rows()
    astray: dict[str, list[int]] = {}
    for value, origin in rows:
        if isinstance(value, str) and _key(value) not in there:
            astray.setdefault(value, []).append(int(origin))
    column = table.register.column(link.column)
    for value, origins in sorted(astray.items(), key=lambda item: item[1]):
        shown = HIDDEN if column.hidden else f'"{value}"'
        yield _note(
            "crosscheck.unknown",
            _first(table, origins, column.title),
            f"{shown}{_elsewhere(table, origins)}",
            f'a value that the {link.to.title.lower()} has under "{link.to.column(link.to_column).title}"',
            link.why,
        )


def _check_clash(clash: Clash, table: Table) -> Iterator[Problem]:
    rows = nw.from_native(table.rows, eager_only=True)
    wrong = rows.filter(nw.col(clash.given).is_in(list(clash.values)) & nw.col(clash.lacking).is_null())
    origins = [int(o) for o in wrong.get_column("origin").to_list()]
    if origins:
        given, lacking = table.register.column(clash.given), table.register.column(clash.lacking)
        yield _note(
            "crosscheck.contradiction",
            _first(table, origins, lacking.title),
            f'a blank cell, while "{given.title}" is filled{_elsewhere(table, origins)}',
            f'"{lacking.title}" wherever "{given.title}" says so',
            clash.why,
        )


def _check_twins(twins: Twins, table: Table) -> Iterator[Problem]:
    alike: dict[tuple[object, ...], list[int]] = {}
    for *values, origin in nw.from_native(table.rows, eager_only=True).select(*twins.columns, "origin").iter_rows():
        if all(value is not None and value == value for value in values):
            alike.setdefault(tuple(values), []).append(int(origin))
    titles = [f'"{table.register.column(name).title}"' for name in twins.columns]
    for origins in alike.values():
        if len(origins) > 1:
            yield _note(
                "crosscheck.twice",
                _first(table, origins, ""),
                f"a row that shares {', '.join(titles)} with another{_elsewhere(table, origins)}",
                f"{table.register.one_row_is} in each row",
                twins.why,
            )


def _note(key: str, place: Place, found: str, wanted: str, why: str) -> Problem:
    mend = "correct whichever of the two is wrong; a pack can be built without it"
    return Problem(key, place, found, wanted, why, mend, Severity.NOTE)


def _first(table: Table, origins: list[int], title: str) -> Place:
    place = table.places[origins[0]]
    return Place(place.file, place.sheet, place.cell, title)


def _elsewhere(table: Table, origins: list[int]) -> str:
    if len(origins) == 1:
        return ""
    cells = [table.places[o].cell for o in origins[1 : MOST_PLACES + 1]]
    more = f" and {len(origins) - 1 - MOST_PLACES} more" if len(origins) - 1 > MOST_PLACES else ""
    return f"; also {', '.join(cells)}{more}"


def _key(value: str) -> str:
    return " ".join(value.casefold().split())
