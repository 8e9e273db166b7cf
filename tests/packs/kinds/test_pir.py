"""The Provider Information Return is declared and told in templates that say the same."""

import re

import pytest

from evidencegen.catalogue import everything_in
from evidencegen.measures import families
from evidencegen.measures.measure import Measure
from evidencegen.packs.kinds.pir import LIMIT, PIR
from evidencegen.shipped import shipped

MEASURES = everything_in(families, Measure)
ANSWERS = PIR.sections[:-1]


@pytest.mark.parametrize("section", ANSWERS, ids=lambda s: s.key)
def test_a_template_needs_what_its_section_declares_and_names_each_figure_so_that_it_can_go(section):
    source = (shipped("report_templates") / section.template).read_text(encoding="utf-8")
    head, _, rest = source.partition("-#}")
    assert re.search(r"Section +(.+)", head)[1] == section.title
    assert tuple(re.findall(r"[a-z_]+\.[a-z0-9_]+", head.partition("Needs")[2])) == section.needs
    assert set(re.findall(r'figures\["([^"]+)"\]', rest)) == set(section.needs)
    assert set(section.needs) <= MEASURES.keys()


def test_an_answer_is_of_500_words_and_neither_the_question_nor_the_annex_counts():
    assert (LIMIT.words, LIMIT.pages) == (500, None)
    assert (LIMIT.counts("text"), LIMIT.counts("question"), LIMIT.counts("notes")) == (True, False, False)


def test_it_leaves_the_house_and_tells_no_story():
    assert PIR.audience == "external"
    assert not PIR.tells_stories
