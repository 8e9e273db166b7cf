"""What a framework asks, what supports each statement and how strongly, and what is missing, each thing once."""

from dataclasses import replace
from datetime import date

import pytest

from evidencegen.catalogue import everything_in
from evidencegen.measures import families
from evidencegen.measures.framework import frameworks
from evidencegen.measures.measure import Measure
from evidencegen.packs.claim import Statement
from evidencegen.packs.gap import Known, Reason, Strength, Tale
from evidencegen.packs.gap_map import gap_map
from evidencegen.packs.inspection import Contradiction
from evidencegen.packs.next_evidence import Step
from evidencegen.release.figure import Mark
from evidencegen.release.profile import PROFILES

MEASURES = everything_in(families, Measure)
DAY = date(2026, 9, 30)
SAID = Statement("PS01", "choice", "We give information in a form the person can use.", shown_by=("msp.involved",))
TOLD = Tale("CS-01", told=True, waits=False, advocacy=False, since=date(2026, 2, 1))
WAITS = Tale("CS-02", told=False, waits=True, advocacy=True, since=date(2026, 2, 1))


@pytest.fixture
def known():
    """What is known besides figures: `known(practice=(SAID,))`."""
    return lambda audience="external", **more: Known(DAY, PROFILES[audience], **more)


def mapped(known, figures, *wanted):
    return gap_map([frameworks()[key] for key in wanted], MEASURES, {f.key: f for f in figures}, known)


def one(found, key):
    return next(s for framework in found.frameworks for s in framework.statements if s.asked.key == key)


@pytest.mark.parametrize(
    ("figures", "practice", "tales", "strength"),
    [
        ([], (), (), Strength.WITHHELD),
        ([], (SAID,), (TOLD,), Strength.WITHHELD),
        (["msp.involved"], (), (), Strength.PRACTISED),
        (["msp.involved"], (SAID,), (TOLD,), Strength.PRACTISED),
    ],
)
def test_a_statement_is_as_strong_as_what_carries_a_number(known, figure, figures, practice, tales, strength):
    told = [figure(key) for key in figures] + [figure("msp.communication_tool", mark=Mark.SUPPRESSED)]
    found = mapped(known(practice=practice, tales=tales), told, "msp_principles")
    assert one(found, "msp.choice").strength is strength


@pytest.mark.parametrize(
    ("counts", "tales", "strength"),
    [
        ((90, 120), (TOLD,), Strength.PROVED),
        ((90, 120), (), Strength.PRACTISED),
        ((90, 120), (WAITS,), Strength.PRACTISED),
        ((90, 120), (replace(TOLD, since=date(2024, 9, 29)),), Strength.PRACTISED),
        ((90, 120), (replace(TOLD, since=date(2024, 9, 30)),), Strength.PROVED),
        ((90, 120), (replace(TOLD, since=None),), Strength.PROVED),
        ((10, 15), (TOLD,), Strength.PRACTISED),
    ],
)
def test_proved_takes_a_share_of_an_outcome_and_a_case_study_of_the_last_two_years(
    known, figure, counts, tales, strength
):
    found = mapped(known(tales=tales), [figure("msp.felt_safer", *counts)], "msp_outcomes")
    assert one(found, "msp.q7").strength is strength


def test_without_figures_there_is_a_policy_or_nothing_and_either_is_a_gap(known, figure):
    none = figure("msp.involved", mark=Mark.NOT_APPLICABLE)
    for practice, strength in (((SAID,), Strength.POLICY), ((), Strength.NONE)):
        found = mapped(known(practice=practice), [none], "msp_principles")
        assert one(found, "msp.choice").strength is strength
        (gap,) = [gap for gap in found.gaps if gap.key == "msp.choice"]
        assert (gap.reason, gap.detail, gap.next.step) == (Reason.NEVER, "there was nothing to count", Step.RECORD)


