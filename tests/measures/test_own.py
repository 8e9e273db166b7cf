"""A provider's own measures, from measures.yaml."""

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from evidencegen.catalogue import everything_in
from evidencegen.intake.registers.safeguarding import SAFEGUARDING
from evidencegen.measures import families
from evidencegen.measures.condition import BLANK, Setting, at_most, one_of, where
from evidencegen.measures.definition import define
from evidencegen.measures.families.training import CURRENT
from evidencegen.measures.measure import About, Direction, Exclusion, Measure
from evidencegen.measures.own import NAME, every_measure, own_measures
from evidencegen.measures.view import Unit
from evidencegen.measures.views.concerns import CONCERNS
from evidencegen.period import Period
from evidencegen.problem import EvidenceError

SHIPPED = everything_in(families, Measure)
POLICY = ("review_days",)
SETTING = Setting(date(2026, 9, 30), Period.months_to(date(2026, 9, 30)), {"review_days": 42})
WHOLE = """\
measures:
  - key: own.asked_within_week
    title: Asked what they wanted within a week
    view: concerns
    of: [concluded concern, concluded concerns]
    counted: {asked_outcomes: [expressed, none_expressed], days_to_refer: {at_most: 7}}
    excluded:
      - {reason: not recorded, rows: {own_words: blank}, quality: true}
    sensitivity: {reason: nothing achieved yet, rows: {outcome_achieved: ongoing}}
    dated_by: concluded_on
    by: [service, group]
    direction: higher
    target: 95
    answers: [msp.q1]
    rows: [5]
    why: We promised it.
    caution: Blank is left out.
"""
SMALL = """\
measures:
  - key: own.heard
    title: Heard
    view: concerns
    counted: {own_words: yes}
    dated_by: concluded_on
"""


@pytest.fixture
def own_of(tmp_path):
    """The measures of a file with this text: `own_of("measures: ...")`."""

    def read(text):
        (tmp_path / NAME).write_text(text, encoding="utf-8")
        return own_measures(tmp_path, POLICY, SHIPPED)

    return read


@pytest.fixture
def problems_of(own_of):
    """What is wrong with a file."""

    def told(text):
        with pytest.raises(EvidenceError) as error:
            own_of(text)
        return error.value.problems

    return told


def test_a_measure_is_written_in_the_words_of_the_shipped_ones(own_of):
    assert own_of(WHOLE) == (
        Measure(
            key="own.asked_within_week",
            title="Asked what they wanted within a week",
            view=CONCERNS,
            of=Unit("concluded concern", "concluded concerns"),
            answers=("msp.q1",),
            rows=(5,),
            why="We promised it.",
            caution="Blank is left out.",
            counted=where(asked_outcomes=one_of("expressed", "none_expressed"), days_to_refer=at_most(7)),
            dated_by="concluded_on",
            excluded=(Exclusion("not recorded", where(own_words=BLANK), quality=True),),
            by=("service", "group"),
            about=About.PEOPLE,
            direction=Direction.HIGHER,
            target=0.95,
            sensitivity=Exclusion("nothing achieved yet", where(outcome_achieved="ongoing")),
        ),
    )


def test_four_lines_are_enough_and_blanks_are_told_where_the_provider_does_not(own_of):
    (heard,) = own_of(SMALL)
    assert (heard.of, heard.about, heard.direction, heard.rows) == (
        CONCERNS.unit, About.PEOPLE, Direction.HIGHER, (),
    )  # fmt: skip
    assert heard.caution == '"Recorded in own words": left blank, the concern stays in the base and is not counted.'


def test_a_count_is_neither_better_high_nor_low_unless_said(own_of):
    (count,) = own_of(SMALL + "    count_only: true\n")
    assert count.direction is Direction.NEITHER


def test_without_the_file_there_are_the_shipped_ones_alone(tmp_path):
    assert every_measure(tmp_path, POLICY) == SHIPPED
    (tmp_path / NAME).write_text(SMALL)
    assert list(every_measure(tmp_path, POLICY)) == [*SHIPPED, "own.heard"]


