"""A measure in words a commissioner understands, made from its definition."""

import re
from dataclasses import replace

import pytest

from evidencegen.catalogue import everything_in
from evidencegen.measures import families
from evidencegen.measures.condition import BLANK, GIVEN, any_of, at_most, one_of, where
from evidencegen.measures.definition import blanks, define
from evidencegen.measures.families.advocacy import ALLOCATED, ASKED_FOR
from evidencegen.measures.families.improvement import BY_THEME, OVERDUE
from evidencegen.measures.families.msp import ASKED, FULLY_ACHIEVED, OWN_WORDS, PEOPLE, RECORDED_BARRIERS, REVIEWED
from evidencegen.measures.families.training import ALL_REQUIRED, STANDING
from evidencegen.measures.measure import Direction, Exclusion, Measure, Wait
from evidencegen.measures.view import Unit

MEASURES = everything_in(families, Measure)
WAIT = Wait("working_days_to_allocation", "working_days_so_far", Unit("working day", "working days"))
each_measure = pytest.mark.parametrize("measure", MEASURES.values(), ids=MEASURES)


@pytest.fixture
def told(setting):
    """The lines under one label: `told(ASKED, "Out of")`."""
    return lambda measure, label: dict(define(measure, setting).parts).get(label, ())


@pytest.mark.parametrize(
    ("measure", "label", "lines"),
    [
        (OWN_WORDS, "What is counted", ('Concerns where "Recorded in own words" is "Yes".',)),
        (OWN_WORDS, "Out of",
         (('Concerns with outcomes the person expressed: concerns where "Asked about outcomes" is "Yes they were asked '
          'and outcomes were expressed", with "Date concluded" in the period.'),)),
        (OWN_WORDS, "When", ('By "Date concluded", in the period October 2025 to September 2026.',)),
        (OWN_WORDS, "Left out", ()),
        (OWN_WORDS, "Answers", ("Making Safeguarding Personal: control.",)),
        (ALLOCATED, "Out of",
         (('Referrals accepted or still waiting: every advocacy referral with "Date referred" in the period, less those '
          "left out."),)),
        (FULLY_ACHIEVED, "Left out",
         ('Still open: where "Outcome achieved" is "Ongoing".',
          ('Not recorded, because the record is poor: where "Outcome achieved" is blank, or "Outcome achieved" is '
           '"Not recorded".'))),
        (PEOPLE, "What is counted", ("Each person once, of all concerns.",)),
        (PEOPLE, "Out of", ()),
        (PEOPLE, "Counted in", ("People, each once, however many concerns there are.",)),
        (ASKED, "Out of", ('Concluded concerns: every concern with "Date concluded" in the period.',)),
        (ASKED, "Counted in", ("Concerns, not people: somebody with several is counted each time.",)),
        (ASKED, "Could point at", ("People we support.",)),
        (ASKED, "Broken down by",
         ('"Service", each part with a base of its own.', '"Main support need", each part with a base of its own.',
          "Whether there was control or exploitation, each part with a base of its own.")),
        (ALL_REQUIRED, "Counted in", ("Members of staff, each once.",)),
        (STANDING, "What is counted", ("All of them; each part of the breakdown is counted by itself.",)),
        (STANDING, "Counted in",
         ("Required course records, not people: a member of staff with several is counted each time.",)),
        (OVERDUE, "When", ("As things stand on 30 September 2026.",)),
        (OVERDUE, "Out of", ("Open actions: actions where the action is open, on the day.",)),
        (OVERDUE, "Which way is better", ("Lower is better.",)),
        (RECORDED_BARRIERS, "Broken down by",
         ('"Barriers to being heard", each out of all that are counted; one concern may have several.',)),
        (ALLOCATED, "What is counted",
         ("Advocacy referrals where the time from referral to allocation is at most 10 working days.",)),
        (ASKED_FOR, "Needs",
         ('Safeguarding log: "Date raised", "Substantial difficulty", "Appropriate person", "Service", "Main support need".',
          'Advocacy referral log: "Safeguarding ref", "Date referred".')),
        (OVERDUE, "Worked out", ('Where the action stands: from "Date completed", "Status" (Improvement actions).',)),
    ],
)  # fmt: skip
def test_each_part_of_a_definition_is_told_in_words(told, measure, label, lines):
    assert told(measure, label) == lines


