"""Absolute words, alone and against the data."""

import pytest

from evidencegen.packs.lints.absolute import ABSOLUTE
from tests.packs.lints.finding_it import found, told
from tests.packs.lints.provider import HELD


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("We always ask.", "always"),
        ("All staff are trained.", "All"),
        ("Every person is asked.", "Every"),
        ("No one waits.", "No one"),
        ("We have zero tolerance of abuse.", "zero tolerance"),
        ("100% of staff agree.", "100%"),
        ("We guarantee an advocate.", "guarantee"),
        ("Risk is brought down every time we put a plan in.", "every"),
        ("At no time was a concern late.", "At no time"),
        ("Safeguarding refresher: whole workforce in date.", "whole workforce"),
    ],
)
def test_absolute_words_are_said(text, words):
    assert found(ABSOLUTE, text) == [words]
    assert told(ABSOLUTE, text)[0][0] == "warn"


@pytest.mark.parametrize(
    "text",
    [
        "We meet every six weeks, and every Monday.",
        "All four services use one form.",
        "Not all concerns lead to an enquiry.",
        "We do not always succeed, and cannot guarantee it.",
        "It is done by another team, so nobody marks their own work.",
        "He said that he had never liked it.",
        "'They always knock,' she said.",
        "Not at all, after all.",
        "Always wear your badge.",
        "All eligible staff to transfer on existing terms.",
        "Rule one: never agree to keep a secret.",
        "I can't say all risks are gone.",
        "Four of every five people told us.",
        "The hubs reached 60% and head office 100%.",
    ],
)
def test_words_that_claim_nothing_are_passed_over(text):
    assert found(ABSOLUTE, text) == []


def test_a_figure_that_says_otherwise_stops_and_one_that_bears_it_out_clears():
    why = '"Staff with safeguarding adults training current" is 90% in the registers, and not all'
    assert told(ABSOLUTE, "All staff have current safeguarding adults training.", HELD) == [("stop", why)]
    assert found(ABSOLUTE, "All were raised the same day (34 of 34).", HELD) == []
    assert found(ABSOLUTE, "All were raised the same day (33 of 33).", HELD) == ["All"]
