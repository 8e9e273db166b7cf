"""evidence.yaml: whose pack, which period, which workbooks."""

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from evidencegen.brief import NAME, Brief, read_brief, registers
from evidencegen.period import Period
from evidencegen.problem import EvidenceError

SMALL = """\
provider: Larkfield Care
as_at: 2026-09-30
registers:
  staff: registers/staff.xlsx
"""
FULL = """\
# A brief with something of everything.
provider: Larkfield Care
as_at: 2026-09-30
months: 6
audience: internal
services:
  Rowan House: care home
registers:
  staff: registers/staff.xlsx
  training:
    - file: registers/matrix.xlsx
      sheet: Matrix
      cells: completed_on
    - registers/history.csv
  advocacy:
    file: registers/advocacy.xlsx
    heading_row: 4
    columns: {kind: [Sort of advocate]}
    values: {decision: {Closed: withdrawn, "N/A": Waiting list}}
policy:
  review_days: 30
tender:
  question: How do you safeguard adults?
  limit: {words: 1500}
  case_studies: [CS-01]
"""


@pytest.fixture
def brief_of(tmp_path):
    """The brief with this text: `brief_of("provider: ...")`."""

    def read(text: str) -> Brief:
        (tmp_path / NAME).write_text(text, encoding="utf-8")
        return read_brief(tmp_path)

    return read


@pytest.fixture
def problems_of(brief_of):
    """What is wrong with a brief: `(line, key, found)` of each problem, in the order told."""

    def told(text: str):
        with pytest.raises(EvidenceError) as error:
            brief_of(text)
        return error.value.problems

    return told


def test_a_brief_of_four_lines_is_enough_and_the_usual_policy_holds(brief_of, tmp_path):
    brief = brief_of(SMALL)
    assert (brief.provider, brief.audience, brief.months) == ("Larkfield Care", "external", 12)
    assert (brief.tender, brief.services) == (None, {})
    assert brief.policy.model_dump(exclude_none=True) == {
        "working_days_to_ask_for_advocate": 5,
        "working_days_to_allocation": 10,
        "review_days": 42,
        "days_to_refer": 1,
        "starter_days": 42,
        "supervision_months": 3,
        "theme_records": 5,
        "audit_window_days": 14,
    }
    (source,) = brief.sources(tmp_path)["staff"]
    assert source.path == tmp_path / "registers" / "staff.xlsx"
    assert (source.sheet, source.heading_row, source.cells, dict(source.columns)) == (None, None, None, {})


def test_a_register_may_be_kept_in_several_workbooks_each_with_its_own_ways(brief_of, tmp_path):
    sources = brief_of(FULL).sources(tmp_path)
    matrix, history = sources["training"]
    assert (matrix.path.name, matrix.sheet, matrix.cells) == ("matrix.xlsx", "Matrix", "completed_on")
    assert (history.path.name, history.sheet) == ("history.csv", None)
    (advocacy,) = sources["advocacy"]
    assert (advocacy.heading_row, dict(advocacy.columns)) == (4, {"kind": ("Sort of advocate",)})
    assert {matrix.as_at, history.as_at, advocacy.as_at} == {date(2026, 9, 30)}


def test_words_of_ones_own_may_be_given_by_the_code_or_by_its_title(brief_of, tmp_path):
    (advocacy,) = brief_of(FULL).sources(tmp_path)["advocacy"]
    assert advocacy.values == {"decision": {"Closed": "withdrawn", "N/A": "waiting"}}


def test_words_that_yaml_would_take_for_something_else_stay_words(brief_of, tmp_path):
    text = (
        SMALL
        + """\
  supervision:
    file: supervision.xlsx
    values:
      result: {0: not_yet, 1.0: developing, 007: competent, Yes: competent, 12:30: competent, 2026-09-30: not_yet}
      asked_outcome: {On: yes, Off: no}
"""
    )
    (supervision,) = brief_of(text).sources(tmp_path)["supervision"]
    assert supervision.values == {
        "result": {
            "0": "not_yet",
            "1.0": "developing",
            "007": "competent",
            "Yes": "competent",
            "12:30": "competent",
            "2026-09-30": "not_yet",
        },
        "asked_outcome": {"On": "yes", "Off": "no"},
    }


