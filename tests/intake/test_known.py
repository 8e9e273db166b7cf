"""The words by which a register's columns go."""

import pytest

from evidencegen.intake.known import known_words, without_note
from evidencegen.intake.registers.actions import ACTIONS
from evidencegen.intake.registers.staff import STAFF


@pytest.mark.parametrize(
    ("typed", "bare"),
    [("Start Date (DD/MM/YY)", "start date"), ("Start date [required]", "start date"), ("Started dd-mmm-yy", "started"),
     ("Start date (agreed)", "start date (agreed)"), ("Start\ndate (please use\u00a0slashes)", "start date")],
)  # fmt: skip
def test_a_note_behind_a_heading_is_set_aside_where_it_says_how_to_fill_it_in(typed, bare):
    assert without_note(typed) == bare


@pytest.mark.parametrize(
    "typed",
    ["start\u00a0date ", "Start\u200b Date", "Start\r\nDate", "\ufeffSTART DATE", "Start\u2013date", "Ｓｔａｒｔ date",
     "St\u00adart date", "Start   date :", "Start date (DD/MM/YYYY)"],
)  # fmt: skip
def test_signs_nobody_sees_and_the_way_it_is_typed_change_no_heading(typed):
    assert known_words(STAFF, {}).column(typed) == "started_on"


@pytest.mark.parametrize("typed", ["Start dates", "Star date", "Start", "Date"])
def test_a_near_miss_is_no_known_word(typed):
    assert known_words(STAFF, {}).column(typed) == ""


def test_the_owners_words_go_before_ours():
    known = known_words(STAFF, {"left_on": ("Start date",)})
    assert known.column("START DATE") == "left_on"


def test_a_heading_goes_before_a_name_of_our_own():
    known = known_words(ACTIONS, {})
    assert (known.column("Action"), known.column("action")) == ("what", "action")
