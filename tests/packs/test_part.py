"""Counts and percentages tied to a whole that is told before them."""

from decimal import Decimal

import pytest

from evidencegen.packs.part import is_possible, parts_in


def pairs(text):
    return [(part.count, part.per_cent, part.whole) for part in parts_in(text)]


@pytest.mark.parametrize(
    ("text", "tied"),
    [
        ("We raised 146 concerns, 158 of which became enquiries.", [(158, None, 146)]),
        ("Of the 22 who came to the workshop, 27 were from nights.", [(27, None, 22)]),
        ("Champions trained: 15. Of these, 17 passed.", [(17, None, 15)]),
        ("Sent to GPs, 24 replied, 85% of them happy.", [(None, Decimal(85), 24)]),
        ("I spoke to 12 night staff; 40% did not know.", [(None, Decimal(40), 12)]),
        ("Families invited: 28. Came: 19 (71%).", [(19, Decimal(71), 28)]),
        ("Nineteen (or 89%) of the 22 replied.", [(19, Decimal(89), 22)]),
        ("It is written down for 90 of those 96.", []),
        ("We have 23 beds and agency use is 11% of hours.", []),
        ("On 3 May 2026 we met in room 12.", []),
    ],
)
def test_what_is_tied_to_what(text, tied):
    assert pairs(text) == tied


@pytest.mark.parametrize(
    ("text", "possible"),
    [
        ("24 replied, 85% of them happy.", False),  # 20 are 83%, 21 are 88%
        ("24 replied, 83% of them happy.", True),
        ("Started 31, finished 26, completion 84%.", True),  # 26 of 31
        ("Started 31, finished 26, completion 87%.", False),
        ("Invited: 28. Came: 19 (68%).", True),
        ("Invited: 28. Came: 19 (71%).", False),
    ],
)
def test_whether_a_percentage_is_one_of_its_whole(text, possible):
    assert all(is_possible(text, part) for part in parts_in(text)) is possible