def test_an_own_measure_counts_as_one_of_ours_would(own_of, drawn, taken):
    """S2 is in the base and not counted, S3 is not concluded, S4 is left out for want of an answer."""
    (heard,) = own_of(
        SMALL + "    excluded: [{reason: no answer, rows: {own_words: Not recorded}}]\n    by: [service]\n"
    )
    log = drawn(
        SAFEGUARDING,
        """
        concern | person | raised_on  | concluded_on | abuse   | asked_outcomes | own_words    | service
        S1      | P1     | 02/04/2026 | 30/04/2026   | neglect | expressed      | yes          | North
        S2      | P2     | 02/04/2026 | 30/04/2026   | neglect | expressed      |              | North
        S3      | P3     | 02/04/2026 |              | neglect | expressed      | yes          | South
        S4      | P4     | 02/04/2026 | 30/04/2026   | neglect | expressed      | Not recorded | South
        """,
    )
    readings = taken(heard, log)
    assert (readings[""].counted, readings[""].out_of, readings[""].excluded) == (1, 2, (("no answer", 1),))
    assert (readings["service=North"].counted, readings["service=North"].out_of) == (1, 2)


def test_a_column_that_the_workbook_lacks_is_not_collected_and_no_fault(own_of, drawn, taken):
    (heard,) = own_of(SMALL)
    log = drawn(
        SAFEGUARDING, "concern | person | raised_on | abuse | asked_outcomes\nS1 | P1 | 02/04/2026 | neglect | no"
    )
    absent = taken(heard, log)[""].absent
    assert absent in {f'the safeguarding log has no column "{t}"' for t in ("Date concluded", "Recorded in own words")}


@pytest.mark.parametrize(
    ("right", "wrong", "line", "key", "told"),
    [
        ("key: own.asked", "key: msp.asked", 2, "wrong_key", "`own.`"),
        ("key: own.asked_within_week", "key: msp.asked", 2, "key_taken", "which a measure of ours has"),
        ("key: own.asked_within_week", "key: own.Asked [1]", 2, "wrong_key", "small letters"),
        ("    title: Asked what they wanted within a week", "    title: 12", 3, "no_words", "`12`"),
        ("    title: Asked what they wanted within a week\n", "", 2, "missing_key", "no `title`"),
        ("view: concerns", "view: concern", 4, "unknown_view", "did you mean `concerns`?"),
        ("of: [concluded concern, concluded concerns]", "of: [concern]", 5, "wrong_value", "at least 2"),
        ("of: [concluded concern,", "of: [1,", 5, "no_words", "`1`"),
        ("counted: {asked_outcomes:", "counted: {asked_outcome:", 6, "unknown_column", "mean `asked_outcomes`?"),
        ("counted: {asked", "count: {asked", 6, "unknown_key", "did you mean `counted`?"),
        ("[expressed,", "[expresed,", 6, "unknown_code", "did you mean `expressed`?"),
        ("{at_most: 7}", "{at_most: week}", 6, "wrong_value", "a whole number"),
        ("{reason: not recorded, rows", "{reason: not recorded, row", 8, "missing_key", "no `excluded.0.rows`"),
        ("rows: {own_words: blank}", "rows: {own_word: blank}", 8, "unknown_column", "did you mean `own_words`?"),
        ("rows: {own_words: blank}", "rows: {}", 8, "wrong_value", "at least 1"),
        ("reason: not recorded", "reason: 7", 8, "no_words", "`7`"),
        ("outcome_achieved: ongoing", "outcome_achieved: going", 9, "unknown_code", "did you mean `ongoing`?"),
        ("dated_by: concluded_on", "dated_by: own_words", 10, "not_a_date", "raised_on"),
        ("dated_by: concluded_on", "dated_by: concluded", 10, "unknown_column", "did you mean `concluded_on`?"),
        ("by: [service, group]", "by: [service, person]", 11, "wrong_column", "`person`"),
        ("by: [service, group]", "by: [service, themes]", 11, "wrong_column", "count them with `among`"),
        ("by: [service, group]", "by: service", 11, "wrong_value", "valid list"),
        ("by: [service, group]", "among: service", 11, "wrong_column", "which has no list"),
        ("by: [service, group]", "per: own_words", 11, "wrong_column", "one of: concern, person"),
        ("by: [service, group]", "about: records", 11, "wrong_about", "`people`"),
        ("by: [service, group]", "about: dogs", 11, "wrong_value", "'people', 'staff' or 'records'"),
        ("direction: higher", "direction: up", 12, "wrong_value", "'higher', 'lower' or 'neither'"),
        ("target: 95", "target: 950", 13, "wrong_value", "less than or equal to 100"),
        ("target: 95", "target: most", 13, "wrong_value", "valid number"),
        ("answers: [msp.q1]", "answers: [msp.quest1]", 14, "unknown_statement", "`msp.quest1`, which no framework has"),
        ("answers: [msp.q1]", "answers: [care_act.s69]", 14, "unknown_statement", "did you mean `care_act.s6"),
        ("rows: [5]", "rows: [five]", 15, "wrong_value", "valid integer"),
        ("direction: higher", "count_only: true", 13, "wrong_value", "a target in per cent for a count"),
        ("direction: higher", "per: person", 12, "wrong_value", "`per` with a breakdown"),
    ],
)  # fmt: skip
def test_one_thing_wrong_is_told_with_its_line_and_what_was_meant(problems_of, right, wrong, line, key, told):
    assert right in WHOLE
    problems = problems_of(WHOLE.replace(right, wrong, 1))
    (problem,) = [p for p in problems if p.key == f"measures.{key}"]
    assert (problem.place.file, problem.place.line) == (NAME, line)
    assert told in str(problem)


