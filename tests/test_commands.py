"""What each command does and prints."""

import json
from argparse import Namespace
from pathlib import Path

import pytest

from evidencegen import commands, project
from evidencegen.problem import Place, Problem, Severity
from evidencegen.project import Project
from evidencegen.start import start_project


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("commands") / "sample"
    start_project(folder, sample=True)
    return folder


def asked(folder, **more):
    """What the command line hands to a command."""
    nothing = {
        "json": False,
        "audience": None,
        "as_at": None,
        "months": None,
        "period": None,
        "by": None,
        "codebook": None,
    }
    return Namespace(folder=folder, **nothing | more)


def test_a_trace_names_the_rows_as_the_sheet_numbers_them(sample, capsys):
    assert commands.show_trace(asked(sample, key="actions.overdue")) == 0
    told = capsys.readouterr().out
    assert told.startswith("Open actions past their due date: 4 of 7\n")
    # Row 34 is marked closed without a date, so it still counts as open.
    assert 'actions.xlsx, sheet "Plan": row' in told
    assert "Not for release" in told


def test_figures_say_first_who_may_see_them(sample, capsys):
    assert commands.show_figures(asked(sample)) == 0
    told = capsys.readouterr().out
    assert told.startswith("Counts of people")
    assert "People asked what they wanted to happen (October 2025 to September 2026)" in told


def test_figures_are_broken_down_as_asked_and_by_nothing_else(sample, capsys):
    assert commands.show_figures(asked(sample, by="group", months=24, audience="internal")) == 0
    told = capsys.readouterr().out
    assert "People asked what they wanted to happen (October 2024 to September 2026)" in told
    assert "msp.asked[group=" in told
    assert "[service=" not in told
    assert "[themes=" not in told


def test_themes_are_shown_as_a_table_as_places_and_to_a_program(sample, capsys):
    assert commands.show_themes(asked(sample, uncoded=False)) == 0
    table = capsys.readouterr().out
    assert table.startswith("Themes, October 2025 to September 2026, and before that October 2024 to September 2025\n")
    assert table.endswith("Not for release: for people inside the organisation.\n")
    assert commands.show_themes(asked(sample, uncoded=True)) == 0
    places = capsys.readouterr().out
    assert 'safeguarding_log.xlsx, sheet "Log": cells ' in places
    assert commands.show_themes(asked(sample, uncoded=False, json=True, months=6)) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["period"], told["before"]) == ("2026-04-01/2026-09-30", "2025-10-01/2026-03-31")
    assert [theme["theme"] for theme in told["themes"]][:3] == ["safe", "independence", "home"]
    assert commands.show_themes(asked(sample, uncoded=True, json=True)) == 0
    kinds = json.loads(capsys.readouterr().out)
    assert kinds[0]["places"][0][0]["file"] == "safeguarding_log.xlsx"
    # Not a word of any note: the wishes of the sample speak of these.
    assert not {"ring", "toilet", "Ramadan", "advocate was"} & set(f"{table} {places} {kinds}".split())


def test_problems_stand_under_what_they_hold_up_and_end_with_where_they_are_listed(tmp_path, capsys):
    (tmp_path / "evidence.yaml").write_text(
        "provider: L\nas_at: 2026-09-30\nregisters: {staff: staff.csv, training: training.csv, actions: none.csv}\n"
    )
    people = [f"S{n},Carer,12/3" for n in range(1, 15)]
    (tmp_path / "staff.csv").write_text("\n".join(["Staff ID,Job title,Start date", *people]))
    (tmp_path / "training.csv").write_text(
        "Staff ID,Course,Date completed\nS1,Fire,01/03/2026\ns1,First aid,01/03/2026\n"
    )
    assert commands.check(asked(tmp_path)) == 2
    told = capsys.readouterr().out
    heads = ["Stop: cannot be read: 1\n", "To mend before a pack can be built: 1\n", "To look at: 1\n"]
    assert sorted(heads, key=told.index) == heads
    assert "14 dates with no year: C2, C3, C4, C5, C6, C7, C8, C9, C10, C11, C12, C13 and 2 more" in told
    assert "  where   14 places: see staff - data check.xlsx\n" in told
    assert f"  {tmp_path / 'staff - data check.xlsx'}: written\n" in told
    assert told.count(": written") == 2