def test_measures_are_judged_by_the_day_the_months_and_the_policy_of_the_brief(brief_of):
    brief = brief_of(FULL)
    setting = brief.setting()
    assert setting.as_at == date(2026, 9, 30)
    assert setting.period == Period(date(2026, 4, 1), date(2026, 9, 30))
    assert (setting.policy["review_days"], setting.policy["days_to_refer"]) == (30, 1)
    assert brief.setting(date(2026, 3, 31)).period == Period(date(2025, 10, 1), date(2026, 3, 31))


@pytest.mark.parametrize(
    ("limit", "words"),
    [("{pages: 8}", "8 pages"), ("{words: 1500}", "1,500 words"), ("{pages: 8, words: 4000}", "8 pages, 4,000 words"),
     ("{}", "none given")],
)  # fmt: skip
def test_the_buyers_limit_is_told_in_words(brief_of, limit, words):
    assert str(brief_of(FULL.replace("{words: 1500}", limit)).tender.limit) == words


@pytest.mark.parametrize(
    ("right", "wrong", "line", "key", "told"),
    [
        ("months: 6", "month: 6", 4, "brief.unknown_key", "did you mean `months`?"),
        ("  review_days: 30", "  review_day: 30", 21, "brief.unknown_key", "did you mean `review_days`?"),
        ("  limit: {words: 1500}", "  limit: {word: 1500}", 24, "brief.unknown_key", "did you mean `words`?"),
        ("      sheet: Matrix", "      sheets: Matrix", 12, "brief.unknown_key", "did you mean `sheet`?"),
        ("    heading_row: 4", "    headingrow: 4", 17, "brief.unknown_key", "did you mean `heading_row`?"),
        ("months: 6", "months: six", 4, "brief.wrong_value", "`months: six`"),
        ("months: 6", "months: 0", 4, "brief.wrong_value", "`months: 0`"),
        ("months: 6", "months:", 4, "brief.wrong_value", "nothing"),
        ("audience: internal", "audience: council", 5, "brief.wrong_value", "'external', 'strict'"),
        ("as_at: 2026-09-30", "as_at: 31/09/2026", 3, "brief.wrong_value", "`as_at: 31/09/2026`"),
        ("as_at: 2026-09-30", "as_at: 2026-09-31", 3, "brief.wrong_value", "2026-09-31"),
        ("  review_days: 30", "  review_days: 0", 21, "brief.wrong_value", "greater than or equal to 1"),
        ("      cells: completed_on", "      cells: done", 13, "brief.wrong_value", "'completed_on' or 'expires_on'"),
        ("    heading_row: 4", "    heading_row: 0", 17, "brief.wrong_value", "greater than or equal to 1"),
        ("  staff: registers/staff.xlsx", "  staf: registers/staff.xlsx", 9, "brief.unknown_register",
         "did you mean `staff`?"),
        ("columns: {kind:", "columns: {kinds:", 18, "brief.unknown_column", "did you mean `kind`?"),
        ("provider: Larkfield Care\n", "\n", 1, "brief.missing_key", "no `provider`"),
        ("  question: How do you safeguard adults?\n", "\n", 22, "brief.wrong_value", "either `question:`"),
        ("tender:\n", "packs: {tendr: {}}\ntender:\n", 22, "brief.wrong_value", "key `packs.tendr`"),
        ("values: {decision:", "values: {decisions:", 19, "brief.unknown_column", "did you mean `decision`?"),
        ("values: {decision:", "values: {referred_on:", 19, "brief.unknown_column", "one of: kind, reason"),
        ("    values:", "    value:", 19, "brief.unknown_key", "did you mean `values`?"),
        ("Closed: withdrawn", "Closed: withdrawed", 19, "brief.unknown_word", "did you mean `withdrawn`?"),
        ("Closed: withdrawn", "Closed: ...", 19, "brief.unknown_word", "`withdrawn` (Withdrawn)"),
        ("Closed: withdrawn", "Closed: declined by persons", 19, "brief.unknown_word", "`person_declined`"),
        ("Closed: withdrawn", "n.a: withdrawn", 19, "brief.unknown_word", "`withdrawn` elsewhere"),
        ("Closed: withdrawn", "Closed:", 19, "brief.wrong_value", "found   nothing"),
        ("Closed: withdrawn", "Closed: [withdrawn]", 19, "brief.wrong_value", "values.decision.Closed"),
        ("{Closed: withdrawn, \"N/A\": Waiting list}", "withdrawn", 19, "brief.wrong_value", "values.decision"),
    ],
)  # fmt: skip
def test_one_thing_wrong_is_told_once_with_its_line_and_what_was_meant(problems_of, right, wrong, line, key, told):
    assert right in FULL
    (problem,) = problems_of(FULL.replace(right, wrong))
    assert (problem.place.file, problem.place.line, problem.key) == (NAME, line, key)
    assert told in str(problem)


