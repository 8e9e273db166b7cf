"""Training attended, presented as competence."""

from evidencegen.packs.lints.attended_as_competent import ATTENDED
from tests.packs.lints.finding_it import found


def test_attendance_told_as_competence_is_found():
    assert found(ATTENDED, "Staff attended training and are therefore competent.") == [
        "attended training and are therefore competent"
    ]
    assert found(ATTENDED, "Certificates show that staff are competent.") != []
    assert found(ATTENDED, "Our trained staff know how to act.") != []


def test_competence_that_was_looked_at_is_not():
    assert found(ATTENDED, "Staff attended training and were found competent when observed.") == []
    assert found(ATTENDED, "Training alone does not make staff competent.") == []
    assert found(ATTENDED, "Staff attended training in May. Supervisors meet monthly.") == []


def test_they_may_stand_apart_and_are_told_apart():
    assert found(ATTENDED, "With training current for 171 staff, you can rely on a workforce of competence.") != []
    assert found(ATTENDED, "E-learning complete = signed off as competent.") != []
    assert found(ATTENDED, "Attendance is on one tab and competence on another; they measure different things.") == []
    assert found(ATTENDED, "Attendance is not treated as competence.") == []
