"""Averages of percentages."""

from evidencegen.packs.lints.averaged_percentages import AVERAGED
from tests.packs.lints.finding_it import found


def test_an_average_of_percentages_is_found():
    assert found(AVERAGED, "Average compliance across our homes was 90%.") == ["Average compliance across our homes"]
    assert found(AVERAGED, "It averaged 88% over four sites.") == ["averaged 88%"]
    assert found(AVERAGED, "The mean of the monthly percentages is 85%.") == ["mean of the monthly percentages"]


def test_other_averages_and_pooled_shares_are_not():
    assert found(AVERAGED, "The average wait was 6 days, for 90% under 14.") == []
    assert found(AVERAGED, "Pooled over the services it was 90% (171 of 190).") == []
    assert found(AVERAGED, "This is not an average of percentages: 90% is of all answers.") == []
