import pytest

from evidencegen.release.rare import rare_facts


@pytest.mark.parametrize(
    "text",
    [
        "He is the only wheelchair user in the village",
        "it was on the news after the flood",
        "She was a magistrate for thirty years",
        "her nine grandchildren came",
        "he won the lottery",
        "she is a retired midwife",
        "their diamond wedding",
        "one of the first women to row there",
        "the oldest tenant on the estate",
    ],
)
def test_what_few_people_share_is_flagged(text):
    assert rare_facts(text)


@pytest.mark.parametrize(
    "text",
    [
        "It was the first time she had asked.",
        "The first review was kept.",
        "She has two sons.",
        "The advocate met her alone on two occasions.",
        "the last few weeks were better",
    ],
)
def test_what_many_share_is_not(text):
    assert not rare_facts(text)
