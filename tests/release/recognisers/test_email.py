import pytest

from evidencegen.release.recognisers import email


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("EMAIL", "f.abernethy54@example.com.", ["f.abernethy54@example.com"]),
        ("EMAIL", "marj(dot)ellacott(at)example.com;", ["marj(dot)ellacott(at)example.com"]),
        ("EMAIL", "write to mo at example dot org", ["mo at example dot org"]),
        ("EMAIL", "they met at home. Then", []),
    ],
)
def test_email(kind, text, found):
    recogniser = getattr(email, kind)
    assert [text[d.start : d.end] for d in recogniser.find(text)] == found
