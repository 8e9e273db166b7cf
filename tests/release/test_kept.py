from dataclasses import replace
from datetime import date

import pytest

from evidencegen.release.as_written import hash_of
from evidencegen.release.kept import carried_out, marks_of
from evidencegen.release.quote import Quote, anonymise
from evidencegen.release.record import Record
from evidencegen.release.sign_off import Choice, Decided

MAY = date(2026, 5, 1)
TEXT = (
    "The only bell-ringer in the village told us of 12 of 14 days. It is for the Care Act. "
    "He has forty-two ducks, 3.5 acres and I asked the GP twice."
)


def marked(text, *decided):
    return marks_of({"plan": anonymise(text)}, decided)


def decided(mark, choice, said=""):
    return Decided("CS-01", "Orla Vane", MAY, mark.part, mark.text, mark.start, mark.part_sha256, choice, said)


def test_flags_capitals_and_numbers_are_numbered_in_the_order_of_the_text():
    assert [(m.number, m.kind, m.text) for m in marked(TEXT)] == [
        (1, "flag", "The only bell-ringer in the village told us of"),
        (2, "number", "12"),
        (3, "number", "14"),
        (4, "capital", "Care Act"),
        (5, "number", "forty-two"),
        (6, "number", "3.5"),
        (7, "capital", "GP"),
    ]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("She came at 8pm on the 21st.", ["8pm", "21st"]),
        ("It was £12.50, or 3.5 or 50% or 12/14.", ["£12.50", "3.5", "50%", "12/14"]),
        ("It was the form B2 and a vitamin b12.", ["B2", "b12"]),
        (
            "He has forty-two ducks, twenty one hens and a hundred and three goats.",
            ["forty-two", "twenty one", "hundred and three"],
        ),
        ("In their twenties, two-week stays, nobody, someone, one.", ["twenties", "two"]),
    ],
)
def test_a_number_is_taken_with_what_is_joined_to_it(text, numbers):
    assert [m.text for m in marks_of({"plan": Quote(text)}, ())] == numbers


def test_numbers_count_on_from_part_to_part():
    parts = {"situation": anonymise("We met on 3 evenings."), "plan": anonymise("We met on 4 evenings.")}
    assert [(m.number, m.part, m.text) for m in marks_of(parts, ())] == [(1, "situation", "3"), (2, "plan", "4")]


def test_what_the_gate_itself_put_there_is_not_numbered():
    quote = anonymise(
        "On 14 March 2025 she fell, and on 28 March 2025 two of us came.", Record(raised=date(2025, 3, 14))
    )
    assert "two weeks later" in quote.text
    assert [m.text for m in marks_of({"plan": quote}, ())] == ["two"]


def test_only_a_flag_has_to_be_decided():
    assert [m.number for m in marked(TEXT) if m.is_open] == [1]
    flag = marked(TEXT)[0]
    assert [m.number for m in marked(TEXT, decided(flag, Choice.KEEP, "he asked")) if m.is_open] == []


@pytest.mark.parametrize(
    ("text", "words", "said", "after"),
    [
        ("He was, as a boy, famous.", "as a boy, ", None, "He was, famous."),
        ("Last year 3 dogs came.", "3 ", None, "Last year dogs came."),
        ("Last year 3 dogs came.", "3", None, "Last year dogs came."),
        ("It was 3.", "3", None, "It was."),
        ("We had 3, and more.", "3", None, "We had, and more."),
        ("Three dogs came. They ran.", "Three", None, "Dogs came. They ran."),
        ("They ran. Three dogs came.", "Three", None, "They ran. Dogs came."),
        ("They ran. Three dogs came.", "Three", "several", "They ran. Several dogs came."),
        ("They had three dogs.", "three", "several", "They had several dogs."),
        ("They ran 3", "3", None, "They ran"),
        ("3", "3", None, ""),
        ("Sadly, the men came.", "Sadly", None, "The men came."),
        ("They ran. The only bell-ringer. He came.", "The only bell-ringer", None, "They ran. He came."),
        ("They ran. The only bell-ringer.", "The only bell-ringer", None, "They ran."),
        ("Three ßigns.", "Three", None, "SSigns."),
    ],
)
def test_words_are_cut_or_replaced_so_that_the_sentence_still_reads(text, words, said, after):
    (mark, *_) = marks_of({"plan": Quote("They met 3 times.")}, ())
    start = text.index(words)
    choice = Choice.REMOVE if said is None else Choice.GENERALISE
    about = replace(mark, start=start, end=start + len(words), text=words, decided=decided(mark, choice, said or ""))
    edited = carried_out(text, [about])
    assert edited.text == after
    first, last = edited.spans[1]
    assert edited.text[first:last].lower() == (said or "")


