"""What a reader who has nothing but finished documents can work out of what they hide."""

from evidencegen.release.profile import EXACT, EXTERNAL, SAC
from tests.release.attack import attacked, entry


def of(found, key):
    (one,) = (one for (_, k, _), one in found.items() if k == key)
    return one.low, one.high, one.narrow


# A reader does not know how many have no service on record, so 123 - 62 - 58 says: at most three; a nought would show.
def test_a_service_hidden_alone_beside_exact_ones_is_told_too_closely():
    sites = [entry("concerns.raised", n, part=("service", s)) for s, n in (("North", 62), ("South", 58))]
    west = entry("concerns.raised", part=("service", "West"), hidden=True)
    found = attacked(EXACT, [entry("concerns.raised", 123), *sites, west])
    assert of(found, "concerns.raised[service=West]") == (1, 3, True)
    (none,) = attacked(EXACT, [entry("concerns.raised", 120), *sites, west]).values()
    assert (none.narrow, none.contradicted) == (False, True)


def test_two_hidden_services_are_not():
    north = entry("concerns.raised", 62, part=("service", "North"))
    others = [entry("concerns.raised", part=("service", s), hidden=True) for s in ("South", "West")]
    found = attacked(EXACT, [entry("concerns.raised", 123), north, *others])
    assert of(found, "concerns.raised[service=West]") == (1, 60, False)


def test_rounded_services_leave_more_than_the_rule_says():
    sites = [entry("concerns.raised", 60, part=("service", s)) for s in ("North", "South")]
    west = entry("concerns.raised", part=("service", "West"), hidden=True)
    assert of(attacked(EXTERNAL, [entry("concerns.raised", 125), *sites, west]), west["key"]) == (1, 11, False)


# Fully, partly and not achieved are codes of one column, and fully or partly is two of them together.
def test_a_code_is_told_by_the_measure_of_several_codes():
    told = [entry("msp.fully_achieved", 30, 60), entry("msp.fully_or_partly_achieved", 33, 60)]
    found = attacked(EXACT, [*told, entry("msp.partly_achieved", None, 60, hidden=True)])
    assert of(found, "msp.partly_achieved") == (3, 3, True)


# Both are out of the same concerns, so a base that one of them tells is told for the other.
def test_a_base_told_once_is_told_everywhere():
    found = attacked(EXACT, [entry("msp.fully_achieved", 30, 60), entry("msp.not_achieved", hidden=True)])
    assert of(found, "msp.not_achieved")[1] == 30


# Whole per cents of exact counts: 90% of a base of 10 is 9, and so the rest is 1.
def test_a_percentage_of_exact_counts_gives_them_away():
    told = [entry("msp.fully_achieved", None, 10, per_cent=90), entry("msp.not_achieved", None, 10, hidden=True)]
    assert of(attacked(SAC, told), "msp.not_achieved")[1] <= 3


def test_the_same_figure_for_two_audiences_is_one_number():
    told = entry("msp.not_achieved", 3, 60)
    hidden = entry("msp.not_achieved", None, 60, hidden=True)
    found = attacked(EXACT, [told], [hidden])
    assert [(one.low, one.high, one.narrow) for one in found.values()] == [(3, 3, True), (3, 3, True)]


def test_a_count_that_is_printed_though_too_small_is_found():
    assert of(attacked(EXTERNAL, [entry("concerns.raised", 4)]), "concerns.raised") == (4, 4, True)


def test_a_measure_of_the_providers_own_is_weighed_by_what_it_prints():
    own = entry("msp.asked", hidden=True) | {"key": "own.told_within_week", "out_of": 40}
    low, high, narrow = of(attacked(EXACT, [own]), "own.told_within_week")
    assert (low, high, narrow) == (0, 40, False)


# 62 asked for, of which 40 of 60 were allocated: two were declined or withdrawn.
def test_rows_left_out_are_told_by_a_figure_of_all_rows():
    allocated = entry("advocacy.allocated", 40, 60) | {"excluded": [["declined or withdrawn", "[c]"]]}
    found = attacked(EXACT, [allocated, entry("advocacy.referrals", 62)])
    ((one,)) = found.values()
    assert (one.called.split(", ")[-1], one.low, one.high) == ("left out: declined or withdrawn", 2, 2)
    assert one.narrow
    (rounded,) = attacked(EXTERNAL, [allocated, entry("advocacy.referrals", 60)]).values()
    assert (rounded.low, rounded.high, rounded.narrow) == (1, 4, False)


# 62 asked for, 60 and about five left out: the base of the next measure is not told by itself.
def test_rows_left_out_and_shown_tell_a_base_that_is_hidden():
    allocated = entry("advocacy.allocated", None, None, hidden=True) | {"excluded": [["declined or withdrawn", "50"]]}
    (one,) = attacked(EXACT, [allocated, entry("advocacy.referrals", 62)]).values()
    assert (one.low, one.high) == (0, 12)