NOT_IN_PERIOD = "left blank, the concern is in no period, so not in the figure"
SURE = replace(ASKED, by=(), excluded=(), dated_by="concluded_on")


@pytest.mark.parametrize(
    ("measure", "name", "told"),
    [
        (OWN_WORDS, '"Date concluded"', NOT_IN_PERIOD),
        (OWN_WORDS, '"Asked about outcomes"', "never blank; a row without it has to be mended first"),
        (OWN_WORDS, '"Recorded in own words"', "left blank, the concern stays in the base and is not counted"),
        (FULLY_ACHIEVED, '"Outcome achieved"',
         "left blank, the concern is left out: not recorded"),
        (ASKED, '"Service"', "left blank, the concern counts in the whole and in none of the parts"),
        (REVIEWED, '"Plan agreed"', "left blank, the concern is not in the base"),
        (REVIEWED, "the time from plan to first review",
         "where it cannot be worked out, the concern stays in the base, and is counted where the other test is met"),
        (BY_THEME, '"Theme"', "left blank, the action stays in the base and is not counted"),
        (ALLOCATED, '"Outcome of referral"', "left blank, the advocacy referral is not left out for that"),
        (ASKED_FOR, "whether an advocate was asked for",
         "a concern that no referral is linked to counts as one where no advocate was asked for"),
        (replace(SURE, counted=where(own_words=BLANK)), '"Recorded in own words"', "left blank, the concern is counted"),
        (replace(SURE, counted=any_of(where(own_words=BLANK), where(own_words="no"))), '"Recorded in own words"',
         "left blank, the concern is counted"),
        (replace(SURE, sensitivity=Exclusion("not asked", where(own_words=BLANK))), '"Recorded in own words"',
         "left blank, the concern is left out of the second figure"),
        (replace(SURE, counted=where(own_words="yes"), sensitivity=Exclusion("not asked", where(own_words=BLANK))),
         '"Recorded in own words"',
         "left blank, the concern stays in the base and is not counted; it is left out of the second figure"),
        (replace(SURE, count_only=True, counted=where(own_words="yes")), '"Recorded in own words"',
         "left blank, the concern is not counted"),
        (replace(SURE, among="themes"), '"Themes"', "left blank, the concern is in no part of the breakdown"),
    ],
)  # fmt: skip
def test_a_blank_is_told_column_by_column(measure, name, told):
    assert dict(blanks(measure))[name] == told


LOG = """
concern | person | raised_on  | concluded_on | abuse   | asked_outcomes | own_words | outcome_achieved
S1      | P1     | 02/04/2026 | 30/04/2026   | neglect | expressed      | yes       | fully
S2      | P2     | 02/04/2026 | {day}        | neglect | expressed      | {words}   | {outcome}
"""