def test_everything_wrong_is_told_at_once_from_the_first_line_down(problems_of):
    text = WHOLE.replace("{at_most: 7}", "{at_most: x}").replace("by: [service", "by: [servic") + SMALL[10:]
    text = text.replace("own_words: yes", "own_words: yess")
    assert [(p.place.line, p.key) for p in problems_of(text)] == [
        (6, "measures.wrong_value"), (11, "measures.unknown_column"), (21, "measures.unknown_code"),
    ]  # fmt: skip


def test_a_key_given_to_two_measures_is_told_at_the_second(problems_of):
    (problem,) = problems_of(SMALL + SMALL[10:])
    assert (problem.key, problem.place.line) == ("measures.key_taken", 7)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("", ["empty"]),
        ("measures:\n", ["empty"]),
        ("measures: {}\n", ["empty"]),
        ("measures: [a]\n", ["wrong_value"]),
        ("measure: []\n", ["unknown_key", "empty"]),
        ("measures: [\n", ["not_yaml"]),
        (SMALL.replace("    counted: {own_words: yes}\n", ""), ["no_test"]),
        (SMALL.replace("{own_words: yes}", ""), ["wrong_value"]),
    ],
)
def test_what_holds_no_measure_is_told(problems_of, text, keys):
    assert sorted(p.key for p in problems_of(text)) == sorted(f"measures.{key}" for key in keys)


def test_whom_a_figure_points_at_is_not_for_the_provider_to_play_down(own_of, problems_of):
    """Staff and records are shown more freely than people: only where a view holds nothing else may they be named."""
    staff = SMALL.replace("concerns", "training_needs").replace("{own_words: yes}", "{standing: current}")
    staff = staff.replace("    dated_by: concluded_on\n", "    about: WHOM\n")
    (current,) = own_of(staff.replace("WHOM", "staff"))
    assert (current.about, current.view) == (About.STAFF, CURRENT.view)
    assert [p.key for p in problems_of(staff.replace("WHOM", "records"))] == ["measures.wrong_about"]


LINES = WHOLE.splitlines()
WORDS = st.sampled_from(
    ["", "~", "{}", "[]", "[[1]]", "{1: 2}", "7", "given", "as_at", "policy.review_days", "{any: [{}, {}]}", "&a [*a]", "? [a]"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    mangled=st.lists(
        st.tuples(st.integers(0, len(LINES) - 1), st.sampled_from(["value", "key", "drop", "double", "dedent"]), WORDS),
        min_size=1,
        max_size=3,
    )
)
@example([(5, "value", "{any: [{own_words: blank}, {own_words: {is: no}}], any: 1}")])
@example([(5, "value", "{[own_words]: blank}")])
@example([(5, "value", "{own_words: {[is]: blank}}")])
@example([(5, "value", "{own_words: {is: {is: no}}}")])
@example([(5, "value", "{~: blank}")])
def test_any_mangled_file_is_measures_or_is_refused_with_its_problems(mangled):
    lines = list(LINES)
    for number, way, words in mangled:
        key, colon, _ = lines[number].partition(":")
        lines[number] = {
            "value": f"{key}: {words}",
            "key": f"{words}{colon} {words}",
            "drop": "",
            "double": f"{lines[number]}\n{lines[number]}",
            "dedent": lines[number].strip(),
        }[way]
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, NAME).write_text("\n".join(lines), encoding="utf-8")
        try:
            read = own_measures(Path(folder), POLICY, SHIPPED)
        except EvidenceError as error:
            assert error.problems
            assert all(problem.place.file == NAME for problem in error.problems)
        else:
            assert [define(measure, SETTING).own for measure in read] == [True]