def test_that_nobody_waits_or_how_many_there_were_bears_nothing_out(known, figure):
    """No referral waits and 40 were made: neither says that an advocate is asked for early, and that share is hidden."""
    counts = [figure("advocacy.waiting", 0), figure("advocacy.referrals", 40)]
    early = figure("advocacy.asked_for_early", mark=Mark.SUPPRESSED)
    assert one(mapped(known(), [*counts, early], "care_act_2014"), "care_act.s68").strength is Strength.WITHHELD
    concerns = mapped(known(), [figure("concerns.raised", 80)], "sac_2025_26")
    assert one(concerns, "sac.sg1f").strength is Strength.PRACTISED  # a count is what is asked there


def test_a_story_that_waits_is_signed_one_that_is_old_is_stale_and_where_there_is_none_one_is_written(known):
    old = replace(TOLD, since=date(2024, 1, 1))
    cases = {(WAITS,): (Reason.NEVER, Step.SIGN), (): (Reason.NEVER, Step.WRITE), (old,): (Reason.STALE, Step.WRITE)}
    for tales, wanted in cases.items():
        (gap,) = [g for g in mapped(known(tales=tales), [], "msp_outcomes").gaps if g.key == "stories.any"]
        assert (gap.reason, gap.next.step) == wanted
        assert len(gap.asked) == 7  # one row, however many statements want a story


def test_advocacy_wants_a_story_with_an_advocate_in_it(known):
    found = mapped(known(tales=(TOLD, replace(TOLD, case="CS-03", advocacy=True))), [], "care_act_2014")
    assert [tale.case for tale in one(found, "care_act.s67").tales] == ["CS-03"]
    found = mapped(known(tales=(TOLD,)), [], "care_act_2014")
    assert "stories.advocacy" in {gap.key for gap in found.gaps}


def test_a_whole_that_is_told_in_its_parts_does_not_stand_for_them(known, figure):
    decided = figure("concerns.council_decision", 120, 120)
    found = mapped(known(), [decided, figure("concerns.led_to_enquiry", 60, 100)], "sac_2025_26")
    assert [f.measure for f in one(found, "sac.conversion").figures] == [
        "concerns.led_to_enquiry",
        "concerns.council_decision",
    ]
    assert one(mapped(known(), [decided], "sac_2025_26"), "sac.conversion").best.measure == "concerns.council_decision"


def test_the_best_figure_is_of_an_outcome_and_what_only_describes_comes_last(known, figure):
    told = [
        figure("risk.high_risk", 120, 120),
        figure("risk.referred_in_time", 30, 40),
        figure("risk.reduced_or_removed", 20, 30),
    ]
    found = one(mapped(known(), told, "msp_principles"), "msp.protection")
    assert [f.key for f in found.figures] == ["risk.reduced_or_removed", "risk.referred_in_time", "risk.high_risk"]
    assert found.best is found.figures[0]
    assert one(mapped(known(), [], "msp_principles"), "msp.protection").best is None


def test_what_speaks_against_is_a_figure_short_of_its_aim_and_records_that_clash(known, figure):
    """75% against an aim of 90% is short. 85 of 90 rounded may have been 90%, so it is too near to tell."""
    clash, other = (
        Contradiction("crosscheck.order", ("Safeguarding log",)),
        Contradiction("crosscheck.twice", ("Staff",)),
    )
    registers = {"msp.involved": frozenset({"Safeguarding log"})}
    told = [figure("msp.involved", 90, 120, target=0.9), figure("msp.accessible_information", 85, 95, target=0.9)]
    found = one(mapped(known(contradictions=(clash, other), registers=registers), told, "msp_principles"), "msp.choice")
    assert [f.key for f in found.short] == ["msp.involved"]
    assert found.clashes == (clash,)
    met = [figure("msp.involved", 110, 120, target=0.9)]
    assert one(mapped(known(), met, "msp_principles"), "msp.choice").short == ()


