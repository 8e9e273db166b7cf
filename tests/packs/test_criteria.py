"""Each criterion is answered where its draft says something of it, and nowhere else."""

from dataclasses import replace

import pytest

from evidencegen.limit import amount_of
from evidencegen.packs.criteria import Answered, Teller, answered, answering, answers_of, declared, shows, unanswered
from evidencegen.packs.draft import draft
from evidencegen.packs.kinds.tender import TENDER
from evidencegen.tender import Criterion

# A page by hand: what stands in sections 1 Our answer, 2 How we work, 4 Training and 6 What people wanted.
TOLD = (
    Teller("1.1", "summary"),
    Teller("headline figures", "summary", measures=frozenset({"msp.asked", "advocacy.asked_for"})),
    Teller("1.2", "summary", measures=frozenset({"msp.own_words"})),
    Teller("2.1", "process"),
    Teller("2.2", "process", "Finding out what the person wants", frozenset({"msp.asked"}), frozenset({"1"})),
    Teller("2.3", "process", "Access to an advocate", frozenset({"advocacy.asked_for"}), frozenset({"2"})),
    Teller("2.4", "process", "Access to an advocate", frozenset({"advocacy.seen_privately"})),
    Teller("4.1", "training", measures=frozenset({"training.current"})),
    Teller("charts", "training", measures=frozenset({"training.current"})),
    Teller("tables", "training", measures=frozenset({"training.current"})),
    Teller("tables", "training", measures=frozenset({"training.content"})),
    Teller("case study CS-01", "examples"),
)


def criterion(key, *sections, **more):
    return Criterion.model_validate({"key": key, "text": "Method", "answered_by": list(sections)} | more)


@pytest.fixture
def made(brief, in_state, statements):
    def make(*criteria, pack=TENDER, statements=statements):
        filled = draft(pack, brief(), in_state("full"), statements=statements)
        return replace(filled, question=filled.question.model_copy(update={"criteria": list(criteria)}))

    return make


@pytest.mark.parametrize(
    ("named", "places"),
    [
        (["training", "process.advocacy"], ("2.3", "2.4", "4.1", "charts of section 4", "tables of section 4")),
        (["process"], ("2.1", "2.2", "2.3", "2.4")),
        (["msp.asked"], ("headline figures of section 1", "2.2")),
        (["2"], ("2.3",)),
        (["1", "training.content"], ("2.2", "tables of section 4")),
        (["examples"], ("case study CS-01",)),
        (["outcomes"], ()),
        (["msp.reviewed"], ()),
    ],
)
def test_a_criterion_is_answered_by_what_it_names_in_the_order_of_the_document(made, named, places):
    (one,) = answered(made(criterion("c1", *named)), TOLD)
    assert one.places == places


def test_where_it_names_nothing_what_shows_a_figure_that_answers_its_key_does(made):
    assert "care_act.s68" in answers_of("advocacy.asked_for")
    assert "care_act.s68" not in answers_of("advocacy.seen_privately")
    (one,) = answered(made(criterion("care_act.s68")), TOLD)
    assert one.places == ("headline figures of section 1", "2.3")
    assert answers_of("own.measure") == frozenset()


def test_and_so_does_a_case_study_where_the_template_of_its_section_declares_it(made):
    one, two = answered(made(criterion("msp.q1"), criterion("msp.q3")), TOLD)
    assert one.places == ("headline figures of section 1", "2.2", "case study CS-01")
    assert two.places == ()
    assert declared("tender/voices.html.j2") == {"msp.control", "msp.protection", "care_act.s68", "ais"}


@pytest.mark.parametrize(
    ("places", "words"),
    [
        (("2.1",), "2.1"),
        (("2.1", "2.2"), "2.1, 2.2"),
        (("2.1", "2.2", "2.3", "2.5"), "2.1 to 2.3, 2.5"),
        (("1.9", "1.10", "1.11", "2.12"), "1.9 to 1.11, 2.12"),
        (("2.3", "charts of section 4", "4.1", "tables of section 4"), "2.3, 4.1, charts and tables of section 4"),
        (("case study CS-01", "case study CS-02"), "case study CS-01, case study CS-02"),
        (("tables of section 4", "tables of section 6"), "tables of section 4, tables of section 6"),
    ],
)
def test_numbers_that_follow_each_other_are_told_together(places, words):
    assert str(Answered(criterion("c1"), places)) == words


def test_what_is_not_in_the_document_answers_nothing_and_says_whether_a_limit_may_be_why(made):
    one = made(criterion("c1", "outcomes"), criterion("c2", "training"))
    bare, training = answered(one, TOLD)
    assert (bare.places, str(bare)) == ((), "not answered in this document")
    assert training.places[0] == "4.1"
    assert bare.as_dict() == {"key": "c1", "weighting": "", "text": "Method", "answered_in": []}
    short, _ = answered(replace(one, lost=("c1",)), TOLD)
    assert str(short) == "not answered within the limit"
    assert amount_of(str(short)) == amount_of(str(bare))


def test_sections_that_answer_a_criterion_are_those_it_names_and_no_measure_of_the_same_name(made):
    assert answering(made(criterion("c1", "process.advocacy"))) == {"process"}
    assert answering(made(criterion("c1", "training.current"))) == frozenset()
    assert answering(made(criterion("nice.ng189"))) == {"training"}


def test_figures_and_statements_show_what_a_criterion_names():
    assert shows(criterion("c1", "msp.asked"), ["msp.asked"])
    assert shows(criterion("c1", "PS3"), [], ["PS3"])
    assert not shows(criterion("c1", "process"), ["msp.asked"], ["PS3"])
    assert shows(criterion("care_act.s68"), ["advocacy.asked_for"])
    assert not shows(criterion("care_act.s68"), ["training.current"])


def test_what_nothing_in_a_pack_is_said_to_answer_is_told(statements):
    told = [
        criterion("c1", "process"),
        criterion("c2"),
        criterion("care_act.s68"),
        criterion("c4", "board"),
        criterion("c5", "training.current"),
        criterion("c6", "2"),
        criterion("c7", "PS9"),
    ]
    assert [one.key for one in unanswered(told, TENDER, statements)] == ["c2", "c4", "c7"]
    pack = TENDER.of(["outcomes"])
    assert [one.key for one in unanswered(told, pack, statements)] == ["c1", "c2", "c4", "c5", "c6", "c7"]
