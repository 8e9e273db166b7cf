"""Whose words they are, and whether they claim anything."""

import re

import pytest

from evidencegen.packs.saying import ADVERBS, BY_US, US, is_claimed, is_ours


@pytest.mark.parametrize(
    "text",
    [
        "She said that staff HERE knocked.",
        "'They HERE knock,' he told the reviewer.",
        "The council told us that HERE was so.",
        "Do staff HERE knock?",
        "The audit asks whether it is HERE so.",
        "We do not claim that it is HERE so.",
        "It is too early to say that it is HERE so.",
        "We never promise that HERE is so.",
        "I can't say HERE is so.",
        "Would like to say HERE is so.",
        "It would be inaccurate to state that HERE is so.",
        "The letters were HERE late, her niece said.",
    ],
)
def test_what_others_say_ask_or_is_denied_is_not_ours(text):
    assert not is_ours(text, text.index("HERE"))
    assert not is_claimed(text, text.index("HERE"))


@pytest.mark.parametrize(
    "text",
    [
        "HERE staff must knock.",
        "HERE referral is to be made the same day.",
        "HERE staff are asked to read it.",
        "Our policy says that HERE concern is passed on.",
        "We aim for HERE person to be asked.",
        "It is a condition of employment that HERE is so.",
        "Clause 8.2: HERE is so.",
        "HERE is so (policy 3.1).",
        "Our target is that HERE is so.",
        "Where HERE agrees, we meet at home.",
    ],
)
def test_duties_aims_and_conditions_are_ours_but_claim_nothing(text):
    assert is_ours(text, text.index("HERE"))
    assert not is_claimed(text, text.index("HERE"))


@pytest.mark.parametrize(
    "text",
    [
        "HERE staff knock.",
        "Where harm is feared, we HERE tell the council.",
        "When needed we HERE tell the council.",
        "HERE staff know that they must knock.",
        "The policy is short, and HERE person has one.",
    ],
)
def test_what_is_told_as_so_is_claimed(text):
    assert is_claimed(text, text.index("HERE"))


def test_who_acts_for_the_provider():
    subject = re.compile(rf"{US},? {ADVERBS}(?:asked|ask)\b")
    assert all(subject.search(f"{who} promptly asked") for who in ("we", "our safeguarding lead", "the home", "staff"))
    assert not subject.search("the council promptly asked")
    assert re.search(BY_US, "by our manager")
    assert not re.search(BY_US, "by the council")
