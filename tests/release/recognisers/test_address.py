import pytest

from evidencegen.release.recognisers import address


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("ADDRESS", "to 11 Cowper Terrace, Leeds LS8 9ZZ.", ["11 Cowper Terrace, Leeds LS8 9ZZ"]),
        ("ADDRESS", "at 14a Kenton Lane. Then", ["14a Kenton Lane"]),
        ("ADDRESS", "with 12 People in the room", []),
        ("ADDRESS", "Flat 9, Bakers Quay Court, Gloucester.", ["Flat 9, Bakers Quay Court, Gloucester"]),
        ("ADDRESS", "in my flat and I want it", []),
        ("DOOR", "at number 11, knocked", ["number 11"]),
        ("DOOR", "the number 39 bus", []),
        ("ROOM", "moved to room 14 upstairs", ["room 14"]),
        ("ROOM", "room for 3 more", []),
        ("ROAD_NUMBER", "a car wash on the A15 where", ["A15"]),
        ("KEY_SAFE", "the key safe code is 4417", ["4417"]),
        ("STREET_IN_LOWER_CASE", "lives on heron way with", ["heron way"]),
        ("STREET_IN_LOWER_CASE", "helped in the same way", []),
        ("STREET_IN_LOWER_CASE", "on the way home", []),
    ],
)
def test_address(kind, text, found):
    recogniser = getattr(address, kind)
    assert [text[d.start : d.end] for d in recogniser.find(text)] == found
