import pytest

from evidencegen.release.recognisers import reference


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("LABELLED_REFERENCE", "Crime ref 47240163552.", ["47240163552"]),
        ("LABELLED_REFERENCE", "Police log 421 of 09/07/24 says", ["421 of 09/07/24"]),
        ("LABELLED_REFERENCE", "logged CAD 4417.", ["4417"]),
        ("LABELLED_REFERENCE", "in that case 12 people came", []),
        ("JOINED_REFERENCE", "(SG/2024/0137)", ["SG/2024/0137"]),
        ("JOINED_REFERENCE", "as ref. LSAB-24-00219.", ["ref. LSAB-24-00219"]),
        ("JOINED_REFERENCE", "Covid-19 and 6-weekly reviews", []),
        ("OFFICER", "by PC 2214 Farrah Iqbal and", ["PC 2214 Farrah Iqbal"]),
    ],
)
def test_reference(kind, text, found):
    recogniser = getattr(reference, kind)
    assert [text[d.start : d.end] for d in recogniser.find(text)] == found
