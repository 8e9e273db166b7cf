"""The staff register: one row for each person employed, leavers included."""

import pytest

from evidencegen.intake.heading import known_words
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.value import Unfit, reader


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Payroll No", "staff"),
        ("UNIQUEWORKERID", "staff"),
        ("Unique Worker ID", "staff"),
        ("Employee no.", "staff"),
        ("Staff name", "name"),
        ("Forename", "first_name"),
        ("Last name", "surname"),
        ("MAINJOBROLE", "role"),
        ("Designation", "role"),
        ("Job Title (required)", "role"),
        ("LOCALESTID", "service"),
        ("Branch", "service"),
        ("STARTDATE", "started_on"),
        ("DOJ", "started_on"),
        ("Start date (dd/mm/yyyy)", "started_on"),
        ("Date left", "left_on"),
        ("Termination", "left_on"),
        ("EMPLSTATUS", "employment"),
        ("Perm/Bank/Agency", "employment"),
        ("Care-providing", "works_with_people"),
        ("LTS from", "absent_from"),
        ("Maternity to", "absent_to"),
        ("Supervisor ID", "manager"),
        ("Shoe size", ""),
    ],
)
def test_the_staff_register_is_known_by_the_headings_that_services_use(heading, column):
    assert known_words(STAFF, {}).column(heading) == column


@pytest.mark.parametrize(
    ("column", "typed", "code"),
    [
        ("employment", "Perm", "permanent"),
        ("employment", "fixed term", "temporary"),
        ("employment", "Pool/Bank", "bank"),
        ("employment", "Agency", "agency"),
        ("employment", "Volunteer", "other"),
        ("works_with_people", "Y", "yes"),
        ("works_with_people", "✗", "no"),
        ("works_with_people", "N/A", "not_applicable"),
        ("role", " Senior   carer ", "Senior carer"),
    ],
)
def test_employment_is_read_in_the_words_services_use(column, typed, code):
    assert reader(STAFF.column(column))(typed) == code


def test_a_kind_of_employment_nobody_knows_is_refused():
    assert isinstance(reader(STAFF.column("employment"))("zero hours"), Unfit)
