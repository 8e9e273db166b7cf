"""What a story must agree with: the concern it tells of, and the advocate it speaks of."""

import pytest

from evidencegen.intake.registers.advocacy import ADVOCACY
from evidencegen.intake.registers.case_studies import CASE_STUDIES
from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.problem import HIDDEN

SOUND = {
    "case": "C1", "service_type": "care home", "raised_on": "01/03/2026", "concern": "S1", "situation": "It happened.",
    "voice": "She wanted to stay.", "advocacy": "Her sister helped.", "plan": "We agreed.", "outcome": "She stayed.",
    "outcome_achieved": "fully", "learning": "We ask sooner.", "consent": "yes", "consent_on": "01/06/2026",
}  # fmt: skip
CONCERNS = (
    "concern | person | raised_on | abuse | asked_outcomes | outcome_achieved | concluded_on\n"
    "S1 | P1 | 01/03/2026 | neglect | expressed | fully | 01/05/2026\n"
    "S2 | P2 | 01/03/2026 | neglect | expressed | ongoing |\n"
    "S3 | P3 | 01/03/2026 | neglect | expressed | partly | 01/05/2026"
)
REFERRALS = "referral | person | referred_on | kind | concern\nR1 | P3 | 02/03/2026 | care_act | S3"


def _story(**changes):
    row = SOUND | changes
    return CASE_STUDIES, f"{' | '.join(row)}\n{' | '.join(row.values())}"


def test_a_story_that_agrees_with_the_registers_calls_for_nothing(clashes):
    assert clashes(_story(), (SAFEGUARDING, CONCERNS), (ADVOCACY, REFERRALS)) == []
    assert clashes(_story(concern=""), (SAFEGUARDING, CONCERNS), (ADVOCACY, REFERRALS)) == []


def test_a_story_of_a_concern_that_is_not_in_the_log_is_noted(clash):
    found = clash(_story(concern="S9"), (SAFEGUARDING, CONCERNS))
    assert (found.key, found.place.cell, found.found) == ("crosscheck.unknown", "D2", HIDDEN)


def test_a_story_of_a_concern_that_is_still_open_is_noted(clashes):
    found = clashes(_story(concern="S2"), (SAFEGUARDING, CONCERNS))
    assert [(p.key, p.place.cell, [(q.file, q.cell) for q in p.also]) for p in found] == [
        ("crosscheck.different", "J2", [("safeguarding.xlsx", "F3")]),
        ("crosscheck.contradiction", "J2", [("safeguarding.xlsx", "G3")]),
    ]


def test_a_story_that_ends_better_than_its_concern_is_noted_with_both_cells(clash):
    found = clash(_story(concern="s3"), (SAFEGUARDING, CONCERNS))
    assert found.found == (
        '"Fully Achieved", while "outcome_achieved" (safeguarding.xlsx, sheet "Sheet1", cell F4)'
        ' says "Partially Achieved"'
    )
    assert [(place.file, place.cell) for place in found.also] == [("safeguarding.xlsx", "F4")]


def test_a_story_that_starts_on_another_day_than_its_concern_is_noted(clash):
    found = clash(_story(raised_on="02/03/2026"), (SAFEGUARDING, CONCERNS))
    assert (found.key, found.place.column) == ("crosscheck.different", "raised_on")


def test_consent_from_before_the_story_began_is_noted(clash):
    assert clash(_story(consent_on="28/02/2026")).key == "crosscheck.order"


@pytest.mark.parametrize(
    ("words", "word"),
    [
        ("An advocate met her.", "advocate"),
        ("His brother did not want to speak for him. We asked for an Advocate the next day.", "advocate"),
        ("The IMCA saw her alone.", "imca"),
        ("Two advocates came.", "advocates"),
        ("He had advocacy from the start.", "advocacy"),
    ],
)
def test_a_story_that_tells_of_an_advocate_has_a_referral(clash, words, word):
    found = clash(_story(advocacy=words), (SAFEGUARDING, CONCERNS), (ADVOCACY, REFERRALS))
    assert (found.key, found.place.cell, found.also[0].cell) == ("crosscheck.missing", "D2", "G2")
    assert found.found == f'{HIDDEN}, while "advocacy" (G2) has the word "{word}"'


def test_a_story_of_an_advocate_that_names_no_concern_has_no_referral_either(clash):
    found = clash(_story(advocacy="An advocate met her.", concern=""), (ADVOCACY, REFERRALS))
    assert (found.key, found.place.cell, found.found) == (
        "crosscheck.missing", "D2", 'nothing, while "advocacy" (G2) has the word "advocate"',
    )  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        "No advocate was needed.",
        "We offered to ask for an advocate; she said no.",
        "She didn’t want an advocate.",
        "He managed without an advocate, as he had asked.",
        "Her daughter advocated for her.",
        "",
    ],
)
def test_a_story_that_says_there_was_no_advocate_needs_no_referral(clashes, words):
    assert clashes(_story(advocacy=words), (SAFEGUARDING, CONCERNS), (ADVOCACY, REFERRALS)) == []


def test_a_story_with_its_referral_calls_for_nothing(clashes):
    told = _story(advocacy="An advocate met her.", concern="S3", outcome_achieved="partly")
    assert clashes(told, (SAFEGUARDING, CONCERNS), (ADVOCACY, REFERRALS)) == []
