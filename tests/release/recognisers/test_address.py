import pytest

from evidencegen.release.quote import anonymise
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
        ("ROOMS", "no wishes on file (rooms 3 and 8).", ["rooms 3 and 8"]),
        ("ROOMS", "flats 2, 3 and 4b were", ["flats 2, 3 and 4b"]),
        ("ROOMS", "rooms for 3 and 8 people", []),
        ("ROOMS", "beds 12 days ago", []),
        ("DOOR_SAID", "give out the house number its 88", ["88"]),
        ("DOOR_SAID", "the house number was wrong", []),
        ("DOOR_SAID", "You live at 3, The Old Forge", ["3"]),
        ("DOOR_SAID", "live at 3 places", []),
        ("NUMBERED", "at 10.15, court 4.", ["4"]),
        ("NUMBERED", "in court 4 times", []),
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


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Room: 7, Rm 12 and bed 4", "[room], [room] and [room]"),
        ("the man in 12 said so", "the man in [room] said so"),
        ("She is in room twelve now.", "She is in [room] now."),
        ("Key safe 1945, badge 88", "Key safe [code], badge [number]"),
        ("unit lavender 2", "unit [room]"),
        ("The home has 4 beds in unit 3 of 6.", "The home has 4 beds in unit 3 of 6."),
    ],
)
def test_doors_and_numbers_as_forms_have_them(text, told):
    assert anonymise(text).text == told


@pytest.mark.parametrize("text", ["he is at 14 orchard close now", "flat 3, 22 mill rd", "lives at 12 the crescent"])
def test_an_address_without_capitals_goes(text):
    assert not any(character.isdigit() for character in anonymise(text).text)


def test_people_and_doors_along_a_street_stay():
    text = "Two of the 3 doors down the street are ours, and 2 people on the close help."
    assert anonymise(text).text == text
