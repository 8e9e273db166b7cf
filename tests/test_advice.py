"""What would let a hidden figure be shown: a longer period, or parts put together."""

import pytest

from evidencegen.advice import Advice, advise, lines
from evidencegen.problem import EvidenceError
from evidencegen.project import read

BRIEF = """\
provider: Larkfield Care
as_at: 2026-09-30
registers:
  safeguarding: log.csv
"""
HEADING = (
    "Concern ID,Service user ID,Date raised,Type of abuse,Asked about outcomes,Outcome achieved,Date concluded,Service"
)


@pytest.fixture
def project(tmp_path):
    """A project whose log has so many concerns in a service in a year: `project(("North", 2026, 12))`."""

    def make(*numbers):
        rows, n = [HEADING], 0
        for service, year, number, *answer in numbers:
            asked = f"{answer[0]}," if answer else "Asked and expressed,Fully"
            for _ in range(number):
                n += 1
                rows.append(f"S{n},P{n},01/06/{year},Neglect,{asked},30/06/{year},{service}")
        (tmp_path / "evidence.yaml").write_text(BRIEF)
        (tmp_path / "log.csv").write_text("\n".join(rows) + "\n")
        return read(tmp_path)

    return make


def of(found, key):
    return next(one for one in found if one.key == key)


# Three concerns this year and eighteen the year before: over 24 months, twenty-one.
def test_a_longer_period_is_advised_where_it_would_let_the_figure_be_shown(project):
    advice = advise(project(("North", 2026, 3), ("North", 2025, 18)))
    raised = of(advice, "concerns.raised")
    assert (raised.months, raised.gives) == (24, "21 concerns")
    assert "Over 24 months" in "\n".join(lines(advice))


def test_three_years_are_tried_where_two_are_not_enough(project):
    raised = of(advise(project(("North", 2026, 2), ("North", 2025, 1), ("North", 2024, 18))), "concerns.raised")
    assert raised.months == 36


def test_nothing_is_advised_where_nothing_helps(project):
    advice = advise(project(("North", 2026, 3)))
    assert not of(advice, "concerns.raised").helps
    assert "Nothing found for:" in "\n".join(lines(advice))


# Three of five asked in one service, four of seven in another: too few either way. Together they are seven of twelve.
def test_small_services_put_together_are_advised(project):
    north = (("North", 2026, 30), ("North", 2026, 10, "No"))
    small = (("South", 2026, 3), ("South", 2026, 2, "No"), ("West", 2026, 4), ("West", 2026, 3, "No"))
    south = of(advise(project(*north, *small)), "msp.asked[service=South]")
    assert (south.together, south.gives) == (("South", "West"), "12 concluded concerns")


# All three together would be the whole, so nothing is left to advise.
def test_the_whole_is_no_advice(project):
    advice = advise(project(("North", 2026, 3), ("South", 2026, 3), ("West", 2026, 4)))
    assert not of(advice, "msp.asked[service=South]").helps


def test_a_pack_that_hides_nothing_says_so():
    assert list(lines(())) == ["Nothing in this pack is hidden because it is small."]


def test_advice_for_a_program_names_its_figure():
    assert Advice("msp.asked", "Asked", "North", 24, (), "21 concerns").as_dict() == {
        "key": "msp.asked", "title": "Asked", "part": "North", "months": 24, "together": (), "gives": "21 concerns",
    }  # fmt: skip


def test_a_pack_that_nobody_knows_is_refused(project):
    with pytest.raises(EvidenceError, match="one of: inspection, tender"):
        advise(project(("North", 2026, 3)), pack="nosuch")
