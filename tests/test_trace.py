"""The rows behind one figure, for people inside."""

from datetime import date

import pytest

from evidencegen.problem import EvidenceError
from evidencegen.project import read
from evidencegen.trace import trace

BRIEF = "provider: Larkfield Care\nas_at: 2026-09-30\nregisters:\n  safeguarding: log.csv\n  advocacy: advocacy.csv\n"
LOG = """\
Concern ID,Service user ID,Date raised,Type of abuse,Asked about outcomes,Outcome achieved,Date concluded,Service,Substantial difficulty,Appropriate person
SECRET1,P1,01/06/2026,Neglect,Asked and expressed,Fully,30/06/2026,North,Understanding,No
SECRET2,P2,02/06/2026,Neglect,Asked and expressed,Partly,30/06/2026,North,None,
SECRET3,P3,03/06/2026,Neglect,Asked and expressed,,30/06/2026,South,None,
SECRET4,P4,04/06/2026,Neglect,No,,30/06/2026,South,None,
SECRET5,P5,05/06/2026,Neglect,Asked and expressed,Fully,,South,None,
SECRET6,P6,05/06/2025,Neglect,Asked and expressed,Fully,30/06/2025,South,None,
"""
REFERRALS = """\
Referral ID,Service user ID,Date referred,Advocacy type,Safeguarding ref
R1,P1,02/06/2026,Care Act,SECRET1
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    folder = tmp_path_factory.mktemp("trace")
    for name, text in (("evidence.yaml", BRIEF), ("log.csv", LOG), ("advocacy.csv", REFERRALS)):
        (folder / name).write_text(text)
    return read(folder)


def _rows(found):
    """Where each row of the view's own register stands."""
    return {standing: [row[0].cell for row in places] for standing, places in found.rows.items()}


def test_every_row_is_counted_in_the_base_or_left_out_for_a_reason_in_that_order(project):
    found = trace(project, "msp.fully_achieved")
    assert list(_rows(found).items()) == [
        ("counted", ["2"]),
        ("in the base, not counted", ["3"]),
        ("not recorded", ["4"]),
        ("not what the measure is about", ["5"]),
        ("outside the period, or with no date to place it", ["6", "7"]),
    ]
    assert found.counts == "1 of 2"


def test_one_part_of_a_breakdown_has_its_own_rows_and_says_which_it_is(project):
    found = trace(project, "msp.asked[service=North]")
    assert found.title.endswith(", North")
    assert _rows(found)["counted"] == ["2", "3"]


def test_a_part_that_the_measure_does_not_declare_is_traced_all_the_same(project):
    assert _rows(trace(project, "concerns.raised[abuse=neglect]"))["counted"] == ["2", "3", "4", "5", "6"]
    with pytest.raises(EvidenceError, match=r"did you mean concerns\.raised"):
        trace(project, "concerns.raised[abuse=neglekt]")


def test_a_row_made_of_two_registers_leads_to_its_place_in_each(project):
    found = trace(project, "advocacy.asked_for")
    (row,) = found.rows["counted"]
    assert [(place.file, place.cell) for place in row] == [("log.csv", "2"), ("advocacy.csv", "2")]


def test_another_day_has_other_rows(project):
    assert _rows(trace(project, "concerns.raised"))["counted"] == ["2", "3", "4", "5", "6"]
    assert _rows(trace(project, "concerns.raised", project.brief.setting(date(2025, 9, 30))))["counted"] == ["7"]


def test_the_exact_number_is_told_with_its_definition(project):
    found = trace(project, "concerns.raised")
    assert found.counts == "5"
    assert "counted" in found.definition.lower() or "every concern" in found.definition.lower()


def test_a_figure_that_is_not_collected_has_no_rows_and_says_why(project):
    found = trace(project, "training.current")
    assert found.rows == {}
    assert found.counts == "there is no staff register in the project"


def test_no_cell_is_quoted_only_where_it_stands(project):
    told = str(trace(project, "msp.fully_achieved")) + str(trace(project, "msp.fully_achieved").as_dict())
    assert "SECRET" not in told


def test_a_program_is_given_the_places_row_by_row(project):
    told = trace(project, "advocacy.asked_for").as_dict()
    assert set(told) == {"key", "title", "counts", "definition", "rows"}
    assert told["rows"]["counted"] == [
        [{"file": "log.csv", "sheet": "", "cell": "2"}, {"file": "advocacy.csv", "sheet": "", "cell": "2"}]
    ]


@pytest.mark.parametrize(
    ("key", "near"), [("msp.askd", "msp.asked"), ("msp.asked[service=Nort]", "msp.asked[service=North]")]
)
def test_a_key_that_nothing_has_is_told_with_the_one_that_was_meant(project, key, near):
    with pytest.raises(EvidenceError) as error:
        trace(project, key)
    (problem,) = error.value.problems
    assert problem.key == "figure.unknown"
    assert near in problem.mend


def test_a_key_like_no_other_is_told_how_to_list_them(project):
    with pytest.raises(EvidenceError, match="evidencegen figures"):
        trace(project, "zzzzzz")
