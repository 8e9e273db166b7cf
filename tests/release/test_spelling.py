import pytest

from evidencegen.release.spelling import is_plain_slip


@pytest.mark.parametrize(
    "word", ["recieved", "allready", "seperately", "comitted", "soooo", "reassessments", "unprompted"]
)
def test_words_misspelt_or_made_longer(word):
    assert is_plain_slip(word)


@pytest.mark.parametrize("word", ["connie", "shelley", "taylor", "magie", "kowalski", "marcus", "chidi", "gracie"])
def test_names_are_no_slips(word):
    assert not is_plain_slip(word)
