"""An answer that is too long is shortened to its limit, whole sentences at a time, and says what went."""

import re
from dataclasses import replace
from html import unescape

import pytest

from evidencegen.documents.formats.pdf import pages_of
from evidencegen.documents.formats.txt import pieces_of_text, write
from evidencegen.documents.html import render
from evidencegen.documents.numbered import tellers_in
from evidencegen.documents.page import read
from evidencegen.documents.pieces import pieces
from evidencegen.fitted import _least, fitted
from evidencegen.limit import Limit, standing
from evidencegen.packs.criteria import answered
from evidencegen.packs.draft import draft
from evidencegen.packs.fit import Content, going, without
from evidencegen.packs.kinds.tender import TENDER
from evidencegen.packs.told import told_of
from evidencegen.tender import Criterion, Question
from tests.packs import conftest as hand_made

NOT_THE_NOTES = {"not_counted": ["notes", "question"]}


CONTENT = Content(TENDER, hand_made.STATEMENTS, (hand_made.Told(), hand_made.Told(case="CS-02")))


def made(state, said=None, content=None, criteria=(), **limit):
    figures = hand_made.STATES[state]()
    brief = hand_made.made_brief()
    content = content or CONTENT

    def fill(one):
        told = told_of([one.pack], one.statements)
        its = {key: figure for key, figure in figures.items() if figure in told}
        asked = Question(question="How?", criteria=list(criteria))
        return draft(one.pack, brief, its, stories=one.stories, statements=one.statements, question=asked)

    def say(step, words):
        if said is not None:
            said.append(f"{step} {words}")

    return fitted(fill, content, Limit.model_validate(limit), say)


def counted(one, **limit):
    parts = read(render(one)).parts
    rule = Limit.model_validate(limit)
    return tuple(standing(told, rule) for told in (tuple(pieces(parts)), pieces_of_text(parts)))


def blocks_of(one):
    return {figure.key for figure in one.figures} | {example.case for example in one.examples}


def shorten(state):
    """The content of a draft, the whole of it, and how it is filled."""
    figures = hand_made.STATES[state]()

    def fill(one):
        told = told_of([one.pack], one.statements)
        its = {key: figure for key, figure in figures.items() if figure in told}
        return draft(one.pack, hand_made.made_brief(), its, stories=one.stories, statements=one.statements)

    return CONTENT, fill(CONTENT), fill


def named(block):
    return f"{block.title}, in section {block.section}"


@pytest.mark.parametrize("state", ["full", "hidden", "nothing to count"])
def test_a_limit_that_can_be_met_is_kept_and_less_room_never_keeps_the_strongest_that_went(state):
    content, whole, _ = shorten(state)
    order = [named(block) for block in going(content, whole, Limit())]
    before = -1
    for words in (4000, 1500, 800, 400, 250):
        limit = {"words": words} | NOT_THE_NOTES
        one = made(state, **limit)
        assert not any(held.over for held in counted(one, **limit))
        strongest = max((order.index(words) for words in one.left_out), default=-1)
        assert strongest >= before
        before = strongest


@pytest.mark.parametrize(
    ("limit", "large"),
    [
        ({"words": 960} | NOT_THE_NOTES, "case study CS-02"),
        ({"words": 400, "not_counted": ["notes", "question"], "keep": ["claims", "case_studies"]}, "case study CS-01"),
        ({"characters": 3000} | NOT_THE_NOTES, ""),
    ],
)
def test_what_still_fits_after_something_large_went_is_put_back_the_strongest_first(limit, large):
    content, whole, fill = shorten("full")
    rule = Limit.model_validate(limit)
    order = going(content, whole, rule)
    one = made("full", **limit)
    gone = [block for block in order if named(block) in one.left_out]
    assert large in " ".join(block.title for block in gone)

    def over(blocks):
        shortened = replace(fill(without(content, whole, blocks)), left_out=("x",))
        return any(held.over for held in counted(shortened, **limit))

    assert not over(gone)
    assert tuple(gone) != order[: len(gone)]
    tried = [block for block in gone[::-1] if not _goes_with_its_claim(block, gone)][:8]
    for block in tried:
        assert over([other for other in gone if other is not block])


def _goes_with_its_claim(block, gone):
    return block.kind == "controls" and any(one.kind == "claims" and one.keys == block.keys for one in gone)


@pytest.mark.parametrize(
    "limit", [{"characters": 5000}, {"characters_without_spaces": 4000}, {"words": 900, "characters": 4000}]
)
def test_characters_are_kept_to_as_words_are(limit):
    one = made("full", **limit | NOT_THE_NOTES)
    told = counted(one, **limit | NOT_THE_NOTES)
    assert not any(held.over for held in told)
    assert one.left_out


def test_room_is_filled_no_more_goes_than_has_to():
    limit = {"words": 1000} | NOT_THE_NOTES
    said = []
    one = made("full", said, **limit)
    used = max(held.amount.words for held in counted(one, **limit))
    assert 970 < used <= 1000
    more = made("full", words=used, **NOT_THE_NOTES)
    assert blocks_of(more) == blocks_of(one)
    less = made("full", words=used - 1, **NOT_THE_NOTES)
    assert less.left_out != one.left_out


def test_with_room_for_all_or_where_the_brief_says_so_nothing_goes():
    whole = made("full")
    assert made("full", words=90000) == whole
    assert made("full", words=300, fit=False) == whole
    assert made("full", pages=1, fit=False) == whole
    assert whole.left_out == ()


