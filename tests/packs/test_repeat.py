"""Two values told of one thing in the same words."""

import pytest

from evidencegen.packs.repeat import told_in


def numbers(*texts):
    return [one for text in texts for one in told_in(text)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Supervision held by due date: 405 of 460.", "For the staffing section - supervision held by due date: 432 of 460."),
        ("We raised 146 safeguarding concerns in the year.", "As above, we raised 164 safeguarding concerns in the year."),
        ("Our target for current training is 95%.", "Our target for current training is 90%."),
        ("Half were allocated an advocate within 6 working days", "Half were allocated an advocate within 9 working days"),
    ],
)  # fmt: skip
def test_another_value_in_the_same_words_is_of_one_thing(first, second):
    one, other = numbers(first, second)
    assert one.repeats(other)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Supervision was held on time for 88% of day staff.", "Supervision was held on time for 91% of night staff."),
        ("Night staff with a current certificate: 88%.", "Day staff with a current certificate: 91%."),
        ("Harbour View: supervision held by due date, 88%.", "The Limes: supervision held by due date, 91%."),
        ("We supported 12 people.", "We supported 15 people."),
        ("Supervision was held by due date in 88% of cases.", "Supervision was held by due date in 88% of cases."),
    ],
)
def test_other_things_and_one_value_are_not(first, second):
    one, other = numbers(first, second)
    assert not one.repeats(other)


def test_days_and_references_are_no_values():
    assert numbers("On 3 May 2026 we met in room 12.") == []