def test_everything_wrong_is_told_at_once_from_the_first_line_down(problems_of):
    text = FULL.replace("months: 6", "month: 6").replace("staff:", "staf:").replace("kind:", "kinds:")
    text = text.replace("review_days: 30", "review_days: 1000").replace("provider: Larkfield Care\n", "\n")
    problems = problems_of(text)
    assert [(p.place.line, p.key) for p in problems] == [
        (1, "brief.missing_key"),
        (4, "brief.unknown_key"),
        (9, "brief.unknown_register"),
        (18, "brief.unknown_column"),
        (21, "brief.wrong_value"),
    ]


def test_a_column_that_a_register_lacks_is_found_in_any_of_its_workbooks(problems_of):
    text = FULL.replace("      cells: completed_on", "      columns: {staf: [Ref]}")
    (problem,) = problems_of(text)
    assert (problem.key, problem.place.line) == ("brief.unknown_column", 13)


def test_a_folder_without_a_brief_is_told_how_to_get_one(tmp_path):
    with pytest.raises(EvidenceError) as error:
        read_brief(tmp_path / "my-evidence")
    (problem,) = error.value.problems
    assert problem.key == "brief.missing"
    assert "`evidencegen new my-evidence`" in problem.mend


def test_a_brief_that_is_not_text_is_told_and_not_guessed(tmp_path):
    (tmp_path / NAME).write_bytes(b"provider: \xff\xfe")
    with pytest.raises(EvidenceError) as error:
        read_brief(tmp_path)
    assert [p.key for p in error.value.problems] == ["brief.unreadable"]


@pytest.mark.parametrize(
    ("text", "key", "line"),
    [
        ("", "brief.empty", 1),
        ("# only a note\n", "brief.empty", 1),
        ("just words\n", "brief.empty", 1),
        ("- a\n- list\n", "brief.empty", 1),
        ("provider: [Larkfield\nas_at: 2026-09-30\n", "brief.not_yaml", 2),
        ("provider: Larkfield\n\tas_at: 2026-09-30\n", "brief.not_yaml", 2),
        ("provider: Larkfield: Care\n", "brief.not_yaml", 1),
        ("provider: a\x00b\n", "brief.not_yaml", 0),
    ],
)
def test_what_is_no_brief_at_all_is_told_in_one_message(problems_of, text, key, line):
    (problem,) = problems_of(text)
    assert (problem.key, problem.place.line) == (key, line)


@pytest.mark.parametrize(
    "given", ["registers:\n", "registers: []\n", "registers: staff.xlsx\n", "registers: {staff: }\n"]
)
def test_registers_without_workbooks_are_told(problems_of, given):
    problems = problems_of("provider: Larkfield Care\nas_at: 2026-09-30\n" + given)
    assert {(p.key, p.place.line) for p in problems} == {("brief.wrong_value", 3)}


