"""The problems of workbooks as a terminal shows them, and for a program."""

from evidencegen.problem import Place, Problem, Severity
from evidencegen.problem_listing import MOST_AT_ONCE, as_entry, in_words


def problems(number, file="staff.csv"):
    return [
        Problem("k", Place(file, cell=f"A{n}", column="Start date"), "f", "w", "y", "m") for n in range(1, number + 1)
    ]


def test_of_problems_alike_the_first_dozen_are_told_where_a_data_check_lists_the_rest():
    told = list(in_words(problems(15), {"staff.csv": "staff - data check.xlsx"}))
    assert len(told) == MOST_AT_ONCE + 1
    assert told[-1] == 'staff.csv, column "Start date"\n  and 3 more problems there: see staff - data check.xlsx'


def test_without_a_data_check_each_is_told():
    assert len(list(in_words(problems(15), {}))) == 15


def test_a_problem_for_a_program_has_its_place_beside_the_rest():
    entry = as_entry(Problem("k", Place("a.csv", cell="B2"), "f", "w", "y", "m", Severity.NOTE))
    assert (entry["severity"], entry["file"], entry["cell"], entry["found"]) == ("note", "a.csv", "B2", "f")
