"""Tables of invented people, as the reading of a workbook would hand them over."""

import pandas as pd
import pytest

from evidencegen.intake.register import Register
from evidencegen.intake.registers.advocacy import ADVOCACY
from evidencegen.intake.registers.case_studies import CASE_STUDIES
from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.table import GatedCell, Table
from evidencegen.problem import Place
from evidencegen.release.names import Roll


def table_of(register: Register, rows: list[dict[str, object]], gated: list[dict[str, str]]) -> Table:
    """A table with these plain cells and, row by row, these names and pieces of prose."""
    columns = sorted(register.column_names)
    frame = pd.DataFrame([{c: row.get(c) for c in columns} for row in rows], columns=columns)
    frame["origin"] = range(len(rows))
    file = f"{register.key}.xlsx"
    cells = [
        GatedCell(column, text, Place(file, "Sheet1", f"B{number + 2}", column), number)
        for number, row in enumerate(gated)
        for column, text in row.items()
    ]
    places = tuple(Place(file, "Sheet1", str(number + 2)) for number in range(len(rows)))
    return Table(register, frame, places, frozenset(columns), tuple(cells))


STORY = {
    "person_name": "Grace Okafor",
    "named_people": "Chidi Okafor = her grandson; Bev Hall = a care worker; Rowan House = the home",
    "situation": "Grace has lived at Rowan House since 2021. "
    "On 14 March 2025 Bev found that £1,400 had left her account.",
    "voice": 'Mrs Okafor said, "Chidi does my shopping. I want my card back."',
    "plan": "Chidi, Grace and Bev Hall agreed a receipt log. The bank issued a card.",
    "outcome": "On 25 April 2025 Grace felt back in charge.",
    "learning": "Money handling is asked about at every spot check.",
    "author_name": "Ruth Pelham",
}
STORY_CELLS = {
    "case": "CS-01",
    "service_type": "Care home",
    "service": "Rowan House",
    "raised_on": pd.Timestamp("2025-03-14"),
    "concern": "SG-2025-014",
    "outcome_achieved": "fully",
    "consent": "yes",
    "consent_on": pd.Timestamp("2025-05-01"),
    "consent_covers": "|tender|inspection|",
}


@pytest.fixture
def tables() -> dict[str, Table]:
    """Four registers of invented people."""
    staff = [
        {"staff": "S-014", "role": "Care worker"},
        {"staff": "S-015", "role": "Senior"},
        {"staff": "7", "role": "Cook"},
    ]
    return {
        "staff": table_of(
            STAFF,
            staff,
            [{"name": "Beverley Hall"}, {"first_name": "Ifeoma", "surname": "Eze-Nwosu"}, {"name": "Pelham, Ruth"}],
        ),
        "safeguarding": table_of(
            SAFEGUARDING,
            [{"concern": "SG-2025-014", "person": "SU-0042"}, {"concern": "SG-2025-015", "person": "1042"}],
            [
                {"person_name": "Grace Okafor", "representative_name": "Chidi Okafor"},
                {"person_name": "Tomasz Wiśniewski", "desired_outcome": "To go home"},
            ],
        ),
        "advocacy": table_of(ADVOCACY, [{"referral": "AD-9", "person": "SU-0042"}], [{"advocate_name": "Will May"}]),
        "case_studies": table_of(CASE_STUDIES, [STORY_CELLS], [STORY]),
    }


@pytest.fixture
def roll(tables: dict[str, Table]) -> Roll:
    """Everybody those registers know."""
    return Roll.of(tables)
