"""Texts and drafts run past every lint."""

import shutil

import pytest

from evidencegen.build import build
from evidencegen.documents.read_words import words_of_text
from evidencegen.linted import findings_in, held_by, lints, place_of
from evidencegen.packs.lint import Severity
from evidencegen.problem import Place, WordsRefused
from evidencegen.project import read
from tests.packs.lints.provider import ALONE, HELD


def test_every_lint_has_words_of_its_own():
    assert len(lints()) == 15
    for lint in lints():
        assert lint.title and lint.why and lint.suggestion, lint.key


def test_findings_come_in_the_order_of_the_text():
    text = "The duty was met.\n\nWe always ask, and 93% of 17 agreed."
    found = findings_in(words_of_text(text), ALONE)
    assert [(one.rule, text[one.start : one.end]) for one in found] == [
        ("legal_wording", "The duty was met"),
        ("absolute", "always"),
        ("impossible_percentage", "93% of 17"),
    ]
    assert [one.severity for one in found] == [Severity.STOP, Severity.WARN, Severity.STOP]


def test_what_tells_who_somebody_is_stands_in_no_finding():
    found = findings_in(words_of_text("SG-2041 and 999 123 4560 are always kept."), HELD)
    assert "2041" not in str(found)
    assert "123" not in str(found)


def test_the_owner_is_told_where_the_words_stand():
    own = [(Place("practice.xlsx", "Sheet1", "C4"), "We listen\nto people.")]
    assert place_of("We listen to people. Policy: QA-06", own) == own[0][0]
    assert place_of("We read.", own) is None


def test_words_to_strike_out_stop_a_build_before_anything_is_in_place(sample_project, tmp_path):
    project, out = tmp_path / "sample", tmp_path / "out"
    shutil.copytree(sample_project, project)
    own = project / "templates" / "inspection" / "choice.txt"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text("Where somebody had nobody, we appointed an independent advocate.\n")
    with pytest.raises(WordsRefused) as refused:
        build(project, pack="inspection", formats=("txt",), out=out)
    problem = refused.value.problems[0]
    assert (problem.key, problem.place.file) == ("lint.legal_wording", "templates/inspection/choice.txt")
    assert "we appointed an independent advocate" in problem.found
    assert refused.value.exit_code == 4
    assert not out.exists()


def test_words_to_look_at_are_said_with_their_place(sample_project, tmp_path):
    project, told = tmp_path / "sample", []
    shutil.copytree(sample_project, project)
    own = project / "templates" / "inspection" / "choice.txt"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text("We always ask first.\n")
    build(project, pack="inspection", formats=("txt",), out=tmp_path / "out", say=lambda *words: told.append(words))
    assert any(step == "lint" and words.startswith('templates/inspection/choice.txt: "always"') for step, words in told)


def test_a_project_gives_its_figures_its_names_and_its_day(sample_project):
    project = read(sample_project)
    held = held_by(project)
    assert held.as_at == project.brief.as_at
    assert "msp.asked" in held.figures
    assert held.roll.known
    assert project.brief.provider in held.vouched
