"""The figures of a draft as sheets: which there are, and what their cells hold."""

from dataclasses import replace
from fractions import Fraction

import pytest

from evidencegen.documents.sheet import NONE, Share, marks_in
from evidencegen.documents.sheets import not_laid_out, sheets
from evidencegen.measures.interval import Interval
from evidencegen.measures.view import Unit
from evidencegen.release.figure import Mark, Shown


def laid_out(draft):
    return {sheet.title: sheet for sheet in sheets(draft)}


def test_each_section_has_its_figures_its_breakdowns_and_the_parts_of_its_charts(drafted):
    every = tuple(sheets(drafted("full")))
    assert [sheet.name for sheet in every] == ["Notes", *(f"Table_{n}" for n in range(1, 27)), "Case_studies"]
    of_training = [sheet.table for sheet in every if "training" in sheet.table]
    assert of_training == [
        "training_figures",
        "training_by_role",
        "training_standing",
        "training_content",
        "chart_training_by_course",
    ]
    assert len({sheet.table.casefold() for sheet in every}) == len(every)


# Statement 1 is of outcomes, shown by two figures whose notes are 1 and 3; 2 by one; 3 by none.
def test_what_is_said_stands_with_its_control_how_far_it_is_shown_and_the_notes_of_its_figures(drafted):
    every = laid_out(drafted("full"))
    sheet = every["How we work, and what shows it: what we say and how far it is shown"]
    assert [head.words for head in sheet.heads] == [
        "Statement",
        "Part",
        "How we make sure",
        "Policy",
        "How far it is shown",
        "Shown by",
    ]
    row = next(row for row in sheet.rows if row[0] == "We ask first.")
    assert row[2:5] == ("The form asks.", "SG-01", "Shown in practice, in outcomes and by an example")
    notes = {f"note {note.number}": note.figure.measure for note in drafted("full").notes}
    first, second, story = row[5].split(", ")
    assert (notes[first], notes[second], story) == ("msp.asked", "msp.fully_achieved", "CS-01")


def test_a_part_that_is_the_whole_section_is_not_repeated_in_each_row(drafted):
    sheet = laid_out(drafted("full", pack="inspection"))["Partnership: what we say and how far it is shown"]
    assert "Part" not in [head.words for head in sheet.heads]
    assert sheet.rows == (("People help us to write our training.", NONE, "QA-06", "Policy only", NONE),)


def test_besides_its_figures_an_inspection_pack_has_its_summary_as_a_table(drafted):
    titles = [sheet.title for sheet in sheets(drafted("full", pack="inspection"))]
    assert titles[1:4] == [
        "What to say, and what to look at first",
        "What contradicts what",
        "What we say and no figure shows yet",
    ]


# 90 of 120 in every figure made by hand: 75%, Wilson range 67% to 82%.
def test_a_row_holds_the_numbers_of_its_figure_and_the_words_in_which_it_is_printed(drafted):
    sheet = laid_out(drafted("full"))["Our answer: figures"]
    assert [head.words for head in sheet.heads] == [
        "Measure",
        "Counted (number)",
        "Out of (number)",
        "Share (%)",
        "Low end of 95% range (%)",
        "High end of 95% range (%)",
        "In words",
        "Unit",
        "Period",
        "Note",
    ]
    assert sheet.rows[0][:6] == ("People asked what they wanted to happen", 90, 120, Share(75), Share(67), Share(82))
    assert sheet.rows[0][6:] == (
        "75% (about 90 of 120)",
        "concluded concerns",
        "October 2025 to September 2026",
        "note 1",
    )


def test_every_row_is_as_long_as_the_heads_and_no_cell_is_empty(drafted, state):
    for sheet in sheets(drafted(state)):
        assert len({head.words.casefold() for head in sheet.heads}) == len(sheet.heads)
        assert all(len(row) == len(sheet.heads) for row in sheet.rows)
        assert "" not in [cell for row in sheet.rows for cell in row]


def test_a_hidden_figure_leaves_no_number_of_its_own(drafted):
    sheet = laid_out(drafted("hidden"))["Our answer: figures"]
    assert {row[1:6] for row in sheet.rows} == {("[c]",) * 5}
    assert [cell for row in sheet.rows for cell in row if not isinstance(cell, str)] == []
    assert any(line.startswith("[c] means not shown") for line in sheet.above)


def changed(draft, **more):
    """The draft with the first figure of its first section changed."""
    first, *others = draft.sections
    key = next(iter(first.figures))
    figures = {**first.figures, key: replace(first.figures[key], **more)}
    return replace(draft, sections=(replace(first, figures=figures), *others))


# 1 of 400 is 0.25%, printed as "under 1%": no whole per cent says it. 0.005 to 0.995 likewise.
def test_a_share_that_no_whole_per_cent_tells_is_put_in_words(drafted):
    made = changed(drafted("full"), counted=1, out_of=400, share=Fraction(1, 400), interval=Interval(0.0004, 0.0139))
    assert laid_out(made)["Our answer: figures"].rows[0][3:6] == ("under 1%", "under 1%", Share(1))


