"""Files that cannot be opened."""

from evidencegen.intake.unopened import unopened
from evidencegen.problem import Severity


def test_a_file_that_does_not_open_makes_one_problem_that_stops_the_build():
    (problem,) = unopened("file.empty", "staff.csv", "an empty file", "export it again").problems
    assert (problem.key, problem.place.file, problem.severity) == ("file.empty", "staff.csv", Severity.STOP)
