"""One row for each thing counted, built from the registers."""

import narwhals as nw
import pandas as pd
import polars as pl
import pytest

from evidencegen.catalogue import everything_in
from evidencegen.intake import registers
from evidencegen.intake.kind import Form
from evidencegen.intake.register import Register
from evidencegen.intake.registers.advocacy import ADVOCACY
from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.intake.registers.staff import STAFF
from evidencegen.measures import views
from evidencegen.measures.view import FLAG, View, Views, flag, normalised, nothing_like
from evidencegen.measures.views.concerns import CONCERNS
from evidencegen.measures.views.notes import NOTES
from evidencegen.measures.views.training_needs import TRAINING_NEEDS

REGISTERS = everything_in(registers, Register)
VIEWS = everything_in(views, View)
LIBRARIES = pytest.mark.parametrize("library", [pd.DataFrame, pl.DataFrame])
LOG = """
concern | person | raised_on  | abuse   | asked_outcomes
S1      | P1     | 02/04/2026 | neglect | expressed
"""


def _lacks(view, tables, *columns):
    return view.missing({table.register.key: table for table in tables}, frozenset(columns))


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_every_derived_column_rests_on_columns_that_registers_have(view):
    for address in [
        a for addresses in (*view.derived.values(), *(w.also for w in view.words.values())) for a in addresses
    ]:
        key, _, name = address.partition(".")
        assert not name or REGISTERS[key].column(name)


def test_a_view_without_its_register_says_which_is_missing(drawn):
    assert _lacks(CONCERNS, []) == "there is no safeguarding log in the project"
    staff = drawn(STAFF, "staff | role | started_on\nE1 | Carer | 01/02/2024")
    assert _lacks(TRAINING_NEEDS, [staff]) == "there is no required training by role in the project"


def test_a_column_that_the_workbook_lacks_is_told_by_its_heading(drawn):
    log = drawn(SAFEGUARDING, LOG)
    assert _lacks(CONCERNS, [log], "raised_on", "abuse") == ""
    assert _lacks(CONCERNS, [log], "own_words") == 'the safeguarding log has no column "Recorded in own words"'


def test_a_derived_column_is_missing_where_what_it_rests_on_is(drawn):
    log = drawn(SAFEGUARDING, LOG)
    assert _lacks(CONCERNS, [log], "working_days_to_ask") == "there is no advocacy register in the project"
    assert _lacks(CONCERNS, [log], "days_to_refer") == 'the safeguarding log has no column "Date referred to LA"'
    referrals = drawn(ADVOCACY, "referral | person | referred_on | kind\nR1 | P1 | 02/04/2026 | imca")
    assert (
        _lacks(CONCERNS, [log, referrals], "working_days_to_ask")
        == 'the advocacy referral log has no column "Safeguarding ref"'
    )


def test_names_and_stories_are_no_columns_that_a_measure_may_name():
    assert {"concern", "abuse", "days_to_refer"} <= CONCERNS.columns
    assert CONCERNS.columns.isdisjoint({"person_name", "desired_outcome", "representative_name"})


def test_codes_are_printed_in_the_words_of_the_list():
    assert CONCERNS.titles("outcome_achieved")["partly"] == "Partially Achieved"
    assert TRAINING_NEEDS.titles("standing")["never"] == "Never done"
    assert CONCERNS.titles("service") == CONCERNS.titles("days_to_refer") == {}


def test_a_column_of_the_workbook_is_named_by_its_heading_and_a_derived_one_in_plain_words():
    assert CONCERNS.heading("own_words") == '"Recorded in own words"'
    assert CONCERNS.heading("days_to_refer") == "the time from concern to council"
    assert CONCERNS.unit_of("days_to_refer") == "days"
    assert CONCERNS.unit_of("own_words") == ""
    assert CONCERNS.says("advocate_asked_for")["no"] == "no advocate was asked for"


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_every_derived_column_says_what_it_holds_and_how_it_is_told(view):
    assert set(view.derived) == set(view.kinds) == set(view.words)
    for column, words in view.words.items():
        kind = view.kind(column)
        assert bool(words.unit) == (kind.form is Form.NUMBER)
        assert kind is not FLAG or set(words.says) == {"yes", "no"}


def test_a_view_gathered_from_several_registers_has_its_own_columns_alone_and_leads_back_to_those_there_are():
    assert NOTES.columns == {"source", "service", "dated_on", "themes"}
    assert set(NOTES.origins) == {"concern_origin", "session_origin", "answer_origin"}
    assert NOTES.rests_on == {"safeguarding", "supervision", "audits"}
    assert CONCERNS.origins == {"origin": SAFEGUARDING, "referral_origin": ADVOCACY}
    assert CONCERNS.rests_on == {"safeguarding"}


def test_themes_told_from_words_have_the_titles_of_the_codebook_in_use_and_recorded_ones_those_of_the_list(told):
    views = Views({}, told)
    assert dict(views.titles(NOTES, "themes")) == {"safe": "Feeling safe", "home": "Staying at home", "money": "Money"}
    assert views.titles(CONCERNS, "themes")["money"] == "Control of money and possessions"


def test_references_are_joined_without_regard_to_case_or_outer_spaces(drawn, setting):
    rows = Views({"safeguarding": drawn(SAFEGUARDING, LOG)}, setting).of(SAFEGUARDING)
    assert rows.select("concern", "person", "abuse").rows() == [("s1", "p1", "|neglect|")]


@LIBRARIES
def test_a_blank_counts_as_no_and_names_are_compared_without_case_or_outer_spaces(library):
    rows = nw.from_native(library({"role": [" Carer", "CARER ", None], "n": [1.0, None, 3.0]}), eager_only=True)
    seen = rows.select(flag(nw.col("n") >= 2).alias("flagged"), normalised("role"), nothing_like("n").alias("blank"))
    assert seen.get_column("flagged").to_list() == ["no", "no", "yes"]
    assert seen.get_column("role").to_list()[:2] == ["carer", "carer"]
    assert seen.get_column("role").is_null().to_list() == [False, False, True]
    assert seen.get_column("blank").is_null().all()
    assert seen.get_column("blank").dtype == rows.get_column("n").dtype
