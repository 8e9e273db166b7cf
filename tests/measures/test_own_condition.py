"""A condition as a provider writes it in YAML, checked against the columns of its view."""

import pytest

from evidencegen.catalogue import everything_in
from evidencegen.measures import views
from evidencegen.measures.condition import (
    BLANK,
    GIVEN,
    Day,
    Policy,
    any_of,
    at_least,
    at_most,
    before,
    includes,
    one_of,
    where,
)
from evidencegen.measures.own_condition import Page, condition_of
from evidencegen.measures.view import View

VIEWS = everything_in(views, View)
POLICY = ("working_days_to_ask_for_advocate", "review_days", "supervision_months")


@pytest.fixture
def read():
    """A condition of a view and what was found wrong with it: `read("concerns", {"own_words": "yes"})`."""

    def of(view, written):
        page = Page(VIEWS[view], POLICY)
        return condition_of(written, page, ("counted",)), page.wrong

    return of


@pytest.mark.parametrize(
    ("view", "written", "condition"),
    [
        ("concerns", {"own_words": "yes"}, where(own_words="yes")),
        ("concerns", {"asked_outcomes": ["expressed", "none_expressed"]},
         where(asked_outcomes=one_of("expressed", "none_expressed"))),
        ("concerns", {"asked_outcomes": "Yes they were asked and outcomes were expressed"},
         where(asked_outcomes="expressed")),
        ("concerns", {"outcome_achieved": "fully achieved"}, where(outcome_achieved="fully")),
        ("concerns", {"days_to_refer": {"at_most": "7"}}, where(days_to_refer=at_most(7))),
        ("concerns", {"days_to_first_review": {"at_most": "policy.review_days"}},
         where(days_to_first_review=at_most(Policy("review_days", "days")))),
        ("concerns", {"working_days_to_ask": {"at_most": "policy.working_days_to_ask_for_advocate"}},
         where(working_days_to_ask=at_most(Policy("working_days_to_ask_for_advocate", "working days")))),
        ("concerns", {"days_to_refer": {"at_least": "-1", "at_most": "3"}},
         where(days_to_refer=at_least(-1)) & where(days_to_refer=at_most(3))),
        ("concerns", {"barriers": {"includes": "Coercive control"}}, where(barriers=includes("coercion"))),
        ("concerns", {"plan_on": "given", "own_words": "blank"}, where(plan_on=GIVEN, own_words=BLANK)),
        ("concerns", {"person": "given"}, where(person=GIVEN)),
        ("concerns", {"service": ["Rowan House", "given"]}, where(service=one_of("Rowan House", "given"))),
        ("concerns", {"own_words": {"is": "no"}}, where(own_words="no")),
        ("actions", {"due_on": {"before": "as_at"}}, where(due_on=before(Day.AS_AT))),
        ("actions", {"standing": "open"}, where(standing="open")),
        ("training_needs", {"standing": "in_grace"}, where(standing="in_grace")),
        ("sessions", {"attempt": {"is": "1"}}, where(attempt=1)),
        ("concerns", {"involved": "yes", "any": [{"own_words": "blank"}, {"own_words": "no"}]},
         where(involved="yes") & any_of(where(own_words=BLANK), where(own_words="no"))),
        ("concerns", {}, where()),
    ],
)  # fmt: skip
def test_every_test_may_be_written(read, view, written, condition):
    assert read(view, written) == (condition, [])


