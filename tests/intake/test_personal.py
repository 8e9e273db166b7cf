"""Personal details that are never read."""

import pytest

from evidencegen.catalogue import everything_in
from evidencegen.intake import registers
from evidencegen.intake.personal import is_personal
from evidencegen.intake.register import Register


@pytest.mark.parametrize(
    "heading",
    ["NI number", "N.I. Number", "NINUMBER", "D.O.B", "Date of Birth", "Home address line 1", "Post code", "Postcode",
     "Mobile phone", "E-mail", "Ethnicity", "Religion", "Sexual orientation", "Salary", "Hourly rate (£)", "Sort code",
     "Passport no.", "Visa expiry", "NHS No", "Nationality", "Gender"],
)  # fmt: skip
def test_a_personal_detail_is_known_by_its_heading(heading):
    assert is_personal(heading)


@pytest.mark.parametrize("heading", ["Staff ID", "Role", "Start date", "Stage", "Payroll status", "Course"])
def test_what_a_measure_needs_is_no_personal_detail(heading):
    assert not is_personal(heading)


def test_a_course_about_disability_is_a_course():
    assert not is_personal("Disability awareness", whole=True)
    assert is_personal("Disability", whole=True)


def test_no_register_reads_a_personal_detail_but_one_that_a_gate_needs_and_nobody_is_shown():
    read = [
        (register.key, c.name, c.private)
        for register in everything_in(registers, Register).values()
        for c in register.columns
        if any(is_personal(words, whole=True) for words in c.also)
    ]
    assert read == [("safeguarding", "gender", True)]


@pytest.mark.parametrize(
    "heading",
    ["NINUMBER", "POSTCODE", "DOB", "GENDER", "ETHNICITY", "NATIONALITY", "BRITISHCITIZENSHIP", "COUNTRYOFBIRTH",
     "YEAROFENTRY", "DISABLED", "HANDCVISA", "INOUTUK", "DAYSSICK", "SALARYINT", "SALARY", "HOURLYRATE", "FLUVAC"],
)  # fmt: skip
def test_the_worker_file_of_asc_wds_is_full_of_personal_details(heading):
    assert is_personal(heading)
