"""What goes first, and that a pack without it is whole: no figure without its note, none that nothing tells of."""

from dataclasses import replace

import pytest

from evidencegen.limit import Limit
from evidencegen.look import Own
from evidencegen.packs.draft import draft
from evidencegen.packs.fit import TOGETHER, Content, going, without
from evidencegen.packs.kinds.tender import TENDER
from evidencegen.packs.told import told_of
from evidencegen.tender import Criterion

DETAILS = ("summary", "process", "voices", "examples")


@pytest.fixture
def filled(brief):
    def make(figures, content):
        told = told_of([content.pack], content.statements)
        its = {key: figure for key, figure in figures.items() if figure in told}
        return draft(content.pack, brief(), its, stories=content.stories, statements=content.statements)

    return make


@pytest.fixture
def content(statements, told):
    return Content(TENDER, statements, (told, replace(told, case="CS-02")))


def ordered(filled, content, figures, **limit):
    return going(content, filled(figures, content), Limit.model_validate(limit))


def test_what_shows_nothing_goes_first_then_tables_charts_and_so_on_and_the_answer_last(filled, content, in_state):
    figures = in_state("full")
    hidden = in_state("hidden")["training.safeguarding_current"]
    pack = TENDER.of(DETAILS)
    order = ordered(filled, replace(content, pack=pack), figures | {hidden.key: hidden})
    # By hand, from the four sections: statement 3 names no figure; tables of voices, last first, the one with the risk
    # that became less, an outcome, after the others; figures beside the claims of process; stories; controls; claims.
    assert [(one.section, one.kind, one.keys[0]) for one in order] == [
        ("voices", "tables", "high_risk"),
        ("voices", "tables", "asked.by_group"),
        ("voices", "tables", "barriers"),
        ("voices", "tables", "control"),
        ("process", "further", "msp.reviewed_twice"),
        ("process", "further", "msp.reviewed"),
        ("process", "further", "decisions.capacity_considered"),
        ("process", "further", "advocacy.seen_privately"),
        ("process", "further", "advocacy.asked_for"),
        ("examples", "case_studies", "CS-02"),
        ("examples", "case_studies", "CS-01"),
        ("process", "controls", "1"),
        ("process", "claims", "2"),
        ("process", "claims", "1"),
        ("summary", "figures", "msp.reviewed"),
        ("summary", "figures", "msp.own_words"),
        ("summary", "figures", "supervision.trained_competent_supervised"),
        ("summary", "figures", "advocacy.asked_for"),
        ("summary", "figures", "msp.asked"),
        ("summary", "figures", "msp.felt_safer"),
    ]


def test_the_brief_says_what_lasts_longest(filled, content, in_state):
    pack = TENDER.of(DETAILS)
    order = ordered(filled, replace(content, pack=pack), in_state("full"), keep=["tables", "case_studies"])
    kinds = list(dict.fromkeys(one.kind for one in order if one.section != "summary"))
    assert kinds == ["further", "controls", "claims", "case_studies", "tables"]


def test_a_claim_that_no_figure_bears_out_goes_before_any_that_one_does(filled, content, in_state):
    order = ordered(filled, content, in_state("full"))
    assert (order[0].kind, order[0].keys) == ("claims", ("3",))


def test_something_stays_of_each_section_that_answers_a_criterion(filled, content, in_state):
    figures = in_state("full")
    whole = filled(figures, content)
    criteria = [
        Criterion(key="c1", text="Staff", answered_by=["training"]),
        Criterion(key="c2", text="Choice", answered_by=["principles.partnership"]),
    ]
    asked = replace(whole, question=whole.question.model_copy(update={"criteria": criteria}))
    plain, order = (going(content, one, Limit()) for one in (whole, asked))
    assert set(plain) == set(order)
    at = next(i for i, one in enumerate(order) if one.section == "summary")
    assert [(one.section, one.kind) for one in order[at - 2 : at]] == [
        ("principles", "further"),
        ("training", "figures"),
    ]
    short = filled(figures, without(content, whole, order[: at - 2]))
    assert [section.key for section in short.sections] == ["summary", "principles", "training", "notes"]


