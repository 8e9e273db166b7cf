import pytest

from evidencegen.release.recognisers import digits


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("UNVOUCHED_DIGITS", "the 662 bus", ["662"]),
        ("UNVOUCHED_DIGITS", "BG2027QKXTP", ["BG2027QKXTP"]),
        ("UNVOUCHED_DIGITS", "Section 42 and Act 2014", []),
        ("UNVOUCHED_DIGITS", "NG189 and QS200", []),
        ("UNVOUCHED_DIGITS", "92% and 12 of 14, or 112 of 140", []),
        ("UNVOUCHED_DIGITS", "14 errors per 10,000 doses", []),
        ("UNVOUCHED_DIGITS", "dialled 999 or rang 101", []),
        ("UNVOUCHED_DIGITS", "at 15:00 and 3pm", []),
        ("UNVOUCHED_DIGITS", "in their 40s", []),
    ],
)
def test_digits(kind, text, found):
    recogniser = getattr(digits, kind)
    assert [text[d.start : d.end] for d in recogniser.find(text)] == found
