import pytest

from evidencegen.release.opener import is_called_so, is_somebody_at_the_head, next_word, reads_as_person
from evidencegen.release.quote import anonymise
from evidencegen.release.word import words_of


@pytest.mark.parametrize(
    ("text", "somebody"),
    [
        ("Hope led the review.", True),
        ("Hope is what she felt.", True),  # could be either: out it goes
        ("Summer menus offer drinks.", False),
        ("Summer, who is nineteen, wrote.", True),
        ("Spud said so.", True),
        ("Tiny's van was outside.", True),
        ("Today's plan was kept.", False),
        ("Staff said so.", False),
        ("Nobody told us.", False),
        ("Reviews moved on.", False),
        ("An said so.", True),
        ("Mercy: kind", False),
    ],
)
def test_whether_a_word_at_the_head_is_somebody(text, somebody):
    assert is_somebody_at_the_head(text, words_of(text)[0]) is somebody


@pytest.mark.parametrize("text", ["a man called Spud", 'known as "Tiny', "Contact: Sun", "the name of Rock"])
def test_words_that_say_a_name_follows(text):
    start = max(text.rfind(" "), text.rfind('"')) + 1
    assert is_called_so(text, start)


def test_the_words_about_a_name():
    assert reads_as_person("mrs hope came", 4, 8)
    assert next_word("Hope. She", 4) == ""


@pytest.mark.parametrize("thing", ["Money", "Food", "Jewellery", "Medication"])
def test_things_go_missing_as_people_do(thing):
    assert anonymise(f"{thing} went missing from the flat.").text == f"{thing} went missing from the flat."


def test_a_name_that_is_a_word_still_goes():
    assert "Joy" not in anonymise("Joy went missing from the flat.").text
