"""An export of a system that many services use, told by its headings."""

from pathlib import Path

import pytest

from evidencegen.intake.account import NOT_NEEDED, PERSONAL, UNKNOWN
from evidencegen.intake.export import (
    NO_EXPORT,
    Export,
    also_read,
    decoded,
    recognised,
    sheet_of_export,
    with_reasons,
    with_words,
    without_left_out,
)
from evidencegen.intake.heading import Headings
from evidencegen.intake.records import Layout, Records
from evidencegen.intake.registers.training import TRAINING
from evidencegen.intake.sheet import Sheet
from evidencegen.intake.source import Source

MADE = Export(
    key="made",
    title="the made-up export",
    register="training",
    marks=("Learner", "Code"),
    sheet="Rows",
    columns={"staff": ("Number", "Learner")},
    instead={"course": "Code"},
    codes={"Code": {"1": "Fire", "2": "First aid"}},
    left_out={"State": ("GONE", "withdrawn record")},
    personal=("Learner",),
)
TITLES = {1: "Learner", 2: "Code", 3: "Module", 4: "State", 5: "Room"}
ROWS = {
    1: TITLES,
    2: {1: "A1", 2: "1", 3: "Fire drill", 4: "here"},
    3: {1: "A2", 2: 2.0, 4: "gone"},
    4: {1: "A3", 2: "1", 4: "here"},
    5: {1: "A4", 2: "7", 4: "here"},
}
SHEET = Sheet("a.xlsx", "Rows", ROWS)
HEADINGS = Headings(1, {"course": 3}, TITLES, {1: UNKNOWN, 2: UNKNOWN, 4: UNKNOWN, 5: UNKNOWN})


def test_an_export_is_known_where_all_its_marks_stand_in_one_row():
    assert recognised(SHEET, (MADE,)).export is MADE
    assert recognised(Sheet("a.xlsx", "S", {1: {1: "Learner"}, 2: {1: "Code"}}), (MADE,)) is None


def test_a_heading_row_that_is_named_must_hold_them():
    assert recognised(SHEET, (MADE,), 2) is None
    assert recognised(SHEET, (MADE,), 1).export is MADE


def test_of_several_sheets_the_one_it_is_known_for_holds_the_records():
    other = Sheet("a.xlsx", "Totals", ROWS)
    assert sheet_of_export((other, SHEET), (MADE,), "training") is SHEET
    assert sheet_of_export((other, SHEET), (MADE,), "staff") is None
    assert sheet_of_export((other,), (MADE,), "training") is None


def test_its_first_heading_that_is_there_names_a_column_and_the_owners_word_goes_before():
    source = Source(Path("a.xlsx"))
    assert with_words(MADE, SHEET, source).columns == {"staff": ("Learner",)}
    own = Source(Path("a.xlsx"), columns={"staff": ("Room",)})
    assert with_words(MADE, SHEET, own).columns == {"staff": ("Room",)}


def test_what_is_not_read_is_personal_or_needed_by_no_figure():
    assert with_reasons(MADE, HEADINGS).unused == {1: PERSONAL, 5: NOT_NEEDED}
    assert also_read(MADE, HEADINGS) == {"Code": 2, "State": 4}
    assert with_reasons(NO_EXPORT, HEADINGS) is HEADINGS


def test_a_record_that_the_export_marks_as_gone_is_left_out_with_its_reason():
    records = without_left_out(MADE, SHEET, HEADINGS, Records((2, 3, 4, 5), {6: "total"}))
    assert records.rows == (2, 4, 5)
    assert records.left_out == {3: "withdrawn record", 6: "total"}


def test_a_blank_takes_the_words_of_the_code_beside_it_and_the_rest_stays():
    layout = Layout((2, 3, 4, 5), {"course": ["Fire drill", None, "-", None]}, {"course": 3})
    layout, notes = decoded(MADE, SHEET, TRAINING, HEADINGS, layout)
    assert layout.columns["course"] == ["Fire drill", "First aid", "Fire", "7"]
    assert [(n.key, n.place.cell, [p.cell for p in n.also]) for n in notes] == [
        ("export.stands_in", "B3", ["B4", "B5"])
    ]


def test_where_there_is_no_export_nothing_changes():
    layout = Layout((2,), {"course": ["1"]}, {"course": 3})
    assert decoded(NO_EXPORT, SHEET, TRAINING, HEADINGS, layout) == (layout, [])
    assert with_words(NO_EXPORT, SHEET, Source(Path("a.xlsx"))) == Source(Path("a.xlsx"))


@pytest.mark.parametrize("export", [MADE])
def test_the_account_says_what_was_recognised(export):
    assert export.said == ("Recognised as the made-up export: only the columns needed were read.",)
