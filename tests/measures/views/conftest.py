"""A view built from drawn registers, as at 30 September 2026, by pandas and by polars alike."""

from dataclasses import replace
from datetime import date

import pytest

from evidencegen.measures.condition import Setting
from evidencegen.measures.ever import REFERENCES
from evidencegen.measures.view import Views
from evidencegen.period import Period


@pytest.fixture(params=["pandas", "polars"])
def viewed(request, drawn, setting):
    """Some columns of a view's rows, in order: `viewed(ACTIONS_VIEW, "action standing", (ACTIONS, PLAN))`."""

    def build(view, columns, *drawings, as_at=None, **policy):
        tables = [drawn(register, drawing, backend=request.param) for register, drawing in drawings]
        judged = Setting(as_at, Period.months_to(as_at, 12), setting.policy) if as_at else setting
        judged = replace(judged, policy={**judged.policy, **policy})
        rows = Views({table.register.key: table for table in tables}, judged).rows(view).iter_rows(named=True)
        found = [tuple(_plain(name, row[name]) for name in columns.split()) for row in rows]
        return sorted(found, key=lambda row: tuple((value is not None, str(value)) for value in row))

    return build


def _plain(name: str, value: object) -> object:
    """A cell as a test draws it: blanks as None, whole numbers whole, midnight as its day, references in capitals."""
    if value is None or value != value:
        return None
    if name in REFERENCES:
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return date(value.year, value.month, value.day) if hasattr(value, "year") else value
