"""The inspection pack is declared and told in templates that say the same."""

import re

import pytest

from evidencegen.catalogue import everything_in
from evidencegen.intake.registers.practice import PRACTICE as PRACTICE_REGISTER
from evidencegen.measures import families
from evidencegen.measures.framework import answered_by, frameworks
from evidencegen.measures.measure import Direction, Measure
from evidencegen.packs.inspection import EXPIRED, KEPT_IN_TIME, OVERDUE
from evidencegen.packs.kinds.inspection import FRAMEWORKS, GAPS, INSPECTION, NOT_JUDGED, STATEMENTS, SUMMARY
from evidencegen.shipped import shipped

MEASURES = everything_in(families, Measure)


def test_every_section_needs_measures_that_there_are():
    for section in INSPECTION.sections:
        assert set(section.needs) <= MEASURES.keys()
        assert len(set(section.needs)) == len(section.needs)
        assert (shipped("report_templates") / section.template).is_file()


@pytest.mark.parametrize("section", INSPECTION.sections, ids=lambda s: s.key)
def test_what_a_section_draws_and_lays_out_is_broken_down_that_way(section):
    for plan in (*section.charts, *section.tables):
        assert set(plan.measures) <= set(section.needs)
        for key in plan.measures if plan.column else ():
            measure = MEASURES[key]
            assert plan.column in (*measure.by, measure.among)
            if hasattr(plan, "one_base"):
                assert plan.one_base == (plan.column == measure.among)


def test_every_part_of_practice_has_its_statement_once():
    told = [part for statement in STATEMENTS for part in statement.practice]
    assert sorted(told) == sorted(PRACTICE_REGISTER.column("part").kind.codes)


def test_a_statement_speaks_of_the_measures_that_its_table_holds():
    for statement in STATEMENTS:
        assert set(statement.by_service) <= set(statement.measures)


def test_every_measure_that_is_told_by_a_sentence_has_one_of_its_own():
    source = (shipped("report_templates") / "parts" / "said.html.j2").read_text(encoding="utf-8")
    said = re.findall(r'f\.key == "([^"]+)"', source)
    assert len(set(said)) == len(said)
    spoken = {key for statement in STATEMENTS for key in statement.measures} | {*SUMMARY.needs, EXPIRED}
    assert spoken - {"training.standing"} <= set(said)


def test_what_is_left_unjudged_is_better_neither_high_nor_low_and_the_rest_is():
    directions = {key: MEASURES[key].direction for statement in STATEMENTS for key in statement.measures}
    assert {key for key, way in directions.items() if way is Direction.NEITHER} == set(NOT_JUDGED)
    assert set(KEPT_IN_TIME) <= set(SUMMARY.needs)
    assert {key.partition("[")[0] for key in OVERDUE} <= set(SUMMARY.needs)


def test_each_principle_and_duty_is_answered_by_the_measures_of_its_statement():
    answers = {s.key: {answer for key in s.measures for answer in MEASURES[key].answers} for s in STATEMENTS}
    for principle in ("choice", "control", "proportionality", "partnership", "accountability"):
        assert f"msp.{principle}" in answers[principle]
    assert {"care_act.s67", "care_act.s68"} <= answers["advocacy"]
    assert "cqc.reg18" in answers["staffing"]
    assert {"cqc.reg17", "cqc.learning_culture"} <= answers["governance"]


def test_the_gap_map_is_made_of_the_figures_of_the_pack_that_answer_what_its_frameworks_ask():
    asked = [asked for key in FRAMEWORKS for asked in frameworks()[key].statements]
    answers = {key for one in asked for key in answered_by(one)}
    told = {key for section in INSPECTION.sections if section.key != GAPS.key for key in section.needs}
    assert set(GAPS.needs) == {key for key in told if answers & set(MEASURES[key].answers)}
    silent = {
        one.key for one in asked if not any(set(answered_by(one)) & set(MEASURES[key].answers) for key in GAPS.needs)
    }
    assert silent == {"cqc.evidence.staff", "cqc.evidence.partners"}  # no register of ours holds what they say
