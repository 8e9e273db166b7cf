"""What one register says against another."""

import pytest

from evidencegen.intake.crosscheck import CLASHES, LINKS, cross_check
from evidencegen.intake.registers.actions import ACTIONS
from evidencegen.intake.registers.advocacy import ADVOCACY
from evidencegen.intake.registers.required_training import REQUIRED_TRAINING
from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.supervision import SUPERVISION
from evidencegen.intake.registers.training import TRAINING
from evidencegen.problem import HIDDEN, Severity

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
Concern ID | Service user ID | Date raised | Type of abuse | Asked about outcomes | Outcome achieved | Date concluded | Action ID
S1         | P1              | 01/02/2026  | Neglect       | No                   | Fully            | 01/03/2026     | A1
S2         | P2              | 01/02/2026  | Neglect       | No                   | Ongoing          |                | A9
S3         | P2              | 02/02/2026  | Neglect       | No                   | Partly           |                |
"""
PLAN = """
Action ID | Date raised | Source | Due date   | Status    | Date completed
A1        | 01/02/2026  | Audit  | 01/04/2026 | Completed | 20/03/2026
A2        | 01/02/2026  | Audit  | 01/04/2026 | Completed |
A3        | 01/02/2026  | Audit  | 01/04/2026 | Open      |
A4        | 01/02/2026  | Audit  | 01/04/2026 | Closed    |
"""


@pytest.fixture(params=["pandas", "polars"])
def notes_on(request, drawn):
    """The notes on some drawn registers: `notes_on((STAFF, PEOPLE), ...)`."""

    def check(*drawings):
        tables = [drawn(register, drawing, backend=request.param) for register, drawing in drawings]
        return list(cross_check({table.register.key: table for table in tables}))

    return check


def test_a_training_record_for_nobody_on_the_staff_register_is_told_once_with_every_place(notes_on):
    (note,) = notes_on((STAFF, PEOPLE), (TRAINING, RECORDS))
    assert note.key == "crosscheck.unknown"
    assert (note.place.cell, note.place.column) == ("3", "Staff ID")
    assert note.found == f"{HIDDEN}; also 5"
    assert note.wanted == 'a value that the staff register has under "Staff ID"'


def test_a_reference_to_a_person_is_never_shown(notes_on):
    assert "E99" not in "".join(map(str, notes_on((STAFF, PEOPLE), (TRAINING, RECORDS))))


def test_a_pack_can_be_built_whatever_the_registers_say_of_each_other(notes_on):
    notes = notes_on((STAFF, PEOPLE), (TRAINING, RECORDS), (SAFEGUARDING, CONCERNS), (ACTIONS, PLAN))
    assert len(notes) == 4
    assert {note.severity for note in notes} == {Severity.NOTE}


def test_a_course_is_told_by_its_name_from_both_sides(notes_on):
    required = """
    Role | Course      | Refresh every (months)
    All  | MOVING      | 12
    All  | First  aid  | 36
    """
    records = RECORDS.replace("Moving", "moving").replace("E99      | moving", "E99      | Baking")
    found = {(n.place.column, n.found) for n in notes_on((REQUIRED_TRAINING, required), (TRAINING, records))}
    assert found == {("Course", '"Baking"; also 5'), ("Course", '"First aid"')}


def test_a_session_for_somebody_unknown_is_told(notes_on):
    sessions = """
    Staff ID | Date held  | Type
    E02      | 01/02/2026 | 1:1
    E03      | 01/02/2026 | 1:1
    """
    (note,) = notes_on((STAFF, PEOPLE), (SUPERVISION, sessions))
    assert (note.key, note.place.cell) == ("crosscheck.unknown", "3")


def test_a_referral_for_no_known_concern_is_told_and_one_without_a_concern_is_not(notes_on):
    referrals = """
    Referral ID | Service user ID | Date referred | Advocacy type | Safeguarding ref
    R1          | P1              | 02/02/2026    | IMCA          | s1
    R2          | P1              | 02/02/2026    | IMCA          |
    R3          | P1              | 02/02/2026    | IMCA          | S7
    """
    (note,) = notes_on((SAFEGUARDING, CONCERNS.replace("| Partly ", "| Ongoing")), (ADVOCACY, referrals))
    assert (note.place.cell, note.place.column, note.found) == ("4", "Safeguarding ref", HIDDEN)


def test_a_concern_with_an_outcome_and_no_day_of_conclusion_contradicts_itself(notes_on):
    (note,) = notes_on((SAFEGUARDING, CONCERNS))
    assert note.key == "crosscheck.contradiction"
    assert (note.place.cell, note.place.column) == ("4", "Date concluded")
    assert note.found == 'a blank cell, while "Outcome achieved" is filled'


def test_an_action_marked_completed_without_a_day_contradicts_itself(notes_on):
    (note,) = notes_on((ACTIONS, PLAN))
    assert (note.place.cell, note.place.column) == ("3", "Date completed")
    assert note.found.endswith("; also 5")


def test_a_day_of_conclusion_that_nobody_keeps_is_not_asked_for(notes_on):
    without = "\n".join(line.rsplit("|", 2)[0] for line in CONCERNS.strip().splitlines())
    assert notes_on((SAFEGUARDING, without)) == []


def test_registers_that_agree_or_stand_alone_call_for_no_notes(notes_on):
    assert notes_on() == []
    assert notes_on((TRAINING, RECORDS)) == []
    assert notes_on((STAFF, PEOPLE), (TRAINING, RECORDS.replace("E99", "E02"))) == []


def test_of_many_places_twelve_are_named_and_the_rest_counted(notes_on):
    rows = "\n".join(f"E99 | Course {n} | 01/02/2026" for n in range(1, 21))
    (note,) = notes_on((STAFF, PEOPLE), (TRAINING, f"Staff ID | Course | Date completed\n{rows}"))
    # Row 2 is the place itself; rows 3 to 14 are named; 15 to 21 are seven more.
    assert note.found == f"{HIDDEN}; also {', '.join(str(n) for n in range(3, 15))} and 7 more"


def test_every_link_and_every_clash_names_columns_that_exist():
    for link in LINKS:
        assert link.register.column(link.column)
        assert link.to.column(link.to_column)
    for clash in CLASHES:
        assert set(clash.values) <= set(clash.register.column(clash.given).kind.codes)
        assert clash.register.column(clash.lacking)


def test_two_concerns_about_one_person_on_one_day_for_one_harm_may_be_one_written_twice(drawn):
    log = drawn(
        SAFEGUARDING,
        """
        concern | person | raised_on  | abuse     | asked_outcomes
        S1      | P1     | 02/04/2026 | neglect   | no
        S2      | P1     | 02/04/2026 | neglect   | no
        S3      | P1     | 02/04/2026 | financial | no
        S4      | P2     | 02/04/2026 | neglect   | no
        """,
    )
    (note,) = cross_check({"safeguarding": log})
    assert (note.key, note.place.cell) == ("crosscheck.twice", "2")
    assert note.found.endswith("with another; also 3")
    assert "P1" not in str(note)
