"""Words beyond the limit."""

from datetime import date

from evidencegen.packs.lint import Held
from evidencegen.packs.lints.over_limit import OVER_LIMIT
from tests.packs.lints.finding_it import found, told


def test_the_rest_of_the_paragraph_in_which_the_reader_stops_is_found():
    held = Held(date(2026, 9, 30), cut_off=lambda text: (text.index("four"), "three words"))
    assert found(OVER_LIMIT, "One two three four five.\n\nSix.", held) == ["four five."]
    assert told(OVER_LIMIT, "One two three four.", held) == [
        ("stop", "the limit is three words, and whoever marks it stops reading here")
    ]


def test_within_it_or_without_one_nothing_is():
    assert found(OVER_LIMIT, "One two.", Held(date(2026, 9, 30), cut_off=lambda _: None)) == []
    assert found(OVER_LIMIT, "One two.") == []