@pytest.mark.parametrize("column", ["concluded_on", "own_words", "outcome_achieved"])
@pytest.mark.parametrize(
    "definition",
    [
        {"counted": where(own_words="yes")},
        {"counted": where(own_words="yes"), "out_of": where(outcome_achieved=GIVEN)},
        {"counted": where(own_words=BLANK)},
        {"counted": any_of(where(own_words="yes"), where(outcome_achieved="fully"))},
        {"counted": where(own_words="yes"), "excluded": (Exclusion("no outcome", where(outcome_achieved=BLANK)),)},
        {"counted": where(own_words="yes"), "excluded": (Exclusion("ongoing", where(outcome_achieved="ongoing")),)},
        {"counted": where(outcome_achieved=one_of("fully")), "out_of": where(own_words=one_of("yes", "no"))},
        {"counted": where(days_to_refer=at_most(7), own_words="no"), "out_of": where(own_words=GIVEN)},
    ],
)  # fmt: skip
def test_what_is_told_of_a_blank_is_what_becomes_of_the_row(drawn, taken, column, definition):
    """The second row's cell is emptied; a reading of both rows against one of the first alone shows where it went."""
    from evidencegen.intake.registers.safeguarding import SAFEGUARDING

    measure = replace(ASKED, by=(), **definition)
    told = dict(blanks(measure)).get(measure.view.heading(column))
    if told is None:
        assert column not in measure.columns
        return
    cells = {"day": "30/04/2026", "words": "yes", "outcome": "fully"}
    cells[{"concluded_on": "day", "own_words": "words", "outcome_achieved": "outcome"}[column]] = ""
    log = LOG.replace("\n", " | referred_on\n", 2).replace(" | referred_on\n", "\n", 1)
    log = re.sub(r"(fully|\{outcome\})\n", r"\1 | 03/04/2026\n", log)
    both = taken(measure, drawn(SAFEGUARDING, log.format(**cells)))[""]
    first = taken(measure, drawn(SAFEGUARDING, "\n".join(log.splitlines()[:3])))[""]
    went = (both.counted - first.counted, both.out_of - first.out_of, sum(n for _, n in both.excluded))
    expected = {
        "is in no period": [(0, 0, 0)],
        "is not in the base": [(0, 0, 0)],
        "is left out: no outcome": [(0, 0, 1)],
        "stays in the base and is not counted": [(0, 1, 0)],
        "is counted where the other test is met": [(1, 1, 0)],
        "is not left out for that": [(1, 1, 0), (0, 1, 0)],
        "the concern is counted": [(1, 1, 0)],
    }
    assert went in next(several for words, several in expected.items() if words in told)


def test_target_direction_and_second_figure_are_told(told):
    measure = replace(ASKED, target=0.95, sensitivity=Exclusion("recording poor", where(asked_outcomes="not_recorded")))
    assert told(measure, "Which way is better") == ("Higher is better; the target is at least 95%.",)
    assert told(replace(measure, direction=Direction.LOWER, target=0.055), "Which way is better") == (
        "Lower is better; the target is at most 5.5%.",
    )
    assert told(measure, "Second figure") == (
        'The same with these left out too: recording poor (concerns where "Asked about outcomes" is "Not Recorded").',
    )


def test_a_number_of_days_is_told_as_a_median_with_those_still_waiting(told):
    measure = replace(ALLOCATED, wait=WAIT, excluded=())
    assert told(measure, "What is counted")[0].startswith(
        "The time from referral to allocation, of every advocacy referral, told as the median and the 90th percentile"
    )
    assert told(measure, "Out of") == ()
    assert "still waiting" in dict(blanks(measure))["the time from referral to allocation"]


def test_a_definition_for_no_day_in_particular_names_none(setting):
    general = replace(setting, day="the date of the figures")
    told = " ".join(line for m in MEASURES.values() for _, lines in define(m, general).parts for line in lines)
    assert not re.search(r"\b20\d\d\b", re.sub(r"Act 20\d\d|ADASS, 2018|Act 2014", "", told))
    assert "As things stand on the date of the figures." in told


@each_measure
def test_every_definition_is_whole_and_printed_in_sentences_of_plain_words(measure, setting):
    definition = define(measure, setting)
    parts = dict(definition.parts)
    assert {"What is counted", "When", "A blank cell", "Counted in", "Could point at", "Needs", "Why", "Note"} <= set(
        parts
    )
    assert measure.count_only or measure.wait or "Out of" in parts
    for line in (line for lines in parts.values() for line in lines):
        assert line[0].isupper() or line[0] == '"'
        assert line.endswith((".", "?"))
        assert not re.search(r"[a-z]_[a-z]|  |\.\.|None|\bis yes\b", line)
    assert len(tuple(blanks(measure))) >= len(measure.columns) - bool(measure.wait)


def test_a_definition_for_a_program_has_each_part_under_its_label(setting):
    entry = define(OWN_WORDS, setting).as_dict()
    assert (entry["key"], entry["own"], entry["why"]) == (
        "msp.own_words", False, ["Own words keep the goal from being rewritten by somebody else."],
    )  # fmt: skip
