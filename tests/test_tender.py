"""What a buyer asks is read as one question or as several, never as neither."""

import pytest
from pydantic import ValidationError

from evidencegen.tender import Tender

TWO = [
    {"key": "msp", "question": "How do you make it personal?", "case_studies": ["CS-2"]},
    {"key": "training", "question": "How are staff trained?", "limit": {"pages": 2}, "sections": ["training"]},
]


def test_one_question_takes_weighting_limit_and_stories_from_the_tender():
    tender = Tender.model_validate(
        {"question": "How?", "weighting": "15%", "limit": {"pages": 4}, "case_studies": ["CS-1"]}
    )
    (asked,) = tender.asked
    assert (asked.key, asked.question, asked.weighting, str(asked.limit)) == ("", "How?", "15%", "4 pages")
    assert asked.case_studies == ["CS-1"]


def test_the_limit_of_the_tender_is_that_of_each_question_that_has_none():
    first, second = Tender.model_validate({"questions": TWO, "limit": {"words": 500}}).asked
    assert (str(first.limit), str(second.limit)) == ("500 words", "2 pages")


def test_what_an_answer_is_scored_by_stands_with_its_question():
    scored = {"key": "c1", "text": "Method", "weighting": "60%", "answered_by": ["process"]}
    (asked,) = Tender.model_validate({"question": "How?", "criteria": [scored], "criteria_table": "yes"}).asked
    assert [(one.key, one.weighting, one.answered_by) for one in asked.criteria] == [("c1", "60%", ["process"])]
    assert asked.criteria_table


def test_of_several_each_has_its_own_and_the_tenders_stories_where_it_names_none():
    first, second = Tender.model_validate({"questions": TWO, "case_studies": ["CS-1"]}).asked
    assert (first.case_studies, second.case_studies) == (["CS-2"], ["CS-1"])
    assert (second.sections, str(second.limit), str(first.limit)) == (["training"], "2 pages", "none given")


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({}, "either `question:` or a list"),
        ({"question": "How?", "questions": TWO}, "and not both"),
        ({"questions": [{"question": "How?"}]}, "each of the questions needs a `key`"),
        ({"questions": [TWO[0], TWO[0]]}, "two of the questions have the same `key`"),
        ({"questions": TWO, "criteria": [{"key": "c1", "text": "Method"}]}, "stand under each of them"),
        ({"question": "How?", "criteria": [{"key": "c1", "text": "A"}, {"key": "c1", "text": "B"}]}, "each of its own"),
        ({"questions": [{"key": "../x", "question": "How?"}]}, "should match pattern"),
    ],
)
def test_a_tender_that_asks_nothing_or_unclearly_is_refused(wrong, told):
    with pytest.raises(ValidationError, match=told):
        Tender.model_validate(wrong)
