"""A project folder as read: the brief, every register, every reading."""

import shutil
from datetime import date, timedelta
from fractions import Fraction

import narwhals as nw
import pytest

from evidencegen.period import add_months
from evidencegen.problem import EvidenceError
from evidencegen.project import figures, inspect, measure, measures_of, read
from evidencegen.shipped import shipped

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


@pytest.mark.parametrize(
    ("named", "found"),
    [
        ("Rowan House", []),
        ("Rowan Hse", ['"Rowan Hse", in 2 rows; did you mean "Rowan House"?']),
        ("rowan house", ['"rowan house", in 2 rows; did you mean "Rowan House"?']),
        ("The Mill", ['"The Mill", in 2 rows']),
    ],
)
def test_a_service_that_the_brief_does_not_list_is_noted(broken, named, found):
    staff = PEOPLE.replace("Start date", "Start date,Service").replace("2024\n", f"2024,{named}\n")
    folder = broken(staff=staff)
    assert read(folder).notes == ()
    (folder / "evidence.yaml").write_text(BRIEF + "services: {Rowan House: care home}\n")
    notes = [note for note in read(folder).notes if note.key != "brief.strict_is_meant"]
    assert [(p.key, p.found) for p in notes] == [("brief.service_not_listed", words) for words in found]
    assert [(p.place.cell, [also.cell for also in p.also]) for p in notes] == [("2", ["3"]) for _ in found]


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("services: {Rowan House: care home}", ["`audience: external` for a single service"]),
        ("services: {Rowan House: care home, The Mill: care home}", []),
        ("policy: {people_supported: 99}", ["`audience: external` for 99 people"]),
        ("policy: {people_supported: 100}", []),
        ("audience: strict\nservices: {Rowan House: care home}", []),
        ("audience: internal\npolicy: {people_supported: 9}", []),
    ],
)
def test_the_strict_rule_is_named_where_figures_tell_of_few(broken, lines, found):
    folder = broken()
    (folder / "evidence.yaml").write_text(f"{BRIEF}{lines}\n")
    assert [(p.key, p.found) for p in read(folder).notes] == [("brief.strict_is_meant", words) for words in found]


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


OWN = """\
measures:
  - key: own.asked_promptly
    title: Asked, and concluded
    view: concerns
    counted: {asked_outcomes: [expressed, none_expressed]}
    out_of: {concluded_on: given}
    dated_by: raised_on
  - {key: own.heard, title: Heard, view: concerns, counted: {own_words: yes}, dated_by: raised_on}
"""


def test_the_providers_own_measures_go_the_way_of_ours(broken):
    """By the same gate: 23 of 30 is 25 of 30 outside. The log has no column for own words, which is no fault."""
    folder = broken()
    (folder / "measures.yaml").write_text(OWN)
    project = read(folder)
    assert {"own.asked_promptly", "own.heard", "msp.asked"} <= set(measures_of(project))
    outside, inside = figures(project), figures(project, audience="internal")
    assert (outside["own.asked_promptly"].counts, inside["own.asked_promptly"].counts) == ("about 25 of 30", "23 of 30")
    assert outside["own.heard"].amount == "[x]"
    assert "Recorded in own words" in outside["own.heard"].because


def test_what_is_wrong_with_own_measures_is_told_with_what_is_wrong_with_the_workbooks(broken):
    folder = broken(staff=PEOPLE.replace("01/02/2024", "31/02/2024"))
    (folder / "measures.yaml").write_text(OWN.replace("own_words", "own_word"))
    problems = inspect(folder).stops
    assert {"cell.unreadable", "measures.unknown_column"} <= {p.key for p in problems}


def test_an_answer_to_what_is_not_in_force_on_the_day_is_noted_and_stops_nothing(broken):
    """The collection of 2025 to 2026 ended on 31 March 2026: half a year before the day of the figures."""
    folder = broken()
    (folder / "measures.yaml").write_text(
        OWN.replace("dated_by: raised_on\n", "dated_by: raised_on\n    answers: [sac.sg4a, msp.q1]\n", 1)
    )
    (note,) = [p for p in read(folder).notes if p.key == "measures.not_in_force"]
    assert "`own.asked_promptly` answers `sac.sg4a`" in note.found
    assert "no longer in force on 30 September 2026 (it ended on 31 March 2026)" in note.found
    (folder / "evidence.yaml").write_text(BRIEF.replace("2026-09-30", "2026-03-31"))
    assert [p for p in inspect(folder).problems if p.key == "measures.not_in_force"] == []


def test_figures_can_be_had_for_another_day(folder):
    project = read(folder)
    before = figures(project, setting=project.brief.setting(date(2026, 5, 31)))["concerns.raised"]
    assert (before.counted, before.as_at) == (0, date(2026, 5, 31))
    assert figures(project)["concerns.raised"].counted == 30


