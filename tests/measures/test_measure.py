"""What is counted, out of what."""

from dataclasses import replace

import pytest

from evidencegen.measures.condition import where
from evidencegen.measures.families.advocacy import ASKED_FOR
from evidencegen.measures.families.improvement import THEMES
from evidencegen.measures.families.msp import ASKED, PEOPLE


def test_a_definition_names_the_headings_of_the_workbook_and_the_reasons_for_leaving_out(setting):
    assert ASKED_FOR.definition(setting) == (
        "Where an advocate was asked for, out of each concern where an advocate appeared to be needed or it is not known "
        'whether an advocate was needed, by "Date raised"; left out: not recorded whether there was an appropriate person. Conditions: '
        "a substantial "
        "difficulty on record and no appropriate person. No linked referral counts as not asked for."
    )


def test_a_count_of_people_says_that_each_is_counted_once(setting):
    words = PEOPLE.definition(setting)
    assert (
        words == 'Every concern, by "Date raised", each person counted once. A person with three concerns counts once.'
    )


def test_a_measure_that_names_a_column_the_register_lacks_does_not_load():
    with pytest.raises(ValueError, match="names outcome_acheived, which concerns does not have"):
        replace(ASKED, counted=where(outcome_acheived="fully"))


def test_a_measure_knows_the_registers_it_rests_on():
    assert ASKED.registers == {"safeguarding"}
    assert ASKED_FOR.registers == {"safeguarding", "advocacy"}


def test_themes_may_stand_several_to_a_cell():
    assert THEMES.view.holds_many(THEMES.among)
    assert not ASKED.view.holds_many("service")
