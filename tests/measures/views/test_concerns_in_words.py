"""Each safeguarding concern, with the themes that a codebook finds in its notes."""

from dataclasses import replace
from datetime import date

import pytest

from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.measures.view import NotCollected, Views
from evidencegen.measures.views.concerns_in_words import CONCERNS_IN_WORDS
from evidencegen.period import Period

LOG = """
concern | person | raised_on  | concluded_on | abuse   | asked_outcomes | desired_outcome | feedback      | themes
S1      | P1     | 01/06/2026 | 30/08/2026   | neglect | expressed      | my money        | safe at home  |
S2      | P2     | 02/06/2026 |              | neglect | expressed      | to be left be   |               | home
S3      | P3     | 03/06/2026 |              | neglect | no             |                 |               |
"""


@pytest.fixture(params=["pandas", "polars"])
def rows(request, drawn, told):
    def build(drawing, setting=told):
        views = Views({"safeguarding": drawn(SAFEGUARDING, drawing, backend=request.param)}, setting)
        found = views.rows(CONCERNS_IN_WORDS).select("concern", "themes_in_words", "theme_recorded").iter_rows()
        return {concern.upper(): (words if isinstance(words, str) else None, yes) for concern, words, yes in found}

    return build


def test_a_concern_has_the_themes_of_all_its_notes_apart_from_what_was_recorded(rows):
    assert rows(LOG) == {"S1": ("|safe|home|money|", "no"), "S2": (None, "yes"), "S3": (None, "no")}


def test_a_note_that_came_later_tells_nothing_yet(rows, told):
    june = replace(told, as_at=date(2026, 6, 30), period=Period.months_to(date(2026, 6, 30), 12))
    assert rows(LOG, june)["S1"] == ("|money|", "no")


def test_a_log_without_a_theme_column_has_none_recorded_and_one_without_prose_is_not_collected(rows):
    bare = "concern | person | raised_on | abuse | asked_outcomes{}\nS1 | P1 | 01/06/2026 | neglect | no{}"
    assert rows(bare.format(" | feedback", " | home")) == {"S1": ("|home|", "no")}
    with pytest.raises(NotCollected):
        rows(bare.format("", ""))
