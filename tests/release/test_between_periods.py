"""What lies between reports of one figure for several periods, which a reader can work out."""

from evidencegen.release.profile import EXACT, EXTERNAL
from tests.release.attack import MEASURES, attacked, entry


# 12 by June and 13 by July, both from April, and both exact: one person came in July.
def test_what_came_between_two_reports_is_a_count_of_its_own():
    june = entry("concerns.raised", 12, period="2026-04-01/2026-06-30", as_at="2026-06-30")
    july = entry("concerns.raised", 13, period="2026-04-01/2026-07-31", as_at="2026-07-31")
    ((change,)) = attacked(EXACT, [june], [july]).values()
    assert (change.low, change.high, change.narrow) == (1, 1, True)
    rounded = [june | {"counted": 10}], [july | {"counted": 15}]
    ((change,)) = attacked(EXTERNAL, *rounded).values()
    assert (change.low, change.high, change.narrow) == (1, 9, False)


def test_a_report_of_quite_another_period_says_nothing():
    june = entry("concerns.raised", 12, period="2026-03-01/2026-06-30", as_at="2026-06-30")
    year = entry("concerns.raised", 13, period="2025-01-01/2025-12-31", as_at="2025-12-31")
    assert attacked(EXACT, [june], [year]) == {}


# March to June 12 and April to July 13: July can be 1 to 13, March anything up to 12.
def test_periods_that_overlap_share_the_days_of_both():
    june = entry("concerns.raised", 12, period="2026-03-01/2026-06-30", as_at="2026-06-30")
    july = entry("concerns.raised", 13, period="2026-04-01/2026-07-31", as_at="2026-07-31")
    found = attacked(EXACT, [june], [july])
    assert {one.called.split(": ")[1]: (one.low, one.high, one.narrow) for one in found.values()} == {
        "its count, March 2026": (0, 12, False),
        "its count, April to June 2026": (0, 12, False),
        "its count, July 2026": (1, 13, False),
    }


# Three quarters of 10, 12 and 9, and a year of 33: two in the last quarter, though no report is of it.
def test_what_quarters_leave_of_a_year_is_told():
    quarters = [("2026-01-01/2026-03-31", 10), ("2026-04-01/2026-06-30", 12), ("2026-07-01/2026-09-30", 9)]
    reports = [[entry("concerns.raised", n, period=p, as_at=p[-10:])] for p, n in quarters]
    year = entry("concerns.raised", 33, period="2026-01-01/2026-12-31", as_at="2026-12-31")
    found = {one.called.split(": ")[1]: one for one in attacked(EXACT, *reports, [year]).values()}
    last = found["its count, October to December 2026"]
    assert (last.low, last.high, last.narrow) == (2, 2, True)
    first = found["its count, January to December 2026 without January to March 2026"]
    assert (first.low, first.high, first.narrow) == (23, 23, False)


# Staff counted once each: those of a quarter are among those of the year, and may be among those of the next.
def test_people_counted_once_each_are_in_a_longer_period_but_do_not_add_up():
    once = next(m.key for m in MEASURES.values() if m.per and m.dated_by)
    periods = [("2026-01-01/2026-03-31", 10), ("2026-04-01/2026-06-30", 10), ("2026-01-01/2026-06-30", 12)]
    found = attacked(EXACT, *([entry(once, n, period=p, as_at=p[-10:])] for p, n in periods))
    assert {(one.low, one.high) for one in found.values()} == {(2, 2)}
    assert len(found) == 2


# 30 of 60 by June and 30 of 61 by July: nobody more was counted, and one person more could have been.
def test_what_came_to_a_base_is_a_count_too():
    june = entry("msp.fully_achieved", 30, 60, period="2026-04-01/2026-06-30", as_at="2026-06-30")
    july = entry("msp.fully_achieved", 30, 61, period="2026-04-01/2026-07-31", as_at="2026-07-31")
    found = attacked(EXACT, [june], [july])
    assert {one.called.split(": ")[1]: one.narrow for one in found.values()} == {
        "its count, July 2026": False,
        "its base, July 2026": True,
    }
