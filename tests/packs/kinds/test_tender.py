"""The tender pack is declared and told in templates that say the same."""

import re

import pytest

from evidencegen.catalogue import everything_in
from evidencegen.intake.registers.practice import PRACTICE as PRACTICE_REGISTER
from evidencegen.measures import families
from evidencegen.measures.measure import Measure
from evidencegen.packs.kinds.tender import PRACTICE, TENDER
from evidencegen.shipped import shipped

MEASURES = everything_in(families, Measure)


@pytest.mark.parametrize("section", TENDER.sections, ids=lambda s: s.key)
def test_a_template_needs_what_its_section_declares(section):
    source = (shipped("report_templates") / section.template).read_text(encoding="utf-8")
    head = source.partition("-#}")[0]
    assert re.search(r"Section +(.+)", head)[1] == section.title
    needs = head.partition("Needs")[2]
    assert tuple(re.findall(r"[a-z_]+\.[a-z0-9_]+", needs)) == section.needs
    assert set(section.needs) <= MEASURES.keys()


@pytest.mark.parametrize("section", TENDER.sections, ids=lambda s: s.key)
def test_what_a_section_draws_and_lays_out_is_broken_down_that_way(section):
    for plan in (*section.charts, *section.tables):
        assert set(plan.measures) <= set(section.needs)
        for key in plan.measures if plan.column else ():
            measure = MEASURES[key]
            assert plan.column in (*measure.by, measure.among)
            if hasattr(plan, "one_base"):
                assert plan.one_base == (plan.column == measure.among)


def test_what_a_tender_has_no_room_for_is_left_out_on_purpose():
    needed = {key for section in TENDER.sections for key in section.needs}
    assert sorted(MEASURES.keys() - needed) == [
        "actions.date_moved",
        "actions.how_late",
        "actions.raised",
        "advocacy.appropriate_person_recorded",
        "advocacy.by_decision",
        "advocacy.by_outcome",
        "advocacy.days_to_allocation",
        "advocacy.days_to_contact",
        "advocacy.per_hundred",
        "advocacy.taken_up",
        "advocacy.waiting",
        "advocacy.waiting_in_time",
        "audits.change",
        "audits.done_on_plan",
        "audits.mended",
        "audits.met_again",
        "audits.met_before",
        "audits.not_applicable",
        "concerns.council_decision",
        "concerns.led_to_enquiry",
        "concerns.raised_next_day",
        "decisions.capacity",
        "decisions.lacked_capacity",
        "msp.achievement_recorded",
        "msp.expressed",
        "msp.expressed_of_asked",
        "msp.felt_listened_to_answered",
        "msp.felt_safer_answered",
        "msp.fully_or_partly_achieved",
        "msp.more_confident_answered",
        "msp.satisfied",
        "msp.satisfied_answered",
        "msp.understood",
        "msp.understood_answered",
        "quality.actions_filled",
        "quality.advocacy_filled",
        "quality.audits_filled",
        "quality.required_training_filled",
        "quality.safeguarding_filled",
        "quality.staff_filled",
        "quality.supervision_filled",
        "quality.training_filled",
        "risk.abuse",
        "risk.referred_in_time",
        "risk.restriction_used",
        "risk.source",
        "stories.consented",
        "stories.outcomes",
        "supervision.competent_first_time",
        "supervision.held",
        "supervision.reassessed_on_time",
        "themes.followed_through",
        "themes.in_words",
        "themes.notes",
        "training.current_absent_counted",
        "training.ever_completed",
        "training.in_person",
    ]


def test_every_row_of_the_mission_that_is_a_figure_is_visible():
    needed = {key for section in TENDER.sections for key in section.needs}
    assert {row for key in needed for row in MEASURES[key].rows} >= set(range(1, 25))


def test_every_part_of_practice_has_its_place():
    codes = PRACTICE_REGISTER.column("part").kind.codes
    assert [part.key for part in PRACTICE] == list(codes)


def test_fully_or_partly_achieved_stands_nowhere_without_fully_achieved():
    for section in TENDER.sections:
        for plan in (section, *section.charts, *section.tables):
            keys = plan.needs if plan is section else plan.measures
            assert "msp.fully_or_partly_achieved" not in keys or "msp.fully_achieved" in keys
