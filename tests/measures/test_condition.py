"""Which rows count, in a form that can be printed."""

from dataclasses import replace
from datetime import date, datetime

import narwhals as nw
import pandas as pd
import polars as pl
import pytest

from evidencegen.measures.condition import (
    BLANK,
    EVERY_ROW,
    GIVEN,
    Day,
    Policy,
    Setting,
    any_of,
    at_least,
    at_most,
    before,
    includes,
    one_of,
    passing,
    where,
    working_day_number,
)
from evidencegen.measures.layout import by_value
from evidencegen.measures.views.actions import ACTIONS_VIEW
from evidencegen.measures.views.concerns import CONCERNS
from evidencegen.period import Period

SETTING = Setting(date(2026, 9, 30), Period.months_to(date(2026, 9, 30), 12), {"review_days": 42})
ROWS = {
    "origin": [0, 1, 2, 3],
    "kind": ["imca", "care_act", None, "imha"],
    "days": [3.0, None, 42.0, 43.0],
    "themes": ["|home|safe|", "|home_and_away|", None, "|safe|"],
    "due_on": [datetime(2026, 9, 29), datetime(2026, 9, 30), None, datetime(2026, 10, 1)],
}


@pytest.mark.parametrize("library", [pd.DataFrame, pl.DataFrame])
@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        (where(kind="imca"), [True, False, False, False]),
        (where(kind=one_of("imca", "imha")), [True, False, False, True]),
        (where(days=at_most(42)), [True, False, True, False]),
        (where(days=at_most(Policy("review_days", "days"))), [True, False, True, False]),
        (where(days=at_least(42)), [False, False, True, True]),
        (where(themes=includes("home")), [True, False, False, False]),
        (where(due_on=before(Day.AS_AT)), [True, False, False, False]),
        (where(days=BLANK), [False, True, False, False]),
        (where(days=GIVEN, kind=GIVEN), [True, False, False, True]),
        (any_of(where(kind="imca"), where(days=at_least(43))), [True, False, False, True]),
        (where(kind="imca") & where(days=at_least(4)), [False, False, False, False]),
        (
            any_of(where(kind="imca"), where(kind="imha"))
            & any_of(where(days=at_most(3)), where(themes=includes("home"))),
            [True, False, False, False],
        ),
        (EVERY_ROW, [True, True, True, True]),
    ],
)
def test_a_condition_holds_for_the_same_rows_in_any_library(library, condition, holds):
    rows = nw.from_native(library(ROWS), eager_only=True)
    mask = condition.over(lambda name, test: passing(rows.get_column(name), test, SETTING), len(rows))
    assert mask.tolist() == holds

    def by_words(name, test):
        cells = rows.get_column(name)
        return passing(cells, test, SETTING, by_value(cells) if cells.dtype == nw.String else None)

    assert condition.over(by_words, len(rows)).tolist() == holds


def test_a_condition_reads_as_english_in_the_words_of_the_workbook_with_the_limits_in_force():
    condition = where(
        outcome_achieved=one_of("fully", "partly"), days_to_first_review=at_most(Policy("review_days", "days"))
    )
    assert condition.words(SETTING, CONCERNS) == (
        '"Outcome achieved" is "Fully Achieved" or "Partially Achieved" '
        "and the time from plan to first review is at most 42 days"
    )


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (where(advocate_asked_for="yes"), "an advocate was asked for"),
        (where(advocacy_conditions=one_of("yes", "no")),
         "an advocate appeared to be needed or no need for an advocate is on record"),
        (where(days_to_refer=at_most(1)), "the time from concern to council is at most 1 day"),
        (where(working_days_to_ask=at_least(0)),
         "the time from concern to asking is at least 0 working days"),
        (where(raised_on=before(Day.AS_AT)), '"Date raised" is before 30 September 2026'),
        (where(themes=includes("home")), '"Themes" includes "Staying at or returning to chosen home"'),
        (any_of(where(own_words=BLANK), where(own_words="no")),
         '"Recorded in own words" is blank, or "Recorded in own words" is "No"'),
        (where(involved="yes") & any_of(where(own_words=BLANK), where(own_words="no")),
         '"Involved in decisions" is "Yes" and ("Recorded in own words" is blank, or "Recorded in own words" is "No")'),
        (EVERY_ROW, "every row"),
    ],
)  # fmt: skip
def test_a_derived_column_is_told_as_a_statement_or_with_its_unit(condition, words):
    assert condition.words(SETTING, CONCERNS) == words


def test_a_definition_for_no_day_in_particular_names_none():
    setting = replace(SETTING, day="the date of the figures")
    assert (
        where(due_on=before(Day.AS_AT)).words(setting, ACTIONS_VIEW) == '"Due date" is before the date of the figures'
    )


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        ("2026-09-04", "2026-09-07", 1),  # Friday to Monday
        ("2026-09-07", "2026-09-07", 0),
        ("2026-09-07", "2026-09-14", 5),
        ("2026-09-05", "2026-09-07", 1),  # Saturday to Monday
        ("2026-09-07", "2026-09-05", -1),  # the day before turned about
        ("2026-09-07", "2026-09-04", -1),
        ("1969-12-31", "1970-01-05", 3),
    ],
)
def test_working_days_are_counted_from_monday_to_friday(first, last, days):
    rows = nw.from_native(pd.DataFrame({"first": pd.to_datetime([first]), "last": pd.to_datetime([last])}))
    between = working_day_number(rows.get_column("last")) - working_day_number(rows.get_column("first"))
    assert between.to_list() == [days]
