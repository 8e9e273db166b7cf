"""Whose doing it is."""

import pytest

from evidencegen.packs.doer import Doer, agent_of, clause_at, is_negated, is_terse, names_another, subject_of


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("We then DID it.", Doer.US),
        ("I DID it.", Doer.US),
        ("Our registered manager promptly DID it.", Doer.US),
        ("Deputy spoke to the council and DID it.", Doer.US),
        ("We asked the council, and it DID it.", Doer.ANOTHER),
        ("We asked the council to DID it.", Doer.ANOTHER),
        ("The social worker DID it.", Doer.ANOTHER),
        ("The council spoke to our manager and DID it.", Doer.ANOTHER),
        ("DID it on Monday.", Doer.NOBODY),
    ],
)
def test_the_subject_is_the_last_one_named_who_is_not_only_spoken_to(text, doer):
    assert subject_of(text, 0, text.index("DID")).doer is doer


def test_an_agent_stands_behind_the_verb():
    assert agent_of("done by our manager", 4).doer is Doer.US
    assert agent_of("made in-house", 4).doer is Doer.US
    assert agent_of("done that day by the council", 4).doer is Doer.ANOTHER
    assert agent_of("done by Thursday", 4) is None


def test_clauses_denial_and_notes():
    assert clause_at("One; two", 6) == 5
    assert clause_at("s.42 met", 6) == 0
    assert is_negated("We did not DO it", 11)
    assert is_negated("Staff know who DO it", 15)
    assert not is_negated("We never ask. We DO it", 17)
    assert is_terse("No family, appointed", 0, 11)
    assert not is_terse("We appointed", 0, 3)
    assert names_another("told the council")
    assert not names_another("told her sister")


def test_a_view_of_ours_is_ours():
    assert subject_of("It was our view that", 0, 11).doer is Doer.US
    assert subject_of("It was the council's view that", 0, 21).doer is Doer.ANOTHER
