"""The provider's statements of practice, from their register."""

import re
from typing import Any

import narwhals as nw

from evidencegen.intake.table import Table
from evidencegen.packs.claim import Statement

_PARTED = re.compile(r"[;,\n]")


def statements(practice: Table) -> tuple[Statement, ...]:
    """Each statement with the keys of the figures that show it, in the order of the register."""
    rows = nw.from_native(practice.rows, eager_only=True).iter_rows(named=True)
    return tuple(_statement(practice, row) for row in rows)


def _statement(practice: Table, row: dict[str, Any]) -> Statement:
    def text(name: str) -> str:
        return row[name] if isinstance(row[name], str) else ""

    return Statement(
        number=text("statement_no"),
        part=text("part"),
        statement=text("statement"),
        control=text("control"),
        policy=text("policy"),
        shown_by=tuple(key.strip() for key in _PARTED.split(text("shown_by")) if key.strip()),
        place=practice.places[int(row["origin"])],
    )
