"""A project folder as read: the brief, every register, every reading."""

import shutil
from datetime import date
from fractions import Fraction

import pytest

from evidencegen.problem import EvidenceError
from evidencegen.project import figures, inspect, measure, read

BRIEF = """\
provider: Larkfield Care
as_at: 2026-09-30
registers:
  safeguarding: log.csv
  staff: staff.csv
"""
PEOPLE = """\
Staff ID,Job title,Start date
E1,Carer,01/02/2024
E2,Senior,01/02/2024
"""


def _log(asked: int, not_asked: int) -> str:
    answers = ["Asked and expressed"] * asked + ["No"] * not_asked
    rows = [f"S{n},P{n},01/06/2026,Neglect,{answer},30/06/2026" for n, answer in enumerate(answers, 1)]
    heading = "Concern ID,Service user ID,Date raised,Type of abuse,Asked about outcomes,Date concluded"
    return "\n".join([heading, *rows]) + "\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A small project: thirty concerns, of which the person was asked in twenty-three; two members of staff."""
    folder = tmp_path_factory.mktemp("project")
    (folder / "evidence.yaml").write_text(BRIEF)
    (folder / "log.csv").write_text(_log(23, 7))
    (folder / "staff.csv").write_text(PEOPLE)
    return folder


@pytest.fixture
def broken(folder, tmp_path):
    """A copy of the project with files changed: `broken(staff="...")`."""

    def change(**files):
        shutil.copytree(folder, tmp_path / "broken")
        for name, text in files.items():
            (tmp_path / "broken" / f"{name}.csv").write_text(text)
        return tmp_path / "broken"

    return change


def test_every_register_of_the_brief_is_read_and_every_row_accounted_for(folder):
    project = read(folder)
    assert set(project.tables) == {"safeguarding", "staff"}
    assert [(a.file, a.rows_used) for a in project.accounts] == [("log.csv", 30), ("staff.csv", 2)]
    assert all(account.balances for account in project.accounts)
    assert project.stops == ()


def test_the_account_of_each_workbook_is_said_on_the_way(folder):
    said = []
    inspect(folder, lambda step, words: said.append((step, words)))
    assert [step for step, _ in said] == ["check", "check"]
    assert said[0][1].startswith("Safeguarding log: 30 rows read; 30 used")


def test_everything_wrong_in_all_the_workbooks_is_told_at_once(broken):
    bad = broken(staff=PEOPLE.replace("01/02/2024", "31/02/2024", 1), log=_log(2, 1).replace("Neglect", "Rudeness", 1))
    with pytest.raises(EvidenceError) as error:
        read(bad)
    assert {(p.place.file, p.key) for p in error.value.problems} == {
        ("staff.csv", "cell.unreadable"),
        ("log.csv", "cell.not_listed"),
    }


def test_what_can_be_read_is_read_whatever_else_has_to_be_mended(broken):
    project = inspect(broken(staff="Staff ID,Job title\nE1,Carer\n"))
    assert set(project.tables) == {"safeguarding"}
    assert [(p.place.file, p.key) for p in project.stops] == [("staff.csv", "heading.missing")]


def test_a_note_stands_in_nobodys_way(broken):
    project = read(broken(log=_log(2, 1).replace("Date concluded", "Date concluded,Outcome achieved").replace(
        "Asked and expressed,30/06/2026", "Asked and expressed,,Fully")))  # fmt: skip
    assert [p.key for p in project.notes] == ["crosscheck.contradiction"]
    assert project.stops == ()


def test_a_project_without_a_brief_cannot_be_read(tmp_path):
    with pytest.raises(EvidenceError, match=r"evidence\.yaml"):
        inspect(tmp_path)


def test_readings_are_exact_and_figures_are_as_the_audience_may_see_them(folder):
    project = read(folder)
    _, readings = measure(project)
    asked = next(r for r in readings if r.key == "msp.asked")
    assert (asked.counted, asked.out_of) == (23, 30)
    outside, inside = figures(project)["msp.asked"], figures(project, audience="internal")["msp.asked"]
    # 23 is nearest to 25, so outside it is 25 of 30, which is five in six.
    assert (outside.counted, outside.out_of, outside.share) == (25, 30, Fraction(5, 6))
    assert (inside.counted, inside.out_of, inside.share) == (23, 30, Fraction(23, 30))


def test_what_no_register_holds_is_not_collected(folder):
    figure = figures(read(folder))["advocacy.referrals"]
    assert (figure.counted, figure.amount) == (None, "[x]")


def test_figures_can_be_had_for_another_day(folder):
    project = read(folder)
    before = figures(project, as_at=date(2026, 5, 31))["concerns.raised"]
    assert (before.counted, before.as_at) == (0, date(2026, 5, 31))
    assert figures(project)["concerns.raised"].counted == 30
