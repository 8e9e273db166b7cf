"""A folder of spreadsheets, every one read in turn."""

import json

import pytest

from tools.robustness import Ended, Outcome, Summary, as_dict, lines, main, markdown, trouble

PERSON = "Ann Example"


@pytest.fixture
def corpus(written, tmp_path):
    """A folder with a workbook that loads, one that is refused and, further down, a text file."""
    written([["Staff ID", "Name"], ["S1", PERSON], ["S2", " "]])
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "staff.csv").write_text(f"Staff ID,Name\nS1,{PERSON}\n")
    (tmp_path / "empty.xlsx").write_bytes(b"")
    return tmp_path


def test_every_file_of_a_folder_is_read_and_told_without_what_stands_in_it(corpus, tmp_path_factory, capsys):
    out = tmp_path_factory.mktemp("out")
    assert main([str(corpus), "--json", str(out / "a.json"), "--markdown", str(out / "a.md")]) == 0
    figures = json.loads((out / "a.json").read_text(encoding="utf-8"))
    assert figures["ends"] == {"loaded": 2, "refused: file.empty": 1}
    assert {name for name, *_ in figures["slowest"]} == {"register.xlsx", "empty.xlsx", "below/staff.csv"}
    assert (figures["compared"], figures["cells_alike"]) == (1, 5)
    assert list(figures["differences"].values()) == [1]
    assert not any(figures["must_be_none"].values())
    printed = capsys.readouterr().out
    assert "loaded                 2 of 3 files" in printed
    assert "| refused: `file.empty` | 1 |" in (out / "a.md").read_text(encoding="utf-8")
    assert PERSON not in printed + json.dumps(figures) + (out / "a.md").read_text(encoding="utf-8")


def ended(told=None, trouble="", last_line="", cpu_seconds=0.1, megabytes=50.0):
    return Ended(told, trouble, last_line, 0.1, cpu_seconds, megabytes)


LOADED = {"end": "loaded", "sheets": 1, "cells": 1, "unaccounted": []}
SAME = {"alike": 1, "differences": {}, "unexplained": 0, "where": []}


@pytest.mark.parametrize(
    ("outcome", "failing"),
    [
        (Outcome("a.xlsx", 9, ended(LOADED), ended(SAME)), []),
        (Outcome("a.xlsx", 9, ended({"end": "refused", "key": "file.empty"})), []),
        (Outcome("a.xlsx", 9, ended(LOADED), ended({"openpyxl": "KeyError"})), []),
        (Outcome("a.xlsx", 9, ended(LOADED), ended(trouble="hang", last_line="openpyxl")), []),
        (Outcome("a.xlsx", 20_000_000, ended(LOADED, cpu_seconds=9, megabytes=900)), []),
        (Outcome("a.xlsx", 9, ended(trouble="hang")), ["ended otherwise"]),
        (Outcome("a.xlsx", 9, ended({"end": "several messages", "key": "a b"})), ["ended otherwise"]),
        (Outcome("a.xlsx", 9, ended(LOADED, cpu_seconds=5.1)), ["past 5 s or 300 MB"]),
        (Outcome("a.xlsx", 9, ended(LOADED, megabytes=301)), ["past 5 s or 300 MB"]),
        (Outcome("a.xlsx", 9, ended(LOADED | {"unaccounted": [2]})), ["cells in no account"]),
        (
            Outcome("a.xlsx", 9, ended(LOADED), ended(SAME | {"unexplained": 7, "where": ["B2"]})),
            ["unexplained differences"],
        ),
        (Outcome("a.xlsx", 9, ended(LOADED), ended(trouble="traceback")), ["unexplained differences"]),
    ],
)
def test_what_must_be_none_is_told_with_the_file(outcome, failing):
    figures = as_dict(Summary((outcome,)))
    assert [words for words, places in figures["must_be_none"].items() if places] == failing
    told = "\n".join(lines(figures))
    assert all(f"      1  {words}" in told or f"      2  {words}" in told for words in failing)
    assert "must be none" in markdown(figures)


@pytest.mark.parametrize(
    ("returncode", "failure", "hung", "words"),
    [
        (-9, [], True, "hang"),
        (-6, [], False, "died: SIGABRT"),
        (1, [], False, "traceback: nothing said, "),
        (1, ['  File "x/excel.py", line 5, in read', f"ValueError: {PERSON}"], False,
         'traceback: ValueError, excel.py, line 5, in read'),
    ],
)  # fmt: skip
def test_trouble_is_told_without_the_words_of_the_error(returncode, failure, hung, words):
    assert trouble(returncode, failure, hung) == words
