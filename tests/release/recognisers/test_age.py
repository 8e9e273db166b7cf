import pytest

from evidencegen.release.quote import anonymise
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
        ("DECADE", "in her nineties", ["in her late 80s or older"]),
        ("DECADE", "in their late 80s or older", []),
        ("BIRTHDAY", "her 90th birthday", [""]),
    ],
)
def test_an_age_is_told_as_a_band(kind, text, told):
    assert [detail.label for detail in getattr(age, kind).find(text)] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Age: 63, lives alone.", "Age: in their 60s, lives alone."),
        ("mum is 91 and uses a frame", "mum is in their late 80s or older and uses a frame"),
        ("I am forty and I cook.", "I am in my 40s and I cook."),
        ("She is 9 and she draws.", "She is under 18 and she draws."),
        ("At ninety-four she is clear.", "At in her late 80s or older she is clear."),
        ("A woman of 70 rang.", "A woman in their 70s rang."),
        ("He is over 80 now.", "He is in his early 80s now."),
        ("Client: F, 84", "Client: F, in their early 80s"),
        ("my nan (92) said so", "my nan (in their late 80s or older) said so"),
        ("HE IS 36 AND CAN DECIDE FOR HIMSELF", "HE IS IN HIS 30S AND CAN DECIDE FOR HIMSELF"),
        ("He's a 52 year old.", "He's a person in their 50s."),
        ("She is now 83 and frail.", "She is now in their early 80s and frail."),
        ("She'd be 96 now.", "She'd be in their late 80s or older now."),
        ("It was 92% and now 83 of 90.", "It was 92% and now 83 of 90."),
        ("Children Antek (7) and Hania (14)", "Children [name] (under 18) and [name] (under 18)"),
        ("It is told in Section 42 (1) and Part (2).", "It is told in Section 42 (1) and Part (2)."),
        ("Questions (4) were asked.", "Questions (4) were asked."),
        ("Date of Birth / Age: 31/10/53 71", "Date of Birth / Age: [date] in their 70s"),
        ("He was 5 minutes late and 10 out of 10.", "He was 5 minutes late and 10 out of 10."),
        ("It was one of six calls that day.", "It was one of six calls that day."),
    ],
)
def test_ages_as_people_tell_them(text, told):
    assert anonymise(text).text == told
