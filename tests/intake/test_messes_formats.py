"""Messes in the other formats, and those whose proper end is written first."""

import pytest

from evidencegen.intake.workbook import open_workbook
from evidencegen.problem import EvidenceError
from tests.intake.messes.awaited import AWAITED
from tests.intake.messes.check import differences
from tests.intake.messes.formats import FORMATS, READ_OR_REFUSED


@pytest.mark.parametrize("mess", (*FORMATS, *AWAITED), ids=lambda mess: mess.name)
def test_a_mess_comes_to_what_is_expected(mess, tmp_path):
    assert differences(mess, tmp_path) == []


@pytest.mark.parametrize("name", READ_OR_REFUSED)
def test_what_a_web_page_or_xml_holds_is_read_whole_or_refused_in_one_line_with_the_cure(name, tmp_path):
    path = READ_OR_REFUSED[name](tmp_path)
    try:
        sheets = open_workbook(path).sheets
    except EvidenceError as refused:
        (problem,) = refused.problems
        assert "save" in problem.mend
    else:
        assert "S1" in [value for sheet in sheets for cells in sheet.rows.values() for value in cells.values()]
