"""What one register says against another."""

from datetime import date

import pytest

from evidencegen.brief import read_brief, registers
from evidencegen.intake.crosscheck import cross_check
from evidencegen.intake.registers.actions import ACTIONS
from evidencegen.intake.registers.required_training import REQUIRED_TRAINING
from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.training import TRAINING
from evidencegen.intake.table import read_sources
from evidencegen.problem import HIDDEN, Place, Severity
from evidencegen.shipped import shipped

PEOPLE = """
Staff ID | Job title | Start date
E01      | Carer     | 01/02/2024
E02      | Carer     | 01/02/2024
"""
RECORDS = """
Staff ID | Course    | Date completed
E01      | Moving    | 01/02/2026
E99      | Moving    | 01/02/2026
e02      | Moving    | 01/02/2026
E99      | Moving    | 01/03/2026
"""
CONCERNS = """
SG No | Service user ID | Date raised | Type of abuse | Asked about outcomes   | Outcome achieved | Date closed
S1    | P1              | 01/02/2026  | Neglect       | Asked and expressed    | Fully            |
S2    | P2              | 01/02/2026  | Physical      | Asked and expressed    | Ongoing          |
S3    | P2              | 02/02/2026  | Neglect       | Asked and expressed    | Partly           |
"""


def test_a_clash_names_both_cells_by_the_headings_that_stand_there(clash):
    found = clash((SAFEGUARDING, CONCERNS))
    assert found.key == "crosscheck.contradiction"
    assert found.place == Place("safeguarding.xlsx", "Sheet1", "G2", "Date closed")
    assert found.also == (
        Place("safeguarding.xlsx", "Sheet1", "F2", "Outcome achieved"),
        Place("safeguarding.xlsx", "Sheet1", "G4", "Date closed"),
        Place("safeguarding.xlsx", "Sheet1", "F4", "Outcome achieved"),
    )
    assert found.found == 'nothing, while "Outcome achieved" (F2) says "Fully Achieved"; likewise in 1 more cell: G4'


def test_a_column_that_nobody_keeps_is_not_asked_for(clashes):
    without = "\n".join(line.rsplit("|", 1)[0] for line in CONCERNS.strip().splitlines())
    assert clashes((SAFEGUARDING, without)) == []


def test_a_value_that_another_register_lacks_is_told_once_with_every_cell_and_where_it_should_stand(clash):
    found = clash((STAFF, PEOPLE), (TRAINING, RECORDS))
    assert found.key == "crosscheck.unknown"
    assert found.place == Place("training.xlsx", "Sheet1", "A3", "Staff ID")
    assert found.found == f"{HIDDEN}, in 2 cells: A3, A5"
    assert found.also == (
        Place("training.xlsx", "Sheet1", "A5", "Staff ID"),
        Place("staff.xlsx", "Sheet1", "", "Staff ID"),
    )
    assert found.wanted == 'a value that the staff register has under "Staff ID"'


def test_a_reference_to_a_person_is_never_shown(clashes):
    told = clashes((STAFF, PEOPLE), (TRAINING, RECORDS.replace("01/03/2026", "01/03/2027")))
    assert len(told) == 2
    assert "E99" not in repr(told) + "".join(map(str, told))


def test_a_person_in_a_matrix_is_told_by_the_cell_that_names_them(drawn):
    matrix = "Staff ID | Fire | Moving\nE01 | 01/02/2026 | 01/02/2026\nE99 | 01/02/2026 | 01/02/2026"
    tables = {"staff": drawn(STAFF, PEOPLE), "training": drawn(TRAINING, matrix, cells="completed_on")}
    (found,) = cross_check(tables, date(2026, 9, 30))
    assert (found.place.cell, found.found) == ("A3", HIDDEN)


def test_values_are_compared_without_case_and_told_by_their_cells(clashes):
    required = "Role | Course | Refresh every (months)\nAll | MOVING | 12\nAll | First  aid | 36"
    records = RECORDS.replace("Moving", "moving").replace("E99      | moving", "E99      | Baking", 1)
    found = {n.place.file: n.found for n in clashes((REQUIRED_TRAINING, required), (TRAINING, records))}
    assert found == {"training.xlsx": '"Baking"', "required_training.xlsx": '"First aid"'}


