"""What hangs on no day is made once, however many days are looked at."""

from dataclasses import replace
from datetime import date

import pytest

from evidencegen.intake.registers.staff import STAFF
from evidencegen.measures.ever import Ever, compared
from evidencegen.measures.view import Views

PEOPLE = """
staff | role  | started_on
 E1   | Carer | 01/03/2026
e2    | Nurse | 01/09/2026
"""


@pytest.mark.parametrize("backend", ["pandas", "polars"])
def test_every_row_is_there_whatever_the_day_and_references_are_compared(drawn, backend):
    rows = Ever({"staff": drawn(STAFF, PEOPLE, backend=backend)}).of(STAFF)
    assert rows.get_column("staff").to_list() == ["e1", "e2"]
    assert compared(rows, "role").to_list() == ["carer", "nurse"]


def test_what_is_made_is_made_once(drawn):
    ever, asked = Ever({"staff": drawn(STAFF, PEOPLE)}), []
    first, second = (ever.once("key", lambda: asked.append(1) or [7]) for _ in range(2))
    assert first is second
    assert asked == [1]
    assert ever.of(STAFF) is ever.of(STAFF)


def test_views_of_two_days_share_the_register_and_not_their_rows(drawn, setting):
    now = Views({"staff": drawn(STAFF, PEOPLE)}, setting)
    then = now.at(replace(setting, as_at=date(2026, 8, 31)))
    assert then.ever is now.ever
    assert [views.of(STAFF).get_column("staff").to_list() for views in (now, then)] == [["e1", "e2"], ["e1"]]


def test_the_places_of_a_register_are_told_by_file_and_sheet(drawn):
    assert Ever({"staff": drawn(STAFF, PEOPLE)}).sources == {"staff": ('drawn.xlsx, sheet "Sheet1"',)}
