"""Required training: one row for each course that a role must keep up."""

import pytest

from evidencegen.intake.heading import known_words
from evidencegen.intake.registers.required_training import REQUIRED_TRAINING
from evidencegen.intake.value import Unfit, reader


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Job role", "role"),
        ("Job title", "role"),
        ("Module", "course"),
        ("Training", "course"),
        ("Refresh every (months)", "refresh_months"),
        ("Frequency", "refresh_months"),
        ("Grace weeks", "grace_weeks"),
        ("Grace for starters (weeks)", "grace_weeks"),
        ("Content", "covers"),
        ("Topics", "covers"),
        ("Provider", ""),
    ],
)
def test_the_list_of_required_training_is_known_by_the_headings_that_services_use(heading, column):
    assert known_words(REQUIRED_TRAINING, {}).column(heading) == column


@pytest.mark.parametrize(
    ("column", "typed", "code"),
    [
        ("refresh_months", "24", 24.0),
        ("refresh_months", "2 years", 24.0),
        ("refresh_months", "once only", 0.0),
        ("grace_weeks", "12", 12.0),
        ("covers", "MSP", "|msp|"),
        ("covers", "Safeguarding adults; MSP; Advocacy", "|safeguarding|msp|advocacy|"),
        ("covers", "Mental capacity, Coercion", "|unwise_decisions|coercion|"),
        ("covers", "MSP; msp", "|msp|"),
    ],
)
def test_required_training_is_read_in_the_words_services_use(column, typed, code):
    assert reader(REQUIRED_TRAINING.column(column))(typed) == code


def test_content_nobody_knows_is_refused():
    assert isinstance(reader(REQUIRED_TRAINING.column("covers"))("Fire safety"), Unfit)