def test_of_many_values_twelve_are_named_and_the_rest_counted_and_every_cell_is_kept(clash):
    required = "Role | Course | Refresh every (months)\nAll | Moving | 12"
    rows = "\n".join(f"E01 | Course {n} | 01/02/2026" for n in range(1, 21))
    drawing = f"Staff ID | Course | Date completed\nE01 | Moving | 01/02/2026\n{rows}"
    found = clash((REQUIRED_TRAINING, required), (TRAINING, drawing))
    assert found.found.startswith('"Course 1" (B3), "Course 2" (B4)')
    assert found.found.endswith('"Course 12" (B14) and 8 more')
    assert [place.cell for place in found.also] == [*(f"B{n}" for n in range(4, 23)), ""]


def test_rows_of_two_registers_are_joined_whatever_the_case_and_blanks_join_nothing(clashes):
    started = PEOPLE.replace("01/02/2024\nE02", "01/03/2026\nE02")
    found = clashes((STAFF, started), (TRAINING, RECORDS.replace("E99", "e01")))
    assert [(p.key, p.place.cell, p.also[0]) for p in found] == [
        ("crosscheck.order", "C2", Place("staff.xlsx", "Sheet1", "C2", "Start date"))
    ]
    assert found[0].found == (
        '01/02/2026, before "Start date" 01/03/2026 (staff.xlsx, sheet "Sheet1", cell C2); likewise in 1 more cell: C3'
    )


def test_a_day_after_the_day_of_the_figures_is_told_and_the_day_itself_is_not(clash):
    raised = CONCERNS.replace("Fully  ", "Ongoing").replace("Partly ", "Ongoing").replace("01/02/2026", "30/09/2026")
    found = clash((SAFEGUARDING, raised.replace("02/02/2026", "01/10/2026")))
    assert (found.key, found.place.cell) == ("crosscheck.day_of_figures", "C4")
    assert found.found == "01/10/2026, after the day of the figures"
    assert found.wanted == "a day up to 30 September 2026"


def test_rows_that_may_be_one_event_are_told_in_groups(clash):
    log = """
    concern | person | raised_on  | abuse     | asked_outcomes
    S1      | P1     | 02/04/2026 | neglect   | no
    S2      | P3     | 02/04/2026 | neglect   | no
    S3      | P1     | 02/04/2026 | neglect   | no
    S4      | P1     | 02/04/2026 | financial | no
    S5      | P3     | 02/04/2026 | neglect   | no
    S6      | P3     | 02/04/2026 | neglect   | no
    """
    found = clash((SAFEGUARDING, log))
    assert (found.key, found.place.cell) == ("crosscheck.twice", "2")
    assert found.found == 'rows that share "Service user ID", "Date raised", "Type of abuse": 2 and 4, 3 and 6 and 7'
    assert [place.cell for place in found.also] == ["4", "3", "6", "7"]
    assert "P1" not in str(found)


def test_a_pack_waits_for_an_impossible_order_of_days_that_a_figure_counts(clash):
    found = clash((SAFEGUARDING, CONCERNS.replace("Fully            |", "Fully            | 31/01/2026").replace(
        "Partly           |", "Partly           | 01/03/2026")))  # fmt: skip
    assert (found.key, found.severity) == ("crosscheck.order", Severity.MEND)
    assert found.found == '31/01/2026, before "Date raised" 01/02/2026 (C2)'


def test_registers_that_agree_or_stand_alone_call_for_no_notes(clashes):
    assert clashes() == []
    assert clashes((TRAINING, RECORDS)) == []
    assert clashes((STAFF, PEOPLE), (TRAINING, RECORDS.replace("E99", "E02"))) == []


def test_a_register_without_rows_makes_no_trouble(clashes):
    empty = "Action ID | Date raised | Source | Due date | Date completed | Status"
    assert clashes((ACTIONS, empty), (STAFF, PEOPLE)) == []


@pytest.mark.parametrize("library", ["pandas", "polars"])
def test_the_sample_holds_the_faults_that_were_planted_and_no_other(library):
    folder = shipped("sample_data")
    brief = read_brief(folder)
    sources = brief.sources(folder).items()
    tables = {key: read_sources(registers()[key], several, backend=library) for key, several in sources}
    found = cross_check(tables, brief.as_at)
    assert sorted((p.place.file, p.place.cell) for p in found) == [
        ("actions.xlsx", "L34"),
        ("advocacy_log.xlsx", "T58"),
        ("safeguarding_log.xlsx", "85"),
        ("safeguarding_log.xlsx", "AN104"),
        ("training_matrix.xlsx", "A66"),
    ]
