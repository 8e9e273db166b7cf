import pytest

from evidencegen.release.recognisers import national_insurance


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("NATIONAL_INSURANCE_NUMBER", "NI: QQ 12 34 56 C.", ["QQ 12 34 56 C"]),
        ("NATIONAL_INSURANCE_NUMBER", "jc987654d on the form", ["jc987654d"]),
        ("NATIONAL_INSURANCE_NUMBER", "QQ123456", ["QQ123456"]),
        ("NATIONAL_INSURANCE_NUMBER", "Section 42 of 2014", []),
        ("NATIONAL_INSURANCE_NUMBER", "NG189", []),
    ],
)
def test_national_insurance(kind, text, found):
    recogniser = getattr(national_insurance, kind)
    assert [text[d.start : d.end] for d in recogniser.find(text)] == found
