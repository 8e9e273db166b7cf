import pytest

from evidencegen.release.recognisers import age


@pytest.mark.parametrize(
    ("kind", "text", "told"),
    [
        ("AGE_OF_SOMEBODY", "She is 85 and lives alone", ["in her late 80s or older"]),
        ("AGE_OF_SOMEBODY", "he was 34, and", ["in his 30s"]),
        ("AGE_OF_SOMEBODY", "It is 15 now.", []),  # minutes
        ("AGE_OF_SOMEBODY", "the rate is 92 per cent", []),
        ("AGE_SAID", "aged 96, came", ["in their late 80s or older"]),
        ("AGE_SAID", "aged seventy-one", ["in their 70s"]),
        ("AGE_SAID", "She is 81 years old", ["in their early 80s"]),
        ("AGE_SAID", "aged care", []),
        ("AGE_BEFORE_NOUN", "a 24-year-old man", ["man in their 20s"]),
        ("AGE_BEFORE_NOUN", "a 5 year plan", []),
        ("AGE_TURNED", "who turned 94 over", ["was in their late 80s or older"]),
        ("AGE_TURNED", "she turned 9 lights off", []),
        ("AGE_BETWEEN_COMMAS", "Ann, 79, said", ["in their 70s"]),
        ("AGE_BETWEEN_COMMAS", "levels 3, 42, and", []),
        ("DECADE", "in her nineties", ["in their late 80s or older"]),
        ("DECADE", "in their late 80s or older", []),
        ("BIRTHDAY", "her 90th birthday", [""]),
    ],
)
def test_an_age_is_told_as_a_band(kind, text, told):
    assert [detail.label for detail in getattr(age, kind).find(text)] == told
