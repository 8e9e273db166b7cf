import pytest

from evidencegen.release.recognisers import bank


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("SORT_CODE_SAID", "sort code 07-01-16, with", ["07-01-16"]),
        ("SORT_CODE", "11-22-33 / 00112233", ["11-22-33 / 00112233"]),
        ("ACCOUNT", "and account 55779911, which", ["55779911"]),
        ("ACCOUNT", "4929 1234 5678 9012", ["4929 1234 5678 9012"]),
        ("ACCOUNT", "GB29 NWBK 6016 1331 9268 19", ["GB29 NWBK 6016 1331 9268 19"]),
        ("ACCOUNT", "on account of 12 people", []),
    ],
)
def test_bank(kind, text, found):
    recogniser = getattr(bank, kind)
    assert [text[d.start : d.end] for d in recogniser.find(text)] == found
