"""Files that cannot be opened."""

from evidencegen.intake.unopened import damaged, protected, unopened, unsafe
from evidencegen.problem import Severity


def test_a_file_that_does_not_open_makes_one_problem_that_stops_the_build():
    (problem,) = unopened("file.empty", "staff.csv", "an empty file", "export it again").problems
    assert (problem.key, problem.place.file, problem.severity) == ("file.empty", "staff.csv", Severity.STOP)


def test_each_cause_has_its_own_key_and_its_own_way_out():
    problems = [made.problems[0] for made in (damaged("a.xlsx"), protected("a.xlsx"), unsafe("a.xlsx", "a bomb"))]
    assert [p.key for p in problems] == ["file.damaged", "file.password", "file.unsafe"]
    assert len({p.mend for p in problems}) == 3
