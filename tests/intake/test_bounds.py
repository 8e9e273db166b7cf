"""How much a workbook may hold."""

import pytest

from evidencegen.intake import bounds
from evidencegen.intake.bounds import Allowance, TooLargeError

MB = 1024**2


@pytest.mark.parametrize(
    ("packed", "unpacked"), [(0, 256 * MB), (10 * MB, 256 * MB), (12 * MB, 288 * MB), (90 * MB, 400 * MB)]
)
def test_a_larger_file_may_unpack_to_more_up_to_a_limit(packed, unpacked):
    allowance = Allowance(packed)
    allowance.unpack(unpacked)
    with pytest.raises(TooLargeError):
        allowance.unpack(1)


def test_what_is_taken_adds_up(monkeypatch):
    monkeypatch.setattr(bounds, "HELD", 100)
    allowance = Allowance(0)
    allowance.hold(60)
    allowance.hold(40)
    with pytest.raises(TooLargeError, match="memory"):
        allowance.hold(1)


@pytest.mark.parametrize(("take", "most"), [("walk", bounds.WALKED), ("keep", bounds.MOST_CELLS)])
def test_tags_and_cells_are_limited_too(take, most):
    allowance = Allowance(0)
    getattr(allowance, take)(most)
    with pytest.raises(TooLargeError):
        getattr(allowance, take)(1)
