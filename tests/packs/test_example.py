"""A case study laid out for a pack: voice, advocacy, plan, reviews, outcome, learning."""

from types import SimpleNamespace

import pytest

from evidencegen.packs.example import STEPS, example


def story(**parts):
    told = {"service_type": "home care", "composite": False, "text_sha256": "ab"}
    return SimpleNamespace(case="CS-1", outcome_achieved=parts.pop("achieved", "fully"), parts=parts, **told)


def test_steps_stand_in_the_order_of_the_story_and_one_with_nothing_on_record_stays():
    laid_out = example(story(outcome="She is home.", voice="I want to go home.", plan=""))
    assert [step.key for step in laid_out.steps] == list(STEPS)
    words = {step.key: step.words for step in laid_out.steps}
    assert (words["voice"], words["outcome"]) == ("I want to go home.", "She is home.")
    assert (words["plan"], words["learning"]) == (None, None)


@pytest.mark.parametrize(
    ("achieved", "told"), [("partly", "partly achieved"), ("not_achieved", "not achieved"), ("", "not recorded")]
)
def test_an_outcome_is_told_in_words_and_where_none_is_on_record_that_is_said(achieved, told):
    assert example(story(achieved=achieved)).achieved == told
