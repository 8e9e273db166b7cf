"""A draft holds what every section needs, and a numbered note for each measure."""

from dataclasses import dataclass, replace

import pytest

from evidencegen.packs.draft import draft
from evidencegen.packs.kinds.tender import TENDER


@pytest.fixture
def drafted(brief, statements, told):
    def make(figures, audience="external", **changes):
        words = {"stories": (told,), "statements": statements} | changes
        return draft(TENDER, brief(audience), figures, **words)

    return make


def test_each_measure_needed_has_one_note_numbered_in_order(drafted, figures):
    made = drafted(figures)
    assert [note.number for note in made.notes] == list(range(1, len(made.notes) + 1))
    needed = {key for plan in TENDER.sections for key in plan.needs}
    assert {note.figure.key for note in made.notes} == needed
    assert made.notes[0].figure.key == TENDER.sections[0].needs[0]


@dataclass(frozen=True)
class TellsFirst:
    """What tells of figures before any section does."""

    figures: tuple[object, ...]


def test_what_is_told_before_any_section_has_the_first_numbers(drafted, in_state):
    figures = in_state("full")
    first = TellsFirst((figures["msp.reviewed"], figures["msp.asked"]))
    made = drafted(figures, beside=first)
    assert [note.figure.measure for note in made.notes[:2]] == ["msp.reviewed", "msp.asked"]
    assert len(made.notes) == len(drafted(figures).notes)


def test_the_section_that_tells_of_a_figure_is_found_besides_the_one_that_asks(drafted, in_state):
    figures = in_state("full")
    made = drafted(figures)
    summary = made.sections[0]
    assert made.told_in(figures["training.current"], summary).key == "training"
    assert made.told_in(figures["msp.asked"], summary).key == "process"
    assert made.told_in(figures["actions.raised"], summary) is None


def test_a_part_of_a_breakdown_shares_the_note_of_its_measure(drafted, in_state):
    figures = in_state("full")
    made = drafted(figures)
    assert made.number(figures["msp.asked[service=Rowan House]"]) == made.number(figures["msp.asked"])


def test_a_note_says_base_range_what_was_left_out_and_the_register(drafted, in_state):
    figures = in_state("full")
    figures["msp.asked"] = replace(
        figures["msp.asked"],
        definition="Counted: asked; left out: not recorded. Out of: every concern.",
        excluded=(("not recorded", "about 5"), ("moved away", "[c]")),
    )
    assert drafted(figures).notes[0].text == (
        "About 120 concluded concerns; 95% range 67% to 82%. "
        "Counted: asked; left out: not recorded (about 5). Out of: every concern. Left out: moved away ([c]). From A."
    )


def test_a_hidden_figure_has_a_note_that_says_why(drafted, in_state):
    text = drafted(in_state("hidden")).notes[0].text
    assert text.startswith("[c]. About 15")


def test_each_statement_stands_in_its_part_beside_figures_nobody_claims(drafted, in_state):
    parts = {part.key: part for section in drafted(in_state("full")).sections for part in section.practice}
    outcomes = parts["outcomes"]
    assert [claim.number for claim in outcomes.claims] == ["1"]
    assert outcomes.further == ()
    choice = parts["choice"]
    assert (choice.claims, len(choice.further)) == ((), 3)


def test_a_story_runs_from_voice_to_learning_and_says_what_is_not_on_record(drafted, in_state):
    (example,) = drafted(in_state("full")).examples
    assert [step.key for step in example.steps] == [
        "situation",
        "voice",
        "advocacy",
        "plan",
        "review_two_weeks",
        "review_six_weeks",
        "outcome",
        "learning",
    ]
    assert [step.key for step in example.steps if step.words is None] == ["review_six_weeks"]
    assert example.achieved == "partly achieved"


def test_the_profile_of_the_audience_is_told(drafted, in_state):
    assert not drafted(in_state("full"), "internal").profile.for_release
    assert drafted(in_state("full")).profile.for_release


def test_a_measure_that_was_not_released_is_a_fault_of_ours(drafted, in_state):
    figures = in_state("full")
    del figures["msp.asked"]
    with pytest.raises(KeyError):
        drafted(figures, statements=())
