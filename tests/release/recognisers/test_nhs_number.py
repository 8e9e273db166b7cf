import pytest

from evidencegen.release.recognisers.nhs_number import NHS_NUMBER


# Numbers beginning 999 are kept for testing and belong to nobody.
@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("her number is 999 000 0018.", ["999 000 0018"]),
        ("999-000-0018", ["999-000-0018"]),
        ("9990000018", ["9990000018"]),
        ("9990000019", ["9990000019"]),  # mistyped, and still somebody's
        ("invoice 00999000001800", []),  # inside a longer number
        ("a score of 99 out of 100", []),
    ],
)
def test_nhs_number(text, found):
    assert [text[d.start : d.end] for d in NHS_NUMBER.find(text)] == found
