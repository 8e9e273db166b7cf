import pytest

from evidencegen.release.quote import anonymise


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("he went to tesco express, cowley road on his own", "he went to a shop on his own"),
        ("he lent her his monzo card and she gave it back", "he lent her his bank card and she gave it back"),
        ("we met at the red lion after tea", "we met at a pub after tea"),
        ("she sang at st marys on the hill", "she sang at [place] on the hill"),
        ("i live at bluebell house with two others", "i live at [place] with two others"),
        ("we looked at a house in wood green for her", "we looked at a house in [place] for her"),
        ("she came from hull as a girl", "she came from [place] as a girl"),
        ("he got it from boots on the way", "he got it from a pharmacy on the way"),
    ],
)
def test_places_without_capitals_become_their_kind(text, told):
    assert anonymise(text).text == told


@pytest.mark.parametrize(
    "text",
    [
        "She sat in the town hall and at care home meetings.",
        "He put his boots on and went to the car park.",
        "They met at the bottom of the hill near the church.",
        "It helps people with reading and to settle in.",
    ],
)
def test_places_that_every_town_has_stay(text):
    assert anonymise(text).text == text