def test_what_comes_to_head_a_sentence_has_a_capital_whoever_kept_it():
    text = "They ran. Three, twelve-foot gates. He left."
    marks = marks_of({"plan": Quote(text)}, ())
    assert [m.text for m in marks] == ["Three", "twelve"]
    first, second = (decided(mark, Choice.REMOVE) for mark in marks)
    parts = {"plan": Quote(text)}
    one, both = carried_out(text, marks_of(parts, [first])), carried_out(text, marks_of(parts, [first, second]))
    assert one.text == "They ran. Twelve-foot gates. He left."
    assert one.text[slice(*one.spans[2])] == "Twelve"
    assert both.text == "They ran. -foot gates. He left."
    general = carried_out(text, marks_of(parts, [first, decided(marks[1], Choice.GENERALISE, "many")]))
    assert general.text == "They ran. Many-foot gates. He left."


def test_words_that_are_kept_stand_as_they_stood():
    text = "10am she rang.\ntwo of us came. 3 dogs"
    marks = marks_of({"plan": Quote(text)}, ())
    assert [m.text for m in marks] == ["10am", "two", "3"]
    assert carried_out(text, marks).text == text
    cut = marks_of({"plan": Quote(text)}, [decided(marks[2], Choice.REMOVE)])
    assert carried_out(text, cut).text == "10am she rang.\ntwo of us came. Dogs"


def test_where_each_mark_stands_is_known_after_decisions_about_others():
    marks = marked(TEXT)
    after = marked(
        TEXT, decided(marks[0], Choice.GENERALISE, "a bell-ringer told us of"), decided(marks[4], Choice.REMOVE)
    )
    edited = carried_out(TEXT, after)
    assert edited.text == (
        "A bell-ringer told us of 12 of 14 days. It is for the Care Act. He has ducks, 3.5 acres and I asked the GP twice."
    )
    assert [edited.text[slice(*edited.spans[m.number])] for m in after] == [
        "A bell-ringer told us of", "12", "14", "Care Act", "", "3.5", "GP",
    ]  # fmt: skip


def test_a_decision_lapses_once_its_part_reads_otherwise_and_is_shown_as_an_earlier_one():
    flag, number = marked(TEXT)[0], marked(TEXT)[1]
    kept, removed = decided(flag, Choice.KEEP, "he asked"), decided(number, Choice.REMOVE)
    assert [m.number for m in marked(TEXT, kept, removed) if m.is_open or m.earlier] == []
    edited = marked(TEXT.replace("twice", "once"), kept, removed)
    assert [m.decided for m in edited] == [None] * 7
    assert [m.earlier for m in edited[:3]] == [kept, removed, None]


def test_words_that_were_once_cut_have_to_be_decided_again_and_kept_ones_only_if_flagged():
    twelve, fourteen = marked(TEXT)[1:3]
    before = (decided(twelve, Choice.REMOVE), decided(fourteen, Choice.KEEP, "it is no secret"))
    edited = marked(TEXT.replace("twice", "once"), *before)
    assert [m.number for m in edited if m.is_open] == [1, 2]


def test_a_mark_hides_its_words():
    assert "bell-ringer" not in repr(marked(TEXT))
    assert marked(TEXT)[0].part_sha256 == hash_of(TEXT)
