"""What a board decided, and where its actions stand, worked by hand."""

import pytest

from evidencegen.decided import decisions_of
from evidencegen.measures.view import Views
from evidencegen.problem import EvidenceError
from evidencegen.project import read, silent

BRIEF = """\
provider: Larkfield Care
as_at: 2026-09-30
registers:
  actions: plan.csv
  staff: staff.csv
packs:
  board:
    decided:
"""
STAFF = "Staff ID,Name,Role,Start date\nS-77,Maureen Lightfoot,Care worker,01/02/2020\n"
PLAN = """\
Action ID,Date raised,Source,Due date,Original due date,Date completed,Status,Before,After,Date verified,Did it work?
ACT-1,01/03/2026,Audit,30/06/2026,,30/06/2026,Completed,50,80,31/08/2026,Yes
ACT-2,01/03/2026,Audit,31/07/2026,30/06/2026,01/07/2026,Completed,,,,
ACT-3,01/03/2026,Audit,31/08/2026,,,Open,,,,
ACT-4,01/03/2026,Audit,01/06/2026,,,Open,,,,
ACT-5,01/03/2026,Audit,30/09/2026,,,In progress,,,,
ACT-6,01/03/2026,Audit,30/06/2026,,,Cancelled,,,,
ACT-7,01/03/2026,Audit,30/06/2026,,20/06/2026,Completed,50,40,31/08/2026,No
ACT-8,01/03/2026,Audit,30/06/2026,,20/06/2026,Completed,,,,Too early
ACT-9,01/03/2026,Audit,30/06/2026,,20/06/2026,Completed,50,60,31/08/2026,
ACT-10,05/10/2026,Audit,30/11/2026,,,Open,,,,
"""
STANDS = {
    "ACT-1": ("Done on time; it worked", False),
    "ACT-2": ("Done late; no effect on record yet", True),
    "ACT-3": ("Open, up to 30 days late", True),
    "ACT-4": ("Open, over 90 days late", True),
    "ACT-5": ("Open, not yet due", False),
    "ACT-6": ("Cancelled", True),
    "ACT-7": ("Done on time; it did not work", True),
    "ACT-8": ("Done on time; no effect on record yet", True),
    "ACT-9": ("Done on time; its effect is on record", False),
}


@pytest.fixture
def decided(tmp_path):
    """The decisions of a brief: `decided("- Ask sooner.")`."""

    def make(entries, plan=PLAN, say=silent):
        brief = BRIEF if plan else BRIEF.replace("  actions: plan.csv\n", "")
        (tmp_path / "evidence.yaml").write_text(brief + "".join(f"      {line}\n" for line in entries.splitlines()))
        (tmp_path / "plan.csv").write_text(plan)
        (tmp_path / "staff.csv").write_text(STAFF)
        project = read(tmp_path)
        return decisions_of(project, Views(project.tables, project.brief.setting()), say)

    return make


def test_each_action_is_told_by_whether_it_is_done_when_and_whether_it_worked(decided):
    (one,) = decided(f"- said: Ask sooner.\n  actions: [{', '.join(STANDS)}]")
    assert str(one.said) == "Ask sooner."
    assert [(action.words, action.needs_eye) for action in one.actions] == list(STANDS.values())


def test_an_action_is_found_however_its_id_is_written(decided):
    (one,) = decided('- said: Ask sooner.\n  actions: ["act-1 "]')
    assert one.actions[0].words == "Done on time; it worked"


def test_a_decision_may_be_a_sentence_alone(decided):
    first, second = decided("- Ask sooner.\n- said: Ask again.")
    assert (str(first.said), first.actions, str(second.said), second.actions) == ("Ask sooner.", (), "Ask again.", ())


def test_names_are_taken_out_and_somebody_is_told(decided):
    told = []
    (one,) = decided("- Maureen Lightfoot to report on referrals.", say=lambda step, words: told.append((step, words)))
    assert "Maureen" not in str(one.said)
    assert "Lightfoot" not in str(one.said)
    assert str(one.said).endswith("to report on referrals.")
    assert told == [("release", "decision 1: 1 detail taken out")]


def test_an_action_that_is_not_on_the_plan_is_told_with_its_line(decided):
    with pytest.raises(EvidenceError) as refused:
        decided("- Ask sooner.\n- said: Ask again.\n  actions: [ACT-1, ACT-99]")
    (problem,) = refused.value.problems
    assert (problem.key, problem.place.line) == ("brief.unknown_action", 11)
    assert problem.found == "action `ACT-99`"


def test_an_action_raised_after_the_day_is_not_on_the_plan_yet(decided):
    with pytest.raises(EvidenceError, match="ACT-10"):
        decided("- said: Ask sooner.\n  actions: [ACT-10]")


def test_without_a_plan_no_action_is_known_and_a_sentence_stands(decided):
    assert len(decided("- Ask sooner.", plan="")) == 1
    with pytest.raises(EvidenceError, match="ACT-1"):
        decided("- said: Ask sooner.\n  actions: [ACT-1]", plan="")
