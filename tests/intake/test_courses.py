"""Which columns of a training matrix are courses."""

import pytest

from evidencegen.intake.courses import DATE, OTHER, STATUS, TICK, may_be_course, sorts_of
from evidencegen.intake.registers.training import TRAINING
from evidencegen.intake.sheet import Fault


@pytest.mark.parametrize(
    ("cell", "sort", "status"),
    [
        ("04/03/2025", DATE, ""), ("12/3", DATE, ""), (45720, DATE, ""), (Fault("cell.error", "#N/A"), DATE, ""),
        ("Booked", STATUS, "Booked"), ("Booked 12/05/26", STATUS, "Booked"), ("booked in for May", STATUS, "Booked"),
        ("N/A", STATUS, "Exempt"), ("Not required", STATUS, "Exempt"), ("exempt", STATUS, "Exempt"),
        ("DNA", STATUS, "Did not attend"), ("failed", STATUS, "Failed"), ("In progress", STATUS, "In progress"),
        ("L/A", STATUS, "On leave"), ("mat leave", STATUS, "On leave"), ("Awaiting cert", STATUS, "In progress"),
        ("Missing", STATUS, "Missing"), ("✓", TICK, ""), ("ü", TICK, ""), ("Y", TICK, ""), (1, TICK, ""),
        ("Completed", TICK, ""), ("Expired", TICK, ""), ("", "", ""), ("-", "", ""), (True, TICK, ""),
        ("ask Ann", OTHER, ""),
    ],
)  # fmt: skip
def test_a_cell_of_a_matrix_is_a_date_a_status_a_tick_or_blank(cell, sort, status):
    said = sorts_of(TRAINING).of(cell)
    assert (said.sort, said.values.get("status", "")) == (sort, status)


@pytest.mark.parametrize(
    "heading", ["Fire", "Safeguarding Adults (annual)", "Medication", "Sexuality and disability", "Total Communication"]
)
def test_a_course_may_be_about_anything(heading):
    assert may_be_course(heading)


@pytest.mark.parametrize(
    "heading", ["", "Role", "JOB TITLE", "Line manager", "NI number", "DOB", "Compliance %", "Notes"]
)
def test_who_a_person_is_is_no_course(heading):
    assert not may_be_course(heading)


@pytest.mark.parametrize(
    ("cell", "values"),
    [
        ("04/03/2025 – 03/03/2026", {"completed_on": "04/03/2025", "expires_on": "03/03/2026"}),
        ("04/03/2025-03/03/2026", {"completed_on": "04/03/2025", "expires_on": "03/03/2026"}),
        ("4 Mar 2025 to 3 Mar 2026", {"completed_on": "4 mar 2025", "expires_on": "3 mar 2026"}),
        ("Exp 01/02/25", {"expires_on": "01/02/25"}),
        ("Expires 01/02/2025", {"expires_on": "01/02/2025"}),
        ("exp. 01/02/25", {"expires_on": "01/02/25"}),
        ("Expiry: 01/02/2025", {"expires_on": "01/02/2025"}),
        ("12/03/2025 (e-learning)", {"": "12/03/2025", "method": "E-learning"}),
        ("12/03/2025 (Classroom)", {"": "12/03/2025", "method": "Face to face"}),
    ],
)
def test_one_thing_beside_a_date_is_read_as_it_is_written(cell, values):
    assert sorts_of(TRAINING).of(cell).values == values


@pytest.mark.parametrize(
    "cell",
    ["Exp 12/3", "Exp Mar-25", "12/03/2025 (ask Ann)", "03/03/2026 - 04/03/2025", "04/03/2025 - later", "12/03/2025 ?",
     "04-03-2025", "Expect 01/02/25", "due 01/02/25"],
)  # fmt: skip
def test_anything_else_beside_a_date_is_left_as_typed_for_the_reader_of_dates(cell):
    said = sorts_of(TRAINING).of(cell)
    assert (said.sort, said.values) == (DATE, {"": cell})
