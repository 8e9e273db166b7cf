from datetime import date

import pytest

from evidencegen.release.quote import anonymise
from evidencegen.release.record import Record

CONCERN = Record(raised=date(2025, 2, 10))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("10/2 slept well\n17/2 up early", "On the day of the concern slept well\nAbout a week later up early"),
        ("Tablets given 24/2 by the nurse.", "Tablets given about two weeks later by the nurse."),
        ("Pain 7/10 and he ate 1/2 of it.", "Pain 7/10 and he ate 1/2 of it."),
        ("Review w/c 3rd, then w/c 10/3.", "Review that week, then about four weeks later."),
        ("She came on weds and thurs.", "She came that week and that week."),
        ("He has been sad since sat.", "He has been sad since that week."),
        ("He sat with her and she sat down.", "He sat with her and she sat down."),
        ("It is due by the 25th.", "It is due within days."),
        ("He was told on the 11th when she rang.", "He was told on a day soon after when she rang."),
        ("On the 3rd floor, her 2nd visit.", "On the 3rd floor, her 2nd visit."),
        ("Weight down since feb.", "Weight down since the month of the concern."),
        ("He saw her yesterday and last night.", "He saw her the day before and the night before."),
    ],
)
def test_days_as_logs_and_texts_write_them(text, told):
    assert anonymise(text, CONCERN).text == told


def test_without_a_concern_a_day_is_only_taken_out():
    assert "10/2" not in anonymise("10/2 slept well").text
