import pytest

from evidencegen.release.quote import anonymise
from evidencegen.release.recognisers.time_of_day import TIME_OF_DAY


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("told by 11.40am and", ["by the morning"]),
        ("at 4.45pm on", ["in the afternoon"]),
        ("at 21:10", ["in the night"]),
        ("at 3pm", []),  # a whole hour stays
        ("again at 4.30pm", []),
        ("rose from 3.25 to", []),  # no time
    ],
)
def test_an_exact_time_is_told_as_part_of_the_day(text, told):
    assert [detail.label for detail in TIME_OF_DAY.find(text)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Found 07.50 on the floor.", "Found in the morning on the floor."),
        ("Rang at 1415hrs.", "Rang in the afternoon."),
        ("Seen at 0750 by the nurse.", "Seen in the morning by the nurse."),
        ("She came at quarter to nine.", "She came that day."),
        ("0115 buzzer x3. 2205 she slept.", "In the early hours buzzer x3. In the night she slept."),
        ("1200 people came.", "1200 people came."),
        ("Weight 62.45 kg, temp 36.45, dose 2.15 mg", "Weight 62.45 kg, temp 36.45, dose 2.15 mg"),
    ],
)
def test_times_as_logs_write_them(text, told):
    assert anonymise(text).text == told
