"""The supervision record: one row for each session held or due."""

import pytest

from evidencegen.intake.heading import known_words
from evidencegen.intake.registers.supervision import SUPERVISION
from evidencegen.intake.value import Unfit, reader


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("Payroll No", "staff"),
        ("Worker ref", "staff"),
        ("Date due", "due_on"),
        ("Due", "due_on"),
        ("Supervision date", "held_on"),
        ("Held on", "held_on"),
        ("Supervision type", "kind"),
        ("Type", "kind"),
        ("Scenario", "topic"),
        ("Topic", "topic"),
        ("Scenario result", "result"),
        ("Attempt", "attempt"),
        ("Supervisor ID", "assessor"),
        ("Assessor", "assessor"),
        ("Observed by", "assessor"),
        ("Reassess by", "reassess_by"),
        ("Reflections", "reflection"),
        ("Supervision notes", "reflection"),
        ("Reflection MSP question", "asked_outcome"),
        ("MSP question asked", "asked_outcome"),
        ("Did we achieve the person's outcome? discussed", "asked_outcome"),
        ("Room", ""),
    ],
)
def test_the_supervision_record_is_known_by_the_headings_that_services_use(heading, column):
    assert known_words(SUPERVISION, {}).column(heading) == column


@pytest.mark.parametrize(
    ("column", "typed", "code"),
    [
        ("kind", "1:1", "one_to_one"),
        ("kind", "Supervision", "one_to_one"),
        ("kind", "Group supervision", "group"),
        ("kind", "Spot check", "spot_check"),
        ("kind", "Competency assessment", "assessment"),
        ("topic", "Making Safeguarding Personal", "msp"),
        ("topic", "Advocacy", "advocacy"),
        ("topic", "MCA", "unwise"),
        ("topic", "Self neglect", "self_neglect"),
        ("result", "Pass", "competent"),
        ("result", "Fail", "not_yet"),
        ("attempt", "2", 2.0),
        ("asked_outcome", "✓", "yes"),
    ],
)
def test_a_session_is_read_in_the_words_services_use(column, typed, code):
    assert reader(SUPERVISION.column(column))(typed) == code


def test_a_result_nobody_knows_is_refused():
    assert isinstance(reader(SUPERVISION.column("result"))("quite good"), Unfit)


@pytest.mark.parametrize(
    ("column", "typed", "code"),
    [
        ("kind", "1-2-1", "one_to_one"),
        ("kind", 121, "one_to_one"),
        ("kind", "Direct observation", "observation"),
        ("result", "Not yet competent", "not_yet"),
        ("topic", "MCA", "unwise"),
    ],
)
def test_other_words_for_the_same_are_read_as_that(column, typed, code):
    assert reader(SUPERVISION.column(column))(typed) == code


@pytest.mark.parametrize(
    ("column", "typed"),
    [
        ("result", 4),
        ("result", "3"),
        ("result", 0),
        ("result", "Met"),
        ("kind", "Peer supervision"),
        ("topic", "N/A"),
        ("asked_outcome", "x"),
    ],
)
def test_a_score_or_a_word_that_leaves_a_session_open_is_asked_about(column, typed):
    found = reader(SUPERVISION.column(column))(typed)
    assert isinstance(found, Unfit)
    assert found.key == "cell.ambiguous"