def test_a_statement_of_practice_is_policy_only_unless_a_figure_or_a_story_that_may_be_told_shows_it(known, figure):
    def reasons(said, *figures, tales=()):
        found = mapped(known(practice=(said,), tales=tales), figures, "msp_principles")
        return [gap.reason for gap in found.gaps if gap.key == "practice.PS01"]

    hidden = figure("msp.involved", mark=Mark.SUPPRESSED)
    assert reasons(SAID, hidden) == [Reason.POLICY]
    assert reasons(SAID, figure("msp.involved")) == []
    assert reasons(replace(SAID, shown_by=())) == [Reason.POLICY]
    assert reasons(replace(SAID, shown_by=(), case_studies=("CS-01",)), tales=(TOLD,)) == []
    assert reasons(replace(SAID, case_studies=("CS-02",)), hidden, tales=(WAITS,)) == [Reason.POLICY]
    assert reasons(SAID) == []  # its figure was not looked at here, so nothing is known


def test_what_a_figure_of_its_own_lacks_is_the_next_step_of_a_statement_too(known, figure):
    found = mapped(
        known(practice=(SAID,), longer={"msp.involved": 24}, tried=True),
        [figure("msp.involved", mark=Mark.SUPPRESSED)],
        "msp_principles",
    )
    (gap,) = [gap for gap in found.gaps if gap.key == "practice.PS01"]
    assert (gap.next.step, gap.next.of) == (Step.WIDEN, "24 months (`months: 24` in evidence.yaml)")


def test_a_policy_that_nobody_looked_through_for_two_years_is_stale(known):
    def stale(day):
        found = mapped(known(practice=(SAID,), reviewed={"PS01": day}), [], "msp_principles")
        return [(g.reason, g.detail) for g in found.gaps if g.key == "policy.PS01"]

    assert stale(date(2024, 9, 29)) == [(Reason.STALE, "policy last looked through in September 2024")]
    assert stale(date(2024, 9, 30)) == []


def test_a_part_of_practice_that_nothing_is_said_of_wants_a_statement(known):
    found = mapped(known(practice=(SAID,)), [], "msp_principles")
    told = {gap.about for gap in found.gaps if gap.next.step is Step.STATE}
    assert 'A statement of practice on "Control"' in told
    assert not any("Choice" in about for about in told)
    (row,) = [row for row in found.rows if row.next.step is Step.STATE]
    assert len(row.gaps) == len(told)  # one step mends all of them
    assert row.next.words == "write down what you do about it, in the practice statements (1 row each)"


def test_what_is_on_record_for_a_day_and_small_is_no_gap_as_there_is_no_more_of_it(known, figure):
    """Four open actions are four open actions: a longer period brings no more."""
    found = mapped(known(), [figure("actions.overdue", 4, 7)], "regulations_2014")
    assert "actions.overdue" not in {gap.key for gap in found.gaps}


def test_a_thing_that_is_missing_for_several_statements_is_told_once_for_all_of_them(known, figure):
    found = mapped(known(), [figure("advocacy.referrals", mark=Mark.SUPPRESSED)], "care_act_2014", "msp_principles")
    (gap,) = [gap for gap in found.gaps if gap.key == "advocacy.referrals"]
    assert [asked.key for asked in gap.asked] == ["care_act.s67", "care_act.s68"]
    assert len({gap.key for gap in found.gaps}) == len(found.gaps)


def test_nothing_is_left_to_do_without_a_reason_and_a_step_whatever_state_the_figures_are_in(known, figures):
    told = {key: one for key, one in figures.items() if not one.column}
    for audience in PROFILES:
        found = gap_map(frameworks().values(), MEASURES, told, known(audience, practice=(SAID,), tales=(TOLD, WAITS)))
        assert all(gap.next.words and gap.about and gap.asked for gap in found.gaps)
        weak = (Strength.NONE, Strength.POLICY, Strength.WITHHELD)
        assert [s.asked.key for f in found.frameworks for s in f.statements if s.strength in weak and not s.gaps] == []