@pytest.mark.parametrize(
    ("view", "written", "way", "key", "words"),
    [
        ("concerns", {"asked_outcome": "no"}, ("asked_outcome",), "unknown_column",
         "the safeguarding register has no column `asked_outcome`; did you mean `asked_outcomes`?"),
        ("concerns", {"Recorded in own words": "no"}, ("Recorded in own words",), "unknown_column",
         "did you mean `own_words`?"),
        ("concerns", {"zebra": "no"}, ("zebra",), "unknown_column", "the safeguarding register has no column `zebra`"),
        ("concerns", {"desired_outcome": "given"}, ("desired_outcome",), "personal", "anonymising gate"),
        ("concerns", {"person": "P1"}, ("person",), "personal", "`given` or `blank`"),
        ("concerns", {"asked_outcomes": "expresed"}, ("asked_outcomes", "is"), "unknown_code",
         "`asked_outcomes` has no `expresed` in its list; did you mean `expressed`?"),
        ("concerns", {"asked_outcomes": ["expressed", "zebra"]}, ("asked_outcomes", "one_of"), "unknown_code",
         "`dont_know` (Don't Know)"),
        ("concerns", {"own_words": {"at_most": "7"}}, ("own_words", "at_most"), "wrong_test",
         "which holds one word of a list"),
        ("concerns", {"raised_on": {"at_most": "7"}}, ("raised_on", "at_most"), "wrong_test", "which holds a date"),
        ("concerns", {"raised_on": "2026-01-01"}, ("raised_on", "is"), "wrong_test", "{before: as_at}"),
        ("concerns", {"service": {"before": "as_at"}}, ("service", "before"), "wrong_test", "which holds words"),
        ("concerns", {"barriers": "fear"}, ("barriers", "is"), "wrong_test", "`barriers: {includes: communication}`"),
        ("concerns", {"days_to_refer": {"includes": "7"}}, ("days_to_refer", "includes"), "wrong_test",
         "which holds a number"),
        ("concerns", {"days_to_refer": {"at_most": "a week"}}, ("days_to_refer", "at_most"), "wrong_value",
         "a whole number"),
        ("concerns", {"days_to_refer": {"at_most": "7.5"}}, ("days_to_refer", "at_most"), "wrong_value", "`7.5`"),
        ("concerns", {"days_to_refer": {"at_most": ["7"]}}, ("days_to_refer", "at_most"), "wrong_value", "at_most"),
        ("concerns", {"days_to_refer": {"at_most": "policy.review_day"}}, ("days_to_refer", "at_most"),
         "unknown_limit", "did you mean `review_days`?"),
        ("concerns", {"days_to_refer": {"at_most": "policy.supervision_months"}}, ("days_to_refer", "at_most"),
         "wrong_limit", "a limit in months"),
        ("concerns", {"working_days_to_ask": {"at_most": "policy.review_days"}}, ("working_days_to_ask", "at_most"),
         "wrong_limit", "a limit in working days"),
        ("actions", {"due_on": {"before": "today"}}, ("due_on", "before"), "wrong_value", "{before: as_at}"),
        ("concerns", {"own_words": {"at_mots": "7"}}, ("own_words", "at_mots"), "unknown_test",
         "did you mean `at_most`?"),
        ("concerns", {"own_words": None}, ("own_words",), "wrong_value", "with nothing"),
        ("concerns", {"own_words": []}, ("own_words", "one_of"), "wrong_value", "`own_words: yes`"),
        ("concerns", {"own_words": {}}, ("own_words",), "wrong_value", "with nothing"),
        ("concerns", {"own_words": [["yes"]]}, ("own_words", "one_of"), "wrong_value", "one_of"),
        ("concerns", {"any": {"own_words": "yes"}}, ("any",), "wrong_value", "two or more conditions"),
        ("concerns", {"any": [{"own_words": "yes"}]}, ("any",), "wrong_value", "two or more conditions"),
        ("concerns", {"any": [{"own_words": "yes"}, {"own_word": "no"}]}, ("any", 1, "own_word"), "unknown_column",
         "did you mean `own_words`?"),
        ("training_needs", {"standing": "curent"}, ("standing", "is"), "unknown_code", "did you mean `current`?"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_told_where_it_stands_with_what_was_meant(read, view, written, way, key, words):
    _, (wrong,) = read(view, written)
    assert (wrong.way, wrong.key) == (("counted", *way), key)
    assert words in f"{wrong.found} / {wrong.wanted}"


def test_the_value_of_a_private_column_is_not_repeated(read):
    _, (wrong,) = read("concerns", {"person": "Ada Lark"})
    assert "Ada" not in f"{wrong.found}{wrong.wanted}"


FOR_THE_GATE = {"age_band", "gender"}


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_no_measure_is_broken_down_by_what_is_read_for_the_gate_alone(view):
    assert not view.parts & FOR_THE_GATE


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_every_code_of_every_column_may_be_asked_for_by_itself(read, view):
    for column in sorted(view.columns):
        for code in view.codes(column):
            condition, wrong = read(view.key, {column: code})
            if column in FOR_THE_GATE:
                assert [one.key for one in wrong] == ["personal"]
                continue
            if wrong:
                condition, wrong = read(view.key, {column: {"includes": code}})
            assert (condition.columns, wrong) == ({column}, [])
