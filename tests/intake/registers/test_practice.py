"""Practice statements: what the provider says it does, one row for each statement."""

import pytest

from evidencegen.intake.heading import known_words
from evidencegen.intake.registers.practice import PRACTICE
from evidencegen.intake.value import Unfit, reader


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Ref", "statement_no"),
        ("Statement No", "statement_no"),
        ("Section", "part"),
        ("Part", "part"),
        ("What we do", "statement"),
        ("Practice statement", "statement"),
        ("How we make sure", "control"),
        ("Control", "control"),
        ("Policy", "policy"),
        ("Policy reference", "policy"),
        ("Shown by (figure keys)", "shown_by"),
        ("Measures", "shown_by"),
        ("Case studies (references)", "case_studies"),
        ("Examples", "case_studies"),
        ("Owner", ""),
    ],
)
def test_the_list_of_practice_statements_is_known_by_the_headings_that_services_use(heading, column):
    assert known_words(PRACTICE, {}).column(heading) == column


@pytest.mark.parametrize(
    ("column", "typed", "code"),
    [
        ("part", "Desired outcomes", "outcomes"),
        ("part", "Access to advocacy", "advocacy"),
        ("part", "Decisions", "decisions"),
        ("part", "proportionality", "proportionality"),
        ("part", "Accountability", "accountability"),
        ("statement", " We ask  first. ", "We ask first."),
    ],
)
def test_a_statement_is_read_in_the_words_services_use(column, typed, code):
    assert reader(PRACTICE.column(column))(typed) == code


def test_a_part_that_no_pack_has_is_refused():
    assert isinstance(reader(PRACTICE.column("part"))("Catering"), Unfit)
