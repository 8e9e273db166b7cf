from datetime import date

import pytest

from evidencegen.release.duration import month_of, since, told, within, year_of

CONCERN = date(2024, 3, 14)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2024, 3, 14), "on the day of the concern"),
        (date(2024, 3, 15), "the day after"),
        (date(2024, 3, 13), "the day before the concern"),
        (date(2024, 3, 17), "a few days later"),
        (date(2024, 3, 21), "about a week later"),
        (date(2024, 3, 28), "about two weeks later"),
        (date(2024, 4, 25), "about six weeks later"),
        (date(2024, 9, 14), "about six months later"),
        (date(2025, 3, 14), "about a year later"),
        (date(2019, 3, 14), "about five years before the concern"),
        (date(1958, 3, 14), "many years before the concern"),
    ],
)
def test_time_since_the_concern(day, words):
    assert since(day, CONCERN) == words


def test_the_word_before_a_date_goes_with_it():
    assert within(date(2024, 4, 25), CONCERN) == told("by ", date(2024, 4, 25), CONCERN) == "within about six weeks"
    assert told("since ", CONCERN, CONCERN) == "since the day of the concern"
    assert told("of ", CONCERN, CONCERN) == "from the day of the concern"


def test_a_date_without_a_year_is_the_one_nearest_to_the_concern():
    assert year_of(None, 12, 27, date(2025, 1, 5)) == 2024
    assert year_of("43", 10, 20, CONCERN) == 1943
    assert month_of("Sept") == 9
