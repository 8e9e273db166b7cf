"""An age told as the band it lies in."""

import pytest

from evidencegen.release.age_band import band


# The statutory returns' top band is 85 and over.
@pytest.mark.parametrize(
    ("years", "told"),
    [
        (17, "under 18"),
        (18, "in their teens"),
        (20, "in their 20s"),
        (79, "in their 70s"),
        (80, "in their early 80s"),
        (84, "in their early 80s"),
        (85, "in their late 80s or older"),
        (104, "in their late 80s or older"),
    ],
)
def test_an_age_lies_in_one_band(years, told):
    assert band(years) == told
