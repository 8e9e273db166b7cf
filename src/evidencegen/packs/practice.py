"""The provider's statements of practice, from their register."""

import re
from collections.abc import Collection
from typing import Any

import narwhals as nw

from evidencegen.intake.table import Table
from evidencegen.intake.words import shortened
from evidencegen.packs.claim import Statement
from evidencegen.problem import EvidenceError, Place, Problem
from evidencegen.settings import near_word

_PARTED = re.compile(r"[;,\n]")


def statements(practice: Table, case_studies: Table | None = None) -> tuple[Statement, ...]:
    """Each statement with what shows it, figures by key and case studies by reference, in the order of the register.

    Raises:
        EvidenceError: a statement names a case study that its register does not have.
    """
    rows = nw.from_native(practice.rows, eager_only=True).iter_rows(named=True)
    found = tuple(_statement(practice, row) for row in rows)
    cases = () if case_studies is None else nw.from_native(case_studies.rows, eager_only=True)["case"].to_list()
    if strange := [(s, case) for s in found for case in s.case_studies if case not in cases]:
        raise EvidenceError(tuple(_unknown(s, case, cases) for s, case in strange))
    return found


def _statement(practice: Table, row: dict[str, Any]) -> Statement:
    def text(name: str) -> str:
        return row[name] if isinstance(row.get(name), str) else ""

    return Statement(
        number=text("statement_no"),
        part=text("part"),
        statement=text("statement"),
        control=text("control"),
        policy=text("policy"),
        shown_by=_several(text("shown_by")),
        place=practice.places[int(row["origin"])],
        case_studies=_several(text("case_studies")),
    )


def _several(cell: str) -> tuple[str, ...]:
    return tuple(key.strip() for key in _PARTED.split(cell) if key.strip())


def _unknown(statement: Statement, case: str, cases: Collection[str]) -> Problem:
    return Problem(
        key="practice.unknown_case_study",
        place=statement.place or Place(f"practice statement {statement.number}"),
        found=f'"{shortened(case)}", which is no case study',
        wanted=f"the reference of a case study, such as {next(iter(cases), 'CS-01')}{near_word(case, cases)}",
        why="a claim is only as good as the story beside it",
        mend="correct the reference, or leave the cell blank",
    )
