"""Which counts are of the same rows, and which add up to which."""

import pytest

from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.measures.addition import addition
from evidencegen.measures.families.msp import (
    CONCERNS_RAISED,
    FULLY_ACHIEVED,
    FULLY_OR_PARTLY_ACHIEVED,
    NOT_ACHIEVED,
    PARTLY_ACHIEVED,
    PEOPLE,
)
from evidencegen.measures.reading import take
from evidencegen.measures.view import Views

LOG = """
concern | person | raised_on  | abuse   | asked_outcomes | outcome_achieved | concluded_on | service
S1      | P1     | 02/04/2026 | neglect | expressed      | fully            | 30/05/2026   | North
S2      | P1     | 03/04/2026 | neglect | expressed      | fully            | 30/05/2026   | South
S3      | P2     | 04/04/2026 | neglect | expressed      | partly           | 30/05/2026   | South
S4      | P3     | 05/04/2026 | neglect | expressed      | not_achieved     | 30/05/2026   |
S5      | P4     | 06/04/2026 | neglect | expressed      |                  | 30/05/2026   | South
"""


@pytest.fixture
def added(drawn, setting):
    """What adds up among measures of the log, and each sum as counts by the counts' names."""

    def of(*measures):
        views = Views({"safeguarding": drawn(SAFEGUARDING, LOG)}, setting)
        readings = [r for one in measures for r in take(one, views)]
        return readings, addition(readings, views)

    return of


def told(found):
    """Each sum as numbers: the whole, and its parts from the smallest."""
    return sorted((found.size[whole], sorted(found.size[p] for p in parts)) for whole, parts in found.sums)


def test_every_count_of_a_reading_is_there_under_its_name(added):
    readings, found = added(FULLY_ACHIEVED, PARTLY_ACHIEVED, CONCERNS_RAISED)
    for reading in readings:
        rows = found.of[reading.key]
        assert found.size[rows.counted] == reading.counted
        if not reading.measure.count_only:
            assert found.size[rows.out_of] == reading.out_of
            assert found.size[rows.rest] == reading.out_of - reading.counted


# Four of the five have an outcome on record: 2 fully, 1 partly, 1 not; the fifth is left out. South has 2 of the
# four, North 1, and one has no service.
def test_base_and_rest_reasons_parts_and_codes_add_up(added):
    _, found = added(FULLY_ACHIEVED)
    assert told(found) == [
        (2, [1, 1]),  # South: 1 of 2, so counted and rest; and fully achieved: 1 North, 1 South
        (2, [1, 1]),
        (4, [1, 1, 2]),  # the base: North 1, no service 1, South 2
        (4, [2, 2]),  # counted and rest
        (5, [1, 4]),  # in scope: one not recorded, the base
    ]
    _, codes = added(FULLY_ACHIEVED, PARTLY_ACHIEVED, NOT_ACHIEVED, FULLY_OR_PARTLY_ACHIEVED)
    of = codes.of
    fully, partly, neither, either = (
        of[key].counted
        for key in ("msp.fully_achieved", "msp.partly_achieved", "msp.not_achieved", "msp.fully_or_partly_achieved")
    )
    assert (either, tuple(sorted((fully, partly)))) in codes.sums
    assert (of["msp.fully_achieved"].out_of, tuple(sorted((fully, partly, neither)))) in codes.sums


def test_the_same_rows_go_by_one_name_and_nothing_by_none(added):
    _, found = added(FULLY_ACHIEVED, PARTLY_ACHIEVED)
    fully, partly = (found.of[key] for key in ("msp.fully_achieved", "msp.partly_achieved"))
    assert fully.out_of == partly.out_of
    north = [found.of[f"{key}[service=North]"] for key in ("msp.fully_achieved", "msp.partly_achieved")]
    assert found.size[north[0].rest] == found.size[north[1].counted] == 0
    assert north[0].rest != north[1].counted


def test_people_counted_once_each_add_up_to_nothing(added):
    _, found = added(PEOPLE)
    assert found.size[found.of["concerns.people"].counted] == 4
    assert found.sums == ()
