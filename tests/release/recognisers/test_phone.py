import pytest

from evidencegen.release.recognisers import phone


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("PHONE", "ring 07700 900781 now", ["07700 900781"]),
        ("PHONE", "+44 7700 900 112", ["+44 7700 900 112"]),
        ("PHONE", "(01632) 960 233, on the fridge", ["(01632) 960 233"]),
        ("PHONE", "(07700 900 566) had rung", ["07700 900 566"]),  # the bracket stays
        ("PHONE", "tel 01632 960 100 ext 41", ["01632 960 100 ext 41"]),
        ("PHONE", "by 05/02/2025", []),
        ("PHONE", "0 of 12 people", []),
        ("LONG_RUN", "case 7730021234", ["7730021234"]),
        ("LONG_RUN", "10,000 doses", []),
    ],
)
def test_phone(kind, text, found):
    recogniser = getattr(phone, kind)
    assert [text[d.start : d.end] for d in recogniser.find(text)] == found
