"""A figure with two values."""

from evidencegen.packs.lints.two_values import TWO_VALUES
from tests.packs.lints.finding_it import found, told
from tests.packs.lints.provider import HELD


def test_a_value_that_the_registers_contradict_stops():
    text = "Wanted outcomes were fully achieved in 79% of cases."
    assert told(TWO_VALUES, text, HELD) == [("stop", "the registers give 67% for this figure")]
    assert told(TWO_VALUES, "Outcomes were fully achieved for 70 of 90 people.", HELD) == [
        ("stop", "the registers give 60 of 90 for this figure")
    ]
    assert found(TWO_VALUES, text.replace("79%", "67%"), HELD) == []


def test_two_values_of_one_thing_are_said():
    text = (
        "Plans were reviewed with the family in 80% of cases.\n\nPlans were reviewed with the family in 83% of cases."
    )
    assert told(TWO_VALUES, text) == [("warn", '"80%" is said of the same thing in paragraph 1')]


def test_of_two_periods_two_services_or_two_parts_they_are_not():
    assert not found(
        TWO_VALUES,
        "In 2024-25 plans were reviewed with families in 80%. In 2025-26 plans were reviewed with families in 83%.",
    )
    assert not found(
        TWO_VALUES,
        "At Rowan House plans were reviewed in 80% of cases. At Mill Lane plans were reviewed in 83% of cases.",
    )
    assert not found(
        TWO_VALUES, "Wishes were fully met for men in 60% of cases. Wishes were partly met for men in 20% of cases."
    )
    assert not found(TWO_VALUES, "Plan reviews with the family rose from 80% to 83%.")


def test_a_period_said_once_leaves_the_other_unsaid():
    text = "In 2024-25 plans were reviewed with families in 80%. Plans were reviewed with families in 83%."
    assert found(TWO_VALUES, text) == ["83%"]


def test_another_value_behind_another_label_is_found():
    text = "Summary box: training current, 171 of 190 staff.\n\nWorkforce: training current, 164 of 190 staff."
    assert found(TWO_VALUES, text) == ["164 of 190"]
