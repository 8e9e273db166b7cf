"""The rows of a register as they were on a day."""

from datetime import date
from functools import reduce
from operator import or_
from typing import Any

import narwhals as nw

from evidencegen.intake.register import Column, Register
from evidencegen.measures.condition import midnight

Frame = nw.DataFrame[Any]


def as_at(rows: Frame, register: Register, day: date) -> Frame:
    """The rows that were there at the end of the day, without what became known only after it.

    As the register declares: a row is there from the day that `begins` it, a day of what comes about is
    blank until then, and a cell is blank until the day it is `known_from`. What has no day of its own
    stays as it stands now. Where no day lies ahead, these are the rows as given.
    """
    ahead = {name: after for name in register.come_about if (after := _after(rows, name, day)).any()}
    if not ahead:
        return rows
    blanked = [
        nw.when(~unknown).then(nw.col(column.name)).alias(column.name)
        for column in register.columns
        if column.name in register.column_names and (unknown := _unknown(column, ahead)) is not None
    ]
    known = rows.with_columns(*blanked)
    return known.filter(~ahead[register.begins]) if register.begins in ahead else known


def _after(rows: Frame, name: str, day: date) -> nw.Series[Any]:
    return (rows.get_column(name) > midnight(day)).fill_null(False)


def _unknown(column: Column, ahead: dict[str, nw.Series[Any]]) -> nw.Series[Any] | None:
    """Where a column's cells are not known yet; None where every one is."""
    tests = [ahead[name] for name in (column.name, column.known_from) if name in ahead]
    return reduce(or_, tests) if tests else None
