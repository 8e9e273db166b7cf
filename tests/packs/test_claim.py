"""A claim is graded by what is shown, and a claim with nothing behind it is marked."""

import pytest

from evidencegen.packs.claim import Grade, Statement, claims
from evidencegen.problem import EvidenceError
from evidencegen.release.figure import Mark


def said(*keys):
    return Statement("7", "outcomes", "We ask first.", "", "", keys)


def test_a_claim_with_no_figure_is_marked_and_not_left_out(figure):
    (claim,) = claims([said()], {"msp.asked": figure()})
    assert (claim.grade, claim.figures) == (Grade.UNEVIDENCED, ())


def test_a_hidden_figure_bears_nothing_out(figure):
    (claim,) = claims([said("msp.asked")], {"msp.asked": figure(mark=Mark.SUPPRESSED)})
    assert claim.grade is Grade.UNEVIDENCED
    assert len(claim.figures) == 1


def test_practice_and_outcome_are_told_apart(figure):
    held = {key: figure(key) for key in ("msp.asked", "msp.fully_achieved")}
    (practised,) = claims([said("msp.asked")], held)
    (proved,) = claims([said("msp.asked", "msp.fully_achieved")], held)
    assert (practised.grade, proved.grade) == (Grade.PRACTISED, Grade.PROVED)


def test_fully_or_partly_achieved_brings_fully_achieved_with_it(figure):
    held = {key: figure(key) for key in ("msp.fully_or_partly_achieved", "msp.fully_achieved")}
    (claim,) = claims([said("msp.fully_or_partly_achieved")], held)
    assert [f.key for f in claim.figures] == ["msp.fully_achieved", "msp.fully_or_partly_achieved"]


def test_a_part_with_no_rows_this_year_is_passed_over(figure):
    (claim,) = claims([said("msp.asked[service=Closed house]")], {"msp.asked": figure()})
    assert claim.grade is Grade.UNEVIDENCED


def test_a_figure_that_does_not_exist_stops_the_pack(figure):
    with pytest.raises(EvidenceError) as stopped:
        claims([said("msp.askd")], {"msp.asked": figure()})
    assert [p.key for p in stopped.value.problems] == ["practice.unknown_figure"]
