"""The provider's statements of practice, from their register."""

from evidencegen.intake.registers.practice import PRACTICE
from evidencegen.packs.practice import statements


def test_a_statement_carries_its_control_its_policy_and_the_figures_that_show_it(drawn):
    first, second = statements(
        drawn(
            PRACTICE,
            """
            No | Section          | What we do    | Control       | Policy | Shown by
            1  | Desired outcomes | We ask first. | A form asks.  | SG-01  | msp.asked; msp.own_words
            2  | Choice           | We tell them. |               |        |
            """,
        )
    )
    assert (first.number, first.part, first.statement) == ("1", "outcomes", "We ask first.")
    assert (first.control, first.policy, first.shown_by) == ("A form asks.", "SG-01", ("msp.asked", "msp.own_words"))
    assert (second.control, second.policy, second.shown_by) == ("", "", ())
    assert second.place.cell == "3"
