import pytest

from evidencegen.release.stretch import Capitals, Stretches
from evidencegen.release.word import words_of

LONG = "She told the manager on the phone that the key had been moved and\nshe wanted it back by then."


@pytest.mark.parametrize(
    ("text", "word", "capitals"),
    [
        ("She rang the office. He was in the garden.", "garden", Capitals.TELL),
        ("Pete: rang the office, all is well there now", "office", Capitals.NONE),
        ("She rang. then he came back on his own and sat", "sat", Capitals.NONE),
        ("RISK ASSESSMENT of the stairs", "ASSESSMENT", Capitals.ALL),
        ("RISK ASSESSMENT of the stairs", "stairs", Capitals.TELL),
        ("The GP and the CQC came", "CQC", Capitals.TELL),
        ("rang the office and sat with her until the night staff came", "came", Capitals.NONE),
        (LONG, "wanted", Capitals.TELL),  # a line that goes on with the one before
    ],
)
def test_what_capitals_tell(text, word, capitals):
    assert Stretches(text, words_of(text)).at(text.index(word)) is capitals
