import pytest

from evidencegen.release.word import opens_sentence, quotations, tells_nothing_by_capitals, words_of


@pytest.mark.parametrize(
    ("text", "word", "opens"),
    [
        ("Rose rang.", "Rose", True),
        ("It rang. Rose came.", "Rose", True),
        ('She said, "Rose came."', "Rose", True),
        ('"It rang," Rose said.', "Rose", False),
        ("Then Rose came.", "Rose", False),
        ("to Dr. Rose again", "Rose", False),
        ("by J. Rose again", "Rose", False),
        ("Learning: Rose bushes", "Rose", True),
        ("her son – Keith – rang", "Keith", False),
        ("one\n- Keith rang", "Keith", True),
    ],
)
def test_the_head_of_a_sentence(text, word, opens):
    assert opens_sentence(text, text.index(word)) is opens


def test_a_word_keeps_its_hyphen_and_apostrophe():
    assert [w.text for w in words_of("O'Shea's Kelly-Ann rang")] == ["O'Shea's", "Kelly-Ann", "rang"]


def test_somebodys_own_words():
    text = 'He said, "No." Then “yes”.'
    assert [text[a:b] for a, b in quotations(text)] == ['"No."', "“yes”"]


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        ("mr hope said that he would like the fire mended and the door", True),
        ("MR HOPE SAID THAT HE WOULD LIKE THE FIRE MENDED AND THE DOOR", True),
        ("Mr Hope said that he would like the fire mended. The door too.", False),
    ],
)
def test_text_whose_capitals_say_nothing(text, nothing):
    assert tells_nothing_by_capitals(text) is nothing
