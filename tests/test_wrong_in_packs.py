"""A brief that asks packs for what they do not have is told so by the check, with its line."""

import pytest

from evidencegen.problem import Severity
from evidencegen.project import inspect
from evidencegen.wrong_in_packs import wrong_in_packs

BRIEF = """\
provider: Larkfield Care
as_at: 2026-09-30
registers: {}
packs:
  inspection:
    sections: [summary, chioce]
  board:
    charts:
      - msp.asked
      - msp.aksed
tender:
  questions:
    - key: one
      question: How?
      sections: [outcomes, data]
"""


@pytest.fixture
def wrong(tmp_path):
    """What is wrong in a brief: `wrong(BRIEF)`."""

    def of(brief):
        (tmp_path / "evidence.yaml").write_text(brief)
        return [(p.key, p.place.line, p.found) for p in wrong_in_packs(inspect(tmp_path))]

    return of


def test_sections_and_charts_that_there_are_not_are_told_with_their_lines(wrong):
    assert wrong(BRIEF) == [
        ("pack.unknown_section", 6, "`chioce`"),
        ("pack.unknown_section", 15, "`data`"),
        ("brief.unknown_chart", 10, "`msp.aksed`"),
    ]


def test_what_there_is_may_be_asked_for(wrong):
    right = BRIEF.replace("chioce", "choice").replace("aksed", "asked[service=Rowan House]").replace(", data", "")
    assert wrong(right) == []


PLAN = "Action ID,Date raised,Source,Due date,Status\nACT-1,01/03/2026,Audit,30/06/2026,Open\n"
DECIDED = """\
provider: Larkfield Care
as_at: 2026-09-30
registers: {actions: plan.csv}
packs:
  board:
    decided:
      - said: Ask sooner.
        actions: [ACT-1, ACT-99]
      - Ask again.
"""


def test_actions_that_are_not_on_the_plan_are_told_with_their_line(wrong, tmp_path):
    (tmp_path / "plan.csv").write_text(PLAN)
    assert wrong(DECIDED) == [("brief.unknown_action", 8, "action `ACT-99`")]
    assert wrong(DECIDED.replace(", ACT-99", "")) == []


def test_without_a_plan_no_action_is_known(wrong):
    found = wrong(DECIDED.replace("{actions: plan.csv}", "{}"))
    assert [what for *_, what in found] == ["action `ACT-1`", "action `ACT-99`"]


def test_of_a_plan_that_cannot_be_read_no_action_is_called_unknown(wrong, tmp_path):
    (tmp_path / "plan.csv").write_text("")
    assert wrong(DECIDED) == []


PRACTICE = "Ref,Part,Statement,Policy\nPS11,Choice,We ask what somebody wants.,SOP 1\nPS12,Control,We go back.,SOP 2\n"
KEPT = """\
provider: Larkfield Care
as_at: 2026-09-30
keep_unevidenced: [PS12, PS21]
registers: {practice: practice.csv}
"""


def test_a_statement_that_is_kept_and_not_in_the_register_is_to_be_looked_at_with_its_line(wrong, tmp_path):
    (tmp_path / "practice.csv").write_text(PRACTICE)
    assert wrong(KEPT) == [("brief.unknown_statement", 3, "statement `PS21`, which is not there")]
    (told,) = wrong_in_packs(inspect(tmp_path))
    assert told.wanted == "the number of a statement in the register of practice (did you mean `PS12`?)"
    assert told.severity is Severity.NOTE
    assert wrong(KEPT.replace(", PS21", "")) == []


def test_without_a_register_of_practice_no_statement_is_kept_and_of_an_unreadable_one_none_is_unknown(wrong, tmp_path):
    assert [what for *_, what in wrong(KEPT.replace("{practice: practice.csv}", "{}"))] == [
        "statement `PS12`, which is not there",
        "statement `PS21`, which is not there",
    ]
    (tmp_path / "practice.csv").write_text("")
    assert wrong(KEPT) == []


SCORED = """\
provider: Larkfield Care
as_at: 2026-09-30
registers: {}
tender:
  questions:
    - key: one
      question: How?
      sections: [process, training]
      criteria:
        - {key: c1, text: Method, answered_by: [process.advocacy]}
        - {key: c2, text: Staff, answered_by: [trainig]}
        - {key: c3, text: Learning, answered_by: [governance]}
        - {key: care_act.s68, text: Advocacy}
        - {key: c5, text: Price}
        - {key: c6, text: Asked, answered_by: [training.current, PS12]}
"""


def test_criteria_that_nothing_answers_are_told_with_their_lines(wrong):
    assert wrong(SCORED) == [
        ("brief.unknown_section", 11, "`trainig`"),
        ("brief.unanswered", 12, "criterion `c3`, which nothing in the document answers"),
        ("brief.unanswered", 14, "criterion `c5`, which nothing in the document answers"),
        ("brief.unknown_section", 15, "`PS12`"),
    ]


def test_a_criterion_that_nothing_answers_is_to_be_looked_at_and_stops_nothing(tmp_path, wrong):
    wrong(SCORED)
    severities = [one.severity for one in wrong_in_packs(inspect(tmp_path))]
    assert severities == [Severity.STOP, Severity.NOTE, Severity.NOTE, Severity.STOP]


def test_figures_and_statements_answer_a_criterion_too(wrong, tmp_path):
    (tmp_path / "practice.csv").write_text(PRACTICE)
    found = wrong(SCORED.replace("registers: {}", "registers: {practice: practice.csv}"))
    assert "`PS12`" not in [what for *_, what in found]
