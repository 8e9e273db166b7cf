"""Each theme of the codebook: what brought it up in the period, what was done, and whether it worked."""

import pytest

from evidencegen.intake.registers.actions import ACTIONS
from evidencegen.intake.registers.audits import AUDITS
from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.measures.view import Views
from evidencegen.measures.views.themes import COUNTS, THEMES_VIEW, codes_in, placed

LOG = """
concern | person | raised_on  | concluded_on | abuse   | asked_outcomes | desired_outcome | feedback | themes
S1      | P1     | 01/06/2026 | 30/08/2026   | neglect | expressed      | safe at home    | safe     | safe
S2      | P2     | 02/06/2026 |              | neglect | expressed      | safe            |          | money
S3      | P3     | 02/06/2025 | 01/11/2025   | neglect | no             |                 | safe     | money
S4      | P4     | 03/06/2026 |              | neglect | no             |                 |          | dignity
"""
ANSWERS = """
audit | audited_on | question_no | question | answer | what_was_found
A1    | 05/05/2026 | 1           | Asked?   | no     | not safe
A1    | 05/05/2026 | 2           | Heard?   | no     | not safe
A2    | 05/05/2025 | 1           | Asked?   | no     | not safe
"""
PLAN = """
action | raised_on  | source | due_on     | completed_on | status    | verified_on | worked | theme      | what
T1     | 01/03/2026 | audit  | 30/06/2026 | 30/06/2026   | completed | 31/08/2026  | yes    | safe       |
T2     | 01/03/2025 | audit  | 30/06/2025 | 30/10/2025   | completed | 31/12/2025  | no     | safe; home |
T3     | 01/03/2026 | audit  | 30/06/2026 |              | open      |             |        | safe       |
T4     | 01/03/2026 | audit  | 30/06/2026 | 01/07/2026   | cancelled |             |        | money      |
T5     | 01/03/2024 | audit  | 30/06/2024 | 30/06/2024   | completed | 31/08/2024  | yes    |            | Lock boxes for money
T6     | 01/03/2026 | audit  | 30/06/2026 | 30/06/2026   | completed |             |        |            | Repaint the hall
T7     | 01/03/2026 | audit  | 30/06/2026 |              | open      |             |        | dignity    | home
"""
ALL = ((SAFEGUARDING, LOG), (AUDITS, ANSWERS), (ACTIONS, PLAN))


@pytest.fixture(params=["pandas", "polars"])
def views(request, drawn, told):
    def build(*drawings):
        return Views({register.key: drawn(register, text, backend=request.param) for register, text in drawings}, told)

    return build


def test_one_row_is_a_theme_with_what_brought_it_up_and_what_was_done(views):
    rows = views(*ALL).rows(THEMES_VIEW).iter_rows(named=True)
    found = {row["theme"]: {name: int(row[name]) for name in COUNTS} for row in rows}
    # Safe: notes are the wish and feedback of S1, the wish of S2, the feedback of S3 (concluded in the period) and two
    # audit answers; the records are S1 (three times, once), S2, S3 and two answers. T1 and T2 were completed in it.
    assert found["safe"] == dict(zip(COUNTS, (6, 1, 5, 2, 2, 2, 1, 1, 3), strict=True))
    # Home: the wish of S1; T2, raised long before, was completed in the period and did not work.
    assert found["home"] == dict(zip(COUNTS, (1, 0, 1, 0, 1, 1, 0, 0, 1), strict=True))
    # Money: recorded with S2, and S3 too early; T4 was cancelled, and T5, placed by its words, is of 2024.
    assert found["money"] == dict(zip(COUNTS, (0, 1, 1, 0, 0, 0, 0, 0, 1), strict=True))


def test_a_theme_that_only_people_record_is_in_no_row_of_another_codebook(views):
    assert [row["theme"] for row in views(*ALL).rows(THEMES_VIEW).iter_rows(named=True)] == ["safe", "home", "money"]


def test_the_latest_day_and_the_first_row_of_each_register_are_told(views):
    rows = {row["theme"]: row for row in views(*ALL).rows(THEMES_VIEW).iter_rows(named=True)}
    assert f"{rows['safe']['last_on']:%d/%m/%Y}" == "30/08/2026"
    assert [rows["safe"][name] for name in ("concern_origin", "answer_origin", "action_origin")] == [0, 0, 0]
    assert rows["home"]["action_origin"] == 1
    assert rows["money"]["concern_origin"] == 1


def test_an_action_goes_by_its_recorded_theme_and_only_without_one_by_its_words(views):
    told = {row["action"].upper(): (keys, by_words) for row, keys, by_words in placed(views(*ALL))}
    assert told == {
        "T1": (("safe",), False),
        "T2": (("safe", "home"), False),
        "T3": (("safe",), False),
        "T5": (("money",), True),
        "T6": ((), True),
        "T7": (("dignity",), False),
    }


def test_without_a_plan_there_are_no_actions_to_place(views):
    assert list(placed(views((SAFEGUARDING, LOG)))) == []


@pytest.mark.parametrize(("cell", "codes"), [("|home|safe|", ("home", "safe")), ("|home|", ("home",)), (None, ())])
def test_a_cell_holds_its_codes_between_bars(cell, codes):
    assert codes_in(cell) == codes
