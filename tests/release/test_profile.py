"""Who may see which number."""

from decimal import ROUND_HALF_UP, Decimal

import pytest

from evidencegen.measures.measure import About
from evidencegen.release.profile import EXACT, EXTERNAL, INTERNAL, PROFILES, SAC, STRICT


def shown(limits, count):
    return None if limits.hides(count) else limits.rounded(count)


def to_five(count):
    return int((Decimal(count) / 5).quantize(Decimal(1), ROUND_HALF_UP)) * 5


# The national collection: 0 to 4 hidden, the rest to the nearest multiple of 5 (vectors worked from its code).
@pytest.mark.parametrize(
    ("count", "published"),
    [
        *[(0, None), (1, None), (4, None), (5, 5), (6, 5), (7, 5), (8, 10), (9, 10), (10, 10), (12, 10)],
        *[(13, 15), (17, 15), (18, 20), (62, 60)],
    ],
)
def test_the_national_collection_agrees_with_its_own_vectors(count, published):
    assert shown(SAC.people, count) == published


# OpenSAFELY: 7 and fewer redacted, which its code writes as 0, then to the nearest 5.
@pytest.mark.parametrize(
    ("count", "released"), [(0, 0), (1, 0), (7, 0), (8, 10), (10, 10), (12, 10), (13, 15), (17, 15), (18, 20)]
)
def test_the_strict_rule_agrees_with_opensafely(count, released):
    assert (shown(STRICT.people, count) or 0) == released


@pytest.mark.parametrize("count", range(201))
def test_both_rules_from_nought_to_two_hundred(count):
    assert shown(SAC.people, count) == (None if count < 5 else to_five(count))
    assert (shown(STRICT.people, count) or 0) == (0 if count <= 7 else to_five(count))


@pytest.mark.parametrize("count", range(60))
def test_exact_counts_are_hidden_or_exact_and_inside_all_are_exact(count):
    assert shown(EXACT.people, count) == (None if 1 <= count <= 4 else count)
    assert shown(INTERNAL.people, count) == count


def test_staff_are_people_and_audit_answers_are_nobody():
    for profile in (EXTERNAL, STRICT, EXACT):
        assert profile.limits(About.STAFF) == profile.limits(About.PEOPLE)
        assert shown(profile.limits(About.RECORDS), 3) == 3


def test_each_rule_is_told_as_its_limits_are():
    told = {key: profile.words for key, profile in PROFILES.items()}
    assert told["external"] == (
        "Counts of people, and of anything about them, from 1 to 4 are hidden and shown as [c], and so is any other "
        "count from which one of those could be worked out; the rest are rounded to the nearest 5. Their percentages "
        "are whole, taken from the rounded counts, and not given where the rounded base is under 20. Counts of audit "
        "answers and of actions point at nobody and are exact."
    )
    assert "from 1 to 7 are hidden" in told["strict"]
    assert "from 1 to 4 are hidden" in told["exact"]
    assert "the rest are exact. Percentages are whole, and not given where the base is under 20." in told["exact"]
    assert "from 0 to 4 are hidden" in told["sac"]
    assert "taken from the exact counts" in told["sac"]
    assert told["internal"] == "Exact figures for people inside the organisation. Not for release."


def test_an_organisation_sets_its_own_limits_and_the_words_follow():
    own = EXTERNAL.under(smallest_shown=10, base=10, smallest_base=50)
    assert "from 1 to 9 are hidden" in own.words
    assert "nearest 10" in own.words
    assert "under 50" in own.words
    assert [shown(own.people, n) for n in (9, 10, 14, 15, 24)] == [None, 10, 10, 20, 20]
    assert EXTERNAL.under(smallest_shown=None, base=None, smallest_base=None) == EXTERNAL
