"""Words beyond the limit."""

from evidencegen.limit import Limit
from evidencegen.packs.lint import Held
from evidencegen.packs.lints.over_limit import OVER_LIMIT
from tests.packs.lints.finding_it import found, told
from tests.packs.lints.provider import AS_AT


def test_the_rest_of_the_paragraph_in_which_the_reader_stops_is_found():
    held = Held(AS_AT, limit=Limit(words=3))
    assert found(OVER_LIMIT, "One two three four five.\n\nSix.", held) == ["four five."]
    assert told(OVER_LIMIT, "One two three four.", held) == [
        (
            "stop",
            "4 words, OVER the limit of 3: what lies beyond may not be read; the assessor stops reading after “One two three”",
        )
    ]


def test_where_nothing_more_of_a_paragraph_is_read_all_of_it_is():
    assert found(OVER_LIMIT, "One two three.\n\nFour five.", Held(AS_AT, limit=Limit(words=3))) == ["Four five."]


def test_within_it_without_one_or_by_what_does_not_count_nothing_is():
    assert found(OVER_LIMIT, "One two.", Held(AS_AT, limit=Limit(words=2))) == []
    assert found(OVER_LIMIT, "One two.", Held(AS_AT, limit=Limit(pages=1))) == []
    assert found(OVER_LIMIT, "# One\n\nTwo.", Held(AS_AT, limit=Limit(words=1, not_counted=["headings"]))) == []
    assert found(OVER_LIMIT, "One two.") == []
