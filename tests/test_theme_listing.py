"""The themes of a project as a terminal shows them."""

from dataclasses import replace
from datetime import date

from evidencegen.period import Period
from evidencegen.problem import Place
from evidencegen.project_themes import NotesOfKind, ProjectThemes, ThemeChange, Uncoded
from evidencegen.theme_listing import WIDE, lines, uncoded_lines

HEADS = (
    "Theme                                   Notes  Before  Change                Concerns  Raised  Completed"
    "  Effect shown  Worked"
)
NOW, BEFORE = Period.months_to(date(2026, 9, 30)), Period.months_to(date(2025, 9, 30))


def theme(key, title, notes, before, concerns, records, *actions):
    return ThemeChange(key, title, notes, 90, before, 80, concerns, 0, records, *actions)


FOUND = ProjectThemes(
    NOW,
    BEFORE,
    (
        theme("home", "Staying at or returning to chosen home", 2, 3, 1, 3, 0, 0, 0, 0, 0, 0),
        theme("safe", "Feeling safe", 30, 12, 14, 40, 2, 3, 2, 1, 0, 4),
        theme("money", "Money", 9, 9, 0, 9, 0, 0, 0, 0, 0, 0),
    ),
    (NotesOfKind("wish", "What the person wanted", 64, 20, 1053, 23),),
    often=5,
    placed_by_words=1,
    unplaced=2,
    log_begins=date(2025, 1, 5),
)


def test_the_table_has_a_row_for_each_theme_most_notes_first_and_gaps_beneath():
    told = list(lines(FOUND))
    assert told[:4] == [
        "Themes, October 2025 to September 2026, and before that October 2024 to September 2025",
        "The log begins on 5 January 2025, so the period before is not whole: a change may come from that alone.",
        "",
        HEADS,
    ]
    assert [" ".join(line.split()) for line in told[4:9]] == [
        "Feeling safe 30 12 up from 12 to 30 14 2 3 2 1",
        "Money 9 9 similar 0 0 0 0 0",
        "No action on record, with 9 records that bring it up",
        "Staying at or returning to chosen home 2 3 similar 1 0 0 0 0",
        "No action on record",
    ]


def test_beside_the_table_stand_notes_without_a_theme_and_actions_that_words_placed():
    told = "\n".join(lines(FOUND))
    assert "What the person wanted                     64             20    1,053             23\n" in told
    assert "1 action has no theme of its own and was placed by what the action says.\n" in told
    assert "2 actions have no theme, recorded or in words, and so no row above.\n" in told
    assert told.endswith("Not for release: for people inside the organisation.")


def test_what_need_not_be_said_is_not_said():
    told = "\n".join(lines(ProjectThemes(NOW, BEFORE, FOUND.themes[1:2], (), often=5)))
    assert "log begins" not in told
    assert "placed by" not in told
    assert "No action" not in told


def test_without_a_plan_no_theme_is_said_to_lack_an_action():
    told = "\n".join(lines(replace(FOUND, has_plan=False, placed_by_words=0, unplaced=0)))
    assert "No action" not in told
    assert "There is no improvement plan in the project, so nothing can be said of actions.\n" in told


def test_places_are_told_by_sheet_with_notes_that_say_the_same_together():
    cells = [Place("log.xlsx", "Log", cell) for cell in ("G4", "G5", "G9")]
    other = Place("old.csv", "", "C2")
    found = (Uncoded("wish", "What the person wanted", ((cells[0], cells[1]), (cells[2],), (other,))),)
    assert list(uncoded_lines(found)) == [
        "What the person wanted: 4 notes with no theme",
        '  the same words in log.xlsx, sheet "Log": cells G4, G5',
        '  log.xlsx, sheet "Log": cells G9',
        "  old.csv: cells C2",
        "\nNot for release: for people inside the organisation.",
    ]


def test_one_note_and_none_are_told_in_the_right_number():
    one = (Uncoded("wish", "What the person wanted", ((Place("log.xlsx", "Log", "G4"),),)),)
    assert next(uncoded_lines(one)) == "What the person wanted: 1 note with no theme"
    assert next(uncoded_lines(())) == "No note of the period is without a theme."


def test_long_lists_of_places_wrap():
    many = tuple((Place("log.xlsx", "Log", f"G{n}"),) for n in range(100, 200, 2))
    told = list(uncoded_lines((Uncoded("wish", "What the person wanted", many),)))
    assert max(map(len, told)) <= WIDE
