"""The templates say what is true in every state of the figures."""

import re
from base64 import b64decode
from dataclasses import replace
from html.parser import HTMLParser
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest
from jinja2 import UndefinedError

from evidencegen.documents.html import (
    absent,
    complete,
    environment,
    how_many,
    incomplete,
    render,
    shown,
    template_names,
)
from evidencegen.documents.template_faults import TAGS
from evidencegen.look import Look, Own
from evidencegen.problem import EvidenceError
from evidencegen.release.figure import Mark
from evidencegen.shipped import shipped

_beside = spec_from_file_location("hand_made", Path(__file__).parents[1] / "packs" / "conftest.py")
hand_made = module_from_spec(_beside)
_beside.loader.exec_module(hand_made)


class Words(HTMLParser):
    """The text of a page, a line for each block; headings, tags and notes linked on the way."""

    BLOCKS = frozenset(["p", "h1", "h2", "h3", "li", "td", "th", "caption", "figcaption", "section", "div", "table"])

    def __init__(self):
        super().__init__()
        self.text, self.tags, self.linked, self.images, self.levels, self.leads_to = "", [], [], [], [], []

    def handle_starttag(self, tag, attributes):
        named = dict(attributes)
        self.tags.append(tag)
        self.text += "\n" if tag in self.BLOCKS else ""
        if tag == "a":
            if named["href"].startswith("#note-"):
                self.linked.append(int(named["href"].removeprefix("#note-")))
            else:
                self.leads_to.append(named["href"].removeprefix("#"))
        if tag == "img":
            self.images.append(named)
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))

    def handle_data(self, data):
        self.text += data


def read(page):
    words = Words()
    words.feed(page)
    words.text = re.sub(r"[ \t]+", " ", words.text)
    return words


@pytest.mark.parametrize("bare", [False, True], ids=["with words", "without words"])
def test_every_sentence_stands_in_every_state(drafted, pack, state, bare):
    page = render(drafted(state, pack=pack, bare=bare))
    text = read(page.partition("<body")[2]).text
    for broken in (
        "(None",
        "None%",
        "[]",
        "()",
        " .",
        " ,",
        " ;",
        "..",
        "about about",
        "{{",
        "Undefined",
        "of of",
        ": .",
        ":.",
    ):
        assert broken not in text, text[max(0, text.index(broken) - 60) : text.index(broken) + 20]


def test_templates_promise_nothing_and_boast_of_nothing():
    words = "always never all every guarantee guarantees ensure appointed robust excellent outstanding passionate"
    for template in shipped("report_templates").rglob("*.j2"):
        text = re.sub(
            r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<[^>]*>", " ", template.read_text(encoding="utf-8"), flags=re.DOTALL
        )
        assert set(re.findall(r"[a-z]+", text.lower())) & set(words.split()) == set(), template.name


@pytest.mark.parametrize("bare", [False, True], ids=["with words", "without words"])
def test_every_figure_needed_is_told_and_every_note_exists(drafted, pack, state, bare):
    made = drafted(state, pack=pack, bare=bare)
    page = render(made)
    linked = read(page).linked
    assert set(linked) == {note.number for note in made.notes}
    assert [int(n) for n in re.findall(r'<p id="note-(\d+)"', page)] == [note.number for note in made.notes]


def test_notes_are_numbered_in_the_order_of_first_use(drafted, pack):
    firsts = list(dict.fromkeys(read(render(drafted("full", pack=pack))).linked))
    assert firsts == sorted(firsts)


def examples(page: str) -> str:
    """The words of the section that tells the case studies."""
    return read(page.partition('<section id="examples">')[2].partition('<section id="governance">')[0]).text


def test_the_outcomes_of_the_stories_told_stand_beside_those_of_the_rest(drafted):
    two = ({}, {"case": "CS-02", "outcome_achieved": "fully"})
    text = examples(render(drafted("full", stories=two)))
    assert "here is how they ended: CS-01, outcome partly achieved; CS-02, outcome fully achieved." in text
    for words in ("Fully achieved: 75% (about 90 of 120)", "Partly achieved: 75%", "Not achieved: 75%"):
        assert words in text
    blank = examples(render(drafted("full", stories=({"outcome_achieved": ""},))))
    assert "how typical it is, here is how it ended: CS-01, outcome not recorded." in blank


