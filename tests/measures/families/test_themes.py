"""Themes, worked by hand."""

from dataclasses import replace

import pytest

from evidencegen.intake.registers.actions import ACTIONS
from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.intake.registers.supervision import SUPERVISION
from evidencegen.measures.families import themes
from evidencegen.measures.reading import take, traced
from evidencegen.measures.view import Views

LOG = """
concern | person | service | raised_on  | concluded_on | abuse   | asked_outcomes | desired_outcome | feedback | themes
S1      | P1     | North   | 01/06/2026 | 30/08/2026   | neglect | expressed      | safe at home    | safe     |
S2      | P2     | South   | 02/06/2026 |              | neglect | expressed      | to be left be   |          |
S3      | P3     | South   | 03/06/2026 |              | neglect | expressed      | my money        |          | money
S4      | P4     | South   | 03/06/2024 |              | neglect | expressed      | my money        |          |
"""
SESSIONS = """
staff | kind  | held_on    | reflection
E1    | Group | 01/03/2026 | safe
"""
PLAN = """
action | raised_on  | source | due_on     | completed_on | status    | verified_on | worked | theme
T1     | 01/03/2026 | audit  | 30/06/2026 | 30/06/2026   | completed | 31/08/2026  | no     | safe
T2     | 01/03/2026 | audit  | 30/06/2026 | 30/06/2026   | completed |             |        | home; money
"""


@pytest.fixture
def views(drawn, told):
    drawings = ((SAFEGUARDING, LOG), (SUPERVISION, SESSIONS), (ACTIONS, PLAN))
    return Views({register.key: drawn(register, text) for register, text in drawings}, told)


def _taken(measure, views):
    readings = take(measure, views)
    return {f"{r.group.column}={r.group.value}" if r.group else "": (r.counted, r.out_of) for r in readings}


def test_notes_are_counted_by_theme_kind_and_service_each_with_its_own_base(views):
    # In the period: three wishes, one feedback, one reflection; the wish of S2 has no theme.
    assert _taken(themes.OF_NOTES, views) == {
        "": (4, 5),
        "source=feedback": (1, 1),
        "source=supervision": (1, 1),
        "source=wish": (2, 3),
        "service=North": (2, 2),
        "service=South": (1, 2),
        "themes=safe": (3, 4),
        "themes=home": (1, 4),
        "themes=money": (1, 4),
    }


def test_parts_bear_the_words_of_the_codebook_in_use(views):
    words = {r.group.value: r.group.words for r in take(themes.OF_NOTES, views) if r.group}
    assert (words["home"], words["wish"]) == ("Staying at home", "What the person wanted")


def test_a_theme_in_words_is_kept_apart_from_one_that_somebody_recorded(views):
    # Without a recorded theme in the period: S1 and S2.
    assert _taken(themes.IN_WORDS, views) == {
        "": (1, 2),
        "themes_in_words=safe": (1, 1),
        "themes_in_words=home": (1, 1),
        "themes_in_words=money": (0, 1),
    }


@pytest.mark.parametrize(("often", "counted", "out_of"), [(1, 1, 3), (2, 1, 1), (3, 0, 0)])
def test_a_theme_is_followed_through_once_a_completed_action_shows_its_effect(views, often, counted, out_of):
    # Records: safe has S1 and the reflection, home S1, money S3. T1 shows its effect, though it did not work.
    setting = replace(views.setting, policy={**views.setting.policy, "theme_records": often})
    (whole,) = take(themes.FOLLOWED_THROUGH, Views(views.tables, setting))
    assert (whole.counted, whole.out_of) == (counted, out_of)


def test_without_a_plan_nothing_is_said_of_what_followed(views):
    tables = {key: table for key, table in views.tables.items() if key != "actions"}
    (whole,) = take(themes.FOLLOWED_THROUGH, Views(tables, views.setting))
    assert whole.absent == "there is no improvement actions in the project"


def test_a_note_is_traced_to_the_row_of_the_register_it_stands_in(views):
    reading = next(r for r in take(themes.OF_NOTES, views) if r.key == "themes.notes[themes=safe]")
    rows = list(traced(reading, views))
    counted = [(p.file, p.sheet, p.cell) for standing, places in rows if standing == "counted" for p in places]
    assert counted == [("drawn.xlsx", "Sheet1", "2"), ("drawn.xlsx", "Sheet1", "2"), ("drawn.xlsx", "Sheet1", "2")]
    assert all(len(places) == 1 for _, places in rows)


def test_a_theme_is_traced_to_a_record_that_brings_it_up_and_the_action_that_shows_its_effect(views):
    setting = replace(views.setting, policy={**views.setting.policy, "theme_records": 2})
    again = Views(views.tables, setting)
    (whole,) = take(themes.FOLLOWED_THROUGH, again)
    found = {standing: len(places) for standing, places in traced(whole, again)}
    assert found == {"counted": 3, "not what the measure is about": 1}
