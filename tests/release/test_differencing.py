"""The sixth trap of the dictionary: what is hidden in one row is not to be had from the total and the others."""

from datetime import date

from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.measures.condition import Setting
from evidencegen.measures.families.msp import CONCERNS_RAISED
from evidencegen.measures.reading import take
from evidencegen.measures.view import Views
from evidencegen.period import Period
from evidencegen.release.figure import Mark
from evidencegen.release.profile import EXTERNAL
from evidencegen.release.protection import release_all

DAY = date(2026, 9, 30)
SITES = {"North": 62, "South": 58, "West": 3}


def test_a_site_that_is_hidden_cannot_be_worked_out_from_the_total_and_the_other_sites(drawn):
    sites = [site for site, count in SITES.items() for _ in range(count)]
    rows = [f"S{n} | P{n} | 01/06/2026 | neglect | no | {site}" for n, site in enumerate(sites)]
    log = drawn(SAFEGUARDING, "\n".join(["concern | person | raised_on | abuse | asked_outcomes | service", *rows]))
    views = Views({"safeguarding": log}, Setting(DAY, Period.months_to(DAY, 12)))
    figures = release_all(take(CONCERNS_RAISED, views), EXTERNAL, views)
    north, south, west = (figures[f"concerns.raised[service={site}]"] for site in SITES)
    total = figures["concerns.raised"]
    assert west.mark is Mark.SUPPRESSED
    # 123, 62 and 58 are shown as 125, 60 and 60: each up to two away, so the third may be anything from 1 to 4.
    assert (total.counted, north.counted, south.counted) == (125, 60, 60)
    between = total.counted - north.counted - south.counted
    assert set(range(1, 5)) <= set(range(between - 6, between + 7))
