from dataclasses import replace
from datetime import date

import pytest

from evidencegen.release.case_study import originals, read_case_studies
from evidencegen.release.intruder import QUESTIONS
from evidencegen.release.sign_off import Answered, Choice, Decided

MAY = date(2026, 5, 1)
RARE = "He was the only signalman in the town. He wants to go home."


@pytest.fixture
def case(tables, roll):
    (case,) = read_case_studies(tables["case_studies"], roll)
    return case


def test_a_story_is_told_by_role_and_time(case):
    told = {name: str(quote) for name, quote in case.parts.items()}
    assert told == {
        "situation": "The person has lived at the home since about four years before the concern. "
        "On the day of the concern a care worker found that several thousand pounds had left her account.",
        "voice": 'The person said, "[Her grandson] does my shopping. I want my card back."',
        "plan": "Her grandson, the person and a care worker agreed a receipt log. The bank issued a card.",
        "outcome": "About six weeks later the person felt back in charge.",
        "learning": "Money handling is asked about at every spot check.",
    }
    assert (case.service_type, case.outcome_achieved) == ("Care home", "fully")


def test_a_case_study_hides_its_author(case):
    assert "Pelham" not in repr(case)


def test_the_original_is_had_for_people_inside_alone(tables, case):
    assert originals(tables["case_studies"], "CS-01")["voice"].startswith("Mrs Okafor said")
    assert originals(tables["case_studies"], "CS-02") == {}
    assert "Okafor" not in repr(case)


@pytest.fixture
def rare(tables, roll):
    """A story with a rare fact in its plan, as it stands after these decisions: `rare(decided)`."""
    cells = [replace(c, text=RARE) if c.column == "plan" else c for c in tables["case_studies"].gated]
    table = replace(tables["case_studies"], gated=tuple(cells))

    def reading(*entries, roll=roll):
        return read_case_studies(table, roll, None, entries)[0]

    return reading


def decision(case, choice, said="", number=None):
    mark = next(m for m in case.marks if m.number == number or (number is None and m.is_open))
    where = (mark.part, mark.text, mark.start, mark.part_sha256)
    return Decided(case.case, "Orla Vane", MAY, *where, choice, said)


@pytest.mark.parametrize(
    ("choice", "said", "plan"),
    [
        (Choice.KEEP, "he asked for it", RARE),
        (Choice.REMOVE, "", "He. He wants to go home."),
        (Choice.GENERALISE, "was a railway worker", "He was a railway worker. He wants to go home."),
    ],
)
def test_what_was_decided_is_carried_out_in_the_words_released(rare, choice, said, plan):
    before = rare()
    assert [mark.text for mark in before.undecided] == ["was the only signalman in the town"]
    after = rare(decision(before, choice, said))
    assert after.parts["plan"].text == plan
    assert (after.undecided, dict(after.strays)) == ((), {})
    assert (after.text_sha256 == before.text_sha256) is (choice is Choice.KEEP)
    assert after.review_sha256 != before.review_sha256
    assert [m.number for m in after.marks] == [m.number for m in before.marks]


def test_the_last_decision_about_some_words_counts(rare):
    before = rare()
    removed, kept = decision(before, Choice.REMOVE), decision(before, Choice.KEEP, "he asked for it")
    assert rare(removed, kept).parts["plan"].text == RARE
    assert rare(kept, removed).parts["plan"].text == "He. He wants to go home."


def test_a_decision_is_for_the_story_and_the_part_as_it_read(rare, roll):
    decided = decision(rare(), Choice.REMOVE)
    for other in (replace(decided, case="CS-02"), replace(decided, part_sha256="a" * 64), replace(decided, at=4)):
        assert rare(other).parts["plan"].text == RARE
    other = replace(decided, part_sha256="a" * 64)
    assert [mark.earlier for mark in rare(other).undecided] == [other]
    assert [mark.earlier for mark in rare(replace(decided, case="CS-02")).undecided] == [None]


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("worked with Bev Hall", "the gate takes words out"),
        ("was the first station master", "the gate flags words that were put in, or what is left: a rare fact"),
    ],
)
def test_words_put_in_go_through_the_gate_as_the_story_did(rare, said, why):
    after = rare(decision(rare(), Choice.GENERALISE, said))
    assert list(after.strays) == ["plan"]
    assert after.strays["plan"][0].startswith(why)
    assert "Bev" not in after.parts["plan"].text


def test_a_part_of_which_nothing_is_left_is_not_told(tables, roll):
    cells = [
        replace(c, text="The only signalman in the town.") if c.column == "plan" else c
        for c in tables["case_studies"].gated
    ]
    table = replace(tables["case_studies"], gated=tuple(cells))
    (before,) = read_case_studies(table, roll)
    (after,) = read_case_studies(table, roll, None, [decision(before, Choice.REMOVE)])
    assert set(before.parts) - set(after.parts) == {"plan"}


def test_an_answer_is_about_exactly_the_words_that_were_read(rare):
    before = rare()
    given = Answered(before.case, "Orla Vane", MAY, "neighbour", "No.", before.text_sha256)
    assert rare(given).answers == {"neighbour": given}
    assert rare(given).unanswered == tuple(key for key in QUESTIONS if key != "neighbour")
    assert rare(given, decision(before, Choice.KEEP, "he asked for it")).answers == {"neighbour": given}
    assert rare(given, decision(before, Choice.REMOVE)).answers == {}


def test_a_hash_of_the_review_moves_with_every_word_of_it(rare):
    before = rare()
    kept = decision(before, Choice.KEEP, "he asked for it")
    given = Answered(before.case, "Orla Vane", MAY, "neighbour", "No.", before.text_sha256)
    several = [
        rare(*entries).review_sha256
        for entries in (
            (),
            (kept,),
            (replace(kept, said="he asked"),),
            (replace(kept, by="Ann Other"),),
            (kept, given),
            (kept, replace(given, answer="Yes.")),
            (kept, replace(given, on=date(2026, 5, 2))),
        )
    ]
    assert len(set(several)) == len(several)
    assert rare(kept, given).review_sha256 == several[4]
