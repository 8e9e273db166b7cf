"""The improvement plan: one row for each action."""

import pytest

from evidencegen.intake.heading import known_words
from evidencegen.intake.registers.actions import ACTIONS
from evidencegen.intake.value import Unfit, reader


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Action ID", "action"),
        ("Action No", "action"),
        ("action", "action"),
        ("Action", "what"),
        ("Action required", "what"),
        ("Date raised", "raised_on"),
        ("Team", "service"),
        ("Source", "source"),
        ("Source ID", "source_ref"),
        ("Themes", "themes"),
        ("Lead role", "owner_role"),
        ("Owner (role)", "owner_role"),
        ("Due date", "due_on"),
        ("Original due date", "first_due_on"),
        ("Completed", "completed_on"),
        ("Status", "status"),
        ("How we will know", "effect_measure"),
        ("Before", "effect_before"),
        ("After", "effect_after"),
        ("Date verified", "verified_on"),
        ("Did it work?", "worked"),
        ("Budget", ""),
    ],
)
def test_the_improvement_plan_is_known_by_the_headings_that_services_use(heading, column):
    assert known_words(ACTIONS, {}).column(heading) == column


@pytest.mark.parametrize(
    ("column", "typed", "code"),
    [
        ("source", "CQC", "regulator"),
        ("source", "PAMMS", "council"),
        ("source", "Complaint", "complaint"),
        ("status", "Overdue", "overdue"),
        ("status", "Closed", "completed"),
        ("status", "Complete", "completed"),
        ("status", "In progress", "in_progress"),
        ("worked", "Did not work", "no"),
        ("worked", "Too early", "too_early"),
        ("themes", "Feeling safe", "|safe|"),
        ("effect_before", "62.5", 62.5),
    ],
)
def test_an_action_is_read_in_the_words_services_use(column, typed, code):
    assert reader(ACTIONS.column(column))(typed) == code


def test_a_number_with_words_about_it_is_refused():
    assert isinstance(reader(ACTIONS.column("effect_after"))("about 80"), Unfit)


@pytest.mark.parametrize(
    ("column", "typed", "code"),
    [
        ("status", "Overdue", "overdue"),
        ("status", "Done", "completed"),
        ("source", "Council/PAMMS", "council"),
        ("effect_before", "62%", 62.0),
        ("effect_after", 4, 4.0),
    ],
)
def test_other_words_for_the_same_are_read_as_that(column, typed, code):
    assert reader(ACTIONS.column(column))(typed) == code


@pytest.mark.parametrize(
    ("column", "typed"),
    [
        ("source", "Inspection"),
        ("status", "Amber"),
        ("worked", "N/A"),
        ("worked", "Unknown"),
    ],
)
def test_a_word_that_leaves_an_action_open_is_asked_about(column, typed):
    found = reader(ACTIONS.column(column))(typed)
    assert isinstance(found, Unfit)
    assert found.key == "cell.ambiguous"
