"""How a draft of a project was made: what its manifest says of that, and its statement on AI."""

from dataclasses import replace
from hashlib import sha256

import pytest

from evidencegen import __version__
from evidencegen.drafted import drafts_of, pack_of
from evidencegen.look import Own
from evidencegen.made import made_with
from evidencegen.measures.codebook import read_codebook
from evidencegen.measures.coder import Coder
from evidencegen.packs.made_with import Coded, MadeWith
from evidencegen.project import read
from evidencegen.release.second_opinion import SHIPPED
from evidencegen.release.sign_off import SIGN_OFFS


@pytest.fixture(scope="module")
def project(tiny_project):
    """The small provider, whose tender tells one story that one person signed."""
    return read(tiny_project)


@pytest.fixture(scope="module")
def draft(project):
    """Its tender."""
    (made,) = drafts_of(project, pack_of("tender"), None)
    return made


def test_the_facts_of_a_draft_are_those_of_its_project(draft):
    assert draft.made_with == MadeWith(__version__, statements=True, stories=1, signers=1)


def test_a_second_opinion_is_named_by_the_hash_of_its_tagger_and_only_where_a_story_is_told(project, draft):
    asked = replace(project, brief=project.brief.model_copy(update={"second_opinion": True}))
    assert made_with(asked, draft, Own()).tagger == sha256(SHIPPED.read_bytes()).hexdigest()
    assert made_with(asked, replace(draft, examples=()), Own()).tagger == ""


def test_own_words_count_where_they_are_of_this_pack(project, draft):
    own = Own(templates={"tender/data.html.j2": ""}, words={"board/summary.html.j2": ("We met.",)})
    assert (made_with(project, draft, own).own_templates, made_with(project, draft, own).own_words) == (True, False)
    assert made_with(project, draft, Own(words={"tender/summary.html.j2": ("We ask.",)})).own_words


def test_two_who_signed_are_two_and_one_who_signed_twice_or_another_story_is_one(project, draft, tmp_path):
    signed = (project.folder / SIGN_OFFS).read_text(encoding="utf-8")
    elsewhere = replace(project, folder=tmp_path)
    entry = signed[signed.rindex("- case:") :]
    assert "by: Bogdan Lupu" in entry

    def signers(more, told=("CS-01",)):
        (tmp_path / SIGN_OFFS).write_text(signed + more, encoding="utf-8")
        stories = tuple(replace(draft.examples[0], case=case) for case in told)
        return made_with(elsewhere, replace(draft, examples=stories), Own()).signers

    other = entry.replace("CS-01", "CS-02")
    assert signers("") == 1
    assert signers(entry.replace("Bogdan Lupu", "Asha Verne")) == 1
    assert signers(other, told=("CS-01", "CS-02")) == 1
    assert signers(other.replace("Bogdan Lupu", "Asha Verne"), told=("CS-01", "CS-02")) == 2
    assert signers(other.replace("Bogdan Lupu", "Asha Verne")) == 1


def test_themes_found_in_notes_are_said_to_be_with_the_signs_that_our_codebook_has_and_yours_has_not(
    project, draft, tmp_path
):
    notes = replace(
        draft, figures=(*draft.figures, replace(draft.figures[0], key="themes.notes", measure="themes.notes"))
    )
    assert made_with(project, notes, Own()).themes is Coded.LEARNT
    (tmp_path / "codebook.yaml").write_text("themes:\n  pets: {title: Keeping animals, rules: [{phrases: [cats]}]}\n")
    brief = project.brief.model_copy()
    brief._coder = Coder(lambda: read_codebook(tmp_path / "codebook.yaml"))
    assert made_with(replace(project, brief=brief), notes, Own()).themes is Coded.RULES
