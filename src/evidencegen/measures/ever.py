"""The registers whatever the day: fetched once, and what hangs on no day made of them once."""

from collections.abc import Callable, Hashable, Mapping
from typing import Any, TypeVar, cast

import narwhals as nw

from evidencegen.intake.register import Register
from evidencegen.intake.table import Table
from evidencegen.measures.layout import each_word

Frame = nw.DataFrame[Any]
Made = TypeVar("Made")
REFERENCES = ("staff", "person", "concern", "action")


class Ever:
    """What views of one project share, however many days and periods they are of."""

    def __init__(self, tables: Mapping[str, Table]) -> None:
        self.tables = tables
        self.sources = {key: _sources(table) for key, table in tables.items()}
        self._made: dict[Hashable, Any] = {}

    def of(self, register: Register) -> Frame:
        """Every row of one register as it stands now; references are compared without case or outer spaces."""
        return self.once(("of", register.key), lambda: self._of(register))

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What was made under this key; the first who asks has it made."""
        if key not in self._made:
            self._made[key] = make()
        return cast("Made", self._made[key])

    def _of(self, register: Register) -> Frame:
        rows = self.fetched(register)
        return rows.with_columns(*(compared(rows, name) for name in REFERENCES if name in rows.columns))

    def fetched(self, register: Register) -> Frame:
        """The rows as the table has them; those that still lie in a database are fetched once, as pandas."""
        return self.once(("fetched", register.key), lambda: _fetched(self.tables[register.key].rows))


def compared(rows: Frame, column: str) -> nw.Series[Any]:
    """A column's names as they are compared, each different one told once: for registers of many rows."""
    return each_word(rows.get_column(column), lambda names: names.str.strip_chars().str.to_lowercase())


def _fetched(rows: Any) -> Frame:
    frame = nw.from_native(rows)
    return frame.collect("pandas") if isinstance(frame, nw.LazyFrame) else frame


def _sources(table: Table) -> tuple[str, ...]:
    """File and sheet of every place a register's rows came from, as a note prints them."""
    seen = dict.fromkeys((place.file, place.sheet) for place in table.places)
    return tuple(f'{file}, sheet "{sheet}"' if sheet else file for file, sheet in seen)
