import pytest

from evidencegen.release.recognisers import weekday


@pytest.mark.parametrize(
    ("kind", "text", "told"),
    [
        ("WEEKDAY", "were there by Thursday; most", ["within days"]),
        ("WEEKDAY", "goes out on Mondays", ["once a week"]),
        ("WEEKDAY", "checks each Friday", []),  # how a service runs
        ("WEEKDAY", "the first Thursday of the month", []),
        ("WEEKDAY", "on a Sunday", []),
        ("LAST_WEEKDAY", "the commode last Tuesday while", ["the week before"]),
        ("LAST_WEEKDAY", "attended on Thursday last with", ["the week before"]),
        ("LAST_WEEKDAY", "on Thursday last week", []),
        ("FEAST", "By Easter the kitchen", ["By a holiday"]),
        ("FEAST", "and lent him some", []),
        ("WEEKDAY", "to Sunday dinner", []),
        ("FEAST", "on St George's Day 1933", ["on a holiday"]),
        ("FEAST", "Christmas, Eid and Diwali are planned", ["and a holiday"]),
    ],
)
def test_a_day_is_told_without_its_name(kind, text, told):
    assert [detail.label for detail in getattr(weekday, kind).find(text)] == told
