"""What the brief says about one sheet."""

from pathlib import Path

import pytest

from evidencegen.intake.kind import choice
from evidencegen.intake.register import Column
from evidencegen.intake.source import Source, as_codes, wrong_words

OUTCOME = Column("outcome", choice(fully=("Fully achieved", "Fully"), not_achieved=("Not achieved",)))


def test_a_file_alone_is_enough():
    source = Source(Path("staff.xlsx"))
    assert (source.sheet, source.heading_row, source.cells, source.columns) == (None, None, None, {})
    assert (source.values, source.as_at) == ({}, None)


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("fully", "fully"),
        ("Fully achieved", "fully"),
        ("not achieved", "not_achieved"),
        ("not_achieved", "not_achieved"),
    ],
)
def test_what_a_word_means_may_be_given_by_its_code_or_by_a_word_of_the_list(given, code):
    assert list(wrong_words(OUTCOME, {"Met": given})) == []
    assert as_codes(OUTCOME, {"Met": given}) == {"Met": code}


def test_a_meaning_that_is_not_on_the_list_is_told_with_what_is():
    ((word, found, wanted),) = wrong_words(OUTCOME, {"Met": "fuly", "OK": "fully"})
    assert (word, found) == ("Met", "`fuly` as what `Met` means")
    assert wanted == "one of: `fully` (Fully achieved), `not_achieved` (Not achieved) (did you mean `fully`?)"


def test_one_word_spelt_in_two_ways_cannot_mean_two_things():
    assert [word for word, *_ in wrong_words(OUTCOME, {"n/a": "fully", "N.A.": "not_achieved"})] == ["N.A."]
    assert list(wrong_words(OUTCOME, {"n/a": "fully", "N.A.": "Fully"})) == []
