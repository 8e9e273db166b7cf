"""A pack is declared as data."""

from dataclasses import FrozenInstanceError

import pytest

from evidencegen.packs.pack import Pack, SectionPlan


def test_a_pack_cannot_be_changed_once_declared():
    pack = Pack("board", "For the board", (SectionPlan("summary", "Summary", "board/summary.html.j2"),))
    with pytest.raises(FrozenInstanceError):
        pack.title = "Something else"
