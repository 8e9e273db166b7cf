"""The counts of tables that no manifest explains, and what is left of the hidden ones."""

import pytest

from evidencegen.documents.printed import Document
from evidencegen.documents.table_counts import left_in_tables
from evidencegen.documents.tagged_tables import TaggedTable


def left(text):
    """What is left of the hidden counts of a table, written a row a line with bars between cells."""
    rows = tuple(tuple(cell.strip() for cell in line.split("|")) for line in text.strip().splitlines())
    found = left_in_tables(Document("a.pdf", {}, ("",), (TaggedTable(2, rows),)))
    return {one.called.removesuffix(", in a table on page 2"): (one.low, one.high, one.narrow) for one in found}


# 123 less 62 and 58 is 3, however the cell is starred.
@pytest.mark.parametrize("star", ["[c]", "*", "c", "<5", "Suppressed"])
def test_a_starred_cell_is_what_the_total_leaves(star):
    table = f"""
    Service | Concerns
    North | 62
    South | 58
    West | {star}
    Total | 123"""
    assert left(table) == {"West, Concerns": (3, 3, True)}


# Rounded to 5: 60 is 58 to 62, 125 is 123 to 127; so the rest is at most 127 - 58 - 58.
def test_counts_rounded_to_five_leave_more():
    table = """
    Service | Concerns
    North | 60
    South | about 60
    West | [c]
    All services | 125"""
    assert left(table) == {"West, Concerns": (0, 11, False)}


# Neglect 4 = a + b, North 16 - 7 = a + c, South 9 = b + d; a nought is shown, so a is 1 to 3, and d = 9 - b is 6 to 8.
def test_rows_and_columns_are_taken_together():
    table = """
    Abuse | North | South | Total
    Neglect | * | * | 4
    Financial | * | * | 14
    Physical | 7 | 0 | 7
    Total | 16 | 9 | 25"""
    found = left(table)
    assert found["Neglect, North"] == (1, 3, True)
    assert found["Financial, South"] == (6, 8, False)


# 31 and 40 do not make 90: this "total" is of something else, so it tells nothing of West.
def test_what_is_called_total_and_is_none_is_not_believed():
    table = """
    Service | 2025 | Total staff
    North | 31 | 90
    West | * | 95"""
    assert left(table) == {"West, 2025": (0, 100_000, False)}


def test_shares_and_words_are_no_counts():
    table = """
    Service | Concerns | Share | Lead
    North | 62 | 50% | a manager
    West | * | * | nobody
    Total | 123 | 100% | -"""
    assert left(table) == {"West, Concerns": (61, 61, True)}


@pytest.mark.parametrize("table", ["", "Service | Concerns", "Service | Concerns\n North | 62", "A | B\n North | *"])
def test_a_table_that_hides_nothing_or_tells_nothing_is_passed_over(table):
    assert left(table) == {}