WORKERS = """\
LOCALESTID,UNIQUEWORKERID,STATUS,DISPLAYID,NINUMBER,DOB,STARTDATE,EMPLSTATUS,MAINJOBROLE
Rose House,E1,UPDATE,Ann Example,QQ123456C,01/02/1980,01/02/2024,1,8
Rose House,E2,UPDATE,Bob Example,QQ123456C,01/02/1980,01/02/2024,3,8
"""
REQUIRED = "Role,Course,Refresh months,Covers\nAll,Safeguarding adults,12,Safeguarding adults\n"
EXPORTS = {
    "ASC-WDS bulk upload": (
        "LOCALESTID,UNIQUEWORKERID,CATEGORY,TRAININGNAME,ACCREDITED,WHODELIVERED,PROVIDERNAME,HOWDELIVERED,VALIDITY,"
        "DATECOMPLETED,EXPIRYDATE,NOTES\n"
        "Rose House,E1,20,,0,1,,1,12,01/10/2025,,\nRose House,E2,20,,0,1,,2,12,30/09/2025,,\n"
    ),
    "Moodle activity completion": (
        ',"ID number","Safeguarding adults",""\n'
        'Ann Example,E1,Completed,"2025-10-01 10:00:00"\nBob Example,E2,Completed,"2025-09-30 10:00:00"\n'
    ),
    "Moodle course completion": (
        "ID,Name,ID number,Safeguarding adults,Safeguarding adults - Completion date,Course complete\n"
        '7,Ann Example,E1,Completed,"1/10/25, 10:00",\n8,Bob Example,E2,Completed,"30/09/25, 10:00",\n'
    ),
    "Totara certifications": (
        "username,certificationshortname,certificationidnumber,completiondate,duedate\n"
        "E1,Safeguarding adults,s1,01/10/2025,\nE2,Safeguarding adults,s1,30/09/2025,\n"
    ),
    "matrix of two columns a course": (
        "Staff ID,Name,Safeguarding adults,,Fire,\n,,Completed,Expiry,Completed,Expiry\n"
        "E1,Ann Example,01/10/2025,30/09/2026,,\nE2,Bob Example,30/09/2025,29/09/2026,,\n"
    ),
}


@pytest.mark.parametrize("text", EXPORTS.values(), ids=EXPORTS)
def test_a_project_of_exports_is_read_without_settings(tmp_path, text):
    """Trained on 1 October for 12 months, E1 is current on 30 September, the last day; E2 lapsed the day before."""
    (tmp_path / "evidence.yaml").write_text(
        "provider: Larkfield Care\nas_at: 2026-09-30\nregisters:\n"
        "  staff: workers.csv\n  training: training.csv\n  required_training: required.csv\n"
    )
    (tmp_path / "workers.csv").write_text(WORKERS)
    (tmp_path / "training.csv").write_text(text)
    (tmp_path / "required.csv").write_text(REQUIRED)
    project = inspect(tmp_path)
    assert project.stops == ()
    assert all(account.balances for account in project.accounts)
    _, readings = measure(project)
    (current,) = [r for r in readings if r.measure.key == "training.current" and not r.group]
    assert (current.counted, current.out_of) == (1, 2)
    assert not {"Ann", "QQ123456C", "01/02/1980"} & set(
        " ".join(map(str, (*project.problems, *project.accounts))).split()
    )


@pytest.fixture(scope="module")
def sample():
    """The sample project as read."""
    return read(shipped("sample_data"))


@pytest.mark.parametrize("months", range(24))
def test_the_sample_has_figures_for_each_month_end_of_two_years(sample, months):
    day = add_months(date(2026, 10, 1), -months) - timedelta(days=1)
    told = figures(sample, audience="internal", setting=sample.brief.setting(day))
    rows = {key: nw.from_native(table.rows, eager_only=True) for key, table in sample.tables.items()}
    actions = rows["actions"].select("raised_on", "completed_on", "status").iter_rows()
    was_open = sum(
        raised.date() <= day and status != "cancelled" and not (done == done and done.date() <= day)
        for raised, done, status in actions
    )
    people = rows["staff"].select("started_on", "left_on", "absent_from", "absent_to").iter_rows()
    at_work = sum(
        start.date() <= day
        and not (left == left and left.date() < day)
        and not (away == away and away.date() <= day and not (back == back and back.date() < day))
        for start, left, away, back in people
    )
    assert (told["actions.overdue"].out_of, told["training.all_required"].out_of) == (was_open, at_work)


def test_a_day_lies_ahead_of_the_day_on_which_the_workbooks_are_read_where_that_is_not_the_briefs(broken):
    """A project read each month, whose brief still names the day on which it was set up."""
    folder = broken(
        log=_log(2, 0).replace("01/06/2026,Neglect,Asked and expressed,30/06/2026", "05/10/2026,Neglect,No,")
    )
    ahead = [p.place.cell for p in inspect(folder).notes if "a day up to 30 September 2026" in p.wanted]
    assert ahead
    read_later = inspect(folder, read_on=date(2026, 11, 1))
    assert [p for p in read_later.notes if "a day up to" in p.wanted] == []
    assert read(folder, read_on=date(2026, 11, 1)).brief.as_at == date(2026, 11, 1)