def test_where_the_other_outcomes_are_hidden_no_number_stands_and_where_no_story_is_told_nothing_is_compared(drafted):
    text = examples(render(drafted("hidden")))
    assert "how typical it is, here is how it ended: CS-01, outcome partly achieved." in text
    assert "Those concluded" not in text
    assert "%" not in text
    assert "Told here" not in examples(render(drafted("full", stories=())))


def test_a_story_made_from_several_says_so(drafted):
    assert "made from the stories of several people" in examples(
        render(drafted("full", stories=({"composite": True},)))
    )
    assert "made from the stories" not in examples(render(drafted("full")))


def test_an_absent_figure_prints_no_number(drafted):
    page = render(drafted("missing", bare=True)).partition("<h2>1 Our answer")[2].partition('<section id="notes">')[0]
    text = re.sub(r"<sup>.*?</sup>|[1-6] [A-Z]\w+", "", page)
    told = read(text).text
    assert "not collected in the registers we hold (there is no safeguarding log)" in told
    assert set(re.findall(r"\d+%|\d+ of \d+|about \d+", told)) <= {"95%"}


def test_a_heading_is_followed_by_something_and_no_level_is_skipped(drafted, pack, state):
    page = render(drafted(state, pack=pack, bare=True))
    words = read(page)
    assert all(after <= before + 1 for before, after in zip(words.levels, words.levels[1:], strict=False))
    assert not re.search(r"</h3>\s*(?:<h[23]|</section>)", page)
    assert not re.search(r"<(p|li|ul|tbody|figcaption)[^>]*>\s*</\1>", page)


@pytest.mark.parametrize(("pack", "charts"), [("tender", 3), ("inspection", 1)])
def test_only_tags_that_every_format_can_draw(drafted, pack, charts):
    words = read(render(drafted("full", pack=pack)))
    assert set(words.tags) <= TAGS
    assert all(image["alt"] and image["src"].startswith("data:image/svg+xml;base64,") for image in words.images)
    assert len(words.images) == charts


def test_words_from_registers_are_escaped(drafted):
    page = render(drafted("full", question="Is <b>this</b> bold & safe?"))
    assert "Is &lt;b&gt;this&lt;/b&gt; bold &amp; safe?" in page
    assert "in her purse &amp; the heating" in page


@pytest.mark.parametrize(("audience", "marked"), [("internal", True), ("external", False)])
def test_a_pack_for_inside_is_marked_and_one_that_leaves_is_not(drafted, audience, marked):
    assert (
        "Not for release" in render(drafted("full", audience=audience)).partition('<section id="notes">')[0]
    ) == marked


def test_each_mark_that_occurs_is_explained_once_where_it_first_occurs(drafted, pack):
    def explained(state):
        page = render(drafted(state, pack=pack))
        found = re.findall(r"<b>(\[[cxzup]\])</b> means", page)
        for mark in found:
            first, meaning = page.index(mark), page.index(f"<b>{mark}</b> means")
            assert first < meaning < first + 4000
        return found

    assert explained("full") == []
    assert explained("hidden") == ["[c]"]
    assert explained("missing") == ["[x]"]
    assert explained("nothing to count") == ["[z]"]


def test_a_statement_without_a_figure_is_marked(drafted):
    text = read(render(drafted("full"))).text
    assert re.search(r"People help us to write our training\.\s+Policy: QA-06\.\s+Policy only", text)
    assert "No figure in our registers shows this yet." in text


def test_a_pack_without_a_question_or_stories_says_so_plainly(drafted):
    page = render(drafted("full", bare=True, tender=None))
    assert 'class="question"' not in page
    assert "No case study has been signed off for this use, so none is told here." in page


def test_the_summary_reads_as_approved(drafted):
    page = render(drafted("full"))
    summary = read(page.partition('<section id="summary">')[2].partition("</section>")[0])
    lines = [line.strip() for line in summary.text.splitlines() if line.strip()]
    assert lines[-2] == (
        "The person's wishes are recorded in their own words in 75% of concerns with outcomes the person expressed "
        "(about 90 of 120)5. The plan was reviewed with the person in the time our policy sets in 75% of concluded "
        "concerns with a plan (about 90 of 120)6. People said that they felt safer in 75% of answers people gave at "
        "the end (about 90 of 120)7. What the person wanted was not achieved in 75% of concerns with outcomes the "
        "person expressed (about 90 of 120)8."
    )


def test_a_name_that_nobody_gave_is_an_error():
    with pytest.raises(UndefinedError):
        environment().from_string("{{ section.titel }}").render(section={"title": "x"})