def test_the_last_that_shows_what_a_criterion_names_stays_as_long(filled, content, in_state):
    whole = filled(in_state("full"), content)
    criteria = [
        Criterion(key="c1", text="Staff", answered_by=["training.content"]),
        Criterion(key="c2", text="Practice", answered_by=["2"]),
    ]
    asked = replace(whole, question=whole.question.model_copy(update={"criteria": criteria}))
    order = going(content, asked, Limit())
    assert set(order) == set(going(content, whole, Limit()))
    at = next(i for i, one in enumerate(order) if one.section == "summary")
    assert [(one.section, one.kind, one.keys) for one in order[at - 2 : at]] == [
        ("training", "tables", ("training.content",)),
        ("process", "claims", ("2",)),
    ]


def test_it_never_matters_how_good_a_figure_looks(filled, content, in_state):
    best, worst = (
        [one for one in ordered(filled, content, in_state(state)) if one.kind not in ("tables", "charts")]
        for state in ("all of them", "none of them")
    )
    assert best == worst
    assert len(best) > 30


def test_what_answers_for_another_goes_with_it(filled, content, in_state):
    order = ordered(filled, content, in_state("full"))
    for _, keys in TOGETHER:
        alone = [one for one in order if set(one.keys) & set(keys) and one.kind in ("figures", "tables")]
        for section in {one.section for one in alone}:
            assert sum(one.section == section for one in alone if set(one.keys) <= set(keys)) <= 1
    whole = filled(figures := in_state("full"), content)
    short = filled(figures, without(content, whole, order))
    # What stays whatever happens: the answer's outcome, told with how often it failed.
    assert tuple(short.sections[0].figures) == ("msp.fully_achieved", "msp.not_achieved")


def test_every_figure_that_a_section_needs_belongs_to_something_that_can_go(filled, content, in_state):
    figures = in_state("full")
    whole = filled(figures, content)
    order = going(content, whole, Limit())
    first = TENDER.sections[0].key
    short = without(content, whole, order)
    assert [plan.key for plan in short.pack.sections] == [first, "notes"]
    assert (short.statements, short.stories) == ((), ())
    assert len(short.pack.sections[0].needs) <= 2


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_whatever_goes_what_is_left_is_whole(filled, content, figures, share):
    whole = filled(figures, content)
    order = going(content, whole, Limit())
    gone = order[: round(len(order) * share)]
    short = filled(figures, without(content, whole, gone))
    noted = {note.figure.measure for note in short.notes}
    assert {figure.measure for figure in short.figures} == noted
    assert {figure.key for figure in short.figures} <= {figure.key for figure in whole.figures}
    numbers = {c.number for section in short.sections for part in section.practice for c in part.claims}
    assert not numbers & {key for one in gone if one.kind == "claims" for key in one.keys}
    assert not {e.case for e in short.examples} & {key for one in gone for key in one.keys}


def test_less_room_never_brings_anything_back(filled, content, in_state):
    figures = in_state("full")
    whole = filled(figures, content)
    order = going(content, whole, Limit())
    before = {figure.key for figure in whole.figures}
    for gone in range(0, len(order) + 1, 3):
        left = {figure.key for figure in filled(figures, without(content, whole, order[:gone])).figures}
        assert left <= before
        before = left


def test_a_claim_that_only_a_story_bears_out_goes_with_it(filled, content, in_state):
    figures = in_state("full")
    said = replace(content.statements[2], case_studies=("CS-01",))
    content = replace(content, statements=(*content.statements[:2], said))
    whole = filled(figures, content)
    order = going(content, whole, Limit())
    one, two = (next(b for b in order if b.keys == (case,)) for case in ("CS-01", "CS-02"))
    assert [s.number for s in without(content, whole, [two]).statements] == ["1", "2", "3"]
    short = without(content, whole, [one])
    assert [s.number for s in short.statements] == ["1", "2"]
    assert not filled(figures, short).unevidenced


def test_a_section_in_the_providers_own_words_goes_whole_and_late(filled, content, in_state):
    figures = in_state("full")
    own = Own(templates={"tender/training.html.j2": "x"}, words={"tender/voices.html.j2": ("Ours.",)})
    whole = replace(filled(figures, content), own=own)
    order = going(content, whole, Limit())
    assert [(one.section, one.kind) for one in order if one.section in ("training", "voices")] == [
        ("voices", "own"),
        ("training", "own"),
    ]
    at = [one.section for one in order].index("voices")
    assert {one.section for one in order[at:]} == {"voices", "training", "summary"}
    short = without(content, whole, [one for one in order if one.section == "voices"])
    assert "voices" not in {plan.key for plan in short.pack.sections}
