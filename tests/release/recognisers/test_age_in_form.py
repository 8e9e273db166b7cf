"""Ages as forms, lists and referrals have them."""

import pytest

from evidencegen.release.quote import anonymise
from evidencegen.release.recognisers import age_in_form


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("AGE_AND_SEX", "Client: F, 84", ["84"]),
        ("AGE_AND_SEX", "triage 84F seen", ["84F"]),
        ("AGE_AND_SEX", "M25 and F1", []),
        ("AGE_IN_BRACKETS", "Antek (7) and Hania (14)", ["7", "14"]),
        ("AGE_IN_BRACKETS", "Questions (4) were asked, Part (2)", []),
        ("AGE_IN_BRACKETS", "[name] (93)", ["93"]),
        ("AGE_IN_BRACKETS", "Antek (700)", []),
        ("AGE_BESIDE_A_BIRTHDAY", "Date of Birth / Age: 31/10/53 71", ["71"]),
        ("AGE_BESIDE_A_BIRTHDAY", "Age: 31/10/53", []),
    ],
)
def test_an_age_in_a_form(kind, text, found):
    recogniser = getattr(age_in_form, kind)
    assert [text[d.start : d.end] for d in recogniser.find(text)] == found


def test_what_is_put_there_is_its_band():
    assert anonymise("Children Antek (7) and Hania (14)").text == "Children [name] (under 18) and [name] (under 18)"
