"""Percentages and counts that a sentence mentions."""

from decimal import Decimal

import pytest

from evidencegen.packs.mention import (
    are_alike,
    decimals_of,
    figure_for,
    is_rough,
    mentions,
    number_of,
    per_cent_of,
    rounded,
    stems,
)
from tests.packs.lints.provider import FIGURES


def test_percentages_and_pairs_are_read_in_order():
    told = [
        (m.per_cent, m.counted, m.out_of) for m in mentions("It was 91.7% (110 of the 120), then 9/10, nine in ten.")
    ]
    assert told == [(Decimal("91.7"), None, None), (None, 110, 120), (None, 9, 10), (None, 9, 10)]


@pytest.mark.parametrize(
    "text", ["in section 4 of 12 May", "24/7", "the 95% range", "one of us", "5 in a row", "3 in 6 weeks"]
)
def test_other_numbers_are_no_mentions(text):
    assert [m for m in mentions(text) if m.counted != 4] == []


def test_rough_numbers_are_marked():
    assert [m.is_rough for m in mentions("over 90% here, 90% there, nine in ten")] == [True, False, True]
    assert is_rough("about 5", 6)


def test_numbers_in_words_and_with_decimals():
    assert (number_of("Eleven"), number_of("1,204"), number_of("forty")) == (11, 1204, 40)
    assert (per_cent_of("93%"), per_cent_of("70.50 per cent"), per_cent_of("ninety per cent")) == (
        93,
        Decimal("70.50"),
        90,
    )
    assert (decimals_of(Decimal("70.50")), decimals_of(Decimal(93))) == (2, 0)


def test_halves_are_rounded_up():
    assert rounded(1, 8, 0) == 13
    assert rounded(1, 8, 1) == Decimal("12.5")
    assert rounded(2, 3, 2) == Decimal("66.67")


def test_a_clause_is_about_its_own_words():
    first, second = mentions("Wishes were met in full for 60%, in part for 30%.")
    assert first.about == stems("wishes were met in full")
    assert second.about == stems("in part")


def test_alike_are_clauses_with_most_words_in_common_and_none_that_tells_them_apart():
    assert are_alike(stems("plans reviewed with families"), stems("we reviewed plans with the families"))
    assert not are_alike(stems("plans reviewed with families"), stems("plans reviewed with advocates late"))
    assert not are_alike(stems("wishes fully met for tenants here"), stems("wishes partly met for tenants here"))


def test_a_figure_is_told_of_where_its_title_is_repeated():
    told = figure_for(stems("outcomes that were fully achieved"), FIGURES)
    assert told is not None
    assert told.key == "msp.fully_achieved"
    assert figure_for(stems("the garden was dug over"), FIGURES) is None
