import pytest

from evidencegen.release.initials import initialled, initials_of
from evidencegen.release.recogniser import Detail

PEOPLE = {"TO": Detail(0, 0, "person", "carer A", "tess okoro"), "OT": Detail(0, 0, "person", "carer B", "olga tench")}


def test_initials_of_a_name():
    assert set(initials_of(["Ana-Maria Popescu"])) == {"AP", "AMP"}
    assert list(initials_of(["Prince"])) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1. TO outlined the concern", ["TO"]),
        ("Signed T.O.", ["T.O."]),
        ("GO TO BED NOW", []),
        ("The OT came, and an OT form", []),
        ("OT said that it was so", ["OT"]),
        ("Olga Tench (OT) came", ["OT"]),
        ("then to bed", []),
        ("ot said so", []),  # what it stands for in every note
    ],
)
def test_initials_stand_for_somebody(text, found):
    assert [text[detail.start : detail.end] for detail in initialled(text, PEOPLE)] == found
