"""The next piece of evidence: which register, which column, how many rows, and what costs least."""

import pytest

from evidencegen.catalogue import everything_in
from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.intake.registers.staff import STAFF
from evidencegen.measures import families
from evidencegen.measures.measure import Measure
from evidencegen.packs.next_evidence import (
    ASKED_OF_PEOPLE,
    Lack,
    Next,
    Step,
    addresses,
    lack_of,
    to_collect,
    to_fill,
    to_go_on,
    to_show,
)
from evidencegen.release.figure import Mark

MEASURES = everything_in(families, Measure)
ROWS = """
Concern ID | Service user ID | Date raised | Type of abuse | Asked about outcomes | Date concluded
S1         | P1              | 01/06/2026  | Neglect       | No                   | 20/06/2026
"""


def test_the_steps_stand_in_the_order_of_what_they_cost():
    """Filling a blank costs least, then a longer period, then a sentence, then asking people, then a new register."""
    in_order = [Step.FILL, Step.WIDEN, Step.STATE, Step.ASK, Step.REGISTER]
    assert sorted(in_order, key=lambda step: step.value) == in_order
    assert len({step.value for step in Step}) == len(Step)


def test_every_column_that_only_people_can_fill_is_one_of_the_log():
    assert {SAFEGUARDING.column(name).name for name in ASKED_OF_PEOPLE} == ASKED_OF_PEOPLE


@pytest.mark.parametrize(
    ("key", "register", "column"),
    [
        ("msp.asked", None, None),
        ("msp.felt_safer", "Safeguarding log", "Feels safer"),
        ("decisions.rationale_recorded", "Safeguarding log", "Reasons for decision recorded"),
        ("training.current", "Staff register", None),
        ("advocacy.referrals", "Advocacy referral log", None),
    ],
)
def test_what_the_registers_lack_is_told_down_to_the_column(drawn, key, register, column):
    lack = lack_of(MEASURES[key], {"safeguarding": drawn(SAFEGUARDING, ROWS)}, frozenset())
    told = (lack.register and lack.register.title, lack.column and lack.column.title) if lack else (None, None)
    assert told == (register, column)


def test_a_number_that_the_brief_does_not_give_is_said_there(drawn):
    lack = lack_of(MEASURES["advocacy.per_hundred"], {}, frozenset())
    assert to_collect(lack).words == "say in evidence.yaml how many people supported there are"
    assert lack_of(MEASURES["advocacy.per_hundred"], {}, frozenset({"people_supported"})).number_of == ""


def test_a_column_is_added_by_whoever_writes_the_log_unless_only_the_person_can_say():
    safer, reasons = SAFEGUARDING.column("felt_safer"), SAFEGUARDING.column("rationale_recorded")
    assert to_collect(Lack(SAFEGUARDING, safer), "40").words == (
        'ask people at review, and keep the answer in the column "Feels safer" of the safeguarding log (40 rows)'
    )
    assert to_collect(Lack(SAFEGUARDING, reasons)).words == (
        'add the column "Reasons for decision recorded" to the safeguarding log and fill it in'
    )
    assert to_collect(Lack(STAFF)) == Next(Step.REGISTER, STAFF.title)


@pytest.mark.parametrize(
    ("excluded", "step", "rows"),
    [
        ((("no answer", "3"), ("not asked", "8")), Step.FILL, "3"),
        ((("not asked", "8"),), Step.ASK, "8"),
        ((("no answer", "[c]"),), Step.FILL, ""),
        ((("no answer", "0"),), None, ""),
        ((), None, ""),
    ],
)
def test_blank_cells_are_filled_before_anybody_is_asked_again(figure, excluded, step, rows):
    way = to_fill(MEASURES["msp.felt_safer"], figure("msp.felt_safer", excluded=excluded))
    assert (way and way.step, way.rows if way else "") == (step, rows)


def test_one_row_is_one_row():
    assert Next(Step.FILL, "Log", "Service", "1").words.endswith("(1 row)")
    assert Next(Step.FILL, "Log", "Service", "2").words.endswith("(2 rows)")


def test_a_longer_period_is_proposed_where_one_helps_or_none_was_tried(figure):
    measure, hidden = MEASURES["msp.asked"], figure("msp.asked", mark=Mark.SUPPRESSED)
    assert to_show(measure, hidden, 24, tried=True).words == "take 24 months (`months: 24` in evidence.yaml)"
    assert to_show(measure, hidden, None, tried=False).words == "take a longer period"
    assert to_show(measure, hidden, None, tried=True).step is Step.INSIDE
    assert to_show(measure, figure("msp.asked", 5, 8), None, tried=True).step is Step.RECORD
    assert to_show(MEASURES["advocacy.waiting"], hidden, None, tried=False).step is Step.INSIDE


def test_what_is_stale_goes_on_being_recorded_by_the_day_that_dates_it():
    assert (
        to_go_on(MEASURES["msp.asked"]).words
        == 'go on recording it: the column "Date concluded" in the safeguarding log'
    )


@pytest.mark.parametrize("key", MEASURES)
def test_every_column_of_every_measure_leads_to_a_register(key):
    measure = MEASURES[key]
    for column in measure.columns:
        assert list(addresses(measure, column)) or measure.view.words[column].blank