def test_figures_are_sorted_into_shown_and_absent(drafted):
    figures = [note.figure for note in drafted("hidden").notes]
    assert shown(figures) == []
    ((reason, missing),) = absent(figures)
    assert (reason, missing) == ("not shown [c]", figures)
    assert how_many(drafted("full").notes[0].figure) == "about 90"


LOGO = "data:image/svg+xml;base64,PHN2Zy8+"
SUMMARY = "tender/summary.html.j2"


def page_with(drafted, state="full", **own):
    return render(replace(drafted(state), own=Own(**own)))


def test_a_logo_stands_before_the_providers_name_and_is_called_by_it(drafted):
    page = page_with(drafted, logo=LOGO, look=Look(colour="#6b3fa0"))
    assert page.index(f'<p class="logo"><img src="{LOGO}" alt="Larkfield Care"></p>') < page.index('class="provider"')
    assert 'class="logo"' not in render(drafted("full"))


def test_styles_and_charts_follow_the_colour_and_nothing_of_ours_is_left(drafted):
    page = page_with(drafted, look=Look(colour="#6b3fa0"))
    drawings = [b64decode(found).decode() for found in re.findall(r"svg\+xml;base64,([^\"]+)", page)]
    assert len(drawings) == 3
    for text in (page, *drawings):
        assert not any(ours in text for ours in ("#1d4d5c", "#c9dade", "#eef3f4"))
    assert all("#6b3fa0" in drawing for drawing in drawings)
    assert '<link rel="stylesheet"' not in page
    assert page.index("<style>/* The page") < page.index("#6b3fa0") < page.index("</style>")


def test_own_words_stand_below_the_heading_and_are_escaped(drafted):
    page = page_with(drafted, words={SUMMARY: ("We ask <first> & listen.", "Then we write.")})
    told = page.partition("<h2>1 Our answer</h2>")[2]
    assert told.startswith("\n<p>We ask &lt;first&gt; &amp; listen.</p>\n<p>Then we write.</p>\n")
    assert page.count("Then we write.") == 1


def test_an_own_template_stands_for_ours_and_may_take_ours_in(drafted):
    own = '{% include "shipped/tender/summary.html.j2" %}<p>And {{ draft.provider }} says so.</p>'
    page = page_with(drafted, templates={SUMMARY: own})
    assert "<p>And Larkfield Care says so.</p>" in page
    assert page.replace("<p>And Larkfield Care says so.</p>", "").split() == render(drafted("full")).split()
    assert f"shipped/{SUMMARY}" in template_names()


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("{{ section.titel }}", "a section has no attribute 'titel'"),
        ("{{ section.__class__ }}", "access to attribute '__class__'"),
        ('{{ figures["msp.asked"].counted }}', "what this prints is not there"),
    ],
)
def test_what_is_not_there_is_told_with_file_and_line(drafted, line, found):
    with pytest.raises(EvidenceError) as refused:
        page_with(drafted, "hidden", templates={SUMMARY: f"<p>\n{line}</p>"}, folder="mine")
    (problem,) = refused.value.problems
    assert (problem.place.file, problem.place.line) == (f"mine/{SUMMARY}", 2)
    assert problem.found.startswith(found)


def test_a_fault_in_a_template_of_ours_is_not_told_as_theirs(drafted):
    with pytest.raises(UndefinedError):
        render(replace(drafted("full"), sections=(replace(drafted("full").sections[0], figures={}),)))


def test_shares_of_which_nothing_is_lacking_stand_apart_and_the_lowest_of_the_rest_comes_first():
    made = hand_made.made
    whole, low, high = made(counted=100, out_of=100), made(counted=20, out_of=100), made(counted=90, out_of=100)
    few, hidden = made(counted=3, out_of=3), made(mark=Mark.SUPPRESSED)
    every = [hidden, few, high, whole, low]
    assert complete(every) == [whole]
    assert incomplete(every) == [low, high, few, hidden]


def test_a_part_of_practice_with_nothing_to_show_is_named_after_the_others(drafted):
    page = render(drafted("hidden", bare=True))
    principles = read(page.partition('<section id="principles">')[2].partition('<section id="training">')[0]).text
    assert (
        next(line.strip() for line in principles.splitlines() if line.strip())
        == "3 The five principles in our practice"
    )
    assert "Choice" not in principles
    assert "People involved in the decisions" in principles
    assert "not shown [c]" in principles
