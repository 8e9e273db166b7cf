"""Paragraphs of an answer are numbered in their order, and each is known by what it tells."""

import re
from dataclasses import replace
from html import unescape

import pytest

from evidencegen.documents.formats.txt import write
from evidencegen.documents.html import render
from evidencegen.documents.numbered import numbered, tellers_in
from evidencegen.documents.page import paragraphs, read
from evidencegen.documents.pieces import pieces
from evidencegen.limit import amount_of
from evidencegen.look import Own
from evidencegen.tender import Criterion


@pytest.fixture
def scored(drafted):
    """A draft whose question has criteria: `scored("full", c1=["process"])`."""

    def make(state="full", table=True, lost=(), **named):
        one = drafted(state)
        criteria = [Criterion(key=key, text=f"Criterion {key}", answered_by=by) for key, by in named.items()]
        asked = one.question.model_copy(update={"criteria": criteria, "criteria_table": table})
        return replace(one, question=asked, lost=lost)

    return make


BODY = """<main>
<section id="summary"><h2>1 Our answer</h2>
<p>
  First <a href="#note-1">1</a>.</p>
<p class="absent">Not shown <a href="#note-2">2</a>.</p><p class="remark">A remark.</p><p></p>
<div class="headlines"><div class="headline"><p class="what">Asked <a href="#note-3">3</a></p></div></div>
<p id="mine">Second.</p>
<ul><li>An item <a href="#note-2">2</a></li><li>Another</li></ul>
</section>
<section id="process"><h2>2 How we work</h2>
<section class="part"><h3>Access to an advocate</h3>
<div class="claim"><div class="said"><p class="statement">We ask for an advocate early.</p><p class="control">The form.</p></div>
<div class="shown"><ul><li>Early <a href="#note-4">4</a></li></ul><p class="absent">[c] <a href="#note-5">5</a></p></div></div>
</section>
<table><tr><td>x <a href="#note-1">1</a></td></tr></table>
<figure><img alt="x" src="y"></figure>
</section>
<section id="notes"><p id="note-1">A note</p></section></main>"""


def test_each_paragraph_of_the_answer_has_the_number_of_its_section_and_its_place_in_it(drafted):
    page = numbered(BODY, drafted())
    found = [(p.number, p.anchor, p.text) for p in paragraphs(read(f"<body>{page}</body>").parts) if p.number]
    # By hand: what is not there, remarks, large numbers and empty paragraphs have none; a claim has one for all of it.
    assert found == [
        ("1.1", "p1.1", "First 1."),
        ("1.2", "mine", "Second."),
        ("1.3", "p1.3", "An item 2"),
        ("1.4", "p1.4", "Another"),
        ("2.1", "p2.1", "We ask for an advocate early."),
    ]
    assert numbered(page, drafted()).count('data-n="2.1"') >= 1
    assert tellers_in(page, drafted()) == tellers_in(BODY, drafted())


def test_each_is_known_by_the_figures_and_statements_that_it_shows(drafted):
    one = drafted()
    notes = {note.number: note.figure.measure for note in one.notes}
    told = [(t.what, t.section, t.part, set(t.measures), set(t.statements)) for t in tellers_in(BODY, one)]
    assert told == [
        ("1.1", "summary", "", {notes[1]}, set()),
        ("headline figures", "summary", "", {notes[3]}, set()),
        ("1.2", "summary", "", set(), set()),
        ("1.3", "summary", "", {notes[2]}, set()),
        ("1.4", "summary", "", set(), set()),
        ("2.1", "process", "Access to an advocate", {notes[4]}, {"2"}),
        ("tables", "process", "Access to an advocate", {notes[1]}, set()),
        ("charts", "process", "Access to an advocate", set(), set()),
    ]


@pytest.mark.parametrize("state", ["full", "hidden", "missing", "nothing to count", "one of one"])
def test_every_reference_of_the_table_leads_to_a_paragraph_that_shows_what_is_meant(scored, state):
    one = scored(state, c1=["process.advocacy", "training"], c2=["msp.asked"], c3=["2"], c4=["examples"])
    html = render(one)
    table = html.partition('<section id="criteria">')[2]
    told = {teller.what: teller for teller in tellers_in(html, one)}
    referred = re.findall(r'<a href="#(p[\d.]+)">', table)
    assert referred
    assert all(html.count(f'id="{anchor}"') == 1 and anchor[1:] in told for anchor in referred)
    assert unescape(table).count("Criterion c") == 4
    asked = told[re.findall(r"Criterion c3</th><td><a[^>]*>([\d.]+)", table)[0]]
    assert asked.statements == {"2"}
    assert "case study CS-01" in table


def test_numbers_are_no_words_of_the_page_and_stand_in_the_plain_text(scored):
    bare, one = scored(), scored(c1=["process"], table=False)
    before, page = read(render(bare)), read(render(one))
    count = sum(bool(p.number) for p in paragraphs(page.parts))
    assert count > 10
    assert [p.text for p in pieces(page.parts)] == [p.text for p in pieces(before.parts)]
    plain, typed = write(before.parts), write(page.parts)
    instead_of_a_dash = plain.count("\n- ") - typed.count("\n- ")
    assert amount_of(typed).words == amount_of(plain).words + count - instead_of_a_dash
    assert "\n2.2 We ask first.\n" in typed


def test_without_criteria_nothing_is_numbered_and_there_is_no_table(scored):
    html = render(scored())
    assert "data-n" not in html
    assert 'id="criteria"' not in html
    html = render(scored(c1=["process"], table=False))
    assert "data-n" in html
    assert 'id="criteria"' not in html


def test_what_a_limit_left_unanswered_is_said_in_the_table(scored):
    html = render(scored(c1=["msp.asked"], c2=["voices.none"], c3=["board"], lost=("c2",)))
    assert html.count("<td>not answered within the limit</td>") == 1
    assert html.count("<td>not answered in this document</td>") == 1


def test_the_table_stands_before_the_notes_and_is_there_where_these_are_the_providers_own(scored):
    html = render(scored(c1=["process"]))
    assert html.index('id="process"') < html.index('id="criteria"') < html.index('id="notes"')
    own = Own(templates={"tender/notes.html.j2": '<section class="ours"><h2>Our sources</h2><p>Ours.</p></section>'})
    html = render(replace(scored(c1=["process"]), own=own))
    assert 'id="notes"' not in html
    assert html.count('id="criteria"') == 1


def test_words_and_templates_of_the_providers_own_are_numbered_too(scored):
    one = scored(c1=["outcomes"])
    template = (
        '<section id="outcomes"><h2>{{ section.number }} Outcomes</h2><p class="ours">Own <b>words</b>.</p>'
        "<table><tr><td>x</td></tr></table></section>"
    )
    own = Own(
        words={"tender/process.html.j2": ("We listen.", "We go back.")}, templates={"tender/outcomes.html.j2": template}
    )
    page = read(render(replace(one, own=own)))
    numbers = {p.number: p.text for p in paragraphs(page.parts) if p.number}
    assert (numbers["2.1"], numbers["2.2"]) == ("We listen.", "We go back.")
    assert numbers["6.1"] == "Own words."
    (row,) = re.findall("Criterion c1: .*", write(page.parts))
    assert row == "Criterion c1: 6.1, tables of section 6"
