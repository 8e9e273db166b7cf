"""Registers that seem to stop some time before the day that figures are for."""

import shutil
from datetime import date, timedelta

import pytest

from evidencegen.intake.lapse import lapses
from evidencegen.intake.registers.supervision import SUPERVISION
from evidencegen.intake.registers.training import TRAINING
from evidencegen.intake.source import Source
from evidencegen.intake.table import read_register
from evidencegen.project import inspect

LAST = date(2026, 9, 30)


@pytest.fixture
def kept(tmp_path):
    """Supervisions held on these days, as a table."""

    def of(*days, heading="Date held"):
        rows = "".join(f"S{number},{day:%d/%m/%Y},Supervision\n" for number, day in enumerate(days))
        (tmp_path / "supervision.csv").write_text(f"Staff ID,{heading},Type\n{rows}", encoding="utf-8")
        return {SUPERVISION.key: read_register(SUPERVISION, Source(tmp_path / "supervision.csv"))}

    return of


def every(days, number=13, last=LAST):
    return [last - timedelta(days=days * back) for back in range(number)]


# Every 14 days to 30 September: 27 days later is within four weeks, 28 (28 October) is not, and 28 >= 14 + 7.
def test_four_weeks_without_an_entry_are_told_where_entries_were_closer(kept):
    tables = kept(*every(14))
    assert list(lapses(tables, LAST)) == []
    assert list(lapses(tables, date(2026, 10, 27))) == []
    (found,) = lapses(tables, date(2026, 10, 28))
    assert (found.register, found.newest, found.longest) == (SUPERVISION.title, LAST, timedelta(days=14))
    problem = found.problem(date(2026, 10, 28))
    assert str(problem.place) == 'supervision.csv, cell B2 (column "Date held")'
    assert problem.found == (
        "the newest entry is of 30 September 2026, 28 days before 28 October 2026; in the year before that there were "
        "never more than 14 days between two"
    )
    assert not problem.severity.blocks


# Every 30 days, twelve in the year: 30 + 7 is 37, so 36 days (5 November) pass and 37 (6 November) do not.
def test_where_entries_come_monthly_a_week_more_than_the_longest_time_is_waited_for(kept):
    tables = kept(*every(30))
    assert list(lapses(tables, date(2026, 11, 5))) == []
    (found,) = lapses(tables, date(2026, 11, 6))
    assert found.longest == timedelta(days=30)


def test_eleven_days_with_entries_in_the_year_are_too_few_to_say_what_is_usual(kept):
    assert list(lapses(kept(*every(14, 11)), date(2027, 2, 1))) == []
    assert list(lapses(kept(*every(14, 11), *every(14, 11)), date(2027, 2, 1))) == []
    assert len(list(lapses(kept(*every(14, 12)), date(2027, 2, 1)))) == 1


def test_days_after_the_day_do_not_hide_that_nothing_was_entered_before_it(kept):
    later = [date(2026, 12, 1)]
    (found,) = lapses(kept(*every(14), *later), date(2026, 11, 30))
    assert found.newest == LAST


def test_registers_that_are_not_there_and_columns_that_nobody_keeps_are_passed_over(kept):
    assert list(lapses({}, LAST)) == []
    assert list(lapses(kept(*every(14), heading="Due date"), date(2027, 2, 1))) == []
    assert TRAINING.key not in kept(*every(14))


def test_a_check_tells_it_and_a_report_of_an_earlier_month_is_not_held_to_the_day_of_reading(sample_project, tmp_path):
    folder = shutil.copytree(sample_project, tmp_path / "sample")
    assert "register.lapsed" not in {one.key for one in inspect(folder).notes}
    brief = (folder / "evidence.yaml").read_text(encoding="utf-8").replace("as_at: 2026-09-30", "as_at: 2026-12-31")
    (folder / "evidence.yaml").write_text(brief, encoding="utf-8")
    told = [one.place.file for one in inspect(folder).notes if one.key == "register.lapsed"]
    assert {"safeguarding_log.xlsx", "supervision.xlsx"} <= set(told)
    assert "register.lapsed" not in {one.key for one in inspect(folder, read_on=date(2026, 12, 31)).notes}
