"""Themes of a project by period, worked by hand."""

from dataclasses import replace
from datetime import date

import pytest

from evidencegen.measures.interval import wilson
from evidencegen.period import Period
from evidencegen.problem import EvidenceError
from evidencegen.project import read
from evidencegen.project_themes import ThemeChange, period_before, themes_of, uncoded

BRIEF = """\
provider: Larkfield Care
as_at: 2026-09-30
registers:
  safeguarding: log.csv
  actions: plan.csv
policy:
  theme_records: 2
"""
CODEBOOK = """
themes:
  safe: {title: Feeling safe, rules: [{phrases: [safe]}]}
  home: {title: Staying at home, rules: [{phrases: [home]}]}
  pets: {title: Keeping animals, rules: [{phrases: [cat|cats]}]}
"""
LOG = """\
Concern ID,Service user ID,Date raised,Type of abuse,Asked about outcomes,Date concluded,Desired outcome,Feedback from the person,Themes
S1,P1,01/06/2026,Neglect,Asked and expressed,30/08/2026,SECRET safe at home,all right,Feeling safe
S2,P2,02/06/2026,Neglect,Asked and expressed,,SECRET to keep the cats,,
S3,P3,03/06/2026,Neglect,Asked and expressed,,SECRET nothing much,,
S4,P4,04/06/2026,Neglect,Asked and expressed,,Secret nothing much!,,
S5,P5,05/06/2025,Neglect,Asked and expressed,01/12/2025,SECRET safe,home and the cats,
S6,P6,05/06/2025,Neglect,No,,N/A,,
"""
PLAN = """\
Action ID,Date raised,Source,Due date,Date completed,Status,Date verified,Did it work?,Theme,Action
T1,01/03/2026,Audit,30/06/2026,30/06/2026,Completed,31/08/2026,Yes,Feeling safe,Locks
T2,01/03/2024,Audit,30/06/2024,30/06/2024,Completed,,,,Ask who wants to stay at home
T3,01/03/2026,Audit,30/06/2026,,Open,,,,Paint the hall
"""


@pytest.fixture
def project(tmp_path):
    for name, text in (("evidence.yaml", BRIEF), ("log.csv", LOG), ("plan.csv", PLAN), ("codebook.yaml", CODEBOOK)):
        (tmp_path / name).write_text(text)
    return read(tmp_path)


def change(now, out_of, before, out_of_before, **more):
    counts = dict.fromkeys(
        (
            "concerns",
            "concerns_before",
            "records",
            "raised",
            "completed",
            "effects_shown",
            "worked",
            "still_open",
            "ever",
        ),
        0,
    )
    return ThemeChange("safe", "Feeling safe", now, out_of, before, out_of_before, **counts | more)


def test_each_theme_is_counted_now_and_in_the_period_before(project):
    found = themes_of(project)
    assert (str(found.period), str(found.before)) == (
        "October 2025 to September 2026",
        "October 2024 to September 2025",
    )
    # Now: the wishes of S1 and S2 and what was said at the end of S5, three notes with a theme. Before: the wish of S5.
    assert {t.theme: (t.notes, t.out_of, t.notes_before, t.out_of_before) for t in found.themes} == {
        "safe": (1, 3, 1, 1),
        "home": (2, 3, 0, 1),
        "pets": (2, 3, 0, 1),
    }
    safe, home, pets = found.themes
    assert (safe.concerns, safe.concerns_before, safe.records) == (1, 0, 1)
    assert (safe.raised, safe.completed, safe.effects_shown, safe.worked, safe.still_open) == (1, 1, 1, 1, 0)
    assert (home.records, home.raised, home.completed, home.ever) == (2, 0, 0, 1)
    assert [t.gap for t in (safe, home, pets)] == ["", "No action in this period", "No action on record"]


def test_notes_without_a_theme_are_told_by_kind_and_actions_by_how_they_were_placed(project):
    found = themes_of(project)
    # Wishes now: S1 to S4, two of them about nothing; a cell that says N/A is no note.
    assert [(k.source, k.notes, k.unthemed, k.notes_before, k.unthemed_before) for k in found.kinds] == [
        ("wish", 4, 2, 1, 0),
        ("feedback", 2, 1, 0, 0),
    ]
    assert (found.placed_by_words, found.unplaced) == (1, 1)


def test_a_period_before_that_the_log_does_not_reach_is_said_to_be_short(project):
    found = themes_of(project)
    assert found.log_begins == date(2025, 6, 5)
    assert not found.before_is_whole
    assert replace(found, log_begins=date(2024, 10, 20)).before_is_whole


