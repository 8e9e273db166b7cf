"""Each note in free text, with the themes a codebook finds in it; the text itself stays behind."""

from dataclasses import replace
from datetime import date

import pytest

from evidencegen.intake.registers.audits import AUDITS
from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.intake.registers.staff import STAFF
from evidencegen.intake.registers.supervision import SUPERVISION
from evidencegen.measures.view import NotCollected, Views
from evidencegen.measures.views.notes import NOTES, SOURCES, inside, kept
from evidencegen.period import Period

LOG = """
concern | person | service | raised_on  | concluded_on | abuse   | asked_outcomes | desired_outcome | review_notes | feedback    | lessons
S1      | P1     | North   | 01/06/2026 | 30/08/2026   | neglect | expressed      | safe at home    | home         | felt unheard | money
S2      | P2     | South   | 02/06/2026 |              | neglect | expressed      | my money        |              | safe        |
S3      | P3     | South   | 02/06/2025 | 01/11/2025   | neglect | no             |                 |              | safe        |
"""
SESSIONS = """
staff | kind  | held_on    | reflection
E1    | Group | 01/03/2026 | how to ask about money
E2    | Group |            | safe
"""
STAFF_LIST = """
staff | role  | started_on | service
E1    | Carer | 01/01/2020 | North
E2    | Carer | 01/01/2020 | South
"""
ANSWERS = """
audit | audited_on | service | question_no | question | answer | what_was_found
A1    | 05/05/2026 | South   | 1           | Asked?   | no     | home not asked about
A1    | 05/05/2026 | South   | 2           | Heard?   | yes    |
"""
ALL = ((SAFEGUARDING, LOG), (SUPERVISION, SESSIONS), (STAFF, STAFF_LIST), (AUDITS, ANSWERS))


@pytest.fixture(params=["pandas", "polars"])
def views(request, drawn, told):
    def build(*drawings, as_at=None):
        tables = {register.key: drawn(register, text, backend=request.param) for register, text in drawings}
        setting = replace(told, as_at=as_at, period=Period.months_to(as_at, 12)) if as_at else told
        return Views(tables, setting)

    return build


def _seen(rows):
    return [
        (row["source"], row["service"], f"{row['dated_on']:%d/%m/%Y}" if _is_day(row["dated_on"]) else None, _text(row))
        for row in rows
    ]


def _is_day(value):
    return value is not None and value == value


def _text(row):
    return row["themes"] if isinstance(row["themes"], str) else None


def test_one_row_is_a_cell_that_is_filled_in_dated_by_what_it_tells_of(views):
    rows = _seen(views(*ALL).rows(NOTES).iter_rows(named=True))
    assert rows == [
        ("wish", "North", "01/06/2026", "|safe|home|"),
        ("wish", "South", "02/06/2026", "|money|"),
        ("review", "North", "30/08/2026", "|home|"),
        ("feedback", "North", "30/08/2026", None),
        ("feedback", "South", None, "|safe|"),  # not concluded, so not yet in a month
        ("feedback", "South", "01/11/2025", "|safe|"),
        ("lessons", "North", "30/08/2026", "|money|"),
        ("supervision", "North", "01/03/2026", "|money|"),
        ("supervision", "South", None, "|safe|"),  # not held
        ("audit", "South", "05/05/2026", "|home|"),
    ]


def test_each_row_leads_back_to_the_one_register_it_came_from(views):
    rows = views(*ALL).rows(NOTES).select("source", *NOTES.also).iter_rows()
    led = [(source, *(None if at is None or at != at else int(at) for at in origins)) for source, *origins in rows]
    assert led[0] == ("wish", 0, None, None)
    assert led[5] == ("feedback", 2, None, None)
    assert led[7] == ("supervision", None, 0, None)
    assert led[9] == ("audit", None, None, 0)


def test_the_text_itself_is_in_no_column(views):
    seen = views(*ALL)
    assert set(seen.rows(NOTES).columns) == NOTES.columns | set(NOTES.also) | {"origin"}
    assert "unheard" not in str(list(seen.rows(NOTES).iter_rows()))


def test_the_period_holds_notes_by_their_own_day(views):
    # Twelve months to 30 September 2026: every dated note above.
    assert len(list(inside(views(*ALL)))) == 8
    # Twelve months to 30 June 2026: what was said at the end of S1 was not known yet, nor the concern concluded.
    assert [source for source, *_ in _seen(inside(views(*ALL, as_at=date(2026, 6, 30))))] == [
        "wish",
        "wish",
        "feedback",
        "supervision",
        "audit",
    ]


def test_what_was_said_after_the_day_is_not_there_on_the_day(views):
    rows = _seen(views(*ALL, as_at=date(2026, 6, 30)).rows(NOTES).iter_rows(named=True))
    assert ("feedback", "South", None, "|safe|") in rows
    assert "lessons" not in [source for source, *_ in rows]


def test_a_supervision_has_no_service_where_nobody_says_whose_it_is(views):
    rows = views((SAFEGUARDING, LOG), (SUPERVISION, SESSIONS)).rows(NOTES)
    services = [s for source, s in rows.select("source", "service").iter_rows() if source == "supervision"]
    assert not any(isinstance(service, str) for service in services)
    assert len(services) == 2


def test_only_columns_that_a_workbook_has_are_kinds_of_note(views):
    bare = "concern | person | raised_on | abuse | asked_outcomes\nS1 | P1 | 01/06/2026 | neglect | no"
    answers = views((SAFEGUARDING, bare), (AUDITS, ANSWERS))
    assert [source.code for source in kept(answers)] == ["audit"]
    assert [source for source, *_ in _seen(answers.rows(NOTES).iter_rows(named=True))] == ["audit"]
    with pytest.raises(NotCollected, match="no register has a column of free text"):
        views((SAFEGUARDING, bare)).rows(NOTES)


def test_every_kind_of_note_has_words_of_its_own():
    assert {code: title for code, (title,) in NOTES.codes("source").items()} == {s.code: s.title for s in SOURCES}
