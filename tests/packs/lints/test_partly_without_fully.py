"""Fully and partly achieved told as one."""

from evidencegen.packs.lints.partly_without_fully import PARTLY
from tests.packs.lints.finding_it import found


def test_the_sum_alone_is_found():
    assert found(PARTLY, "Outcomes were fully or partly achieved in 90% of cases.") == ["fully or partly achieved"]
    assert found(PARTLY, "81 of 90 were achieved in full or in part.") == ["achieved in full or in part"]


def test_with_the_number_fully_achieved_beside_it_it_is_not():
    assert found(PARTLY, "Outcomes were fully achieved in 67%, and fully or partly achieved in 90%.") == []
    assert found(PARTLY, "Fully or partly achieved: 90%.\n\nFully achieved: 67%.") == []
    assert found(PARTLY, "# A\n\nFully or partly achieved: 90%.\n\n# B\n\nFully achieved: 67%.") != []


def test_without_a_number_it_claims_nothing():
    assert found(PARTLY, "The form asks whether the outcome was fully or partly achieved.") == []


def test_a_number_in_any_form_is_enough():
    assert found(PARTLY, "81 people out of 90 achieved at least part of what they wanted.") != []
    assert found(PARTLY, "Wanted outcomes achieved (full/part): 90%.") != []
