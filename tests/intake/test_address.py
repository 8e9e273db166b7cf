"""Addresses as Excel shows them."""

import pytest

from evidencegen.intake.address import a1, column_number, letters, listed, row_and_column


@pytest.mark.parametrize(
    ("number", "words"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16384, "XFD")]
)
def test_columns_go_by_the_letters_over_them(number, words):
    assert letters(number) == words
    assert column_number(words) == number


def test_a_cell_goes_by_its_letters_and_row():
    assert a1(17, 2) == "B17"
    assert row_and_column("$B$17") == (17, 2)


@pytest.mark.parametrize("words", ["", "17", "B", "B0", "XFE1", "A1048577", "b17"])
def test_what_is_no_cell_of_a_sheet_is_refused(words):
    with pytest.raises(ValueError, match=r"cell|sheet"):
        row_and_column(words)


def test_a_long_list_says_how_many_more_there_are():
    assert listed(["H1", "H2", "H3"], at_most=2) == "H1, H2 and 1 more"
    assert listed(["H1", "H2"], at_most=2) == "H1, H2"
