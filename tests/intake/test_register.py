"""What a sheet must hold: the rules that every register keeps to."""

import pytest

from evidencegen.catalogue import everything_in
from evidencegen.intake import registers
from evidencegen.intake.heading import known_words
from evidencegen.intake.kind import DATE, TEXT, Form, spoken
from evidencegen.intake.personal import is_personal
from evidencegen.intake.register import Ahead, Column, Register
from evidencegen.intake.value import Unfit, reader
from evidencegen.intake.words import key

REGISTERS = everything_in(registers, Register)
each_register = pytest.mark.parametrize("register", REGISTERS.values(), ids=REGISTERS)
CODED = [(r.key, c) for r in REGISTERS.values() for c in r.columns if c.kind.codes]
each_list = pytest.mark.parametrize("column", [c for _, c in CODED], ids=[f"{k}.{c.name}" for k, c in CODED])


def _shared(words_by_owner):
    """Normalised words that more than one owner claims."""
    owners: dict[str, set[str]] = {}
    for owner, words in words_by_owner:
        for word in words:
            owners.setdefault(key(word), set()).add(owner)
    return {word: sorted(claimed) for word, claimed in owners.items() if len(claimed) > 1}


@each_register
def test_no_heading_stands_for_two_columns(register):
    assert _shared((column.name, column.also) for column in register.columns) == {}


@each_register
def test_every_heading_of_our_own_blank_workbook_leads_to_its_column(register):
    known = known_words(register, {})
    assert [known.column(c.title) for c in register.columns] == [c.name for c in register.columns]
    assert [known.column(c.name) for c in register.columns] == [c.name for c in register.columns]


@each_list
def test_no_word_stands_for_two_codes(column):
    assert _shared((code, (*words, code.replace("_", " "))) for code, words in column.kind.codes.items()) == {}


@each_list
def test_a_word_to_be_asked_about_is_on_no_list_and_may_mean_only_what_is(column):
    asked = column.kind.asked
    listed = {spoken(word) for words in column.kind.codes.values() for word in words}
    assert listed.isdisjoint(map(spoken, asked))
    assert {code for codes in asked.values() for code in codes} <= column.kind.codes.keys()
    assert len(set(map(spoken, asked))) == len(asked)


@each_list
def test_not_applicable_is_an_answer_only_where_the_list_has_it(column):
    found = reader(column)("N/A")
    if isinstance(found, Unfit):
        assert found.key in ("cell.ambiguous", "cell.not_listed")
    else:
        (code,) = found.strip("|").split("|")
        assert {"N/A", "Not applicable"} & set(column.kind.codes[code])


@each_register
def test_only_headings_that_a_column_goes_by_can_leave_its_yes_and_no_open(register):
    assert [c.name for c in register.columns if not set(c.asked_under) <= set(c.also)] == []


@each_list
def test_a_code_can_be_told_apart_where_several_stand_in_one_cell(column):
    assert not [code for code in column.kind.codes if "|" in code]


@each_register
def test_every_column_that_must_be_there_says_why(register):
    assert [c.name for c in register.columns if c.required and not c.because] == []


@each_register
def test_what_names_a_row_must_be_there_and_what_a_matrix_spreads_is_a_column(register):
    assert [name for name in register.unique if not register.column(name).required] == []
    assert not register.wide_over or register.column(register.wide_over).required


# How many people a story could be about is counted by them; they are never shown.
FOR_THE_GATE = {("safeguarding", "age_band"), ("safeguarding", "gender")}


@each_register
def test_no_column_is_called_by_a_word_for_details_that_are_never_read(register):
    columns = [
        c for c in register.columns if c.kind.form is not Form.NAME and (register.key, c.name) not in FOR_THE_GATE
    ]
    assert [word for c in columns for word in c.also if is_personal(word)] == []


def test_what_is_read_for_the_gate_alone_may_appear_in_no_message():
    for shelf, name in FOR_THE_GATE:
        assert REGISTERS[shelf].column(name).private


@each_register
def test_the_references_of_people_are_never_shown(register):
    people = {"staff", "person", "manager", "assessor", "concern"}
    assert [c.name for c in register.columns if c.name in people and not c.private] == []


@each_register
def test_a_name_or_a_story_reaches_no_table(register):
    gated = {c.name for c in register.columns if c.kind.form in (Form.NAME, Form.PROSE)}
    assert gated.isdisjoint(register.column_names)
    assert all(register.column(name).hidden for name in gated)


@each_register
def test_what_makes_a_row_must_be_there_or_nobody_can_tell_since_when(register):
    # A training record may have an expiry alone, and then counts as there on any day.
    assert not register.begins or register.column(register.begins).required or register.key == "training"


RAISED = Column("raised_on", DATE)
PLANNED = Column("planned_on", DATE, ahead=Ahead.STANDS)
LEFT = Column("left_on", DATE, ahead=Ahead.NOT_YET)


def test_days_are_of_what_has_happened_unless_they_say_what_lies_ahead():
    register = Register("visits", "Visits", "one visit", (RAISED, PLANNED, LEFT, Column("what", TEXT)))
    assert register.happened == ("raised_on",)
    assert register.come_about == ("raised_on", "left_on")


@pytest.mark.parametrize(
    ("columns", "begins", "told"),
    [
        ((RAISED, PLANNED), "planned_on", "no such days of what comes about: planned_on"),
        ((RAISED,), "rised_on", "no such days of what comes about: rised_on"),
        ((RAISED, Column("what", TEXT)), "what", "no such days of what comes about: what"),
        ((RAISED, Column("result", TEXT, known_from="held_on")), "", "no such days of what comes about: held_on"),
        (
            (PLANNED, Column("result", TEXT, known_from="planned_on")),
            "",
            "no such days of what comes about: planned_on",
        ),
        ((Column("what", TEXT, ahead=Ahead.STANDS),), "", "no days that could lie ahead in: what"),
    ],
)
def test_a_register_whose_days_make_no_sense_does_not_load(columns, begins, told):
    with pytest.raises(ValueError, match=told):
        Register("visits", "Visits", "one visit", columns, begins=begins)
