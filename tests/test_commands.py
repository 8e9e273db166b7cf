"""What each command does and prints."""

from argparse import Namespace
from pathlib import Path

import pytest

from evidencegen import commands
from evidencegen.start import start_project


@pytest.fixture(scope="module")
def sample(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("commands") / "sample"
    start_project(folder, sample=True)
    return folder


def asked(folder, **more):
    """What the command line hands to a command."""
    return Namespace(folder=folder, json=False, audience=None, as_at=None, **more)


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


def test_a_story_is_listed_with_what_stands_in_its_way(sample, capsys):
    assert commands.list_cases(asked(sample)) == 0
    told = capsys.readouterr().out
    assert "CS-HC-01  signed, and may be told\n" in told
    assert "CS-HC-06  consent does not allow it\n    consent has been withdrawn\n" in told
