"""How far a story is from being told."""

from dataclasses import replace
from datetime import date

import pytest

from evidencegen.problem import Place
from evidencegen.release.case_study import read_case_studies
from evidencegen.release.intruder import QUESTIONS
from evidencegen.release.names import Known
from evidencegen.release.sign_off import Answered, Choice, Decided, Deed, SignOff
from evidencegen.release.standing import State, is_author, obstacles, state, still_open

DAY, MAY = date(2026, 9, 30), date(2026, 5, 1)


def answered(case):
    """The story with every question answered."""
    given = {key: Answered(case.case, "Orla Vane", MAY, key, "No.", case.text_sha256) for key in QUESTIONS}
    return replace(case, answers=given)


@pytest.fixture
def case(tables, roll):
    """A story in which nothing is flagged, with every question answered."""
    (case,) = read_case_studies(tables["case_studies"], roll)
    return answered(case)


def signed(case, by="Orla Vane", on=MAY):
    return SignOff(case.case, Deed.SIGNED, by, on, case.text_sha256, case.story_sha256, case.review_sha256)


def test_a_signed_story_with_consent_may_be_told(case):
    assert obstacles(case, "tender", [signed(case)], DAY) == ()
    assert state(case, "tender", [signed(case)], DAY) is State.MAY_BE_TOLD


@pytest.mark.parametrize(
    ("change", "use", "why"),
    [
        ({"consent": "no"}, "tender", "consent was not given"),
        ({"consent": "withdrawn"}, "tender", "consent has been withdrawn"),
        ({"consent": ""}, "tender", "there is no consent on record"),
        ({}, "board", "consent does not cover the board"),
        ({"consent_covers": frozenset()}, "inspection", "consent does not cover an inspection"),
    ],
)
def test_consent_must_be_given_and_cover_the_use(case, change, use, why):
    changed = replace(case, **change)
    assert obstacles(changed, use, [signed(changed)], DAY) == (why,)
    assert state(changed, use, [signed(changed)], DAY) is State.MAY_NOT_BE_TOLD


@pytest.mark.parametrize("consent", ["yes", "best_interests", "family"])
def test_three_kinds_of_consent_are_enough(case, consent):
    assert obstacles(replace(case, consent=consent), "tender", [signed(case)], DAY) == ()


@pytest.mark.parametrize("by", ["Ruth Pelham", "pelham, ruth", "Ms R. Pelham"])
def test_the_author_cannot_sign(case, by):
    assert obstacles(case, "tender", [signed(case, by=by)], DAY) == ("it was signed by the person who wrote it",)


def test_a_signature_holds_for_24_months(case):
    assert obstacles(case, "tender", [signed(case, on=date(2024, 9, 30))], DAY) == ()
    assert "more than 24 months" in obstacles(case, "tender", [signed(case, on=date(2024, 9, 29))], DAY)[0]


def test_nobody_signed(case):
    assert obstacles(case, "tender", [], DAY) == ("nobody has signed it",)
    assert obstacles(case, "tender", [signed(replace(case, case="CS-02"))], DAY) == ("nobody has signed it",)
    assert state(case, "tender", [], DAY) is State.WAITS_FOR_SIGNATURE


def test_a_withdrawn_story_needs_a_new_signature(case):
    withdrawn = SignOff(case.case, Deed.WITHDRAWN, "Orla Vane", date(2026, 6, 1), why="the family asked")
    assert obstacles(case, "tender", [signed(case), withdrawn], DAY)
    assert state(case, "tender", [signed(case), withdrawn], DAY) is State.WITHDRAWN
    assert obstacles(case, "tender", [signed(case), withdrawn, signed(case, on=date(2026, 7, 1))], DAY) == ()


def with_part(tables, name, text):
    """The register of case studies with one part of its story written otherwise."""
    cells = [replace(c, text=text) if c.column == name else c for c in tables["case_studies"].gated]
    return replace(tables["case_studies"], gated=tuple(cells))


def test_an_edit_voids_the_signature_even_where_the_release_reads_the_same(tables, roll, case):
    # £1,400 and £1,300 are both told as several thousand pounds, or as whatever band they share.
    said = next(c.text for c in tables["case_studies"].gated if c.column == "situation")
    (edited,) = read_case_studies(with_part(tables, "situation", said.replace("£1,400", "£1,401")), roll)
    assert edited.text_sha256 == case.text_sha256
    assert obstacles(answered(edited), "tender", [signed(case)], DAY) == (
        "its words are not those that were signed: the story has been edited since",
    )


def test_a_name_that_the_registers_now_hold_voids_the_signature_and_is_not_said(tables, roll):
    wider = roll.with_also([Known("Bank", "a relative", Place("log.xlsx"))])
    met = with_part(tables, "plan", "She met Bank there.")
    (without,), (with_name,) = read_case_studies(met, roll), read_case_studies(met, wider)
    (why,) = obstacles(with_name, "tender", [signed(answered(without))], DAY)
    assert "the registers now hold a name that matches a word in it" in why
    assert "Bank" not in why


def test_a_decision_or_an_answer_made_since_voids_the_signature(case):
    before = signed(case)
    other = replace(case.answers["buyer"], answer="Perhaps.")
    changed = replace(case, answers={**case.answers, "buyer": other})
    assert obstacles(changed, "tender", [before, other], DAY) == (
        "a decision or an answer has changed since it was signed",
    )
    decided = Decided(case.case, "Orla Vane", DAY, "plan", "log", 1, "a" * 64, Choice.REMOVE)
    shorter = replace(case, parts={name: quote for name, quote in case.parts.items() if name != "plan"})
    assert obstacles(shorter, "tender", [before, decided], DAY) == (
        "its words are not those that were signed: something has been decided about them since",
    )


def test_a_signature_without_decisions_has_to_be_made_again(case):
    old = SignOff(case.case, Deed.SIGNED, "Orla Vane", MAY, case.text_sha256)
    assert obstacles(case, "tender", [old], DAY) == (
        "its signature says nothing of decisions and answers: it has to be reviewed and signed again",
    )


def test_what_is_left_open_is_listed_and_stands_in_the_way_of_a_signed_story(tables, roll, case):
    (rare,) = read_case_studies(with_part(tables, "plan", "He was the only signalman in the town."), roll)
    assert still_open(rare) == (
        f"not decided: number {rare.undecided[0].number}",
        "not answered about the words as they now are: neighbour, relative, staff, journalist, combination, buyer",
    )
    assert still_open(case) == ()
    open_again = answered(rare)
    assert obstacles(open_again, "tender", [signed(open_again)], DAY) == (
        f"not decided: number {rare.undecided[0].number}",
    )


def test_the_author_is_known_in_every_form_of_the_name_and_nobody_else_is(case):
    assert [is_author(case, name) for name in ("Ruth Pelham", "R Pelham", "Pelham")] == [True, True, True]
    assert [is_author(case, name) for name in ("Rhian Pelham", "Ruth Vane")] == [False, False]
    assert not is_author(replace(case, author=""), "Ruth Pelham")


def test_a_use_we_do_not_know_is_a_fault(case):
    with pytest.raises(ValueError, match="newsletter"):
        obstacles(case, "newsletter", [], DAY)