def test_pages_are_those_of_the_pdf_and_as_much_of_the_answer_stays_as_they_hold():
    whole = made("full")
    pages = pages_of(render(whole))
    assert pages > 3
    short = made("full", pages=3)
    assert pages_of(render(short)) <= 3
    assert blocks_of(made("full", pages=2)) < blocks_of(short) < blocks_of(whole)
    assert made("full", pages=pages) == whole


def test_what_went_is_said_and_carried_and_said_where_it_does_not_help():
    said = []
    one = made("full", said, words=900, **NOT_THE_NOTES)
    assert re.match(r"fit \d+ parts of \d+ that can go left out, the weakest evidence first: limit 900 words$", said[0])
    assert "statement 3, in section principles" in one.left_out
    assert any(line.startswith("fit left out of voices: table “") for line in said)
    made("full", said, words=40, **NOT_THE_NOTES)
    assert said[-1] == "fit still too long: take sections out with `sections:`, or ask the buyer what counts"


CRITERIA = (
    Criterion(key="c1", text="Learning", answered_by=["actions.worked"]),
    Criterion(key="c2", text="Practice", answered_by=["2"]),
    Criterion(key="c3", text="Price", answered_by=["price"]),
)


@pytest.mark.parametrize(("words", "lost"), [(1500, []), (900, []), (300, ["c1", "c2"])])
def test_what_a_criterion_names_stays_as_long_as_there_is_room_and_a_criterion_that_lost_all_is_told(words, lost):
    said = []
    one = made("full", said, criteria=CRITERIA, words=words, **NOT_THE_NOTES)
    told = [answer for answer in answered(one, tellers_in(render(one), one)) if answer.places]
    assert [answer.criterion.key for answer in told] == [key for key in ("c1", "c2") if key not in lost]
    warned = [line for line in said if "LOST all that answers it" in line]
    assert one.lost == tuple(lost)
    assert [re.findall("criterion (c.) LOST all that answers it, ", line)[0] for line in warned] == lost
    whole = made("full", criteria=CRITERIA)
    assert [len(a.places) > 0 for a in answered(whole, tellers_in(render(whole), whole))] == [True, True, False]


@pytest.mark.parametrize("words", [1600, 1200, 900, 600, 300])
@pytest.mark.parametrize("state", ["full", "hidden", "one of one"])
def test_what_is_left_reads_as_a_whole(state, words):
    one = made(state, words=words, **NOT_THE_NOTES)
    html = render(one)
    assert not re.search(r"<h3>[^<]*</h3>\s*(<h[23]|</section>)|<h2>[^<]*</h2>\s*</section>", html)
    assert not re.search(r"<(p|div|ul)[^>]*>\s*</\1>", html)
    links = {int(n) for n in re.findall(r'href="#note-(\d+)"', html)}
    assert links == {note.number for note in one.notes}
    text = unescape(write(read(html).parts))
    sections = {section.key: section for section in one.sections}
    voices = sections.get("voices")
    told = {key for key, table in voices.tables.items() if table} if voices else set()
    assert ("Below stands what was in the way" in text) is ({"barriers", "asked.by_group"} <= told)
    assert ("set apart from the rest" in text) is ("control" in told)
    process = sections.get("process")
    assert ("comes with the control that keeps it true" in text) is bool(process and process.controlled)
    assert ("No case study has been signed off" in text) is False
    tested = sections["training"].figures if "training" in sections else {}
    assert ("tested on real situations" in text) <= ("supervision.scenario_tested" in tested)
    ends = {key for key in sections["summary"].figures if sections["summary"].figures[key]}
    assert ("is set out below" in text) is ({"msp.asked", "advocacy.asked_for", "msp.reviewed"} <= ends)


@pytest.mark.parametrize(
    ("gone", "says", "unsaid"),
    [
        ("barriers", "set apart from the rest", "Below stands"),
        ("asked.by_group", "Safeguarding is personal there too, so", "Below stands"),
        ("high_risk", "Below stands", ""),
        ("control", "Safeguarding is personal there too.", "set apart"),
        ("high_risk control", "Below stands", "Situations of high risk"),
    ],
)
def test_no_sentence_points_to_a_table_that_went(gone, says, unsaid):
    content = Content(TENDER.of(["summary", "voices"]), (), ())
    figures = hand_made.STATES["full"]()

    def fill(one):
        told = told_of([one.pack], one.statements)
        return draft(one.pack, hand_made.made_brief(), {k: f for k, f in figures.items() if f in told})

    whole = fill(content)
    blocks = [one for one in going(content, whole, Limit()) if one.keys[0] in gone.split()]
    text = write(read(render(replace(fill(without(content, whole, blocks)), left_out=("x",)))).parts)
    assert says in text
    assert not unsaid or unsaid not in text


@pytest.mark.parametrize("guess", [0, 1, 3, 9, 14, 40])
def test_the_least_that_keeps_is_found_from_any_guess_and_from_a_near_one_in_few_looks(guess):
    for most in (1, 2, 14):
        for least in range(1, most + 2):
            looks = []
            assert _least(most, lambda n, least=least, looks=looks: looks.append(n) or n >= least, guess) == least
            assert all(1 <= n <= most for n in looks)
            assert len(looks) == len(set(looks))
            assert len(looks) <= (2 if guess in (least, least - 1) else 8)
