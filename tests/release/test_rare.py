import pytest

from evidencegen.release.rare import rare_facts, rare_sentences, seldom_said


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
        "He was on the jury in the big trial.",
        "Her picture hangs in the town hall.",
        "He dug the tunnel under the [name].",
        "She has had four hip replacements and a pig valve.",
        "She came over on the boats many years before the concern.",
        "He piped at the opening of the bridge.",
        "They called him the bird man because of the kestrels.",
    ],
)
def test_lives_told_as_events_are_flagged_with_the_whole_sentence(text):
    whole = f"The carer came at nine. {text} All was well."
    start, end = whole.index(text), whole.index(text) + len(text)
    assert any(begin <= start and until >= end - 1 for begin, until, _ in rare_sentences(whole))


@pytest.mark.parametrize(
    "text",
    [
        "She was upset and would not eat her lunch.",
        "The carer helped him to wash and he rang his sister.",
        "It was the first time she had asked.",
        "The first review was kept.",
        "She has two sons.",
        "The advocate met her alone on two occasions.",
        "the last few weeks were better",
    ],
)
def test_what_many_share_is_not(text):
    assert not rare_sentences(text)


def test_a_fact_is_told_by_its_own_words_and_a_sentence_by_all_of_it():
    text = "The carer came. He was the only signalman in the town."
    (fact,), (sentence,) = rare_facts(text), rare_sentences(text)
    assert "He" not in text[slice(*fact[:2])].split()
    assert text[slice(*sentence[:2])] == "He was the only signalman in the town"


def test_words_seldom_said_of_somebody_point_at_their_sentence():
    text = "The carer came. She put the sensor face down on the table. All was well."
    assert [text[start:end] for start, end, _ in seldom_said(text)] == ["She put the sensor face down on the table"]
    assert list(seldom_said("The carer came. She had her tea.")) == []
