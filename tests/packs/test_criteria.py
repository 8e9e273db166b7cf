"""Each criterion is answered where its draft says something of it, and nowhere else."""

from dataclasses import replace

import pytest

from evidencegen.packs.criteria import answered, declared, unanswered
from evidencegen.packs.draft import draft
from evidencegen.packs.kinds.tender import TENDER
from evidencegen.tender import Criterion


def criterion(key, *sections, **more):
    return Criterion.model_validate({"key": key, "text": "Method", "answered_by": list(sections)} | more)


@pytest.fixture
def made(brief, in_state, statements):
    def make(*criteria, pack=TENDER, statements=statements):
        filled = draft(pack, brief(), in_state("full"), statements=statements)
        return replace(filled, question=filled.question.model_copy(update={"criteria": list(criteria)}))

    return make


def test_a_criterion_is_answered_in_the_sections_and_parts_that_it_names_in_the_order_of_the_document(made):
    (one, two) = answered(made(criterion("c1", "training", "process.advocacy"), criterion("c2", "principles.choice")))
    assert one.places == ("2 How we work, and what shows it, Access to an advocate", "4 Training and competence")
    assert str(two) == "3 The five principles in our practice, Choice"


def test_where_it_names_none_the_templates_say_who_answers_it(made):
    (one,) = answered(made(criterion("asc_wds")))
    assert one.places == ("4 Training and competence",)
    assert "care_act.s68" in declared("tender/process.html.j2")
    assert declared("tender/voices.html.j2") == {"msp.control", "msp.protection", "care_act.s68", "ais"}


def test_what_is_not_in_the_document_answers_nothing(made):
    pack = TENDER.of(["summary", "training"])
    one, two = answered(made(criterion("c1", "process"), criterion("c2", "training"), pack=pack))
    assert (one.places, str(one)) == ((), "nothing in this document")
    assert two.places == ("2 Training and competence",)
    assert one.as_dict() == {"key": "c1", "weighting": "", "text": "Method", "answered_in": []}


def test_what_no_section_of_a_pack_is_said_to_answer_is_told():
    told = [criterion("c1", "process"), criterion("c2"), criterion("care_act.s68"), criterion("c4", "board")]
    assert [one.key for one in unanswered(told, TENDER)] == ["c2", "c4"]
