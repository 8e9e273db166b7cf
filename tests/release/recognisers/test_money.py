import pytest

from evidencegen.release.recognisers import money


@pytest.mark.parametrize(
    ("kind", "text", "told"),
    [
        ("MONEY", "that £1,400 had gone", ["several thousand pounds"]),
        ("MONEY", "£40", ["less than a hundred pounds"]),
        ("MONEY", "£99.99 and £100", ["less than a hundred pounds", "several hundred pounds"]),
        ("MONEY", "£31,860", ["tens of thousands of pounds"]),
        ("MONEY", "£0.2m", ["more than a hundred thousand pounds"]),
        ("MONEY", "a pound a time", []),
        ("MONEY_IN_WORDS", "900 quid", ["several hundred pounds"]),
        ("MONEY_IN_WORDS", "12 people", []),
    ],
)
def test_a_sum_is_told_as_a_band(kind, text, told):
    assert [detail.label for detail in getattr(money, kind).find(text)] == told
