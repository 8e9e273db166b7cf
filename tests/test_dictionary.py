"""Every definition in words, as text, as a page of HTML or for a program."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from evidencegen.brief import Limits
from evidencegen.catalogue import everything_in
from evidencegen.dictionary import IN_TIME, dictionary, written
from evidencegen.measures import families
from evidencegen.measures.measure import Measure
from evidencegen.problem import EvidenceError

SHIPPED = everything_in(families, Measure)
BRIEF = """\
provider: Larkfield & Sons
as_at: 2026-09-30
registers: {safeguarding: log.csv}
policy: {review_days: 30}
"""
OWN = """\
measures:
  - key: own.heard
    title: Heard <at once> & kept
    view: concerns
    counted: {own_words: yes}
    dated_by: concluded_on
"""
EMPTY = {"meta", "br", "hr", "img", "link", "input"}


class Page(HTMLParser):
    """What a page holds: its headings in order, every id and link, and whether every tag is closed in turn."""

    def __init__(self, text):
        super().__init__()
        self.open, self.headings, self.ids, self.links, self.tags, self.text = [], [], [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        named = dict(attrs)
        self.tags.append(tag)
        self.ids += [named["id"]] if "id" in named else []
        self.links += [named[a] for a in ("href", "src") if a in named]
        if tag in {"h1", "h2", "h3", "h4"}:
            self.headings.append(int(tag[1]))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text.append(data)


@pytest.fixture
def project(tmp_path):
    """A project folder with a brief and a measure of its own."""
    (tmp_path / "evidence.yaml").write_text(BRIEF)
    (tmp_path / "measures.yaml").write_text(OWN)
    return tmp_path


@pytest.fixture
def page(project):
    """The page of that project."""
    return Page(dictionary(project).told("html"))


@pytest.fixture
def nowhere(tmp_path, monkeypatch):
    """A folder with no project in it, to stand in."""
    monkeypatch.chdir(tmp_path)


def test_without_a_project_the_shipped_definitions_are_told_for_no_day_in_particular(nowhere):
    told = json.loads(dictionary(Path()).told("json"))
    assert {d["key"] for d in told["definitions"]} == set(SHIPPED)
    assert told["in_time"]["days from a plan to its review with the person"] == 42
    (reviewed,) = [d for d in told["definitions"] if d["key"] == "msp.reviewed"]
    assert "at most 42 days" in reviewed["what_is_counted"][0]
    (overdue,) = [d for d in told["definitions"] if d["key"] == "actions.overdue"]
    assert overdue["when"] == ["As things stand on the date of the figures."]


def test_a_project_has_its_own_measures_first_with_its_own_limits(project):
    told = json.loads(dictionary(project).told("json"))
    assert told["title"] == "Dictionary of measures: Larkfield & Sons"
    assert told["period"] == "October 2025 to September 2026, as at 30 September 2026"
    keys = [d["key"] for d in told["definitions"]]
    assert (keys[0], len(keys)) == ("own.heard", len(SHIPPED) + 1)
    assert [d["own"] for d in told["definitions"]].count(True) == 1
    (reviewed,) = [d for d in told["definitions"] if d["key"] == "msp.reviewed"]
    assert "at most 30 days" in reviewed["what_is_counted"][0]


def test_a_project_stood_in_is_taken_without_being_named(project, monkeypatch):
    monkeypatch.chdir(project)
    assert "own.heard" in dictionary(Path()).told("text")


def test_a_folder_that_is_named_must_be_a_project(tmp_path):
    with pytest.raises(EvidenceError) as error:
        dictionary(tmp_path)
    assert [p.key for p in error.value.problems] == ["brief.missing"]


def test_what_is_wrong_with_own_measures_is_told(project):
    (project / "measures.yaml").write_text(OWN.replace("own_words", "own_word"))
    with pytest.raises(EvidenceError) as error:
        dictionary(project)
    assert [(p.key, p.place.line) for p in error.value.problems] == [("measures.unknown_column", 5)]


def test_the_text_has_every_definition_within_the_width_of_a_page(project):
    text = dictionary(project).told("text")
    assert [key for key in (*SHIPPED, "own.heard") if f"[{key}]" not in text] == []
    assert max(map(len, text.splitlines())) <= 111
    assert '  What is counted      Concerns where "Recorded in own words" is "Yes".' in text


def test_the_page_is_whole_and_takes_nothing_from_elsewhere(page):
    assert page.open == []
    assert {"script", "link", "img", "iframe"}.isdisjoint(page.tags)
    assert [link for link in page.links if not link.startswith("#")] == []
    assert {link[1:] for link in page.links} <= set(page.ids)
    assert len(page.ids) == len(set(page.ids))
    assert not re.search(r"url\(|@import", "".join(page.text))


def test_the_headings_of_the_page_go_down_one_step_at_a_time_and_name_every_definition(page):
    assert page.headings[0] == 1
    assert page.headings.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(page.headings, page.headings[1:], strict=False))
    assert page.headings.count(3) == len(SHIPPED) + 1
    assert {*SHIPPED, "own.heard"} <= {link[1:] for link in page.links}


def test_words_of_the_provider_are_words_on_the_page_and_no_tags(project, page):
    assert "Heard <at once> & kept" in " ".join(page.text)
    assert "<at once>" not in dictionary(project).told("html")


def test_the_page_is_written_whole_or_the_reason_is_given(tmp_path):
    out = tmp_path / "dictionary.html"
    assert str(out) in written("whole", out)
    assert out.read_text() == "whole\n"
    with pytest.raises(EvidenceError) as error:
        written("whole", tmp_path / "no such folder" / "x.html")
    assert [p.key for p in error.value.problems] == ["dictionary.cannot_write"]
    assert [path.name for path in tmp_path.iterdir()] == ["dictionary.html"]


def test_every_limit_of_the_brief_is_told_in_words():
    assert set(IN_TIME) == set(Limits.model_fields)
