"""The drafts of a pack: its measures taken, released, and told in its sections."""

from dataclasses import replace

import pytest

from evidencegen.brief import PackBrief
from evidencegen.drafted import drafts_of, formats_known, pack_of, packs, statements_of
from evidencegen.fitted import keeps_to
from evidencegen.limit import Limit
from evidencegen.problem import EvidenceError
from evidencegen.project import read


def test_packs_and_formats_are_those_that_stand_on_their_shelves():
    assert set(packs()) == {"tender", "inspection", "board", "pir"}
    assert set(formats_known()) == {"pdf", "docx", "xlsx", "txt", "html"}


def test_a_pack_and_a_format_that_nobody_makes_are_told_together():
    with pytest.raises(EvidenceError) as error:
        pack_of("tendre", ("pdf", "odt"))
    assert [p.key for p in error.value.problems] == ["build.unknown_pack", "build.unknown_format"]


def test_a_draft_holds_the_figures_its_sections_tell_of_and_every_statement_of_the_register(sample_project):
    project, said = read(sample_project), []
    (draft,) = drafts_of(project, pack_of("tender"), None, lambda step, _: said.append(step))
    assert said[:2] == ["measure", "release"]
    assert said[-1] == "draft"
    told = {figure.measure for figure in draft.figures}
    assert {key for section in draft.sections for key in section.figures} <= told
    claimed = {claim.number for section in draft.sections for part in section.practice for claim in part.claims}
    assert claimed == {statement.number for statement in statements_of(project)}


def test_the_return_is_an_answer_of_500_words_to_each_thing_it_asks_and_tells_no_story(sample_project):
    project, said = read(sample_project), []
    drafts = drafts_of(project, pack_of("pir"), None, lambda step, words: said.append((step, words)))
    assert [draft.name for draft in drafts] == ["pir-safeguarding", "pir-staff", "pir-improvement"]
    assert all(keeps_to(draft, Limit(words=500, not_counted=["question", "notes"])) for draft in drafts)
    assert all(draft.examples == () and draft.tender is None for draft in drafts)
    assert all(
        draft.question.question.endswith("(wording to be confirmed against the return that you were sent)")
        for draft in drafts
    )
    assert [claim.number for part in drafts[0].sections[0].practice for claim in part.claims] == [
        "PS01",
        "PS02",
        "PS03",
    ]
    assert next(words for step, words in said if step == "fit").startswith("1 part of 14 that can go left out")


def test_a_brief_may_ask_for_some_answers_of_the_return_alone(sample_project):
    project = read(sample_project)
    packs = {"pir": PackBrief(sections=["staff"])}
    some = replace(project, brief=project.brief.model_copy(update={"packs": packs}))
    assert [draft.name for draft in drafts_of(some, pack_of("pir"), None)] == ["pir-staff"]
