"""Names and identifiers, which no finding repeats."""

import pytest

from evidencegen.documents.read_words import words_of_text
from evidencegen.linted import findings_in
from evidencegen.packs.lint import MASK
from evidencegen.packs.lints.named import NAMED
from tests.packs.lints.finding_it import found
from tests.packs.lints.provider import HELD


@pytest.mark.parametrize("words", ["Doreen Ashby", "Mrs Ashby", "SG-2041", "P0317", "Kwame Osei-Tutu"])
def test_names_and_identifiers_of_the_registers_are_found(words):
    assert [one.removeprefix("Mrs ") for one in found(NAMED, f"We spoke to {words} on the day.", HELD)] == [
        words.removeprefix("Mrs ")
    ]
    assert found(NAMED, f"We spoke to {words} on the day.") == []


def test_numbers_that_tell_by_their_form_are_found_alone():
    assert found(NAMED, "Her NHS number is 999 123 4560.") == ["999 123 4560"]
    assert found(NAMED, "She was born on 14 February 1941.") == ["14 February 1941"]
    assert found(NAMED, "In 2023-24 risk was reduced, for 999 people.") == []


def test_no_finding_repeats_them_and_all_say_where():
    text = "Doreen Ashby, NHS number 999 123 4560, was always asked."
    told = [one for one in findings_in(words_of_text(text), HELD) if one.rule != "absolute"]
    assert {one.text for one in told} == {MASK}
    assert [text[one.start : one.end] for one in told] == ["Doreen Ashby", "999 123 4560"]
    assert "Ashby" not in str(told)


def test_the_name_of_a_road_or_a_place_is_nobodys():
    assert found(NAMED, "The home is on Ashby Road, near the Ashby-de-la-Zouch turning.", HELD) == []
    assert found(NAMED, "We met Doreen Ashby Road users.", HELD) == ["Doreen Ashby"]
    assert len(found(NAMED, "We met Mrs Ashby Hall and Ashby in the garden.", HELD)) == 2
