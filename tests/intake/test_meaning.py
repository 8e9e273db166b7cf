"""What the dates of a training matrix mean."""

import os
from datetime import UTC, date, datetime, timedelta

import pytest

from evidencegen.intake.meaning import Dates
from evidencegen.intake.registers.training import TRAINING
from evidencegen.intake.source import Source
from evidencegen.intake.table import examine

SAVED = date(2026, 1, 10)


@pytest.fixture
def matrix(tmp_path):
    """A matrix of one course with these dates, last saved on 10 January 2026."""

    def write(days):
        path = tmp_path / "matrix.csv"
        rows = "".join(f"S{n},{day:%d/%m/%Y}\n" for n, day in enumerate(days))
        path.write_text(f"Staff ID,Fire\n{rows}", encoding="utf-8")
        noon = datetime(2026, 1, 10, 12, tzinfo=UTC).timestamp()
        os.utime(path, (noon, noon))
        return path

    return write


def days(first, step, count=12):
    return [first + timedelta(days=step * n) for n in range(count)]


def told(path, cells=None):
    _, problems = examine(TRAINING, (Source(path, cells=cells),))
    return problems


def test_the_question_shows_what_speaks_for_each_answer(matrix):
    (problem,) = told(matrix(days(date(2025, 12, 20), 4)))
    # 20, 24 and 28 December and 1, 5 and 9 January had passed; six more, 13 January to 2 February, lay ahead.
    assert problem.key == "matrix.cells_not_declared"
    assert problem.found.endswith(
        "dates in 12 cells, from 20 December 2025 to 2 February 2026, in a file last saved on 10 January 2026. "
        "On that day, read as dates of completion, 6 would have lain ahead, which cannot be; "
        "read as expiry dates, 6 would have passed"
    )


def test_where_none_lay_ahead_that_is_said_and_still_nothing_is_decided(matrix):
    (problem,) = told(matrix(days(date(2024, 1, 1), 30)))
    assert "none would have lain ahead; read as expiry dates, 12 would have passed" in problem.found
    assert problem.severity.blocks


@pytest.mark.parametrize(
    ("first", "cells", "doubted"),
    [
        (date(2026, 2, 1), "completed_on", True),
        (date(2024, 2, 1), "completed_on", False),
        (date(2024, 2, 1), "expires_on", True),
        (date(2026, 2, 1), "expires_on", False),
    ],
)
def test_an_answer_that_the_dates_speak_against_is_doubted_in_a_note(matrix, first, cells, doubted):
    notes = [p for p in told(matrix(days(first, 10)), cells) if p.key == "matrix.cells_doubtful"]
    assert len(notes) == doubted
    assert not any(note.severity.blocks for note in notes)


def test_a_few_dates_raise_no_doubt():
    few = Dates(tuple(days(date(2026, 2, 1), 1, count=9)), SAVED)
    assert not few.speaks_against("completed_on")


def test_without_a_file_the_dates_alone_are_told():
    dates = Dates((date(2025, 3, 4), date(2025, 3, 1)), None)
    assert str(dates) == "dates in 2 cells, from 1 March 2025 to 4 March 2025"
    assert dates.ahead == 0
    assert str(Dates((), SAVED)) == "no date in it"
