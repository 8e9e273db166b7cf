import pytest

from evidencegen.release.crowd import LADDER, Crowd
from evidencegen.release.plainly_told import plainly_told

FEW, UNCOUNTED = "and fewer than five people fit", "which the concern register does not hold"


def looked_at(text, rung, uncounted=()):
    return plainly_told([text], Crowd(LADDER[rung] if rung is not None else None, uncounted))


@pytest.mark.parametrize(
    ("text", "what", "lowest"),
    [
        ("It happened in January.", "when it was", 4),
        ("It was that winter.", "when it was", 4),
        ("The person is in her 80s.", "the age", 6),
        ("An elderly neighbour.", "the age", 6),
        ("A grandson took it.", "where the harm came from", 7),
        ("The money was gone.", "the kind of abuse", 8),
        ("They were shouted at.", "the kind of abuse", 8),
        ("She was well.", "the gender", 10),
        ("It was in the care home.", "the kind of service", 11),
    ],
)
def test_what_a_story_says_is_told_from_the_rung_on_which_it_may_not_say_it(text, what, lowest):
    assert not any(f"it says {what} (" in line for line in looked_at(text, lowest - 1))
    (line,) = [line for line in looked_at(text, lowest) if f"it says {what} (" in line]
    assert FEW in line
    assert any(what in line for line in looked_at(text, None))


def test_what_the_register_does_not_hold_is_told_on_every_rung():
    (line,) = looked_at("He said so himself.", 0, ("the gender",))
    assert line.startswith("it says the gender (he, himself), ")
    assert UNCOUNTED in line


def test_a_story_that_says_nothing_of_itself_has_nothing_to_look_at():
    assert looked_at("The person was asked what they wanted, and it was done. It may change.", None) == ()
