"""What only a whole column gives away."""

from datetime import date, datetime
from pathlib import Path

import pytest

from evidencegen.intake.gather import gather_sheet
from evidencegen.intake.kind import AMOUNT, DATE, TEXT
from evidencegen.intake.register import Column, Register
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.sheet import Percent, Sheet
from evidencegen.intake.source import Source
from evidencegen.intake.workbook import Workbook
from evidencegen.problem import HIDDEN, Severity

CHECKS = Register(
    key="checks",
    title="Checks",
    one_row_is="one check",
    columns=(
        Column("check", TEXT, also=("Ref",), required=True, private=True, because="it names the check"),
        Column("done_on", DATE, also=("Done",)),
        Column("effect", AMOUNT, also=("Effect",)),
    ),
)
EARLY = [
    datetime.fromisoformat(f"2025-{month:02d}-{day:02d}") for month, day in ((4, 3), (1, 12), (9, 1), (12, 12), (2, 7))
]
LATE = ["13/03/2025", "28/02/2025", "19/11/2025"]
AMERICAN = ["03/13/2025", "12/31/2025", "06/22/25"]


def told(register, *rows, **brief):
    """What is said of these rows, by key."""
    cells = {r: {c: v for c, v in enumerate(row, 1) if v is not None} for r, row in enumerate(rows, 1)}
    sheet = Sheet("checks.xlsx", "Sheet1", cells)
    source = Source(Path("checks.xlsx"), **brief)
    gathered, problems = gather_sheet(register, source, Workbook("checks.xlsx", (sheet,)), sheet)
    return gathered.columns.values, {problem.key: problem for problem in problems}


def dates(values, **brief):
    return told(CHECKS, ["Ref", "Done"], *([f"C{n}", value] for n, value in enumerate(values, 1)), **brief)[1]


@pytest.mark.parametrize(
    ("values", "cells"),
    [
        ((*EARLY, *LATE), 8),
        (AMERICAN, 3),
        ((*AMERICAN, "04/03/2025"), 4),
        ((*EARLY, *AMERICAN), 8),
        (("04/05/2025", *EARLY[:1], *AMERICAN), 5),
    ],
)
def test_days_and_months_that_changed_places_are_one_problem_for_the_whole_column(values, cells):
    problems = dates(values)
    assert list(problems) == ["column.dates_swapped"]
    problem = problems["column.dates_swapped"]
    assert problem.severity is Severity.MEND
    assert problem.found.startswith(f"{cells} dates that seem to have their days and months swapped: B2, B3")
    assert len(problem.also) == cells - 1


@pytest.mark.parametrize(
    "values",
    [
        (*EARLY, "13/03/2025", "28/02/2025", "01/11/2025"),
        (*EARLY, "13/03/2025"),
        EARLY,
        LATE,
        (*EARLY[:4], *LATE),
        (*EARLY, datetime.fromisoformat("2025-03-13"), *LATE),
    ],
)
def test_dates_early_in_the_month_alone_are_no_sign_of_it(values):
    assert dates(values) == {}


@pytest.mark.parametrize("values", [AMERICAN[:2], (*AMERICAN, "13/03/2025")])
def test_a_few_dates_with_a_month_over_12_are_told_cell_by_cell(values):
    problems = dates(values)
    assert "column.dates_swapped" not in problems
    assert "perhaps it is in the US order" in problems["cell.unreadable"].mend


def test_what_else_is_wrong_with_dates_in_the_us_order_is_told_beside_it():
    problems = dates((*AMERICAN, "12/3", "2025-13-01", "2025-14-01"))
    assert set(problems) == {"column.dates_swapped", "cell.unreadable"}


def test_years_of_two_digits_are_read_and_noted():
    note = dates(("4/3/25", "04/03/2025", "5 Mar 26"))["cell.two_digit_year"]
    assert note.severity is Severity.NOTE
    assert note.found == '2 dates with a year of two digits: B2, B4 ("4/3/25", "5 Mar 26", read as 20..)'


@pytest.mark.parametrize(("as_at", "keys"), [(date(2026, 9, 30), ["cell.far_ahead"]), (None, [])])
def test_a_date_long_after_the_day_of_the_figures_is_doubted_where_that_day_is_known(as_at, keys):
    problems = dates(("04/03/2037", "31/12/2036", datetime.fromisoformat("2052-03-04")), as_at=as_at)
    assert list(problems) == keys
    for note in problems.values():
        assert note.severity is Severity.NOTE
        assert note.found.startswith("2 dates more than 10 years after 30 September 2026: B2, B4")


def test_shares_on_two_scales_in_one_column_are_a_problem():
    rows = [["C1", Percent(0.87)], ["C2", 0.91], ["C3", "85%"], ["C4", 12]]
    problem = told(CHECKS, ["Ref", "Effect"], *rows)[1]["column.scales_mixed"]
    assert problem.severity is Severity.MEND
    assert (problem.place.cell, [p.cell for p in problem.also]) == ("B2", ["B3", "B4"])
    assert '2 in per cent and 1 below 1: "87%", "0.91"' in problem.found


def test_per_cents_and_whole_numbers_may_stand_in_one_column():
    values, problems = told(CHECKS, ["Ref", "Effect"], ["C1", Percent(0.87)], ["C2", "85%"], ["C3", 12])
    assert problems == {}
    assert values["effect"] == [87.0, 85.0, 12.0]


def test_references_that_may_have_lost_their_noughts_are_noted_without_being_shown():
    values, problems = told(CHECKS, ["Ref"], [7], ["007"], ["012"], ["C-4"])
    note = problems["column.noughts_lost"]
    assert note.severity is Severity.NOTE
    assert "(numbers in 1, texts that begin with 0 in 2)" in note.found
    assert values["check"] == ["7", "007", "012", "C-4"]


@pytest.mark.parametrize("refs", [[7, "8"], ["007", "C-1"], ["S007", 7]])
def test_references_written_in_one_way_are_not_doubted(refs):
    assert told(CHECKS, ["Ref"], *([ref] for ref in refs))[1] == {}


def test_one_thing_spelt_in_two_ways_is_one_thing_and_told():
    rows = [["S1", "Care worker"], ["S2", "care  Worker"], ["S3", "Cook"], ["S4", "CARE WORKER"]]
    day = datetime.fromisoformat("2025-03-04")
    values, problems = told(STAFF, ["Staff ID", "Role", "Start date"], *([*row, day] for row in rows))
    assert values["role"] == ["Care worker", "Care worker", "Cook", "Care worker"]
    note = problems["cell.spelt_otherwise"]
    assert note.severity is Severity.NOTE
    assert note.found == (
        "2 cells spelt otherwise than the first of their kind: B3, B5 "
        '("care Worker" read as "Care worker"; "CARE WORKER" read as "Care worker")'
    )


def test_in_a_private_column_two_spellings_are_told_and_not_shown():
    note = told(CHECKS, ["Ref"], ["c-1"], ["C-1"], ["C-2"])[1]["cell.spelt_otherwise"]
    assert note.found == HIDDEN