def test_a_key_given_twice_is_told_and_neither_is_believed(problems_of):
    (problem,) = problems_of(SMALL + "  staff: registers/other.xlsx\n")
    assert problem.place.line == 5


def test_every_register_on_the_shelf_may_be_named(brief_of):
    lines = "".join(f"  {key}: {key}.xlsx\n" for key in registers())
    brief = brief_of("provider: Larkfield Care\nas_at: 2026-09-30\nregisters:\n" + lines)
    assert list(brief.sources(Path())) == list(registers())


LINES = FULL.splitlines()
WORDS = st.sampled_from(
    ["", "null", "~", "{}", "[]", "[[1]]", "{1: 2}", "1", "-1", "1e400", ".nan", "true", "2026-13-40", "&a [*a]", "*b", "!!x y",
     "!!python/object:os.system x", "? [a]", "<<: 3", "'", "|", "%", "@", "\t", "\u2028", "\x07", "staff"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(
    mangled=st.lists(
        st.tuples(
            st.integers(0, len(LINES) - 1),
            st.sampled_from(["value", "key", "drop", "double", "dedent"]),
            WORDS | st.text(max_size=6),
        ),
        min_size=1,
        max_size=4,
    )
)
@example([(1, "value", "2026-09-31")])
@example([(8, "value", "&a [*a]")])
@example([(10, "key", "[1]")])
def test_any_mangled_brief_is_a_brief_or_is_refused_with_its_problems(mangled):
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
        Path(folder, NAME).write_text("\n".join(lines), encoding="utf-8", errors="replace")
        try:
            brief = read_brief(Path(folder))
        except EvidenceError as error:
            assert error.problems
            assert all(problem.place.file == NAME for problem in error.problems)
        else:
            assert brief.sources(Path(folder))
            assert brief.setting().period.last == brief.as_at


def test_a_kind_of_pack_may_have_its_own_audience_months_and_stories(brief_of):
    own = "packs:\n  board: {audience: internal, months: 3, case_studies: [CS-9]}\n"
    brief = brief_of(FULL + own)
    board = brief.for_pack("board")
    assert (board.audience, board.months, board.stories_named("board")) == ("internal", 3, ["CS-9"])
    usual = brief.for_pack("inspection", "strict")
    assert (usual.audience, usual.months, usual.stories_named("inspection")) == ("strict", brief.months, None)
    assert brief.for_pack("tender").audience == brief.audience


BOARD = """\
provider: Larkfield Care
as_at: 2026-09-30
registers: {}
packs:
  board:
    charts: [msp.asked]
    decided:
      - Ask sooner.
      - said: Ask again.
        actions: [ACT-1]
    earlier: [august.json]
"""


def test_a_board_has_its_charts_what_was_decided_and_its_earlier_reports(brief_of):
    board = brief_of(BOARD).packs["board"]
    assert board.charts == ["msp.asked"]
    assert [(one.said, one.actions) for one in board.decided] == [("Ask sooner.", []), ("Ask again.", ["ACT-1"])]
    assert board.earlier == ["august.json"]


@pytest.mark.parametrize(
    ("right", "wrong", "line", "key", "told"),
    [
        ("        actions:", "        action:", 10, "brief.unknown_key", "did you mean `actions`?"),
        ("    earlier:", "    earliest:", 11, "brief.unknown_key", "did you mean `earlier`?"),
        ("      - Ask sooner.", '      - ""', 8, "brief.wrong_value", "at least 1 character"),
        ("  board:", "  tender:", 4, "brief.wrong_value", "only the board pack has `decided`"),
    ],
)
def test_what_is_wrong_with_a_board_is_told_with_its_line(problems_of, right, wrong, line, key, told):
    (problem,) = problems_of(BOARD.replace(right, wrong))
    assert (problem.place.line, problem.key) == (line, key)
    assert told in str(problem)
