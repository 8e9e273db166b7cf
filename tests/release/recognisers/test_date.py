from datetime import date

import pytest

from evidencegen.release.recognisers import date as dates

CONCERN = date(2024, 3, 14)


@pytest.mark.parametrize(
    ("kind", "text", "told"),
    [
        ("DAY_MONTH_YEAR", "told us on 28 March 2024 that", ["about two weeks later"]),
        ("DAY_MONTH_YEAR", "On 14th of March her", ["on the day of the concern"]),
        ("DAY_MONTH_YEAR", "healed by 25 April 2024", ["within about six weeks"]),
        ("DAY_MONTH_YEAR", "since 29 Feb 2024", ["since about two weeks before the concern"]),
        ("DAY_MONTH_YEAR", "12 marches a day", []),
        ("MONTH_DAY_YEAR", "on March 15th", ["the day after"]),
        ("MONTH_DAY_YEAR", "may 12 people come", []),
        ("DATE_IN_FIGURES", "on 14.3.24.", ["on the day of the concern"]),
        ("DATE_IN_FIGURES", "31/02/2024", ["[date]"]),  # no such day, and still not printed
        ("DATE_YEAR_FIRST", "on 2024-05-02,", ["about seven weeks later"]),
        ("DAY_AND_MONTH_IN_FIGURES", "raised it on 25/3", ["about two weeks later"]),
        ("DAY_AND_MONTH_IN_FIGURES", "on 24/7 cover", []),
        ("MONTH_AND_YEAR", "in Dec 2023", ["about three months before the concern"]),
        ("MONTH_ALONE", "In March she", ["In the month of the concern"]),
        ("MONTH_ALONE", "staff may march in", []),
        ("YEAR", "died in 2019", ["about five years before the concern"]),
        ("YEAR", "the Care Act 2014", []),
        ("YEAR", "(Regulated Activities) Regulations 2014", []),
        ("SEASON", "listed for spring 2025", ["for about a year later"]),
        ("DATE_OF_BIRTH", "DOB 17/10/94", ["[date of birth]"]),
        ("DATE_OF_BIRTH", "Born 7th July 1934, she", ["[date of birth]"]),
    ],
)
def test_a_date_is_told_from_the_concern(kind, text, told):
    assert [detail.label for detail in getattr(dates, kind).find(text, CONCERN)] == told


def test_without_a_concern_a_date_says_only_that_it_was_one():
    assert [detail.label for detail in dates.DAY_MONTH_YEAR.find("on 2 May 2024")] == ["on [date]"]
