"""A pack is declared as data."""

from dataclasses import FrozenInstanceError

import pytest

from evidencegen.packs.pack import Pack, SectionPlan
from evidencegen.problem import EvidenceError


def test_a_pack_cannot_be_changed_once_declared():
    pack = Pack("board", "For the board", (SectionPlan("summary", "Summary", "board/summary.html.j2"),))
    with pytest.raises(FrozenInstanceError):
        pack.title = "Something else"


def test_sections_stand_in_the_order_of_the_brief_and_the_notes_after_them():
    plans = tuple(SectionPlan(key, key.title(), f"{key}.html.j2") for key in ("summary", "data", "examples", "notes"))
    pack = Pack("board", "For the board", plans)
    assert pack.of(None) is pack
    assert [plan.key for plan in pack.of(["examples", "summary", "examples"]).sections] == [
        "examples",
        "summary",
        "notes",
    ]
    with pytest.raises(EvidenceError) as error:
        pack.of(["dta", "summary"])
    (problem,) = error.value.problems
    assert (problem.key, "did you mean `data`?" in problem.wanted) == ("pack.unknown_section", True)
