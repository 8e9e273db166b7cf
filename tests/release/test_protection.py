"""What else is hidden, so that no hidden count can be worked out from what is shown."""

from collections.abc import Iterable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.measures.addition import addition
from evidencegen.measures.condition import Setting
from evidencegen.measures.families.msp import (
    CONCERNS_RAISED,
    FULLY_ACHIEVED,
    FULLY_OR_PARTLY_ACHIEVED,
    NOT_ACHIEVED,
    PARTLY_ACHIEVED,
)
from evidencegen.measures.reading import take
from evidencegen.measures.view import Views
from evidencegen.period import Period
from evidencegen.release.figure import Mark
from evidencegen.release.possible import Count
from evidencegen.release.profile import EXACT, EXTERNAL, INTERNAL
from evidencegen.release.protection import Known, release_all

DAY = date(2026, 9, 30)
HEADING = "concern | person | raised_on | abuse | asked_outcomes | outcome_achieved | concluded_on | service"
OUTCOMES = (FULLY_ACHIEVED, PARTLY_ACHIEVED, NOT_ACHIEVED, FULLY_OR_PARTLY_ACHIEVED)


@pytest.fixture
def released(drawn):
    """Figures of concerns told together: `released({("North", "fully"): 30}, EXACT, FULLY_ACHIEVED)`."""

    def make(numbers, profile, *measures, earlier: Iterable[Known] = ()):
        rows, n = [HEADING], 0
        for (service, achieved), number in numbers.items():
            for _ in range(number):
                n += 1
                rows.append(f"S{n} | P{n} | 01/06/2026 | neglect | expressed | {achieved} | 30/06/2026 | {service}")
        views = Views({"safeguarding": drawn(SAFEGUARDING, "\n".join(rows))}, Setting(DAY, Period.months_to(DAY, 12)))
        return release_all([r for one in measures for r in take(one, views)], profile, views, earlier)

    return make


def hidden(figures):
    return {key for key, figure in figures.items() if figure.mark is Mark.SUPPRESSED}


# 62, 58 and 3 make 123: with the total and the others exact, the third is had by subtraction.
def test_one_hidden_service_takes_a_second_one_or_the_total_with_it_where_figures_are_exact(released):
    sites = {("North", "fully"): 62, ("South", "fully"): 58, ("West", "fully"): 3}
    found = hidden(released(sites, EXACT, CONCERNS_RAISED))
    assert "concerns.raised[service=West]" in found
    assert len({key for key in found if key == "concerns.raised" or "[service=" in key}) == 2
    assert {key for key in hidden(released(sites, EXTERNAL, CONCERNS_RAISED)) if "[service=" in key} == {
        "concerns.raised[service=West]"
    }


def test_nothing_more_is_hidden_where_nothing_is_small(released):
    sites = {("North", "fully"): 40, ("North", "partly"): 30, ("South", "fully"): 25, ("South", "not_achieved"): 20}
    assert not any("[" not in key for key in hidden(released(sites, EXACT, *OUTCOMES)))


# 30 fully, 27 partly, 2 not: 57 of 59 fully or partly. The two are the rest of that 57, so that goes; and with fully,
# partly and their base exact the two would be had by subtraction all the same, so one of these goes as well.
def test_what_the_codes_of_one_column_give_away_is_hidden_too(released):
    numbers = {("", "fully"): 30, ("", "partly"): 27, ("", "not_achieved"): 2}
    found = {key for key in hidden(released(numbers, EXACT, *OUTCOMES)) if "[" not in key}
    assert {"msp.not_achieved", "msp.fully_or_partly_achieved"} < found
    assert found & {"msp.fully_achieved", "msp.partly_achieved"}


def test_people_inside_see_everything(released):
    assert hidden(released({("North", "fully"): 2, ("South", "partly"): 1}, INTERNAL, *OUTCOMES)) == set()


def test_a_hidden_figure_keeps_no_number_that_could_be_read_from_it(released):
    sites = {("North", "fully"): 62, ("South", "fully"): 58, ("West", "fully"): 3}
    figures = released(sites, EXACT, CONCERNS_RAISED, FULLY_ACHIEVED)
    for key in hidden(figures):
        figure = figures[key]
        assert (figure.counted, figure.share, figure.interval, figure.waits) == (None, None, None, None)


# What was issued before: 117 of the 123 were in services the reader knows of, exactly; the total gives the rest away.
def test_what_the_reader_holds_already_counts_as_shown(released, drawn):
    sites = {("North", "fully"): 62, ("South", "fully"): 58, ("West", "fully"): 30}
    before = hidden(released(sites, EXACT, CONCERNS_RAISED))
    assert "concerns.raised" not in before
    row = "S{0} | P{0} | 01/06/2026 | neglect | expressed | fully | 30/06/2026 | North"
    rows = [HEADING, *(row.format(n) for n in range(150))]
    views = Views({"safeguarding": drawn(SAFEGUARDING, "\n".join(rows))}, Setting(DAY, Period.months_to(DAY, 12)))
    readings = take(CONCERNS_RAISED, views)
    name = addition(readings, views).of["concerns.raised"].counted
    earlier = Known({"then": Count(147, (147, 147), fixed=True), "since": Count(3, None)}, ((name, ("then", "since")),))
    assert "concerns.raised" in hidden(release_all(readings, EXACT, views, (earlier,)))
    assert "concerns.raised" not in hidden(release_all(readings, EXTERNAL, views, (earlier,)))


# 62, 58 and 3: South is hidden beside West, unless another pack of the same day told it already; then North is.
def test_what_another_pack_of_the_same_day_told_is_not_hidden_in_vain(drawn):
    places = ["North"] * 62 + ["South"] * 58 + ["West"] * 3
    rows = [f"S{n} | P{n} | 01/06/2026 | neglect | no |  |  | {place}" for n, place in enumerate(places)]
    log = drawn(SAFEGUARDING, "\n".join([HEADING, *rows]))
    views = Views({"safeguarding": log}, Setting(DAY, Period.months_to(DAY, 12)))
    readings = take(CONCERNS_RAISED, views)
    south = addition(readings, views).of["concerns.raised[service=South]"].counted
    told = Known({south: Count(58, (58, 58), fixed=True, guarded=False)})
    untold = Known({south: Count(58, None, fixed=True, guarded=True)})
    for earlier, beside in ((), "South"), ((untold,), "South"), ((told,), "North"):
        found = {key for key in hidden(release_all(readings, EXACT, views, earlier)) if "service=" in key}
        assert found == {"concerns.raised[service=West]", f"concerns.raised[service={beside}]"}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(numbers=st.lists(st.integers(0, 12), min_size=4, max_size=4))
def test_of_services_with_exact_figures_none_is_hidden_alone_beside_its_total(released, numbers):
    sites = {(name, "fully"): number for name, number in zip(("North", "South", "East", "West"), numbers, strict=True)}
    if not sum(numbers):
        return
    figures = released(sites, EXACT, CONCERNS_RAISED)
    parts = [f for key, f in figures.items() if "[service=" in key]
    unseen = [f for f in parts if f.mark is Mark.SUPPRESSED]
    assert {f.code for f in unseen} >= {name for (name, _), number in sites.items() if 0 < number < 5}
    assert figures["concerns.raised"].mark is Mark.SUPPRESSED or len(unseen) != 1