def test_what_was_not_written_or_is_taken_away_is_said_and_changes_no_exit_code(tmp_path, capsys):
    (tmp_path / "evidence.yaml").write_text("provider: L\nas_at: 2026-09-30\nregisters: {staff: staff.csv}\n")
    (tmp_path / "staff.csv").write_text("Staff ID,Job title,Start date\nS1,Carer,12/3\n")
    (tmp_path / "staff - data check.xlsx").write_text("mine")
    assert commands.check(asked(tmp_path)) == 2
    assert (
        "staff - data check.xlsx: not written; a file of this name is no data check of ours" in capsys.readouterr().out
    )
    (tmp_path / "staff - data check.xlsx").unlink()
    commands.check(asked(tmp_path))
    (tmp_path / "staff.csv").write_text("Staff ID,Job title,Start date\nS1,Carer,12/03/2024\n")
    capsys.readouterr()
    assert commands.check(asked(tmp_path)) == 0
    told = capsys.readouterr().out
    assert "Nothing to mend." in told
    assert "staff - data check.xlsx: removed; nothing in the workbook is left to mend" in told


def test_many_problems_alike_are_printed_a_dozen_at_a_time_where_a_data_check_lists_them(tmp_path, capsys):
    (tmp_path / "evidence.yaml").write_text("provider: L\nas_at: 2026-09-30\nregisters: {staff: staff.csv}\n")
    people = [f"S{n},Carer,12/03/2024" for n in range(1, 16)]
    (tmp_path / "staff.csv").write_text("\n".join(["Staff ID,Job title,Start date", *people, *people]))
    commands.check(asked(tmp_path))
    told = capsys.readouterr().out
    assert "To mend before a pack can be built: 15\n" in told
    assert told.count("  found   the same") == 12
    assert "\nstaff.csv\n  and 3 more problems there: see staff - data check.xlsx\n" in told
    (tmp_path / "staff - data check.xlsx").write_text("mine")
    commands.check(asked(tmp_path))
    assert capsys.readouterr().out.count("  found   the same") == 15


def test_a_folder_without_problems_has_no_word_of_data_checks(tmp_path, capsys):
    (tmp_path / "evidence.yaml").write_text("provider: L\nas_at: 2026-09-30\nregisters: {staff: staff.csv}\n")
    (tmp_path / "staff.csv").write_text("Staff ID,Job title,Start date\nS1,Carer,12/03/2024\n")
    assert commands.check(asked(tmp_path)) == 0
    assert capsys.readouterr().out.endswith("\n\nNothing to mend.\n")


def test_a_program_is_given_stops_first_and_every_place(tmp_path, capsys, monkeypatch):
    here, there = Place("a.xlsx", "S", "A1"), Place("a.xlsx", "S", "A2")
    found = [
        Problem("n", here, "", "", "", "", Severity.NOTE),
        Problem("m", here, "", "", "", "", Severity.MEND, (there,)),
        Problem("s", here, "", "", "", ""),
    ]
    (tmp_path / "evidence.yaml").write_text("provider: L\nas_at: 2026-09-30\nregisters: {}\n")
    read = project.inspect(tmp_path)
    monkeypatch.setattr("evidencegen.project.inspect", lambda _: Project(tmp_path, read.brief, {}, tuple(found)))
    more = asked(tmp_path)
    more.json = True
    assert commands.check(more) == 2
    told = json.loads(capsys.readouterr().out)["problems"]
    assert [(one["key"], one["severity"]) for one in told] == [("s", "stop"), ("m", "mend"), ("n", "note")]
    assert [place["cell"] for place in told[1]["also"]] == ["A2"]
