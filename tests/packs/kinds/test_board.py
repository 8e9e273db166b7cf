"""The board pack is declared and told in templates that say the same."""

import re

import pytest

from evidencegen.catalogue import everything_in
from evidencegen.measures import families
from evidencegen.measures.measure import Measure
from evidencegen.packs.kinds.board import BOARD, FALLING_DUE, FILLED
from evidencegen.shipped import shipped

MEASURES = everything_in(families, Measure)


@pytest.mark.parametrize("section", BOARD.sections, ids=lambda s: s.key)
def test_a_template_needs_what_its_section_declares(section):
    source = (shipped("report_templates") / section.template).read_text(encoding="utf-8")
    head = source.partition("-#}")[0]
    assert re.search(r"Section +(.+)", head)[1] == section.title
    needs = head.partition("Needs")[2]
    assert tuple(re.findall(r"[a-z_]+\.[a-z0-9_]+", needs)) == section.needs
    assert set(section.needs) <= MEASURES.keys()


@pytest.mark.parametrize("section", BOARD.sections, ids=lambda s: s.key)
def test_what_a_section_lays_out_is_broken_down_that_way(section):
    for plan in section.tables:
        assert set(plan.measures) <= set(section.needs)
        for key in plan.measures:
            measure = MEASURES[key]
            assert plan.column in (*measure.by, measure.among)
            assert plan.one_base == (plan.column == measure.among)


def test_a_board_stays_inside_unless_the_brief_says_otherwise():
    assert BOARD.audience == "internal"


def test_every_register_with_a_measure_of_completeness_is_told_of():
    assert sorted(FILLED) == sorted(key for key in MEASURES if key.startswith("quality."))


def test_training_falls_due_in_thirty_sixty_and_ninety_days():
    assert [MEASURES[key].title for key in FALLING_DUE] == [
        f"Current training that runs out within {days} days" for days in (30, 60, 90)
    ]


def test_no_story_is_told_to_a_board():
    assert not BOARD.tells_stories
