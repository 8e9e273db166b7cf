"""What a strong claim has, and which of it a claim lacks."""

import pytest

from evidencegen.packs.claim import Claim
from evidencegen.packs.strength import LEARNING, Check, missing
from evidencegen.release.figure import Mark
from tests.packs.conftest import MEASURES

REGISTERS = {key: measure.view.register.title for key, measure in MEASURES.items()}
ALL = tuple(Check)


@pytest.fixture
def lacks(figure):
    """The checks that a claim does not pass, made of its figures and case studies; each figure is fresh unless said."""

    def lacking(*keys, cases=(), control="A form asks.", stale=(), mark=None):
        figures = tuple(figure(key, mark=mark) if mark else figure(key) for key in keys)
        claim = Claim("1", "outcomes", "We ask.", control, "", figures, cases)
        return {one.check: one.why for one in missing(claim, REGISTERS, [key for key in keys if key not in stale])}

    return lacking


def test_the_measures_of_learning_are_measures():
    assert MEASURES.keys() >= LEARNING


def test_a_claim_with_nothing_lacks_everything(lacks):
    assert tuple(lacks()) == ALL
    assert tuple(lacks("msp.asked", mark=Mark.SUPPRESSED)) == ALL
    assert (
        lacks("msp.asked", mark=Mark.SUPPRESSED)[Check.TRIANGULATED] == "none of its figures is shown to these readers"
    )


def test_a_claim_is_specific_with_a_control_and_a_figure(lacks):
    assert Check.SPECIFIC not in lacks("msp.asked")
    assert lacks("msp.asked", control=" ")[Check.SPECIFIC] == "no control says how it is made sure"
    assert lacks(cases=("CS-01",))[Check.SPECIFIC] == "no figure with a number shows it"


def test_two_figures_of_one_register_are_no_triangle_and_those_of_two_or_a_story_beside_one_are(lacks):
    one_register = lacks("msp.asked", "msp.reviewed")[Check.TRIANGULATED]
    assert one_register == "all its figures are of one register (Safeguarding log), and no case study is beside them"
    assert Check.TRIANGULATED not in lacks("msp.asked", "supervision.asked_outcome")
    assert Check.TRIANGULATED not in lacks("msp.asked", cases=("CS-01",))
    assert lacks(cases=("CS-01",))[Check.TRIANGULATED] == "it has a case study, and no figure beside it"


def test_an_outcome_is_told_by_a_figure_of_one_or_by_a_story(lacks):
    assert Check.OUTCOME_LED in lacks("msp.asked")
    assert Check.OUTCOME_LED not in lacks("msp.asked", "msp.felt_safer")
    assert Check.OUTCOME_LED not in lacks("msp.asked", cases=("CS-01",))


def test_one_fresh_figure_is_enough_and_none_is_said(lacks):
    assert Check.TIME_BOUND not in lacks("msp.asked", "msp.reviewed", stale=("msp.asked",))
    words = lacks("msp.asked", "msp.reviewed", stale=("msp.asked", "msp.reviewed"))[Check.TIME_BOUND]
    assert words == "none of its figures rests on a record of the last six months"
    assert lacks(cases=("CS-01",))[Check.TIME_BOUND] == "no figure says over which period"


def test_learning_is_an_action_with_its_effect_or_a_story(lacks):
    assert Check.LEARNING in lacks("msp.asked", "actions.raised")
    assert Check.LEARNING not in lacks("msp.asked", "actions.worked")
    assert Check.LEARNING not in lacks("msp.asked", cases=("CS-01",))
