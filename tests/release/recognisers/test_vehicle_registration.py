import pytest

from evidencegen.release.recognisers import vehicle_registration


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        ("VEHICLE_REGISTRATION", "the van, BX19 KZA, was", ["BX19 KZA"]),
        ("VEHICLE_REGISTRATION", "W417 NRB", ["W417 NRB"]),
        ("VEHICLE_REGISTRATION", "abc 123d", ["abc 123d"]),
        ("VEHICLE_REGISTRATION", "Act 2014", []),
        ("VEHICLE_REGISTRATION", "NG189 and", []),
    ],
)
def test_vehicle_registration(kind, text, found):
    recogniser = getattr(vehicle_registration, kind)
    assert [text[d.start : d.end] for d in recogniser.find(text)] == found
