"""Whom a course is asked of, and by which line."""

import narwhals as nw
import pytest

from evidencegen.intake.registers.required_training import REQUIRED_TRAINING
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.training import TRAINING
from evidencegen.measures.ever import Ever
from evidencegen.measures.required import asked_of_all

PEOPLE = """
staff | role  | started_on
E1    | Carer | 01/03/2026
E2    | Cook  | 01/03/2026
"""
COURSES = """
role   | course | refresh_months | grace_weeks
Carer  | Moving | 12             | 4
All    | moving | 36             |
All    | Fire   |                |
"""
RECORDS = """
staff | course | completed_on | expires_on | valid_months | status
e1    | MOVING | 31/03/2026   |            |              |
E2    | Moving | 31/03/2026   |            | 6            |
E2    | Fire   | 31/03/2026   |            |              |
E2    | Fire   |              |            |              | Booked
"""


@pytest.fixture(params=["pandas", "polars"])
def ever(request, drawn):
    drawings = [(STAFF, PEOPLE), (REQUIRED_TRAINING, COURSES), (TRAINING, RECORDS)]
    return Ever({register.key: drawn(register, drawing, backend=request.param) for register, drawing in drawings})


def test_what_a_role_asks_for_goes_before_what_all_need(ever):
    asked = asked_of_all(ever)
    staff = ever.of(STAFF)
    lines, persons = asked.of(staff)
    months = asked.lines[lines].get_column("refresh_months").fill_null(0).to_list()
    courses = asked.lines[lines].get_column("course_key").to_list()
    people = staff[persons].get_column("staff").to_list()
    expected = [("e1", "fire", 0), ("e1", "moving", 12), ("e2", "fire", 0), ("e2", "moving", 36)]
    assert sorted(zip(people, courses, months, strict=True)) == expected


def test_only_those_there_on_the_day_are_asked(ever):
    asked = asked_of_all(ever)
    lines, persons = asked.of(ever.of(STAFF)[1:])
    assert (asked.lines[lines].get_column("course_key").to_list(), persons.tolist()) == (["moving", "fire"], [0, 0])


def test_a_record_lasts_as_it_says_itself_or_else_as_the_line_it_answers(ever):
    """12 months from 31 March end on 30 March, 6 on 29 September; nobody says how long the other lasts."""
    asked = asked_of_all(ever)
    lines, _ = asked.of(ever.of(STAFF))
    found = asked.answers.filter(nw.col("line").is_in(lines.tolist()))
    told = [None if day is None or day != day else int(day) for day in found.get_column("lasts_to").to_list()]
    people = zip(found.get_column("staff").to_list(), found.get_column("course_key").to_list(), told, strict=True)
    # 30 March 2027 is day 20,907 since 1970, and 29 September 2026 day 20,725.
    assert sorted(people, key=str) == [("e1", "moving", 20_907), ("e2", "fire", None), ("e2", "moving", 20_725)]


def test_grace_ends_so_many_weeks_after_the_start(ever):
    """1 March 2026 is day 20,513; four weeks on is 29 March."""
    ends = asked_of_all(ever).grace_ends.tolist()
    assert sorted(end for end in ends if end == end) == [20_541]
