"""Numbers that figures carry."""

from decimal import Decimal
from fractions import Fraction

from evidencegen.packs.carried import Carried, Standing
from evidencegen.packs.mention import Mention, stems
from tests.packs.lints.provider import FIGURES

CARRIED = Carried(FIGURES.values())
ASKED = stems("asked what they wanted")


def test_a_share_and_what_is_left_of_it_are_carried_to_their_decimals():
    assert CARRIED.share(Decimal(92), ASKED) is Standing.CARRIED
    assert CARRIED.share(Decimal("91.7"), ASKED) is Standing.CARRIED
    assert CARRIED.share(Decimal("91.6"), ASKED) is Standing.BY_NONE
    assert CARRIED.share(Decimal(8), ASKED) is Standing.CARRIED
    assert CARRIED.share(Decimal(92), stems("gardens dug")) is Standing.OF_OTHER_THINGS


def test_pairs_counts_targets_and_waits_are():
    assert CARRIED.pair(Mention(0, 0, None, 110, 120), ASKED) is Standing.CARRIED
    assert CARRIED.pair(Mention(0, 0, None, 10, 120), ASKED) is Standing.CARRIED
    assert CARRIED.pair(Mention(0, 0, None, 111, 120), ASKED) is Standing.BY_NONE
    assert CARRIED.share(Decimal(95), stems("safeguarding training")) is Standing.CARRIED
    assert [CARRIED.count(n, stems("concerns raised")) for n in (6, 14, 3, 146)] == [Standing.CARRIED] * 4
    assert CARRIED.count(146, ASKED | stems("gardens")) is Standing.OF_OTHER_THINGS
    assert CARRIED.count(312, ASKED) is Standing.BY_NONE


def test_nine_in_ten_is_near_enough():
    assert CARRIED.nearly(Fraction(9, 10), ASKED) is Standing.CARRIED
    assert CARRIED.nearly(Fraction(1, 2), ASKED) is Standing.BY_NONE
