"""What a measure found, and where each row stands to it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evidencegen.catalogue import everything_in
from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.measures import families
from evidencegen.measures.families.msp import FULLY_ACHIEVED
from evidencegen.measures.measure import Measure
from evidencegen.measures.reading import Standing, take, traced
from evidencegen.measures.view import Views

MEASURES = everything_in(families, Measure)
LOG = """
concern | person | raised_on  | abuse   | asked_outcomes | outcome_achieved | concluded_on | service
S1      | P1     | 02/04/2026 | neglect | expressed      | fully            | 30/05/2026   | North
S2      | P1     | 03/04/2026 | neglect | expressed      |                  | 30/05/2026   | North
S3      | P2     | 04/04/2026 | neglect | no             |                  | 30/05/2026   | South
S4      | P3     | 05/04/2026 | neglect | expressed      | partly           | 30/05/2026   | South
S5      | P4     | 06/04/2026 | neglect | expressed      | fully            |              | South
"""


def test_every_row_of_the_mission_that_is_a_figure_has_a_measure():
    shown = {row for measure in MEASURES.values() for row in measure.rows}
    assert set(range(1, 25)) <= shown


@pytest.mark.parametrize("measure", MEASURES.values(), ids=MEASURES)
def test_every_measure_says_why_it_matters_and_how_it_treats_a_blank(measure, setting):
    assert measure.why.endswith(".")
    assert measure.caution.endswith(".")
    assert measure.title[0].isupper()
    assert not measure.title.endswith(".")
    assert measure.answers
    assert measure.key in MEASURES
    assert "_" not in measure.definition(setting)


def test_a_figure_leads_back_to_the_rows_counted_in_the_base_and_left_out(drawn, setting):
    views = Views({"safeguarding": drawn(SAFEGUARDING, LOG)}, setting)
    whole, *parts = take(FULLY_ACHIEVED, views)
    rows = {places[0].cell: standing for standing, places in traced(whole, views)}
    assert rows == {
        "2": Standing.COUNTED.value,
        "3": "not recorded",
        "4": Standing.OUT_OF_SCOPE.value,
        "5": Standing.NOT_COUNTED.value,
        "6": Standing.OUT_OF_PERIOD.value,
    }
    north = next(r for r in parts if r.group and r.group.value == "North")
    assert [places[0].cell for _, places in traced(north, views)] == ["2", "3"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20, deadline=None)
@given(order=st.permutations(range(5)))
def test_the_order_of_the_rows_changes_nothing(drawn, setting, order):
    head, *lines = LOG.strip().splitlines()
    shuffled = "\n".join([head, *(lines[n] for n in order)])

    def readings(drawing):
        views = Views({"safeguarding": drawn(SAFEGUARDING, drawing)}, setting)
        return [(r.key, r.counted, r.out_of, r.excluded) for r in take(FULLY_ACHIEVED, views)]

    assert readings(shuffled) == readings(LOG)


@pytest.mark.parametrize("measure", MEASURES.values(), ids=MEASURES)
def test_with_no_registers_at_all_every_measure_is_not_collected(measure, setting):
    (reading,) = take(measure, Views({}, setting))
    assert reading.absent
    assert (reading.counted, reading.out_of) == (0, 0)
