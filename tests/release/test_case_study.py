from dataclasses import replace
from datetime import date

import pytest

from evidencegen.problem import Place
from evidencegen.release.case_study import State, obstacles, read_case_studies, state
from evidencegen.release.names import Known
from evidencegen.release.sign_off import Deed, SignOff

DAY = date(2026, 9, 30)


@pytest.fixture
def case(tables, roll):
    (case,) = read_case_studies(tables["case_studies"], roll)
    return case


def signed(case, by="Orla Vane", on=date(2026, 5, 1), digest=None):
    return SignOff(case.case, Deed.SIGNED, by, on, text_sha256=digest or case.text_sha256)


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


def test_an_edit_or_a_newly_known_name_voids_the_signature(tables, roll, case):
    before = signed(case)
    edited = replace(case, parts={**case.parts, "plan": case.parts["voice"]})
    assert "not those that were signed" in obstacles(edited, "tender", [before], DAY)[0]
    wider = roll.with_also([Known("Bank", "a relative", Place("log.xlsx"))])
    cells = [replace(c, text="She met Bank there.") if c.column == "plan" else c for c in tables["case_studies"].gated]
    met = replace(tables["case_studies"], gated=tuple(cells))
    (without,), (with_name,) = read_case_studies(met, roll), read_case_studies(met, wider)
    assert "not those that were signed" in obstacles(with_name, "tender", [signed(without)], DAY)[0]


def test_a_use_we_do_not_know_is_a_fault(case):
    with pytest.raises(ValueError, match="newsletter"):
        obstacles(case, "newsletter", [], DAY)


def test_a_case_study_hides_its_author(case):
    assert "Pelham" not in repr(case)
