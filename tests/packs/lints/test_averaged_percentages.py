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


def test_a_total_that_is_the_mean_of_its_parts_is_found():
    assert found(AVERAGED, "East wing 70%, west wing 90%, so 80% overall.") == [", so 80%"]
    assert found(AVERAGED, "Scores were 100, 92 and 84 per cent, giving 92 per cent for the quarter.") == [
        ", giving 92 per cent"
    ]
    assert found(AVERAGED, "We add the monthly rates and divide by twelve.") == [
        "add the monthly rates and divide by twelve"
    ]


def test_a_series_and_a_total_of_counts_are_not():
    assert found(AVERAGED, "It went from 70% to 80% and then to 90%.") == []
    assert found(AVERAGED, "East 70%, west 90%, so 82% overall.") == []
    assert found(AVERAGED, "East 70% (7 of 10), west 90% (9 of 10), so 80% overall.") == []
