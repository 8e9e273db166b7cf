import pytest

from evidencegen.release.sense import is_somebody, previous_word, reads_as_word


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("it will be done", "will"),
        ("we may go", "may"),
        ("the bill came", "bill"),
        ("i hope so", "hope"),
        ("mark the chart", "mark"),
        ("this summer was hot", "summer"),
    ],
)
def test_the_word_itself(text, word):
    start = text.index(word)
    assert reads_as_word(text, start, start + len(word))
    assert not is_somebody(text, start, start + len(word), by_layout=True)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("then told hope to rest", "hope"),
        ("dear mark i write", "mark"),
        ("mrs may rang", "may"),
        ("nurse joy said so", "joy"),
    ],
)
def test_somebody_in_any_text(text, word):
    start = text.index(word)
    assert is_somebody(text, start, start + len(word))


@pytest.mark.parametrize(
    ("text", "word"),
    [("came with will", "will"), ("grace t has an appointment", "grace"), ("faith up and washed", "faith")],
)
def test_somebody_where_there_are_no_capitals(text, word):
    start = text.index(word)
    assert is_somebody(text, start, start + len(word), by_layout=True)
    assert not is_somebody(text, start, start + len(word))


def test_a_comma_parts_a_word_from_the_one_before():
    assert previous_word("told grace", 5) == "told"
    assert previous_word("told, grace", 6) == ""
