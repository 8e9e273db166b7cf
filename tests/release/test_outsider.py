"""What a reader who has nothing but finished documents can work out of what they hide."""

import pytest

from evidencegen.catalogue import everything_in
from evidencegen.measures import families
from evidencegen.measures.measure import Measure
from evidencegen.release.outsider import Printed, left_of
from evidencegen.release.profile import EXACT, EXTERNAL, SAC

MEASURES = everything_in(families, Measure)
YEAR, DAY = "2025-10-01/2026-09-30", "2026-09-30"


def entry(key, counted=None, out_of=None, *, part=None, per_cent=None, period=YEAR, as_at=DAY, hidden=False):
    """A figure as a manifest carries it; `part` is a column and a code."""
    column, code = part or (None, None)
    return {
        "key": key + (f"[{column}={code}]" if part else ""), "title": MEASURES[key].title, "group": code,
        "column": column, "code": code, "parts": "add up" if part else None, "about": "people", "period": period,
        "as_at": as_at, "counted": counted, "out_of": out_of, "per_cent": per_cent, "mark": "[c]" if hidden else None,
    }  # fmt: skip


@pytest.fixture
def attacked():
    """What is left of the hidden figures of documents under one rule: `attacked(EXACT, [figure, ...], ...)`."""

    def attack(profile, *documents):
        rule = vars(profile.people)
        printed = [
            Printed(f"report {n}", figure, rule, profile.share_of_exact)
            for n, figures in enumerate(documents, 1)
            for figure in figures
        ]
        found = {(one.document, one.key, one.called): one for one in left_of(printed, MEASURES)}
        quick = left_of(printed, MEASURES, ends=False)
        assert [one.narrow for one in quick] == [one.narrow for one in found.values()]
        return found

    return attack


def of(found, key):
    (one,) = (one for (_, k, _), one in found.items() if k == key)
    return one.low, one.high, one.narrow


# A reader does not know how many have no service on record, so 123 - 62 - 58 says: at most three; a nought would show.
def test_a_service_hidden_alone_beside_exact_ones_is_told_too_closely(attacked):
    sites = [entry("concerns.raised", n, part=("service", s)) for s, n in (("North", 62), ("South", 58))]
    west = entry("concerns.raised", part=("service", "West"), hidden=True)
    found = attacked(EXACT, [entry("concerns.raised", 123), *sites, west])
    assert of(found, "concerns.raised[service=West]") == (1, 3, True)
    (none,) = attacked(EXACT, [entry("concerns.raised", 120), *sites, west]).values()
    assert (none.narrow, none.contradicted) == (False, True)


def test_two_hidden_services_are_not(attacked):
    north = entry("concerns.raised", 62, part=("service", "North"))
    others = [entry("concerns.raised", part=("service", s), hidden=True) for s in ("South", "West")]
    found = attacked(EXACT, [entry("concerns.raised", 123), north, *others])
    assert of(found, "concerns.raised[service=West]") == (1, 60, False)


def test_rounded_services_leave_more_than_the_rule_says(attacked):
    sites = [entry("concerns.raised", 60, part=("service", s)) for s in ("North", "South")]
    west = entry("concerns.raised", part=("service", "West"), hidden=True)
    assert of(attacked(EXTERNAL, [entry("concerns.raised", 125), *sites, west]), west["key"]) == (1, 11, False)


# Fully, partly and not achieved are codes of one column, and fully or partly is two of them together.
def test_a_code_is_told_by_the_measure_of_several_codes(attacked):
    told = [entry("msp.fully_achieved", 30, 60), entry("msp.fully_or_partly_achieved", 33, 60)]
    found = attacked(EXACT, [*told, entry("msp.partly_achieved", None, 60, hidden=True)])
    assert of(found, "msp.partly_achieved") == (3, 3, True)


# Both are out of the same concerns, so a base that one of them tells is told for the other.
def test_a_base_told_once_is_told_everywhere(attacked):
    found = attacked(EXACT, [entry("msp.fully_achieved", 30, 60), entry("msp.not_achieved", hidden=True)])
    assert of(found, "msp.not_achieved")[1] == 30


# Whole per cents of exact counts: 90% of a base of 10 is 9, and so the rest is 1.
def test_a_percentage_of_exact_counts_gives_them_away(attacked):
    told = [entry("msp.fully_achieved", None, 10, per_cent=90), entry("msp.not_achieved", None, 10, hidden=True)]
    assert of(attacked(SAC, told), "msp.not_achieved")[1] <= 3


# 12 by June and 13 by July, both from April, and both exact: one person came in July.
def test_what_came_between_two_reports_is_a_count_of_its_own(attacked):
    june = entry("concerns.raised", 12, period="2026-04-01/2026-06-30", as_at="2026-06-30")
    july = entry("concerns.raised", 13, period="2026-04-01/2026-07-31", as_at="2026-07-31")
    ((change,)) = attacked(EXACT, [june], [july]).values()
    assert (change.low, change.high, change.narrow) == (1, 1, True)
    rounded = [june | {"counted": 10}], [july | {"counted": 15}]
    ((change,)) = attacked(EXTERNAL, *rounded).values()
    assert (change.low, change.high, change.narrow) == (1, 9, False)


def test_a_report_of_another_period_says_nothing_of_the_change(attacked):
    june = entry("concerns.raised", 12, period="2026-03-01/2026-06-30", as_at="2026-06-30")
    july = entry("concerns.raised", 13, period="2026-04-01/2026-07-31", as_at="2026-07-31")
    assert attacked(EXACT, [june], [july]) == {}


def test_the_same_figure_for_two_audiences_is_one_number(attacked):
    told = entry("msp.not_achieved", 3, 60)
    hidden = entry("msp.not_achieved", None, 60, hidden=True)
    found = attacked(EXACT, [told], [hidden])
    assert [(one.low, one.high, one.narrow) for one in found.values()] == [(3, 3, True), (3, 3, True)]


def test_a_count_that_is_printed_though_too_small_is_found(attacked):
    assert of(attacked(EXTERNAL, [entry("concerns.raised", 4)]), "concerns.raised") == (4, 4, True)


def test_a_measure_of_the_providers_own_is_weighed_by_what_it_prints(attacked):
    own = entry("msp.asked", hidden=True) | {"key": "own.told_within_week", "out_of": 40}
    low, high, narrow = of(attacked(EXACT, [own]), "own.told_within_week")
    assert (low, high, narrow) == (0, 40, False)


# 30 of 60 by June and 30 of 61 by July: nobody more was counted, and one person more could have been.
def test_what_came_to_a_base_is_a_count_too(attacked):
    june = entry("msp.fully_achieved", 30, 60, period="2026-04-01/2026-06-30", as_at="2026-06-30")
    july = entry("msp.fully_achieved", 30, 61, period="2026-04-01/2026-07-31", as_at="2026-07-31")
    found = attacked(EXACT, [june], [july])
    assert {one.called.split(": ")[1]: one.narrow for one in found.values()} == {
        "what came to its count since report 1": False,
        "what came to its base since report 1": True,
    }