def test_waiting_times_have_columns_of_their_own_and_what_is_hidden_stays_a_mark(drafted):
    waits = Shown(6, None, "[c]", Unit("working day", "working days"))
    sheet = laid_out(changed(drafted("full"), share=None, interval=None, waits=waits))["Our answer: figures"]
    told = dict(zip([head.words for head in sheet.heads], sheet.rows[0], strict=True))
    assert (told["Half within (number)"], told["Still waiting (number)"]) == (6, "[c]")
    assert (told["Unit of time"], told["Share (%)"]) == ("working days", NONE)
    assert told["In words"] == "half within 6 working days, [c] still waiting"
    assert "Nine in ten within (number)" not in told
    about = laid_out(changed(drafted("full"), waits=replace(waits, waiting="about 15")))["Our answer: figures"]
    assert 15 in about.rows[0]


# 90 events for 1,200 bed days shown for each hundred: 7.5, halves up 8.
def test_a_rate_has_a_column_of_its_own(drafted):
    made = changed(drafted("full"), share=None, interval=None, per_hundred=1200, count_only=True)
    sheet = laid_out(made)["Our answer: figures"]
    told = dict(zip([head.words for head in sheet.heads], sheet.rows[0], strict=True))
    assert (told["For each 100 (number)"], told["Out of (number)"]) == (8, NONE)
    assert told["In words"] == "8 per 100 (about 90)"


def test_what_is_alike_in_every_row_is_told_once_above_the_table(drafted):
    sheet = laid_out(drafted("full"))["Required training current, by role"]
    assert [head.words for head in sheet.heads][-2:] == ["In words", "Note"]
    assert sheet.above == (
        "This sheet holds one table with 2 figures, one a row.",
        "Measure: Required training current.",
        "Unit: required course records.",
        "Period: as at 30 September 2026.",
    )


def test_a_chart_that_is_drawn_says_what_it_shows_and_one_that_is_not_has_its_parts_all_the_same(drafted):
    drawn = laid_out(drafted("full"))["Required training current, by course: figures of the chart"]
    assert "The chart shows: Required training current, by course: 75% for each course drawn." in drawn.above
    hidden = laid_out(drafted("hidden"))["Required training current: figures of the chart"]
    assert [row[0] for row in hidden.rows] == ["Safeguarding adults", "Fire safety"]
    assert not any(line.startswith("The chart shows") for line in hidden.above)


def test_measures_across_become_rows_each_with_its_part(drafted):
    sheet = laid_out(drafted("full"))["The same measures, service by service"]
    assert [head.words for head in sheet.heads][:3] == ["Service", "Measure", "Counted (number)"]
    assert [row[0] for row in sheet.rows[:4]] == ["Larkfield", "Mill Lane", "Rowan House", "Larkfield"]


# Of three services two are hidden: on a page the row of the measure stands, here each service has its own.
def test_of_measures_across_no_part_is_left_out(drafted):
    made = drafted("full")
    hidden = {"msp.asked[service=Larkfield]", "msp.asked[service=Mill Lane]"}
    figures = tuple(
        replace(f, mark=Mark.SUPPRESSED, counted=None, share=None) if f.key in hidden else f for f in made.figures
    )
    sheet = laid_out(replace(made, figures=figures))["The same measures, service by service"]
    assert [row[:3] for row in sheet.rows[:3]] == [
        ("Larkfield", "People asked what they wanted to happen", "[c]"),
        ("Mill Lane", "People asked what they wanted to happen", "[c]"),
        ("Rowan House", "People asked what they wanted to happen", 90),
    ]
    assert not any("left out" in line for line in sheet.above)


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        ("hidden", "not shown: it, or a number it would give away, is so small that somebody might be known"),
        ("missing", "not collected in the registers we hold (there is no safeguarding log)"),
        ("no parts", "there is none on record"),
    ],
)
def test_a_breakdown_without_a_row_that_can_be_shown_is_told_with_the_reason(drafted, state, reason):
    assert f"Required training current, by role: {reason}." in list(not_laid_out(drafted(state)))
    assert list(not_laid_out(drafted("full"))) == []


def test_notes_tell_base_range_and_source_of_every_note(drafted):
    made = drafted("full")
    (sheet,) = [sheet for sheet in sheets(made) if sheet.name == "Notes"]
    assert len(sheet.rows) == len(made.notes)
    assert sheet.rows[0] == (
        "note 1",
        "People asked what they wanted to happen",
        "75% (about 90 of 120)",
        "Counted: this. Out of: that.",
        "about 120 concluded concerns",
        "67% to 82%",
        NONE,
        'log.xlsx, sheet "Log"',
        "October 2025 to September 2026",
    )


def test_a_story_is_told_step_by_step_and_none_has_no_sheet(drafted):
    sheet = laid_out(drafted("full"))["Case studies"]
    assert sheet.rows[0] == (
        "CS-01",
        "Home care",
        "partly achieved",
        "Situation",
        "Her bank card was held by a relative.",
    )
    assert ("About 6 weeks", "Nothing on record.") in [row[3:] for row in sheet.rows]
    assert "Case studies" not in laid_out(drafted("full", bare=True))


@pytest.mark.parametrize(("words", "marks"), [("[c]", (Mark.SUPPRESSED,)), ("75% [p]", (Mark.PROVISIONAL,)), ("c", ())])
def test_the_marks_in_rows_are_found(words, marks):
    assert marks_in([(3, words)]) == marks
