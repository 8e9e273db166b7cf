"""Each figure of a summary is told once, and as what it is."""

from dataclasses import replace

import pytest

from evidencegen.measures.interval import wilson
from evidencegen.packs.inspection import EXPIRED, Contradiction, summary
from evidencegen.release.figure import Mark
from evidencegen.release.profile import EXACT, EXTERNAL, INTERNAL, SAC


def told(figure):
    """Where a summary of one figure tells it."""
    found = summary({figure.key: figure}, [figure.measure], EXACT)
    places = {
        "strengths": [one.figure for one in found.strengths],
        "below": [one.figure for one in found.below],
        "near": [one.figure for one in found.near],
        **{name: list(getattr(found, name)) for name in ("overdue", "small", "provisional", "absent", "aimless")},
    }
    (place,) = [name for name, figures in places.items() if figures]
    assert found.figures == (figure,)
    return place


@pytest.mark.parametrize(
    ("key", "counted", "out_of", "words", "place"),
    [
        ("msp.asked", 90, 100, {"target": 0.9}, "strengths"),
        ("msp.asked", 89, 100, {"target": 0.9}, "below"),
        ("msp.not_achieved", 10, 100, {"target": 0.1, "lower_is_better": True}, "strengths"),
        ("msp.not_achieved", 11, 100, {"target": 0.1, "lower_is_better": True}, "below"),
        ("msp.asked", 90, 100, {}, "aimless"),
        ("msp.asked", 10, 15, {"target": 0.5}, "small"),
        ("msp.asked", 90, 100, {"target": 0.5, "provisional": True}, "provisional"),
        ("msp.asked", None, None, {"mark": Mark.SUPPRESSED, "target": 0.5}, "absent"),
        ("msp.asked", None, None, {"mark": Mark.UNFIT}, "absent"),
        ("supervision.on_time", 90, 100, {"target": 0.9}, "strengths"),
        ("supervision.on_time", 80, 100, {"target": 0.9}, "overdue"),
        ("supervision.on_time", 95, 100, {}, "overdue"),
        ("supervision.on_time", 100, 100, {}, "aimless"),
        ("supervision.on_time", 4, 4, {"target": 0.9}, "small"),
        ("actions.overdue", 0, 100, {"target": 0.1, "lower_is_better": True}, "overdue"),
        ("actions.overdue", 2, 5, {}, "overdue"),
        ("actions.overdue", None, None, {"mark": Mark.NOT_COLLECTED}, "absent"),
        ("advocacy.waiting", 10, None, {}, "overdue"),
    ],
)
def test_a_figure_is_told_as_what_it_is(figure, key, counted, out_of, words, place):
    assert told(figure(key, counted, out_of, **words)) == place


@pytest.mark.parametrize(
    ("target", "lower", "surely"),
    [(0.69, False, True), (0.85, False, False), (0.97, False, True), (0.2, True, True), (0.85, True, False)],
)
def test_an_aim_is_surely_met_or_missed_where_the_whole_range_is_on_one_side(figure, target, lower, surely):
    """Wilson for 90 of 100 is 83% to 94%."""
    assert [round(100 * end) for end in (wilson(90, 100).low, wilson(90, 100).high)] == [83, 94]
    found = summary(
        {"msp.asked": figure("msp.asked", 90, 100, target=target, lower_is_better=lower)}, ["msp.asked"], EXACT
    )
    (one,) = (*found.strengths, *found.below)
    assert one.surely == surely


def test_what_is_sure_stands_first_and_the_rest_in_the_order_asked_for(figure):
    keys = ["msp.asked", "msp.involved", "msp.reviewed"]
    made = {key: figure(key, 90, 100, target=aim) for key, aim in zip(keys, (0.9, 0.5, 0.5), strict=True)}
    strong = [one.figure.key for one in summary(made, keys, EXACT).strengths]
    assert strong == ["msp.involved", "msp.reviewed", "msp.asked"]


def test_of_where_training_stands_only_the_part_that_has_run_out_is_told(figure):
    whole = figure("training.standing", 100, 100)
    part = replace(figure("training.standing", 5, 100), key=EXPIRED, column="standing", code="expired", group="Expired")
    found = summary({whole.key: whole, part.key: part}, ["training.standing"], EXACT)
    assert found.overdue == (part,)
    assert summary({whole.key: whole}, ["training.standing"], EXACT).figures == ()
    gone = figure("training.standing", None, None, mark=Mark.NOT_COLLECTED)
    assert summary({gone.key: gone}, ["training.standing"], EXACT).absent == (gone,)


def test_one_row_is_one_row():
    assert Contradiction("crosscheck.order", ("Safeguarding log",), "log.xlsx", 1).one_row
    assert not Contradiction("crosscheck.order", ("Safeguarding log",), "log.xlsx", 2).one_row
    assert not Contradiction("crosscheck.order", ("Safeguarding log",)).one_row


@pytest.mark.parametrize(
    ("target", "place"), [(0.88, "strengths"), (0.89, "near"), (0.93, "near"), (0.98, "near"), (0.99, "below")]
)
def test_what_rounded_counts_leave_open_is_not_claimed(figure, target, place):
    """About 70 of 75 may be anything from 68 of 77, which is 88.3%, to 72 of 73, which is 98.6%."""
    made = figure("msp.asked", 70, 75, target=target)
    found = summary({made.key: made}, [made.key], EXTERNAL)
    assert [name for name in ("strengths", "below", "near") if getattr(found, name)] == [place]


def test_what_is_not_rounded_or_has_its_share_from_exact_counts_is_told_apart(figure):
    exact = figure("msp.asked", 70, 75, target=0.93, rounded=False)
    assert summary({exact.key: exact}, [exact.key], INTERNAL).strengths
    rounded = figure("msp.asked", 70, 75, target=0.93)
    assert summary({rounded.key: rounded}, [rounded.key], SAC).strengths
