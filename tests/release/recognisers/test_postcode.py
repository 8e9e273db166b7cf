import pytest

from evidencegen.release.recognisers import postcode


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("POSTCODE", "went to LS8 9ZZ.", ["LS8 9ZZ"]),
        ("POSTCODE", "outside de23 9zz", ["de23 9zz"]),
        ("POSTCODE", "the file had NG79ZZ", ["NG79ZZ"]),
        ("POSTCODE", "EC1A 9ZZ", ["EC1A 9ZZ"]),
        ("POSTCODE", "level 5 minced", []),
        ("POSTCODE", "QS200 and NG189", []),
    ],
)
def test_postcode(kind, text, found):
    recogniser = getattr(postcode, kind)
    assert [text[d.start : d.end] for d in recogniser.find(text)] == found
