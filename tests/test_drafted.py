"""The drafts of a pack: its measures taken, released, and told in its sections."""

import pytest

from evidencegen.drafted import drafts_of, formats_known, pack_of, packs, statements_of
from evidencegen.problem import EvidenceError
from evidencegen.project import read


def test_packs_and_formats_are_those_that_stand_on_their_shelves():
    assert set(packs()) == {"tender", "inspection", "board"}
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
