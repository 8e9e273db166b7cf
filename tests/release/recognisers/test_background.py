import pytest

from evidencegen.release.quote import anonymise


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Religion: Roman Catholic\nAge: 63", "Religion: [background]\nAge: in their 60s"),
        ("First language: Twi", "First language: [background]"),
        ("She is a devout Muslim and fasts.", "She is a devout [background] and fasts."),
        ("he is black british and proud", "he is [background] and proud"),
        ("he said in polish that it hurt", "he said in their own language that it hurt"),
        ("i am gay and he knew it", "i am [background] and he knew it"),
    ],
)
def test_what_somebody_is_goes(text, told):
    assert anonymise(text).text == told


def test_what_a_service_offers_stays():
    text = "Staff know what a gay community may fear, and what a church can give."
    assert anonymise(text).text == text