def test_a_project_without_a_plan_says_so_in_place_of_a_gap(project):
    without = replace(project, tables={key: table for key, table in project.tables.items() if key != "actions"})
    told = themes_of(without).as_dict()
    assert told["has_plan"] is False
    assert {theme["gap"] for theme in told["themes"]} == {None}
    assert {theme["gap"] for theme in themes_of(project).as_dict()["themes"]} == {
        None,
        "No action in this period",
        "No action on record",
    }


def test_places_of_notes_without_a_theme_stand_together_where_the_words_are_the_same_and_no_text_is_told(project):
    found = uncoded(project)
    assert [(kind.source, [[p.cell for p in alike] for alike in kind.places]) for kind in found] == [
        ("wish", [["G4", "G5"]]),
        ("feedback", [["H2"]]),
    ]
    assert "nothing much" not in f"{found} {[kind.as_dict() for kind in found]}".lower()
    assert "secret" not in str(themes_of(project).as_dict()).lower()


# Wilson, 95%, by hand: 12 of 80 is 0.088 to 0.244 and 30 of 90 is 0.245 to 0.436, just apart; 29 of 90 is 0.235 to
# 0.424, which overlaps.
@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((30, 90, 12, 80), "up from 12 to 30"),
        ((29, 90, 12, 80), "similar"),
        ((12, 80, 30, 90), "down from 30 to 12"),
        ((12, 20, 20, 200), "larger share: 12 of 20, after 20 of 200"),
        ((20, 200, 20, 22), "smaller share: 20 of 200, after 20 of 22"),
        ((0, 80, 30, 90), "down from 30 to 0"),
        ((1, 1, 0, 1), "similar"),
        ((0, 10, 0, 10), "none"),
        ((3, 10, 0, 0), "nothing to compare"),
        ((0, 0, 3, 10), "no notes now"),
    ],
)
def test_a_change_is_told_only_where_the_ranges_of_the_shares_do_not_overlap(counts, words):
    assert change(*counts).change == words


def test_the_ranges_are_those_worked_by_hand():
    assert wilson(12, 80).high == pytest.approx(0.2440, abs=5e-4)
    assert wilson(30, 90).low == pytest.approx(0.2446, abs=5e-4)
    assert wilson(29, 90).low == pytest.approx(0.2347, abs=5e-4)


@pytest.mark.parametrize(
    ("counts", "gap"),
    [
        ({"records": 3}, "No action on record"),
        ({"records": 3, "ever": 2}, "No action in this period"),
        ({"records": 3, "ever": 2, "still_open": 1}, ""),
        ({"records": 3, "ever": 2, "completed": 1}, ""),
        ({"records": 0}, ""),
    ],
)
def test_a_theme_that_comes_up_with_nothing_done_about_it_says_so(counts, gap):
    assert change(1, 2, 1, 2, **counts).gap == gap


@pytest.mark.parametrize(
    ("first", "last", "before"),
    [
        ("2025-10-01", "2026-09-30", ("2024-10-01", "2025-09-30")),
        ("2026-02-01", "2026-02-28", ("2026-01-01", "2026-01-31")),
        ("2026-03-16", "2026-06-15", ("2025-12-16", "2026-03-15")),
        ("2026-03-10", "2026-03-19", ("2026-02-28", "2026-03-09")),  # ten days, no months
    ],
)
def test_the_period_before_is_as_long_and_ends_the_day_before(first, last, before):
    period = Period(date.fromisoformat(first), date.fromisoformat(last))
    assert period_before(period) == Period(*map(date.fromisoformat, before))


@pytest.mark.parametrize(
    "log", [LOG.replace("Desired outcome", "Wish").replace("Feedback from the person", "Said"), ""]
)
def test_a_project_without_free_text_is_told_what_is_lacking(tmp_path, log):
    registers = "{safeguarding: log.csv}" if log else "{actions: plan.csv}"
    brief = f"provider: Larkfield Care\nas_at: 2026-09-30\nregisters: {registers}\n"
    for name, text in (("evidence.yaml", brief), ("log.csv", log), ("plan.csv", PLAN)):
        (tmp_path / name).write_text(text)
    project = read(tmp_path)
    for ask in (themes_of, uncoded):
        with pytest.raises(EvidenceError) as stopped:
            ask(project)
        assert [p.key for p in stopped.value.problems] == ["themes.not_collected"]
