"""Spreadsheets as they really come: a table of messes, and what must come of each."""

import pytest

from tests.intake.messes.cell import CELLS
from tests.intake.messes.check import differences
from tests.intake.messes.delimited import DELIMITED
from tests.intake.messes.layout import LAYOUTS
from tests.intake.messes.matrix import MATRICES
from tests.intake.messes.packed import PACKED
from tests.intake.messes.refusal import REFUSALS

MESSES = (*LAYOUTS, *CELLS, *PACKED, *DELIMITED, *MATRICES, *REFUSALS)


def test_there_are_many_kinds_of_mess_and_each_has_a_name_of_its_own():
    assert len(MESSES) >= 60
    assert len({mess.name for mess in MESSES}) == len(MESSES)


@pytest.mark.parametrize("mess", MESSES, ids=lambda mess: mess.name)
def test_a_mess_comes_to_what_is_expected(mess, tmp_path):
    assert differences(mess, tmp_path) == []
